import { describe, expect, test } from 'vitest'

import { LIVE_CASES, POST_CASES } from '../support/list-cases'
import { LIST_HEADERS } from '../support/list-headers'
import { platformWorkspace, record, SEPTEMBER, SERUM } from '../support/platform-lists'
import { PRODUCT_CASES } from '../support/product-list-cases'

const EXPLAINED = 'What this column means, in words.'

describe.each([...POST_CASES, ...LIVE_CASES])('$list', ({ list, market, above = [], row, values, content, period }) => {
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

describe.each(PRODUCT_CASES)('$list', ({ list, market, above = [], row, values, content, period }) => {
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
