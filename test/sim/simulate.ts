/** One seed from its first event to its last check. */

import fs from 'node:fs'
import path from 'node:path'

import { finish } from '../support/workspace'
import { act } from './actions'
import { type Audit, calmDown, checkWorld } from './check'
import { createPerson } from './person'
import { seeded, withSeededSystem } from './random'
import { HABITS } from './replicator'
import { closeWorld, createWorld, START } from './world'

export interface Simulated extends Audit {
  readonly seed: number
  readonly habits: string
  readonly counts: Readonly<Record<string, number>>
  readonly files: number
  readonly bytes: number
}

/** Plays `events` things that happen to a team; throws with the seed and the diary where something does not hold. */
export async function simulate(seed: number, events: number, stranger: string | null): Promise<Simulated> {
  const random = seeded(seed)
  const names = Object.keys(HABITS)
  const name = names[seed % names.length] ?? 'faithful'
  const habits = HABITS[name]
  if (habits === undefined) throw new RangeError(`no habits ${name}`)
  return withSeededSystem(random, async () => {
    const world = await createWorld({
      random,
      habits,
      people: random.between(2, 4),
      // Deriving keys takes a while on purpose: now and then must do.
      passphrase: seed % 10 === 3 ? 'correct horse 电池' : null,
      stranger,
    })
    try {
      for (let event = 0; event < events; event++) await act(world)
      await calmDown(world)
      const audit = await checkWorld(world)
      return { seed, habits: name, counts: world.counts, ...world.replicator.total(), ...audit }
    } catch (error) {
      const diary = world.diary.slice(-Number(process.env['STARBOARD_DIARY'] || 60)).join('\n')
      throw new Error(
        `seed ${seed} (${name}): ${error instanceof Error ? error.message : String(error)}\nreplay with npm run simulate -- --seed ${seed} --seeds 1\n${diary}`,
        { cause: error },
      )
    } finally {
      closeWorld(world)
    }
  })
}

/** Another team's folder, made once: what a folder is that was mixed up. */
export async function strangersFolder(root: string): Promise<string> {
  const person = createPerson({ name: 'stranger', root, passphrase: null, now: () => START, onBug: () => undefined })
  await person.client.workspace.create({ file: person.file, name: 'Rivals', currency: 'USD' })
  await person.client.sync.addFolder({ folder: person.folder })
  await finish(person.client.sync.runFolder({}))
  person.context.host.close()
  const kept = path.join(root, 'stranger-kept')
  fs.renameSync(person.folder, kept)
  return kept
}
