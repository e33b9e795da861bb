/** Creators: the list of them, and each of them. */

import { creatorDuplicates } from './creator-duplicates'
import { creatorPrivacy } from './creator-privacy'
import { creatorRecord } from './creator-record'
import { creatorTimeline } from './creator-timeline'
import { listProcedures } from './creators-list'

export const creatorsContract = {
  ...listProcedures,
  ...creatorRecord,
  ...creatorDuplicates,
  ...creatorTimeline,
  ...creatorPrivacy,
}
