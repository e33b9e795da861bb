import fs from 'node:fs'
import path from 'node:path'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { putRecord } from '../../db/repositories/records'
import { contract } from '../../shared/contract/index'
import { HIDDEN, type Mask, MASKS, type Role, ROLES } from '../../shared/domain/roles'
import { z } from '../../shared/schema'
import { randomId } from '../../shared/sync/ids'
import { columnsOf, ENTITIES, ENTITY_LIST } from '../../shared/sync/registry'
import { type Client, finish, newWorkspace, NOON, type TestWorkspace } from '../support/workspace'

/** Values that stand nowhere else: a text, and amounts of nine digits. */
interface Secret {
  readonly mask: Mask
  readonly said: string
}

interface Filled extends TestWorkspace {
  readonly secrets: readonly Secret[]
  readonly ids: readonly { readonly entity: string; readonly id: string }[]
  readonly shop: string
}

/** A workspace in which every field that any role hides has a value of its own. */
async function filled(seed: number): Promise<Filled> {
  const workspace = await newWorkspace()
  const { client, context } = workspace
  const shop = (await client.shops.add({ name: 'Glow', market: 'US' })).id
  const creator = String((await client.records.put({ entity: 'creators', fields: { handle: 'linh' } }))['id'])
  const secrets: Secret[] = []
  const ids: { entity: string; id: string }[] = [
    { entity: 'shops', id: shop },
    { entity: 'creators', id: creator },
  ]
  let amount = 712_000_001 + (seed % 1000) * 1009
  await context.host.current().workspace.commit({ author: 'Lin', label: 'test.fill' }, (tx) => {
    for (const entity of ENTITY_LIST) {
      const hiding = columnsOf(entity).filter(({ mask }) => mask !== undefined)
      if (hiding.length === 0) continue
      const needed: Record<string, string | number> = {
        name: 'n',
        shopId: shop,
        creatorId: creator,
        productId: '17',
        currency: 'USD',
        kind: 'fee',
        handle: 'mai',
        day: '2026-01-10',
        fromDay: '2026-01-10',
        amount: 1,
        unitCost: 1,
        quantity: 1,
        person: 'Lin',
        month: '2026-01',
      }
      const fields: Record<string, string | number> = Object.fromEntries(
        columnsOf(entity).flatMap(({ field, kind, required, values, references }) => {
          // What it belongs to and is called is not what is hidden.
          const any = references === undefined ? (kind === 'text' ? 'any' : undefined) : creator
          const value = values?.[0] ?? needed[field] ?? any
          return required === true && value !== undefined ? [[field, value]] : []
        }),
      )
      for (const { field, kind, mask = 'cost' } of hiding) {
        amount += 104_729
        const value = kind === 'money' ? amount : kind === 'json' ? `["secret-${amount}"]` : `secret-${amount}`
        fields[field] = value
        secrets.push({ mask, said: String(amount) })
      }
      // Who writes one of these names it.
      const given = entity.id.rule === 'given' ? randomId(NOON, new Uint8Array(10).fill(amount % 251)) : null
      ids.push({ entity: entity.name, id: putRecord(tx, entity.name, given, fields, NOON).id })
    }
  })
  return { ...workspace, secrets, ids, shop }
}

const WRITES =
  /^(?:put|add|update|remove|create|open|close|join|rename|set|run|import|export|apply|undo|redo|merge|unmerge|decide|seen|step|move|log|claim|release|done|snooze|start|save|backup|back|restore|forget|name|trust|caught|fill|watch|listen|erase|verify|record|mark|new|attach|delete|archive|enter|keep|send)/u

type Ask = (input: unknown) => Promise<unknown>

interface Reader {
  readonly name: string
  readonly ask: Ask
  readonly schema: z.core.$ZodType | undefined
}

/** Every procedure that only reads, by name, with what may be asked of it; some features have parts of their own. */
function readers(client: Client): Reader[] {
  return Object.entries(contract).flatMap(([feature, procedures]) =>
    readersOf(feature, procedures, Reflect.get(client, feature) as object),
  )
}

function readersOf(path: string, procedures: object, caller: object): Reader[] {
  return Object.entries(procedures).flatMap(([verb, procedure]: [string, object]) => {
    const name = `${path}.${verb}`
    const part: unknown = Reflect.get(caller, verb)
    if (!('~orpc' in procedure)) return readersOf(name, procedure, part as object)
    const definition = procedure as { '~orpc': { inputSchema?: z.core.$ZodType } }
    return WRITES.test(verb) ? [] : [{ name, ask: part as Ask, schema: definition['~orpc'].inputSchema }]
  })
}

/** Inputs for a schema: its ids and entities are those of the workspace, all else what its defaults say. */
function inputsFor(schema: z.core.$ZodType | undefined, { ids, shop }: Filled): unknown[] {
  if (!(schema instanceof z.ZodObject)) return [{}]
  const keys = Object.keys(schema.shape)
  const common = { by: ['shop', 'day', 'creator'], shopId: shop, shopIds: [shop], creators: ids.map(({ id }) => id) }
  const base = Object.fromEntries(Object.entries(common).filter(([key]) => keys.includes(key)))
  const named = ids.map(({ entity, id }) => ({ entity, id, recordId: id, creatorId: id }))
  const inputs = named.map((one) => ({
    ...base,
    ...Object.fromEntries(Object.entries(one).filter(([k]) => keys.includes(k))),
  }))
  return [base, ...inputs].filter((input) => z.safeParse(schema, input).success)
}

async function answerOf(ask: Ask, input: unknown): Promise<string> {
  try {
    const answer = await ask(input)
    const isJob = typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer
    return JSON.stringify(isJob ? await finish(answer as never) : answer)
  } catch (error) {
    // A refusal may not tell either.
    return String(error)
  }
}

async function become(workspace: Filled, role: Role): Promise<void> {
  workspace.context.me.rename({ person: 'Boss', computer: 'desk' })
  await workspace.client.people.put({ name: 'Lin', role })
  workspace.context.me.rename({ person: 'Lin', computer: 'desk' })
}

describe('what a role hides', () => {
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
