/**
 * What must be on every copy, worked out from the log alone: what each step wrote and what its author had seen.
 *
 * Shares nothing with applying and nothing with the fold that the product checks itself with: no vectors kept, no
 * cells updated, every question answered by looking at all steps. Slow, and easy to believe.
 */

import type { Body, Cell } from '../../../shared/sync/body'
import { fromWire, pairsOf } from '../../../shared/sync/body'
import type { MergeRule } from '../../../shared/sync/columns'
import { encodeId } from '../../../shared/sync/ids'
import { columnsOf, entityByNumber } from '../../../shared/sync/registry'

/** One step of somebody's log. */
export interface Logged {
  readonly replica: string
  readonly seq: number
  readonly body: Body
  /** What its author had seen of others, as the log says. */
  readonly vector: ReadonlyMap<string, number>
}

export interface Written {
  readonly step: Logged
  readonly value: Cell
  /** An empty field of a birth: it replaces, and says nothing. */
  readonly silent: boolean
}

export interface ExpectedCell {
  readonly shown: Cell
  /** Writes that nobody replaced knowingly, but for the one shown. */
  readonly siblings: readonly Written[]
  readonly rule: MergeRule
}

export interface ExpectedRow {
  readonly entity: number
  readonly id: string
  readonly alive: boolean
  /** By column number. */
  readonly cells: readonly ExpectedCell[]
}

/** Whether the author of `later` had seen `earlier`. */
export function saw(later: Logged, earlier: Logged): boolean {
  if (later.replica === earlier.replica) return later.seq > earlier.seq
  return (later.vector.get(earlier.replica) ?? 0) >= earlier.seq
}

/** Gives each step the vector that its replica's log adds up to. `base`: what everybody had before the first of them. */
export function withVectors(
  logs: ReadonlyMap<string, readonly { readonly seq: number; readonly body: Body }[]>,
  base: ReadonlyMap<string, number>,
): readonly Logged[] {
  return [...logs].flatMap(([replica, steps]) => {
    let vector: ReadonlyMap<string, number> = base
    return steps.map(({ seq, body }) => {
      if (body.deps !== null) {
        const next = new Map(vector)
        for (const [id, upTo] of body.deps) next.set(Buffer.from(id).toString('hex'), upTo)
        vector = next
      }
      return { replica, seq, body, vector }
    })
  })
}

interface RowLog {
  readonly entity: number
  readonly id: string
  readonly births: Logged[]
  readonly deletions: Logged[]
  readonly writes: Map<number, Written[]>
}

/** Everything that `steps` wrote, by row. */
function byRow(steps: readonly Logged[]): readonly RowLog[] {
  const rows = new Map<string, RowLog>()
  for (const step of steps) {
    for (const op of step.body.ops) {
      const id = encodeId(op[1])
      const key = `${op[0]} ${id}`
      const row = rows.get(key) ?? {
        entity: op[0],
        id,
        births: [],
        deletions: [],
        writes: new Map<number, Written[]>(),
      }
      rows.set(key, row)
      const write = (n: number, value: Cell, silent: boolean): void => {
        row.writes.set(n, [...(row.writes.get(n) ?? []), { step, value, silent }])
      }
      if (op[2] === 'd') row.deletions.push(step)
      else if (op[2] === 'u') for (const [n, value] of pairsOf(op)) write(n, fromWire(value), false)
      else {
        row.births.push(step)
        for (const [n, value] of op[3].entries()) write(n, fromWire(value), value === null)
      }
    }
  }
  return [...rows.values()]
}

/** The writes of a cell that nobody replaced knowingly. */
export function standing(writes: readonly Written[]): readonly Written[] {
  return writes.filter((one) => !one.silent && !writes.some((other) => other !== one && saw(other.step, one.step)))
}

function isAfter(a: Written, b: Written): boolean {
  const [one, other] = [a.step.body.hlc, b.step.body.hlc]
  return one === other ? a.step.replica > b.step.replica : one > other
}

