/** The world of one seed: its people, its time, and everything that happens in it, one thing after the other. */

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { writeOrderExport } from '../../electron/workspace/files/order-export'
import { finish } from '../support/workspace'
import type { Imported } from '../support/naive-totals'
import { createPerson, type Person, refusalCode, workspaceOf } from './person'
import type { Random } from './random'
import { createReplicator, DAY, type Habits, MINUTE, type Replicator } from './replicator'

/** A package on its way from one person to another. */
export interface Parcel {
  readonly from: string
  readonly file: string
  delivered: number
}

export interface World {
  readonly root: string
  readonly random: Random
  readonly people: Person[]
  /** A second laptop that nobody has used yet; null once somebody has. */
  spare: Person | null
  readonly replicator: Replicator
  readonly parcels: Parcel[]
  readonly shopId: string
  /** The workspace's file in the shared folder of whoever joins. */
  now: number
  /** Every file that somebody imported, by the import's id: its lines. */
  readonly imported: Map<string, Imported>
  readonly counts: Record<string, number>
  /** What happened, for a failing seed. */
  readonly diary: string[]
  /** Steps that may end a question, by `replica:seq`. */
  readonly decided: Set<string>
  /** How far everybody's copy is, to see that it never goes back. */
  readonly heights: Map<string, ReadonlyMap<string, number>>
  passphrase: string | null
  bugs: string[]
}

export const START = Date.UTC(2026, 0, 5, 8)
const base = fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir()

export interface WorldOptions {
  readonly random: Random
  readonly habits: Habits
  readonly people: number
  readonly passphrase: string | null
  readonly stranger: string | null
}

const NAMES = ['Ana', 'Bo', 'Chen', 'Dee', 'Eli', 'Fan']

/** A team that shares a folder: the first made the workspace, the others joined from it. */
export async function createWorld({ random, habits, people, passphrase, stranger }: WorldOptions): Promise<World> {
  const root = fs.mkdtempSync(path.join(base, 'starboard-sim-'))
  const bugs: string[] = []
  const time = { now: START }
  const team = NAMES.slice(0, people).map((name) =>
    createPerson({ name, root, passphrase, now: () => time.now, onBug: (stack) => void bugs.push(stack) }),
  )
  const spare = createPerson({
    name: 'Second',
    root,
    passphrase,
    now: () => time.now,
    onBug: (stack) => void bugs.push(stack),
  })
  const folders = [...team, spare].map(({ folder }) => folder)
  const calm: Habits = { delay: 0, manners: { ...habits.manners, plain: 1e9 }, outages: 0 }
  const [first, ...others] = team
  if (first === undefined) throw new RangeError('nobody is there')
  await first.client.workspace.create({ file: first.file, name: 'Agency', currency: 'USD' })
  const shop = await first.client.shops.add({ name: 'Glow', market: 'US' })
  await first.client.sync.addFolder({ folder: first.folder })
  await finish(first.client.sync.runFolder({}))
  const opening = createReplicator({ folders, habits: calm, random, stranger: null })
  opening.settle()
  opening.run(time.now)
  for (const other of others) {
    const made = await finish(other.client.sync.join({ from: other.folder, file: other.file }))
    if (made.result.file !== other.file) throw new Error('joined somewhere else')
    const known = await other.client.sync.status({})
    if (known.folders.length === 0) await other.client.sync.addFolder({ folder: other.folder })
    await finish(other.client.sync.runFolder({}))
    opening.run(time.now)
  }
  const world: World = {
    root,
    random,
    people: team,
    spare,
    replicator: createReplicator({ folders, habits, random, stranger }),
    parcels: [],
    shopId: shop.id,
    imported: new Map(),
    counts: {},
    diary: [],
    decided: new Set(),
    heights: new Map(),
    passphrase,
    bugs,
    get now() {
      return time.now
    },
    set now(value) {
      time.now = value
    },
  }
  return world
}

