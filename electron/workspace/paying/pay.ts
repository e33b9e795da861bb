/**
 * Money that moves: payments, advances taken back out of what is owed, and what becomes of money that was paid too much.
 *
 * Called inside a command. Nobody pays more than is owed, or takes back more than is left; what two colleagues did apart from
 * each other may, and then nothing more is paid until one of the entries is taken back.
 */

import type { WritableDb } from '../../../db/database'
import { entriesOf, type EntryRow, findEntry, type PayableRow } from '../../../db/repositories/payables'
import {
  booksOf,
  ended,
  type Entry,
  payment,
  recoup,
  type Recoupable,
  recovery,
  reversal,
  standing,
} from '../../../shared/domain/ledger'
import { PAYABLE } from '../../../shared/domain/payables'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { book, payableIn, post, type PostingNotes, takeBack } from './posting'
import { refuseHeld, stepPayable } from './steps'

/**
 * Pays all or a part of what is owed. Refuses as `record.onHold` also what was paid too much already; as `record.invalid` of
 * `amount` more than is owed (`moreThanOwed`).
 */
export function pay(
  context: WorkspaceContext,
  tx: WritableDb,
  { id, amount, notes }: { readonly id: string; readonly amount: number; readonly notes: PostingNotes },
): string {
  const payable = payableToPay(context, tx, id, amount, notes)
  const entry = post(context, tx, payable, payment(payable, amount), notes)
  settleIfPaid(context, tx, id)
  return entry
}

/** Takes back a part of an advance, or of an overpayment, out of what is owed. `left` says how much there is. */
export function recoupFrom(
  context: WorkspaceContext,
  tx: WritableDb,
  input: { readonly id: string; readonly fromId: string; readonly amount: number; readonly notes: PostingNotes },
): string {
  const { id, fromId, amount, notes } = input
  const source = payableIn(tx, fromId)
  refuseHeld(tx, source)
  const payable = payableToPay(context, tx, id, amount, notes)
  const account = sourceAccount(source)
  const sameBooks =
    source.currency === payable.currency &&
    source.shopId === payable.shopId &&
    source.creatorId !== null &&
    source.creatorId === payable.creatorId
  if (!sameBooks || fromId === id) throw invalid('fromId', 'notTheirs')
  if (account === null || amount > leftOn(source, account)) throw invalid('amount', 'moreThanLeft')
  const entry = post(context, tx, payable, recoup(payable, { id: fromId, account }, amount), notes)
  settleIfPaid(context, tx, id)
  return entry
}

/** Takes back a payment, a recoup, or what became of an overpayment, with a reason. Accruals follow the steps. */
export function reverseEntry(
  context: WorkspaceContext,
  tx: WritableDb,
  entryId: string,
  notes: PostingNotes,
): EntryRow {
  const entry = findEntry(tx, entryId)
  if (entry === null) throw new AppError('record.notFound', { entity: 'ledgerEntries', id: entryId })
  const payable = payableIn(tx, entry.payableId)
  refuseHeld(tx, payable)
  const entries = entriesOf(tx, { payableIds: [entry.payableId] })
  if (!isReversible(entry) || !standing(entries).some(({ id }) => id === entryId))
    throw new AppError('record.inUse', { entity: 'ledgerEntries', id: entryId, by: 'ledgerEntries' })
  refuseWithoutCover(payable, entries, entry)
  takeBack(context, tx, entry, notes)
  const after = payableIn(tx, payable.id)
  if (after.state === 'paid' && after.books.owed > 0)
    stepPayable(context, tx, { id: payable.id, to: 'approved', reason: notes.reason ?? '' })
  return entry
}

/** Whether people may take an entry back by itself: what is booked as owed follows from the steps. */
export function isReversible({ kind, debit, credit }: Entry): boolean {
  return kind === 'payment' || kind === 'recoup' || (kind === 'adjustment' && isAboutExcess(debit, credit))
}

function isAboutExcess(debit: string, credit: string): boolean {
  return debit === 'recoverable' || debit === 'writeOff' || debit === 'bank' || credit === 'recoverable'
}

/** What was really paid too much is owed back from now on. */
export function recoverExcess(context: WorkspaceContext, tx: WritableDb, id: string, notes: PostingNotes): string {
  const payable = payableIn(tx, id)
  refuseHeld(tx, payable)
  if (payable.books.owed >= 0) throw invalid('amount', 'nothingOverpaid')
  return post(context, tx, payable, recovery(payable, -payable.books.owed), notes)
}

/** What is left of an advance or of an overpayment came back, or is given up. */
export function endAdvance(
  context: WorkspaceContext,
  tx: WritableDb,
  input: {
    readonly id: string
    readonly to: 'bank' | 'writeOff'
    readonly amount: number
    readonly notes: PostingNotes
  },
): string {
  const { id, to, amount, notes } = input
  const payable = payableIn(tx, id)
  refuseHeld(tx, payable)
  const account = sourceAccount(payable)
  if (account === null || amount > leftOn(payable, account)) throw invalid('amount', 'moreThanLeft')
  return post(context, tx, payable, ended(payable, { to, account }, amount), notes)
}

/** A payable on which this much can be paid, agreed to by now. */
function payableToPay(
  context: WorkspaceContext,
  tx: WritableDb,
  id: string,
  amount: number,
  notes: PostingNotes,
): PayableRow {
  const payable = payableIn(tx, id)
  refuseHeld(tx, payable)
  if (payable.problem !== null) throw new AppError('record.onHold', { entity: 'payables', id })
  const { state: from, toPay } = payable
  if (!PAYABLE.edges[from].includes('paid'))
    throw new AppError('record.illegalStep', { entity: 'payables', id, from, to: 'paid' })
  if (amount > toPay) throw invalid('amount', 'moreThanOwed')
  // Paid in full, it goes there in one step: that is what colleagues' steps are held against.
  if (from === 'open' && amount === toPay) book(context, tx, id, payable.amount, { day: notes.day })
  else if (from === 'open') stepPayable(context, tx, { id, to: 'approved', notes: { day: notes.day } })
  return payableIn(tx, id)
}

function settleIfPaid(context: WorkspaceContext, tx: WritableDb, id: string): void {
  if (payableIn(tx, id).books.owed === 0) stepPayable(context, tx, { id, to: 'paid' })
}

/** The account from which something can be taken: the advance first. */
function sourceAccount({ books }: PayableRow): Recoupable | null {
  return books.leftOfAdvance > 0 ? 'advances' : books.leftToRecover > 0 ? 'recoverable' : null
}

function leftOn({ books }: PayableRow, account: Recoupable): number {
  return account === 'advances' ? books.leftOfAdvance : books.leftToRecover
}

/** An advance that was recouped already does not become unpaid beneath it. */
function refuseWithoutCover(payable: PayableRow, entries: readonly EntryRow[], entry: EntryRow): void {
  const books = booksOf(payable, [...entries, { ...reversal(entry), id: '' }])
  const isWorse =
    (books.leftOfAdvance < 0 && books.leftOfAdvance < payable.books.leftOfAdvance) ||
    (books.leftToRecover < 0 && books.leftToRecover < payable.books.leftToRecover)
  if (isWorse) throw invalid('amount', 'recouped')
}

function invalid(field: string, reason: string): AppError {
  return new AppError('record.invalid', { entity: 'payables', field, reason })
}
