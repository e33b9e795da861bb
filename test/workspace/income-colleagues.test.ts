/** Income files between colleagues, and whatever becomes of files: what counts is the set of their lines. */

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { verifyWorkspace } from '../../db/verify'
import { type Colleague, colleagues, meet } from '../support/colleagues'
import { orderDetails, orderLine, writeIncomeCsv } from '../support/income-files'
import { shopWorkspace } from '../support/imports'
import { finish, temporaryFolder } from '../support/workspace'

const LINES = Array.from({ length: 8 }, (_, i) =>
  orderLine(`57700000000000000${i + 1}`, i < 5 ? '2026/01/12' : '2026/02/03', `${(i + 1) * 10}.00`, {
    'Affiliate commission': `-${i + 1}.00`,
  }),
)

/** Revenue of some of the lines, cents, each once. */
function naive(picked: Iterable<number>): number {
  return [...new Set(picked)].reduce((sum, i) => sum + (i + 1) * 1000, 0)
}

const fileOf = (picked: readonly number[], name: string) =>
  writeIncomeCsv(temporaryFolder(), name, orderDetails(picked.map((i) => LINES[i]!)))

test('overlapping files of two people count once at both, and an undone one is gone at both', async () => {
  const [li, wang] = await colleagues('Li', 'Wang')
  const { id: shopId } = await li!.client.shops.add({ name: 'Glow', market: 'US' })
  await meet([li!, wang!])
  const run = async (who: Colleague, picked: readonly number[], name: string) =>
    (await finish(who.client.imports.run({ path: fileOf(picked, name), shopId }))).result
  const overview = async (who: Colleague) => who.client.income.overview({ shopId })
  await run(li!, [0, 1, 2, 3, 5], 'li.csv')
  const second = await run(wang!, [2, 3, 4, 5, 6], 'wang.csv')
  await meet([li!, wang!])
  const both = await overview(li!)
  expect(both.months.map(({ revenue }) => revenue)).toEqual([naive([0, 1, 2, 3, 4]), naive([5, 6])])
  expect(await overview(wang!)).toEqual(both)
  await finish(wang!.client.imports.undo({ batchId: second.batchId ?? '' }))
  await meet([li!, wang!])
  const one = await overview(li!)
  expect(one.months.map(({ revenue }) => revenue)).toEqual([naive([0, 1, 2, 3]), naive([5])])
  expect(await overview(wang!)).toEqual(one)
}, 60_000)

test('in whatever order files come, repeat and go, the sums are those of the set of their lines', async () => {
  const pick = fc.array(fc.nat({ max: LINES.length - 1 }), { minLength: 1, maxLength: 10 })
  const step = fc.oneof(
    fc.record({ take: pick }),
    fc.record({ undo: fc.nat({ max: 5 }) }),
    fc.record({ redo: fc.nat({ max: 5 }) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 7 }), async (steps) => {
      const workspace = await shopWorkspace()
      const files = new Map<string, { readonly lines: readonly number[]; live: boolean }>()
      for (const [n, one] of steps.entries()) {
        if ('take' in one) {
          const { batchId } = await workspace.run(workspace.younger(fileOf(one.take, `income_${n}.csv`)))
          files.set(batchId ?? '', { lines: one.take, live: true })
          continue
        }
        const [id, file] = [...files][('undo' in one ? one.undo : one.redo) % Math.max(1, files.size)] ?? []
        if (id === undefined || file === undefined) continue
        file.live = 'redo' in one
        await ('undo' in one ? workspace.undo(id) : workspace.redo(id))
      }
      const live = [...files.values()].filter((file) => file.live).flatMap(({ lines }) => lines)
      const { months } = await workspace.client.income.overview({ shopId: workspace.shop.id })
      expect(months.reduce((sum, { revenue }) => sum + (revenue ?? 0), 0)).toBe(naive(live))
      const { checks } = await verifyWorkspace(workspace.file)
      expect(checks.filter(({ ok }) => !ok)).toEqual([])
    }),
    { numRuns: 8, seed: 20_261_123 },
  )
}, 120_000)
