import { describe, expect, test } from 'vitest'

import { LIST_HEADERS } from '../support/list-headers'
import {
  BO_VIDEO,
  CREAM,
  type ListName,
  MIA_VIDEO,
  platformWorkspace,
  record,
  SEPTEMBER,
  SERUM,
} from '../support/platform-lists'

interface Case {
  readonly list: ListName
  readonly market: string
  /** Lines above the header. */
  readonly above?: readonly (readonly string[])[]
  readonly row: Readonly<Record<string, string>>
  /** Worked out by hand: minor units, basis points, whole numbers. */
  readonly values: Readonly<Record<string, number>>
  readonly content?: Readonly<Record<string, unknown>>
  readonly period?: { readonly from: string; readonly to: string }
}

const EXPLAINED = 'What this column means, in words.'

const POSTS: readonly Case[] = [
  {
    list: 'aff_video_en',
    market: 'US',
    row: {
      'Video title': 'Glow in 7 days ✨',
      'Video ID': MIA_VIDEO,
      'Post date': '09/14/2026',
      'Video link': `https://www.tiktok.com/@Mia.Glow_/video/${MIA_VIDEO}`,
      'Creator name': 'Mia.Glow_',
      'Product ID': SERUM,
      'Creator video-attributed GMV': '$1,234.50',
      'Video-attributed orders': '10',
      AOV: '$123.45',
      'Video-attributed items sold': '12',
      Refunds: '$13.49',
      'Video views': '44,750',
      Likes: '1.2K',
      'Video product impressions': '5,027',
      'Video product clicks': '94',
      'Completion rate': '12.5%',
      CTR: '1.87%',
    },
    values: {
      gmv: 123_450,
      orders: 10,
      aov: 12_345,
      itemsSold: 12,
      refunds: 1349,
      views: 44_750,
      likes: 1200,
      productImpressions: 5027,
      productClicks: 94,
      completion: 1250,
      ctr: 187,
    },
    content: { postedDay: '2026-09-14', postedAt: null, title: 'Glow in 7 days ✨' },
  },
  {
    list: 'aff_video_zh',
    market: 'MY',
    row: {
      视频标题: '七天焕亮',
      '视频 ID': '--',
      发布日期: '2026-09-14',
      视频链接: `https://www.tiktok.com/@mia.glow_/video/${MIA_VIDEO}?lang=zh`,
      达人名称: 'mia.glow_',
      '商品 ID': SERUM,
      '联盟视频归因 GMV': 'RM7,988.80',
      归因于视频的订单数: '40',
      视频播放量: '12.3万',
      完播率: '0.45',
      商品点击率: '0.018',
    },
    values: { gmv: 798_880, orders: 40, views: 123_000, completion: 4500, ctr: 180 },
    content: { postedDay: '2026-09-14', contentId: MIA_VIDEO },
  },
  {
    list: 'aff_video_list_en',
    market: 'GB',
    row: {
      'Video name': '--',
      'Video link': `https://www.tiktok.com/@mia.glow_/video/${MIA_VIDEO}`,
      'Video post date': '14/09/2026',
      'Creator username': 'mia.glow_',
      GMV: '£999.00',
      'Affiliate shoppable video GMV': '£35.91',
      'Affiliate items sold ': '3',
      'Affiliate orders': '2',
      'Est. commission': '£3.59',
    },
    values: { gmv: 3591, itemsSold: 3, orders: 2, estCommission: 359 },
    content: { postedDay: '2026-09-14', title: null, contentId: MIA_VIDEO },
  },
  {
    list: 'aff_video_list_zh',
    market: 'TH',
    row: {
      视频链接: `https://www.tiktok.com/@mia.glow_/video/${MIA_VIDEO}`,
      视频发布日期: '2026/09/14',
      达人用户名: '@mia.glow_',
      '联盟带货视频 GMV': '฿1,234',
      联盟订单量: '4',
      联盟成交件数: '5',
      联盟点击率: '5.93%',
    },
    values: { gmv: 123_400, orders: 4, itemsSold: 5, ctr: 593 },
  },
  {
    list: 'sc_video_en_old',
    market: 'US',
    above: [['Date Range: 2026-09-01 - 2026-09-30'], []],
    period: SEPTEMBER,
    row: {
      'Video Info': 'Unboxing',
      'Video ID': MIA_VIDEO,
      Time: '2026/09/14 20:05:10',
      'Creator name': 'mia.glow_',
      'Creator ID': '6800000000000000001',
      VV: '1000',
      'New followers': '7',
      'V-to-L clicks': '3',
      Buyers: '2',
      Orders: '2',
      'Unit Sales': '3',
      'Video Revenue ($)': '20.00',
      'GPM ($)': '25.00',
      'Shoppable video attributed GMV ($)': '25.00',
      'Video Finish Rate': '45%',
      CTOR: '150%',
    },
    values: {
      views: 1000,
      newFollowers: 7,
      liveClicks: 3,
      customers: 2,
      orders: 2,
      itemsSold: 3,
      directGmv: 2000,
      gpm: 2500,
      gmv: 2500,
      completion: 4500,
      ctor: 15_000,
    },
    // 20:05:10 in Los Angeles in summer is 03:05:10 UTC of the next day.
    content: { postedDay: '2026-09-14', postedAt: Date.UTC(2026, 8, 15, 3, 5, 10) },
  },
  {
    list: 'sc_video_zh_31',
    market: 'VN',
    above: [['日期范围：2026-09-01 至 2026-09-30']],
    period: SEPTEMBER,
    row: {
      达人昵称: 'Mia 美肌 ✨',
      达人ID: '6800000000000000001',
      视频信息: '开箱',
      视频ID: MIA_VIDEO,
      发布时间: '2026/09/14/ 08:05',
      VV: '0',
      '归因 SKU 订单数': '5',
      '视频 SKU 订单数': '3',
      '视频间接 SKU 订单数': '2',
      '视频归因 GMV (₫)': '2.500.000',
      '视频 GMV (₫)': '1,500,000',
      '视频间接 GMV (₫)': '1000000',
      '点击率（视频）': '3.00%',
      'CTOR（SKU 订单）': '2.10%',
    },
    values: {
      views: 0,
      orders: 5,
      directOrders: 3,
      indirectOrders: 2,
      gmv: 2_500_000,
      directGmv: 1_500_000,
      indirectGmv: 1_000_000,
      ctr: 300,
      ctor: 210,
    },
    content: { postedAt: Date.UTC(2026, 8, 14, 1, 5), creatorId: null },
  },
  {
    list: 'sc_video_id_partial',
    market: 'ID',
    above: [['2026-09-01 - 2026-09-30']],
    period: SEPTEMBER,
    row: {
      'Informasi Video': 'Serum',
      'ID Video': MIA_VIDEO,
      'Nama Kreator': 'mia.glow_',
      Waktu: '2026-09-14 20:05',
      VV: '1.234.567',
      'Klik Produk': '12',
      'GPM (Rp)': 'Rp1.250',
      'GMV dari video (Rp)': 'Rp435.212.212',
    },
    values: { views: 1_234_567, productClicks: 12, gpm: 125_000, directGmv: 43_521_221_200 },
    content: { postedAt: Date.UTC(2026, 8, 14, 13, 5) },
  },
]

