/** What is wrong with an income file is said: whose orders it has, and in both languages which file, what of it, and what to do. */

import { beforeEach, describe, expect, test } from 'vitest'

import { errors as english } from '../../renderer/messages/en/errors'
import { words as englishWords } from '../../renderer/messages/en/words'
import { errors as chinese } from '../../renderer/messages/zh-CN/errors'
import { words as chineseWords } from '../../renderer/messages/zh-CN/words'
import { orderDetails, orderLine, writeIncomeCsv } from '../support/income-files'
import { SELLER_HEADER } from '../support/exports'
import { sellerText, shopWorkspace } from '../support/imports'

const ORDER = '577000000000000001'
const SELLER_LINE: Readonly<Record<string, string>> = {
  'Order ID': ORDER,
  'Product ID': '1729000000000000001',
  'Product Name': 'Serum',
  'SKU ID': '1730000000000000001',
  Price: '50.00',
  'Payment Amount': '50.00',
  Currency: 'USD',
  Quantity: '1',
  'Order Status': 'Settled',
  'Creator Username': 'mia',
  'Time Created': '02/01/2026 10:00:00',
}

describe('an income file whose orders another shop has', () => {
  let workspace: Awaited<ReturnType<typeof shopWorkspace>>
  let other: string
  beforeEach(async () => {
    workspace = await shopWorkspace()
    await workspace.run(workspace.write(sellerText([SELLER_HEADER.map((header) => SELLER_LINE[header] ?? '')])))
    other = (await workspace.client.shops.add({ name: 'Shine', market: 'US' })).id
  })
  const incomeOf = (order: string) =>
    workspace.younger(
      writeIncomeCsv(workspace.folder, `income_${order}.csv`, orderDetails([orderLine(order, '2026/01/12', '50.00')])),
    )

  test('is told before it is imported, with the name of that shop', async () => {
    const { warnings } = await workspace.preview(incomeOf(ORDER), { shopId: other })
    expect(warnings).toContainEqual({ code: 'ordersOfAnotherShop', detail: 'Glow' })
  })

  test('is told again when it is imported nevertheless', async () => {
    const { warnings } = await workspace.run(incomeOf(ORDER), { shopId: other })
    expect(warnings).toContainEqual({ code: 'ordersOfAnotherShop', detail: 'Glow' })
  })

  test('is not told of the shop whose orders they are, nor of orders that nobody has', async () => {
    for (const [order, shopId] of [
      [ORDER, workspace.shop.id],
      ['577000000000000009', other],
    ] as const) {
      const { warnings } = await workspace.preview(incomeOf(order), { shopId })
      expect(warnings.map(({ code }) => code)).not.toContain('ordersOfAnotherShop')
    }
  })
})

describe.each([
  ['English', english, englishWords, 'shifted', 'Export the file again', 'correct the amount'],
  ['Chinese', chinese, chineseWords, '错位', '重新导出', '请改正'],
] as const)('in %s', (_, errors, words, shiftedWord, exportAgain, correct) => {
  const speak = { count: String } as unknown as Parameters<(typeof english)['import.doesNotAddUp']>[1]
  const refusal = (shifted: boolean) =>
    errors['import.doesNotAddUp']({ file: '/tax/income_may.xlsx', lines: 40, failed: 39, shifted }, speak)

  test('a file that does not add up is named with its lines and what to do', () => {
    for (const shifted of [false, true]) {
      const { what, next } = refusal(shifted)
      expect(what).toContain('income_may.xlsx')
      expect(what).toContain('39')
      expect(what).toContain('40')
      expect(next).toContain(exportAgain)
    }
    expect(refusal(true).what).toContain(shiftedWord)
  })

  test('a line that does not add up says what does not, and what to do', () => {
    expect(words.reject.sumDiffers).toContain(correct)
  })
})
