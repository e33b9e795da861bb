/** A workspace in which everything that any role hides stands somewhere, and all that can be asked or written of it. */

import fs from 'node:fs'
import path from 'node:path'

import { putRecord } from '../../db/repositories/records'
import { COST_KINDS } from '../../shared/contract/costs'
import { contract } from '../../shared/contract/index'
import { SAMPLE_REPORT_KEYS } from '../../shared/contract/sample-costs'
import { BUDGET_PARTS } from '../../shared/domain/budget-guard'
import type { Mask, Role } from '../../shared/domain/roles'
import { z } from '../../shared/schema'
import { randomId } from '../../shared/sync/ids'
import type { ColumnKind } from '../../shared/sync/columns'
import { columnsOf, ENTITY_LIST } from '../../shared/sync/registry'
import { starboard } from '../cli/support'
import { pdfText, pdfTool } from './pdf-reader'
import { type Client, finish, newWorkspace, NOON, type TestWorkspace } from './workspace'

/** Values that stand nowhere else: a text, and amounts of nine digits. */
interface Secret {
  readonly mask: Mask
  readonly said: string
}

export interface Filled extends TestWorkspace {
  readonly secrets: readonly Secret[]
  readonly ids: readonly { readonly entity: string; readonly id: string }[]
  readonly shop: string
}

/** Some value of each kind that a record cannot do without. */
const ANY: Partial<Readonly<Record<ColumnKind, string | number>>> = {
  text: 'any',
  day: '2026-01-10',
  instant: NOON,
  integer: 1,
  json: '{}',
}