/** Files of LIVEs; the LIVE is the only post. */
const LIVES: readonly Case[] = [
  {
    list: 'live_en_creator_perf',
    market: 'US',
    above: [['Date Start: 2026-09-01', 'Date End: 2026-09-30'], []],
    period: SEPTEMBER,
    row: {
      Livestream: 'Friday glow',
      'Start time': '2026-09-04 19:00:59',
      Duration: '7200',
      'Gross revenue': '$480.00',
      'Direct GMV': '$400.00',
      'Avg. view duration': '65',
      'Peak viewers': '310',
      'CTOR (SKU orders)': '4.2%',
    },
    values: { seconds: 7200, gmv: 48_000, directGmv: 40_000, avgViewSeconds: 65, peakViewers: 310, ctor: 420 },
    // The minute in which it began; 19:00 in Los Angeles in summer is 02:00 UTC.
    content: { kind: 'live', postedAt: Date.UTC(2026, 8, 5, 2), seconds: 7200, title: 'Friday glow' },
  },
  {
    list: 'live_zh_28',
    market: 'VN',
    above: [['日期范围：2026-09-01 至 2026-09-30']],
    period: SEPTEMBER,
    row: {
      达人ID: '6800000000000000001',
      达人信息: 'mia.glow_',
      昵称: 'Mia 美肌',
      开播时间: '2026/09/04 19:00',
      直播时长: '02:00:05',
      '直播归因 GMV (₫)': '2.500.000',
      添加商品数: '20',
      动销商品数: '4',
      支付订单数: '9',
      累计观看人数: '800',
      '人均观看时长（直播）': '1分5秒',
      曝光点击率: '5%',
    },
    values: {
      seconds: 7205,
      gmv: 2_500_000,
      productsAdded: 20,
      productsSold: 4,
      orders: 9,
      viewers: 800,
      avgViewSeconds: 65,
      ctr: 500,
    },
    content: { kind: 'live', postedAt: Date.UTC(2026, 8, 4, 12) },
  },
  {
    list: 'live_zh_room',
    market: 'SG',
    above: [['2026-09-01 ~ 2026-09-30']],
    period: SEPTEMBER,
    row: {
      直播间信息: '新品专场 @mia.glow_',
      直播开始时间: '2026-09-04 19:00:00',
      成交金额: 'S$12.30',
      最高在线观看人数: '31',
    },
    values: { gmv: 1230, peakViewers: 31 },
    content: { kind: 'live', postedAt: Date.UTC(2026, 8, 4, 11) },
  },
  {
    list: 'live_id_partial',
    market: 'ID',
    above: [['2026-09-01 - 2026-09-30']],
    period: SEPTEMBER,
    row: {
      'ID Kreator': '6800000000000000001',
      Kreator: 'mia.glow_',
      'Waktu Live': '04/09/2026 19:00',
      Durasi: '1 jam 5 menit',
      'GMV dari LIVE (Rp)': 'Rp1.000.000',
      'Produk Terjual': '7',
      CTOR: '1,5%',
    },
    values: { seconds: 3900, gmv: 100_000_000, itemsSold: 7, ctor: 150 },
    content: { kind: 'live', postedAt: Date.UTC(2026, 8, 4, 12) },
  },
]

