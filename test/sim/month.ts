/**
 * A month of three people who share a folder, are away for days, send each other packages, and have what goes wrong in a
 * month go wrong once: a backup is restored, a clock is 400 days fast, two disks fill up, packages are lost.
 */

import fs from 'node:fs'
import path from 'node:path'

import { finish } from '../support/workspace'
import { importFile } from './actions'
import { type Audit, calmDown, checkWorld } from './check'
import { fillDisk, type Person, restart, workspaceOf } from './person'
import { seeded, withSeededSystem } from './random'
import { DAY, HABITS, HOUR } from './replicator'
import { attempt, checkHeight, closeWorld, count, createWorld, exchange, type World, writeOrders } from './world'

export interface Month extends Audit {
  readonly edits: number
  readonly lines: number
  readonly attachments: number
  readonly files: number
  readonly bytes: number
  /** Questions that came up, whether or not somebody answered them, for each 200 edits. */
  readonly questionsPer200Edits: number
  readonly workspaceBytes: number
  readonly seconds: number
  readonly counts: Readonly<Record<string, number>>
}

const DAYS = 30
const EDITS = 200
const LINES = 30_000
const ATTACHMENTS = 40
const SHARED = 0.05

/** `scale` 1 is the month of a busy team; a twentieth of its edits, lines and files is enough to see it work. */
export async function playMonth(seed: number, scale: number): Promise<Month> {
  const random = seeded(seed)
  const start = performance.now()
  const habits = HABITS['everything']
  if (habits === undefined) throw new RangeError('no such habits')
  return withSeededSystem(random, async () => {
    const world = await createWorld({
      random,
      habits: { ...habits, delay: DAY },
      people: 3,
      passphrase: null,
      stranger: null,
    })
    try {
      const questions = new Set<string>()
      const plan = planOf(world)
      await sharedRecords(world)
      for (let day = 0; day < DAYS; day++) await playDay(world, day, scale, plan, questions)
      await calmDown(world)
      for (const person of world.people) await noteQuestions(person, questions)
      const audit = await checkWorld(world)
      const edits = world.counts['edits'] ?? 0
      const [first] = world.people
      return {
        ...audit,
        ...world.replicator.total(),
        edits,
        lines: world.counts['lines imported'] ?? 0,
        attachments: world.counts['attaches a file'] ?? 0,
        questionsPer200Edits: Math.round((questions.size / edits) * 200 * 100) / 100,
        workspaceBytes: first === undefined ? 0 : fs.statSync(first.file).size,
        seconds: Math.round((performance.now() - start) / 100) / 10,
        counts: world.counts,
      }
    } catch (error) {
      throw new Error(
        `month of seed ${seed}: ${error instanceof Error ? error.message : ''}\n${world.diary.slice(-40).join('\n')}`,
        {
          cause: error,
        },
      )
    } finally {
      closeWorld(world)
    }
  })
}

interface Plan {
  /** By person: the days on which they are away. */
  readonly trips: ReadonlyMap<string, readonly [from: number, to: number]>
  readonly packages: ReadonlySet<number>
}

function planOf({ random, people }: World): Plan {
  return {
    trips: new Map(
      people.map(({ name }) => {
        const from = random.between(2, 18)
        return [name, [from, from + random.between(3, 9)] as const]
      }),
    ),
    packages: new Set([1, 3, 6, 8, 11, 13, 15, 18, 20, 23, 25, 28]),
  }
}

/** What everybody works on: twenty creators and twenty costs. */
async function sharedRecords(world: World): Promise<void> {
  const [first] = world.people
  if (first === undefined) return
  for (let i = 0; i < 20; i++) {
    await first.client.records.put({
      entity: 'creators',
      fields: { handle: `shared.${i}`, displayName: `Shared ${i}` },
    })
    await first.client.costs.put({ fields: costFields(world, i) })
  }
}

function costFields({ shopId, random }: World, i: number) {
  return {
    shopId,
    kind: 'fee' as const,
    amount: random.between(1, 100) * 100,
    currency: 'USD',
    day: `2026-01-${String(1 + (i % 28)).padStart(2, '0')}`,
  }
}

