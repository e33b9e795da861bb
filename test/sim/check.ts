/** What must hold when everything has been exchanged, worked out from the log and the imported files alone. */

import { deepStrictEqual } from 'node:assert'

import type { Imported } from '../support/naive-totals'
import { naiveTotals } from '../support/naive-totals'
import { decodeBody } from '../../shared/sync/body'
import { finish } from '../support/workspace'
import { clocksAgainstCause, counts, endedUnseen, type Logged, withVectors } from '../sync/histories/audit'
import { checkRows } from '../sync/histories/checks'
import { fillDisk, type Person, workspaceOf } from './person'
import { DAY } from './replicator'
import { exchange, type World } from './world'

/** Ends all trouble, and lets everybody exchange until nothing moves. */
export async function calmDown(world: World): Promise<void> {
  world.now += 10 * DAY
  for (const person of world.people) {
    person.off = 0
    person.awayUntil = 0
    if (person.diskFull) fillDisk(person, false)
    if ((await person.client.sync.status({})).folders.length === 0)
      await person.client.sync.addFolder({ folder: person.folder })
    await person.client.sync.trustClock({})
  }
  world.replicator.settle()
  world.replicator.run(world.now)
  for (let round = 0; round < 12; round++) {
    const before = world.people.map(heightOf)
    for (const person of world.people) {
      await exchange(world, person)
      world.now += DAY / 24
      world.replicator.run(world.now)
    }
    const heights = world.people.map(heightOf)
    if (heights.join(' ') !== before.join(' ') || round < 2) continue
    for (const [i, person] of world.people.entries()) {
      const { folders, missing } = await person.client.sync.status({})
      same(heights[i], heights[0], `${person.name} has not all: ${JSON.stringify({ folders, missing })}`)
    }
    return
  }
  throw new Error('after twelve rounds something still moves')
}

function heightOf(person: Person): string {
  return JSON.stringify([...workspaceOf(person).exchange.vector()].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function same(actual: unknown, expected: unknown, message: string): void {
  try {
    deepStrictEqual(actual, expected)
  } catch (error) {
    throw new Error(`${message}\n${error instanceof Error ? error.message : ''}`, { cause: error })
  }
}

export interface Audit {
  readonly steps: number
  readonly writes: number
  readonly siblings: number
  readonly decisions: number
}

/** P1, P3, P7, P8, facts and the file itself. */
export async function checkWorld(world: World): Promise<Audit> {
  const [first, ...others] = world.people
  if (first === undefined) throw new RangeError('nobody is there')
  const own = world.people.map(heightOf)
  const shown = await shownBy(first)
  for (const person of world.people) {
    const { facts, missing } = await person.client.sync.status({})
    same({ facts, missing }, { facts: [], missing: [] }, `${person.name} still waits for something`)
    const batches = await liveBatches(person)
    same(batches, await liveBatches(first), `${person.name} and ${first.name} do not count the same files`)
  }
  for (const other of others) same(await shownBy(other), shown, `${other.name} and ${first.name} differ`)
  for (const person of world.people) {
    const { result } = await finish(person.client.workspace.verify({}))
    same(
      result.checks.filter(({ ok }) => !ok),
      [],
      `${person.name}'s file does not verify`,
    )
  }
  const steps = logOf(first)
  same(clocksAgainstCause(steps), [], 'a clock goes against what its author had seen')
  same(endedUnseen(steps, world.decided), [], 'a question ended without a decision')
  checkRows(workspaceOf(first), steps)
  await checkFacts(world, first)
  same(world.people.map(heightOf), own, 'a log grew while nobody did anything')
  const { counts: open } = await first.client.inbox.list({ limit: 1 })
  return { steps: steps.length, ...counts(steps), decisions: open.decision }
}

async function liveBatches(person: Person): Promise<readonly string[]> {
  const batches = await person.client.imports.list({})
  return batches.map(({ id, live, asOf }) => `${id} ${live ? 'counts' : 'taken back'} ${asOf}`).toSorted()
}

/** All that a person is shown of what is shared. */
async function shownBy({ client }: Person): Promise<unknown> {
  const { digest, conflicts } = await client.sync.status({})
  const { items } = await client.inbox.list({ levels: ['decision', 'hold'], limit: 500 })
  const inbox = items.map(({ id, level, recordId, field, shown, candidates }) => ({
    id,
    level,
    recordId,
    field,
    shown,
    values: candidates.map(({ value, write }) => [write, value]),
  }))
  const { now } = await client.roi.summary({})
  // Sorted by what is added up in the background, so that it is there.
  const creators = await client.creators.list({ limit: 500, sort: [{ field: 'contribution', descending: true }] })
  const costs = await client.costs.list({ limit: 500 })
  return {
    digest,
    conflicts,
    inbox,
    roi: now,
    creators: creators.rows,
    costs: costs.rows,
    ...(await samplesShown(client)),
  }
}

/** Samples, posts and reviews with where they stand. */
async function samplesShown(client: Person['client']) {
  const samples = await client.samples.list({ limit: 500 })
  const contents = await client.content.list({ limit: 500 })
  const reviews = await client.reviews.list({ queue: 'all', limit: 200 })
  return {
    samples: samples.rows.map(({ deadlines: _now, ...sample }) => sample),
    contents: contents.rows.map(({ id, handle, posts }) => ({
      id,
      handle,
      posts: posts.map(({ id: post, verdict }) => [post, verdict]),
    })),
    reviews: reviews.rows.map(({ id, state, hold, versions, title }) => ({ id, state, hold, versions, title })),
  }
}

function logOf(person: Person): readonly Logged[] {
  const logs = new Map<string, { readonly seq: number; readonly body: Logged['body'] }[]>()
  for (const { replica, from, bodies } of workspaceOf(person).exchange.runs(new Map())) {
    const log = logs.get(replica) ?? []
    logs.set(replica, log)
    bodies.forEach((body, i) => log.push({ seq: from + i, body: decodeBody(body) }))
  }
  return withVectors(logs, new Map())
}

/** Every live import's lines count exactly once, the better known of two for each order line. */
async function checkFacts(world: World, { client }: Person): Promise<void> {
  const live = (await client.imports.list({})).filter((batch) => batch.live)
  const files = live.map(({ id, asOf }): Imported => {
    const file = world.imported.get(id)
    if (file === undefined) throw new Error(`nobody imported ${id}`)
    return { ...file, modifiedAt: asOf }
  })
  const must = naiveTotals(files)
  const { now } = await client.roi.summary({})
  same(
    { orders: now.orders, units: now.units, samples: now.samples, gmv: now.gmv, settled: now.commissionSettled },
    { orders: must.orders, units: must.units, samples: must.samples, gmv: must.gmv, settled: must.commissionSettled },
    'the imported lines do not add up',
  )
}