describe.each([...POSTS, ...LIVES])('$list', ({ list, market, above = [], row, values, content, period }) => {
  test.each(['list.csv', 'list.xlsx'])('is recognised and read from %s', async (name) => {
    const workspace = await platformWorkspace({ market })
    const explained = LIST_HEADERS[list].map((_, at) => (at === 0 ? '' : EXPLAINED))
    const summary = LIST_HEADERS[list].map((_, at) => (at === 0 ? 'Total' : '0'))
    const records = [...above, LIST_HEADERS[list], explained, record(list, row), summary]
    const file =
      name.endsWith('.csv') && above.length === 0 ? workspace.marked(records) : await workspace.file(records, name)
    const [found] = await workspace.client.imports.inspect({ paths: [file] })
    expect(found).toMatchObject({ table: { period: period ?? null }, suggestedShopId: workspace.shop.id })
    const done = await workspace.list(file, period === undefined ? { period: SEPTEMBER } : {})
    expect(done).toMatchObject({
      rows: 3,
      skipped: 2,
      rejected: 0,
      things: 1,
      newThings: 1,
      newFigures: 1,
      period: SEPTEMBER,
    })
    const contents = await workspace.records('contents')
    expect(contents).toHaveLength(1)
    expect(contents[0]).toMatchObject({ shopId: workspace.shop.id, ...content })
    const [said] = await workspace.client.platformLists.ofContent({ contentId: String(contents[0]?.['id']) })
    expect(said).toMatchObject({ period: SEPTEMBER, currency: workspace.shop.currency })
    expect(said?.values).toEqual(values)
  })
})