async function playDay(world: World, day: number, scale: number, plan: Plan, questions: Set<string>): Promise<void> {
  const many = (full: number): number => Math.max(1, Math.round(full * scale))
  await mishaps(world, day)
  for (let part = 0; part < 4; part++) {
    for (const person of world.people) {
      for (let i = 0; i < many(EDITS / 4); i++) await edit(world, person)
      const trip = plan.trips.get(person.name)
      if (trip !== undefined && day >= trip[0] && day < trip[1]) continue
      await exchange(world, person)
      await noteQuestions(person, questions)
    }
    world.now += 6 * HOUR
    world.replicator.run(world.now)
  }
  for (let i = 0; i < 2; i++) {
    const person = world.random.pick(world.people)
    await importFile(world, person, await writeOrders(world, person, many(LINES)))
  }
  for (let i = 0; i < many(ATTACHMENTS); i++) await attach(world, world.random.pick(world.people))
  if (plan.packages.has(day)) await sendPackage(world, day)
  for (const person of world.people) checkHeight(world, person)
}

/** Mostly own records; one in twenty edits is of what everybody works on. */
async function edit(world: World, person: Person): Promise<void> {
  const { random } = world
  count(world, 'edits')
  const shared = random.chance(SHARED)
  const may = ['sync.undecided', 'record.notFound', 'record.onHold']
  if (random.chance(0.5)) {
    const handle = shared ? `shared.${random.below(20)}` : `${person.name.toLowerCase()}.${random.below(200)}`
    const field = random.pick(['displayName', 'market', 'remark', 'phone', 'email'])
    await attempt(world, person, 'edits a creator', may, () =>
      person.client.records.put({ entity: 'creators', fields: { handle, [field]: `${field} ${random.below(1000)}` } }),
    )
    return
  }
  const costs = (await person.client.costs.list({ limit: 200 })).rows
  const mine = costs.filter(({ staff }) => (shared ? staff === null : staff === person.name))
  const id = mine.length > (shared ? 0 : 100) ? random.pick(mine).id : undefined
  const fields = { ...costFields(world, random.below(28)), ...(shared ? {} : { staff: person.name }) }
  await attempt(world, person, 'writes a cost', may, () =>
    person.client.costs.put({ ...(id !== undefined && { id }), fields }),
  )
}

async function attach(world: World, person: Person): Promise<void> {
  const [cost] = (await person.client.costs.list({ limit: 20 })).rows
  if (cost === undefined) return
  const file = path.join(person.home, 'receipt.txt')
  fs.writeFileSync(file, world.random.bytes(world.random.between(100, 3000)))
  await attempt(world, person, 'attaches a file', ['record.notFound'], () =>
    finish(person.client.attachments.add({ entity: 'costLines', recordId: cost.id, path: file })),
  )
}

/** Two of twelve are lost, one comes twice. */
async function sendPackage(world: World, day: number): Promise<void> {
  const from = world.random.pick(world.people)
  const to = world.random.pick(world.people.filter((person) => person !== from))
  const file = path.join(world.root, `month-${day}.starpack`)
  const sent = await attempt(world, from, 'makes a package', ['sync.nothingToSend'], () =>
    finish(from.client.sync.export({ to: file, recipient: { to: 'everybody' }, plain: true })),
  )
  if (sent === null || day === 8 || day === 20) return
  for (let i = day === 13 ? 2 : 1; i > 0; i--)
    await attempt(world, to, 'opens a package', [], () => finish(to.client.sync.import({ file: sent.result.file })))
}

async function mishaps(world: World, day: number): Promise<void> {
  const [one, two, three] = world.people
  if (one === undefined || two === undefined || three === undefined) return
  if (day === 5) three.off = 400 * DAY
  if (day === 7) three.off = 0
  if (day === 9) {
    one.backup = path.join(one.home, 'tuesday.starboard')
    await finish(one.client.workspace.backup({ to: one.backup }))
  }
  if (day === 14) await restart(one, one.backup)
  if (day === 12 || day === 22) fillDisk(day === 12 ? two : three, true)
  if (day === 13 || day === 23) fillDisk(day === 13 ? two : three, false)
  if (day % 3 === 0) for (const person of world.people) await restart(person)
}

async function noteQuestions(person: Person, questions: Set<string>): Promise<void> {
  if (!workspaceOf(person).isOpen()) return
  const { items } = await person.client.inbox.list({ levels: ['decision'], limit: 500 })
  for (const { entity, recordId, field } of items) questions.add(`${entity} ${recordId} ${field}`)
}
