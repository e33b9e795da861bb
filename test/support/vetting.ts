/** A workspace with a Japanese and a Thai shop, and creators as people and sources know them. */

import path from 'node:path'

import { putRecord } from '../../db/repositories/records'
import { writeOrderExport } from '../../electron/workspace/files/order-export'
import { at, orderRow } from './exports'
import { finish, newWorkspace, NOON } from './workspace'

export const DAY = 86_400_000

export type VettingWorkspace = Awaited<ReturnType<typeof vettingWorkspace>>

export async function vettingWorkspace() {
  const workspace = await newWorkspace({ currency: 'USD' })
  const { client } = workspace
  const japan = (await client.shops.add({ name: 'Sakura', market: 'JP', client: 'Sakura KK' })).id
  const thailand = (await client.shops.add({ name: 'Lotus', market: 'TH', client: 'Lotus Group' })).id
  const lotus = (await client.clients.list({})).find(({ name }) => name === 'Lotus Group')?.id ?? ''
  let observations = 0

  return {
    ...workspace,
    japan,
    thailand,
    lotus,

    add: async (handle: string, fields: Record<string, string> = {}): Promise<string> => {
      return String((await client.records.put({ entity: 'creators', fields: { handle, ...fields } }))['id'])
    },

    /** What a source says, as an import writes it. */
    observe: async (creatorId: string, values: Record<string, number>, more: Record<string, string> = {}) => {
      observations += 1
      const id = String(observations).padStart(26, '0')
      const own = { creatorId, source: 'fastmoss', observedAt: NOON - DAY, currency: 'USD' }
      const fields = { ...own, values: JSON.stringify(values), ...more }
      const opened = workspace.context.host.current().workspace
      await opened.commit({ author: 'Lin', label: 'test' }, (tx) => putRecord(tx, 'creatorMetrics', id, fields, NOON))
    },

    touch: (creatorId: string, shopId: string, when: number, kind: string, person = 'Wang') =>
      client.records.put({ entity: 'touches', fields: { creatorId, shopId, at: when, kind, person } }),

    assessed: async (creatorId: string, shopId: string | null = thailand) => {
      const [one] = await client.vetting.assess({ creators: [creatorId], shopId })
      if (!one) throw new Error('nothing was assessed')
      return one
    },

    defaultProfile: async () => {
      const [first] = (await client.vetting.rules({})).profiles
      if (!first) throw new Error('no default weights')
      return first.profile
    },

    /** Order lines of the Thai shop in satang; unlike them, a dollar rate of 0.03. */
    sell: async (rows: readonly Parameters<typeof orderRow>[0][]): Promise<void> => {
      const file = path.join(workspace.folder, 'orders.csv')
      const lines = rows.map((row) => orderRow({ ...LINE, ...row }))
      await writeOrderExport(file, { layout: 'affiliateOrders.en', container: 'csv', currency: 'THB' }, lines)
      await finish(client.imports.run({ path: file, shopId: thailand }))
      await client.rates.put({ day: '2026-01-01', base: 'THB', quote: 'USD', rate: '0.03', source: 'bank' })
    },

    idOf: async (handle: string): Promise<string> => {
      const { rows } = await client.records.list({ entity: 'creators', where: { handle } })
      return String(rows[0]?.['id'])
    },
  }
}

const LINE = {
  created: at('2026-01-10 12:00:00'),
  price: 1000,
  currency: 'THB',
  estimatedBase: 0,
  actualBase: 0,
  estimatedStandard: 0,
  actualStandard: 0,
} as const
