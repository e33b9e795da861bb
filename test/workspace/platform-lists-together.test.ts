/** Lists of posts and products between colleagues, in any order of rows, taken back, stopped, or of another shop. */

import fs from 'node:fs'
import path from 'node:path'

import { safe } from '@orpc/client'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { csvLine } from '../../electron/workspace/files/csv-write'
import { type Colleague, colleagues, digestsOf, meet } from '../support/colleagues'
import { problems } from '../support/imports'
import { LIST_HEADERS } from '../support/list-headers'
import { BO_VIDEO, CREAM, MIA_VIDEO, platformWorkspace, record, SEPTEMBER, SERUM } from '../support/platform-lists'
import { finish, temporaryFolder } from '../support/workspace'

const row = (cells: Readonly<Record<string, string>>) =>
  record('aff_video_en', { 'Post date': '09/14/2026', 'Creator name': 'mia.glow_', 'Product ID': SERUM, ...cells })

function written(rows: readonly (readonly string[])[], modified: number, name = 'videos.csv'): string {
  const file = path.join(temporaryFolder(), name)
  fs.writeFileSync(file, [LIST_HEADERS.aff_video_en, ...rows].map((cells) => csvLine(cells)).join(''))
  fs.utimesSync(file, modified / 1000, modified / 1000)
  return file
}

const OCTOBER_2 = Date.UTC(2026, 9, 2)

test('overlapping lists imported by two people apart end equal, with no question', async () => {
  const [li, wang] = await colleagues('Li', 'Wang')
  const shop = await li!.client.shops.add({ name: 'Glow', market: 'US' })
  await meet([li!, wang!])
  const run = async ({ client }: Colleague, file: string, period = SEPTEMBER) =>
    (await finish(client.platformLists.run({ path: file, shopId: shop.id, period }))).result
  const mia = row({ 'Video ID': MIA_VIDEO, 'Creator video-attributed GMV': '$10.00', 'Video title': 'Glow' })
  const later = row({ 'Video ID': MIA_VIDEO, 'Creator video-attributed GMV': '$12.00', 'Video title': 'Glow, edited' })
  const bo = row({ 'Video ID': BO_VIDEO, 'Creator name': 'bo.kitchen', 'Creator video-attributed GMV': '$3.00' })
  const october = { from: '2026-09-15', to: '2026-10-14' }
  await run(li!, written([mia, bo], OCTOBER_2))
  await run(wang!, written([later], Date.UTC(2026, 9, 16), 'later.csv'), october)
  // And the very same file as Li.
  await run(wang!, written([mia, bo], OCTOBER_2))
  await meet([li!, wang!])

  expect((await digestsOf([li!, wang!])).size).toBe(1)
  for (const { client } of [li!, wang!]) {
    expect((await client.inbox.list({})).items).toEqual([])
    expect(await client.platformLists.list({})).toHaveLength(2)
    const { rows } = await client.records.list({ entity: 'contents', limit: 10 })
    expect(rows).toHaveLength(2)
    const id = rows.find(({ contentId }) => contentId === MIA_VIDEO)?.['id']
    // The younger list shows.
    expect(await client.platformLists.ofContent({ contentId: String(id) })).toMatchObject([{ values: { gmv: 1200 } }])
  }
})

test('any order of rows gives the same posts and figures', { timeout: 60_000 }, async () => {
  const rows = [
    row({ 'Video ID': MIA_VIDEO, 'Video title': 'Glow', 'Creator video-attributed GMV': '$10.00', 'Video views': '5' }),
    row({ 'Video ID': MIA_VIDEO, 'Video title': 'Glow, longer', 'Product ID': CREAM, 'Post date': '09/15/2026' }),
    row({ 'Video ID': MIA_VIDEO, 'Creator video-attributed GMV': '$9.00', 'Video views': '7' }),
    row({ 'Video ID': BO_VIDEO, 'Creator name': 'bo.kitchen', 'Creator video-attributed GMV': '$1.00' }),
    row({ 'Video ID': BO_VIDEO, 'Creator name': 'bo.kitchen', 'Creator video-attributed GMV': '$1.00' }),
  ]
  const read = async (order: readonly (readonly string[])[]) => {
    const workspace = await platformWorkspace()
    await workspace.list(written(order, OCTOBER_2), { period: SEPTEMBER })
    const contents = (await workspace.records('contents')).map(
      ({ id, ...content }) => [id, { ...content, shopId: '' }] as const,
    )
    const said = await Promise.all([MIA_VIDEO, BO_VIDEO].map((video) => workspace.said(video)))
    const figures = said.flat().map(({ productId, values }) => [productId, values] as const)
    return JSON.stringify([
      new Map(contents).size,
      [...contents].toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
      figures.toSorted(([a, { gmv: x = 0 }], [b, { gmv: y = 0 }]) =>
        (a ?? '') === (b ?? '') ? x - y : (a ?? '') < (b ?? '') ? -1 : 1,
      ),
    ])
  }
  const expected = await read(rows)
  expect(expected).toContain('Glow, longer')
  expect(expected).toContain('"gmv":1000')
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (order) => {
      expect(await read(order)).toBe(expected)
    }),
    { numRuns: 6, seed: 20_261_123 },
  )
})

