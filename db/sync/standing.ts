/** What is unusual about the life of records: edits that outlived a deletion, deleted records that others still need. */

import { columnsOf, ENTITY_LIST, entityByNumber, type EntityName } from '../../shared/sync/registry'
import { quoted, type Sqlite } from '../database'
import { type StepHead, stepsOn } from './questions'
import type { Dot, Sight } from './seen'

/** A deletion, and what others wrote without knowing of it. */
export interface Revived {
  readonly entity: EntityName
  readonly tbl: number
  readonly id: string
  readonly deletions: readonly StepHead[]
  readonly edits: readonly StepHead[]
}

/** Living records that somebody deleted while somebody else worked on them, and that nobody has looked at since. */
export function revivedRows(
  sqlite: Sqlite,
  sight: Sight,
  only?: { readonly tbl: number; readonly id: string },
): Revived[] {
  const which = only === undefined ? '' : 'AND tbl = ? AND row = ?'
  const covered = sqlite
    .prepare<unknown[], { tbl: number; row: string }>(
      `SELECT DISTINCT tbl, row FROM sync_row WHERE cov = 1 ${which} ORDER BY tbl, row`,
    )
    .all(...(only === undefined ? [] : [only.tbl, only.id]))
  const signs = sqlite.prepare<[number, string, number, string], Dot>(
    `SELECT rid, seq FROM sync_row WHERE tbl = ? AND row = ? AND cov = 0
     UNION SELECT rid, seq FROM sync_cell WHERE tbl = ? AND row = ? AND cov = 0`,
  )
  return covered.flatMap(({ tbl, row }) => {
    const entity = entityByNumber(tbl)
    // Without a living sign the record is simply deleted.
    const living = entity === null ? [] : signs.all(tbl, row, tbl, row)
    if (entity === null || living.length === 0) return []
    const steps = stepsOn(sqlite, tbl, row)
    const deletions = steps.filter(
      (step) => step.ops.some((op) => op[2] === 'd') && !living.some((sign) => sight.sees(sign, step)),
    )
    const edits = steps.filter((step) => living.some(({ rid, seq }) => rid === step.rid && seq === step.seq))
    return deletions.length === 0 ? [] : [{ entity: entity.name, tbl, id: row, deletions, edits }]
  })
}

/** A deleted record that living ones point to: it stays in lists until they are gone or it is brought back. */
export interface KeptParent {
  readonly entity: EntityName
  readonly tbl: number
  readonly id: string
  /** What needs it, and how many of them. */
  readonly usedBy: EntityName
  readonly users: number
  /** The deletions of it. */
  readonly deletions: readonly StepHead[]
}

export function keptParents(sqlite: Sqlite, only?: { readonly tbl: number; readonly id: string }): KeptParent[] {
  return ENTITY_LIST.flatMap((child) =>
    columnsOf(child).flatMap((column) => {
      const parent = ENTITY_LIST.find(({ name }) => name === column.references)
      if (parent === undefined || (column.onDeleted ?? 'keepParent') !== 'keepParent') return []
      if (only !== undefined && only.tbl !== parent.n) return []
      return parentsKeptBy(sqlite, parent, child, column.sql, only?.id).map((kept) => ({
        ...kept,
        deletions: stepsOn(sqlite, parent.n, kept.id).filter(({ ops }) => ops.some((op) => op[2] === 'd')),
      }))
    }),
  )
}

type Listed = (typeof ENTITY_LIST)[number]

function parentsKeptBy(sqlite: Sqlite, parent: Listed, child: Listed, column: string, only?: string) {
  const rows = sqlite
    .prepare<unknown[], { id: string; users: number }>(
      `SELECT p.id, count(*) AS users FROM ${quoted(parent.table)} p
       JOIN ${quoted(child.table)} c ON c.${quoted(column)} = p.id AND c._del = 0 AND c._flag = 0
       WHERE p._del = 1 ${only === undefined ? '' : 'AND p.id = ?'} GROUP BY p.id ORDER BY p.id`,
    )
    .all(...(only === undefined ? [] : [only]))
  return rows.map(({ id, users }) => ({ entity: parent.name, tbl: parent.n, id, usedBy: child.name, users }))
}
