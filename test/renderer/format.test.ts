import { describe, expect, test } from 'vitest'

import { agoText, dayText, instantText, periodText } from '../../renderer/format/dates'
import { amountText, moneyText, parseAmount, shortMoneyText, typedAmount } from '../../renderer/format/money'
import { changeText, countText, percentText, ratioText, sizeText } from '../../renderer/format/numbers'
import { decimalsOf } from '../../shared/domain/currencies'

describe('money', () => {
  test('is written with as many decimals as its currency has', () => {
    expect(moneyText(1_280_050, 'USD', 'en')).toBe('$12,800.50')
    expect(amountText(1_280_050, 'VND', 'en')).toBe('1,280,050')
    expect(amountText(5, 'GBP', 'zh-CN')).toBe('0.05')
  })

  test('in rupiah is kept in hundredths and written without them', () => {
    expect(decimalsOf('IDR')).toBe(2)
    expect(amountText(248_780_000, 'IDR', 'en')).toBe('2,487,800')
  })

  test('below zero has a minus sign as wide as a digit, never brackets', () => {
    expect(moneyText(-500, 'USD', 'en')).toBe('\u2212$5.00')
  })

  test('is shortened in tiles the way each language counts', () => {
    expect(shortMoneyText(1_280_000, 'CNY', 'zh-CN')).toBe('¥1.28万')
    expect(shortMoneyText(1_280_000, 'USD', 'en')).toBe('$12.8K')
  })

  test('in a tile stays whole below ten thousand', () => {
    expect(shortMoneyText(999_949, 'USD', 'en')).toBe('$9,999')
    expect(shortMoneyText(-123_400, 'USD', 'en')).toBe('\u2212$1,234')
  })

  test('tells dollars of different countries apart', () => {
    expect(moneyText(100, 'MXN', 'en')).toBe('MX$1.00')
    expect(moneyText(100, 'USD', 'zh-CN')).toBe('US$1.00')
  })

  test.each([
    ['1,234.5', 'USD', 123_450],
    [' 12 ', 'USD', 1200],
    ['-0.05', 'USD', -5],
    ['0', 'VND', 0],
    ['150000', 'VND', 150_000],
  ])('typed as "%s" in %s is %i minor units', (text, currency, minor) => {
    expect(parseAmount(text, currency)).toBe(minor)
  })

  test.each([
    ['1.234', 'USD'],
    ['12.5', 'VND'],
    ['', 'USD'],
    ['abc', 'USD'],
    ['1.2.3', 'USD'],
    ['.5', 'USD'],
  ])('"%s" is no amount in %s', (text, currency) => {
    expect(parseAmount(text, currency)).toBeNull()
  })

  test('is typed back as it was read', () => {
    expect(typedAmount(123_450, 'USD')).toBe('1234.50')
    expect(typedAmount(150_000, 'VND')).toBe('150000')
  })
})

describe('numbers', () => {
  test('are grouped, and shares say their sign where they are changes', () => {
    expect(countText(1_234_567, 'en')).toBe('1,234,567')
    expect(percentText(0.1234, 'en')).toBe('12.3%')
    expect(changeText(0.05, 'en')).toBe('+5.0%')
    expect(changeText(-0.05, 'zh-CN')).toBe('\u22125.0%')
    expect(changeText(0, 'en')).toBe('0.0%')
    expect(ratioText(2.5, 'en')).toBe('2.50')
  })

  test('of bytes go up by 1,024', () => {
    expect(sizeText(1536, 'en')).toBe('1.5 kB')
    expect(sizeText(10, 'en')).toBe('10 byte')
  })
})

describe('days and instants', () => {
  test('a day is the same day in every zone', () => {
    expect(dayText('2026-03-05', 'en')).toBe('Mar 5, 2026')
    expect(dayText('2026-03-05', 'zh-CN')).toBe('2026/3/5')
  })

  test('a period of one day is that day', () => {
    expect(periodText('2026-03-05', '2026-03-05', 'en')).toBe('Mar 5, 2026')
    expect(periodText('2026-03-05', '2026-03-09', 'en')).toMatch(/^Mar 5\s–\s9, 2026$/)
  })

  test('an instant is shown in the zone that is named', () => {
    const instant = Date.UTC(2026, 2, 5, 17, 30)
    expect(instantText(instant, 'zh-CN', 'Asia/Ho_Chi_Minh')).toBe('2026/3/6 00:30')
    expect(instantText(instant, 'en', 'America/Los_Angeles')).toBe('Mar 5, 2026, 09:30')
  })

  test('within a day it is told how long ago, after that when', () => {
    const now = Date.UTC(2026, 2, 5, 12)
    expect(agoText(now - 5 * 60_000, now, 'en')).toBe('5 minutes ago')
    expect(agoText(now - 3 * 3_600_000, now, 'zh-CN')).toBe('3小时前')
    expect(agoText(now - 30 * 3_600_000, now, 'zh-CN')).toMatch(/^2026\/3\/4/)
  })
})
