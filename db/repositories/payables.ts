/** What is owed outside the platform, with where it stands, and the ledger, as queries see them. */

import {
  ACCOUNTS,
  type Account,
  type Books,
  booksOf,
  type Entry,
  ENTRY_KINDS,
  type EntryKind,
} from '../../shared/domain/ledger'
import {
  PAYABLE,
  PAYABLE_KINDS,
  PAYABLE_STATES,
  type PayableKind,
  type PayableState,
  type Reckoned,
  reckoned,
} from '../../shared/domain/payables'
import { ENTITIES } from '../../shared/sync/registry'
import type { ReadableDb } from '../database'
import { prepared } from '../prepared'

export interface PayableFilter {
  readonly ids?: readonly string[] | undefined
  readonly shopIds?: readonly string[] | undefined
  readonly creatorIds?: readonly string[] | undefined
  readonly contractId?: string | undefined
  readonly campaignId?: string | undefined
  /** Due days, both included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

interface Stored {
  readonly id: string
  readonly shopId: string
  readonly creatorId: string | null
  /** Of the creator that the row names. */
  readonly handle: string | null
  readonly contractId: string | null
  readonly contract: string | null
  readonly campaignId: string | null
  readonly campaign: string | null
  readonly costLineId: string | null
  readonly kind: string
  readonly title: string | null
  /** Minor units of `currency`. */
  readonly amount: number
  readonly currency: string
  readonly dueDay: string
  readonly month: string | null
  readonly recoup: number | null
  readonly owner: string | null
  readonly note: string | null
  readonly state: string | null
  readonly hold: number | null
  readonly contractHold: number | null
}

export interface PayableRow extends Reckoned, Omit<Stored, 'kind' | 'recoup' | 'state' | 'hold' | 'contractHold'> {
  readonly kind: PayableKind
  /** An advance that is recouped from what is owed later. */
  readonly isAdvance: boolean
  readonly state: PayableState
  /** Colleagues' steps contradict each other and somebody must decide. */
  readonly hold: boolean
  /** Its contract's do: nothing is paid on it. */
  readonly contractHold: boolean
  readonly books: Books
}

const SELECT = `SELECT p.id, p.shop_id AS shopId, p.creator_id AS creatorId, c.handle, p.contract_id AS contractId, k.title AS contract,
  p.campaign_id AS campaignId, g.name AS campaign, p.cost_line_id AS costLineId, p.kind, p.title, p.amount, p.currency,
  p.due_day AS dueDay, p.month, p.recoup, p.owner, p.note, m.state, m.hold, h.hold AS contractHold
  FROM shown_payables p
  LEFT JOIN machine_states m ON m.tbl = ${ENTITIES.payables.n} AND m.row = p.id
  LEFT JOIN machine_states h ON h.tbl = ${ENTITIES.contracts.n} AND h.row = p.contract_id
  LEFT JOIN creators c ON c.id = p.creator_id
  LEFT JOIN named_contracts k ON k.id = p.contract_id
  LEFT JOIN named_campaigns g ON g.id = p.campaign_id
  WHERE p._del = 0 AND p.shop_id IS NOT NULL AND p.kind IS NOT NULL AND p.amount IS NOT NULL AND p.currency IS NOT NULL
    AND p.due_day IS NOT NULL`

/** Everything owed that passes the filter and that no merge left incomplete, by due day. */
export function payablesOf(db: ReadableDb, filter: PayableFilter = {}): PayableRow[] {
  const conditions: string[] = []
  const values: string[] = []
  const add = (condition: string, value: string | undefined) => {
    if (value === undefined) return
    conditions.push(` AND ${condition}`)
    values.push(value)
  }
  const list = (column: string, ids: readonly string[] | undefined) =>
    add(`${column} IN (SELECT value FROM json_each(?))`, ids && JSON.stringify(ids))
  list('p.id', filter.ids)
  list('p.shop_id', filter.shopIds)
  list('p.creator_id', filter.creatorIds)
  add('p.contract_id = ?', filter.contractId)
  add('p.campaign_id = ?', filter.campaignId)
  add('p.due_day >= ?', filter.from)
  add('p.due_day <= ?', filter.to)
  // The columns are those of the type.
  const rows = prepared(db.$client, `${SELECT}${conditions.join('')} ORDER BY p.due_day, p.id`).all(
    ...values,
  ) as Stored[]
  const entries = entriesByPayable(db, conditions.length === 0 ? null : rows.map(({ id }) => id))
  return rows.map((row) => toRow(row, entries.get(row.id) ?? []))
}

