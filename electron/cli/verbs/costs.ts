/** `costs`: what the platform's files do not say: samples, fees, ads, and what a unit costs. */

import { COST_KINDS, type CostLine, type ProductCost } from '../../../shared/contract/costs'
import { PAYMENT_STATES } from '../../../shared/domain/payments'
import { given, type Answer, type Call, type Option, type Verb } from '../command'
import { money, readMoney } from '../figures'
import { table } from '../table'
import { findShop, readDay } from '../values'

const SHOP: Option = { value: 'NAME_OR_ID', required: true, help: 'the shop that bears it' }
const AMOUNT = 'as on the invoice (12.50), in the currency of the shop unless --currency says another'

export const COST_VERBS: readonly Verb[] = [
  {
    noun: 'costs',
    verb: 'add',
    words: '',
    count: [0, 0],
    summary: 'enters one cost',
    options: {
      shop: SHOP,
      kind: { value: 'KIND', required: true, oneOf: COST_KINDS, help: 'what it was for' },
      amount: { value: 'AMOUNT', required: true, help: AMOUNT },
      day: { value: 'DAY', required: true, help: 'the day it counts for' },
      currency: { value: 'CODE', help: 'its currency' },
      creator: { value: 'HANDLE', help: 'for which creator' },
      product: { value: 'ID', help: "for which product, by the platform's id" },
      campaign: { value: 'NAME', help: 'for which campaign' },
      staff: { value: 'NAME', help: 'whose work it belongs to' },
      note: { value: 'TEXT', help: 'anything to remember' },
    },
    workspace: 'open',
    run: add,
  },
  {
    noun: 'costs',
    verb: 'list',
    words: '',
    count: [0, 0],
    summary: 'lists costs',
    options: {
      shop: { value: 'NAME_OR_ID', help: 'only of this shop' },
      kind: { value: 'KIND', oneOf: COST_KINDS, help: 'only of this kind' },
      from: { value: 'DAY', help: 'first day' },
      to: { value: 'DAY', help: 'last day' },
    },
    workspace: 'open',
    run: list,
  },
  {
    noun: 'costs',
    verb: 'step',
    words: 'ID',
    count: [1, 1],
    summary: 'notes the next step of its payment',
    options: {
      to: { value: 'STATE', required: true, oneOf: PAYMENT_STATES, help: 'what it is now' },
      reason: { value: 'TEXT', help: 'why' },
    },
    workspace: 'open',
    run: step,
  },
  {
    noun: 'costs',
    verb: 'delete',
    words: 'ID',
    count: [1, 1],
    summary: 'removes one cost',
    options: {},
    workspace: 'open',
    run: remove,
  },
  {
    noun: 'costs',
    verb: 'product',
    words: '',
    count: [0, 0],
    summary: 'enters what a unit of a product costs from a day on',
    options: {
      shop: SHOP,
      product: { value: 'ID', required: true, help: "the platform's product id" },
      amount: { value: 'AMOUNT', required: true, help: AMOUNT },
      from: { value: 'DAY', required: true, help: 'from which day it holds, until the next one' },
      currency: { value: 'CODE', help: 'its currency' },
      note: { value: 'TEXT', help: 'anything to remember' },
    },
    workspace: 'open',
    run: putProduct,
  },
  {
    noun: 'costs',
    verb: 'products',
    words: '',
    count: [0, 0],
    summary: 'lists what units cost',
    options: { shop: { value: 'NAME_OR_ID', help: 'only of this shop' } },
    workspace: 'open',
    run: listProducts,
  },
]

async function add({ client, options }: Call): Promise<Answer> {
  const shop = await findShop(client, options.needed('shop'))
  const currency = options.text('currency')?.toUpperCase() ?? shop.currency
  const kind = COST_KINDS.find((each) => each === options.text('kind')) ?? 'other'
  const line = await client.costs.put({
    fields: {
      shopId: shop.id,
      kind,
      currency,
      amount: readMoney(options.needed('amount'), currency, 'amount'),
      day: readDay(options.needed('day'), 'day'),
      ...given('creatorHandle', options.text('creator')),
      ...given('productId', options.text('product')),
      ...given('campaign', options.text('campaign')),
      ...given('staff', options.text('staff')),
      ...given('note', options.text('note')),
    },
  })
  return { json: line, text: costTable([line]) }
}

