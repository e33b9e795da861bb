/** Changes made in a grid: cells, fills, pastes and bulk edits, each one step. */

import { findRecord } from '../../../db/repositories/records'
import { MOST_CELLS, type RowEdit } from '../../../shared/contract/edits'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { applyEdits } from '../editing/apply'
import { editable } from '../editing/editable'
import { subjectOf } from '../editing/subject'
import { hiddenFrom } from '../roles/roles'
import { os } from '../serve'
import { write } from '../support'

export const edits = {
  apply: os.edits.apply.handler(({ input: { what, edits: rows, dryRun }, context }) => {
    const cells = cellsOf(rows)
    if (cells > MOST_CELLS) {
      throw new AppError('edits.tooMany', { cells, most: MOST_CELLS })
    }
    const { db } = context.host.current().workspace
    const now = context.now()
    const hidden = hiddenFrom(context)
    if (dryRun) {
      return applyEdits(db, rows, { now, tx: null, hidden })
    }
    const [first] = rows
    const subject =
      what === 'cell' && rows.length === 1 && first
        ? nameOf(context, first)
        : String(what === 'fill' || what === 'clear' ? cells : rows.length)
    return write(context, `edits.${what}`, subject, (tx) => applyEdits(tx, rows, { now, tx, hidden }))
  }),
}

function cellsOf(rows: readonly RowEdit[]): number {
  return rows.reduce((sum, { fields }) => sum + Object.keys(fields).length, 0)
}

/** The name of the record, of the creator it belongs to, or of what is written. */
function nameOf(context: WorkspaceContext, { entity, id, fields }: RowEdit): string {
  const { db } = context.host.current().workspace
  const record = id === null ? fields : (findRecord(db, editable(entity), id) ?? fields)
  const creator = record['creatorId']
  const about = typeof creator === 'string' ? findRecord(db, 'creators', creator) : null
  return subjectOf(about ?? record)
}
