/** M2: the statements of everybody in a month, made in one go, beside the same lines printed plainly. */

import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

import Pdf from 'pdfkit'

import { fontFile } from '../../electron/workspace/documents/fonts'
import { writeOrderExport } from '../../electron/workspace/files/order-export'
import { watchTurns } from './backup-steps'
import { createAgency, lastOf } from './product'
import { msOf } from './times'

export interface StatementsInput {
  readonly folder: string
  readonly lines: number
  readonly creators: number
}

export interface StatementTimes {
  readonly made: number
  readonly ours: number
  readonly plain: number
  readonly closeMs: number
  readonly longestTurn: number
}

const SECOND = Date.UTC(2026, 0, 1, 12) / 1000

export async function statementsOnce({ folder, lines, creators }: StatementsInput): Promise<StatementTimes> {
  mkdirSync(folder, { recursive: true })
  const { client, context } = await createAgency(join(folder, 'statements.starboard'), [
    { no: 0, name: 'US', market: 'US', currency: 'USD' },
  ])
  const shopId = (await client.shops.list({}))[0]?.id ?? ''
  const rows = Array.from({ length: lines }, (_, i) => rowOf(i, creators))
  const file = join(folder, 'orders.csv')
  await writeOrderExport(file, { layout: 'affiliateOrders.en', container: 'csv', currency: 'USD' }, rows)
  await lastOf(client.imports.run({ path: file, shopId }))
  const scope = { shopId, month: '2026-01' }
  const closeMs = await msOf(() => client.periods.close(scope))
  let made = 0
  const longest = watchTurns()
  const ours = await msOf(async () => {
    const done = await lastOf(
      client.statements.make({ ...scope, formats: ['pdf'], folder: join(folder, 'statements') }),
    )
    made = done.made
  })
  const longestTurn = longest()
  context.host.close()
  const plain = await msOf(() => printPlainly(join(folder, 'plain'), rows, creators))
  return { made, ours, plain, closeMs, longestTurn }
}

type Row = Parameters<typeof writeOrderExport>[2] extends Iterable<infer R> ? R : never

/** A tenth of the lines came back in part. */
function rowOf(i: number, creators: number): Row {
  const base = 1000 + ((i * 7919) % 9000)
  const actual = i % 10 === 0 ? Math.floor(base / 2) : base
  return {
    orderId: String(577_000_000_000_000_000n + BigInt(i)),
    productId: String(1_729_000_000_000_000_000n + BigInt(i % 100)),
    productName: `玻尿酸精华 Serum ${i % 100}`,
    skuId: String(1_730_000_000_000_000_000n + BigInt(i % 100)),
    creator: `creator.${i % creators}`,
    currency: 'USD',
    status: 'settled',
    quantity: 1,
    price: base,
    payment: base,
    standardRate: 1500,
    estimatedBase: base,
    estimatedStandard: Math.round(base * 0.15),
    actualBase: actual,
    actualStandard: Math.round(actual * 0.15),
    created: SECOND + (i % 2_000_000),
  }
}

/** One document for each creator, a line of text for each order: the least that a statement can be. */
async function printPlainly(folder: string, rows: readonly Row[], creators: number): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (let one = 0; one < creators; one += 1) {
    const page = new Pdf({ size: 'A4', margin: 40, font: fontFile('main', 'regular') })
    const written = pipeline(page, createWriteStream(join(folder, `${one}.pdf`)))
    page.fontSize(7)
    for (let i = one; i < rows.length; i += creators) {
      const { orderId, productId, payment, estimatedStandard, actualStandard } = rows[i] ?? {}
      page.text([orderId, productId, payment, estimatedStandard, actualStandard].join('  '))
    }
    page.end()
    await written
  }
}
