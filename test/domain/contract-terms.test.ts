/** What a contract is worth, what it obliges whom to and when, and when a guard says no: worked out by hand, and properties. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  advanceFinding,
  type AdvancePaper,
  type Booking,
  exclusivityFindings,
  GUARD_RULES,
  overlap,
  overlapFindings,
  type PaperInTime,
  sampleFinding,
} from '../../shared/domain/contract-guards'
import { obligationsOf, spread } from '../../shared/domain/contract-obligations'
import {
  addMonths,
  contractMonths,
  contractTotal,
  type ContractTerms,
  termProblems,
} from '../../shared/domain/contract-terms'

const TERMS: ContractTerms = {
  kind: 'flatFee',
  fromDay: '2026-03-01',
  toDay: '2026-03-30',
  currency: 'USD',
  fee: null,
  advance: null,
  guaranteed: null,
  rate: null,
  cap: null,
  videos: null,
  lives: null,
  rounds: null,
  usageDays: null,
  exclusive: null,
  exclusiveUntil: null,
  noticeDays: null,
  renewMonths: null,
}
const lines = (more: Partial<ContractTerms>) =>
  obligationsOf({ ...TERMS, ...more }, { payDays: 15 }).map(({ key, dueDay, amount }) =>
    [key, dueDay ?? '-', ...(amount === null ? [] : [amount])].join(' '),
  )

describe('months and worth', () => {
  test('a month goes on the same day of the next, or on its last', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
    expect(addMonths('2026-11-15', 3)).toBe('2027-02-15')
    expect(contractMonths('2026-01-31', '2026-04-29')).toEqual(['2026-01-31', '2026-02-28', '2026-03-31'])
  })

  test('a retainer is worth its months, a guarantee comes on top of a fee, a cap bounds all of it', () => {
    expect(contractTotal({ ...TERMS, kind: 'retainer', fee: 50_000, toDay: '2026-05-31' })).toBe(150_000)
    expect(contractTotal({ ...TERMS, kind: 'guaranteed', fee: 10_000, guaranteed: 40_000 })).toBe(50_000)
    expect(contractTotal({ ...TERMS, fee: 90_000, cap: 60_000 })).toBe(60_000)
    expect(contractTotal({ ...TERMS, kind: 'cpsSample', rate: 1500 })).toBeNull()
    expect(contractTotal({ ...TERMS, kind: 'cpsSample', cap: 20_000 })).toBe(20_000)
    expect(contractTotal({ ...TERMS, kind: 'retainer', fee: 50_000, toDay: null })).toBeNull()
  })

  test('figures that cannot be are told with their field', () => {
    const problems = (more: Partial<ContractTerms>) =>
      termProblems({ ...TERMS, ...more }).map(({ field, reason }) => `${field} ${reason}`)
    expect(problems({ fee: 90_000, advance: 90_000, rate: 100 })).toEqual([])
    expect(problems({ fee: 90_000, advance: 90_001 })).toEqual(['advance largerThanContract'])
    expect(problems({ rate: 99 })).toEqual(['rate outsideBounds'])
    expect(problems({ rate: 8001 })).toEqual(['rate outsideBounds'])
    expect(problems({ fromDay: '2026-03-31' })).toEqual(['toDay endsBeforeItBegins'])
    expect(problems({ fee: -1 })).toEqual(['fee negative'])
    expect(problems({ fee: 1, currency: null })).toEqual(['currency missing'])
    expect(problems({ fee: 10, cap: 9 })).toEqual(['cap lessThanAgreed'])
    expect(problems({ noticeDays: 31 })).toEqual(['noticeDays longerThanContract'])
    expect(problems({ noticeDays: 30, exclusiveUntil: '2026-02-01' })).toEqual(['exclusiveUntil endsBeforeItBegins'])
  })
})

describe('obligations', () => {
  test('spread three videos over thirty days and pay the rest of the fee after the last', () => {
    expect(lines({ videos: 3, lives: 1, fee: 90_000, advance: 30_000 })).toEqual([
      'video-1 2026-03-10',
      'video-2 2026-03-20',
      'video-3 2026-03-30',
      'live-1 2026-03-30',
      'payment-advance 2026-03-01 30000',
      'payment-fee 2026-04-14 60000',
      'renewal 2026-03-30',
    ])
  })

  test('of a retainer come month by month, the advance recouped from the first months', () => {
    expect(
      lines({
        kind: 'retainer',
        toDay: '2026-05-31',
        videos: 2,
        fee: 50_000,
        advance: 70_000,
        renewMonths: 3,
        noticeDays: 10,
      }),
    ).toEqual([
      'video-01-1 2026-03-16',
      'video-01-2 2026-03-31',
      'video-02-1 2026-04-15',
      'video-02-2 2026-04-30',
      'video-03-1 2026-05-16',
      'video-03-2 2026-05-31',
      'payment-advance 2026-03-01 70000',
      'payment-02 2026-05-15 30000',
      'payment-03 2026-06-15 50000',
      'renewal 2026-05-31',
      'notice 2026-05-21',
    ])
  })

  test('tell when usage and exclusivity end, and the cap', () => {
    expect(lines({ usageDays: 90, exclusive: 'beauty', exclusiveUntil: '2026-06-30', cap: 5000 })).toEqual([
      'usage 2026-06-28',
      'exclusivity 2026-06-30',
      'renewal 2026-03-30',
      'cap - 5000',
    ])
    expect(lines({ toDay: null, videos: 2, exclusive: 'beauty' })).toEqual(['video-1 -', 'video-2 -', 'exclusivity -'])
  })

  test('more videos than days share days, and none is due outside the contract', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 0, max: 120 }), (count, days) => {
        const to = new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10)
        const due = spread(count, '2026-01-01', to)
        expect(due).toHaveLength(count)
        expect(due.at(-1)).toBe(to)
        for (const [i, day] of due.entries()) {
          expect(day! >= (due[i - 1] ?? '2026-01-01')).toBe(true)
          expect(day! <= to).toBe(true)
        }
      }),
    )
  })

  test('payments come to what the contract is worth, to the cent, and keys are never given twice', () => {
    const kind = fc.constantFrom('flatFee' as const, 'guaranteed' as const, 'retainer' as const)
    fc.assert(
      fc.property(
        fc.record({
          kind,
          fee: fc.integer({ min: 0, max: 1e9 }),
          guaranteed: fc.integer({ min: 0, max: 1e9 }),
          ahead: fc.integer({ min: 0, max: 100 }),
          months: fc.integer({ min: 1, max: 24 }),
        }),
        ({ kind: of, fee, guaranteed, ahead, months }) => {
          const terms = {
            ...TERMS,
            kind: of,
            fee,
            guaranteed: of === 'guaranteed' ? guaranteed : null,
            toDay: `${2026 + Math.floor((2 + months) / 12)}-${String(((2 + months) % 12) + 1).padStart(2, '0')}-01`,
          }
          const total = contractTotal(terms) ?? 0
          const advance = Math.floor((total * ahead) / 100)
          const all = obligationsOf({ ...terms, advance }, { payDays: 15 })
          const paid = all.filter((line) => line.kind === 'payment')
          expect(paid.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(total)
          expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
        },
      ),
    )
  })
})

describe('guards', () => {
  const rules = { ...GUARD_RULES, sampleLimit: 10_000, currency: 'USD' }

  test('hold samples of more than the limit back until paper is signed', () => {
    const found = (amount: number | null, signed: boolean, currency = 'USD') =>
      sampleFinding(rules, { amount, currency }, signed)?.reason ?? null
    expect(found(10_000, false)).toBeNull()
    expect(found(10_001, false)).toBe('unsigned')
    expect(found(10_001, true)).toBeNull()
    expect(found(null, false)).toBeNull()
    expect(found(1, false, 'THB')).toBe('notComparable')
    expect(sampleFinding(GUARD_RULES, { amount: 1e9, currency: 'USD' }, false)).toBeNull()
  })

  test('hold advances back without paper, and refuse what is more than the paper is worth', () => {
    const paper: AdvancePaper = { id: 'c', title: 'T', currency: 'USD', total: 90_000, isSigned: true, hold: false }
    const found = (amount: number, on: AdvancePaper | null, more: { besides?: number; currency?: string } = {}) => {
      const finding = advanceFinding(rules, { amount, currency: 'USD', besides: 0, ...more }, on)
      return finding === null ? null : `${finding.reason} ${finding.canOverride}`
    }
    expect(found(90_000, paper)).toBeNull()
    expect(found(90_001, paper)).toBe('largerThanContract false')
    expect(found(50_000, paper, { besides: 40_001 })).toBe('largerThanContract false')
    expect(found(50_000, { ...paper, isSigned: false })).toBe('unsigned true')
    expect(found(50_000, { ...paper, hold: true })).toBe('onHold false')
    expect(found(50_000, paper, { currency: 'THB' })).toBe('otherCurrency false')
    expect(found(50_000, null)).toBe('unsigned true')
    expect(found(1e9, { ...paper, total: null })).toBeNull()
    expect(advanceFinding({ ...rules, advances: false }, { amount: 1, currency: 'USD', besides: 0 }, null)).toBeNull()
  })

  const PAPER: PaperInTime = {
    id: 'theirs',
    title: 'Rival',
    shopId: 's2',
    clientId: 'k2',
    from: '2026-03-01',
    to: '2026-03-31',
    exclusive: 'Beauty, 护肤',
    exclusiveUntil: null,
    renews: false,
  }
  const BOOKING: Booking = { contractId: 'own', shopId: 's1', clientId: 'k1', from: '2026-03-31', to: null, about: [] }
  const conflicts = (booking: Partial<Booking>, paper: Partial<PaperInTime> = {}) =>
    exclusivityFindings(rules, { ...BOOKING, ...booking }, [{ ...PAPER, ...paper }]).map(
      ({ contractId, until }) => `${contractId} ${until}`,
    )

  test('find what another client’s paper keeps the creator from, in the time it holds', () => {
    expect(conflicts({})).toEqual(['theirs 2026-03-31'])
    expect(conflicts({ from: '2026-04-01' })).toEqual([])
    expect(conflicts({ from: '2026-04-01' }, { exclusiveUntil: '2026-06-30' })).toEqual(['theirs 2026-06-30'])
    expect(conflicts({ from: '2027-01-01' }, { renews: true })).toEqual(['theirs null'])
    expect(conflicts({ clientId: 'k2' })).toEqual([])
    expect(conflicts({ clientId: null, shopId: 's2' })).toEqual([])
    expect(conflicts({}, { exclusive: ' , ' })).toEqual([])
  })

  test('let through work that the paper does not speak of, and ask where nobody knows what it is about', () => {
    expect(conflicts({ about: ['Kitchen'] })).toEqual([])
    expect(conflicts({ about: ['Kitchen', 'Beauty tools'] })).toEqual(['theirs 2026-03-31'])
    expect(conflicts({ about: ['护肤品'] })).toEqual(['theirs 2026-03-31'])
    expect(exclusivityFindings({ ...rules, exclusivity: false }, BOOKING, [PAPER])).toEqual([])
  })

  test('find a second contract with the same shop in the same time', () => {
    const found = (paper: Partial<PaperInTime>) => overlapFindings(BOOKING, [{ ...PAPER, ...paper }]).length
    expect(found({ shopId: 's1' })).toBe(1)
    expect(found({})).toBe(0)
    expect(found({ shopId: 's1', to: '2026-03-30' })).toBe(0)
    expect(found({ shopId: 's1', to: '2026-03-30', renews: true })).toBe(1)
    expect(found({ shopId: 's1', id: 'own' })).toBe(0)
  })

  test('two spans share a day exactly when one of their days lies in both', () => {
    const day = fc.integer({ min: 1, max: 28 })
    const span = fc.record({ from: fc.option(day), to: fc.option(day) })
    const text = (at: number | null) => (at === null ? null : `2026-02-${String(at).padStart(2, '0')}`)
    fc.assert(
      fc.property(span, span, (a, b) => {
        const proper = [a, b].every(({ from, to }) => (from ?? 1) <= (to ?? 28))
        fc.pre(proper)
        const within = (at: number, { from, to }: typeof a) => (from ?? 0) <= at && at <= (to ?? 99)
        const shared = Array.from({ length: 100 }, (_, at) => at).some((at) => within(at, a) && within(at, b))
        const [x, y] = [a, b].map(({ from, to }) => ({ from: text(from), to: text(to) }))
        expect(overlap(x!, y!)).toBe(shared)
      }),
    )
  })
})
