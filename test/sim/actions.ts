/** What people do, each thing through the program's contract, as a window would ask for it. */

import fs from 'node:fs'
import path from 'node:path'

import { PAYMENT_STATES } from '../../shared/domain/payments'
import { finish } from '../support/workspace'
import { open, send } from './parcels'
import { fillDisk, openFile, type Person, restart } from './person'
import { DAY, HOUR } from './replicator'
import { SAMPLE_ACTIONS, SAMPLE_WEIGHTS } from './sample-actions'
import { attempt, count, exchange, HANDLES, markDecided, type World, writeOrders } from './world'

type Action = (world: World, person: Person) => Promise<void>

const EDIT_REFUSED = [
  'shop.notFound',
  'sync.undecided',
  'record.notFound',
  'record.inUse',
  'record.invalid',
  'record.onHold',
]
const WORDS = ['sent sample', '待回复', 'likes serums', 'call after 6pm', '合作意向较高', 'no reply']

const noted = (world: World): string => `${world.random.pick(WORDS)} ${world.random.below(40)}`

/** Puts one or two fields of a creator whom everybody knows, or adds one. */
const editCreator: Action = async (world, person) => {
  const { random } = world
  const handle = random.pick(HANDLES)
  const fields: Record<string, string | null> = {}
  for (let i = random.between(1, 2); i > 0; i--) {
    const field = random.pick(['displayName', 'market', 'remark', 'phone', 'email'])
    if (field === 'remark') fields[field] = `${noted(world)}\n${noted(world)}\n${random.pick(WORDS)}`
    else fields[field] = random.chance(0.1) ? null : `${field} ${random.below(5)}`
  }
  await attempt(world, person, 'edits a creator', EDIT_REFUSED, () =>
    person.client.records.put({ entity: 'creators', fields: { handle, ...fields } }),
  )
}

const costIds = async ({ client }: Person): Promise<readonly string[]> =>
  (await client.costs.list({ limit: 100 })).rows.map(({ id }) => id)

const editCost: Action = async (world, person) => {
  const { random } = world
  const ids = await costIds(person)
  const id = ids.length > 0 && random.chance(0.7) ? random.pick(ids) : undefined
  const fields = {
    shopId: world.shopId,
    kind: random.pick(['fee', 'sample', 'ads'] as const),
    amount: random.between(1, 20) * 500,
    currency: 'USD',
    day: `2026-01-${String(random.between(1, 28)).padStart(2, '0')}`,
    creatorHandle: random.pick(HANDLES),
    note: noted(world),
  }
  await attempt(world, person, 'writes a cost', EDIT_REFUSED, () =>
    person.client.costs.put({ ...(id !== undefined && { id }), fields }),
  )
}

const removeCost: Action = async (world, person) => {
  const ids = await costIds(person)
  if (ids.length === 0) return
  const id = world.random.pick(ids)
  await attempt(world, person, 'deletes a cost', EDIT_REFUSED, () => person.client.costs.remove({ id }))
}

const stepCost: Action = async (world, person) => {
  const ids = await costIds(person)
  if (ids.length === 0) return
  const [id, to] = [world.random.pick(ids), world.random.pick(PAYMENT_STATES)]
  await attempt(world, person, 'moves a payment on', [...EDIT_REFUSED, 'record.illegalStep'], () =>
    person.client.costs.step({ id, to, reason: 'sim' }),
  )
}

const undo: Action = async (world, person) => {
  const direction = world.random.pick(['undo', 'undo', 'redo'] as const)
  await attempt(
    world,
    person,
    direction,
    ['undo.nothing', 'undo.changedSince', 'sync.undecided', 'record.onHold'],
    async () => {
      await person.client.history[direction]({})
      markDecided(world, person)
    },
  )
}

const decide: Action = async (world, person) => {
  const { items } = await person.client.inbox.list({ levels: ['decision', 'hold'] })
  if (items.length === 0) return
  const item = world.random.pick(items)
  const candidate = world.random.pick(item.candidates)
  await attempt(
    world,
    person,
    'decides',
    ['sync.stale', 'record.onHold', 'record.notFound', 'record.illegalStep'],
    async () => {
      await person.client.inbox.decide({
        decisions: [{ item: item.id, choice: { how: 'keep', write: candidate.write } }],
      })
      markDecided(world, person)
    },
  )
}

const mergeCreators: Action = async (world, person) => {
  const { rows } = await person.client.creators.list({ limit: 50 })
  if (rows.length < 2) return
  const [loser, winner] = [world.random.pick(rows).id, world.random.pick(rows).id]
  if (loser === winner) return
  const may = [...EDIT_REFUSED, 'input.invalid']
  if (world.random.chance(0.3))
    await attempt(world, person, 'takes a merge back', may, () => person.client.creators.unmerge({ loser }))
  else await attempt(world, person, 'merges two creators', may, () => person.client.creators.merge({ loser, winner }))
}

const importOrders: Action = async (world, person) => {
  const file = await writeOrders(world, person, world.random.between(3, 30))
  await importFile(world, person, file)
}

