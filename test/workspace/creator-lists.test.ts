import { safe } from '@orpc/client'
import { expect, test } from 'vitest'

import { EN_2026, listWorkspace, OCTOBER, rowOf } from '../support/creator-lists'
import { finish } from '../support/workspace'

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

/** The refusal that work ends with, or null. */
async function refusalOf(work: () => PromiseLike<unknown>): Promise<unknown> {
  return (await safe(Promise.resolve(work()))).error
}

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

test('daily averages and unknown columns are told, also when the columns are named as they were suggested', async () => {
  const workspace = await listWorkspace()
  const headers = ['Creator name', 'Creator-attributed GMV', 'AOV', 'Avg.daily products sold', 'Mood']
  const file = await workspace.file([headers, ['mia', '$1.00', '$1.00', '3', 'good']])
  const found = await workspace.client.metrics.inspect({ path: file })
  expect(found).toMatchObject({ mapped: true, columns: ['handle', 'gmv', 'aov', null, null] })
  for (const more of [{}, { columns: found.columns }]) {
    expect((await workspace.preview(file, more)).warnings).toEqual([
      { code: 'dailyAverage', detail: 'Avg.daily products sold' },
      { code: 'unknownColumn', detail: 'Mood' },
    ])
  }
})

test('the days and the shop are asked for; a list says whose days it shares and adds nothing up', async () => {
  const workspace = await listWorkspace()
  const { client } = workspace
  const record = (gmv: string) => [EN_2026, rowOf(EN_2026, { ...MIA, 'Creator-attributed GMV': gmv })]
  const first = await workspace.file(record('$1,234.50'), 'first.csv')
  const asked = { path: first, shopId: workspace.shop.id }
  expect(await refusalOf(() => finish(client.metrics.preview(asked)))).toMatchObject({
    code: 'input.invalid',
    data: { path: 'period' },
  })
  expect(
    await refusalOf(() => finish(client.metrics.preview({ ...asked, shopId: null, period: OCTOBER }))),
  ).toMatchObject({
    code: 'input.invalid',
    data: { path: 'shopId' },
  })
  await workspace.list(first)
  const later = await workspace.file(record('$1,000.00'), 'later_20261015-20261113.csv')
  const done = (await finish(client.metrics.run({ ...asked, path: later }))).result
  expect(done.period).toEqual({ from: '2026-10-15', to: '2026-11-13' })
  expect(done.overlaps).toMatchObject([{ file: 'first.csv', ...OCTOBER }])
  // 200 + 1,000 + 34.50 is not 1,000, and 1,000 ÷ 10 is not 123.45.
  expect(done.warnings.map(({ code }) => code)).toEqual(['overlapsList', 'partsDiffer', 'aovDiffers'])

  const { rows } = await client.creators.list({ search: 'mia' })
  const figures = await client.metrics.ofCreator({ creatorId: rows[0]?.id ?? '' })
  expect(figures.find(({ name }) => name === 'gmv')?.said.map(({ value }) => value)).toEqual([100_000, 123_450])
  const { series } = await client.metrics.trend({ creatorId: rows[0]?.id ?? '', name: 'gmv' })
  expect(series.map(({ days, points }) => [days, points.map(({ value }) => value)])).toEqual([[30, [123_450, 100_000]]])

  await client.metrics.takeBack({ listId: done.listId ?? '' })
  expect((await workspace.figures('mia.glow_'))['gmv']).toBe(123_450)
  await client.metrics.bringBack({ listId: done.listId ?? '' })
  expect((await workspace.figures('mia.glow_'))['gmv']).toBe(100_000)
})

