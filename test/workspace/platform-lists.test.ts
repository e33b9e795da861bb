import { expect, test } from 'vitest'

import { LIST_HEADERS } from '../support/list-headers'
import { BO_VIDEO, CREAM, MIA_VIDEO, platformWorkspace, record, SEPTEMBER, SERUM } from '../support/platform-lists'

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
  expect(
    prices.map(({ fromDay, price, currency }) => [fromDay, price, currency].map(String).join(' ')).toSorted(),
  ).toEqual(['2026-11-05 29900 THB', '2026-11-05 45000 THB', '2026-11-12 31900 THB'])
  expect((await workspace.records('productSkus')).map(({ listedStock }) => listedStock)).toEqual([9, 9])
  // Taking the younger list back takes its price away.
  await workspace.takeBack(second.listId ?? '')
  expect(await workspace.list(first)).toMatchObject({ newThings: 0, newPrices: 0 })
})

test('what lists say of a product stands behind it by the names of its figures, the newest first', async () => {
  const workspace = await platformWorkspace()
  const list = async (gmv: string, days: typeof SEPTEMBER, name: string) => {
    const cells = {
      'Product name': 'Serum',
      'Product ID': SERUM,
      'Creator-attributed GMV': gmv,
      CTOR: '5.25%',
      Videos: '7',
    }
    const rows = [[...LIST_HEADERS.aff_product_en_2026], record('aff_product_en_2026', cells)]
    await workspace.list(await workspace.file(rows, name), { period: days })
  }
  await list('$1,234.56', SEPTEMBER, 'september.csv')
  await list('$20.00', { from: '2026-10-01', to: '2026-10-09' }, 'october.csv')
  const { figures } = await workspace.client.products.detail({ shopId: workspace.shop.id, productId: SERUM })
  expect(figures).toMatchObject([
    { source: 'affiliateProducts', currency: 'USD', periodTo: '2026-10-09', values: { creatorGmv: 2000 } },
    { periodTo: SEPTEMBER.to, values: { creatorGmv: 123_456, ctor: 525, videos: 7 } },
  ])
  const [product] = (await workspace.client.products.list({})).rows
  expect(product?.figures?.values).toEqual({ creatorGmv: 2000, ctor: 525, videos: 7 })
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
  expect(new Map(said.map(({ productId, values }) => [productId, [values['gmv'], values['views']]]))).toEqual(
    new Map([
      [SERUM, [1000, 1000]],
      [CREAM, [500, 1000]],
    ]),
  )
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
