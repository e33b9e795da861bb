/** Our own table of samples: each of the platform's statuses, unknown ones, and the ledger written and read again. */

import path from 'node:path'

import { expect, test } from 'vitest'

import { PLATFORM_STATUS_NAMES } from '../../shared/domain/sample-statuses'
import { TEMPLATE_COLUMNS } from '../../shared/domain/sample-template'
import { ledger, samplesWorkspace } from '../support/sample-files'

const HEADER = TEMPLATE_COLUMNS.join(',')

/** What each of the platform's words means here, as the specification of the board has it. */
const MEANT: Readonly<Record<string, string>> = {
  PENDING: 'requested',
  AWAITING_SHIPMENT: 'approved',
  SHIPPED: 'shipped',
  CONTENT_PENDING: 'contentDue',
  COMPLETED: 'posted',
  OPS_COMPLETED: 'posted',
  REJECT_CANCELLED: 'declined',
  OVERDUE_CANCELLED: 'cancelled',
  UNFULFILL_CANCELLED: 'noPost',
  DEL_OPEN_COLLAB: 'cancelled',
  SELLER_NOT_SHIP_CANCELLED: 'cancelled',
  WITHDRAW_CANCELLED: 'cancelled',
  UNFULFILLABLE_CANCELLED: 'cancelled',
  OPS_CANCELLED: 'cancelled',
  OPS_FAILED: 'cancelled',
}

const row = (cells: Readonly<Record<string, string>>) => TEMPLATE_COLUMNS.map((column) => cells[column] ?? '').join(',')

test(
  'each of the fifteen statuses becomes its state; any other word is told with its row',
  { timeout: 30_000 },
  async () => {
    const shop = await samplesWorkspace({ market: 'US' })
    expect(PLATFORM_STATUS_NAMES.toSorted()).toEqual(Object.keys(MEANT).toSorted())
    const rows = Object.keys(MEANT).map((status, at) =>
      row({
        application_id: String(710_000_001 + at),
        creator_username: `creator${at}`,
        product_id: '1729000000000000001',
        status,
        requested_at: '2026-11-01 10:00:00',
      }),
    )
    const odd = row({
      application_id: '710000099',
      creator_username: 'x.y',
      product_id: '1729000000000000001',
      status: 'LOST_IN_SPACE',
    })
    const result = await shop.run(shop.written('t.csv', [HEADER, ...rows, odd]))
    expect(result).toMatchObject({ kind: 'template', created: 15, rejected: 1 })
    expect(result.rejects).toEqual([{ row: 17, column: 'status', code: 'statusUnknown', value: 'LOST_IN_SPACE' }])
    const states = ledger(shop.context.host.current().workspace).map((sample) => [sample.platformStatus, sample.state])
    expect(Object.fromEntries(states)).toEqual(MEANT)
  },
)

test.each(['csv', 'xlsx'] as const)(
  'the ledger as %s, taken in again, changes nothing; in another file it makes the same ledger',
  { timeout: 60_000 },
  async (format) => {
    const shop = await samplesWorkspace({ market: 'TH' })
    const rows = [
      row({
        application_id: '720000001',
        creator_username: 'ann.th',
        product_id: '1729000000000000001',
        sku_id: '1729000000000000011',
        quantity: '2',
        collaboration_type: 'target',
        requested_at: '2026-11-01 10:00:01',
        status: 'CONTENT_PENDING',
        order_id: '577000000000000001',
        tracking_number: 'TH100200300; TH100200301',
        carrier: 'Flash Express',
        approved_at: '2026-11-02 10:00:00',
        shipped_at: '2026-11-03 10:00:00',
        delivered_at: '2026-11-05 23:59:59',
        content_due_at: '2026-11-25',
        note: '"fragile, two boxes"',
      }),
      row({
        creator_username: 'boo.th',
        product_id: '1729000000000000001',
        status: 'lost',
        requested_at: '2026-11-02 10:00:00',
      }),
      row({
        application_id: '720000003',
        creator_username: 'cat.th',
        product_id: '1729000000000000002',
        status: 'COMPLETED',
        content_id: '7412345678901234567',
        content_posted_at: '2026-11-10 10:00:00',
      }),
    ]
    expect(await shop.run(shop.written('t.csv', [HEADER, ...rows]))).toMatchObject({ created: 3, rejected: 0 })
    const to = path.join(shop.folder, `ledger.${format}`)
    expect((await shop.client.sampleFiles.ledger({ to, format, shopId: shop.shop.id })).rows).toBe(3)
    expect(await shop.run(to)).toMatchObject({ rows: 3, unchanged: 3, written: false, rejected: 0 })

    const fresh = await samplesWorkspace({ market: 'TH' })
    expect(await fresh.run(to)).toMatchObject({ created: 3 })
    const told = (one: typeof shop) =>
      ledger(one.context.host.current().workspace).map(({ id: _id, requestedAt, dates, ...rest }) => ({
        ...rest,
        requestedAt,
        // Of parcels without a day none is first.
        parcels: rest.parcels.map(String).toSorted((a, b) => a.localeCompare(b)),
        shipped: dates['shipped'] === undefined || rest.state !== 'contentDue' ? null : dates['shipped'],
      }))
    expect(told(fresh)).toEqual(told(shop))
    // 3 November, 10:00 in Bangkok.
    expect(told(fresh).find(({ applicationId }) => applicationId === '720000001')).toMatchObject({
      shipped: '2026-11-03T03:00:00.000Z',
      parcels: ['TH100200300 Flash Express', 'TH100200301 Flash Express'],
    })
  },
)

test('an empty template is the header alone and says so when it is taken in', async () => {
  const shop = await samplesWorkspace({ market: 'TH' })
  const to = path.join(shop.folder, 'template.csv')
  await shop.client.sampleFiles.template({ to, format: 'csv' })
  expect(await shop.run(to)).toMatchObject({ kind: 'template', rows: 0, created: 0, written: false })
})

test('fifty thousand orders are read through to the few samples in them', { timeout: 120_000 }, async () => {
  const shop = await samplesWorkspace({ market: 'TH' })
  const header =
    'Order ID,Order Status,SKU ID,Product ID,Product Name,Quantity,SKU Unit Original Price,Order Amount,Created Time,Paid Time,Buyer Username'
  const lines = Array.from({ length: 50_000 }, (_, at) => {
    const isSample = at % 500 === 0
    const price = isSample ? '0' : '129'
    return `5770000000${String(at).padStart(8, '0')},Awaiting shipment,1729000000000000011,1729000000000000001,Balm,1,${price},${price},13/11/2026 10:00:00,13/11/2026 10:00:00,buyer${at}`
  })
  const file = shop.written('big.csv', [header, ...lines])
  expect(await shop.run(file)).toMatchObject({ rows: 50_000, created: 100, other: 49_900, rejected: 0 })
  expect(await shop.run(file)).toMatchObject({ unchanged: 100, written: false })
})