test('twice the same file brings nothing; undo takes all of it back, redo brings it again', async () => {
  const workspace = await platformWorkspace()
  const { client } = workspace
  const state = async () => (await client.sync.status({})).digest
  const empty = await state()
  const file = written([row({ 'Video ID': MIA_VIDEO })], OCTOBER_2)
  const done = await workspace.list(file, { period: SEPTEMBER })
  const full = await state()
  const again = await workspace.list(file, { period: SEPTEMBER })
  expect(again).toMatchObject({ newThings: 0, newFigures: 0, newCreators: 0, listId: done.listId })
  expect(again.warnings).toEqual([{ code: 'alreadyImported', detail: 'videos.csv' }])
  expect(await state()).toBe(full)
  expect(await client.history.undo({})).toMatchObject({ label: 'platformLists.run', subject: 'videos.csv' })
  expect(await state()).toBe(empty)
  await client.history.redo({})
  expect(await state()).toBe(full)
  expect(await problems(workspace)).toEqual([])
})

test('a list taken back takes its figures and its posts; a post that somebody worked with stays', async () => {
  const workspace = await platformWorkspace()
  const { client } = workspace
  const file = written(
    [row({ 'Video ID': MIA_VIDEO }), row({ 'Video ID': BO_VIDEO, 'Creator name': 'bo.kitchen' })],
    OCTOBER_2,
  )
  const { listId } = await workspace.list(file, { period: SEPTEMBER })
  const kept = (await workspace.records('contents')).find(({ contentId }) => contentId === BO_VIDEO)
  await client.records.put({ entity: 'contents', id: String(kept?.['id']), fields: { note: 'looked at' } })
  expect(await workspace.takeBack(listId ?? '')).toEqual({ contents: 1 })
  expect((await workspace.records('contents')).map(({ contentId }) => contentId)).toEqual([BO_VIDEO])
  expect(await workspace.said(BO_VIDEO)).toEqual([])
  expect(await client.platformLists.list({})).toMatchObject([{ live: false, counts: { things: 2 }, author: 'Lin' }])
  expect(await workspace.bringBack(listId ?? '')).toEqual({ contents: 1 })
  expect(await workspace.records('contents')).toHaveLength(2)
  expect(await workspace.said(BO_VIDEO)).toHaveLength(1)
})

test('a list that looks like another shop’s is asked about: its currency, its products, its posts', async () => {
  const workspace = await platformWorkspace()
  const { client, shop } = workspace
  const other = await client.shops.add({ name: 'Bloom', market: 'VN' })
  const dong = [
    ['2026-09-01 - 2026-09-30'],
    LIST_HEADERS.sc_video_zh_31,
    record('sc_video_zh_31', { 视频ID: MIA_VIDEO, 达人昵称: 'mia.glow_', '视频归因 GMV (₫)': '1.000' }),
  ]
  const file = await workspace.file(dong, 'vietnam.xlsx')
  const [found] = await client.imports.inspect({ paths: [file] })
  expect(found).toMatchObject({ suggestedShopId: other.id, table: { kind: 'videoList', currency: 'VND' } })
  const asked = await workspace.preview(file)
  expect(asked.question).toEqual({ reason: 'currency', shopId: other.id, shopName: 'Bloom', detail: 'VND' })
  const { error } = await safe(workspace.list(file))
  expect(error).toMatchObject({ code: 'input.invalid', data: { path: 'sure' } })
  expect(await workspace.records('contents')).toEqual([])
  expect(await workspace.list(file, { shopId: other.id })).toMatchObject({
    newThings: 1,
    question: null,
    currency: 'VND',
  })

  // The same posts in a list without a currency, for the other shop.
  const plain = written([row({ 'Video ID': MIA_VIDEO })], OCTOBER_2)
  const posts = await workspace.preview(plain, { period: SEPTEMBER })
  expect(posts.question).toEqual({ reason: 'posts', shopId: other.id, shopName: 'Bloom', detail: '1' })
  expect(await workspace.list(plain, { period: SEPTEMBER, sure: true })).toMatchObject({ newFigures: 1, newThings: 0 })
  const product = await workspace.file(
    [
      LIST_HEADERS.aff_product_id_partial,
      record('aff_product_id_partial', { 'Product ID': SERUM, 'Product category': 'Care', 'Sampel terkirim': '1' }),
    ],
    'products.xlsx',
  )
  await workspace.list(product, { shopId: shop.id, period: SEPTEMBER })
  expect((await workspace.preview(product, { shopId: other.id, period: SEPTEMBER })).question).toMatchObject({
    reason: 'products',
    shopId: shop.id,
  })
})

test('an import that is stopped leaves nothing behind', async () => {
  const workspace = await platformWorkspace()
  const { client, shop } = workspace
  const rows = Array.from({ length: 3000 }, (_, at) =>
    row({ 'Video ID': `74000000000${String(at).padStart(8, '0')}`, 'Creator name': `creator${at % 40}` }),
  )
  const before = (await client.sync.status({})).digest
  const job = await client.platformLists.run({ path: written(rows, OCTOBER_2), shopId: shop.id, period: SEPTEMBER })
  for (let step = await job.next(); !step.done; step = await job.next()) {
    if (step.value.step === 'write' && step.value.done > 500) break
  }
  await job.return?.()
  expect((await client.sync.status({})).digest).toBe(before)
  expect(await workspace.records('contents')).toEqual([])
  expect(await workspace.handles()).toEqual([])
  expect(await problems(workspace)).toEqual([])
})
