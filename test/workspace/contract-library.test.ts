/** Own clauses, templates and guards; who sees what of a contract; two who lay its text down apart. */

import { describe, expect, test } from 'vitest'

import { colleagues, meet } from '../support/colleagues'
import { aWhole, parties, WHOLE } from '../support/contracts'

describe('the library', () => {
  const clause = {
    topic: 'law',
    risk: 'low',
    title: { zh: '法律', en: 'Law' },
    text: { zh: '适用 {{law}} 法律。', en: 'The law of {{law}} applies.' },
  } as const

  test('takes own words for a clause, and gives the shipped ones back', async () => {
    const { contracts, contract } = await aWhole()
    expect(await contracts.putClause({ ...clause, key: 'law' })).toMatchObject({ origin: 'changed' })
    const version = await contracts.makeVersion({ id: contract.id })
    expect(version.body?.clauses.find(({ key }) => key === 'law')?.text.en).toBe('The law of Thailand applies.')
    await contracts.resetClause({ key: 'law' })
    expect((await contracts.clauses({})).find(({ key }) => key === 'law')).toMatchObject({ origin: 'shipped' })
    await expect(contracts.resetClause({ key: 'law' })).rejects.toMatchObject({ code: 'record.notFound' })
  })

  test('keeps own templates, and a new contract begins with the one it names', async () => {
    const { contracts, shopId, creatorId } = await aWhole()
    await contracts.putClause({ ...clause, key: 'house' })
    await contracts.putTemplate({ key: 'mine', name: 'House', kind: 'other', clauses: ['parties', 'house'] })
    const made = await contracts.put({
      fields: { shopId, creatorId, kind: 'other', title: 'X', templateKey: 'mine', fromDay: '2027-01-01' },
    })
    expect(made.clauses).toEqual([{ key: 'parties' }, { key: 'house' }])
    await contracts.putClause({ ...clause, key: 'house', archived: true })
    expect((await contracts.clauses({})).some(({ key }) => key === 'house')).toBe(false)
    await contracts.resetTemplate({ key: 'mine' })
    expect((await contracts.templates({})).map(({ key }) => key)).toEqual([
      'cpsSample',
      'flatFee',
      'guaranteed',
      'retainer',
    ])
  })

  test('says a clause in this contract’s own words without touching others', async () => {
    const { contracts, contract } = await aWhole()
    const text = { zh: '另议。', en: 'As agreed.' }
    const clauses = contract.clauses.map((one) => (one.key === 'adCodes' ? { ...one, text } : one))
    const changed = await contracts.put({ id: contract.id, fields: { clauses } })
    expect(changed.clauses.find(({ key }) => key === 'adCodes')).toEqual({ key: 'adCodes', text })
    const { clauses: shown } = await contracts.preview({ id: contract.id })
    expect(shown?.find(({ key }) => key === 'adCodes')).toMatchObject({
      reworded: true,
      text: { en: [{ kind: 'text', text: 'As agreed.' }] },
    })
  })
})

test('guards are the agency’s, a shop’s own before them, and go back to how they were', async () => {
  const { contracts, shopId, creatorId } = await aWhole()
  const rules = { sampleLimit: 5000, currency: 'USD', advances: true, exclusivity: true }
  await expect(contracts.putGuard({ key: 'default', rules: { ...rules, currency: null } })).rejects.toMatchObject({
    data: { field: 'currency' },
  })
  await contracts.putGuard({ key: 'default', rules })
  await contracts.putGuard({ key: shopId, rules: { ...rules, sampleLimit: 9000 } })
  expect((await contracts.guards({})).map(({ key, sampleLimit }) => [key, sampleLimit])).toEqual([
    ['default', 5000],
    [shopId, 9000],
  ])
  const subject = { guard: 'sample', shopId, creatorId, amount: 8000, currency: 'USD' } as const
  expect(await contracts.check({ subject })).toEqual([])
  await contracts.resetGuard({ key: shopId })
  expect(await contracts.check({ subject })).toMatchObject([{ guard: 'sample', reason: 'unsigned', canOverride: true }])
})

test('who sees no costs sees no words and no sums of a contract', async () => {
  const { contracts, contract, client } = await aWhole()
  const version = await contracts.makeVersion({ id: contract.id })
  await client.people.put({ name: 'Boss', role: 'owner' })
  await client.people.put({ name: 'Lin', role: 'ops' })
  expect(await contracts.get({ id: contract.id })).toMatchObject({ fee: null, total: null, title: 'Spring' })
  expect(await contracts.preview({ id: contract.id })).toMatchObject({ clauses: null })
  expect(await contracts.version({ id: version.id })).toMatchObject({ body: null, sha256: version.sha256 })
  expect(await client.records.get({ entity: 'contractVersions', id: version.id })).toMatchObject({ body: null })
})

test('two colleagues who lay the text down apart keep both versions, in one order', async () => {
  const [li, wang] = await colleagues('Li', 'Wang')
  if (!li || !wang) throw new Error('two are made')
  const of = await parties(li.client)
  const { id } = await li.client.contracts.put({ fields: { ...WHOLE, ...of } })
  await meet([li, wang])
  await li.client.contracts.makeVersion({ id })
  await wang.client.contracts.put({ id, fields: { fee: 70_000 } })
  await wang.client.contracts.makeVersion({ id })
  await meet([li, wang])
  const heads = await Promise.all([li, wang].map(({ client }) => client.contracts.get({ id })))
  expect(heads[0]?.versions.map(({ version, person }) => `${version} ${person}`)).toEqual(['1 Li', '1 Wang'])
  expect(heads[1]?.versions).toEqual(heads[0]?.versions)
  const next = await li.client.contracts.makeVersion({ id, note: 'together' })
  expect([1, 2]).toContain(next.version)
}, 60_000)
