import { describe, expect, test } from 'vitest'

import { dayOfName, periodOfBanner } from '../../shared/domain/platform-lists/banner'
import { parseDuration, parseGrams, parseRange, withoutCode } from '../../shared/domain/platform-lists/cells'
import { PLATFORM_LAYOUTS, recognisePlatformList } from '../../shared/domain/platform-lists/recognise'
import { cellKindOf } from '../../shared/domain/platform-lists/targets'
import { findCurrency } from '../../shared/domain/currencies'
import { recogniseList } from '../../shared/domain/creator-list-headers'
import { LIST_HEADERS } from '../support/list-headers'

const SHOP_TAB_ETC =
  'shopTabImpressions|shopTabClicks|shopTabUniqueClicks|shopTabCustomers|shopTabCtr|shopTabCtor|shopTabGmv|shopTabItems'

/** What each column of the files says, written down from the definitions; '' says nothing here. */
const MEANT: Readonly<Record<keyof typeof LIST_HEADERS, readonly [layout: string, targets: string]>> = {
  aff_product_en_2026: [
    'affiliateProducts.en',
    'name|productId|category|creatorGmv|refunds|creatorItems|itemsRefunded|creatorOrders|videos|liveStreams|estCommission|samplesShipped|flatFee|videosWithSales|livesWithSales|creatorsPosting|creatorsSelling|customers|sampleContent|productImpressions|productClicks|ctor|ctr',
  ],
  aff_product_en_17: [
    'affiliateProducts.en',
    'name|productId|category|creatorGmv|refunds|creatorItems|itemsRefunded|creatorOrders||||||videos|liveStreams|estCommission|samplesShipped',
  ],
  aff_product_zh_17: [
    'affiliateProducts.zh',
    'name|productId|category|creatorGmv|refunds|creatorItems|itemsRefunded|creatorOrders||||||videos|liveStreams|estCommission|samplesShipped',
  ],
  aff_product_id_partial: [
    'affiliateProducts.id',
    'productId|category|creatorGmv|ctor|videos|liveStreams|samplesShipped',
  ],
  aff_video_en: [
    'affiliateVideos.en',
    'title|videoId|postedAt|link|creator|productId|gmv|orders|aov|gmvPerCustomer|itemsSold|refunds|itemsRefunded|estCommission|flatFee|views|likes|comments|shares|productImpressions|productClicks|completion|ctr|engagement|gpm',
  ],
  aff_video_zh: [
    'affiliateVideos.zh',
    'title|videoId|postedAt|link|creator|productId|gmv|orders|aov|itemsSold|refunds|itemsRefunded|likes|comments|shares|productImpressions|productClicks|completion|views|ctr|gpm|engagement|gmvPerCustomer|estCommission',
  ],
  aff_video_list_en: [
    'affiliateVideos.enList',
    'title|link|postedAt|creator||gmv|itemsSold|orders|productImpressions|likes|comments|estCommission',
  ],
  aff_video_list_zh: [
    'affiliateVideos.zhList',
    'title|link|postedAt|creator||gmv|orders|itemsSold|productImpressions|likes|comments|ctr|aov|gpm|estCommission',
  ],
  sc_video_en_old: [
    'videoList.en',
    'title|videoId|postedAt|creator|creatorId||views|likes|comments|shares|newFollowers|liveClicks|productImpressions|productClicks|customers|orders|itemsSold|directGmv|gpm|gmv|ctr|toLiveRate|completion|ctor|',
  ],
  sc_video_zh_31: [
    'videoList.zh',
    'creator|creatorId|title|videoId|postedAt|||views|likes|comments|shares|newFollowers|liveClicks|productImpressions|productClicks|customers|orders|directOrders|indirectOrders|itemsSold|directItems|indirectItems|gmv|directGmv|indirectGmv|gpm|ctr|toLiveRate|completion|ctor|',
  ],
  sc_video_id_partial: [
    'videoList.id',
    'title|videoId|creatorId|creator|postedAt||views|likes|shares|productClicks|gpm|directGmv',
  ],
  live_en_creator_perf: [
    'liveList.en',
    'room|postedAt|duration|gmv|directGmv|itemsSold|customers|avgPrice|orders|gpmShows|gpmViews|views|viewers|peakViewers|newFollowers|viewDuration|likes|comments|shares|productImpressions|productClicks|ctr|ctor',
  ],
  live_zh_28: [
    'liveList.zh',
    'creatorId|creator|nickname|postedAt|duration|gmv|directGmv|indirectGmv|productsAdded|productsSold|ordersCreated|orders|itemsSold|directItems|indirectItems|customers|avgPrice|ctor|viewers|views|viewDuration|comments|shares|likes|newFollowers|productImpressions|productClicks|ctr',
  ],
  live_zh_room: [
    'liveList.zhRoom',
    'room|postedAt|duration|gmv|directGmv|itemsSold|orders|views|viewers|peakViewers|productImpressions|productClicks|ctr|ctor',
  ],
  live_id_partial: ['liveList.id', 'creatorId|creator|postedAt|duration|gmv|itemsSold|viewers|ctor'],
  product_batch_edit_keys: [
    'productBatchEdit.keys',
    'productId|category|name|status|skuId|variation||brand|price|listedStock|sellerSku|weightGrams|||||imageUrl||||||||||||',
  ],
  product_list_en_44: [
    'productList.en',
    `name|productId|gmvRange|status||gmv|sellerLiveGmv|sellerVideoGmv|creatorGmv|creatorLiveGmv|affiliateVideoGmv|sellerCardGmv|orders|skuOrders|itemsSold|customers|aov|productImpressions|productClicks|ctr|cartAdds|cartRate|ctor|uniqueImpressions|uniqueClicks|uniqueCtr|cartUsers|uniqueCartRate|uniqueCtor|gmvWithTax|tax|cofundedGmv|shippingFees|refunds|itemsRefunded|refundCustomers|${SHOP_TAB_ETC}`,
  ],
  product_list_zh_38_old: [
    'productList.zh',
    'productId|name|status|gmv|itemsSold|orders|shopTabGmv|shopTabItems|shopTabImpressions|shopTabPageViews|shopTabUniquePageViews|shopTabCustomers|shopTabCtr|shopTabCvr|liveGmv|liveItems|liveImpressions|livePageViews|liveUniquePageViews|liveCustomers|liveCtr|liveCvr|videoGmv|videoItems|videoImpressions|videoPageViews|videoUniquePageViews|videoCustomers|videoCtr|videoCvr|cardGmv|cardItems|cardImpressions|cardPageViews|cardUniquePageViews|cardCustomers|cardCtr|cardCvr',
  ],
  product_list_id_partial: [
    'productList.id',
    'productId|name|status|gmv|creatorGmv|sellerVideoGmv|sellerLiveGmv|skuOrders|aov|ctr|ctor|productImpressions|productClicks',
  ],
}

