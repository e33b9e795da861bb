import { describe, expect, test } from 'vitest'
import { LAYOUTS, type LayoutName } from '../../shared/domain/import-layouts/recognise'
import { inspectFile } from '../../electron/workspace/files/open-file'
import { at, exportFile, orderRow, readFile, type ReadLine } from '../support/exports'

const CONTAINERS = ['csv', 'xlsx'] as const

/** What every layout has, whoever exported it. */
function common(line: ReadLine | undefined): unknown {
  return (
    line && {
      orderId: line.orderId,
      productId: line.productId,
      skuId: line.skuId,
      contentId: line.contentId,
      quantity: line.quantity,
      payment: line.payment,
      price: line.price,
      status: line.status,
      contentType: line.contentType,
      created: line.created,
    }
  )
}

// LAYOUTS and LayoutName list the same eight names.
describe.each(LAYOUTS.map(({ name, kind, language }) => ({ layout: name as LayoutName, kind, language })))(
  '$layout',
  ({ layout, kind, language }) => {
    test.each(CONTAINERS)('is recognised and read from its content in %s', async (container) => {
      const path = await exportFile([orderRow(), orderRow({ status: 'pending', contentType: 'live', quantity: 3 })], {
        layout,
        container,
      })
      expect(await inspectFile(path)).toMatchObject({ kind, language, layout, container, headerRow: 1 })
      const { lines, summary } = await readFile(path)
      expect(summary).toMatchObject({ rows: 2, rejected: 0, skipped: 0, rejects: [] })
      expect(lines.map((line) => line.row)).toEqual([2, 3])
      expect(common(lines[0])).toEqual({
        orderId: '577012345678901234',
        productId: '1729382256477045678',
        skuId: '1729382256477111222',
        contentId: '7301234567890123456',
        quantity: 1,
        payment: 1299,
        price: 1299,
        status: 'settled',
        contentType: 'video',
        created: at('2026-01-31 23:59:59'),
      })
      expect(lines[1]).toMatchObject({ status: 'pending', contentType: 'live', quantity: 3 })
    })

    test('has the same lines, hashes included, as a workbook and as text', async () => {
      const rows = [
        orderRow(),
        orderRow({ orderId: '577012345678901235', payment: 0, status: 'ineligible', actualBase: null }),
      ]
      const [csv, xlsx] = await Promise.all(
        CONTAINERS.map(async (container) => readFile(await exportFile(rows, { layout, container }))),
      )
      expect(xlsx?.lines).toEqual(csv?.lines)
    })
  },
)

test('a line has one hash in English and in Chinese', async () => {
  const english = await readFile(await exportFile([orderRow()], { layout: 'affiliateOrders.en' }))
  const chinese = await readFile(
    await exportFile([orderRow({ productName: '唇釉' })], { layout: 'affiliateOrders.zh', container: 'xlsx' }),
  )
  expect(chinese.lines[0]?.hash).toBe(english.lines[0]?.hash)
})

test("a creator's own export takes the creator from the person importing it, or warns", async () => {
  const path = await exportFile([orderRow()], { layout: 'creatorOrders.en' })
  expect((await readFile(path, { creator: '@Mia.Glow_' })).lines[0]).toMatchObject({ creator: 'mia.glow_' })
  const without = await readFile(path)
  expect(without.lines[0]).not.toHaveProperty('creator')
  expect(without.summary.warnings.map(({ code }) => code)).toContain('creatorNotInFile')
})
