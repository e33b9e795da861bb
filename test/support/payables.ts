/** Something that is owed, and its steps, for tests of payables. */

import { findPayable, type PayableRow } from '../../db/repositories/payables'
import { stepPayable } from '../../electron/workspace/paying/steps'
import { pay } from '../../electron/workspace/paying/pay'
import { put, write } from '../../electron/workspace/support'
import type { PayableState } from '../../shared/domain/payables'
import { type Client, newWorkspace, type TestWorkspace } from './workspace'

type Context = TestWorkspace['context']

export async function aShop({ client }: Pick<TestWorkspace, 'client'>) {
  const shop = await client.shops.add({ name: 'Glow', market: 'US', timezone: 'America/Los_Angeles' })
  const { ids } = await client.creators.add({ creators: [{ handle: 'mia.glow' }] })
  return { shopId: shop.id, creatorId: ids[0] ?? '' }
}

export interface Owed {
  readonly shopId: string
  readonly creatorId?: string
  readonly contractId?: string
  readonly kind?: string
  readonly amount?: number
  readonly currency?: string
  readonly dueDay?: string
  readonly recoup?: boolean
}

/** A flat fee of 800.00, unless it says otherwise. */
export function owe(context: Context, of: Owed): Promise<string> {
  const fields = { kind: 'flatFee', amount: 800_00, currency: 'USD', dueDay: '2026-01-31', title: 'Two videos', ...of }
  return write(context, 'payables.add', '', (tx) => put(context, tx, 'payables', null, fields))
}

export function stepTo(context: Context, id: string, to: PayableState): Promise<void> {
  return write(context, 'payables.step', to, (tx) => stepPayable(context, tx, { id, to }))
}

export function payOf(context: Context, id: string, amount: number): Promise<string> {
  return write(context, 'payables.pay', '', (tx) => pay(context, tx, { id, amount, notes: {} }))
}

export function payableOf(context: Context, id: string): PayableRow {
  const row = findPayable(context.host.current().workspace.db, id)
  if (row === null) throw new Error('it is there')
  return row
}

/** Typed through the contract: a flat fee of 800.00 due on 20 January, unless it says otherwise. */
export function owed(client: Client, of: { readonly shopId: string; readonly creatorId: string }, more: object = {}) {
  const fields = { ...FLAT_FEE, ...of, ...more }
  return client.payables.put({ fields })
}

const FLAT_FEE = {
  kind: 'flatFee',
  title: 'Two videos',
  amount: 800_00,
  currency: 'USD',
  dueDay: '2026-01-20',
} as const

export async function withShop() {
  const workspace = await newWorkspace()
  return { ...workspace, of: await aShop(workspace) }
}