describe.each(Object.entries(MEANT))('%s', (file, [layout, targets]) => {
  // The keys are exactly the files.
  const cells = LIST_HEADERS[file as keyof typeof LIST_HEADERS]
  const meant = targets.split('|').map((target) => (target === '' ? null : target))

  test('every column says what the platform defines, and it is no list of creators', () => {
    const found = recognisePlatformList(cells, null)
    expect(found?.layout.name).toBe(layout)
    expect(found?.columns).toEqual(meant)
    expect(found?.unknown).toEqual([])
    expect(recogniseList(cells)).toBeNull()
  })

  test('order, blanks, full-width brackets and another currency change nothing', () => {
    const order = cells.map((_, at) => at).toReversed()
    const spelled = order.map((at) => {
      const plain = (cells[at] ?? '').replace(/\((?:\$|₫|Rp)\)/u, '（RM）').replace(/\((.*)\)/u, '（$1）')
      return layout.endsWith('keys') ? (cells[at] ?? '') : `\uFEFF${plain}　 `
    })
    expect(recognisePlatformList(spelled, null)?.columns).toEqual(order.map((at) => meant[at]))
  })
})

test('every target of every layout is one that cells are read for', () => {
  for (const { kind, columns, aliases, name } of PLATFORM_LAYOUTS)
    for (const [header, target] of [...columns, ...aliases])
      expect(target === null || cellKindOf(kind, target) !== null, `${name} ${header}`).toBe(true)
})

