import { describe, expect, test } from 'vitest'

import { dayNumber } from '../../shared/domain/days'
import { demoAgency, type DemoAgency, type DemoFile, type DemoWish } from '../../shared/domain/demo/agency'
import { isPromoDay, seasonOf } from '../../shared/domain/demo/calendar'
import type { DemoCost } from '../../shared/domain/demo/costs'
import { LOSS_MAKER } from '../../shared/domain/demo/creators'
import { MISSING_WEEK, REFUND_WAVE, WRONG_RATE, isWithin } from '../../shared/domain/demo/disasters'
import type { DemoLine } from '../../shared/domain/demo/line'

const WISH: DemoWish = { size: 'small', seed: 7, until: '2026-10-31' }

interface Made {
  readonly files: readonly DemoFile[]
  readonly costs: readonly DemoCost[]
  readonly lines: readonly DemoLine[]
}

function made(agency: DemoAgency, key: string): Made {
  const year = agency.years.find(({ shop }) => shop.key === key)
  if (!year) throw new Error(`no shop ${key}`)
  const files: DemoFile[] = []
  const steps = year.files()
  for (;;) {
    const step = steps.next()
    if (step.done === true) {
      return { files, costs: step.value, lines: files.flatMap(({ lines }) => lines) }
    }
    files.push(step.value)
  }
}

function dayOf(agency: DemoAgency, { created }: DemoLine): number {
  return Math.floor((created ?? 0) / 86_400) - dayNumber(agency.from)
}

const agency = demoAgency(WISH)
const shops = agency.years.map(({ shop }) => ({ shop, ...made(agency, shop.key) }))

test('the agency has 3 clients, 6 shops in 5 markets and 400 creators of unique handles', () => {
  expect(new Set(shops.map(({ shop }) => shop.client)).size).toBe(3)
  expect(shops).toHaveLength(6)
  expect(new Set(shops.map(({ shop }) => shop.market)).size).toBe(5)
  expect(new Set(agency.creators.map(({ handle }) => handle)).size).toBe(400)
  for (const { handle } of agency.creators) {
    expect(handle).toMatch(/^[a-z0-9._]+$/)
  }
})

test('the same wish gives the same lines and costs, another seed gives others', () => {
  const again = demoAgency({ ...WISH })
  const other = demoAgency({ ...WISH, seed: 8 })
  expect(made(again, 'vn')).toEqual(made(agency, 'vn'))
  expect(made(other, 'vn').lines).not.toEqual(made(agency, 'vn').lines)
  expect(again.rates('USD')).toEqual(agency.rates('USD'))
})

test.each([
  ['small', 5_000],
  ['agency', 60_000],
] as const)('%s has about %i lines', (size, wanted) => {
  const one = demoAgency({ ...WISH, size })
  const lines = one.years.reduce((sum, { shop }) => sum + made(one, shop.key).lines.length, 0)
  expect(Math.abs(lines / wanted - 1)).toBeLessThan(0.08)
})

test('the year is the twelve months that end with the wished day, and no cell tells of a day after it', () => {
  expect([agency.from, agency.to]).toEqual(['2025-11-01', '2026-10-31'])
  const end = (dayNumber('2026-10-31') + 1) * 86_400
  for (const { lines } of shops) {
    for (const line of lines) {
      expect(dayOf(agency, line)).toBeGreaterThanOrEqual(0)
      for (const time of [line.created, line.delivered, line.completed, line.commissionPaid]) {
        expect(time ?? 0).toBeLessThan(end)
      }
    }
  }
  expect(demoAgency({ ...WISH, until: '2026-12-31' }).from).toBe('2026-01-01')
})

test('no line appears twice in a file, and amounts are what the files of the market can write', () => {
  for (const { shop, files, lines } of shops) {
    for (const file of files) {
      const keys = file.lines.map(({ orderId, productId, skuId }) => `${orderId}/${productId}/${skuId}`)
      expect(new Set(keys).size).toBe(keys.length)
    }
    for (const line of lines) {
      for (const amount of [line.price, line.payment, line.estimatedStandard, line.actualBase, line.actualAds]) {
        expect(Math.abs((amount ?? 0) % shop.step)).toBe(0)
      }
      expect(line.orderId).toMatch(/^57\d{16}$/)
      expect(line.productId).toMatch(/^1729\d{15}$/)
      expect(line.contentId ?? '7500000000000000000').toMatch(/^75\d{17}$/)
    }
  }
})

test('every status, samples, ads and bonus parts and partial refunds are there', () => {
  const lines = shops.flatMap((shop) => shop.lines)
  expect(new Set(lines.map(({ status }) => status))).toEqual(
    new Set(['unpaid', 'pending', 'settled', 'ineligible', 'frozen']),
  )
  expect(lines.some(({ payment, status }) => payment === 0 && status !== 'ineligible')).toBe(true)
  expect(lines.some(({ actualAds }) => (actualAds ?? 0) > 0)).toBe(true)
  expect(lines.some(({ actualBonus }) => (actualBonus ?? 0) > 0)).toBe(true)
  expect(
    lines.some(({ actualBase, estimatedBase }) => (actualBase ?? 0) > 0 && (actualBase ?? 0) < (estimatedBase ?? 0)),
  ).toBe(true)
})

