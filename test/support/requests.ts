/** A workspace with an American and a British shop of one client, a third of another, and requests for samples. */

import { putRecord } from '../../db/repositories/records'
import type { SampleFields } from '../../shared/contract/samples'
import type { SampleState } from '../../shared/domain/samples'
import { newWorkspace, NOON } from './workspace'

export const DAY = 86_400_000

export type RequestsWorkspace = Awaited<ReturnType<typeof requestsWorkspace>>

export async function requestsWorkspace() {
  const workspace = await newWorkspace({ currency: 'USD' })
  const { client, context } = workspace
  const us = (await client.shops.add({ name: 'Glow US', market: 'US', client: 'Glow' })).id
  const uk = (await client.shops.add({ name: 'Glow UK', market: 'GB', client: 'Glow' })).id
  const other = (await client.shops.add({ name: 'Oak', market: 'US', client: 'Oak' })).id
  let observations = 0
  return {
    ...workspace,
    us,
    uk,
    other,

    /** Followers of every creator are known, and enough for the rules as shipped, unless said otherwise. */
    creator: async (handle: string, fields: Record<string, string> = {}, followers: number | null = 50_000) => {
      const id = String(
        (await client.records.put({ entity: 'creators', fields: { handle, market: 'US', ...fields } }))['id'],
      )
      if (followers === null) return id
      observations += 1
      const seen = { creatorId: id, source: 'fastmoss', observedAt: NOON - DAY, values: JSON.stringify({ followers }) }
      const opened = context.host.current().workspace
      await opened.commit({ author: 'Lin', label: 'test' }, (tx) =>
        putRecord(tx, 'creatorMetrics', String(observations).padStart(26, '0'), seen, NOON),
      )
      return id
    },

    request: async (creatorId: string, fields: SampleFields = {}): Promise<string> =>
      (await client.samples.put({ fields: { shopId: us, creatorId, productId: '1729', ...fields } })).id,

    walk: async (id: string, to: SampleState, at = NOON): Promise<void> => {
      const { refused } = await client.samples.step({ ids: [id], to, at, through: true })
      if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`)
    },

    suggestions: async (shopId: string | null = null) => {
      const { rows } = await client.sampleRequests.list({ shopId })
      return Object.fromEntries(rows.map(({ sample, suggestion }) => [sample.handle, suggestion]))
    },

    one: async (id: string) => {
      const { rows } = await client.sampleRequests.list({})
      const row = rows.find(({ sample }) => sample.id === id)
      if (!row) throw new Error('no such request')
      return row
    },

    /** Lin, who sits here, has this role and these shops from now on. */
    be: async (role: string, shops: readonly string[]) => {
      const fields = { name: 'Lin', role, shops: JSON.stringify(shops) }
      const opened = context.host.current().workspace
      await opened.commit({ author: 'Wang', label: 'test' }, (tx) => putRecord(tx, 'people', null, fields, NOON))
    },

    rules: async () => (await client.sampleRequests.rules({})).rules[0]!.rules,
  }
}
