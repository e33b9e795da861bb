/** A shop, a creator and a contract between them, for tests. */

import type { Client, TestWorkspace } from './workspace'

export const dbOf = (context: TestWorkspace['context']) => context.host.current().workspace.db

/** A draft of a flat fee between a new shop and a new creator, open in time. */
export async function aContract(client: Client, more: Readonly<Record<string, string | number | null>> = {}) {
  const shop = await client.shops.add({ name: 'Glow', market: 'US' })
  const { ids } = await client.creators.add({ creators: [{ handle: 'lia.daily' }] })
  const fields = {
    shopId: shop.id,
    creatorId: ids[0] ?? '',
    kind: 'flatFee',
    title: 'Spring videos',
    currency: 'USD',
    fee: 90_000,
    ...more,
  }
  const { id } = await client.records.put({ entity: 'contracts', fields })
  return { id: String(id), fields, shopId: fields.shopId, creatorId: fields.creatorId }
}
