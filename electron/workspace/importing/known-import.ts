/** The merge of a file that is in already: its lines are counted, and none can change anything. */

import type { FactImport, ImportSpec } from '../../../db/facts/types'
import { findImport } from '../../../db/repositories/imports'
import { Counts } from '../../../shared/contract/imports'
import type { WorkspaceContext } from '../context'

const DAY_SECONDS = 86_400

/**
 * In place of a merge, for a file whose batch counts. How many of its lines repeat is taken from the import's record.
 */
export function knownImport(context: WorkspaceContext, spec: Pick<ImportSpec, 'batchId' | 'period'>): FactImport {
  const { db } = context.host.current().workspace
  const recorded = Counts.safeParse(findImport(db, spec.batchId)?.counts)
  const repeated = recorded.success ? recorded.data.repeated : 0
  const { period } = spec
  let lines = 0
  let outside = 0
  return {
    add({ length, numbers: { created } }) {
      lines += length
      for (let i = 0; period !== undefined && i < length; i += 1) {
        const day = Math.floor((created[i] ?? 0) / DAY_SECONDS)
        outside += day < period.from || day > period.to ? 1 : 0
      }
      return Promise.resolve()
    },
    finish() {
      const rows = lines - outside
      const unchanged = rows - repeated
      const nothing = { inserted: 0, updated: 0, older: 0, batchNo: null, creators: [], products: [] }
      return Promise.resolve({ ...nothing, rows, unchanged, repeated, outside })
    },
    abort() {},
  }
}
