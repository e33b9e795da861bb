/** The ledger: every account together is zero, reversals cancel, and nothing is taken twice. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  type Account,
  accrual,
  ACCOUNTS,
  adjustment,
  balances,
  type Bookable,
  booksOf,
  ended,
  type Entry,
  payment,
  type Posting,
  recoup,
  recovery,
  reversal,
  standing,
} from '../../shared/domain/ledger'

const FEE: Bookable = { id: 'fee', amount: 800_00, currency: 'USD', isAdvance: false }
const ADVANCE: Bookable = { id: 'advance', amount: 500_00, currency: 'USD', isAdvance: true }

/** Postings in order, with ids. */
function posted(...postings: readonly Posting[]): Entry[] {
  return postings.map((posting, index) => ({ ...posting, id: `e${index}` }))
}

const accountsOf = (entries: readonly Entry[], currency = 'USD') => balances(entries).get(currency)

describe('what is posted', () => {
  test('a fee that is agreed to and paid in two parts leaves nothing owed', () => {
    const entries = posted(accrual(FEE), payment(FEE, 300_00), payment(FEE, 500_00))
    expect(accountsOf(entries)).toEqual({
      fees: 800_00,
      advances: 0,
      recoverable: 0,
      creatorPayable: 0,
      bank: -800_00,
      writeOff: 0,
    })
    expect(booksOf(FEE, entries.slice(0, 2))).toMatchObject({ booked: 800_00, paid: 300_00, owed: 500_00 })
    expect(booksOf(FEE, entries)).toMatchObject({ booked: 800_00, paid: 800_00, owed: 0, leftOfAdvance: 0 })
  })

  test('an advance that is recouped from a later fee: 800 are owed in all, 500 of them were paid before', () => {
    const entries = posted(
      accrual(ADVANCE),
      payment(ADVANCE, 500_00),
      accrual(FEE),
      recoup(FEE, { id: 'advance', account: 'advances' }, 500_00),
      payment(FEE, 300_00),
    )
    expect(accountsOf(entries)).toMatchObject({ fees: 800_00, advances: 0, creatorPayable: 0, bank: -800_00 })
    expect(booksOf(ADVANCE, entries.slice(0, 1)).leftOfAdvance).toBe(0)
    expect(booksOf(ADVANCE, entries.slice(0, 2)).leftOfAdvance).toBe(500_00)
    expect(booksOf(ADVANCE, entries)).toMatchObject({ leftOfAdvance: 0, owed: 0 })
    expect(booksOf(FEE, entries)).toMatchObject({ recouped: 500_00, advanced: 500_00, paid: 300_00, owed: 0 })
  })

  test('paid twice: owed back, and taken out of the next fee', () => {
    const next = { ...FEE, id: 'next' }
    const twice = posted(accrual(FEE), payment(FEE, 800_00), payment(FEE, 800_00))
    expect(booksOf(FEE, twice).owed).toBe(-800_00)
    const entries = [...twice, { ...recovery(FEE, 800_00), id: 'r' }]
    expect(booksOf(FEE, entries)).toMatchObject({ owed: 0, leftToRecover: 800_00 })
    const later = [
      ...entries,
      { ...accrual(next), id: 'a' },
      { ...recoup(next, { id: 'fee', account: 'recoverable' }, 600_00), id: 'b' },
      { ...ended(FEE, { to: 'bank', account: 'recoverable' }, 200_00), id: 'c' },
    ]
    expect(booksOf(FEE, later)).toMatchObject({ owed: 0, leftToRecover: 0, paid: 1600_00 })
    // What was overpaid was no fee: the next one counts in full.
    expect(booksOf(next, later)).toMatchObject({ recouped: 600_00, advanced: 0, owed: 200_00 })
    expect(accountsOf(later)).toMatchObject({ fees: 1600_00, recoverable: 0, creatorPayable: -200_00, bank: -1400_00 })
  })

  test('an adjustment up and down moves what is owed by just that', () => {
    const entries = posted(accrual(FEE), adjustment(FEE, 50_00), adjustment(FEE, -150_00))
    expect(booksOf(FEE, entries)).toMatchObject({ booked: 700_00, owed: 700_00 })
    expect(accountsOf(entries)).toMatchObject({ fees: 700_00, creatorPayable: -700_00 })
  })

  test('a reversal is no entry to take back', () => {
    const [entry] = posted(accrual(FEE))
    expect(() => reversal({ ...reversal(entry!), id: 'x' })).toThrow(RangeError)
  })
})

const SEED = 20260131