test('most lines of the last two weeks wait for settlement, hardly any of the first half year', () => {
  const waiting = (from: number, to: number) => {
    const lines = shops
      .flatMap((shop) => shop.lines)
      .filter((line) => isWithin({ from, days: to - from }, dayOf(agency, line)))
    return lines.filter(({ status }) => status === 'pending').length / lines.length
  }
  expect(waiting(352, 365)).toBeGreaterThan(0.7)
  expect(waiting(0, 182)).toBeLessThan(0.01)
})

test('the month that was exported twice is the same lines, further on', () => {
  const { files } = made(agency, 'us')
  const again = files.findIndex(({ name }) => name.includes(' (1)'))
  const [early, late] = [files[again - 1], files[again]]
  const keys = (file: DemoFile | undefined) =>
    file?.lines.map(({ orderId, skuId, payment }) => [orderId, skuId, payment])
  expect(keys(early)).toEqual(keys(late))
  const settled = (file: DemoFile | undefined) => file?.lines.filter(({ status }) => status === 'settled').length ?? 0
  expect(settled(early)).toBeLessThan(settled(late))
})

describe('disasters to find', () => {
  const big = demoAgency({ ...WISH, size: 'agency' })

  test('one SKU comes back in masses for three weeks', () => {
    const sku = big.years.find(({ shop }) => shop.key === 'gb')?.catalogue.products[0].skus[0].skuId
    const of = made(big, 'gb').lines.filter(({ skuId, status }) => skuId === sku && status !== 'unpaid')
    const back = (lines: readonly DemoLine[]) =>
      lines.filter(({ fullyReturned }) => fullyReturned === true).length / lines.length
    expect(back(of.filter((line) => isWithin(REFUND_WAVE, dayOf(big, line))))).toBeGreaterThan(0.5)
    expect(back(of.filter((line) => !isWithin(REFUND_WAVE, dayOf(big, line))))).toBeLessThan(0.1)
  })

  test('one shop pays 45 % for a week and about a tenth otherwise', () => {
    const { lines } = made(big, 'id')
    for (const line of lines) {
      const wrong = isWithin(WRONG_RATE, dayOf(big, line))
      expect(line.standardRate === 4500).toBe(wrong)
    }
  })

  test('one shop lacks a week', () => {
    const { lines } = made(big, 'th')
    const days = new Set(lines.map((line) => dayOf(big, line)))
    for (let at = 0; at < 365; at += 1) {
      expect(days.has(at)).toBe(!isWithin(MISSING_WEEK, at))
    }
  })

  test('the creator who sells most in the US shop costs more than it earns', () => {
    const { lines, costs } = made(big, 'us')
    const unitCosts = new Map(
      big.years
        .find(({ shop }) => shop.key === 'us')
        ?.catalogue.products.map((each) => [each.productId, each.unitCost]),
    )
    const sold = new Map<string, number>()
    let left = 0
    const settled = lines.filter(({ status }) => status === 'settled')
    for (const line of settled) {
      sold.set(line.creator ?? '', (sold.get(line.creator ?? '') ?? 0) + (line.payment ?? 0))
      if (line.creator === LOSS_MAKER) {
        left +=
          (line.payment ?? 0) -
          (line.actualStandard ?? 0) -
          (line.actualAds ?? 0) -
          (unitCosts.get(line.productId ?? '') ?? 0) * (line.quantity ?? 0)
      }
    }
    const [first] = [...sold].sort(([, a], [, b]) => b - a)
    expect(first?.[0]).toBe(LOSS_MAKER)
    const fees = costs
      .filter(({ creatorHandle }) => creatorHandle === LOSS_MAKER)
      .reduce((sum, { amount }) => sum + amount, 0)
    expect(left - fees).toBeLessThan(0)
  })
})

describe('seasons', () => {
  test.each([
    ['US', '2025-11-28', 'Black Friday'],
    ['GB', '2025-12-01', 'the Monday after it'],
    ['ID', '2025-11-11', '11.11'],
    ['ID', '2026-03-12', 'the end of Ramadan'],
    ['VN', '2026-02-10', 'the week before Tết'],
    ['TH', '2026-12-12', '12.12'],
  ])('%s buys more on %s: %s', (market, day) => {
    expect(seasonOf(market, day)).toBeGreaterThan(1.5 * seasonOf(market, '2026-08-18'))
  })

  test('Vietnam rests on the days of Tết', () => {
    expect(seasonOf('VN', '2026-02-17')).toBeLessThan(0.5)
  })

  test('11.11 is a promo day in Thailand, an ordinary Tuesday is none', () => {
    expect(isPromoDay('TH', '2025-11-11')).toBe(true)
    expect(isPromoDay('TH', '2026-05-12')).toBe(false)
  })
})

test('rates cover every foreign currency from the first day, and are written without an exponent', () => {
  const rates = agency.rates('USD')
  expect(new Set(rates.map(({ base }) => base))).toEqual(new Set(['GBP', 'IDR', 'THB', 'VND']))
  expect(rates.filter(({ day }) => day === '2025-11-01')).toHaveLength(4)
  for (const { rate } of rates) {
    expect(rate).toMatch(/^\d+\.\d{1,12}$/)
  }
  expect(agency.rates('XAU')).toEqual([])
})
