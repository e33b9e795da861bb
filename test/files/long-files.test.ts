import { expect, test } from 'vitest'
import { openLineReader } from '../../electron/workspace/files/open-file'
import type { OrderRow } from '../../electron/workspace/files/order-export'
import { at, exportFile, orderRow, readFile, readFor, sellerLine, SELLER_HEADER, textFile } from '../support/exports'

function* manyRows(count: number, wallClock: (i: number) => string): Generator<OrderRow> {
  for (let i = 0; i < count; i += 1) {
    yield orderRow({
      orderId: String(577012345678000001n + BigInt(i)),
      productName: 'Lip tint '.repeat(12),
      created: at(wallClock(i)),
      paid: null,
      commissionPaid: null,
    })
  }
}

test('one date in the middle of a long file settles the order of day and month for all of it', async () => {
  const path = await exportFile(manyRows(12_000, (i) => (i === 5000 ? '2026-02-25 10:00:00' : '2026-02-03 10:00:00')))
  const { lines, summary } = await readFile(path, { dateOrder: 'MDY' })
  expect(lines).toHaveLength(12_000)
  expect(summary.warnings.map(({ code }) => code)).not.toContain('dateOrderAssumed')
  expect(summary.period).toEqual({ from: '2026-02-03', to: '2026-02-25' })
  expect(lines.map(({ row }) => row)).toEqual(Array.from({ length: 12_000 }, (_, i) => i + 2))
})

test('a long file comes in steps that end with all of its bytes', async () => {
  const reader = await openLineReader(await exportFile(manyRows(12_000, () => '2026-02-25 10:00:00')), readFor())
  const done: number[] = []
  let total = 0
  for await (const { bytesDone, bytesTotal, batch } of reader.read()) {
    expect(batch.length).toBeLessThanOrEqual(8192)
    done.push(bytesDone)
    total = bytesTotal
  }
  expect(done.length).toBeGreaterThan(5)
  expect(done).toEqual(done.toSorted((a, b) => a - b))
  expect(done.at(-1)).toBe(total)
})

test.each(['csv', 'xlsx'] as const)('reading %s ends when it is cancelled', async (container) => {
  const reader = await openLineReader(
    await exportFile(
      manyRows(3000, () => '2026-02-25 10:00:00'),
      { container },
    ),
    readFor(),
  )
  const signal = { aborted: false }
  const steps = reader.read(signal)
  await steps.next()
  signal.aborted = true
  await expect((async () => steps.next())()).rejects.toMatchObject({ code: 'import.cancelled' })
})

test('a line of more than a megabyte is left out, and the lines behind it are read', async () => {
  const huge = sellerLine({ Quantity: 'x', 'Product Name': `a"${'b'.repeat(1_600_000)}` })
  const { lines, summary } = await readFile(textFile([SELLER_HEADER, sellerLine(), huge, sellerLine()]))
  expect(lines.length).toBeGreaterThanOrEqual(2)
  expect(summary.rejected).toBeGreaterThanOrEqual(1)
})
