import { expect, test } from 'vitest'

import { isTimezone } from '../../shared/domain/days'
import { MARKETS, SHIPPED_RULES } from '../../shared/domain/market-packs'
import { type OwnRule, marketValueProblem, ruleInForce } from '../../shared/domain/markets'

const own = (value: string, fromDay: string): OwnRule => ({
  id: fromDay,
  market: 'US',
  rule: 'platformFee',
  value,
  fromDay,
  source: 'contract',
  note: null,
})

test('a fee that no source confirms is blank until somebody enters it', () => {
  expect(ruleInForce('US', 'platformFee', '2026-05-01', [])).toBeNull()
})

test('own rows hold from their day on, before and instead of the shipped ones', () => {
  const rows = [own('6', '2026-03-01'), own('8', '2026-06-01')]
  expect(ruleInForce('US', 'platformFee', '2026-02-28', rows)).toBeNull()
  expect(ruleInForce('US', 'platformFee', '2026-03-01', rows)).toBe('6')
  expect(ruleInForce('US', 'platformFee', '2026-07-15', rows)).toBe('8')
  expect(ruleInForce('US', 'settlementDays', '2026-07-15', rows)).toBe('15')
})

test('a dated shipped row does not hold before its day', () => {
  expect(ruleInForce('US', 'settlementDays', '2025-04-14', [])).toBeNull()
  expect(ruleInForce('VN', 'settlementDays', '2020-01-01', [])).toBe('7')
})

test('every market has a currency, a real time zone and a date order; every figure fits its rule and names a source', () => {
  for (const market of MARKETS) {
    expect(ruleInForce(market, 'currency', '2026-01-01', [])).toMatch(/^[A-Z]{3}$/)
    expect(isTimezone(ruleInForce(market, 'timezone', '2026-01-01', []) ?? '')).toBe(true)
    expect(ruleInForce(market, 'dateOrder', '2026-01-01', [])).toBe('DMY')
  }
  for (const row of SHIPPED_RULES) {
    expect(row.source).not.toBe('')
    expect(row.value === null ? null : marketValueProblem(row.rule, row.value), `${row.market} ${row.rule}`).toBeNull()
    expect(row.confidence === 'unknown').toBe(row.value === null)
  }
})
