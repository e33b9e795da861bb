/** Payables take legal steps only, none while people have to decide; the books follow, and contradictions meet at everybody's. */

import { describe, expect, test } from 'vitest'

import { entriesOf } from '../../db/repositories/payables'
import { stepContract } from '../../electron/workspace/contracting/steps'
import { reverseEntry } from '../../electron/workspace/paying/pay'
import { write } from '../../electron/workspace/support'
import { balances } from '../../shared/domain/ledger'
import { PAYABLE_STATES, type PayableState } from '../../shared/domain/payables'
import { type Colleague, colleagues, digestsOf, meet } from '../support/colleagues'
import { aShop, owe, payableOf, payOf, stepTo } from '../support/payables'
import { newWorkspace, type TestWorkspace } from '../support/workspace'

type Context = TestWorkspace['context']

/** By state, where it may go; every other of the five, itself among them, is refused. */
const MAY: Readonly<Record<PayableState, string>> = {
  open: 'approved paid cancelled disputed',
  approved: 'open paid cancelled disputed',
  paid: 'approved open',
  cancelled: 'open',
  disputed: 'open approved cancelled',
}

/** Of these, what the ledger does not bear out: nothing was paid yet, or something was. */
const MONEY_SAYS_NO: Readonly<Record<PayableState, string>> = {
  open: 'paid',
  approved: 'paid',
  paid: 'approved open',
  cancelled: '',
  disputed: '',
}

async function bring(context: Context, id: string, to: PayableState): Promise<void> {
  if (to === 'paid') await payOf(context, id, 800_00)
  else if (to !== 'open') await stepTo(context, id, to)
}

/** What stands on the account of creators, fees and bank: in dollars. */
function accounts(context: Context) {
  const sums = balances(entriesOf(context.host.current().workspace.db)).get('USD')
  return { owed: (0 - (sums?.creatorPayable ?? 0)) / 100, fees: (sums?.fees ?? 0) / 100, bank: (sums?.bank ?? 0) / 100 }
}

test.each(PAYABLE_STATES)(
  'from %s a payable goes where it may and is refused everywhere else',
  async (from) => {
    const workspace = await newWorkspace()
    const { context } = workspace
    const of = await aShop(workspace)
    const fresh = async () => {
      const id = await owe(context, of)
      await bring(context, id, from)
      expect(payableOf(context, id)).toMatchObject({ state: from, problem: null })
      return id
    }
    const entries = () => entriesOf(context.host.current().workspace.db).length
    const no = MONEY_SAYS_NO[from].split(' ')
    const may = MAY[from].split(' ')
    for (const to of PAYABLE_STATES.filter((state) => may.includes(state) && !no.includes(state))) {
      const id = await fresh()
      await stepTo(context, id, to)
      expect(payableOf(context, id)).toMatchObject({ state: to, problem: null })
    }
    const id = await fresh()
    const before = entries()
    const refusals = PAYABLE_STATES.flatMap((to): { to: PayableState; why: object }[] =>
      !may.includes(to)
        ? [{ to, why: { code: 'record.illegalStep', params: { entity: 'payables', id, from, to } } }]
        : no.includes(to)
          ? [{ to, why: { code: 'record.invalid', params: { reason: from === 'paid' ? 'isPaid' : 'notPaid' } } }]
          : [],
    )
    for (const { to, why } of refusals) {
      await expect(stepTo(context, id, to)).rejects.toMatchObject(why)
      expect(payableOf(context, id).state).toBe(from)
      expect(entries()).toBe(before)
    }
  },
  60_000,
)

test('the books follow the steps: owed when it is approved, taken back when it is cancelled', async () => {
  const workspace = await newWorkspace()
  const { context } = workspace
  const id = await owe(context, await aShop(workspace))
  expect(accounts(context)).toEqual({ owed: 0, fees: 0, bank: 0 })
  await stepTo(context, id, 'approved')
  expect(accounts(context)).toEqual({ owed: 800, fees: 800, bank: 0 })
  await stepTo(context, id, 'cancelled')
  expect(accounts(context)).toEqual({ owed: 0, fees: 0, bank: 0 })
  await stepTo(context, id, 'open')
  await payOf(context, id, 300_00)
  expect(payableOf(context, id)).toMatchObject({ state: 'approved', toPay: 500_00 })
  await payOf(context, id, 500_00)
  expect(payableOf(context, id)).toMatchObject({ state: 'paid', toPay: 0, fee: 800_00 })
  expect(accounts(context)).toEqual({ owed: 0, fees: 800, bank: -800 })
})

test('on a contract that people must decide about nothing is paid and no step is taken', async () => {
  const { li, wang, of } = await team()
  const contractId = String(
    (
      await li.client.records.put({
        entity: 'contracts',
        fields: { ...of, kind: 'flatFee', title: 'Two videos' },
      })
    ).id,
  )
  const id = await owe(li.context, { ...of, contractId })
  await meet([li, wang])
  const sign = ({ context }: Colleague, to: 'signed' | 'cancelled') =>
    write(context, 'contracts.step', to, (tx) => stepContract(context, tx, { id: contractId, to }))
  await sign(li, 'signed')
  await sign(wang, 'cancelled')
  await meet([li, wang])
  for (const { context } of [li, wang]) {
    expect(payableOf(context, id)).toMatchObject({ hold: false, contractHold: true })
    const held = { code: 'record.onHold', params: { entity: 'contracts', id: contractId } }
    for (const to of ['approved', 'cancelled', 'disputed'] as const)
      await expect(stepTo(context, id, to)).rejects.toMatchObject(held)
    await expect(payOf(context, id, 100)).rejects.toMatchObject(held)
  }
}, 30_000)