const PRODUCTS: readonly Case[] = [
  {
    list: 'aff_product_en_2026',
    market: 'US',
    row: {
      'Product name': 'Serum',
      'Product ID': SERUM,
      'Product category': 'Skincare',
      'Creator-attributed GMV': '$1,000.00',
      'Creator-attributed items sold': '30',
      'Attributed orders': '25',
      'Samples shipped': '4',
      'Creators with sales': '3',
      'Product clicks': '500',
      CTOR: '5%',
    },
    values: {
      creatorGmv: 100_000,
      creatorItems: 30,
      creatorOrders: 25,
      samplesShipped: 4,
      creatorsSelling: 3,
      productClicks: 500,
      ctor: 500,
    },
    content: { name: 'Serum', category: 'Skincare' },
  },
  {
    list: 'aff_product_en_17',
    market: 'US',
    row: {
      'Product name': 'Serum',
      'Product ID': SERUM,
      'Creator-attributed GMV': '$1.00',
      'Avg. daily customers': '3.5',
      Videos: '2',
    },
    values: { creatorGmv: 100, videos: 2 },
  },
  {
    list: 'aff_product_zh_17',
    market: 'MY',
    row: {
      商品名称: '精华',
      '商品 ID': SERUM,
      商品类目: '护肤',
      '达人归因 GMV': 'RM10.50',
      已发样品数: '6',
      日均客户数: '1.2',
    },
    values: { creatorGmv: 1050, samplesShipped: 6 },
    content: { name: '精华', category: '护肤' },
  },
  {
    list: 'aff_product_id_partial',
    market: 'ID',
    row: {
      'Product ID': SERUM,
      'Product category': 'Skincare',
      'GMV dari kreator': 'Rp435.212.212',
      'Sampel terkirim': '2',
      CTOR: '2,5%',
    },
    values: { creatorGmv: 43_521_221_200, samplesShipped: 2, ctor: 250 },
  },
  {
    list: 'product_list_en_44',
    market: 'US',
    above: [['Analysis date: 01/09/2026~30/09/2026']],
    period: SEPTEMBER,
    row: {
      'Product Name': 'Serum',
      'Product ID': SERUM,
      'GMV range': '$100-$500',
      'Listing status': 'Live',
      GMV: '$400.00',
      'Creator-attributed GMV': '$250.00',
      'SKU orders': '20',
      'Product impressions': '10,000',
      'Product clicks': '500',
      CTR: '0.05',
      'Unique CTR': '0.04',
      'Shop tab GMV': '$12.00',
      'Shop tab CTOR (SKU)': '0.4',
    },
    values: {
      gmvFrom: 10_000,
      gmvTo: 50_000,
      gmv: 40_000,
      creatorGmv: 25_000,
      skuOrders: 20,
      productImpressions: 10_000,
      productClicks: 500,
      ctr: 500,
      uniqueCtr: 400,
      shopTabGmv: 1200,
      shopTabCtor: 4000,
    },
    content: { name: 'Serum', status: 'Live' },
  },
  {
    list: 'product_list_zh_38_old',
    market: 'VN',
    above: [['分析日期：01/09/2026-30/09/2026']],
    period: SEPTEMBER,
    row: {
      商品ID: SERUM,
      商品: '精华',
      状态: '在售',
      GMV: '2.500.000₫',
      成交件数: '10',
      '商城页 GMV': '500.000₫',
      '直播归因 GMV': '1.000.000₫',
      直播点击率: '5.5%',
      商品卡去重客户数: '3',
    },
    values: { gmv: 2_500_000, itemsSold: 10, shopTabGmv: 500_000, liveGmv: 1_000_000, liveCtr: 550, cardCustomers: 3 },
    content: { name: '精华', status: '在售' },
  },
  {
    list: 'product_list_id_partial',
    market: 'ID',
    above: [['Analysis date: 01/09/2026~30/09/2026'], [], []],
    period: SEPTEMBER,
    row: {
      'ID Produk': SERUM,
      Nama: 'Serum',
      GMV: 'Rp1.250',
      'GMV dari kreator': 'Rp1.000',
      'Pesanan SKU': '2',
      'AOV (pesanan SKU)': 'Rp625',
    },
    values: { gmv: 125_000, creatorGmv: 100_000, skuOrders: 2, aov: 62_500 },
  },
]

