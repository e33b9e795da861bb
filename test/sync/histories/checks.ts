/**
 * What must hold when a team has exchanged everything: all copies equal, and what they hold is what the log says, by this
 * folder's audit and by the product's own oracle.
 */

import { deepStrictEqual } from 'node:assert'

import type { OpenWorkspace } from '../../../db/open'
import { decodeBody } from '../../../shared/sync/body'
import type { Entity } from '../../../shared/sync/columns'
import { machineOf } from '../../../shared/sync/machine'
import { expectedState } from '../../../shared/sync/oracle'
import { expectedStandings } from '../../../shared/sync/oracle-views'
import { columnsOf, ENTITY_LIST, entityByNumber } from '../../../shared/sync/registry'
import { clocksAgainstCause, endedUnseen, expectedRows, type Logged, withVectors } from './audit'
import { dumpRows, readRow, type Rows } from './rows'
import { type Member, receive, runsFor, sameVector, type Team } from './team'

/** A history that was played, with what its checks need to know of it. */
export interface Checked {
  readonly team: Team
  readonly rows: Rows
  /** What each step's author had in fact received when making it, by `replica:seq`. */
  readonly received: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Steps that may end a question: decisions, and steps taken back. */
  readonly decided: ReadonlySet<string>
}

export function same(actual: unknown, expected: unknown, message: string): void {
  try {
    deepStrictEqual(actual, expected)
  } catch (error) {
    throw new Error(`${message}\n${error instanceof Error ? error.message : ''}`, { cause: error })
  }
}

function first(members: readonly Member[]): Member {
  const [found] = members
  if (found === undefined) throw new RangeError('nobody is there')
  return found
}

/** Every step since `base`, as one copy has it. */
export function logged({ exchange }: OpenWorkspace, base: ReadonlyMap<string, number>): readonly Logged[] {
  const logs = new Map<string, { readonly seq: number; readonly body: Logged['body'] }[]>()
  for (const { replica, from, bodies } of exchange.runs(base)) {
    const log = logs.get(replica) ?? []
    logs.set(replica, log)
    bodies.forEach((body, i) => log.push({ seq: from + i, body: decodeBody(body) }))
  }
  return withVectors(logs, base)
}

/** P1, P2, P8, P9: equal everywhere, nothing waits, and a second exchange has nothing to say. */
export function checkEqual({ team, rows }: Checked): void {
  const [one, ...others] = team.members
  if (one === undefined) return
  const dump = dumpRows(one.workspace.reader, rows)
  const whole = one.workspace.exchange.digest()
  for (const { workspace } of team.members) {
    same(workspace.exchange.missing(), [], 'steps are missing after everything was exchanged')
    const waiting = workspace.reader.prepare('SELECT count(*) FROM sync_waiting').pluck().get()
    same(waiting, 0, 'steps wait after everything was exchanged')
    same(dumpRows(workspace.reader, rows).split('\n'), dump.split('\n'), 'two copies differ')
    same(workspace.exchange.digest(), whole, 'two digests differ')
    same(sameVector(workspace.exchange.vector(), one.workspace.exchange.vector()), true, 'two vectors differ')
  }
  for (const other of others) {
    same(runsFor(one.workspace, other.workspace).length, 0, 'a second exchange moves something')
    same(runsFor(other.workspace, one.workspace).length, 0, 'a second exchange moves something')
  }
}

/** P7, and that the log says of each step what its author had received. */
export function checkLog({ received, decided }: Checked, steps: readonly Logged[]): void {
  for (const { replica, seq, vector } of steps) {
    const known = received.get(`${replica}:${seq}`)
    if (known === undefined) continue
    const said = new Map(vector)
    said.delete(replica)
    same(sameVector(said, known), true, `${replica}:${seq} does not say what its author had received`)
  }
  same(clocksAgainstCause(steps), [], 'a clock goes against what its author had seen')
  same(endedUnseen(steps, decided), [], 'a question ended without a decision')
}

