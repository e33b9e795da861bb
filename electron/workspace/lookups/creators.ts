/** Which creators are one and the same person, as every feature sees it. */

import type { ReadableDb } from '../../../db/database'
import { listAliases, type Merged } from '../../../db/repositories/creators'
import { resolveAliases } from '../../../shared/sync/aliases'

/** By merged creator: the one that stands for it. */
export function mergedCreators(db: ReadableDb): Merged {
  return resolveAliases(listAliases(db, 'creators')).ends
}
