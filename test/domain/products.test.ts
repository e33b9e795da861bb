/** Prices in force, margins and price bands, worked out by hand. */

import { describe, expect, test } from 'vitest'

import { marginOf, priceBand, priceInForce } from '../../shared/domain/products'

const price = (skuId: string, fromDay: string, amount: number) => ({ skuId, fromDay, price: amount })

describe('the price in force', () => {
  test('each SKU’s last price on or before the day; the lowest and the highest of them', () => {
    const prices = [
      price('red', '2026-01-01', 1290),
      price('red', '2026-02-01', 990),
      price('blue', '2026-01-15', 1490),
      price('blue', '2026-03-01', 500),
    ]
    expect(priceInForce(prices, '2026-01-10')).toEqual({ lowest: 1290, highest: 1290 })
    expect(priceInForce(prices, '2026-02-28')).toEqual({ lowest: 990, highest: 1490 })
    expect(priceInForce(prices, '2025-12-31')).toBeNull()
  })

  test('a later price of the product itself replaces those of its SKUs, an earlier one gives way to them', () => {
    const prices = [price('*', '2026-01-01', 2000), price('red', '2026-02-01', 990), price('*', '2026-03-01', 1500)]
    expect(priceInForce(prices, '2026-01-20')).toEqual({ lowest: 2000, highest: 2000 })
    expect(priceInForce(prices, '2026-02-01')).toEqual({ lowest: 990, highest: 990 })
    expect(priceInForce(prices, '2026-03-01')).toEqual({ lowest: 1500, highest: 1500 })
  })
})

test.each([
  [1290, 420, 6744],
  [1000, 1000, 0],
  [1000, 1250, -2500],
  [null, 420, null],
  [1290, null, null],
  [0, 420, null],
])('a price of %s and a cost of %s leave %s basis points', (amount, cost, margin) => {
  // (1290 − 420) / 1290 = 0.67441…
  expect(marginOf(amount, cost)).toBe(margin)
})

test.each([
  [1290, 'USD', 1000, 2000],
  [2000, 'USD', 2000, 5000],
  [1999, 'USD', 1000, 2000],
  [99_999, 'USD', 50_000, 100_000],
  [100, 'USD', 100, 200],
  [99, 'USD', 0, 100],
  [89_000, 'VND', 50_000, 100_000],
  [100_000, 'VND', 100_000, 200_000],
  [3, 'JPY', 2, 5],
])('%i of %s lies from %i to %i', (amount, currency, from, to) => {
  expect(priceBand(amount, currency)).toEqual({ from, to })
})

test('nought has no band', () => {
  expect(priceBand(0, 'USD')).toBeNull()
})
