/** Months of shops' books as queries see them: where each stands, the steps it took, and as what it was closed. */

import { PERIOD, PERIOD_STATES, type PeriodState } from '../../shared/domain/periods'
import { ENTITIES } from '../../shared/sync/registry'
import { naturalId } from '../capture/derived'
import type { ReadableDb } from '../database'
import { prepared } from '../prepared'
import { openQuestions } from '../sync/questions'

const N = ENTITIES.periods.n
const EVENT = ENTITIES.periodEvents.n
const CLOSE = ENTITIES.periodCloses.n

export interface PeriodRecord {
  readonly id: string
  readonly shopId: string
  /** `YYYY-MM`. */
  readonly month: string
  readonly note: string | null
  readonly state: PeriodState
  /** Colleagues' steps contradict each other: nothing goes on until somebody decides. */
  readonly hold: boolean
}

interface Raw extends Omit<PeriodRecord, 'state' | 'hold'> {
  readonly state: string | null
  readonly hold: number | null
}

const SELECT = `SELECT p.id, p.shop_id AS shopId, p.month, p.note, m.state, m.hold
  FROM periods p LEFT JOIN machine_states m ON m.tbl = ${N} AND m.row = p.id
  WHERE p._del = 0 AND p.shop_id IS NOT NULL AND p.month IS NOT NULL`

/** The id that the month of a shop has at everybody's. */
export function periodId(shopId: string, month: string): string {
  return naturalId('period', [shopId, month])
}

function stateOf(state: string | null): PeriodState {
  return PERIOD_STATES.find((known) => known === state) ?? PERIOD.initial
}

function toRecord({ state, hold, ...row }: Raw): PeriodRecord {
  return { ...row, state: stateOf(state), hold: hold === 1 }
}

/** Null: nobody has touched the month yet, so it is open. */
export function findPeriod(db: ReadableDb, shopId: string, month: string): PeriodRecord | null {
  // The columns are those of the row's type.
  const row = prepared(db.$client, `${SELECT} AND p.id = ?`).get(periodId(shopId, month)) as Raw | undefined
  return row === undefined ? null : toRecord(row)
}

/** The months that somebody has touched, the latest first. */
export function listPeriods(db: ReadableDb): PeriodRecord[] {
  // The columns are those of the row's type.
  return (prepared(db.$client, `${SELECT} ORDER BY p.month DESC, p.shop_id`).all() as Raw[]).map(toRecord)
}

/** Where a month stands, inside a command with its own steps counted in; null where there is none. */
export function periodStanding(
  db: ReadableDb,
  id: string,
): { readonly state: PeriodState; readonly hold: boolean; readonly pending: number } | null {
  const row = prepared(db.$client, `${SELECT} AND p.id = ?`).get(id) as Raw | undefined
  if (row === undefined) return null
  const pending = prepared(
    db.$client,
    `SELECT e.to_state FROM period_events e WHERE e.period_id = ? AND e._del = 0
       AND NOT EXISTS (SELECT 1 FROM sync_row b WHERE b.tbl = ${EVENT} AND b.row = e.id) ORDER BY e.id`,
  )
    .pluck()
    .all(id) as (string | null)[]
  return { state: stateOf(pending.at(-1) ?? row.state), hold: row.hold === 1, pending: pending.length }
}

export interface PeriodStep {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly reason: string | null
  readonly at: number | null
  readonly person: string | null
}

/** The steps of a month, the latest first. */
export function periodSteps(db: ReadableDb, id: string): PeriodStep[] {
  // The columns are those of the row's type.
  return prepared(
    db.$client,
    `SELECT id, coalesce(from_state, '') AS "from", coalesce(to_state, '') AS "to", reason, at, person FROM period_events
     WHERE period_id = ? AND _del = 0 ORDER BY at DESC, id DESC`,
  ).all(id) as PeriodStep[]
}

export interface CloseRecord {
  readonly id: string
  readonly periodId: string
  readonly round: number
  /** SHA-256 over the canonical bytes of the month, hex. */
  readonly sha256: string
  /** JSON, with the digest that they belong to. */
  readonly figures: string | null
  readonly currency: string | null
  readonly at: number | null
  readonly person: string | null
}

/** As what a month was closed, the last time first. */
export function closesOf(db: ReadableDb, period: string): CloseRecord[] {
  // The columns are those of the row's type.
  return prepared(
    db.$client,
    `SELECT id, period_id AS periodId, round, sha256, figures, currency, at, person FROM period_closes
     WHERE period_id = ? AND _del = 0 AND sha256 IS NOT NULL AND round IS NOT NULL ORDER BY round DESC`,
  ).all(period) as CloseRecord[]
}

/** One of several colleagues' closes of a month for the same time, with other figures. */
export interface OtherClose {
  readonly sha256: string
  readonly author: string
  readonly at: number
  /** The one that shows until somebody decides. */
  readonly shown: boolean
}

/** The digests in question where colleagues closed a month with other figures; none: they agree. */
export function closesInQuestion(db: ReadableDb, closeId: string): OtherClose[] {
  const question = openQuestions(db.$client, { tbl: CLOSE, id: closeId }).find(
    ({ column, asks }) => column.field === 'sha256' && asks !== 'quiet',
  )
  return (question?.writes ?? []).map(({ cell, author, wall, shown }) => ({
    sha256: String(cell),
    author,
    at: wall,
    shown,
  }))
}

/** The figures that anybody wrote beside a close, the shown ones first: of several colleagues each has their own. */
export function figuresOfClose(db: ReadableDb, { id, figures }: Pick<CloseRecord, 'id' | 'figures'>): string[] {
  const quiet = openQuestions(db.$client, { tbl: CLOSE, id }).find(({ column }) => column.field === 'figures')
  const others = (quiet?.writes ?? []).map(({ cell }) => cell)
  return [figures, ...others].filter((one) => typeof one === 'string')
}

export interface LockedRate {
  readonly base: string
  readonly quote: string
  readonly rate: string
  readonly source: string
}

/** The rates that a month's books are kept at. */
export function lockedRates(db: ReadableDb, month: string): LockedRate[] {
  // The columns are those of the row's type.
  return prepared(
    db.$client,
    `SELECT base, quote, rate, coalesce(source, '') AS source FROM rate_locks
     WHERE month = ? AND _del = 0 AND base IS NOT NULL AND quote IS NOT NULL AND rate IS NOT NULL ORDER BY base, quote`,
  ).all(month) as LockedRate[]
}