/** The payable that a cost became, or null. */
export function payableOfCost(db: ReadableDb, costLineId: string): string | null {
  // One column of text.
  const id = prepared(
    db.$client,
    'SELECT id FROM shown_payables WHERE cost_line_id = ? AND _del = 0 ORDER BY id LIMIT 1',
  )
    .pluck()
    .get(costLineId) as string | undefined
  return id ?? null
}

/** Payables with several payments, or with one though they were cancelled: where something may have been paid twice. */
export function paidOften(db: ReadableDb): readonly string[] {
  // One column of text.
  return prepared(
    db.$client,
    `SELECT l.payable_id FROM shown_ledger_entries l
     LEFT JOIN machine_states m ON m.tbl = ${ENTITIES.payables.n} AND m.row = l.payable_id
     WHERE l._del = 0 AND l.kind IN ('payment', 'recoup') AND l.payable_id IS NOT NULL
     GROUP BY l.payable_id HAVING count(*) > 1 OR max(m.state = 'cancelled') ORDER BY l.payable_id`,
  )
    .pluck()
    .all() as string[]
}

/** The payable of this id, or null. Inside a command, its own steps and postings are counted in. */
export function findPayable(db: ReadableDb, id: string): PayableRow | null {
  const row = payablesOf(db, { ids: [id] })[0]
  if (row === undefined) return null
  const state = PAYABLE_STATES.find((known) => known === pendingSteps(db, id).at(-1))
  return state === undefined ? row : { ...row, state, ...reckoned({ ...row, state }, row.books) }
}

/** The states that own steps of the running command lead to; none outside of one. */
export function pendingSteps(db: ReadableDb, id: string): readonly (string | null)[] {
  // One column of text.
  return prepared(
    db.$client,
    `SELECT e.to_state FROM payable_events e WHERE e.payable_id = ? AND e._del = 0
       AND NOT EXISTS (SELECT 1 FROM sync_row b WHERE b.tbl = ${ENTITIES.payableEvents.n} AND b.row = e.id) ORDER BY e.id`,
  )
    .pluck()
    .all(id) as (string | null)[]
}

function toRow(stored: Stored, entries: readonly Entry[]): PayableRow {
  const { recoup, hold: isHeld, contractHold, state: found, kind: word, ...row } = stored
  const kind = PAYABLE_KINDS.find((known) => known === word) ?? 'other'
  const state = PAYABLE_STATES.find((known) => known === found) ?? PAYABLE.initial
  const isAdvance = kind === 'advance' && recoup === 1
  const hold = isHeld === 1
  const books = booksOf({ ...row, isAdvance }, entries)
  const standing = reckoned({ amount: row.amount, state, hold }, books)
  return { ...row, kind, isAdvance, state, hold, contractHold: contractHold === 1, books, ...standing }
}

export interface EntryRow extends Entry {
  readonly shopId: string
  readonly creatorId: string | null
  readonly day: string
  readonly reason: string | null
  readonly reference: string | null
  readonly method: string | null
  readonly attachmentId: string | null
  /** UTC epoch ms. */
  readonly at: number
  readonly person: string | null
}

const ENTRIES = `SELECT id, shop_id AS shopId, creator_id AS creatorId, payable_id AS payableId, advance_id AS advanceId, kind, debit, credit,
  amount, currency, day, reverses_id AS reversesId, reason, "reference", method, attachment_id AS attachmentId, "at", person
  FROM shown_ledger_entries WHERE _del = 0 AND shop_id IS NOT NULL AND payable_id IS NOT NULL AND amount IS NOT NULL
    AND currency IS NOT NULL AND day IS NOT NULL`

