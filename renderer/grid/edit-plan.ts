/** Texts for cells as the edits of one step: each read by its cell's kind, what cannot be read kept with its reason. */

import type { CellReason } from '../../shared/domain/cell-values'
import type { EditReason, EditResult, RowEdit } from '../../shared/contract/edits'
import { lockOf, readFor } from './cells'
import type { GridColumn } from './columns'
import type { Adding, FieldValue } from './edit'

export type Reason = CellReason | EditReason

/** One text for one cell; `row` is null for a row that is to be added, and `line` tells such rows apart. */
export interface TextFor<R> {
  readonly row: R | null
  readonly line: number
  readonly column: GridColumn<R>
  readonly text: string
}

/** A cell that was not written. `rowId` is null where its row was not added at all. */
export interface NotWritten {
  readonly rowId: string | null
  readonly line: number
  readonly column: string
  readonly text: string
  readonly reason: Reason
}

/** Which cell a field of an edit came from. */
interface Source {
  readonly rowId: string | null
  readonly line: number
  readonly column: string
  readonly text: string
}

export interface EditPlan {
  readonly edits: readonly RowEdit[]
  /** The line of each edit. */
  readonly lines: readonly number[]
  readonly sources: ReadonlyMap<string, Source>
  /** With the number of their row's edit. */
  readonly unread: readonly (NotWritten & { readonly index: number })[]
  /** Cells that are not for editing and were passed over. */
  readonly locked: number
}

export function planEdits<R>(
  texts: readonly TextFor<R>[],
  rowId: (row: R) => string,
  adding: Adding | undefined,
): EditPlan {
  const edits: { entity: string; id: string | null; fields: Record<string, FieldValue> }[] = []
  const lines: number[] = []
  const places = new Map<string, number>()
  const sources = new Map<string, Source>()
  const unread: (NotWritten & { readonly index: number })[] = []
  let locked = 0
  for (const { row, line, column, text } of texts) {
    const { edit } = column
    const passed = row === null ? edit?.entity !== adding?.entity : lockOf(column, row) !== null
    if (!edit || passed) {
      // An empty cell beyond the end says nothing.
      locked += row === null && text.trim() === '' ? 0 : 1
      continue
    }
    const source = { rowId: row === null ? null : rowId(row), line, column: column.id, text }
    const id = row === null ? null : edit.id(row)
    const place = `${edit.entity} ${row === null ? `+${line}` : (id ?? `=${rowId(row)}`)}`
    const at = places.get(place) ?? edits.length
    if (at === edits.length) {
      const begin = row === null ? adding?.fields : id === null ? edit.key?.(row) : {}
      edits.push({ entity: edit.entity, id, fields: { ...begin } })
      places.set(place, at)
      lines.push(line)
    }
    const reading = readFor(column, row, text, edits[at]?.fields)
    if ('reason' in reading) unread.push({ ...source, reason: reading.reason, index: at })
    // An empty cell of a new row leaves what the row begins with.
    else if (edits[at] && !(row === null && reading.value === null)) edits[at].fields[edit.field] = reading.value
    sources.set(`${at} ${edit.field}`, source)
  }
  return { edits, lines, sources, unread, locked }
}

/** Every cell that was not written, after the workspace has answered: with its own reason where it could not even be read. */
export function notWritten(
  { sources, unread, lines }: EditPlan,
  { refused, ids }: Pick<EditResult, 'refused' | 'ids'>,
): NotWritten[] {
  const own = unread.map(({ index, ...cell }) => ({ ...cell, rowId: cell.rowId ?? ids[index] ?? null }))
  const known = new Set(own.map(({ line, column }) => `${line} ${column}`))
  const left = refused.flatMap(({ index, id, field, reason, value }): NotWritten[] => {
    const source = sources.get(`${index} ${field}`) ?? {
      rowId: null,
      line: lines[index] ?? index,
      column: field,
      text: String(value ?? ''),
    }
    // What could not be read is missing only because of that.
    if (reason === 'missing' && known.has(`${source.line} ${source.column}`)) return []
    return [{ ...source, rowId: source.rowId ?? id, reason }]
  })
  return [...own, ...left]
}
