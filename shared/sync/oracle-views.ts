/** What must follow from the records that the oracle expects: where payments stand, and which record stands for which. */

import type { Machine } from '../domain/machines'
import type { OracleRow, OracleState } from './oracle'

export interface ExpectedStanding {
  readonly state: string
  readonly hold: 'contradiction' | 'update' | null
  /** Ids of the steps that nobody has settled. */
  readonly contested: readonly string[]
}

/** The numbers of a step's columns in its table. */
export interface StepColumns {
  readonly of: number
  readonly from: number
  readonly to: number
  readonly resolves: number
  readonly machine: number
}

interface Step {
  readonly id: string
  readonly at: readonly [hlc: number, replica: string]
  readonly from: string
  readonly to: string
  readonly resolves: readonly string[]
  readonly machine: number
}

/** By id of the record that the steps belong to: where the machine stands after its living steps. */
export function expectedStandings(
  state: OracleState,
  table: number,
  columns: StepColumns,
  machine: Machine,
): ReadonlyMap<string, ExpectedStanding> {
  const byRecord = new Map<string, Step[]>()
  for (const [id, row] of state.get(table) ?? []) {
    const record = shown(row, columns.of)
    if (!row.alive || typeof record !== 'string') continue
    byRecord.set(record, [...(byRecord.get(record) ?? []), stepOf(id, row, columns)])
  }
  return new Map([...byRecord].map(([record, steps]) => [record, standing(machine, steps)]))
}

function stepOf(id: string, row: OracleRow, columns: StepColumns): Step {
  const [first] = row.births.map(({ hlc, replica }) => [hlc, replica] as const).toSorted(inTime)
  const resolves: unknown = JSON.parse(String(shown(row, columns.resolves) ?? '[]'))
  return {
    id,
    at: first ?? [0, ''],
    from: String(shown(row, columns.from) ?? ''),
    to: String(shown(row, columns.to) ?? ''),
    resolves: Array.isArray(resolves) ? resolves.filter((one) => typeof one === 'string') : [],
    machine: Number(shown(row, columns.machine) ?? 0),
  }
}

function shown(row: OracleRow, column: number): string | number | null {
  return row.cells[column]?.shown ?? null
}

function inTime(a: readonly [number, string], b: readonly [number, string]): number {
  return a[0] - b[0] || (a[1] < b[1] ? -1 : Number(a[1] > b[1]))
}

/** Walks the steps with the whole past at hand, and judges each against it. */
function standing(machine: Machine, unsorted: readonly Step[]): ExpectedStanding {
  const counted: Step[] = []
  let open: readonly { readonly id: string; readonly grave: boolean }[] = []
  const reached = (): string => counted.at(-1)?.to ?? machine.initial
  const answer = (hold: ExpectedStanding['hold']): ExpectedStanding => ({
    state: reached(),
    hold,
    contested: open.map(({ id }) => id),
  })
  for (const step of unsorted.toSorted((a, b) => inTime(a.at, b.at) || (a.id < b.id ? -1 : 1))) {
    const states = Object.keys(machine.edges)
    const legal = Object.entries(machine.edges).some(([from, tos]) => from === step.from && tos.includes(step.to))
    const newer = step.machine > machine.version && step.resolves.length === 0 && !legal
    if (!states.includes(step.from) || !states.includes(step.to) || newer) return answer('update')
    const settled = open.filter(({ id }) => step.resolves.includes(id))
    const allowed = step.resolves.length > 0 ? settled.length > 0 : legal
    const rival = counted.findLast(({ from }) => from === step.from)
    if (allowed && step.from === reached()) {
      open = open.filter((one) => !settled.includes(one))
      counted.push(step)
    } else if (rival?.to !== step.to) {
      const grave = [step.to, rival?.to].some((state) => state !== undefined && machine.guarded.includes(state))
      open = [...open, { id: step.id, grave }]
    }
  }
  return answer(open.some(({ grave }) => grave) ? 'contradiction' : null)
}

/** By id of every living alias that has effect: the record at its end. `to` is the column that names the next one. */
export function expectedAliases(state: OracleState, table: number, to: number): ReadonlyMap<string, string> {
  const next = new Map<string, string>()
  for (const [id, row] of state.get(table) ?? []) {
    const target = shown(row, to)
    if (row.alive && typeof target === 'string') next.set(id, target)
  }
  const ends = new Map<string, string>()
  for (const id of next.keys()) {
    const end = endOf(next, id)
    if (end !== id) ends.set(id, end)
  }
  return ends
}

/** Walks on until there is no further record, or one that was there before: then the smallest of the circle. */
function endOf(next: ReadonlyMap<string, string>, start: string): string {
  const walked = [start]
  for (;;) {
    const to = next.get(walked.at(-1) ?? start)
    if (to === undefined) return walked.at(-1) ?? start
    const before = walked.indexOf(to)
    if (before >= 0) return walked.slice(before).toSorted()[0] ?? start
    walked.push(to)
  }
}
