/** Payables and postings as the contract gives them. */

import type { ReadableDb } from '../../../db/database'
import { handlesOf } from '../../../db/repositories/creators'
import { entriesOf, type EntryRow, findPayable, type PayableRow, payablesOf } from '../../../db/repositories/payables'
import { type LedgerEntry, type Payable, type PayableFilter, SOON_DAYS } from '../../../shared/contract/payables'
import { addDays } from '../../../shared/domain/days'
import { ACCOUNTS, balances, standing } from '../../../shared/domain/ledger'
import { AppError } from '../../../shared/errors'
import type { z } from '../../../shared/schema'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { today } from '../support'
import { isReversible } from './pay'

export type KnownPayable = Payable & { readonly toPay: number; readonly fee: number; readonly left: number }
type Filter = z.output<typeof PayableFilter>

/** Rows with the name of whoever stands for the creator by now. */
export function toPayables(db: ReadableDb, rows: readonly PayableRow[]): KnownPayable[] {
  const merged = mergedCreators(db)
  const standsFor = (id: string) => merged.get(id) ?? id
  const handles = handlesOf(db, [
    ...new Set(rows.flatMap(({ creatorId }) => (creatorId ? [standsFor(creatorId)] : []))),
  ])
  return rows.map(({ books, handle, creatorId, ...row }) => ({
    ...row,
    creatorId,
    handle: (creatorId === null ? undefined : handles.get(standsFor(creatorId))) ?? handle,
    paid: books.paid,
    recouped: books.recouped,
    overpaid: Math.max(0, -books.owed),
    left: Math.max(0, books.leftOfAdvance) + Math.max(0, books.leftToRecover),
  }))
}

export function payableOf(db: ReadableDb, id: string): KnownPayable {
  const row = findPayable(db, id)
  const [payable] = row === null ? [] : toPayables(db, [row])
  if (payable === undefined) throw new AppError('record.notFound', { entity: 'payables', id })
  return payable
}

/** What is asked for, whatever its day, and how many of it fall under each of the filters by day. */
export function filtered(context: WorkspaceContext, filter: Filter) {
  const { db } = context.host.current().workspace
  const { shopId, creatorId, contractId, from, to } = filter
  const rows = payablesOf(db, {
    ...(shopId !== null && { shopIds: [shopId] }),
    ...(creatorId !== null && { creatorIds: [creatorId] }),
    ...(contractId !== null && { contractId }),
    from,
    to,
  })
  const wanted = toPayables(db, rows).filter((one) => passes(one, filter))
  const day = today(context)
  const isIn: Readonly<Record<Filter['due'], (one: KnownPayable) => boolean>> = {
    all: () => true,
    soon: ({ toPay, dueDay }) => toPay > 0 && dueDay <= addDays(day, SOON_DAYS),
    overdue: ({ toPay, dueDay }) => toPay > 0 && dueDay < day,
    toPay: ({ toPay }) => toPay > 0,
    problems: ({ hold, contractHold, problem }) => hold || contractHold || problem !== null,
  }
  const count = (due: Filter['due']) => wanted.filter(isIn[due]).length
  return {
    rows: wanted.filter(isIn[filter.due]),
    counts: {
      all: count('all'),
      soon: count('soon'),
      overdue: count('overdue'),
      toPay: count('toPay'),
      problems: count('problems'),
    },
  }
}

function passes(one: KnownPayable, { states, kinds, search }: Filter): boolean {
  if (states.length > 0 && !states.includes(one.state)) return false
  if (kinds.length > 0 && !kinds.includes(one.kind)) return false
  const words = search.trim().toLowerCase().split(/\s+/u)
  const text = [one.handle, one.title, one.contract, one.campaign, one.owner, one.note].join(' ').toLowerCase()
  return words.every((word) => text.includes(word))
}

/** Sums by currency, in the order of the first row of each: currencies are never added to each other. */
export function sumsOf<K extends 'toPay' | 'fee' | 'left'>(
  rows: readonly KnownPayable[],
  ...keys: readonly K[]
): ({ readonly currency: string } & Record<K, number>)[] {
  const sums = new Map<string, Record<K, number>>()
  for (const row of rows) {
    // The keys are exactly those asked for.
    const sum = sums.get(row.currency) ?? (Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>)
    for (const key of keys) sum[key] += row[key]
    sums.set(row.currency, sum)
  }
  return [...sums].map(([currency, sum]) => ({ currency, ...sum }))
}

/** Postings, each with whether it was taken back; `all`: every entry of the same payables. */
export function toEntries(rows: readonly EntryRow[]): LedgerEntry[] {
  const standingIds = new Set(standing(rows).map(({ id }) => id))
  return rows.map((row) => ({
    ...row,
    isReversed: row.kind !== 'reversal' && !standingIds.has(row.id),
    canReverse: standingIds.has(row.id) && isReversible(row),
  }))
}

export function balancesOf(rows: readonly EntryRow[]) {
  return [...balances(rows)].map(([currency, sums]) => ({
    currency,
    accounts: Object.fromEntries(ACCOUNTS.map((account) => [account, sums[account]])) as typeof sums,
  }))
}

/** Advances and overpayments that can be recouped from a payable, the oldest first. */
export function advancesFor(db: ReadableDb, payable: KnownPayable): KnownPayable[] {
  const { creatorId, shopId, currency, id } = payable
  if (creatorId === null) return []
  const theirs = payablesOf(db, { creatorIds: [creatorId], shopIds: [shopId] })
  return toPayables(db, theirs).filter((one) => one.left > 0 && one.currency === currency && one.id !== id)
}

/** The postings of a payable, those that take from its advance too. */
export function entriesAbout(db: ReadableDb, id: string): LedgerEntry[] {
  return toEntries(entriesOf(db, { payableIds: [id] }))
}
