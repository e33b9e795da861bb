import { describe, expect, test } from 'vitest'
import { parseCount } from '../../shared/domain/import-values/counts'
import { normaliseHandle } from '../../shared/domain/import-values/handles'
import {
  cleanText,
  headerSymbol,
  isBlank,
  isSummaryCell,
  normaliseHeader,
} from '../../shared/domain/import-values/text'
import { parseContentType, parseFlag, parseStatus } from '../../shared/domain/import-values/words'
import { CONTENT_TYPES, ORDER_STATUSES } from '../../shared/domain/orders'

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
