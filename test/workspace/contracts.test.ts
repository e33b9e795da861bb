/** Contracts through the contract of the app: text from records, versions with hashes, steps, obligations, own clauses, guards. */

import { createHash } from 'node:crypto'

import { describe, expect, test } from 'vitest'

import { write } from '../../electron/workspace/support'
import { canonicalJson } from '../../shared/canonical-json'
import { aWhole, MARCH, parties, WHOLE } from '../support/contracts'
import { newWorkspace } from '../support/workspace'

describe('a contract', () => {
  test('begins with the starter of its kind, in its shop’s currency, and says what is missing', async () => {
    const { client } = await newWorkspace()
    const { shopId, creatorId } = await parties(client)
    const fields = { shopId, creatorId, kind: 'flatFee', title: 'Spring' } as const
    const contract = await client.contracts.put({ fields })
    expect(contract).toMatchObject({ state: 'draft', currency: 'USD', hold: false, shop: 'Glow', handle: 'lia.daily' })
    expect(contract.clauses.map(({ key }) => key)).toContain('flatFee')
    const { clauses, variables } = await client.contracts.preview({ id: contract.id })
    const missing = variables.filter((one) => one.missing).map(({ name }) => name)
    expect(missing).toEqual(expect.arrayContaining(['fee', 'fromDay', 'toDay', 'product', 'court', 'law']))
    expect(missing).not.toContain('payDays')
    const parts = clauses?.find(({ key }) => key === 'flatFee')?.text.en ?? []
    expect(parts).toContainEqual({ kind: 'missing', name: 'fee' })
    expect(parts).toContainEqual({ kind: 'value', text: '15 days' })
    await expect(client.contracts.makeVersion({ id: contract.id })).rejects.toMatchObject({
      code: 'record.invalid',
      data: { field: 'variables', reason: expect.stringContaining('fee') },
    })
    await expect(client.contracts.step({ id: contract.id, to: 'sent' })).rejects.toMatchObject({
      code: 'record.invalid',
    })
    expect((await client.contracts.get({ id: contract.id })).versions).toEqual([])
  })

  test.each([
    [{ advance: 90_001 }, 'advance', 'largerThanContract'],
    [{ rate: 8001 }, 'rate', 'outsideBounds'],
    [{ toDay: '2026-02-01' }, 'toDay', 'endsBeforeItBegins'],
    [{ cap: 1 }, 'cap', 'lessThanAgreed'],
  ])('is not kept with %j', async (fields, field, reason) => {
    const { contracts, contract } = await aWhole()
    await expect(contracts.put({ id: contract.id, fields })).rejects.toMatchObject({
      code: 'record.invalid',
      data: { entity: 'contracts', field, reason },
    })
    expect(await contracts.get({ id: contract.id })).toMatchObject({ advance: null, rate: null, cap: null, ...MARCH })
  })

  test('names its parties from records: the workspace, the creator, the shop, unless somebody else signs', async () => {
    const { contracts, contract } = await aWhole()
    const first = await contracts.makeVersion({ id: contract.id })
    expect(first.body?.parties).toEqual({ agency: 'Agency', creator: 'Lia Tan', shop: 'Glow' })
    expect(first.body?.clauses[0]?.text.en).toContain('Party A: Agency')
    expect(first.body?.clauses[0]?.text.zh).toContain('TikTok 账号 @lia.daily')
    await contracts.put({ id: contract.id, fields: { counterparty: null, party: 'Kiwi Ltd' } })
    const second = await contracts.makeVersion({ id: contract.id })
    expect(second.body?.parties).toEqual({ agency: 'Kiwi Ltd', creator: 'lia.daily', shop: 'Glow' })
  })

  test('is found by title, number and handle, by state, and is counted', async () => {
    const { contracts, contract, shopId, creatorId } = await aWhole()
    const other = await contracts.put({
      fields: { shopId, creatorId, kind: 'cpsSample', title: 'Autumn', number: 'K-77', fromDay: '2026-09-01' },
    })
    await contracts.step({ id: contract.id, to: 'signed' })
    const titles = async (input: Parameters<typeof contracts.list>[0]) =>
      (await contracts.list(input)).rows.map(({ title }) => title)
    expect(await titles({})).toEqual(['Autumn', 'Spring'])
    expect(await titles({ search: 'k-7' })).toEqual(['Autumn'])
    expect(await titles({ search: 'lia' })).toEqual(['Autumn', 'Spring'])
    expect(await titles({ search: '%' })).toEqual([])
    expect(await titles({ states: ['signed'] })).toEqual(['Spring'])
    const all = await contracts.list({ limit: 1 })
    expect(all).toMatchObject({ total: 2, hold: 0, counts: { draft: 1, signed: 1 } })
    expect(await titles({ limit: 1, cursor: all.nextCursor })).toEqual(['Spring'])
    expect((await contracts.list({ states: ['signed'] })).rows[0]).toMatchObject({
      total: 90_000,
      next: { key: 'video-1', kind: 'video', dueDay: '2026-03-10' },
    })
    await expect(contracts.remove({ id: contract.id })).rejects.toMatchObject({ code: 'contract.fixed' })
    await contracts.remove({ id: other.id })
    expect(await titles({})).toEqual(['Spring'])
  })
})