async function list({ client, options }: Call): Promise<Answer> {
  const name = options.text('shop')
  const from = options.text('from')
  const to = options.text('to')
  const input = {
    ...given('shopId', name === undefined ? undefined : (await findShop(client, name)).id),
    ...given(
      'kind',
      COST_KINDS.find((each) => each === options.text('kind')),
    ),
    ...given('from', from === undefined ? undefined : readDay(from, 'from')),
    ...given('to', to === undefined ? undefined : readDay(to, 'to')),
  }
  const rows: CostLine[] = []
  let cursor: string | null = null
  do {
    const page: { readonly rows: CostLine[]; readonly nextCursor: string | null } = await client.costs.list({
      ...input,
      cursor,
      limit: 500,
    })
    rows.push(...page.rows)
    cursor = page.nextCursor
  } while (cursor !== null)
  return { json: { rows, nextCursor: null }, text: rows.length === 0 ? 'no costs' : costTable(rows) }
}

function costTable(rows: readonly CostLine[]): string {
  return table(rows, [
    { title: 'id', of: (row) => row.id },
    { title: 'day', of: (row) => row.day },
    { title: 'kind', of: (row) => row.kind },
    { title: 'amount', of: (row) => money(row.amount, row.currency), right: true },
    { title: '', of: (row) => row.currency },
    { title: 'payment', of: (row) => (row.payment.hold ? 'on hold' : row.payment.state) },
    { title: 'creator', of: (row) => row.creatorHandle ?? '' },
    { title: 'product', of: (row) => row.productId ?? '' },
    { title: 'campaign', of: (row) => row.campaign ?? '' },
    { title: 'staff', of: (row) => row.staff ?? '' },
    { title: 'note', of: (row) => row.note ?? '' },
  ])
}

async function step({ client, words, options }: Call): Promise<Answer> {
  const [id = ''] = words
  const to = PAYMENT_STATES.find((each) => each === options.text('to')) ?? 'planned'
  const line = await client.costs.step({ id, to, ...given('reason', options.text('reason')) })
  return { json: line, text: costTable([line]) }
}

async function remove({ client, words }: Call): Promise<Answer> {
  const [id = ''] = words
  await client.costs.remove({ id })
  return { json: { id, deleted: true }, text: `${id}: removed` }
}

async function putProduct({ client, options }: Call): Promise<Answer> {
  const shop = await findShop(client, options.needed('shop'))
  const currency = options.text('currency')?.toUpperCase() ?? shop.currency
  const cost = await client.costs.putProductCost({
    fields: {
      shopId: shop.id,
      productId: options.needed('product'),
      currency,
      unitCost: readMoney(options.needed('amount'), currency, 'amount'),
      fromDay: readDay(options.needed('from'), 'from'),
      ...given('note', options.text('note')),
    },
  })
  return { json: cost, text: productTable([cost]) }
}

async function listProducts({ client, options }: Call): Promise<Answer> {
  const name = options.text('shop')
  const rows = await client.costs.productCosts(name === undefined ? {} : { shopId: (await findShop(client, name)).id })
  return { json: { rows }, text: rows.length === 0 ? 'no product costs' : productTable(rows) }
}

function productTable(rows: readonly ProductCost[]): string {
  return table(rows, [
    { title: 'id', of: (row) => row.id },
    { title: 'product', of: (row) => row.productId },
    { title: 'name', of: (row) => row.productName ?? '' },
    { title: 'unit cost', of: (row) => money(row.unitCost, row.currency), right: true },
    { title: '', of: (row) => row.currency },
    { title: 'from', of: (row) => row.fromDay },
    { title: 'note', of: (row) => row.note ?? '' },
  ])
}