test('a table of another tool is refused until its columns are named, then known; profiles are only filled', async () => {
  const workspace = await listWorkspace()
  const { client } = workspace
  const table = (followers: string) =>
    `Influencer;Nickname;Fans;Sales amount($)\nmia.glow_;Mia;${followers};$4.5K\nbo.kitchen;Bo;8500;$120.00\n`
  const file = workspace.text(table('12.3万'), 'tool.csv')
  expect(await client.metrics.inspect({ path: file })).toMatchObject({
    mapped: false,
    columns: ['handle', 'displayName', 'followers', 'gmv'],
  })
  expect(await refusalOf(() => workspace.preview(file))).toMatchObject({ code: 'import.unknownKind' })

  const answers = {
    shopId: null,
    source: 'fastmoss',
    currency: 'USD',
    market: 'US',
    columns: ['handle', 'displayName', 'followers', 'gmv'],
  } as const
  const done = await workspace.list(file, { ...answers, columns: [...answers.columns], remember: 'FastMoss' })
  expect(done).toMatchObject({ newCreators: 2, filled: 4, source: 'fastmoss' })
  expect(await workspace.figures('mia.glow_')).toEqual({ followers: 123_000, gmv: 450_000 })

  const next = workspace.text(table('12.5万').replace('Mia;', 'Mia Glow;'), 'next.csv')
  expect(await client.metrics.inspect({ path: next })).toMatchObject({
    mapped: true,
    preset: 'FastMoss',
    source: 'fastmoss',
  })
  const differs = await workspace.preview(next, { shopId: null })
  expect(differs).toMatchObject({
    filled: 0,
    differing: [{ handle: 'mia.glow_', field: 'displayName', known: 'Mia', said: 'Mia Glow' }],
  })
  await workspace.list(next, { shopId: null, take: [{ handle: 'mia.glow_', field: 'displayName' }] })
  expect((await client.creators.list({ search: 'mia.glow' })).rows[0]?.displayName).toBe('Mia Glow')

  const [preset] = await client.metrics.presets({})
  expect(preset).toMatchObject({ name: 'FastMoss', currency: 'USD', market: 'US' })
  await client.metrics.forgetPreset({ id: preset?.id ?? '' })
  expect((await client.metrics.inspect({ path: next })).mapped).toBe(false)
})

test('rows that cannot be read are told with row, column and reason, and read once corrected', async () => {
  const workspace = await listWorkspace()
  const headers = ['Creator name', 'Creator-attributed GMV', 'Attributed orders', 'AOV']
  const file = await workspace.file([
    headers,
    ['mia', '$1.00', '1', '$1.00'],
    ['bo', '£5.00', '1', '$5.00'],
    ['$7.00', 'cleo', '1', '$1.00'],
    ['mia', '$9.00', '1', '$9.00'],
    ['MIA', '$1.00', '1', '$1.00'],
    ['dan', '$1.00', '1.5', '$1.00'],
    ['Total', '$99.00', '4', ''],
  ])
  const read = await workspace.preview(file)
  expect(read).toMatchObject({ rows: 7, creators: 1, rejected: 4, repeated: 1, skipped: 1 })
  expect(read.rejects.map(({ row, column, code }) => [row, column, code])).toEqual([
    [3, 'Creator-attributed GMV', 'currencyOfAnotherShop'],
    [4, 'Creator name', 'handleUnreadable'],
    [5, 'Creator name', 'creatorRepeated'],
    [7, 'Attributed orders', 'quantityNotWhole'],
  ])
  const corrected = await workspace.list(file, {
    corrections: [{ row: 3, column: 'Creator-attributed GMV', value: '$5.00' }],
  })
  expect(corrected).toMatchObject({ creators: 2, rejected: 3 })
  expect((await workspace.figures('bo'))['gmv']).toBe(500)
})

test('a pasted table is read like a file, and a million cells are refused', async () => {
  const { client, shop } = await listWorkspace()
  const text = 'Creator name\tCreator-attributed GMV\tAOV\nmia\t$1.00\t--\n'
  expect(await client.metrics.inspect({ text, name: 'pasted' })).toMatchObject({ mapped: true })
  const { result } = await finish(client.metrics.run({ text, name: 'pasted', shopId: shop.id, period: OCTOBER }))
  expect(result).toMatchObject({ newCreators: 1, newFigures: 1 })
  expect(await refusalOf(() => client.metrics.inspect({ text: 'a\t'.repeat(1_000_001) }))).toMatchObject({
    code: 'import.unreadable',
    data: { reason: 'tooLarge' },
  })
})
