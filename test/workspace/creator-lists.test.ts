import { expect, test } from 'vitest'

import { EN_2026, listWorkspace, OCTOBER, rowOf } from '../support/creator-lists'

const MIA = {
  'Creator name': 'Mia.Glow_',
  'Creator-attributed GMV': '$1,234.50',
  'Creator LIVE-attributed GMV': '$200.00',
  'Creator video-attributed GMV': '$1,000.00',
  'Affiliate product card-attributed GMV': '$34.50',
  Refunds: '$13.49',
  'Attributed orders': '10',
  'Creator-attributed items sold': '12',
  AOV: '$123.45',
  CTOR: '2.13%',
  CTR: '187.5%',
  'Product impressions': '50,270',
  'Video views': '44,750',
  Videos: '7',
  'Est. commission': '$111.10',
}
const DEFINITIONS = EN_2026.map((header, at) => (at === 0 ? '' : `The ${header} of orders attributed to the creator.`))

test('a list of the platform brings creators with their figures, in one step that undo takes back', async () => {
  const workspace = await listWorkspace()
  const { client } = workspace
  const file = await workspace.file([
    EN_2026,
    DEFINITIONS,
    rowOf(EN_2026, MIA),
    rowOf(EN_2026, { 'Creator name': 'https://www.tiktok.com/@Bo.Kitchen?lang=en', 'Creator-attributed GMV': '0' }),
  ])
  const previewed = await workspace.preview(file)
  expect(previewed).toMatchObject({
    layout: 'creatorList.en2026',
    rows: 3,
    creators: 2,
    skipped: 1,
    rejected: 0,
    newCreators: 2,
    newFigures: 2,
    currency: 'USD',
    listId: null,
    warnings: [],
  })
  expect((await client.creators.list({})).rows).toEqual([])

  const done = await workspace.list(file, { content: previewed.content })
  expect(done.newCreators).toBe(2)
  expect(await workspace.figures('mia.glow_')).toEqual({
    gmv: 123_450,
    liveGmv: 20_000,
    videoGmv: 100_000,
    cardGmv: 3450,
    refunds: 1349,
    orders: 10,
    itemsSold: 12,
    aov: 12_345,
    ctor: 213,
    ctr: 18_750,
    productImpressions: 50_270,
    videoViews: 44_750,
    videos: 7,
    estCommission: 11_110,
    // 1,234.50 × 1,000 ÷ 50,270 = 24.557
    gpm: 2456,
    // 44,750 ÷ 7 = 6,392.9
    avgViews: 6393,
    cvr: 213,
  })
  // Everything else of Bo's row is unknown, and unknown is not 0.
  expect(await workspace.figures('bo.kitchen')).toEqual({ gmv: 0 })

  const again = await workspace.list(file)
  expect(again).toMatchObject({ newCreators: 0, newFigures: 0, listId: done.listId })
  expect(again.warnings.map(({ code }) => code)).toEqual(['alreadyImported'])

  expect(await client.history.undo({})).toMatchObject({ label: 'metrics.import', subject: 'creators.csv' })
  expect((await client.creators.list({})).rows).toEqual([])
  expect((await client.metrics.lists({})).map(({ live }) => live)).toEqual([false])
  await client.history.redo({})
  expect((await workspace.figures('mia.glow_'))['gmv']).toBe(123_450)
  expect(await client.metrics.lists({})).toMatchObject([
    { fileName: 'creators.csv', period: OCTOBER, live: true, author: 'Lin', counts: { creators: 2 } },
  ])
})
