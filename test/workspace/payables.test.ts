/** Payables through the contract: agreed to, paid in parts, recouped, taken back. */

import { describe, expect, test } from 'vitest'

import { colleagues, digestsOf, meet } from '../support/colleagues'
import { aShop, owed, withShop } from '../support/payables'
import { NOON } from '../support/workspace'

const DAY = 86_400_000

test('an advance is paid, recouped from the next fee as far as it goes, and the rest is paid', async () => {
  const { client, of } = await withShop()
  const advance = await owed(client, of, { kind: 'advance', recoup: true, amount: 500_00, title: 'Advance' })
  const money = { id: advance.id, amount: 500_00, day: '2026-01-10', method: 'bank', reference: 'TX-1' }
  // Nobody signed anything: it goes out with a reason alone.
  await expect(client.payables.pay(money)).rejects.toMatchObject({
    code: 'contract.guard',
    data: { guard: 'advance', reason: 'unsigned', canOverride: true },
  })
  await client.payables.pay({ ...money, override: 'old friend' })
  const fee = await owed(client, of)
  expect((await client.payables.advances({})).sums).toEqual([{ currency: 'USD', left: 500_00 }])
  expect((await client.payables.get({ id: fee.id })).advances.map(({ id, left }) => [id, left])).toEqual([
    [advance.id, 500_00],
  ])
  const recoup = { id: fee.id, fromId: advance.id }
  await expect(client.payables.recoup({ ...recoup, amount: 500_01 })).rejects.toMatchObject({
    data: { field: 'amount', reason: 'moreThanLeft' },
  })
  expect(await client.payables.recoup({ ...recoup, amount: 500_00 })).toMatchObject({
    state: 'approved',
    toPay: 300_00,
    // 800 in all: 500 of them counted when the advance fell due.
    fee: 300_00,
  })
  await expect(client.payables.pay({ id: fee.id, amount: 300_01 })).rejects.toMatchObject({
    data: { field: 'amount', reason: 'moreThanOwed' },
  })
  expect(await client.payables.pay({ id: fee.id, amount: 300_00 })).toMatchObject({ state: 'paid', toPay: 0 })
  expect((await client.payables.advances({})).rows).toEqual([])
  const { balances, rows } = await client.payables.ledger({ creatorId: of.creatorId })
  expect(balances).toEqual([
    {
      currency: 'USD',
      accounts: { fees: 800_00, advances: 0, recoverable: 0, creatorPayable: 0, bank: -800_00, writeOff: 0 },
    },
  ])
  expect(rows).toHaveLength(5)
  // The payment of the advance is not taken back from under what was recouped of it.
  const paid = rows.find(({ reference }) => reference === 'TX-1')
  await expect(client.payables.reverse({ entryId: paid?.id ?? '', reason: 'wrong' })).rejects.toMatchObject({
    data: { reason: 'recouped' },
  })
})

test('a reversal stays beside its entry with its reason, makes it owed again, and happens once', async () => {
  const { client, of } = await withShop()
  const { id } = await owed(client, of)
  await client.payables.pay({ id, amount: 800_00 })
  const entry = (await client.payables.get({ id })).entries.find(({ kind }) => kind === 'payment')
  const entryId = entry?.id ?? ''
  await expect(client.payables.reverse({ entryId, reason: '  ' })).rejects.toMatchObject({ code: 'input.invalid' })
  expect(await client.payables.reverse({ entryId, reason: 'bounced' })).toMatchObject({
    state: 'approved',
    toPay: 800_00,
    paid: 0,
  })
  await expect(client.payables.reverse({ entryId, reason: 'again' })).rejects.toMatchObject({ code: 'record.inUse' })
  const { entries } = await client.payables.get({ id })
  expect(entries.map(({ kind, isReversed, canReverse, reason }) => [kind, isReversed, canReverse, reason])).toEqual([
    ['accrual', false, false, null],
    ['payment', true, false, null],
    ['reversal', false, false, 'bounced'],
  ])
})

test('what was posted is not undone: the step before it is', async () => {
  const { client, of } = await withShop()
  const { id } = await owed(client, of)
  await client.payables.step({ ids: [id], to: 'approved' })
  await client.shops.update({ id: of.shopId, fields: { name: 'Glow US' } })
  await client.payables.pay({ id, amount: 100_00 })
  await client.history.undo({})
  expect((await client.shops.list({}))[0]?.name).toBe('Glow')
  expect(await client.payables.get({ id })).toMatchObject({ payable: { state: 'approved', paid: 100_00 } })
  // Adding the payable is not taken back from under its postings either.
  await expect(client.history.undo({})).rejects.toMatchObject({ code: 'undo.changedSince' })
  expect((await client.payables.list({})).total).toBe(1)
})

test('another amount of what was agreed to is an adjustment with a reason', async () => {
  const { client, of } = await withShop()
  const payable = await owed(client, of)
  await client.payables.step({ ids: [payable.id], to: 'approved' })
  const change = (amount: number, reason = '') =>
    client.payables.put({
      id: payable.id,
      reason,
      fields: { ...of, kind: 'flatFee', title: 'Three videos', amount, currency: 'USD', dueDay: '2026-01-20' },
    })
  await expect(change(900_00)).rejects.toMatchObject({ data: { field: 'reason', reason: 'missing' } })
  expect(await change(900_00, 'one more video')).toMatchObject({ amount: 900_00, toPay: 900_00, problem: null })
  expect(await change(700_00, 'one less')).toMatchObject({ toPay: 700_00 })
  const { entries } = await client.payables.get({ id: payable.id })
  expect(entries.map(({ kind, debit, credit, amount, reason }) => [kind, debit, credit, amount, reason])).toEqual([
    ['accrual', 'fees', 'creatorPayable', 800_00, null],
    ['adjustment', 'fees', 'creatorPayable', 100_00, 'one more video'],
    ['adjustment', 'creatorPayable', 'fees', 200_00, 'one less'],
  ])
  await expect(client.payables.remove({ id: payable.id })).rejects.toMatchObject({ code: 'record.inUse' })
})