describe.each(PRODUCTS)('$list', ({ list, market, above = [], row, values, content, period }) => {
  test('is recognised and read', async () => {
    const workspace = await platformWorkspace({ market })
    const explained = LIST_HEADERS[list].map((_, at) => (at === 0 ? EXPLAINED : EXPLAINED))
    const file = await workspace.file([...above, LIST_HEADERS[list], explained, record(list, row)], 'products.xlsx')
    const done = await workspace.list(file, period === undefined ? { period: SEPTEMBER } : {})
    expect(done).toMatchObject({
      rows: 2,
      skipped: 1,
      rejected: 0,
      things: 1,
      newThings: 1,
      newFigures: 1,
      period: SEPTEMBER,
    })
    expect(await workspace.records('products')).toMatchObject([{ productId: SERUM, ...content }])
    const said = await workspace.client.platformLists.ofProduct({ shopId: workspace.shop.id, productId: SERUM })
    expect(said).toMatchObject([{ period: SEPTEMBER, currency: workspace.shop.currency }])
    expect(said[0]?.values).toEqual(values)
  })
})

/** The batch template: machine keys, version, labels, what is mandatory, hints, data. */
function template(price: string, stock = '12'): string[][] {
  const keys = [...LIST_HEADERS.product_batch_edit_keys]
  const line = (cells: Readonly<Record<string, string>>) => keys.map((key) => cells[key] ?? '')
  const sku = (skuId: string, more: Readonly<Record<string, string>>) =>
    line({
      product_id: SERUM,
      category: 'Serum (605274)',
      product_name: 'Serum',
      product_status: 'วางขายอยู่(1)',
      sku_id: skuId,
      brand: 'Glow (7012)',
      quantity: stock,
      parcel_weight: '250',
      main_image: 'https://p16.example/serum.jpg',
      ...more,
    })
  return [
    keys,
    ['V4', 'All_Information', 'metric'],
    keys.map((key) => `label of ${key}`),
    keys.map(() => 'Mandatory'),
    keys.map(() => 'Cannot be edited'),
    sku('1730000000000000001', { variation_value: '30 ml', price, seller_sku: 'S-30' }),
    sku('1730000000000000002', { variation_value: '50 ml', price: '450', seller_sku: '' }),
  ]
}

test('product_batch_edit_keys: the catalogue, its variations and a price history', async () => {
  const workspace = await platformWorkspace({ market: 'TH' })
  const name = (day: string) => `Tiktoksellercenter_batchedit_${day}_all_information_template.xlsx`
  const first = await workspace.file(template('฿299.00'), name('20261105'))
  const done = await workspace.list(first)
  expect(done).toMatchObject({ rows: 6, skipped: 4, things: 1, newThings: 1, skus: 2, newPrices: 2, period: null })
  expect(await workspace.records('products')).toMatchObject([
    { name: 'Serum', category: 'Serum', brand: 'Glow', status: 'วางขายอยู่', imageUrl: 'https://p16.example/serum.jpg' },
  ])
  expect(await workspace.records('productSkus')).toHaveLength(2)
  expect(await workspace.records('productSkus')).toContainEqual(
    expect.objectContaining({ variation: '30 ml', sellerSku: 'S-30', listedStock: 12, weightGrams: 250 }),
  )
  const second = await workspace.list(await workspace.file(template('฿319.00', '9'), name('20261112')))
  expect(second).toMatchObject({ newThings: 0, newPrices: 1 })
  const prices = await workspace.records('productPrices')
  expect(prices.map(({ fromDay, price, currency }) => [fromDay, price, currency]).toSorted()).toEqual([
    ['2026-11-05', 29_900, 'THB'],
    ['2026-11-05', 45_000, 'THB'],
    ['2026-11-12', 31_900, 'THB'],
  ])
  expect((await workspace.records('productSkus')).map(({ listedStock }) => listedStock)).toEqual([9, 9])
  // Taking the younger list back takes its price away.
  await workspace.takeBack(second.listId ?? '')
  expect(await workspace.list(first)).toMatchObject({ newThings: 0, newPrices: 0 })
})

