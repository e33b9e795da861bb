/** Payables and paper: what contracts oblige to pay, advances on signed paper, and the file for the bank. */

import fs from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from 'vitest'

import { stepContract } from '../../electron/workspace/contracting/steps'
import { write } from '../../electron/workspace/support'
import { owed, withShop } from '../support/payables'

describe('on a contract', () => {
  async function signed(fields: object) {
    const workspace = await withShop()
    const { client, context, of } = workspace
    const put = await client.records.put({
      entity: 'contracts',
      fields: { ...of, title: 'Spring', currency: 'USD', fromDay: '2026-01-01', toDay: '2026-03-31', ...fields },
    })
    const contractId = String(put['id'])
    await write(context, 'contracts.step', '', (tx) => stepContract(context, tx, { id: contractId, to: 'signed' }))
    return { ...workspace, contractId }
  }

  test('a retainer is owed month by month, each month once, whoever makes it', async () => {
    const { client, contractId } = await signed({ kind: 'retainer', fee: 300_00 })
    expect(await client.payables.fromContracts({ contractId, until: '2026-03-20' })).toEqual({ made: 2 })
    expect(await client.payables.fromContracts({ contractId, until: '2026-05-31' })).toEqual({ made: 1 })
    expect(await client.payables.fromContracts({ until: '2026-05-31' })).toEqual({ made: 0 })
    const { rows } = await client.payables.list({ contractId })
    expect(rows.map(({ kind, amount, state }) => [kind, amount, state])).toEqual([
      ['retainer', 300_00, 'open'],
      ['retainer', 300_00, 'open'],
      ['retainer', 300_00, 'open'],
    ])
    expect(new Set(rows.map(({ month }) => month)).size).toBe(3)
  })

  test('an advance larger than the contract is refused, whatever is said; one within it is paid', async () => {
    const { client, of, contractId } = await signed({ kind: 'flatFee', fee: 1000_00 })
    const advance = { kind: 'advance', contractId, recoup: true }
    await expect(owed(client, of, { ...advance, amount: 1000_01 })).rejects.toMatchObject({
      code: 'contract.guard',
      data: { reason: 'largerThanContract', canOverride: false, title: 'Spring' },
    })
    const first = await owed(client, of, { ...advance, amount: 600_00 })
    await expect(owed(client, of, { ...advance, amount: 400_01 })).rejects.toMatchObject({ code: 'contract.guard' })
    expect(await client.payables.pay({ id: first.id, amount: 600_00 })).toMatchObject({ state: 'paid', left: 600_00 })
  })
})