test('many take one step: those that cannot are told by name, and nothing of them is written', async () => {
  const { client, of } = await withShop()
  const ids = [await owed(client, of), await owed(client, of, { title: 'LIVE' })].map(({ id }) => id)
  await client.payables.step({ ids: [ids[1] ?? ''], to: 'cancelled' })
  expect(await client.payables.step({ ids, to: 'approved' })).toMatchObject({
    done: 1,
    refused: [
      {
        id: ids[1],
        title: 'mia.glow · LIVE',
        code: 'record.illegalStep',
        params: { from: 'cancelled', to: 'approved' },
      },
    ],
  })
  expect((await client.payables.get({ id: ids[1] ?? '' })).entries).toEqual([])
})

describe('the list', () => {
  test('is of what is due soon, overdue, or does not add up', async () => {
    const { client, clock, of } = await withShop()
    clock.now = NOON + 10 * DAY
    // 25 January 2026.
    const dates = { overdue: '2026-01-24', today: '2026-01-25', week: '2026-02-01', later: '2026-02-02' }
    for (const [title, dueDay] of Object.entries(dates)) await owed(client, of, { title, dueDay })
    const paid = await owed(client, of, { title: 'paid', dueDay: '2026-01-24' })
    await client.payables.pay({ id: paid.id, amount: 800_00 })
    const titles = async (due: 'soon' | 'overdue' | 'toPay' | 'problems' | 'all') =>
      (await client.payables.list({ due })).rows.map(({ title }) => title)
    expect(await titles('overdue')).toEqual(['overdue'])
    expect(await titles('soon')).toEqual(['overdue', 'today', 'week'])
    expect(await titles('toPay')).toEqual(['overdue', 'today', 'week', 'later'])
    expect(await titles('problems')).toEqual([])
    const { counts, sums } = await client.payables.list({})
    expect(counts).toEqual({ all: 5, soon: 3, overdue: 1, toPay: 4, problems: 0 })
    expect(sums).toEqual([{ currency: 'USD', toPay: 3200_00, fee: 4000_00 }])
    expect((await client.payables.list({ search: 'mia week' })).rows.map(({ title }) => title)).toEqual(['week'])
    expect((await client.payables.list({ states: ['paid'] })).total).toBe(1)
  })

  test('adds up each currency by itself', async () => {
    const { client, of } = await withShop()
    await owed(client, of)
    await owed(client, of, { amount: 1_000_000, currency: 'VND' })
    expect((await client.payables.list({})).sums).toEqual([
      { currency: 'USD', toPay: 800_00, fee: 800_00 },
      { currency: 'VND', toPay: 1_000_000, fee: 1_000_000 },
    ])
  })
})

describe('paid twice by two colleagues', () => {
  test('is shown, stops further payments, and is recovered from the next fee', async () => {
    const [li, wang] = await colleagues('Li', 'Wang')
    if (!li || !wang) throw new Error('two are made')
    const of = await aShop(li)
    const { id } = await owed(li.client, of)
    await meet([li, wang])
    for (const { client } of [li, wang]) await client.payables.pay({ id, amount: 800_00 })
    await meet([li, wang])
    for (const { client } of [li, wang])
      expect((await client.payables.list({ due: 'problems' })).rows).toMatchObject([
        { id, problem: 'overpaid', overpaid: 800_00 },
      ])
    await expect(li.client.payables.pay({ id, amount: 1 })).rejects.toMatchObject({ code: 'record.onHold' })
    await li.client.payables.recover({ id, reason: 'really paid twice' })
    await meet([li, wang])
    const next = await owed(wang.client, of, { title: 'LIVE', amount: 600_00 })
    await wang.client.payables.recoup({ id: next.id, fromId: id, amount: 600_00 })
    await wang.client.payables.endAdvance({ id, to: 'bank', amount: 200_00, reason: 'sent back' })
    await meet([li, wang])
    for (const { client } of [li, wang]) {
      expect((await client.payables.list({ due: 'problems' })).rows).toEqual([])
      expect((await client.payables.list({})).rows.map(({ fee, state }) => [fee, state])).toEqual([
        [800_00, 'paid'],
        [600_00, 'paid'],
      ])
      // 800 + 800 − 200 went out for fees of 800 + 600.
      expect((await client.payables.ledger({})).balances[0]?.accounts).toMatchObject({
        fees: 1400_00,
        bank: -1400_00,
        recoverable: 0,
        creatorPayable: 0,
      })
    }
    expect((await digestsOf([li, wang])).size).toBe(1)
  }, 30_000)

  test('an advance recouped by both is held against it: nothing more is taken', async () => {
    const [li, wang] = await colleagues('Li', 'Wang')
    if (!li || !wang) throw new Error('two are made')
    const of = await aShop(li)
    const advance = await owed(li.client, of, { kind: 'advance', recoup: true, amount: 500_00 })
    await li.client.payables.pay({ id: advance.id, amount: 500_00, override: 'old friend' })
    const fees = [await owed(li.client, of), await owed(li.client, of)]
    await meet([li, wang])
    for (const [index, { client }] of [li, wang].entries())
      await client.payables.recoup({ id: fees[index]?.id ?? '', fromId: advance.id, amount: 500_00 })
    await meet([li, wang])
    for (const { client } of [li, wang])
      expect((await client.payables.get({ id: advance.id })).payable).toMatchObject({
        problem: 'overRecouped',
        left: 0,
      })
  }, 30_000)
})
