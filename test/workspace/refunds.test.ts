/** Clusters of refunds through the contract, and the way from one to its orders. */

import { beforeEach, expect, test } from 'vitest'

import { at, exportFile, orderRow } from '../support/exports'
import { type ShopWorkspace, shopWorkspace } from '../support/imports'

let workspace: ShopWorkspace
beforeEach(async () => {
  workspace = await shopWorkspace()
})

let orders = 0
/** Settled sales of 12.99, of which the first `refunded` came back whole. */
const sales = (creator: string, count: number, refunded: number, day: string) =>
  Array.from({ length: count }, (_, i) =>
    orderRow({
      orderId: String(577012345678900000n + BigInt((orders += 1))),
      creator,
      created: at(`${day} 10:00:00`),
      paid: at(`${day} 10:00:05`),
      fullyReturned: i < refunded,
    }),
  )

const look = () =>
  workspace.client.refunds.clusters({ shopId: workspace.shop.id, from: '2026-01-01', to: '2026-01-31' })

test('a week of a creator that stands out is named with its baseline, and leads to its orders', async () => {
  await workspace.run(
    await exportFile(
      [
        ...sales('calm', 100, 4, '2026-01-07'),
        ...sales('quiet', 100, 4, '2026-01-14'),
        ...sales('mia', 20, 1, '2026-01-06'),
        // Friday to Sunday of one week.
        ...sales('mia', 12, 6, '2026-01-16'),
        ...sales('mia', 12, 4, '2026-01-18'),
        // Not of the days looked at.
        ...sales('mia', 30, 30, '2026-02-02'),
      ],
      { folder: workspace.folder },
    ),
  )
  const { clusters, tested, lines, refunded, currency } = await look()
  expect({ tested, lines, refunded, currency }).toEqual({ tested: 4, lines: 244, refunded: 19, currency: 'USD' })
  expect(clusters).toHaveLength(1)
  expect(clusters[0]).toMatchObject({
    creator: 'mia',
    productId: '1729382256477045678',
    product: 'Lip tint, 3 colours',
    from: '2026-01-12',
    to: '2026-01-18',
    lines: 24,
    refunded: 10,
    amount: 10 * 12_99,
    baseline: { of: 'product', lines: 220, refunded: 9 },
  })
  const [cluster] = clusters
  const behind = await workspace.client.roi.lines({
    shops: [workspace.shop.id],
    from: cluster?.from,
    to: cluster?.to,
    creators: [cluster?.creator ?? ''],
    products: [cluster?.productId ?? ''],
    nonZero: 'refund',
  })
  expect(behind.total).toBe(10)
  expect(behind.rows.reduce((sum, { refund }) => sum + refund, 0)).toBe(cluster?.amount)
})

test('where everything is alike nothing is flagged, and a shop without lines has nothing', async () => {
  expect(await look()).toMatchObject({ clusters: [], tested: 0, lines: 0 })
  await workspace.run(
    await exportFile(
      ['a', 'b', 'c', 'd'].flatMap((creator) => sales(creator, 50, 5, '2026-01-07')),
      { folder: workspace.folder },
    ),
  )
  expect(await look()).toMatchObject({ clusters: [], tested: 4, lines: 200, refunded: 20 })
  await expect(
    workspace.client.refunds.clusters({ shopId: 'nobody', from: '2026-01-01', to: '2026-01-31' }),
  ).rejects.toMatchObject({ code: 'shop.notFound' })
})
