/** What was agreed stands: plain edits are refused, and what a colleague wrote offline shows as changed after signing. */

import { describe, expect, test } from 'vitest'

import { colleagues, digestsOf, meet } from '../support/colleagues'
import { aWhole, parties, WHOLE } from '../support/contracts'
import { type Client, finish } from '../support/workspace'

const sealOf = async (client: Client, contractId: string) =>
  (await finish(client.contractFiles.verify({ contractId }))).result?.seal

const OTHER = {
  toDay: '2027-01-01',
  currency: 'THB',
  rate: 500,
  counterparty: 'Somebody',
  exclusive: null,
  title: 'X',
  law: 'Mars',
}

describe('a contract that is out or signed', () => {
  test('is not edited, pasted over or removed, by whatever way; its number and notes are', async () => {
    const { client, contracts, contract } = await aWhole()
    const { id } = contract
    for (const to of ['sent', 'signed'] as const) {
      await contracts.step({ id, to })
      const refusal = { code: 'contract.fixed', data: { title: 'Spring', state: to, field: 'fee' } }
      await expect(contracts.put({ id, fields: { fee: 1 } })).rejects.toMatchObject(refusal)
      await expect(client.records.put({ entity: 'contracts', id, fields: { fee: 1 } })).rejects.toMatchObject(refusal)
      for (const [field, value] of Object.entries(OTHER))
        await expect(client.records.put({ entity: 'contracts', id, fields: { [field]: value } })).rejects.toMatchObject(
          { code: 'contract.fixed', data: { field } },
        )
      const edit = { entity: 'contracts', id, fields: { fee: 1, note: `seen ${to}` } }
      expect(await client.edits.apply({ what: 'cell', list: 'contracts', edits: [edit] })).toMatchObject({
        changed: 1,
        refused: [{ field: 'fee', reason: 'agreed' }],
      })
      await expect(contracts.remove({ id })).rejects.toMatchObject({ code: 'contract.fixed' })
      await expect(client.records.remove({ entity: 'contracts', id })).rejects.toMatchObject({ code: 'contract.fixed' })
      await contracts.put({ id, fields: { number: `K-${to}` } })
      expect(await contracts.get({ id })).toMatchObject({ fee: 90_000, note: `seen ${to}`, number: `K-${to}` })
    }
    expect(await sealOf(client, id)).toBe('whole')
  })

  test('is written again once it was taken back to a draft, and its next version is whole', async () => {
    const { client, contracts, contract } = await aWhole()
    const { id } = contract
    for (const to of ['sent', 'draft'] as const) await contracts.step({ id, to })
    await contracts.put({ id, fields: { fee: 80_000 } })
    const { versions } = await contracts.step({ id, to: 'sent' })
    expect(versions.map(({ version }) => version)).toEqual([1, 2])
    await contracts.step({ id, to: 'signed' })
    expect((await client.contractFiles.get({ contractId: id })).changed).toEqual([])
    expect(await sealOf(client, id)).toBe('whole')
  })
})

describe('a colleague who writes offline while it is signed', () => {
  test('breaks the seal at both, is told field by field, and is put back by one step', async () => {
    const [li, wang] = await colleagues('Li', 'Wang')
    if (!li || !wang) throw new Error('two are made')
    const { id } = await li.client.contracts.put({ fields: { ...WHOLE, ...(await parties(li.client)) } })
    await meet([li, wang])
    await li.client.contracts.step({ id, to: 'sent' })
    await li.client.contracts.step({ id, to: 'signed' })
    await wang.client.contracts.put({ id, fields: { fee: 120_000, toDay: '2026-12-31', note: 'asked for more' } })
    await meet([li, wang])
    for (const { client } of [li, wang]) {
      const { changed, state } = await client.contractFiles.get({ contractId: id })
      expect(state).toBe('signed')
      expect(changed.toSorted((a, b) => a.field.localeCompare(b.field))).toEqual([
        { field: 'fee', was: 90_000, is: 120_000 },
        { field: 'toDay', was: '2026-03-30', is: '2026-12-31' },
      ])
      expect(await sealOf(client, id)).toBe('broken')
      expect((await client.inbox.list({ levels: ['decision'] })).items).toMatchObject([
        { kind: 'changedTerms', entity: 'contracts', recordId: id, title: 'Spring' },
      ])
    }
    await wang.client.contracts.restoreTerms({ id })
    await meet([li, wang])
    for (const { client } of [li, wang]) {
      expect((await client.contractFiles.get({ contractId: id })).changed).toEqual([])
      expect(await sealOf(client, id)).toBe('whole')
      expect((await client.inbox.list({ levels: ['decision', 'hold'] })).items).toEqual([])
      expect(await client.contracts.get({ id })).toMatchObject({ fee: 90_000, toDay: '2026-03-30' })
    }
    expect((await digestsOf([li, wang])).size).toBe(1)
  }, 60_000)
})
