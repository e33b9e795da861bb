import fs from 'node:fs'
import path from 'node:path'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { HIDDEN, MASKS, type Role, ROLES } from '../../shared/domain/roles'
import { ENTITIES } from '../../shared/sync/registry'
import { answerOf, become, filled, inputsFor, readers, written } from '../support/roles'
import { newWorkspace } from '../support/workspace'

/** What needs a file or another thing that this workspace has not, writes, or is tried below (`FILES`). */
const NOT_ASKED =
  `rates.paste rates.lockMonth rates.restate imports.inspect imports.preview creators.counts creators.reveal contractFiles.signHere contractFiles.evidence
  sync.outgoing sync.preview
  views.reorder metrics.trend metrics.byCategory outreach.batches.plan outreach.batches.block quotes.pdf quotes.sent audit.changes
  claimSheets.copy platformLists.ofContent campaigns.previewRate briefs.pdf sampleRequests.dryRun sampleFiles.template
  sampleFiles.ledger sampleFiles.print sampleProof.pack content.judge content.give content.checks content.check reviews.judge
  reviews.publish reviews.play periods.reopen contracts.waive contracts.check statements.make statements.say statements.compare statements.checkDispute
  settlement.tag income.lines cash.advice cash.lines payables.ofCost`.split(/\s+/u)

describe('what a role hides', () => {
  test('is asked of everything that can be asked', async () => {
    const workspace = await filled(5)
    const missed = readers(workspace.client).flatMap(({ name, schema }) =>
      inputsFor(schema, workspace).length === 0 ? [name] : [],
    )
    expect(missed).toEqual(NOT_ASKED)
  }, 30_000)

  test('appears in no answer, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ROLES), fc.nat(), async (role, seed) => {
        const workspace = await filled(seed)
        await become(workspace, role)
        const hidden = workspace.secrets.filter(({ mask }) => HIDDEN[role].includes(mask))
        let asked = 0
        for (const { name, ask, schema } of readers(workspace.client)) {
          for (const input of inputsFor(schema, workspace)) {
            const answer = await answerOf(ask, input)
            asked += 1
            for (const { said } of hidden) if (answer.includes(said)) throw new Error(`${name} tells ${role} ${said}`)
          }
        }
        expect(asked).toBeGreaterThan(60)
      }),
      { numRuns: ROLES.length * 2, seed: 20_260_115 },
    )
  }, 120_000)

  test('is on no paper and in no table that is written of samples, nor in what the command line reports', async () => {
    const workspace = await filled(6)
    // Only what was sent is in the report.
    const waiting = workspace.ids.at(-1)?.id ?? ''
    await workspace.client.samples.step({ ids: [waiting], to: 'shipped', through: true })
    const told = async (role: Role): Promise<ReadonlySet<string>> => {
      await become(workspace, role)
      const { rows, total } = await workspace.client.sampleCosts.report({ by: 'creator' })
      const isHidden = HIDDEN[role].includes('cost')
      const hides = new Set([...rows, total].map((row) => row.sampleCost === null))
      expect([role, rows.length > 0, hides]).toEqual([role, true, new Set([isHidden])])
      const text = (await written(workspace, role)).join('\n').replaceAll(/(?<=\d)[,.](?=\d)/gu, '')
      return new Set(workspace.secrets.flatMap(({ said }) => (text.includes(said) ? [said] : [])))
    }
    // What is written can tell: the search below finds what is there.
    const all = await told('owner')
    expect(
      [...MASKS].filter((mask) => workspace.secrets.some((one) => one.mask === mask && all.has(one.said))),
    ).toEqual(expect.arrayContaining(['contact', 'address', 'cost']))
    for (const role of ROLES) {
      const seen = await told(role)
      const hidden = workspace.secrets.filter(({ mask }) => HIDDEN[role].includes(mask))
      expect([role, hidden.filter(({ said }) => seen.has(said))]).toEqual([role, []])
    }
  }, 120_000)

  test('an owner sees all of it: the search above finds what is there', async () => {
    const workspace = await filled(1)
    const found = new Set<string>()
    for (const { ask, schema } of readers(workspace.client))
      for (const input of inputsFor(schema, workspace)) {
        const answer = await answerOf(ask, input)
        for (const { said } of workspace.secrets) if (answer.includes(said)) found.add(said)
      }
    expect(workspace.secrets.map(({ said }) => said).filter((said) => !found.has(said))).toEqual([])
    expect(new Set(workspace.secrets.map(({ mask }) => mask))).toEqual(new Set(MASKS))
  }, 60_000)

  test.each(['csv', 'json'] as const)('is in no file that is written, %s', async (format) => {
    const workspace = await filled(2)
    await become(workspace, 'client')
    for (const entity of Object.keys(ENTITIES)) {
      const to = path.join(workspace.folder, `${entity}.${format}`)
      await workspace.client.records.export({ entity, format, to })
      const text = fs.readFileSync(to, 'utf8')
      expect(workspace.secrets.filter(({ said }) => text.includes(said))).toEqual([])
    }
  })

  test('is not changed by who does not see it, and nothing of the step is kept', async () => {
    const workspace = await filled(3)
    const creator = workspace.ids.find(({ entity }) => entity === 'creators')!.id
    await become(workspace, 'reviewer')
    const edit = workspace.client.creators.put({ id: creator, fields: { displayName: 'Linh', phone: '555' } })
    await expect(edit).rejects.toMatchObject({ code: 'role.hidden', data: { entity: 'creators', field: 'phone' } })
    expect(await workspace.client.creators.get({ id: creator })).toMatchObject({ displayName: null, phone: null })
  })

  test('sorts nothing: the order of rows would tell of it', async () => {
    const workspace = await filled(4)
    const order = async (column: string) =>
      (await workspace.client.roi.table({ by: ['shop'], sort: { column, descending: true } })).rows.map(
        ({ ids }) => ids,
      )
    await workspace.client.shops.add({ name: 'Second', market: 'US' })
    await become(workspace, 'client')
    expect(await order('contribution')).toEqual(await order('gmv'))
  })
})

describe('roles', () => {
  test('while nobody has one, everybody is an owner; who gives the first is an owner from then on', async () => {
    const { client } = await newWorkspace()
    expect(await client.people.me({})).toMatchObject({ role: 'owner', inUse: false, mayAssign: true, hidden: [] })
    await client.people.put({ name: 'Mei', role: 'ops' })
    expect((await client.people.list({})).people).toMatchObject([
      { name: 'Lin', role: 'owner', self: true },
      { name: 'Mei', role: 'ops', self: false },
    ])
  })

  test('who is not named has everybody’s role, and gives none', async () => {
    const { client, context } = await newWorkspace()
    await client.people.put({ name: 'Mei', role: 'ops' })
    await client.people.put({ name: '*', role: 'reviewer' })
    context.me.rename({ person: 'Wang', computer: 'desk' })
    expect(await client.people.me({})).toMatchObject({ role: 'reviewer', mayAssign: false })
    await expect(client.people.put({ name: 'Wang', role: 'owner' })).rejects.toMatchObject({ code: 'role.notAllowed' })
  })

  test('the last owner stays one', async () => {
    const { client } = await newWorkspace()
    await client.people.put({ name: 'Mei', role: 'ops' })
    await expect(client.people.put({ name: 'Lin', role: 'bd' })).rejects.toMatchObject({
      code: 'record.invalid',
      data: { field: 'role', reason: 'lastOwner' },
    })
  })
})