export interface EntryFilter {
  /** That name one of these, as payable or as advance. */
  readonly payableIds?: readonly string[] | undefined
  readonly shopIds?: readonly string[] | undefined
  readonly creatorId?: string | undefined
}

/** The postings, in the order of their days. */
export function entriesOf(db: ReadableDb, { payableIds, shopIds, creatorId }: EntryFilter = {}): EntryRow[] {
  const conditions: string[] = []
  const values: string[] = []
  if (payableIds !== undefined) {
    conditions.push(
      ' AND (payable_id IN (SELECT value FROM json_each(?)) OR advance_id IN (SELECT value FROM json_each(?)))',
    )
    values.push(JSON.stringify(payableIds), JSON.stringify(payableIds))
  }
  if (shopIds !== undefined) {
    conditions.push(' AND shop_id IN (SELECT value FROM json_each(?))')
    values.push(JSON.stringify(shopIds))
  }
  if (creatorId !== undefined) {
    conditions.push(' AND creator_id = ?')
    values.push(creatorId)
  }
  // The columns are those of the type, but for words, which are checked below.
  const rows = prepared(db.$client, `${ENTRIES}${conditions.join('')} ORDER BY day, "at", id`).all(...values) as (Omit<
    EntryRow,
    'kind' | 'debit' | 'credit'
  > & { readonly kind: string; readonly debit: string; readonly credit: string })[]
  return rows.flatMap((row): EntryRow[] => {
    const kind = ENTRY_KINDS.find((one): one is EntryKind => one === row.kind)
    const [debit, credit] = [accountOf(row.debit), accountOf(row.credit)]
    return kind && debit && credit && row.amount > 0 ? [{ ...row, kind, debit, credit }] : []
  })
}

/** The entry of this id, or null. */
export function findEntry(db: ReadableDb, id: string): EntryRow | null {
  const payable = prepared(db.$client, 'SELECT payable_id FROM ledger_entries WHERE id = ? AND _del = 0')
    .pluck()
    .get(id)
  return typeof payable === 'string'
    ? (entriesOf(db, { payableIds: [payable] }).find((entry) => entry.id === id) ?? null)
    : null
}

function accountOf(text: string): Account | undefined {
  return ACCOUNTS.find((account) => account === text)
}

/** By payable, the entries that name it in either way. */
function entriesByPayable(db: ReadableDb, payableIds: readonly string[] | null): ReadonlyMap<string, readonly Entry[]> {
  const entries = new Map<string, Entry[]>()
  const add = (id: string, entry: Entry) => {
    const known = entries.get(id)
    if (known === undefined) entries.set(id, [entry])
    else known.push(entry)
  }
  for (const entry of entriesOf(db, payableIds === null ? {} : { payableIds })) {
    add(entry.payableId, entry)
    if (entry.advanceId !== null && entry.advanceId !== entry.payableId) add(entry.advanceId, entry)
  }
  return entries
}

export interface PayableStepRow {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly reason: string | null
  readonly at: number | null
  readonly person: string | null
}

/** The steps of a payable in the order in which they count. */
export function payableSteps(db: ReadableDb, payableId: string): PayableStepRow[] {
  return prepared(
    db.$client,
    `SELECT e.id, coalesce(e.from_state, '') AS "from", coalesce(e.to_state, '') AS "to", e.reason, e."at", e.person
     FROM payable_events e JOIN sync_row b ON b.tbl = ${ENTITIES.payableEvents.n} AND b.row = e.id
     WHERE e._del = 0 AND e.payable_id = ? GROUP BY e.id ORDER BY min(b.hlc), e.id`,
  ).all(payableId) as PayableStepRow[]
}

export interface Payee {
  readonly id: string
  /** Account or wallet, as somebody wrote it down. */
  readonly bank: string | null
  /** In whose name. */
  readonly payee: string | null
}

/** Where these creators are paid, by id. */
export function payeesOf(db: ReadableDb, ids: readonly string[]): ReadonlyMap<string, Payee> {
  // The columns are those of the type.
  const rows = prepared(
    db.$client,
    'SELECT id, bank, payee FROM creators WHERE _del = 0 AND id IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(ids)) as Payee[]
  return new Map(rows.map((row) => [row.id, row]))
}