describe('a version', () => {
  test('keeps the filled words and a hash that anybody can work out, whatever changes afterwards', async () => {
    const { contracts, contract, client, creatorId } = await aWhole()
    const first = await contracts.makeVersion({ id: contract.id, note: 'for Lia' })
    expect(first).toMatchObject({ version: 1, languages: ['zh', 'en'], person: 'Lin', note: 'for Lia', intact: true })
    const bytes = canonicalJson(first.body)
    expect(createHash('sha256').update(bytes, 'utf8').digest('hex')).toBe(first.sha256)
    const stored = await client.records.get({ entity: 'contractVersions', id: first.id })
    expect(stored['body']).toBe(bytes)
    expect((await contracts.makeVersion({ id: contract.id })).id).toBe(first.id)
    await contracts.put({ id: contract.id, fields: { fee: 100_000 } })
    await client.records.put({ entity: 'creators', id: creatorId, fields: { displayName: 'Somebody' } })
    const second = await contracts.makeVersion({ id: contract.id, languages: ['en'] })
    expect(second).toMatchObject({ version: 2, languages: ['en'] })
    expect(second.body?.clauses.every(({ text }) => text.zh === '')).toBe(true)
    expect(await contracts.version({ id: first.id })).toEqual(first)
    expect((await contracts.get({ id: contract.id })).versions.map(({ version }) => version)).toEqual([1, 2])
  })

  test('is compared with another and with the text as it stands', async () => {
    const { contracts, contract } = await aWhole()
    const first = await contracts.makeVersion({ id: contract.id })
    expect(await contracts.diff({ from: first.id })).toMatchObject({ same: true })
    const clauses = contract.clauses.filter(({ key }) => key !== 'adCodes')
    await contracts.put({ id: contract.id, fields: { fee: 80_000, clauses } })
    const { same, clauses: found } = await contracts.diff({ from: first.id })
    expect(same).toBe(false)
    const changed = (found ?? []).filter(({ change }) => change !== 'same')
    expect(changed.map(({ key, change }) => `${key} ${change}`)).toEqual(['adCodes removed', 'flatFee changed'])
    const marks = changed.find(({ key }) => key === 'flatFee')?.text
    expect(marks?.en).toContainEqual({ kind: 'removed', text: '900' })
    expect(marks?.zh).toContainEqual({ kind: 'added', text: '800' })
    const second = await contracts.makeVersion({ id: contract.id })
    expect((await contracts.diff({ from: first.id, to: second.id })).clauses).toEqual(found)
  })

  test('that somebody changed in the file is told as not intact', async () => {
    const { contracts, contract, context } = await aWhole()
    const { id } = await contracts.makeVersion({ id: contract.id })
    await write(context, 'test', '', (tx) =>
      tx.$client.prepare(`UPDATE contract_versions SET body = replace(body, '900.00', '950.00') WHERE id = ?`).run(id),
    )
    expect(await contracts.version({ id })).toMatchObject({ intact: false })
  })
})

describe('sending', () => {
  test('sends the version that was laid down, in its languages and with the language that governs it', async () => {
    const { contracts, contract } = await aWhole()
    const laid = await contracts.makeVersion({ id: contract.id, governs: 'en' })
    const { versions } = await contracts.step({ id: contract.id, to: 'sent' })
    expect(versions.map(({ id }) => id)).toEqual([laid.id])
    expect((await contracts.version({ id: laid.id })).body?.governs).toBe('en')
  })
})