/** The one that is shown: by size where the column says so, true before false where it is a flag, else the later. */
function shownOf(rule: MergeRule, writes: readonly Written[]): Written | undefined {
  const filled = writes.filter(({ value }) => value !== null)
  const sized = rule === 'max' || rule === 'min'
  const raised = writes.filter(({ value }) => rule === 'orFlag' && value === 1)
  const pool = raised.length > 0 ? raised : sized && filled.length > 0 ? filled : writes
  return pool.toSorted((a, b) => {
    if (sized && a.value !== b.value && a.value !== null && b.value !== null)
      return a.value > b.value === (rule === 'max') ? -1 : 1
    return isAfter(a, b) ? -1 : 1
  })[0]
}

function cellOf(rule: MergeRule, writes: readonly Written[]): ExpectedCell {
  const open = standing(writes)
  const shown = shownOf(rule, open)
  if (shown === undefined) return { shown: null, siblings: [], rule }
  return { shown: shown.value, siblings: open.filter((one) => one !== shown), rule }
}

/** A row lives while somebody added or edited it whom no deletion had seen. A deletion had seen what its own step wrote. */
function isAlive({ births, deletions, writes }: RowLog): boolean {
  const signs = [...births, ...[...writes.values()].flatMap((list) => list.map(({ step }) => step))]
  return signs.some((sign) => !deletions.some((deletion) => deletion === sign || saw(deletion, sign)))
}

/** Whether the row lived on the copy on which the step was made, just before it. */
function livedFor({ births, deletions, writes, ...row }: RowLog, step: Logged): boolean {
  const seen = (other: Logged): boolean => saw(step, other)
  const kept = [...writes].map(([n, list]) => [n, list.filter((write) => seen(write.step))] as const)
  return isAlive({ ...row, births: births.filter(seen), deletions: deletions.filter(seen), writes: new Map(kept) })
}

/** Every row that the steps name, as it must be on a copy that has them all. */
export function expectedRows(steps: readonly Logged[]): readonly ExpectedRow[] {
  return byRow(steps).flatMap((row) => {
    const entity = entityByNumber(row.entity)
    if (entity === null) return []
    const cells = columnsOf(entity).map((column) => cellOf(column.merge, row.writes.get(column.n) ?? []))
    return [{ entity: row.entity, id: row.id, alive: isAlive(row), cells }]
  })
}

/** How many writes there are, and how many of them nobody replaced knowingly beside the one shown. */
export function counts(steps: readonly Logged[]): { readonly writes: number; readonly siblings: number } {
  const rows = byRow(steps)
  const writes = rows.reduce((sum, row) => sum + [...row.writes.values()].reduce((n, list) => n + list.length, 0), 0)
  const siblings = expectedRows(steps).reduce(
    (sum, { cells }) => sum + cells.reduce((n, c) => n + c.siblings.length, 0),
    0,
  )
  return { writes, siblings }
}

/** Steps that were made after one they had seen, but carry no later clock (P7). A replica's own clock grows, so its last seen step tells. */
export function clocksAgainstCause(steps: readonly Logged[]): readonly string[] {
  const clocks = new Map(steps.map(({ replica, seq, body }) => [`${replica}:${seq}`, body.hlc]))
  return steps.flatMap(({ replica, seq, body, vector }) =>
    [...vector, [replica, seq - 1] as const]
      .map(([other, upTo]) => `${other}:${upTo}`)
      .filter((seen) => (clocks.get(seen) ?? -1) >= body.hlc)
      .map((seen) => `${replica}:${seq} saw ${seen} and is not later`),
  )
}

/**
 * Questions between people's values (columns where they decide) that a step ended although it was no decision:
 * `decided` holds `replica:seq` of the steps that may.
 */
export function endedUnseen(steps: readonly Logged[], decided: ReadonlySet<string>): readonly string[] {
  return byRow(steps).flatMap((row) => {
    const entity = entityByNumber(row.entity)
    if (entity === null) return []
    return columnsOf(entity)
      .filter(({ merge }) => merge === 'mv')
      .flatMap(({ n, field }) => {
        const writes = row.writes.get(n) ?? []
        return writes.flatMap((write) => {
          if (decided.has(`${write.step.replica}:${write.step.seq}`)) return []
          // A deletion ends what it had seen; bringing the record back shows again what was shown.
          if (!livedFor(row, write.step)) return []
          const before = standing(writes.filter((other) => saw(write.step, other.step)))
          const values = new Set(before.map(({ value }) => value))
          return values.size > 1
            ? [`${write.step.replica}:${write.step.seq} ended a question about ${entity.name}.${field} of ${row.id}`]
            : []
        })
      })
  })
}
