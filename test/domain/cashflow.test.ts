import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  type CashItem,
  groupNet,
  lateSettlements,
  occurrences,
  type SaleGroup,
  settlementItems,
} from '../../shared/domain/cash-items'
import { adviceFor, calendarOf, cashFrame, lastDayOf, type Placed, placementOf } from '../../shared/domain/cashflow'
import { dayInZone, dayNumber, dayOfNumber } from '../../shared/domain/days'
import { termsInForce } from '../../shared/domain/settlement-rules'

const day = dayNumber
const THURSDAY = day('2026-01-15')
const frame = cashFrame(THURSDAY)

const item = (key: string, on: string, amount: number, more: Partial<CashItem> = {}): CashItem => ({
  key,
  kind: amount > 0 ? 'client' : 'payable',
  shopId: null,
  day: day(on),
  amount,
  currency: 'USD',
  title: key,
  refId: key,
  lines: 0,
  behind: null,
  assumed: false,
  movable: amount < 0,
  ...more,
})

const placed = (items: readonly CashItem[], cut = THURSDAY - 1): Placed[] =>
  items.map((each) => ({ ...each, week: placementOf(each.day, cut, frame) }))

const group = (
  delivered: string,
  { settled = false, ...more }: Partial<SaleGroup> & { settled?: boolean } = {},
): SaleGroup => ({
  shopId: 'shop',
  currency: 'USD',
  ref: { settled, known: true, day: day(delivered) },
  delivered: day(delivered),
  lines: 3,
  sales: 100_00,
  refunds: 10_00,
  commission: 15_00,
  platformFee: 5_00,
  ...more,
})

const terms = (more: { days?: number; reserveRate?: number; reserveDays?: number; lateDays?: number } = {}) =>
  termsInForce({
    market: 'US',
    day: '2026-01-15',
    measuredDelivery: null,
    rules: [
      {
        shopId: 'shop',
        fromDay: '2020-01-01',
        tier: null,
        days: 7,
        deliveryDays: 5,
        payoutDays: 1,
        reserveRate: 0,
        reserveDays: 0,
        lateDays: 10,
        source: '',
        ...more,
      },
    ],
  })

describe('the weeks', () => {
  test('begin on the Monday of today and are thirteen', () => {
    expect(dayOfNumber(frame.first)).toBe('2026-01-12')
    expect(dayOfNumber(lastDayOf(frame))).toBe('2026-04-12')
  })

  test.each([
    ['2026-01-11', '2026-01-05'],
    ['2026-01-12', '2026-01-12'],
    ['2026-01-18', '2026-01-12'],
    ['1969-12-31', '1969-12-29'],
  ])('of %s begin on %s', (today, monday) => {
    expect(dayOfNumber(cashFrame(day(today)).first)).toBe(monday)
  })

  test('the Sunday evening of one office is the Monday morning of another', () => {
    const at = Date.UTC(2026, 2, 29, 17)
    expect(dayOfNumber(cashFrame(day(dayInZone(at, 'Europe/London'))).first)).toBe('2026-03-23')
    expect(dayOfNumber(cashFrame(day(dayInZone(at, 'Asia/Shanghai'))).first)).toBe('2026-03-30')
  })
})

