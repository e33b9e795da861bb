/** `shops`: the seller accounts, each in one market. */

import type { Shop } from '../../../shared/contract/shops'
import { given, type Answer, type Call, type Verb } from '../command'
import { facts, table } from '../table'

export const SHOP_VERBS: readonly Verb[] = [
  {
    noun: 'shops',
    verb: 'add',
    words: '',
    count: [0, 0],
    summary: 'adds a shop',
    notes: ['Currency and time zone are those of the market unless given. A client that is not known yet is made.'],
    options: {
      name: { value: 'NAME', required: true, help: 'what the shop is called' },
      market: { value: 'CODE', required: true, help: 'ISO 3166 code of the market: US, GB, ID, TH, VN, ...' },
      currency: { value: 'CODE', help: 'ISO 4217 code' },
      timezone: { value: 'ZONE', help: 'IANA name, as America/Los_Angeles' },
      client: { value: 'NAME', help: 'whose shop it is' },
      code: { value: 'TEXT', help: "the platform's shop code" },
    },
    workspace: 'open',
    run: add,
  },
  {
    noun: 'shops',
    verb: 'list',
    words: '',
    count: [0, 0],
    summary: 'lists the shops',
    options: { archived: { help: 'also those that are archived' } },
    workspace: 'open',
    run: list,
  },
]

async function add({ client, options }: Call): Promise<Answer> {
  const shop = await client.shops.add({
    name: options.needed('name'),
    market: options.needed('market').toUpperCase(),
    ...given('currency', options.text('currency')?.toUpperCase()),
    ...given('timezone', options.text('timezone')),
    ...given('client', options.text('client')),
    ...given('shopCode', options.text('code')),
  })
  return {
    json: shop,
    text: facts([
      ['id', shop.id],
      ['name', shop.name],
      ['client', shop.clientName ?? '-'],
      ['market', shop.market],
      ['currency', shop.currency],
      ['timezone', shop.timezone],
    ]),
  }
}

async function list({ client, options }: Call): Promise<Answer> {
  const rows = await client.shops.list({ archived: options.has('archived') })
  return { json: { rows }, text: rows.length === 0 ? 'no shops yet: starboard shops add --help' : shopTable(rows) }
}

function shopTable(rows: readonly Shop[]): string {
  return table(rows, [
    { title: 'id', of: (shop) => shop.id },
    { title: 'name', of: (shop) => shop.name },
    { title: 'client', of: (shop) => shop.clientName ?? '-' },
    { title: 'market', of: (shop) => shop.market },
    { title: 'currency', of: (shop) => shop.currency },
    { title: 'timezone', of: (shop) => shop.timezone },
    { title: '', of: (shop) => (shop.archived ? 'archived' : '') },
  ])
}