test('daily averages are never taken for totals', () => {
  const found = recognisePlatformList(LIST_HEADERS.aff_product_zh_17, null)
  expect(found?.averages).toEqual([
    '日均客户数',
    '日均活跃达人数',
    '已发布内容的日均达人数',
    '日均有销售的视频数',
    '日均直播数',
  ])
})

test('names that repeat are told apart by the group above them; in no known group they are left out by name', () => {
  const above = ['Shop', '', '', '', '', 'Creator', '', 'Mystery', '']
  const cells = ['Product ID', 'Product Name', 'Listing status', 'GMV', 'Orders', 'GMV', 'Orders', 'GMV', 'Orders']
  const found = recognisePlatformList(cells, above)
  expect(found?.columns).toEqual([
    'productId',
    'name',
    'status',
    'gmv',
    'orders',
    'creatorGmv',
    'creatorOrders',
    null,
    null,
  ])
  expect(found?.unknown).toEqual(['Mystery · GMV', 'Mystery · Orders'])
  expect(new Set(found?.headers).size).toBe(cells.length)
  // Without groups the second is not taken for the first.
  expect(recognisePlatformList(cells, null)?.columns.slice(5)).toEqual([null, null, null, null])
})

test.each([
  [['Analysis date: 01/09/2026~30/09/2026'], '2026-09-01', '2026-09-30'],
  [['分析日期：01/09/2026-01/09/2026'], '2026-09-01', '2026-09-01'],
  [['日期范围：2026-08-01 至 2026-08-31'], '2026-08-01', '2026-08-31'],
  [['Date Start: 2026-08-01', '', 'Date End: 2026-08-07'], '2026-08-01', '2026-08-07'],
  [['Date Range: 09/14/2026 - 09/20/2026'], '2026-09-14', '2026-09-20'],
  [['2026-06-22-2026-06-28'], '2026-06-22', '2026-06-28'],
])('the days in %j are read', (line, from, to) => {
  expect(periodOfBanner([line])).toEqual({ from, to })
})

test('lines without days, with three of them or with the last before the first say nothing', () => {
  expect(periodOfBanner([['V4 | All_Information | metric']])).toBeNull()
  expect(periodOfBanner([['2026-08-01, 2026-08-02, 2026-08-03']])).toBeNull()
  expect(periodOfBanner([['2026-08-31 - 2026-08-01']])).toBeNull()
  expect(periodOfBanner([['30/02/2026 - 01/03/2026']])).toBeNull()
})

test('a file of the batch template names its day', () => {
  expect(dayOfName('Tiktoksellercenter_batchedit_20261105_all_information_template.xlsx')).toBe('2026-11-05')
  expect(dayOfName('products.xlsx')).toBeNull()
})

test.each([
  ['3600', 3600],
  ['01:02:03', 3723],
  ['62:03', 'unreadable'],
  ['12:03', 723],
  ['1h 2min 3s', 3723],
  ['2小时5分', 7500],
  ['--', 'blank'],
  ['long', 'unreadable'],
] as const)('the duration %s', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds)
})

test('ranges of amounts have bounds where they say so', () => {
  const usd = findCurrency('USD')!
  expect(parseRange('$100-$500', usd, '.')).toEqual({ from: 10_000, to: 50_000 })
  expect(parseRange('$1K–$5K', usd, '.')).toEqual({ from: 100_000, to: 500_000 })
  expect(parseRange('>$10,000', usd, '.')).toEqual({ from: 1_000_000, to: null })
  expect(parseRange('$1K+', usd, '.')).toEqual({ from: 100_000, to: null })
  expect(parseRange('<$100', usd, '.')).toEqual({ from: null, to: 10_000 })
  expect(parseRange('$500-$100', usd, '.')).toBeNull()
  expect(parseRange('--', usd, '.')).toBeNull()
  expect(parseRange('high', usd, '.')).toBeNull()
})

test('names lose the number behind them, weights are whole grams', () => {
  expect(withoutCode('Vòng tay & Lắc tay (605274)')).toBe('Vòng tay & Lắc tay')
  expect(withoutCode('วางขายอยู่(1)')).toBe('วางขายอยู่')
  expect(withoutCode('Cream (50 ml)')).toBe('Cream (50 ml)')
  expect(parseGrams('1,250.4')).toBe(1250)
  expect(parseGrams('light')).toBeNull()
})
