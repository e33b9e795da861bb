import { describe, expect, test } from 'vitest'
import { findOtherExport } from '../../shared/domain/import-layouts/other-exports'
import { LAYOUTS, recogniseHeaders } from '../../shared/domain/import-layouts/recognise'

const english = LAYOUTS.find(({ name }) => name === 'affiliateOrders.en')?.columns.map(([header]) => header) ?? []

describe('a header row', () => {
  test.each(LAYOUTS.map((layout) => [layout.name, layout] as const))(
    'of %s is that layout, with nothing missing or unknown',
    (_, layout) => {
      const headers = layout.columns.map(([header]) => header)
      expect(recogniseHeaders(headers)).toMatchObject({
        kind: layout.kind,
        language: layout.language,
        unknown: [],
        missingRequired: [],
        missingOptional: [],
        columns: layout.columns.map(([, column]) => column),
      })
    },
  )

  test.each(LAYOUTS.map((layout) => [layout.name, layout] as const))('of %s fills no column twice', (_, layout) => {
    const filled = layout.columns.flatMap(([, column]) => (column === null ? [] : [column]))
    expect(new Set(filled).size).toBe(filled.length)
  })

  test('is known in any order, with stray spaces, other case and currency brackets', () => {
    const spelled = english.toReversed().map((header) => ` ${header.toUpperCase()}\t`)
    expect(recogniseHeaders(spelled)).toMatchObject({
      kind: 'affiliateOrders',
      language: 'en',
      unknown: [],
      missingRequired: [],
    })
    expect(recogniseHeaders(english.map((header) => (header === 'Price' ? 'Price ($)' : header)))).toMatchObject({
      unknown: [],
    })
  })

  test('of the British file has one column more', () => {
    expect(recogniseHeaders([...english, 'Creator Region'])).toMatchObject({ unknown: [], missingOptional: [] })
  })

  test('names the columns that are new, repeated and missing', () => {
    const headers = [...english.filter((header) => header !== 'Platform' && header !== 'Currency'), 'Mood', 'Price']
    expect(recogniseHeaders(headers)).toMatchObject({
      unknown: ['Mood', 'Price'],
      missingRequired: ['currency'],
      missingOptional: ['Platform'],
    })
  })

  test("prefers the platform's own spelling to an alias that stands before it", () => {
    expect(recogniseHeaders(['GMV', ...english])?.columns.slice(0, 7)).toEqual([
      null,
      'orderId',
      'productId',
      'productName',
      'skuId',
      'price',
      'payment',
    ])
  })
})

test.each([
  [
    'allOrders',
    [
      'Order ID',
      'Order Status',
      'SKU ID',
      'Seller SKU',
      'Product Name',
      'Quantity',
      'Created Time',
      'Paid Time',
      'Order Amount',
    ],
  ],
  ['creatorList', ['Creator name', 'Creator-attributed GMV', 'Refunds', 'Attributed orders', 'AOV']],
  ['creatorList', ['达人名称', '达人归因GMV', '达人直播归因GMV', '退款金额']],
  ['affiliateProducts', ['商品名称', '商品 ID', '商品类目', '达人归因 GMV', '已发样品数']],
  [
    'affiliateVideos',
    ['Video title', 'Video ID', 'Post date', 'Creator name', 'Product ID', 'Creator video-attributed GMV'],
  ],
  [
    'partnerReport',
    ['Date', 'Campaign ID', 'Creator name', 'Product ID', 'Shop ID', 'Video ID', 'Affiliate video-attributed GMV'],
  ],
  ['income', ['Order/adjustment ID  ', 'Type', 'Currency', 'Total settlement amount']],
  ['gmvMaxProduct', ['Nama kampanye', 'ID Campaign', 'ID produk', 'Biaya']],
  ['gmvMaxLive', ['Live name', 'Launched time', 'Campaign name', 'Cost']],
  ['adsReport', ['Campaign name', 'Cost', 'CPM', 'Impression']],
  ['videoList', ['Video Info', 'Video ID', 'Time', 'GPM ($)']],
] as const)('the headers of another export (%s) are no order lines, and are known by name', (name, headers) => {
  expect(recogniseHeaders(headers)).toBeNull()
  expect(findOtherExport(headers)).toBe(name)
})

test("headers of nobody are nobody's", () => {
  expect(recogniseHeaders(['Name', 'Age', 'ID'])).toBeNull()
  expect(findOtherExport(['Name', 'Age', 'ID'])).toBeNull()
})