test('a video shows several products: figures are of each, the video is one', async () => {
  const workspace = await platformWorkspace()
  const row = (more: Readonly<Record<string, string>>) =>
    record('aff_video_en', {
      'Video ID': MIA_VIDEO,
      'Post date': '09/14/2026',
      'Creator name': 'mia.glow_',
      'Video views': '1000',
      ...more,
    })
  const file = workspace.marked([
    LIST_HEADERS.aff_video_en,
    row({ 'Product ID': SERUM, 'Creator video-attributed GMV': '$10.00' }),
    row({ 'Product ID': CREAM, 'Creator video-attributed GMV': '$5.00' }),
    // Said again word by word, and said otherwise: the greater counts, whichever comes first.
    row({ 'Product ID': CREAM, 'Creator video-attributed GMV': '$5.00' }),
    row({ 'Product ID': SERUM, 'Creator video-attributed GMV': '$9.00' }),
  ])
  const done = await workspace.list(file, { period: SEPTEMBER })
  expect(done).toMatchObject({
    rows: 4,
    things: 1,
    newFigures: 2,
    repeated: 1,
    rejected: 1,
    creators: 1,
    newCreators: 1,
  })
  expect(done.rejects).toMatchObject([{ row: 5, column: 'Video ID', code: 'rowsDisagree' }])
  const said = await workspace.said(MIA_VIDEO)
  expect(said.map(({ productId, values }) => [productId, values['gmv'], values['views']]).toSorted()).toEqual([
    [SERUM, 1000, 1000],
    [CREAM, 500, 1000],
  ])
  expect(await workspace.handles()).toEqual(['mia.glow_'])
})

test('rows that cannot be read are told with what to do, and read once corrected', async () => {
  const workspace = await platformWorkspace()
  const row = (cells: Readonly<Record<string, string>>) =>
    record('aff_video_list_en', { 'Creator username': 'mia.glow_', 'Affiliate shoppable video GMV': '$1.00', ...cells })
  const good = `https://www.tiktok.com/@mia.glow_/video/${MIA_VIDEO}`
  const file = await workspace.file([
    LIST_HEADERS.aff_video_list_en,
    row({ 'Video link': good }),
    row({ 'Video link': 'https://vm.tiktok.com/ZMabc/' }),
    row({ 'Video link': '--' }),
    row({ 'Video link': `https://www.tiktok.com/@bo/video/${BO_VIDEO}`, 'Affiliate shoppable video GMV': '₫5.000' }),
    row({ 'Video link': `https://www.tiktok.com/@bo/video/${BO_VIDEO}`, 'Video post date': '31/31/2026' }),
  ])
  const read = await workspace.preview(file, { period: SEPTEMBER })
  expect(read).toMatchObject({ rows: 5, things: 1, rejected: 4 })
  expect(read.rejects.map(({ row: at, column, code }) => [at, column, code])).toEqual([
    [3, 'Video link', 'linkShort'],
    [4, 'Video link', 'idMissing'],
    [5, 'Affiliate shoppable video GMV', 'currencyOfAnotherShop'],
    [6, 'Video post date', 'dateImpossible'],
  ])
  const corrected = await workspace.list(file, {
    period: SEPTEMBER,
    corrections: [{ row: 3, column: 'Video link', value: `https://www.tiktok.com/@bo/video/${BO_VIDEO}` }],
  })
  expect(corrected).toMatchObject({ things: 2, rejected: 3 })
})