describe('two colleagues', () => {
  test.each(['paid', 'cancelled'] as const)(
    'one pays and the other cancels: on HOLD at both, and one decision for %s clears it',
    async (choice) => {
      const { li, wang, id } = await team()
      await payOf(li.context, id, 800_00)
      await stepTo(wang.context, id, 'cancelled')
      await meet([li, wang])
      for (const { context } of [li, wang]) {
        expect(payableOf(context, id)).toMatchObject({ hold: true })
        for (const to of PAYABLE_STATES)
          await expect(stepTo(context, id, to)).rejects.toMatchObject({ code: 'record.onHold' })
        await expect(payOf(context, id, 1)).rejects.toMatchObject({ code: 'record.onHold' })
      }
      await decide(wang, id, choice)
      await meet([li, wang])
      for (const { client, context } of [li, wang]) {
        // Paid though cancelled: the money is out, and the screen says so until the payment is taken back or recovered.
        expect(payableOf(context, id)).toMatchObject({
          state: choice,
          hold: false,
          problem: choice === 'paid' ? null : 'overpaid',
          fee: choice === 'paid' ? 800_00 : 0,
        })
        expect((await client.inbox.list({ levels: ['hold'] })).items).toEqual([])
      }
      expect(accounts(li.context)).toEqual({
        owed: choice === 'paid' ? 0 : -800,
        fees: choice === 'paid' ? 800 : 0,
        bank: -800,
      })
      expect((await digestsOf([li, wang])).size).toBe(1)
    },
    30_000,
  )

  test('who approve the same agree: it is owed once', async () => {
    const { li, wang, id } = await team()
    for (const { context } of [li, wang]) await stepTo(context, id, 'approved')
    await meet([li, wang])
    for (const { context, client } of [li, wang]) {
      expect(payableOf(context, id)).toMatchObject({ state: 'approved', hold: false, toPay: 800_00, problem: null })
      expect(accounts(context)).toEqual({ owed: 800, fees: 800, bank: 0 })
      expect((await client.inbox.list({})).items).toEqual([])
    }
    expect((await digestsOf([li, wang])).size).toBe(1)
  }, 30_000)

  test('who pay the same: both payments are there, nothing more is paid until one of them is taken back', async () => {
    const { li, wang, id } = await team()
    const first = await payOf(li.context, id, 800_00)
    await payOf(wang.context, id, 800_00)
    await meet([li, wang])
    for (const { context } of [li, wang]) {
      expect(payableOf(context, id)).toMatchObject({ problem: 'overpaid', books: { paid: 1600_00, owed: -800_00 } })
      await expect(payOf(context, id, 1)).rejects.toMatchObject({ code: 'record.onHold' })
    }
    for (const { client } of [li, wang]) {
      const { items } = await client.inbox.list({ levels: ['decision'] })
      expect(items).toMatchObject([{ kind: 'paidTwice', entity: 'payables', recordId: id }])
      expect(items[0]?.candidates.map(({ person }) => person).toSorted()).toEqual(['Li', 'Wang'])
      // Which payment stands is said where the money is, not by choosing a value.
      await expect(
        client.inbox.decide({ decisions: [{ item: items[0]?.id ?? '', choice: { how: 'keep', write: first } }] }),
      ).rejects.toMatchObject({ code: 'record.invalid' })
      const { fyi } = await client.tasks.today({ zone: 'UTC' })
      expect(fyi).toMatchObject([{ kind: 'decisions', count: 1 }])
    }
    const same = { reason: 'same payment entered twice' }
    // Both notice, and take back the same entry apart from each other: it is taken back once.
    for (const { context } of [li, wang])
      await write(context, 'payables.reverse', '', (tx) => reverseEntry(context, tx, first, same))
    await meet([li, wang])
    for (const { context, client } of [li, wang]) {
      expect(payableOf(context, id)).toMatchObject({ state: 'paid', problem: null, books: { paid: 800_00, owed: 0 } })
      expect(accounts(context)).toEqual({ owed: 0, fees: 800, bank: -800 })
      expect((await client.inbox.list({})).items).toEqual([])
    }
    expect((await digestsOf([li, wang])).size).toBe(1)
  }, 30_000)
})

async function team() {
  const [li, wang] = await colleagues('Li', 'Wang')
  if (!li || !wang) throw new Error('two are made')
  const of = await aShop(li)
  const id = await owe(li.context, of)
  await meet([li, wang])
  return { li, wang, of, id }
}

async function decide({ client }: Colleague, id: string, state: PayableState) {
  const { items } = await client.inbox.list({ levels: ['hold'] })
  const item = items.find(({ recordId }) => recordId === id)
  const chosen = item?.candidates.find(({ value }) => value === state)?.write
  if (item === undefined || chosen === undefined) throw new Error('it is in the inbox')
  await client.inbox.decide({ decisions: [{ item: item.id, choice: { how: 'keep', write: chosen } }] })
}
