import fc from 'fast-check'
import { expect, test } from 'vitest'

import { firstDayOfMonth, dayNumber, monthOfDay, monthText, weekOfDay, weekText } from '../../shared/domain/days'
import { changeOf, convertAmount, platformFeeOf, roiFigures, type RoiSums, waterfall } from '../../shared/domain/roi'

const SUMS: RoiSums = {
  orders: 40,
  units: 50,
  samples: 2,
  gmv: 100_000,
  refunds: 10_000,
  commissionSettled: 6_000,
  commissionPending: 3_000,
  sampleCost: 1_000,
  fees: 4_000,
  ads: 2_000,
  otherCosts: 0,
  platformFees: 5_400,
  cogs: 20_000,
  views: 80_000,
}

test('contribution is what is left of net GMV after every cost, ROI is it per money spent on creators', () => {
  // Net 90,000; commission 9,000; spent 9,000 + 1,000 + 4,000 + 2,000 = 16,000; 90,000 − 16,000 − 5,400 − 20,000 = 48,600.
  expect(roiFigures(SUMS)).toMatchObject({
    netGmv: 90_000,
    commission: 9_000,
    contribution: 48_600,
    roi: 3.0375,
    refundRate: 0.1,
    commissionRate: 0.1,
    // 1,000.00 of GMV over 80,000 views: 12.50 per thousand.
    gpm: 1_250,
  })
})

test('a ratio of nothing is unknown, not 0', () => {
  const nothing = {
    ...SUMS,
    gmv: 0,
    refunds: 0,
    commissionSettled: 0,
    commissionPending: 0,
    sampleCost: 0,
    fees: 0,
    ads: 0,
    views: null,
  }
  expect(roiFigures(nothing)).toMatchObject({ roi: null, refundRate: null, commissionRate: null, gpm: null })
  expect(changeOf(5, null)).toEqual({ amount: null, share: null })
  expect(changeOf(5, 0)).toEqual({ amount: 5, share: null })
  // From a loss of 10 to a gain of 5: up by 15, one and a half times the loss.
  expect(changeOf(5, -10)).toEqual({ amount: 15, share: 1.5 })
})

test('the waterfall goes from GMV to contribution without a gap', () => {
  const money = fc.integer({ min: -1_000_000, max: 1_000_000 })
  fc.assert(
    fc.property(
      fc.record({
        gmv: money,
        refunds: money,
        commissionSettled: money,
        commissionPending: money,
        sampleCost: money,
        fees: money,
        ads: money,
        otherCosts: money,
        platformFees: money,
        cogs: money,
      }),
      (drawn) => {
        const figures = roiFigures({ ...SUMS, ...drawn })
        const steps = waterfall(figures)
        steps.slice(1, -1).forEach((step, i) => expect(step.start).toBe(steps[i]!.end))
        expect(steps.at(-2)!.end).toBe(figures.contribution)
        expect(steps.every(({ start, end, amount }) => end - start === amount)).toBe(true)
      },
    ),
  )
})

test('converted amounts round half away from zero, as on paper', () => {
  expect([convertAmount(333, 0.5), convertAmount(-333, 0.5), convertAmount(100, 1.005), convertAmount(7, 1)]).toEqual([
    167, -167, 101, 7,
  ])
  expect([platformFeeOf(10_500 * 500), platformFeeOf(5_000), platformFeeOf(-5_000), platformFeeOf(4_999)]).toEqual([
    525, 1, -1, 0,
  ])
})

test('weeks are those of ISO 8601: they carry the year of their Thursday', () => {
  const week = (day: string): string => weekText(weekOfDay(dayNumber(day)))
  expect(['2026-01-01', '2025-12-29', '2025-12-28', '2027-01-03', '2027-01-04', '2024-12-30'].map(week)).toEqual([
    '2026-W01',
    '2026-W01',
    '2025-W52',
    '2026-W53',
    '2027-W01',
    '2025-W01',
  ])
})

test('months are counted by the calendar', () => {
  expect(
    ['2026-01-31', '2026-02-01', '1970-01-01', '2024-02-29'].map((day) => monthText(monthOfDay(dayNumber(day)))),
  ).toEqual(['2026-01', '2026-02', '1970-01', '2024-02'])
  expect(firstDayOfMonth(monthOfDay(dayNumber('2024-02-29')))).toBe(dayNumber('2024-02-01'))
})