const ids = ['a', 'b', 'c'] as const
const payables = (currencies: readonly string[]): readonly Bookable[] =>
  ids.map((id, index) => ({
    id,
    amount: 1000 * (index + 1),
    currency: currencies[index % currencies.length] ?? 'USD',
    isAdvance: index === 0,
  }))

const act = fc.record({
  what: fc.constantFrom('accrue', 'pay', 'adjust', 'recoup', 'recover', 'end', 'reverse'),
  who: fc.nat(2),
  amount: fc.integer({ min: 1, max: 5000 }),
  pick: fc.nat(100),
})

/** A life of three payables in which people take what is offered: no more than is left, no more than is owed. */
function live(acts: readonly (typeof act extends fc.Arbitrary<infer A> ? A : never)[], currencies: readonly string[]) {
  const all = payables(currencies)
  const entries: Entry[] = []
  const add = (posting: Posting) => entries.push({ ...posting, id: `e${entries.length}` })
  for (const { what, who, amount, pick } of acts) {
    const one = all[who]!
    const books = booksOf(one, entries)
    if (what === 'accrue' && books.booked === 0) add(accrual(one))
    if (what === 'pay') add(payment(one, amount))
    if (what === 'adjust') add(adjustment(one, pick % 2 === 0 ? amount : -amount))
    if (what === 'recover' && books.owed < 0) add(recovery(one, -books.owed))
    if (what === 'recoup') {
      const [advance] = all
      const most = Math.min(booksOf(advance!, entries).leftOfAdvance, books.owed)
      if (one !== advance && one.currency === advance!.currency && most > 0)
        add(recoup(one, { id: advance!.id, account: 'advances' }, Math.min(most, amount)))
    }
    if (what === 'end' && books.leftToRecover > 0)
      add(ended(one, { to: 'bank', account: 'recoverable' }, Math.min(amount, books.leftToRecover)))
    const open = standing(entries)
    if (what === 'reverse' && open.length > 0) add(reversal(open[pick % open.length]!))
  }
  return { all, entries }
}

const NOTHING = Object.fromEntries(ACCOUNTS.map((account) => [account, 0]))
const CURRENCIES = fc.constantFrom(['USD'], ['USD', 'USD', 'GBP'], ['THB', 'USD', 'VND'])

describe('whatever is posted', () => {
  test('all accounts together are zero, in every currency', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), CURRENCIES, (acts, currencies) => {
        const { entries } = live(acts, currencies)
        for (const accounts of balances(entries).values())
          expect(Object.values<number>(accounts).reduce((sum, one) => sum + one, 0)).toBe(0)
      }),
      { seed: SEED },
    )
  })

  test('an entry and its reversal are zero on every account; with all reversed nothing is left', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), CURRENCIES, (acts, currencies) => {
        const { all, entries } = live(acts, currencies)
        for (const entry of standing(entries))
          expect(balances([entry, reversal(entry)]).get(entry.currency)).toEqual(NOTHING)
        const back = [...entries, ...standing(entries).map((entry, i) => ({ ...reversal(entry), id: `r${i}` }))]
        expect(standing(back)).toEqual([])
        for (const accounts of balances(back).values()) expect(accounts).toEqual(NOTHING)
        for (const one of all)
          expect(booksOf(one, back)).toMatchObject({ booked: 0, paid: 0, recouped: 0, owed: 0, leftOfAdvance: 0 })
      }),
      { seed: SEED },
    )
  })

  test('what is owed for a payable is what stands on the account of creators for it', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), CURRENCIES, (acts, currencies) => {
        const { all, entries } = live(acts, currencies)
        for (const one of all) {
          const own = entries.filter(({ payableId }) => payableId === one.id)
          const account: Account = 'creatorPayable'
          expect(booksOf(one, entries).owed + (accountsOf(own, one.currency)?.[account] ?? 0)).toBe(0)
        }
      }),
      { seed: SEED },
    )
  })

  test('no more of an advance is recouped than was paid of it, without reversals', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const { all, entries } = live(
          acts.filter(({ what }) => what !== 'reverse' && what !== 'adjust'),
          ['USD'],
        )
        const [advance] = all
        const taken = entries.filter(({ kind }) => kind === 'recoup').reduce((sum, { amount }) => sum + amount, 0)
        expect(taken).toBeLessThanOrEqual(Math.min(advance!.amount, booksOf(advance!, entries).paid))
        for (const one of all.slice(1)) expect(booksOf(one, entries).recouped).toBeLessThanOrEqual(one.amount)
      }),
      { seed: SEED },
    )
  })
})
