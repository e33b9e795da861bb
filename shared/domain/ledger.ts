/**
 * The ledger of what is owed to creators outside the platform: double entry by construction.
 *
 * An entry moves an amount from one account to another, so all accounts together are always zero. Nothing is edited or
 * deleted: what was posted wrongly is followed by its reversal. Amounts of different currencies never meet in one sum.
 */

export const ACCOUNTS = ['fees', 'advances', 'recoverable', 'creatorPayable', 'bank', 'writeOff'] as const
/**
 * `fees` what creators' work cost; `advances` paid before the work, to be recouped; `recoverable` paid twice or for nothing,
 * to be got back; `creatorPayable` owed to creators; `bank` money; `writeOff` given up, by us or by them.
 */
export type Account = (typeof ACCOUNTS)[number]

/** What creators owe us: it is taken out of what we owe them, comes back, or is given up. */
export type Recoupable = 'advances' | 'recoverable'

export const ENTRY_KINDS = ['accrual', 'payment', 'recoup', 'adjustment', 'reversal'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** What an entry says about money. `amount`: minor units, above zero, from the account `credit` to the account `debit`. */
export interface Movement {
  readonly kind: EntryKind
  readonly debit: Account
  readonly credit: Account
  readonly amount: number
  readonly currency: string
}

export interface Posting extends Movement {
  readonly payableId: string
  /** The payable out of whose advance or overpayment this takes, or into whose it puts. */
  readonly advanceId: string | null
  readonly reversesId: string | null
}

/** A posting that is in the books. */
export interface Entry extends Posting {
  readonly id: string
}

/** What of a payable the books need to know. */
export interface Bookable {
  readonly id: string
  readonly amount: number
  readonly currency: string
  /** Paid before the work, and taken back from what is owed later. */
  readonly isAdvance: boolean
}

/** It is agreed to: from now on it is owed. */
export function accrual(payable: Bookable): Posting {
  return { ...plain(payable, 'accrual'), debit: costAccount(payable), credit: 'creatorPayable', amount: payable.amount }
}

export function payment(payable: Bookable, amount: number): Posting {
  return { ...plain(payable, 'payment'), advanceId: null, debit: 'creatorPayable', credit: 'bank', amount }
}

/** A part of `from` that is taken back out of what is owed for `payable`. */
export function recoup(
  payable: Bookable,
  from: { readonly id: string; readonly account: Recoupable },
  amount: number,
): Posting {
  return { ...plain(payable, 'recoup'), advanceId: from.id, debit: 'creatorPayable', credit: from.account, amount }
}

/** The amount was wrong, by this much: more is owed where it is above zero, less where it is below. */
export function adjustment(payable: Bookable, by: number): Posting {
  const cost = costAccount(payable)
  const way = by > 0 ? ({ debit: cost, credit: OWED } as const) : ({ debit: OWED, credit: cost } as const)
  return { ...plain(payable, 'adjustment'), ...way, amount: Math.abs(by) }
}

/** What was really paid too much is owed back by the creator. */
export function recovery(payable: Bookable, amount: number): Posting {
  return {
    ...plain(payable, 'adjustment'),
    advanceId: payable.id,
    debit: 'recoverable',
    credit: 'creatorPayable',
    amount,
  }
}

/** What is left of an advance or of an overpayment came back to the `bank`, or is given up (`writeOff`). */
export function ended(
  payable: Bookable,
  how: { readonly to: 'bank' | 'writeOff'; readonly account: Recoupable },
  amount: number,
): Posting {
  return { ...plain(payable, 'adjustment'), advanceId: payable.id, debit: how.to, credit: how.account, amount }
}

/** Takes an entry back: the same amount the other way. Refuses a reversal: what it took back is posted anew. */
export function reversal(entry: Entry): Posting {
  if (entry.kind === 'reversal') throw new RangeError('a reversal is not reversed')
  const { id, debit, credit, payableId, advanceId, amount, currency } = entry
  return { kind: 'reversal', debit: credit, credit: debit, amount, currency, payableId, advanceId, reversesId: id }
}

/** The entries that nothing took back, reversals themselves left out. */
export function standing<E extends Entry>(entries: readonly E[]): readonly E[] {
  const reversed = new Set(entries.flatMap(({ kind, reversesId }) => (kind === 'reversal' ? [reversesId] : [])))
  return entries.filter(({ id, kind }) => kind !== 'reversal' && !reversed.has(id))
}

/** By currency, what each account holds; debits count up, credits down. Together they are zero in every currency. */
export function balances(entries: readonly Movement[]): ReadonlyMap<string, Readonly<Record<Account, number>>> {
  const sums = new Map<string, Record<Account, number>>()
  for (const { debit, credit, amount, currency } of entries) {
    const accounts = sums.get(currency) ?? nothing()
    accounts[debit] += amount
    accounts[credit] -= amount
    sums.set(currency, accounts)
  }
  return sums
}

/** What the books say of one payable, in its currency. */
export interface Books {
  /** Agreed to, with what was adjusted. */
  readonly booked: number
  readonly paid: number
  /** Taken out of it for advances, and for what was overpaid before. */
  readonly recouped: number
  /** Of `recouped`, what had been an advance: it counted as a fee when the advance did. */
  readonly advanced: number
  /** Overpaid, and to be got back. */
  readonly recovered: number
  /** Still to be paid; below zero: too much was. */
  readonly owed: number
  /** Of an advance: paid, and neither recouped, paid back nor given up. Below zero: two people recouped the same money. */
  readonly leftOfAdvance: number
  /** The same of what was overpaid. */
  readonly leftToRecover: number
}

/**
 * The books of one payable. `entries`: every entry that names it, as payable or as advance; those of others are passed over,
 * and those in another currency than its own, which no sum may mix.
 */
export function booksOf(payable: Bookable, entries: readonly Entry[]): Books {
  const valid = standing(entries).filter(({ currency }) => currency === payable.currency)
  const own = valid.filter(({ payableId }) => payableId === payable.id)
  const cost = costAccount(payable)
  const booked =
    sum(own, ({ kind }) => kind === 'accrual') +
    sum(own, (one) => one.kind === 'adjustment' && one.debit === cost && one.credit === OWED) -
    sum(own, (one) => one.kind === 'adjustment' && one.debit === OWED && one.credit === cost)
  const paid = sum(own, ({ kind }) => kind === 'payment')
  const recouped = sum(own, ({ kind }) => kind === 'recoup')
  const recovered = sum(own, ({ debit, credit }) => debit === 'recoverable' && credit === OWED)
  const gone = (account: Account) =>
    sum(valid, (one) => one.kind === 'recoup' && one.advanceId === payable.id && one.credit === account) +
    sum(own, ({ debit, credit }) => (debit === 'writeOff' || debit === 'bank') && credit === account)
  const advance = payable.isAdvance ? Math.min(booked, paid - recovered) : 0
  return {
    booked,
    paid,
    recouped,
    advanced: sum(own, ({ kind, credit }) => kind === 'recoup' && credit === 'advances'),
    recovered,
    owed: booked - paid - recouped + recovered,
    leftOfAdvance: advance - gone('advances'),
    leftToRecover: recovered - gone('recoverable'),
  }
}

const OWED = 'creatorPayable' satisfies Account

/** What a payable costs stands here once it is agreed to. */
function costAccount({ isAdvance }: Bookable): 'advances' | 'fees' {
  return isAdvance ? 'advances' : 'fees'
}

function plain({ id, currency, isAdvance }: Bookable, kind: EntryKind) {
  return { kind, currency, payableId: id, advanceId: isAdvance ? id : null, reversesId: null }
}

function nothing(): Record<Account, number> {
  return { fees: 0, advances: 0, recoverable: 0, creatorPayable: 0, bank: 0, writeOff: 0 }
}

function sum<M extends Movement>(of: readonly M[], passes: (one: M) => boolean): number {
  return of.reduce((total, one) => (passes(one) ? total + one.amount : total), 0)
}
