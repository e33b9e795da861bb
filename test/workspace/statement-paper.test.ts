/** A statement of many lines on paper: all of them, while everybody else has their turn. */

import path from 'node:path'

import { expect, test } from 'vitest'

import { type StatementPaper, writeStatement } from '../../electron/workspace/stating/paper'
import { AppError } from '../../shared/errors'
import { type StatementLine, statementFigures } from '../../shared/domain/statements'
import { pdfText } from '../support/pdf-reader'
import { temporaryFolder } from '../support/workspace'

const LINES = 1200
const orderOf = (i: number): string => String(577_000_000_000_000_000n + BigInt(i))

/** Every third line came back and says where the platform has it. */
function paper(): StatementPaper {
  const lines = Array.from({ length: LINES }, (_, i): StatementLine => {
    const isBack = i % 3 === 0
    return {
      orderId: orderOf(i),
      productId: '1729000000000000001',
      skuId: '1730000000000000001',
      productName: '玻尿酸精华 Serum',
      skuName: '',
      day: '2026-01-15',
      status: 'settled',
      quantity: 1,
      returned: isBack ? 1 : 0,
      fullyReturned: isBack,
      gmv: 1000,
      refund: isBack ? 1000 : 0,
      estimated: 150,
      actual: isBack ? 0 : 150,
      cause: isBack ? 'refund' : null,
      proof: isBack ? { file: 'orders.csv', row: i + 2 } : null,
      changedSince: false,
    }
  })
  return {
    number: '2026-01-AAAA',
    shop: 'Glow US',
    creator: 'mia',
    month: '2026-01',
    currency: 'USD',
    timezone: 'America/Los_Angeles',
    basis: 'now',
    figures: statementFigures(lines),
    lines,
    fees: [],
    sha256: 'ab'.repeat(32),
    at: Date.UTC(2026, 1, 3),
  }
}

test('a statement of 1,200 lines has each of them, and is drawn in many turns of the process', async () => {
  let turns = 0
  let isDrawn = false
  const turn = (): void => {
    turns += 1
    if (!isDrawn) setImmediate(turn)
  }
  setImmediate(turn)
  const file = path.join(temporaryFolder(), 'statement.pdf')
  await writeStatement(file, paper())
  isDrawn = true
  // In one turn, as it was, only those around it are counted.
  expect(turns).toBeGreaterThan(20)
  const text = pdfText(file)
  const lacking = Array.from({ length: LINES }, (_, i) => orderOf(i)).filter((order) => !text.includes(order))
  expect(lacking).toEqual([])
}, 60_000)

test('a place that cannot be written is refused, however long drawing goes on', async () => {
  const file = path.join(temporaryFolder(), 'nowhere', 'statement.pdf')
  const refusal = await writeStatement(file, paper()).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(AppError)
  expect(refusal).toMatchObject({ code: 'export.notWritable', params: { file } })
}, 60_000)