/** P3, P4, P5: what is shown, what is kept beside it and which rows live follow from the log; nothing else is kept. */
export function checkRows({ reader }: OpenWorkspace, steps: readonly Logged[]): void {
  const siblings = reader.prepare<[number, string], { col: number; replica: string; seq: number; val: unknown }>(
    `SELECT col, lower(hex(r.id)) AS replica, x.seq, val FROM sync_cell x JOIN sync_replica r ON r.rid = x.rid
      WHERE tbl = ? AND row = ? AND win = 0 ORDER BY col, r.id`,
  )
  for (const { entity, id, alive, cells } of expectedRows(steps)) {
    const known = entityByNumber(entity)
    if (known === null) continue
    const must = {
      deleted: !alive,
      cells: cells.map(({ shown }) => shown),
      siblings: cells.flatMap(({ siblings: kept }, col) =>
        kept
          .map(({ step, value }) => ({ col, replica: step.replica, seq: step.seq, val: value }))
          .toSorted((a, b) => (a.replica < b.replica ? -1 : 1)),
      ),
    }
    const is = { ...readRow(reader, known.name, id), siblings: siblings.all(entity, id) }
    same(is, must, `${known.name} ${id} is not what the log says`)
  }
}

/** P6: everything again changes nothing. */
export async function checkRepeated({ team, rows }: Checked, base: ReadonlyMap<string, number>): Promise<void> {
  const { workspace } = first(team.members)
  const everything = [...(team.members[1] ?? first(team.members)).workspace.exchange.runs(base)]
  const before = [dumpRows(workspace.reader, rows), workspace.exchange.digest(), countsOf(workspace)]
  await receive(workspace, everything)
  same(
    [dumpRows(workspace.reader, rows), workspace.exchange.digest(), countsOf(workspace)],
    before,
    'the same again changed something',
  )
}

function countsOf({ reader }: OpenWorkspace): unknown {
  return ['sync_log', 'sync_tx', 'sync_past', 'sync_row', 'sync_cell', 'sync_waiting', 'sync_vv'].map((table) =>
    reader.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  )
}

/** P4, P5, P11: the product's oracle says the same of every row, and of where records with steps stand. */
export function checkViews({ team }: Checked, steps: readonly Logged[]): void {
  const state = expectedState(steps, (n) => {
    const entity = entityByNumber(n)
    return entity === null ? undefined : columnsOf(entity)
  })
  for (const { entity, id, alive, cells } of expectedRows(steps)) {
    const row = state.get(entity)?.get(id)
    const shown = cells.map((cell) => cell.shown)
    same(
      { alive: row?.alive, shown: row?.cells.map((cell) => cell.shown) },
      { alive, shown },
      'the oracle and the audit differ',
    )
  }
  for (const entity of ENTITY_LIST) if (entity.events !== undefined) checkStandings(team, entity, state)
}

function checkStandings(team: Team, entity: Entity, state: ReturnType<typeof expectedState>): void {
  const machine = machineOf(entity.events?.machine ?? '')
  const owner = entity.columns[entity.events?.of ?? '']
  if (machine === null || owner === undefined) return
  const n = (field: string): number => entity.columns[field]?.n ?? -1
  const columns = {
    of: owner.n,
    from: n('fromState'),
    to: n('toState'),
    resolves: n('resolves'),
    machine: n('machine'),
  }
  const records = ENTITY_LIST.find(({ name }) => name === owner.references)?.n ?? 0
  for (const [id, { state: stands, hold }] of expectedStandings(state, entity.n, columns, machine)) {
    for (const { workspace } of team.members) {
      const kept = workspace.reader
        .prepare('SELECT state, hold FROM machine_states WHERE tbl = ? AND row = ?')
        .get(records, id)
      same(kept, { state: stands, hold: hold === null ? 0 : 1 }, `${id} does not stand where its steps lead`)
    }
  }
}