describe('what comes of sales', () => {
  test('is what is left of them, seven days after delivery and one to the bank', () => {
    const [only, ...rest] = settlementItems(group('2026-01-20'), terms(), { cut: THURSDAY, slipTo: 0 })
    expect(rest).toEqual([])
    expect({ amount: only?.amount, day: dayOfNumber(only?.day ?? 0) }).toEqual({ amount: 70_00, day: '2026-01-28' })
  })

  test('a reserve is a part of it that comes later', () => {
    const items = settlementItems(group('2026-01-20'), terms({ reserveRate: 2000, reserveDays: 14 }), {
      cut: THURSDAY,
      slipTo: 0,
    })
    expect(items.map(({ kind, amount, day: on }) => [kind, amount, dayOfNumber(on)])).toEqual([
      ['settlement', 56_00, '2026-01-28'],
      ['reserve', 14_00, '2026-02-11'],
    ])
  })

  test('of what is settled only the reserve is still to come, and it does not slip', () => {
    const items = settlementItems(
      group('2026-01-05', { settled: true }),
      terms({ reserveRate: 2000, reserveDays: 14 }),
      { cut: THURSDAY, slipTo: 31 },
    )
    expect(items.map(({ kind, amount, day: on }) => [kind, amount, dayOfNumber(on)])).toEqual([
      ['reserve', 14_00, '2026-01-27'],
    ])
  })

  test('what was due before the balance was read is in the balance and does not slip out of it', () => {
    const items = settlementItems(group('2026-01-05'), terms(), { cut: THURSDAY, slipTo: 31 })
    expect(items.map(({ day: on }) => dayOfNumber(on))).toEqual(['2026-01-13'])
    expect(placementOf(items[0]?.day ?? 0, THURSDAY, frame)).toBe('passed')
  })

  test('is late ten days after it was due', () => {
    const groups = [group('2025-12-20'), group('2025-12-29'), group('2025-12-28', { settled: true })]
    // 2025-12-20 + 7 + 10 = 2026-01-06; 2025-12-29 + 7 + 10 = 2026-01-15, which is not over yet.
    expect(lateSettlements(groups, () => terms(), THURSDAY)).toEqual([
      { shopId: 'shop', currency: 'USD', amount: 70_00, lines: 3, since: day('2025-12-27') },
    ])
  })
})

describe('what comes again', () => {
  test('monthly on the 31st comes on the last day of shorter months', () => {
    expect(occurrences('2026-01-31', 'monthly', '2026-05-30')).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ])
    expect(occurrences('2028-01-30', 'monthly', '2028-03-30')).toEqual(['2028-01-30', '2028-02-29', '2028-03-30'])
    expect(occurrences('2026-11-15', 'monthly', '2027-01-15')).toEqual(['2026-11-15', '2026-12-15', '2027-01-15'])
  })

  test('weekly keeps its weekday over a change of clocks', () => {
    expect(occurrences('2026-03-20', 'weekly', '2026-04-05')).toEqual(['2026-03-20', '2026-03-27', '2026-04-03'])
  })

  test('once is once', () => {
    expect(occurrences('2026-03-20', null, '2026-04-05')).toEqual(['2026-03-20'])
    expect(occurrences('2026-04-06', null, '2026-04-05')).toEqual([])
  })
})

describe('the calendar', () => {
  const items = placed([
    item('yesterday', '2026-01-14', 9_99),
    item('today', '2026-01-15', -300),
    item('friday', '2026-01-16', -500),
    item('sunday', '2026-01-18', 1000),
    item('monday', '2026-01-19', -700),
    item('summer', '2026-07-01', 5000),
  ])
  const calendar = calendarOf(items, { amount: 1000, floor: 250 }, frame)

  test('runs from the opening balance, and finds the lowest day of each week', () => {
    expect(calendar.weeks.slice(0, 3)).toEqual([
      {
        from: day('2026-01-12'),
        to: day('2026-01-18'),
        inflow: 1000,
        outflow: -800,
        balance: 1200,
        low: 200,
        lowDay: day('2026-01-16'),
        red: true,
      },
      {
        from: day('2026-01-19'),
        to: day('2026-01-25'),
        inflow: 0,
        outflow: -700,
        balance: 500,
        low: 500,
        lowDay: day('2026-01-19'),
        red: false,
      },
      {
        from: day('2026-01-26'),
        to: day('2026-02-01'),
        inflow: 0,
        outflow: 0,
        balance: 500,
        low: 500,
        lowDay: day('2026-01-26'),
        red: false,
      },
    ])
    expect(calendar.passed).toEqual({ amount: 999, items: 1 })
    expect(calendar.beyond).toEqual({ amount: 5000, items: 1 })
  })

  test('says what could be done about a red week, and by how many days', () => {
    const advice = adviceFor(items, calendar, frame, 0)
    expect(advice).toMatchObject({
      short: 50,
      lowDay: day('2026-01-16'),
      recovery: day('2026-01-17') + 1,
      together: 300 + 500 + 1000,
    })
    expect(advice?.options.map(({ item: { key }, action, gains, enough, days }) => [key, action, gains, enough, days]))
      // On Saturday the balance is still 200: the 18th bears it.
      .toEqual([
        ['sunday', 'askEarlier', 1000, true, null],
        ['friday', 'delay', 500, true, 2],
        ['today', 'delay', 300, true, 3],
      ])
    expect(adviceFor(items, calendar, frame, 1)).toBeNull()
  })

  test('without a balance nothing is red, and the changes are shown', () => {
    const blind = calendarOf(items, null, frame)
    expect(blind.weeks[0]).toMatchObject({ balance: 200, low: -800, red: false })
  })
})

