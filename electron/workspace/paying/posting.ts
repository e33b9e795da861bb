/**
 * The one place where the ledger is written: postings by the rules of `shared/domain/ledger`, none of them ever changed.
 *
 * What follows from what it is (an accrual, a reversal) has an id that follows from it, so that two colleagues who approve or
 * take back the same thing apart from each other post it once.
 */

import type { ReadableDb, WritableDb } from '../../../db/database'
import { entriesOf, type EntryRow, findPayable, type PayableRow } from '../../../db/repositories/payables'
import { addRecordOnce, putRecord } from '../../../db/repositories/records'
import { dayInZone, dayNumber, dayOfNumber, firstDayOfMonth, monthOfDay } from '../../../shared/domain/days'
import { accrual, adjustment, type Posting, reversal, standing } from '../../../shared/domain/ledger'
import { AppError } from '../../../shared/errors'
import { closedMonth } from '../closing/closed'
import type { WorkspaceContext } from '../context'
import { findShop } from '../lookups/shops'

export interface PostingNotes {
  /** `YYYY-MM-DD`; today in the shop's zone, unless somebody says otherwise. */
  readonly day?: string | undefined
  readonly reason?: string | null | undefined
  readonly method?: string | null | undefined
  /** Bank's or wallet's number of the payment. */
  readonly reference?: string | null | undefined
  readonly attachmentId?: string | null | undefined
}

/** Inside a command, its own steps and postings counted in. Refuses as `record.notFound`. */
export function payableIn(tx: ReadableDb, id: string): PayableRow {
  const payable = findPayable(tx, id)
  if (payable === null) throw new AppError('record.notFound', { entity: 'payables', id })
  return payable
}

/** Posts an entry about a payable; answers its id. */
export function post(
  context: WorkspaceContext,
  tx: WritableDb,
  payable: Pick<PayableRow, 'id' | 'shopId' | 'creatorId'>,
  posting: Posting,
  notes: PostingNotes = {},
): string {
  const { shopId, creatorId } = payable
  const now = context.now()
  const fields = {
    ...posting,
    shopId,
    creatorId,
    day: openDay(tx, shopId, notes.day ?? dayInZone(now, findShop(tx, shopId).timezone)),
    reason: notes.reason?.trim() || null,
    method: notes.method?.trim() || null,
    reference: notes.reference?.trim() || null,
    attachmentId: notes.attachmentId ?? null,
    at: now,
    person: context.author(),
  }
  const key = keyOf(tx, posting)
  if (key === null) return putRecord(tx, 'ledgerEntries', null, fields, now).id
  return addRecordOnce(tx, 'ledgerEntries', key, fields) ?? ''
}

/** The day itself, or the first one of the month after it whose books are open: a closed month is never posted into. */
function openDay(tx: WritableDb, shopId: string, day: string): string {
  let open = day
  while (closedMonth(tx, shopId, open.slice(0, 7)) !== null)
    open = dayOfNumber(firstDayOfMonth(monthOfDay(dayNumber(open)) + 1))
  return open
}

/** Two people who post this mean one entry; null: each is one of its own. */
function keyOf(tx: WritableDb, { kind, payableId, amount, currency, reversesId }: Posting): readonly string[] | null {
  if (kind === 'reversal' && reversesId !== null) return ['reversal', reversesId]
  if (kind !== 'accrual') return null
  const before = entriesOf(tx, { payableIds: [payableId] }).filter((one) => one.kind === 'accrual')
  return ['accrual', payableId, String(before.length), String(amount), currency]
}

/** Takes back an entry that stands. */
export function takeBack(context: WorkspaceContext, tx: WritableDb, entry: EntryRow, notes: PostingNotes): void {
  const { payableId: id, shopId, creatorId } = entry
  post(context, tx, { id, shopId, creatorId }, reversal(entry), notes)
}

/** Brings what is booked as owed to `amount`: accrued, adjusted, or taken back. */
export function book(
  context: WorkspaceContext,
  tx: WritableDb,
  id: string,
  amount: number,
  notes: PostingNotes = {},
): void {
  const payable = payableIn(tx, id)
  const { booked } = payable.books
  if (booked === amount) return
  const booking = standing(entriesOf(tx, { payableIds: [id] })).filter((entry) => isBooking(entry, id))
  if (amount === 0) for (const entry of booking) takeBack(context, tx, entry, notes)
  else if (booking.length === 0) post(context, tx, payable, accrual({ ...payable, amount }), notes)
  else post(context, tx, payable, adjustment(payable, amount - booked), notes)
}

/** What `Books.booked` is made of. */
function isBooking({ kind, debit, credit, payableId }: Posting, id: string): boolean {
  if (payableId !== id) return false
  const other = debit === 'creatorPayable' ? credit : debit
  return (
    kind === 'accrual' ||
    (kind === 'adjustment' && (other === 'fees' || other === 'advances') && [debit, credit].includes('creatorPayable'))
  )
}