describe('steps', () => {
  test('send what is laid down; what is signed cannot be changed any more, save what was not agreed', async () => {
    const { contracts, contract } = await aWhole()
    const sent = await contracts.step({ id: contract.id, to: 'sent' })
    expect(sent.steps.at(-1)).toMatchObject({ from: 'draft', to: 'sent', versionId: sent.versions[0]?.id })
    const signed = await contracts.step({ id: contract.id, to: 'signed' })
    expect(signed).toMatchObject({ state: 'signed' })
    expect(signed.obligations.map(({ key, amount }) => `${key} ${amount}`)).toEqual([
      'video-1 null',
      'video-2 null',
      'exclusivity null',
      'renewal null',
      'video-3 null',
      'payment-fee 90000',
      'usage null',
    ])
    await expect(contracts.put({ id: contract.id, fields: { fee: 1 } })).rejects.toMatchObject({
      code: 'contract.fixed',
      data: { field: 'fee', state: 'signed' },
    })
    await expect(contracts.put({ id: contract.id, fields: { variables: {} } })).rejects.toMatchObject({
      data: { field: 'variables', state: 'signed' },
    })
    await contracts.put({ id: contract.id, fields: { note: 'paper in the safe', number: 'K-1' } })
    expect(await contracts.step({ id: contract.id, to: 'terminated', reason: 'no post' })).toMatchObject({
      state: 'terminated',
    })
  })

  test('past other paper take a reason, which is shown with the contract', async () => {
    const { contracts, contract, shopId, creatorId } = await aWhole()
    await contracts.step({ id: contract.id, to: 'signed' })
    const second = await contracts.put({ fields: { ...WHOLE, shopId, creatorId, title: 'Twin' } })
    expect(second.findings).toMatchObject([{ guard: 'overlap', title: 'Spring', until: '2026-03-30' }])
    await expect(contracts.step({ id: second.id, to: 'sent' })).rejects.toMatchObject({
      code: 'contract.guard',
      data: { guard: 'overlap', canOverride: true },
    })
    // What was refused left nothing behind, also no version.
    expect((await contracts.get({ id: second.id })).versions).toEqual([])
    const sent = await contracts.step({ id: second.id, to: 'sent', override: 'two product lines' })
    expect(sent.overrides).toMatchObject([{ guard: 'overlap', reason: 'two product lines', person: 'Lin' }])
    const subject = { guard: 'advance', shopId, creatorId, amount: 1, currency: 'USD' } as const
    expect(await contracts.check({ subject: { ...subject, day: '2026-06-01' } })).toMatchObject([
      { reason: 'unsigned' },
    ])
    expect(await contracts.check({ subject: { ...subject, day: '2026-03-05' } })).toEqual([])
  })
})

describe('obligations', () => {
  test('are late when somebody has not done them; a right or a term that has run out is not', async () => {
    const { contracts, contract, clock } = await aWhole()
    await contracts.put({ id: contract.id, fields: { noticeDays: 14, renewMonths: 1 } })
    await contracts.step({ id: contract.id, to: 'signed' })
    clock.now = Date.UTC(2027, 5, 1)
    const { rows } = await contracts.obligations({})
    const kinds = (isLate: boolean) => new Set(rows.filter(({ overdue }) => overdue === isLate).map(({ kind }) => kind))
    expect([...kinds(true)].sort()).toEqual(['notice', 'payment', 'video'])
    expect([...kinds(false)].sort()).toEqual(['exclusivity', 'renewal', 'usage'])
  })

  test('to pay are kept once what is owed of them is paid, and are open again once that is taken back', async () => {
    const { client, contracts, contract, clock } = await aWhole()
    await contracts.step({ id: contract.id, to: 'signed' })
    clock.now = Date.UTC(2027, 5, 1)
    const fee = async () => {
      const { rows } = await contracts.obligations({ openOnly: false })
      return rows.find(({ kind }) => kind === 'payment')
    }
    await client.payables.fromContracts({ until: '2027-06-01' })
    expect(await fee()).toMatchObject({ paid: false, overdue: true })
    const [owed] = (await client.payables.list({})).rows
    await client.payables.step({ ids: [owed!.id], to: 'approved' })
    await client.payables.pay({ id: owed!.id, amount: owed!.amount ?? 0 })
    expect(await fee()).toMatchObject({ paid: true, overdue: false })
    expect((await contracts.obligations({})).rows.map(({ kind }) => kind)).not.toContain('payment')
    const { entries } = await client.payables.get({ id: owed!.id })
    const payment = entries.find(({ kind }) => kind === 'payment')
    await client.payables.reverse({ entryId: payment!.id, reason: 'the bank sent it back' })
    expect(await fee()).toMatchObject({ paid: false, overdue: true })
  })

  test('are due by the shop’s calendar, kept or waived, and taken back', async () => {
    const { contracts, contract, clock } = await aWhole()
    await contracts.step({ id: contract.id, to: 'signed' })
    // Seven in the evening of the 10th in Los Angeles is the 11th in UTC.
    clock.now = Date.UTC(2026, 2, 11, 2)
    const due = await contracts.obligations({ until: '2026-03-20' })
    expect(due.rows.map(({ key, overdue }) => `${key} ${overdue}`)).toEqual(['video-1 false', 'video-2 false'])
    clock.now = Date.UTC(2026, 2, 11, 12)
    const [first, second] = (await contracts.obligations({ until: '2026-03-20' })).rows
    expect(first).toMatchObject({ key: 'video-1', overdue: true, contract: 'Spring', handle: 'lia.daily' })
    expect(await contracts.markDone({ id: first!.id, done: true })).toMatchObject({ overdue: false })
    expect(await contracts.waive({ id: second!.id, waived: true, note: 'one less' })).toMatchObject({ waived: true })
    expect((await contracts.obligations({ until: '2026-03-20' })).rows).toEqual([])
    await contracts.markDone({ id: first!.id, done: false })
    expect((await contracts.obligations({ until: '2026-03-20' })).rows.map(({ key }) => key)).toEqual(['video-1'])
    await contracts.step({ id: contract.id, to: 'terminated' })
    expect((await contracts.obligations({})).total).toBe(0)
  })
})