export function closeWorld(world: World): void {
  for (const { context } of world.people) if (context.host.opened() !== null) context.host.close()
  fs.rmSync(world.root, { recursive: true, force: true })
}

export function count(world: World, what: string, by = 1): void {
  world.counts[what] = (world.counts[what] ?? 0) + by
}

/** Does something that the program may refuse for one of these reasons; answers null then. A bug ends the seed. */
export async function attempt<T>(
  world: World,
  person: Person,
  what: string,
  may: readonly string[],
  work: () => Promise<T>,
): Promise<T | null> {
  const day = ((world.now - START) / DAY).toFixed(2)
  world.diary.push(`day ${day}: ${person.name} ${what}`)
  try {
    const result = await work()
    refuseBugs(world)
    count(world, what)
    return result
  } catch (error) {
    refuseBugs(world)
    const code = refusalCode(error)
    const always = person.diskFull ? ['workspace.diskFull'] : []
    if (code === null || ![...may, ...always].includes(code)) throw error
    world.diary.push(`  refused: ${code}`)
    count(world, `${what}, refused`)
    return null
  }
}

function refuseBugs({ bugs }: World): void {
  if (bugs.length > 0) throw new Error(`a bug of the program: ${bugs.join('\n')}`)
}

/** Exchanges with the shared folder once. */
export async function exchange(world: World, person: Person): Promise<boolean> {
  const may = ['sync.folderUnavailable', 'sync.unreadable']
  const run = await attempt(world, person, 'exchanges', may, () => finish(person.client.sync.runFolder({})))
  checkHeight(world, person)
  return run !== null
}

/** The step just made may end a question. */
export function markDecided(world: World, person: Person): void {
  const { exchange: here } = workspaceOf(person)
  world.decided.add(`${here.self}:${here.vector().get(here.self) ?? 0}`)
}

/** A person's copy never loses what it has; a new life may (a backup was put in its place). */
export function checkHeight(world: World, person: Person): void {
  const { exchange: here, replicaId } = workspaceOf(person)
  const key = `${person.name} ${replicaId}`
  const before = world.heights.get(key) ?? new Map<string, number>()
  const now = new Map(here.vector())
  for (const [replica, seq] of before)
    if ((now.get(replica) ?? 0) < seq) throw new Error(`${person.name} had ${replica} up to ${seq} and has less now`)
  world.heights.set(key, now)
}

/** Writes an export of made-up orders and answers its path and lines. */
export async function writeOrders(
  world: World,
  person: Person,
  lines: number,
): Promise<{ readonly path: string; readonly lines: Imported['lines'] }> {
  const { random } = world
  const rows = Array.from({ length: lines }, (_, i) => {
    const order = random.below(Math.max(20, lines * 2))
    return {
      orderId: `5770000000000${String(order).padStart(5, '0')}`,
      skuId: `173000000000000000${i % 3}`,
      productId: `172900000000000000${random.below(4)}`,
      productName: 'Serum',
      creator: random.pick(HANDLES),
      status: random.pick(['settled', 'pending', 'ineligible'] as const),
      contentType: random.pick(['video', 'live'] as const),
      currency: 'USD',
      quantity: random.between(1, 3),
      payment: random.between(1, 50) * 100,
      estimatedBase: 1000,
      estimatedStandard: 100,
      created: Math.floor(START / 1000) + random.below(20 * 86_400),
      fullyReturned: false,
    }
  })
  const unique = [...new Map(rows.map((row) => [`${row.orderId} ${row.skuId}`, row])).values()]
  const file = path.join(person.home, `orders-${world.diary.length}.csv`)
  await writeOrderExport(file, { layout: 'affiliateOrders.en', container: 'csv', currency: 'USD' }, unique)
  // Exports are as old as the platform says, to the second.
  const at = Math.floor((world.now - random.below(30 * MINUTE)) / 1000)
  fs.utimesSync(file, at, at)
  return { path: file, lines: unique }
}

export const HANDLES = ['ana.glow', 'bo_beauty', 'chen.cooks', 'dee_daily', 'eli-eats', 'fan.fit']
