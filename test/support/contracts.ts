/** A shop, a creator and a contract between them, for tests. */

import { type Client, newWorkspace, type TestWorkspace } from './workspace'

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

export const MARCH = { fromDay: '2026-03-01', toDay: '2026-03-30' }

export async function parties(client: Client) {
  const shop = await client.shops.add({ name: 'Glow', market: 'US', timezone: 'America/Los_Angeles' })
  const { ids } = await client.creators.add({ creators: [{ handle: 'lia.daily' }] })
  return { shopId: shop.id, creatorId: ids[0] ?? '' }
}

/** Everything that the flat fee starter asks for. */
export const WHOLE = {
  kind: 'flatFee',
  title: 'Spring',
  ...MARCH,
  fee: 90_000,
  videos: 3,
  lives: 0,
  rounds: 2,
  usageDays: 90,
  exclusive: 'beauty',
  law: 'Thailand',
  counterparty: 'Lia Tan',
  variables: { product: 'Serum', court: 'the courts of Bangkok' },
} as const

export async function aWhole() {
  const workspace = await newWorkspace()
  const of = await parties(workspace.client)
  const contract = await workspace.client.contracts.put({ fields: { ...WHOLE, ...of } })
  return { ...workspace, ...of, contract, contracts: workspace.client.contracts }
}