export async function importFile(
  world: World,
  person: Person,
  { path: file, lines }: Awaited<ReturnType<typeof writeOrders>>,
): Promise<void> {
  const done = await attempt(world, person, 'imports a file', ['import.busy', 'shop.notFound'], () =>
    finish(person.client.imports.run({ path: file, shopId: world.shopId })),
  )
  const batchId = done?.result.batchId ?? null
  if (batchId === null) return
  count(world, 'lines imported', lines.length)
  const modifiedAt = fs.statSync(file).mtimeMs
  world.imported.set(batchId, { batchId, kind: 'affiliateOrders', modifiedAt, lines })
}

const retract: Action = async (world, person) => {
  const batches = await person.client.imports.list({})
  if (batches.length === 0) return
  const { id, live } = world.random.pick(batches)
  const may = ['shop.notFound', 'import.notFound', 'undo.changedSince', 'import.busy', 'sync.undecided']
  await attempt(world, person, live ? 'takes an import back' : 'brings an import back', may, () =>
    finish(person.client.imports[live ? 'undo' : 'redo']({ batchId: id })),
  )
}

const attach: Action = async (world, person) => {
  const ids = await costIds(person)
  if (ids.length === 0) return
  const file = path.join(person.home, `receipt-${world.diary.length}.txt`)
  fs.writeFileSync(file, world.random.bytes(world.random.between(0, 5000)))
  const recordId = world.random.pick(ids)
  await attempt(world, person, 'attaches a file', ['record.notFound'], () =>
    finish(person.client.attachments.add({ entity: 'costLines', recordId, path: file })),
  )
}

const travel: Action = async (world, person) => {
  person.awayUntil = world.now + world.random.between(1, 9) * DAY
  world.diary.push(`  ${person.name} travels`)
  count(world, 'travels')
}

const backUp: Action = async (world, person) => {
  const to = path.join(person.home, `copy-${world.diary.length}.starboard`)
  const made = await attempt(world, person, 'makes a backup', [], () => finish(person.client.workspace.backup({ to })))
  if (made !== null) person.backup = to
}

const restore: Action = async (world, person) => {
  if (person.backup === null) return
  const { backup } = person
  await attempt(world, person, 'puts a backup in place', [], () => restart(person, backup))
}

const startAgain: Action = async (world, person) => {
  await attempt(world, person, 'starts the program again', [], () => restart(person))
}

/** Copies the file to a second laptop, where the same person goes on with it while the first is used too. */
const copyToLaptop: Action = async (world, person) => {
  const { spare } = world
  if (spare === null || person.diskFull) return
  world.spare = null
  person.context.host.close()
  fs.copyFileSync(person.file, spare.file)
  await openFile(person)
  await attempt(world, person, 'copies the file to a second laptop', [], async () => {
    await openFile(spare)
    for (const { path: folder } of (await spare.client.sync.status({})).folders)
      await spare.client.sync.forgetFolder({ folder })
  })
  world.people.push(spare)
  await attempt(world, spare, 'uses the folder', ['sync.folderUnavailable'], () =>
    spare.client.sync.addFolder({ folder: spare.folder }),
  )
}

const setClock: Action = async (world, person) => {
  person.off = world.random.chance(0.4) ? 0 : world.random.between(-400, 400) * DAY
  world.diary.push(`  ${person.name}'s clock is ${person.off / DAY} days off`)
  count(world, 'clocks set')
}

const disk: Action = async (world, person) => {
  fillDisk(person, !person.diskFull)
  world.diary.push(`  ${person.name}'s disk is ${person.diskFull ? 'full' : 'free'}`)
  count(world, 'disks filled', person.diskFull ? 1 : 0)
}

const ACTIONS = {
  ...SAMPLE_ACTIONS,
  editCreator,
  editCost,
  removeCost,
  stepCost,
  undo,
  decide,
  mergeCreators,
  importOrders,
  retract,
  attach,
  send,
  open,
  exchange: async (world: World, person: Person) => void (await exchange(world, person)),
  travel,
  backUp,
  restore,
  startAgain,
  copyToLaptop,
  setClock,
  disk,
} satisfies Record<string, Action>

const WEIGHTS: Readonly<Record<keyof typeof ACTIONS, number>> = {
  ...SAMPLE_WEIGHTS,
  editCreator: 20,
  editCost: 16,
  removeCost: 3,
  stepCost: 8,
  undo: 4,
  decide: 6,
  mergeCreators: 3,
  importOrders: 3,
  retract: 2,
  attach: 3,
  send: 4,
  open: 6,
  exchange: 24,
  travel: 2,
  backUp: 2,
  restore: 2,
  startAgain: 2,
  copyToLaptop: 0.5,
  setClock: 2,
  disk: 1,
}

/** Somebody does something. Travellers do not reach the folder. */
export async function act(world: World): Promise<void> {
  const { random } = world
  world.now += random.below(6 * HOUR)
  world.replicator.run(world.now)
  const person = random.pick(world.people)
  const action = random.weighted(WEIGHTS)
  if (action === 'exchange' && person.awayUntil > world.now) return
  await ACTIONS[action](world, person)
}
