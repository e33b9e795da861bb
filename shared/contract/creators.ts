/** Creators: the list of them, and each of them. */

import { creatorRecord } from './creator-record'
import { listProcedures } from './creators-list'

export const creatorsContract = { ...listProcedures, ...creatorRecord }