const anyItem = fc
  .record({
    on: fc.integer({ min: THURSDAY - 60, max: THURSDAY + 160 }),
    amount: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  })
  .map(({ on, amount }) => item(`${on} ${amount}`, dayOfNumber(on), amount))

test('the weeks, what is passed and what is beyond hold every item once', () => {
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 40 }), fc.integer({ min: -30, max: 0 }), (items, back) => {
      const all = placed(items, THURSDAY + back)
      const { weeks, passed, beyond } = calendarOf(all, { amount: 0, floor: 0 }, frame)
      const total = weeks.reduce((sum, { inflow, outflow }) => sum + inflow + outflow, 0)
      expect(total + passed.amount + beyond.amount).toBe(items.reduce((sum, { amount }) => sum + amount, 0))
      expect(weeks.at(-1)?.balance).toBe(total)
      for (const [i, week] of weeks.entries()) {
        expect(week.balance).toBe((weeks[i - 1]?.balance ?? 0) + week.inflow + week.outflow)
        expect(week.low).toBeLessThanOrEqual(week.balance)
      }
    }),
  )
})

test('stress moves money later and never changes how much it is', () => {
  const groups = fc.array(
    fc.record({
      delivered: fc.integer({ min: THURSDAY - 60, max: THURSDAY + 120 }),
      sales: fc.integer({ min: 0, max: 1_000_000 }),
      settled: fc.boolean(),
    }),
    { maxLength: 20 },
  )
  const rates = fc.record({
    days: fc.integer({ min: 0, max: 40 }),
    reserveRate: fc.integer({ min: 0, max: 10_000 }),
    reserveDays: fc.integer({ min: 1, max: 90 }),
  })
  fc.assert(
    fc.property(groups, rates, fc.integer({ min: 0, max: 31 }), (list, more, slipTo) => {
      const own = terms(more)
      const itemsAt = (slip: number) =>
        list.flatMap(({ delivered, ...rest }) =>
          settlementItems(group(dayOfNumber(delivered), rest), own, { cut: THURSDAY, slipTo: slip }),
        )
      const [plain, slipped] = [itemsAt(0), itemsAt(slipTo)]
      expect(slipped.map(({ amount }) => amount)).toEqual(plain.map(({ amount }) => amount))
      for (const [i, { day: later }] of slipped.entries()) expect(later).toBeGreaterThanOrEqual(plain[i]?.day ?? 0)
      const whole = list.reduce(
        (sum, { delivered, ...rest }) => sum + (rest.settled ? 0 : groupNet(group(dayOfNumber(delivered), rest))),
        0,
      )
      const unsettled = slipped.filter(({ key }) => key.endsWith('open'))
      expect(unsettled.reduce((sum, { amount }) => sum + amount, 0)).toBe(whole)
    }),
  )
})
