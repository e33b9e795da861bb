/** Creator lists between colleagues, and taken back in any order: everybody ends with the same file, down to the last mark. */

import fs from 'node:fs'
import path from 'node:path'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { type Colleague, colleagues, digestsOf, meet } from '../support/colleagues'
import { EN_2026, listWorkspace, OCTOBER, rowOf } from '../support/creator-lists'
import { problems } from '../support/imports'
import { finish, temporaryFolder } from '../support/workspace'

const LIST = [
  'Creator name,Creator-attributed GMV,AOV,Product impressions',
  'mia.glow_,"$1,234.50",$123.45,"50,270"',
  'bo.kitchen,$0.00,--,120',
].join('\n')

function written(text: string, modified: number): string {
  const file = path.join(temporaryFolder(), 'creators.csv')
  fs.writeFileSync(file, text)
  fs.utimesSync(file, modified / 1000, modified / 1000)
  return file
}

async function gpm({ client }: Colleague): Promise<(number | undefined)[]> {
  const { rows } = await client.creators.list({})
  const sorted = rows.toSorted((a, b) => (a.handle < b.handle ? -1 : 1))
  const all = await Promise.all(sorted.map(({ id }) => client.metrics.ofCreator({ creatorId: id })))
  return all.map((figures) => figures.find(({ name }) => name === 'gpm')?.said[0]?.value)
}

test('the same list imported by two people apart is one list, with no question, and both end equal', async () => {
  const [li, wang] = await colleagues('Li', 'Wang')
  const shop = await li!.client.shops.add({ name: 'Glow', market: 'US' })
  await meet([li!, wang!])
  const run = async (who: Colleague, modified: number) =>
    (await finish(who.client.metrics.run({ path: written(LIST, modified), shopId: shop.id, period: OCTOBER }))).result
  const ofLi = await run(li!, Date.UTC(2026, 10, 2))
  const ofWang = await run(wang!, Date.UTC(2026, 10, 3))
  expect(ofWang.listId).toBe(ofLi.listId)
  await meet([li!, wang!])

  expect((await digestsOf([li!, wang!])).size).toBe(1)
  for (const { client } of [li!, wang!]) {
    expect(await client.metrics.lists({})).toHaveLength(1)
    expect((await client.inbox.list({})).items).toEqual([])
  }
  // 0 × 1,000 ÷ 120 and 123,450 × 1,000 ÷ 50,270 = 2,455.7
  expect(await gpm(li!)).toEqual([0, 2456])
  expect(await gpm(wang!)).toEqual([0, 2456])

  await wang!.client.metrics.takeBack({ listId: ofWang.listId ?? '' })
  await meet([li!, wang!])
  expect(await gpm(li!)).toEqual([undefined, undefined])
  expect((await digestsOf([li!, wang!])).size).toBe(1)
})

test('imports, undone and redone any number of times, end where they began, exactly', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ who: fc.subarray(['mia', 'bo', 'cleo'], { minLength: 1 }), gmv: fc.nat(5000) }), {
        minLength: 1,
        maxLength: 4,
      }),
      fc.nat(4),
      async (imports, back) => {
        const workspace = await listWorkspace()
        const state = async () => (await workspace.client.sync.status({})).digest
        const states = [await state()]
        for (const [at, { who, gmv }] of imports.entries()) {
          const rows = who.map((handle) =>
            rowOf(EN_2026, { 'Creator name': handle, 'Creator-attributed GMV': `$${gmv}.5${at}` }),
          )
          await workspace.list(await workspace.file([EN_2026, ...rows], `list-${at}.csv`))
          states.push(await state())
        }
        const steps = Math.min(back, imports.length)
        for (let step = 1; step <= steps; step += 1) {
          await workspace.client.history.undo({})
          expect(await state()).toBe(states[imports.length - step])
        }
        for (let step = steps; step > 0; step -= 1) {
          await workspace.client.history.redo({})
          expect(await state()).toBe(states[imports.length - step + 1])
        }
        expect(await problems(workspace)).toEqual([])
      },
    ),
    { numRuns: 8, seed: 20_261_123 },
  )
})
