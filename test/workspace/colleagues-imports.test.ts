/** Imported lines between colleagues, through the contract: one counts with the other, once, and undone once for all. */

import fs from 'node:fs'
import path from 'node:path'

import { expect, test } from 'vitest'

import { type Colleague, colleagues, digestsOf, give, importInto, meet, packageOf } from '../support/colleagues'
import { exportFile, orderRow } from '../support/exports'
import { problems } from '../support/imports'
import { finish, temporaryFolder } from '../support/workspace'

const DAY = 86_400_000
const MARCH = Date.UTC(2026, 2, 1)

/** Two people with one shop. */
async function team() {
  const [li, wang] = await colleagues('Li', 'Wang')
  const shop = await li!.client.shops.add({ name: 'Glow', market: 'US' })
  await meet([li!, wang!])
  const run = async (who: Colleague, file: string) =>
    (await finish(who.client.imports.run({ path: file, shopId: shop.id }))).result
  return { li: li!, wang: wang!, shop, run }
}

/** An export whose time on the disk is `modified`. */
async function exported(rows: Parameters<typeof exportFile>[0], modified: number): Promise<string> {
  const file = await exportFile(rows)
  fs.utimesSync(file, modified / 1000, modified / 1000)
  return file
}

/** The same bytes at another computer, where they came later. */
function copied(file: string, modified: number): string {
  const copy = path.join(temporaryFolder(), path.basename(file))
  fs.copyFileSync(file, copy)
  fs.utimesSync(copy, modified / 1000, modified / 1000)
  return copy
}

async function gmv({ client }: Colleague): Promise<number> {
  return (await client.roi.summary({})).now.gmv
}

async function reports({ client }: Colleague): Promise<unknown> {
  const creators = await client.creators.list({})
  const products = await client.products.list({})
  const tables = await Promise.all(
    (['creator', 'product', 'day'] as const).map((key) => client.roi.table({ by: [key] })),
  )
  return { creators, products, tables: tables.map(({ rows, total }) => ({ rows, total })) }
}

const ONE = orderRow({ orderId: '577012345678901001', creator: 'ana', payment: 1000 })
const TWO = orderRow({ orderId: '577012345678901002', creator: 'bo', payment: 200 })
const THREE = orderRow({ orderId: '577012345678901003', creator: 'chi', payment: 30 })

test('one file that both imported apart counts once, with no question, and both end equal', async () => {
  const { li, wang, run } = await team()
  const file = await exported([ONE, TWO], MARCH)
  await run(li, file)
  await run(wang, copied(file, MARCH + 5 * DAY))
  // Between both times, with another amount for the same order: whether it holds depends on which time does.
  await run(li, await exported([{ ...TWO, payment: 999 }, THREE], MARCH + DAY))
  await meet([li, wang])
  expect([await gmv(li), await gmv(wang)]).toEqual([1000 + 999 + 30, 1000 + 999 + 30])
  expect(await reports(li)).toEqual(await reports(wang))
  expect((await digestsOf([li, wang])).size).toBe(1)
  expect((await wang.client.inbox.list({})).items).toEqual([])
  expect(await problems(li)).toEqual([])
  expect(await problems(wang)).toEqual([])
  const list = await wang.client.imports.list({})
  expect(list.map(({ live }) => live)).toEqual([true, true])
})

test('a colleague’s import is undone for both, comes back for both, and creators go and come with it', async () => {
  const { li, wang, run } = await team()
  const { batchId } = await run(li, await exported([ONE, TWO], MARCH))
  await run(wang, await exported([{ ...TWO, payment: 7 }, THREE], MARCH - DAY))
  await meet([li, wang])
  expect(await gmv(wang)).toBe(1230)
  await finish(wang.client.imports.undo({ batchId: batchId ?? '' }))
  expect(await gmv(wang)).toBe(37)
  await meet([li, wang])
  expect(await gmv(li)).toBe(37)
  expect(await reports(li)).toEqual(await reports(wang))
  expect((await li.client.creators.list({})).rows.map(({ handle }) => handle)).toEqual(['bo', 'chi'])
  await finish(li.client.imports.redo({ batchId: batchId ?? '' }))
  await meet([li, wang])
  expect([await gmv(li), await gmv(wang)]).toEqual([1230, 1230])
  expect(await reports(li)).toEqual(await reports(wang))
  expect((await digestsOf([li, wang])).size).toBe(1)
})

/** The record of Li's import at Wang's, without its lines. */
async function onTheWay() {
  const made = await team()
  const { li, wang, run } = made
  const file = await exported([ONE, TWO], MARCH)
  const { batchId } = await run(li, file)
  const to = path.join(temporaryFolder(), 'edits.starpack')
  await finish(li.client.sync.export({ to, facts: false }))
  await importInto(wang, to)
  expect(await gmv(wang)).toBe(0)
  expect((await wang.client.sync.status({})).facts).toMatchObject([{ importId: batchId, person: 'Li', partsHere: 0 }])
  return { ...made, file, batchId: batchId ?? '' }
}

test('an import whose lines are still at Li’s can be undone and brought back, and counts when they come', async () => {
  const { li, wang, batchId } = await onTheWay()
  await finish(wang.client.imports.undo({ batchId }))
  expect((await wang.client.sync.status({})).facts).toEqual([])
  await give(wang, li)
  expect(await gmv(li)).toBe(0)
  await finish(wang.client.imports.redo({ batchId }))
  await meet([li, wang])
  expect([await gmv(li), await gmv(wang)]).toEqual([1200, 1200])
  expect((await digestsOf([li, wang])).size).toBe(1)
})

test('who has the same file need not wait for the lines: importing it gives them, without another step', async () => {
  const { li, wang, run, file } = await onTheWay()
  const steps = async () => (await wang.client.history.recent({ limit: 50 })).steps.length
  const before = await steps()
  await run(wang, copied(file, MARCH + 5 * DAY))
  expect(await gmv(wang)).toBe(1200)
  expect(await steps()).toBe(before)
  expect((await wang.client.sync.status({})).facts).toEqual([])
  await meet([li, wang])
  expect((await digestsOf([li, wang])).size).toBe(1)
  expect(await problems(wang)).toEqual([])
})

test('a package of lines alone makes the import count, also when it comes twice', async () => {
  const { li, wang } = await onTheWay()
  const file = await packageOf(li)
  expect((await importInto(wang, file)).facts).toBe(1)
  expect((await importInto(wang, file)).facts).toBe(0)
  expect(await gmv(wang)).toBe(1200)
})
