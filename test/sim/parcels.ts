/** Packages by hand: made, lost, opened again and again, and opened when they are damaged. */

import fs from 'node:fs'
import path from 'node:path'

import { finish } from '../support/workspace'
import { type Person, workspaceOf } from './person'
import { attempt, checkHeight, count, markDecided, type World } from './world'

const PACKAGE_REFUSED = ['sync.nothingToSend', 'sync.unreadable']

export async function send(world: World, person: Person): Promise<void> {
  const to = path.join(world.root, `parcel-${world.parcels.length}-${world.diary.length}.starpack`)
  const sent = await attempt(world, person, 'makes a package', PACKAGE_REFUSED, () =>
    finish(person.client.sync.export({ to, recipient: { to: 'everybody' }, plain: world.passphrase === null })),
  )
  if (sent !== null) world.parcels.push({ from: person.name, file: sent.result.file, delivered: 0 })
}

/** Opens a package from the post: any, again and again, or one that was cut short on the way. */
export async function open(world: World, person: Person): Promise<void> {
  const parcels = world.parcels.filter(({ from }) => from !== person.name)
  if (parcels.length === 0) return
  const parcel = world.random.pick(parcels)
  parcel.delivered++
  if (world.random.chance(0.15)) return openDamaged(world, person, parcel.file)
  const before = workspaceOf(person).exchange.digest()
  const done = await attempt(world, person, 'opens a package', PACKAGE_REFUSED, () =>
    finish(person.client.sync.import({ file: parcel.file })),
  )
  checkHeight(world, person)
  const arrival = done?.result.arrival ?? null
  if (arrival !== null && (done?.result.applied ?? 0) > 0 && world.random.chance(0.3))
    await undoArrival(world, person, arrival, before)
}

async function openDamaged(world: World, person: Person, file: string): Promise<void> {
  const bytes = fs.readFileSync(file)
  const damaged = `${file}.part`
  if (world.random.chance(0.5)) fs.writeFileSync(damaged, bytes.subarray(0, world.random.below(bytes.length)))
  else {
    const at = world.random.below(bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << world.random.below(8))
    fs.writeFileSync(damaged, bytes)
  }
  const before = workspaceOf(person).exchange.digest()
  const may = [
    'sync.unreadable',
    'sync.wrongPassphrase',
    'sync.passphraseNeeded',
    'sync.otherWorkspace',
    'sync.fromFuture',
  ]
  const done = await attempt(world, person, 'opens a damaged package', may, () =>
    finish(person.client.sync.import({ file: damaged })),
  )
  if (done !== null) throw new Error('a damaged package was taken')
  if (workspaceOf(person).exchange.digest() !== before) throw new Error('a damaged package changed something')
  fs.rmSync(damaged)
}

/** Taking back what a package brought shows again what was shown before, where nothing is left out. */
async function undoArrival(world: World, person: Person, arrival: number, before: string): Promise<void> {
  const done = await attempt(
    world,
    person,
    'undoes a package',
    ['undo.nothing', 'undo.changedSince', 'sync.undecided', 'record.onHold'],
    () => finish(person.client.sync.undoArrival({ arrival })),
  )
  if (done === null) return
  markDecided(world, person)
  if (done.result.left === 0) {
    count(world, 'packages undone whole')
    if (workspaceOf(person).exchange.digest() === before) count(world, 'packages undone, digest as before')
  }
}