describe('the file of payments', () => {
  async function paid() {
    const workspace = await withShop()
    const { client, of, folder } = workspace
    const names = ['ana', '=cmd|calc', 'no.bank']
    const { ids } = await client.creators.add({ creators: names.slice(2).map((handle) => ({ handle })) })
    await client.records.put({
      entity: 'creators',
      id: of.creatorId,
      fields: { bank: '=HYPERLINK("x")', payee: '+Mia Glow, Ltd' },
    })
    const first = await owed(client, of, { title: '@two videos' })
    const part = await owed(client, of, { amount: 1234_50, title: 'LIVE' })
    await client.payables.pay({ id: part.id, amount: 1000_00 })
    const missing = await owed(client, { ...of, creatorId: ids[0] ?? '' }, { title: 'Bonus' })
    const cancelled = await owed(client, of, { title: 'Off' })
    await client.payables.step({ ids: [cancelled.id], to: 'cancelled' })
    const all = [first, part, missing, cancelled].map(({ id }) => id)
    return { ...workspace, all, first, part, missing, cancelled, file: path.join(folder, 'pay.csv') }
  }

  test('has what is left to pay, no formula, and says who is not in it and why', async () => {
    const { client, all, first, part, missing, cancelled, file } = await paid()
    const answer = await client.payables.export({ ids: all, format: 'bank', to: file })
    expect(answer.rows).toBe(2)
    expect(answer.left).toEqual([
      { id: missing.id, handle: 'no.bank', title: 'Bonus', why: 'noBank' },
      { id: cancelled.id, handle: 'mia.glow', title: 'Off', why: 'nothingToPay' },
    ])
    expect(fs.readFileSync(file, 'utf8').replace('\uFEFF', '').split('\r\n')).toEqual([
      'Payment ID,Payee,Bank account,Amount,Currency,Due,Creator,Shop,Description',
      `${first.id},"'+Mia Glow, Ltd","'=HYPERLINK(""x"")",800.00,USD,2026-01-20,mia.glow,Glow,'@two videos`,
      `${part.id},"'+Mia Glow, Ltd","'=HYPERLINK(""x"")",234.50,USD,2026-01-20,mia.glow,Glow,LIVE`,
      '',
    ])
    const payoneer = await client.payables.export({ ids: all, format: 'payoneer', to: file })
    expect(payoneer).toMatchObject({ rows: 2, left: [{ why: 'noPayee' }, { why: 'nothingToPay' }] })
    expect(fs.readFileSync(file, 'utf8').split('\r\n')[1]).toBe(
      `"'+Mia Glow, Ltd",800.00,USD,${first.id},'@two videos,2026-01-20`,
    )
  })

  test('has no advance that no signed contract covers, until it is signed or approved with a reason', async () => {
    const { client, context, of, folder } = await withShop()
    const card = { bank: '021000021', payee: 'Mia Glow' }
    await client.records.put({ entity: 'creators', id: of.creatorId, fields: card })
    const draft = await client.records.put({
      entity: 'contracts',
      fields: { ...of, title: 'Spring', kind: 'flatFee', currency: 'USD', fee: 900_00 },
    })
    const contractId = String(draft['id'])
    const advance = await owed(client, of, { kind: 'advance', contractId, amount: 500_00 })
    const onNone = await owed(client, of, { kind: 'advance', amount: 200_00 })
    const file = path.join(folder, 'pay.csv')
    const written = async () => {
      const { rows, left } = await client.payables.export({ ids: [advance.id, onNone.id], format: 'bank', to: file })
      return { rows, left: left.map(({ id, why }) => [id === advance.id ? 'on paper' : 'on none', why]) }
    }
    expect(await written()).toEqual({
      rows: 0,
      left: [
        ['on paper', 'notCovered'],
        ['on none', 'notCovered'],
      ],
    })
    await client.payables.step({ ids: [onNone.id], to: 'approved', override: 'he is known for years' })
    expect(await written()).toEqual({ rows: 1, left: [['on paper', 'notCovered']] })
    await write(context, 'contracts.step', '', (tx) => stepContract(context, tx, { id: contractId, to: 'signed' }))
    expect(await written()).toEqual({ rows: 2, left: [] })
  })

  test('is not written by who may not see bank details', async () => {
    const workspace = await paid()
    const { client, all, file } = workspace
    await workspace.client.people.put({ name: 'Boss', role: 'owner' })
    await workspace.client.people.put({ name: 'Lin', role: 'bd' })
    await expect(client.payables.export({ ids: all, format: 'bank', to: file })).rejects.toMatchObject({
      code: 'role.hidden',
    })
    expect(fs.existsSync(file)).toBe(false)
  })
})

test('what is posted into a closed month is dated into the next open one', async () => {
  const { client, of } = await withShop()
  const { id } = await owed(client, of, { dueDay: '2025-12-10' })
  await client.payables.step({ ids: [id], to: 'approved' })
  const early = await client.payables.pay({ id, amount: 100_00, day: '2025-12-20' })
  expect(early.paid).toBe(100_00)
  await client.periods.close({ shopId: of.shopId, month: '2025-12' })
  await client.payables.pay({ id, amount: 200_00, day: '2025-12-21' })
  const payments = (await client.payables.get({ id })).entries.filter(({ kind }) => kind === 'payment')
  expect(payments.map(({ day, amount }) => [day, amount])).toEqual([
    ['2025-12-20', 100_00],
    ['2026-01-01', 200_00],
  ])
  const [first] = payments
  await client.payables.reverse({ entryId: first?.id ?? '', reason: 'bounced', day: '2025-12-22' })
  const { entries } = await client.payables.get({ id })
  expect(entries.find(({ kind }) => kind === 'reversal')?.day).toBe('2026-01-01')
})