/** A workspace in which every field that any role hides has a value of its own. */
export async function filled(seed: number): Promise<Filled> {
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
        campaignId: ids.find((one) => one.entity === 'campaigns')?.id ?? '',
      }
      const fields: Record<string, string | number> = Object.fromEntries(
        columnsOf(entity).flatMap(({ field, kind, required, values, references }) => {
          // What it belongs to and is called is not what is hidden.
          const any =
            references === undefined ? ANY[kind] : (ids.find((one) => one.entity === references)?.id ?? creator)
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
  await sampled(workspace.client, ids, secrets)
  return { ...workspace, secrets, ids, shop }
}

/** Of the samples one is packed, and another one waits for an answer: lists of both have their own ways to be read. */
async function sampled(client: Client, ids: { readonly entity: string; readonly id: string }[], secrets: Secret[]) {
  const packed = ids.find(({ entity }) => entity === 'samples')?.id ?? ''
  await client.samples.step({ ids: [packed], to: 'packed', through: true })
  const { shopId, creatorId, productId } = await client.samples.get({ id: packed })
  const said = (mask: Mask, word: string) => {
    secrets.push({ mask, said: word })
    return word
  }
  const fields = {
    recipient: said('contact', 'waits-recipient'),
    phone: said('contact', 'waits-5550134'),
    address: said('address', 'waits-street'),
  }
  ids.push({
    entity: 'samples',
    id: (await client.samples.put({ fields: { ...fields, shopId, creatorId, productId } })).id,
  })
}

const WRITES =
  /^(?:put|add|update|remove|create|open|close|join|rename|set|run|import|export|apply|undo|redo|merge|unmerge|decide|seen|step|move|log|claim|release|done|snooze|start|save|backup|back|restore|forget|name|trust|caught|fill|watch|listen|erase|verify|record|mark|new|attach|delete|archive|enter|keep|send|approve|decline|cancel|wait|take|bring|reset|scan|pay|recoup|reverse|recover|end|from)/u

type Ask = (input: unknown) => Promise<unknown>

interface Reader {
  readonly name: string
  readonly ask: Ask
  readonly schema: z.core.$ZodType | undefined
}

/** Every procedure that only reads, by name, with what may be asked of it; some features have parts of their own. */
export function readers(client: Client): Reader[] {
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

/** What may be asked by the name of an input; of several the first that fits, and each other one that does once. */
function asked({ ids, shop }: Filled, hasDays: boolean): Readonly<Record<string, readonly unknown[]>> {
  const all = ids.map(({ id }) => id)
  const first = (entity: string) => ids.flatMap((one) => (one.entity === entity ? [one.id] : [])).slice(0, 1)
  return {
    by: [['shop', 'day', 'creator'], ...SAMPLE_REPORT_KEYS, 'due', 'state'],
    column: ['later', 'packed'],
    offset: [0],
    kinds: [COST_KINDS],
    part: BUDGET_PARTS,
    shopId: [shop],
    shopIds: [[shop]],
    creators: [all],
    ids: [all],
    creatorIds: [all],
    campaignId: first('campaigns'),
    sampleId: first('samples'),
    productId: ['17'],
    month: ['2026-01'],
    day: ['2026-01-10'],
    about: ['question'],
    text: ['linh 9400111899223100001234'],
    market: ['US'],
    currency: ['USD'],
    stage: ['contacted'],
    zone: ['UTC'],
    language: ['en'],
    // A file's path elsewhere.
    ...(hasDays && { from: ['2026-01-01'], to: ['2026-01-31'] }),
  }
}

/** Inputs for a schema: its ids and entities are those of the workspace, all else what its defaults say. */
export function inputsFor(schema: z.core.$ZodType | undefined, workspace: Filled): unknown[] {
  if (!(schema instanceof z.ZodObject)) return [{}]
  const { shape } = schema
  const keys = Object.keys(shape)
  const fitting = Object.entries(asked(workspace, keys.includes('from'))).flatMap(([key, values]) => {
    const type = shape[key]
    const fit = type === undefined ? [] : values.filter((value) => z.safeParse(type, value).success)
    return fit.length === 0 ? [] : [[key, fit] as const]
  })
  const base = Object.fromEntries(fitting.map(([key, [value]]) => [key, value]))
  const others = fitting.flatMap(([key, values]) => values.slice(1).map((value) => ({ ...base, [key]: value })))
  const named = workspace.ids.map(({ entity, id }) => ({ entity, id, recordId: id, creatorId: id, contractId: id }))
  const inputs = named.map((one) => ({
    ...base,
    ...Object.fromEntries(Object.entries(one).filter(([k]) => keys.includes(k))),
  }))
  const one = keys.some((key) => ['entity', 'id', 'recordId', 'creatorId', 'contractId'].includes(key)) ? inputs : []
  return [base, ...others, ...one].filter((input) => z.safeParse(schema, input).success)
}

export async function answerOf(ask: Ask, input: unknown): Promise<string> {
  try {
    const answer = await ask(input)
    const isJob = typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer
    return JSON.stringify(isJob ? await finish(answer as never) : answer)
  } catch (error) {
    // A refusal may not tell either.
    return String(error)
  }
}

/** Everything that can be written of samples, as text: the ledger, paper for packing, the proof, one person's data, reports. */
export async function written(workspace: Filled, name: string): Promise<string[]> {
  const { client, folder, ids, shop } = workspace
  const place = (file: string) => path.join(folder, `${name}-${file}`)
  const first = (entity: string) => ids.find((one) => one.entity === entity)?.id ?? ''
  const sampleId = first('samples')
  await client.sampleFiles.ledger({ to: place('ledger.csv'), format: 'csv' })
  const papers: string[] = []
  for (const what of ['pickList', 'labels'] as const) {
    papers.push((await client.sampleFiles.print({ what, language: 'en', to: place(`${what}.pdf`) })).file)
  }
  const pack = { sampleId, denial: 'neverReceived' as const, to: place('pack.pdf') }
  papers.push((await finish(client.sampleProof.pack(pack))).result.file)
  const person = await client.creators.exportPerson({ id: first('creators'), folder })
  const connect = () => Promise.resolve({ client, close: () => Promise.resolve() })
  const reports: string[] = []
  for (const format of [['--json'], ['--format', 'csv'], []])
    reports.push((await starboard(['report', 'samples', '--by', 'creator', ...format], { connect })).out)
  const tables = await Promise.all(
    SAMPLE_REPORT_KEYS.map((by) => client.sampleCosts.rows({ by, shops: [shop] }).then(JSON.stringify)),
  )
  return [
    fs.readFileSync(place('ledger.csv'), 'utf8'),
    ...papers.map((file) => (pdfTool('pdftotext') ? pdfText(file) : '')),
    ...person.files.map((file) => fs.readFileSync(file, 'utf8')),
    ...reports,
    ...tables,
  ]
}

export async function become(workspace: Filled, role: Role): Promise<void> {
  workspace.context.me.rename({ person: 'Boss', computer: 'desk' })
  await workspace.client.people.put({ name: 'Lin', role })
  workspace.context.me.rename({ person: 'Lin', computer: 'desk' })
}
