import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { BUDGET_PARTS, type BudgetInput, budgetOf, burnLine, type Spending } from '../../shared/domain/budget-guard'
import { addDays } from '../../shared/domain/days'

const plan = (more: Partial<BudgetInput> = {}): BudgetInput => ({
  cap: 100_000,
  today: '2026-11-20',
  fromDay: '2026-11-01',
  toDay: '2026-11-30',
  spending: [],
  promisedFees: 0,
  unknown: [],
  ...more,
})
const spent = (part: Spending['part'], day: string, amount: number): Spending => ({ part, day, amount })

/** 700 a day of commission in each of the last 14 days, worked out by hand below. */
const fortnight = Array.from({ length: 14 }, (_, back) => spent('commission', addDays('2026-11-20', -back), 700))

test('what was spent, what is promised, what is to be expected', () => {
  const budget = budgetOf(
    plan({
      promisedFees: 20_000,
      spending: [
        ...fortnight,
        spent('fees', '2026-11-05', 5000),
        spent('fees', '2026-11-25', 6000),
        spent('samples', '2026-11-10', 3000),
        { ...spent('samples', '2026-11-20', 1500), isPromised: true },
      ],
    }),
  )
  const line = (part: Spending['part']) => budget.lines.find((one) => one.part === part)
  // Of the fees 11,000 were written down; 9,000 of what was promised are left.
  expect(line('fees')).toMatchObject({ spent: 5000, committed: 6000 + 9000, expected: 0 })
  // 14 × 700 in 14 days; ten days are left.
  expect(line('commission')).toMatchObject({ spent: 9800, committed: 0, expected: 7000 })
  expect(line('samples')).toMatchObject({ spent: 3000, committed: 1500, expected: 0 })
  expect(budget).toMatchObject({ spent: 17_800, committed: 16_500, expected: 7000, pace: 700 })
  expect(budget.used).toBe(3430)
  expect(budget.usedAtEnd).toBe(4130)
  expect(budget.prompt).toBeNull()
  // 65,700 are left: 94 days at this pace, long after the end.
  expect(budget.exhaustedOn).toBeNull()
})

test.each([
  [79_999, 7999, null],
  [80_000, 8000, 8000],
  [99_999, 9999, 8000],
  [100_000, 10_000, 10_000],
  [130_000, 13_000, 10_000],
])('%s of 100,000 spent', (amount, used, prompt) => {
  const budget = budgetOf(plan({ spending: [spent('ads', '2026-11-02', amount)] }))
  expect(budget).toMatchObject({ used, prompt })
})

describe('the day on which it is used up', () => {
  const burning = (cap: number, more: Partial<BudgetInput> = {}) =>
    budgetOf(plan({ cap, spending: fortnight, ...more })).exhaustedOn

  test.each([
    // 9,800 are spent at 700 a day.
    [9800, '2026-11-20'],
    [9801, '2026-11-21'],
    [10_500, '2026-11-21'],
    [10_501, '2026-11-22'],
    [16_800, '2026-11-30'],
    [16_801, null],
  ])('of a budget of %s: %s', (cap, day) => {
    expect(burning(cap)).toBe(day)
  })

  test('a plan without an end is told however far away it is', () => {
    expect(burning(16_801, { toDay: null })).toBe('2026-12-01')
  })

  test('a plan that began three days ago is judged by three days', () => {
    const three = fortnight.slice(0, 3)
    const budget = budgetOf(plan({ cap: 3500, fromDay: '2026-11-18', spending: three }))
    expect(budget).toMatchObject({ pace: 700, exhaustedOn: '2026-11-22' })
  })

  test('nothing runs: nothing is used up', () => {
    expect(budgetOf(plan({ spending: [spent('fees', '2026-11-19', 90_000)] })).exhaustedOn).toBeNull()
  })
})

test('without a budget there are figures and no prompts', () => {
  expect(budgetOf(plan({ cap: null, spending: fortnight }))).toMatchObject({
    spent: 9800,
    used: null,
    prompt: null,
    exhaustedOn: null,
  })
})

test('what is not known is named', () => {
  const budget = budgetOf(plan({ promisedFees: null, unknown: ['samples'] }))
  expect(budget.unknown).toEqual(['fees', 'samples'])
  expect(budget.lines.filter(({ known }) => !known).map(({ part }) => part)).toEqual(['fees', 'samples'])
})

test('the burn line ends with what was spent', () => {
  const line = burnLine(plan({ spending: [...fortnight, spent('fees', '2026-11-25', 1)] }))
  expect(line[0]).toEqual({ day: '2026-11-01', spent: 0 })
  expect(line).toHaveLength(20)
  expect(line.at(-1)).toEqual({ day: '2026-11-20', spent: 9800 })
})

const rows = fc.array(
  fc.record({
    part: fc.constantFrom(...BUDGET_PARTS),
    day: fc.integer({ min: -30, max: 30 }).map((shift) => addDays('2026-11-20', shift)),
    amount: fc.nat(100_000),
    isPromised: fc.boolean(),
  }),
  { maxLength: 30 },
)

test('no amount is lost or counted twice, and promises never lower what is committed', () => {
  fc.assert(
    fc.property(rows, fc.nat(500_000), (spending, promisedFees) => {
      const without = budgetOf(plan({ spending }))
      const total = spending.reduce((sum, { amount }) => sum + amount, 0)
      expect(without.spent + without.committed).toBe(total)
      const withFees = budgetOf(plan({ spending, promisedFees }))
      const fees = spending.filter(({ part }) => part === 'fees').reduce((sum, { amount }) => sum + amount, 0)
      expect(withFees.spent + withFees.committed).toBe(total + Math.max(0, promisedFees - fees))
    }),
  )
})
