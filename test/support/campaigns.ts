/** A shop with a running plan, a product in it, creators who joined at different times, and orders. */

import path from 'node:path'

import { writeOrderExport } from '../../electron/workspace/files/order-export'
import { at, orderRow } from './exports'
import { type Client, finish, newWorkspace } from './workspace'

/** Today in the tests' workspaces. */
export const TODAY = '2026-01-15'
export const P1 = '1729000000000000001'
const P2 = '1729000000000000002'

/** A shop with a running plan at 20 %, a product with an exception, and creators who joined at different times. */
export async function planned(kind: 'open' | 'target' = 'open') {
  const workspace = await newWorkspace()
  const { client } = workspace
  const shop = await client.shops.add({ name: 'Lumora', market: 'US', currency: 'USD', timezone: 'UTC' })
  await client.records.put({
    entity: 'products',
    fields: { shopId: shop.id, productId: P1, name: 'Mist', category: 'Beauty' },
  })
  const campaign = await client.campaigns.put({
    fields: {
      shopId: shop.id,
      name: 'Spring',
      kind,
      state: 'running',
      fromDay: '2025-12-01',
      toDay: '2026-02-28',
      budget: 100_000,
    },
    rate: 2000,
  })
  await client.campaigns.putProducts({ campaignId: campaign.id, products: [P1], sampleQuota: 10 })
  return { ...workspace, shop, campaign }
}

export async function joined(client: Client, campaignId: string) {
  await client.campaigns.addCreators({ campaignId, text: '@mia.glow\n@zoe', state: 'active', joinedOn: '2025-12-10' })
  await client.campaigns.addCreators({ campaignId, text: 'late.ann', state: 'active', joinedOn: '2026-01-20' })
  await client.campaigns.addCreators({ campaignId, text: 'invited.bo', state: 'invited' })
  const { rows } = await client.campaigns.creators({ campaignId })
  return new Map(rows.map((row) => [row.handle, row.creatorId]))
}

/** Orders of the product by mia in the plan's period, and of others that are none of the plan's. */
export async function orders(client: Client, folder: string, shopId: string) {
  const line = (orderId: string, day: string, payment: number, creator: string, productId = P1) =>
    orderRow({
      orderId,
      created: at(`${day} 12:00:00`),
      payment,
      price: payment,
      estimatedBase: payment,
      actualBase: payment,
      estimatedStandard: payment / 5,
      actualStandard: payment / 5,
      creator,
      productId,
      quantity: 1,
    })
  const file = path.join(folder, 'orders.csv')
  await writeOrderExport(file, { layout: 'affiliateOrders.en', container: 'csv', currency: 'USD' }, [
    line('577000000000000001', '2026-01-10', 10_000, 'mia.glow'),
    line('577000000000000002', '2026-01-15', 5000, 'mia.glow'),
    line('577000000000000003', '2025-11-30', 9000, 'mia.glow'),
    line('577000000000000004', '2026-01-11', 8000, 'mia.glow', P2),
    line('577000000000000005', '2026-01-11', 7000, 'stranger'),
    line('577000000000000006', '2026-01-11', 6000, 'invited.bo'),
  ])
  await finish(client.imports.run({ path: file, shopId }))
}
