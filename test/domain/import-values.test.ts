import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCurrency, type Currency } from '../../shared/domain/currencies'
import { RuleEvidence } from '../../shared/domain/import-values/decisions'
import { areRounded, idText, parseId } from '../../shared/domain/import-values/ids'
import { decideRateScale, parseRate } from '../../shared/domain/import-values/rates'
import { dateOrderEvidence, parseTime } from '../../shared/domain/import-values/times'

function known(code: string): Currency {
  const currency = findCurrency(code)
  if (!currency) {
    throw new Error(code)
  }
  return currency
}

const wall = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`) / 1000

describe('rates', () => {
  test.each([
    ['5.93%', 'points', 593],
    ['15', 'points', 1500],
    ['15%', 'fraction', 1500],
    ['0.15', 'fraction', 1500],
    ['0.0706638', 'fraction', 707],
    ['12,5%', 'points', 1250],
    ['80%', 'points', 8000],
    ['0', 'points', 0],
    ['8.2', 'points', 820],
  ] as const)('%s as %s is %d basis points', (text, scale, points) => {
    expect(parseRate(text, scale)).toBe(points)
  })

  test('is refused above 80 %, below 0, and where it is no number', () => {
    expect(parseRate('80.01%', 'points')).toBe('outOfRange')
    expect(parseRate('-1%', 'points')).toBe('outOfRange')
    expect(parseRate('15.5.5%', 'points')).toBe('unreadable')
    expect(parseRate('high', 'points')).toBe('unreadable')
    expect(parseRate('--', 'points')).toBe('blank')
  })

  test('numbers that all fit a fraction are fractions; one above makes the column percentage points', () => {
    expect(decideRateScale([0.1, 0.15, 0])).toEqual({ scale: 'fraction', assumed: true })
    expect(decideRateScale([0.1, 12, 0])).toEqual({ scale: 'points', assumed: false })
    // 1 would be 100 %, which no rate is.
    expect(decideRateScale([1])).toEqual({ scale: 'points', assumed: false })
    expect(decideRateScale([])).toEqual({ scale: 'points', assumed: false })
  })
})

describe('ids', () => {
  test.each(['577012345678901234', '18446744073709551615', '123456', '1729382256477045678'])(
    '%s keeps every digit',
    (text) => {
      const id = parseId(`${text}\t`)
      expect(typeof id === 'object' && idText(id.high, id.low)).toBe(text)
    },
  )

  test('of 64 bits keep every digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 100000n, max: 2n ** 64n - 1n }), (value) => {
        const id = parseId(String(value))
        expect(typeof id === 'object' && idText(id.high, id.low)).toBe(String(value))
      }),
    )
  })

  test.each([
    '5.77012E+17',
    '577012345678901234.0',
    '57701234567890123x',
    '12345',
    '018446744073709',
    '99999999999999999999',
    '577,012,345,678',
    'ID 577012345678901234',
  ])('%s is damaged', (text) => {
    expect(parseId(text)).toBe('damaged')
  })

  test("a spreadsheet's quoting is not damage, and nothing is not an id", () => {
    expect(parseId('="577012345678901234"')).toEqual(parseId('577012345678901234'))
    expect(parseId("'577012345678901234")).toEqual(parseId('577012345678901234'))
    expect(parseId('/')).toBe('blank')
    expect(parseId('0')).toBe('blank')
  })

  test('ids are known as rounded when most end in the zeros a spreadsheet leaves', () => {
    expect(areRounded(['577012345678901000', '577012345678902000', '577012345678903456'])).toBe(true)
    expect(areRounded(['577012345678901000', '577012345678902123', '577012345678903456'])).toBe(false)
    expect(areRounded(['577012345678901000'])).toBe(false)
  })
})

describe('times', () => {
  test.each([
    ['31/01/2026 23:59:59', 'DMY', '2026-01-31 23:59:59'],
    ['10/05/2026 22:05:43\t', 'DMY', '2026-05-10 22:05:43'],
    ['10/05/2026 22:05:43', 'MDY', '2026-10-05 22:05:43'],
    ['01/31/2026 11:59:59 PM', 'MDY', '2026-01-31 23:59:59'],
    ['01/31/2026 12:00:00 AM', 'MDY', '2026-01-31 00:00:00'],
    ['2026-01-31 23:59:59', 'DMY', '2026-01-31 23:59:59'],
    ['2026/01/31 23:59:59', 'MDY', '2026-01-31 23:59:59'],
    ['2026/01/31/ 23:59', 'DMY', '2026-01-31 23:59:00'],
    ['2026-01-31 23:59', 'DMY', '2026-01-31 23:59:00'],
    ['2026-01-31T23:59:59', 'DMY', '2026-01-31 23:59:59'],
    ['2026/01/31', 'DMY', '2026-01-31 00:00:00'],
    ['1/2/2026 3:04', 'DMY', '2026-02-01 03:04:00'],
    ['46053.5', 'DMY', '2026-01-31 12:00:00'],
  ] as const)('%s (%s) is %s', (text, order, expected) => {
    expect(parseTime(text, order)).toBe(wall(expected))
  })

  test.each([
    '31/02/2026 00:00:00',
    '13/13/2026 00:00:00',
    '2026-02-30',
    '01/01/2026 24:00:00',
    '01/01/2026 13:00:00 PM',
    '01/01/1899',
  ])('%s is impossible, never shifted', (text) => {
    expect(parseTime(text, 'DMY')).toBe('impossible')
  })

  test.each(['yesterday', '31/01/26', '2026-01', '31-01/2026', '2026-01-31 noon'])('%s is unreadable', (text) => {
    expect(parseTime(text, 'DMY')).toBe('unreadable')
  })

  test('only a first or second part above 12 tells the order', () => {
    expect(dateOrderEvidence('13/01/2026')).toBe('DMY')
    expect(dateOrderEvidence('01/13/2026 00:00:00')).toBe('MDY')
    expect(dateOrderEvidence('01/02/2026')).toBeNull()
    expect(dateOrderEvidence('2026-01-02')).toBe('YMD')
  })
})

describe('what a file decides once', () => {
  const decide = (lines: readonly string[], fallback: 'DMY' | 'MDY' = 'DMY') => {
    const evidence = new RuleEvidence(['created'])
    for (const line of lines) {
      evidence.add([line])
    }
    return evidence.decide(known('USD'), fallback)
  }

  test('one day above 12 settles all dates, and the market decides where none is', () => {
    expect(decide(['01/02/2026', '13/02/2026'], 'MDY')).toMatchObject({ rules: { dateOrder: 'DMY' }, warnings: [] })
    expect(decide(['01/02/2026', '02/13/2026'])).toMatchObject({ rules: { dateOrder: 'MDY' }, warnings: [] })
    expect(decide(['01/02/2026'], 'MDY')).toMatchObject({
      rules: { dateOrder: 'MDY' },
      warnings: [{ code: 'dateOrderAssumed', detail: 'MDY' }],
    })
    expect(decide(['2026-01-02'])).toMatchObject({ warnings: [] })
  })

  test('the decimal separator is the one that most amounts prove', () => {
    const evidence = new RuleEvidence(['payment'])
    for (const text of ['35,91', '1.234', '1.234,50', '12.5']) {
      evidence.add([text])
    }
    expect(evidence.decide(known('EUR'), 'DMY').rules.separator).toBe(',')
  })
})
