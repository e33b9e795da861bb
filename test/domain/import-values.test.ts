import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CURRENCIES, findCurrency, type Currency } from '../../shared/domain/currencies'
import { parseCount } from '../../shared/domain/import-values/counts'
import { RuleEvidence } from '../../shared/domain/import-values/decisions'
import { normaliseHandle } from '../../shared/domain/import-values/handles'
import { areRounded, idText, parseId } from '../../shared/domain/import-values/ids'
import { parseMoney } from '../../shared/domain/import-values/money'
import { decideRateScale, parseRate } from '../../shared/domain/import-values/rates'
import {
  cleanText,
  headerSymbol,
  isBlank,
  isSummaryCell,
  normaliseHeader,
} from '../../shared/domain/import-values/text'
import { dateOrderEvidence, parseTime } from '../../shared/domain/import-values/times'
import { parseContentType, parseFlag, parseStatus } from '../../shared/domain/import-values/words'
import { CONTENT_TYPES, ORDER_STATUSES } from '../../shared/domain/orders'

function known(code: string): Currency {
  const currency = findCurrency(code)
  if (!currency) {
    throw new Error(code)
  }
  return currency
}

const wall = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`) / 1000

describe('money', () => {
  test.each([
    ['$6,438.91', 'USD', 643891],
    ['RM7,988.80', 'MYR', 798880],
    ['Rp435.212.212', 'IDR', 43521221200],
    ['435,212,212', 'IDR', 43521221200],
    ['Rp15.000', 'IDR', 1500000],
    ['Rp 15.000,50', 'IDR', 1500050],
    ['฿1,234', 'THB', 123400],
    ['BRL 35,91', 'BRL', 3591],
    ['R$1.234,56', 'BRL', 123456],
    ['2,500,000 VND', 'VND', 2500000],
    ['200.000₫', 'VND', 200000],
    ['200.000', 'VND', 200000],
    ['2,281,428円', 'JPY', 2281428],
    ['¥1,200', 'JPY', 1200],
    ['￥１２００', 'JPY', 1200],
    ['£0.99', 'GBP', 99],
    ['1.234,5 €', 'EUR', 123450],
    ['₹1,00,000.00', 'INR', 10000000],
    ['12.99', 'USD', 1299],
    ['45000', 'VND', 45000],
    ['45000', 'IDR', 4500000],
    ['-9.99', 'USD', -999],
    ['-$9.99', 'USD', -999],
    ['$-9.99', 'USD', -999],
    ['(9.99)', 'USD', -999],
    ["'-9.99", 'USD', -999],
    ['\u00A09.99\t', 'USD', 999],
    ['−9.99', 'USD', -999],
    ['0', 'USD', 0],
    ['0.00', 'USD', 0],
    ['-0.00', 'USD', 0],
    ['12.345', 'USD', 1235],
    ['0.5', 'VND', 1],
    ['.5', 'USD', 50],
    ['Rp.500', 'IDR', 50000],
    ['1234.500', 'VND', 1235],
  ])('%s in %s is %d', (text, code, minor) => {
    expect(parseMoney(text, known(code), '.')).toBe(minor)
  })

  test.each(['', '\t', '--', '-', '/', 'N/A', ' \u200B'])('%j is blank, not 0', (text) => {
    expect(parseMoney(text, known('USD'), '.')).toBe('blank')
  })

  test.each([
    'abc',
    '12 apples',
    '1,23,4',
    '1.2.3',
    '12,34.56',
    '5.0E+10',
    '€ 12',
    'IDR 12',
    '12-13',
    '99999999999999999',
  ])('%j cannot be read as dollars', (text) => {
    expect(parseMoney(text, known('USD'), '.')).toBe('unreadable')
  })

  test('one separator before three digits follows the file where the currency has decimals', () => {
    expect(parseMoney('1,234', known('USD'), '.')).toBe(123400)
    expect(parseMoney('1.234', known('USD'), '.')).toBe(123)
    expect(parseMoney('1.234', known('EUR'), ',')).toBe(123400)
    expect(parseMoney('1,234', known('EUR'), ',')).toBe(123)
  })

  test("every amount of every currency survives every market's spelling of it", () => {
    const spelled = fc.record({
      currency: fc.constantFrom(...[...CURRENCIES.values()].filter(({ fileDecimals }) => fileDecimals < 3)),
      whole: fc.integer({ min: 0, max: 99_999_999 }),
      cents: fc.integer({ min: 0, max: 99 }),
      negative: fc.boolean(),
      group: fc.constantFrom('', '.', ','),
      affix: fc.constantFrom('none', 'symbol', 'code before', 'code after'),
    })
    fc.assert(
      fc.property(spelled, ({ currency, whole, cents, negative, group, affix }) => {
        const decimal = group === '.' ? ',' : '.'
        const hasCents = currency.fileDecimals === 2
        const digits =
          String(whole).replace(/\B(?=(\d{3})+$)/g, group) + (hasCents ? decimal + String(cents).padStart(2, '0') : '')
        const text = {
          none: digits,
          symbol: `${currency.symbols[0]}${digits}`,
          'code before': `${currency.code} ${digits}`,
          'code after': `${digits} ${currency.code}`,
        }[affix]
        const minor = whole * 10 ** currency.decimals + (hasCents ? cents : 0)
        expect(parseMoney((negative ? '-' : '') + text, currency, decimal)).toBe(negative && minor > 0 ? -minor : minor)
      }),
    )
  })
})

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

describe('words', () => {
  test.each([
    ['Customer Unpaid', 'unpaid'],
    ['Unpaid by customer', 'unpaid'],
    ['Awaiting payment', 'unpaid'],
    ['AwaitingPayment', 'unpaid'],
    ['未付款', 'unpaid'],
    ['Pending', 'pending'],
    ['Processing', 'pending'],
    ['Shipped', 'pending'],
    ['待确认', 'pending'],
    ['รอดำเนินการ', 'pending'],
    ['Settled', 'settled'],
    ['Completed', 'settled'],
    ['已结算', 'settled'],
    ['Đã quyết toán', 'settled'],
    ['Sudah dibayar', 'settled'],
    ['ชำระแล้ว', 'settled'],
    ['Ineligible', 'ineligible'],
    ['Canceled', 'ineligible'],
    ['Cancelled', 'ineligible'],
    ['Không đủ điều kiện', 'ineligible'],
    ['ไม่มีสิทธิ์', 'ineligible'],
    ['Frozen', 'frozen'],
    [' settled\t', 'settled'],
    ['SETTLED', 'settled'],
    ['Đã quyết toán'.normalize('NFD'), 'settled'],
  ])('status %s is %s', (text, status) => {
    expect(ORDER_STATUSES[parseStatus(text) ?? -1]).toBe(status)
  })

  test.each([
    ['Video', 'video'],
    ['视频', 'video'],
    ['Video Singkat', 'video'],
    ['Livestream', 'live'],
    ['LIVE', 'live'],
    ['直播', 'live'],
    ['Siaran LIVE', 'live'],
    ['Showcase', 'showcase'],
    ['商品橱窗', 'showcase'],
    ['Shop', 'shop'],
    ['Product card', 'shop'],
    ['ShareLink', 'external'],
    ['External Traffic Program', 'external'],
    ['Chương trình Lưu lượng truy cập bên ngoài', 'external'],
  ])('content type %s is %s', (text, type) => {
    expect(CONTENT_TYPES[parseContentType(text) ?? -1]).toBe(type)
  })

  test('unknown words are told, never guessed', () => {
    expect(parseStatus('Settledish')).toBeNull()
    expect(parseStatus('')).toBeNull()
    expect(parseContentType('Hologram')).toBeNull()
    expect(parseFlag('perhaps')).toBeNull()
    expect([parseFlag('是'), parseFlag('No'), parseFlag('Tidak'), parseFlag('1'), parseFlag('1', true)]).toEqual([
      1,
      0,
      0,
      null,
      1,
    ])
  })
})

describe('texts', () => {
  test('are cleaned of what cannot be seen', () => {
    expect(cleanText('\uFEFFa\u200Bb\u00A0\u3000 c\t')).toBe('ab c')
    expect(cleanText('e\u0301')).toBe('é')
    expect(['', '--', '-', '/', 'N/A'].every(isBlank)).toBe(true)
    expect([cleanText('\t') === '', isBlank('0'), isBlank('0.00')]).toEqual([true, false, false])
  })

  test.each([
    ['达人归因GMV', '达人归因 GMV'],
    ['商品ID', '商品 ID'],
    ['Order/adjustment ID  ', 'order/adjustment id'],
    ['Affiliate Shop Ads commission\t', 'Affiliate Shop Ads commission'],
    ['视频归因 GMV (₫)', '视频归因 GMV'],
    ['销售额（$）', '销售额'],
    ['Price($)', 'price'],
    ['GMV dari video (Rp)', 'GMV dari video'],
    ['Order ID:*', 'Order ID'],
    ['\uFEFFOrder\u00A0ID', 'order id'],
  ])('header %j is header %j', (spelled, plain) => {
    expect(normaliseHeader(spelled)).toBe(normaliseHeader(plain))
  })

  test('a bracket that is no currency stays', () => {
    expect(normaliseHeader('点击率（视频）')).not.toBe(normaliseHeader('点击率'))
    expect(normaliseHeader('Time (UTC)')).not.toBe(normaliseHeader('Time'))
    expect([headerSymbol('GPM (₫)'), headerSymbol('GPM')]).toEqual(['₫', null])
  })

  test.each(['Summary', 'Ringkasan', 'Total', '总计值', '合计', 'Total of 14 results', '百分比变化', ' total: '])(
    '%j sums up',
    (text) => {
      expect(isSummaryCell(text)).toBe(true)
      expect(isSummaryCell('Total Care cream')).toBe(false)
    },
  )

  test.each([
    '@Mia.Glow_',
    'mia.glow_',
    ' MIA.GLOW_\t',
    'https://www.tiktok.com/@mia.glow_',
    'tiktok.com/@Mia.Glow_?lang=en',
    '＠mia.glow_',
  ])('%j is mia.glow_', (text) => {
    expect(normaliseHandle(text)).toBe('mia.glow_')
  })

  test('quantities are whole numbers', () => {
    expect(['1', '1,000', '2.0', '', '1.5', '-1', '1e3', 'two'].map(parseCount)).toEqual([
      1,
      1000,
      2,
      'blank',
      'notWhole',
      'notWhole',
      'notWhole',
      'notWhole',
    ])
  })
})
