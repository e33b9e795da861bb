import fs from 'node:fs'
import path from 'node:path'

import { beforeEach, describe, expect, test } from 'vitest'

import { exportFile, orderRow, sellerLine } from '../support/exports'
import {
  expectRefused,
  fingerprint,
  refusalOf,
  sellerText,
  shopWorkspace,
  type ShopWorkspace,
} from '../support/imports'

/** Files that come, go and change while the workspace looks at them. */

let workspace: ShopWorkspace
beforeEach(async () => {
  workspace = await shopWorkspace()
})

const unreadable = (file: string, reason: string) =>
  expectRefused(workspace, file, 'import.unreadable', { file, reason })

describe('a file that does not stay as it was', () => {
  const line = (order: string, payment: string) =>
    sellerLine({ 'Order ID': order, 'Payment Amount': payment, 'Est. Commission Base': payment })

  test('goes away between preview and import', async () => {
    const file = workspace.write(sellerText([sellerLine()]))
    await workspace.preview(file)
    fs.rmSync(file)
    await unreadable(file, 'notFound')
  })

  test('says something else than was previewed', async () => {
    const file = workspace.write(sellerText([line('577000000000000001', '10.00')]))
    const { content } = await workspace.preview(file)
    fs.writeFileSync(file, sellerText([line('577000000000000002', '20.00')]))
    await expectRefused(workspace, file, 'import.unreadable', { file, reason: 'changed' }, { content })
    // Whoever asks without a preview gets what the file says now.
    expect(await workspace.run(file)).toMatchObject({ inserted: 1 })
    expect(await workspace.total()).toMatchObject({ gmv: 2000 })
  })

  test.each([
    ['grows', 'import.unreadable', (file: string) => fs.appendFileSync(file, 'x')],
    ['is replaced', 'import.unreadable', (file: string) => replace(file)],
    ['goes away', 'import.unreadable', (file: string) => fs.rmSync(file)],
  ])('%s while it is read, and nothing of it is kept', async (_, code, change) => {
    const lines = Array.from({ length: 40_000 }, (_, i) => line(`5770000000000${10_000 + i}`, '10.00'))
    const file = workspace.write(sellerText(lines))
    const before = fingerprint(workspace)
    const job = await workspace.client.imports.run({ path: file, shopId: workspace.shop.id })
    const refusal = await refusalOf(
      (async () => {
        let changed = false
        for (;;) {
          const { done, value } = await job.next()
          if (done) {
            return
          }
          if (value.step === 'read' && !changed) {
            changed = true
            change(file)
          }
        }
      })(),
    )
    expect(refusal).toMatchObject({ code, data: { file, reason: 'changed' } })
    expect(fingerprint(workspace)).toBe(before)
  })

  function replace(file: string): void {
    fs.writeFileSync(`${file}.new`, sellerText([sellerLine()]))
    fs.renameSync(`${file}.new`, file)
  }
})

describe('what is dropped', () => {
  test('a folder without exports is nothing, and a folder with some gives those', async () => {
    const folder = path.join(workspace.folder, 'Downloads')
    fs.mkdirSync(path.join(folder, 'deeper'), { recursive: true })
    fs.writeFileSync(path.join(folder, 'photo.jpg'), 'x')
    fs.writeFileSync(path.join(folder, 'deeper/orders.csv'), sellerText([sellerLine()]))
    expect(await workspace.client.imports.inspect({ paths: [folder] })).toEqual([])
    fs.writeFileSync(path.join(folder, 'orders.CSV'), sellerText([sellerLine()]))
    fs.writeFileSync(path.join(folder, '~$orders.xlsx'), 'x')
    const found = await workspace.client.imports.inspect({ paths: [folder] })
    expect(found.map(({ name, problem }) => [name, problem])).toEqual([['orders.CSV', null]])
  })

  test('by another name than its content is recognised all the same', async () => {
    const workbook = await exportFile([orderRow()], { container: 'xlsx', folder: workspace.folder, name: 'march.csv' })
    const text = workspace.write(sellerText([sellerLine()]), 'xlsx')
    const found = await workspace.client.imports.inspect({ paths: [workbook, text] })
    expect(found.map(({ recognised }) => recognised?.container)).toEqual(['xlsx', 'csv'])
    expect(await workspace.run(workbook)).toMatchObject({ container: 'xlsx', inserted: 1 })
    expect(await workspace.run(text)).toMatchObject({ container: 'csv', unchanged: 1 })
  })
})
