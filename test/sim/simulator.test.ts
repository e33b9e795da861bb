import { expect, test } from 'vitest'

import { temporaryFolder } from '../support/workspace'
import { simulate, strangersFolder } from './simulate'

/*
 * Teams work, travel, restore backups, send packages that get lost, and share folders through programs that deliver
 * late, in part, twice and under other names. Virtual time, one thread, one seed: a seed that fails once fails always.
 */

const FIRST = Number(process.env['STARBOARD_SEED'] || 1)
const WISHED = process.env['STARBOARD_SEEDS']
const SEEDS = Number(WISHED || 40)
const EVENTS = 120
/** A slow computer plays fewer seeds of a push instead of taking longer; a wish for so many is done in full. */
const LONGEST_MS = WISHED ? Number.POSITIVE_INFINITY : 60_000

test('teams end with equal copies in which nothing is lost, whatever their folders and computers do', async () => {
  const stranger = await strangersFolder(temporaryFolder())
  const totals: Record<string, number> = {}
  const start = performance.now()
  for (let seed = FIRST; seed < FIRST + SEEDS && performance.now() - start < LONGEST_MS; seed++) {
    const { counts, files, bytes, steps, writes, siblings } = await simulate(seed, EVENTS, stranger)
    const all: Readonly<Record<string, number>> = { ...counts, files, bytes, steps, writes, siblings, seeds: 1 }
    for (const [what, count] of Object.entries(all)) totals[what] = (totals[what] ?? 0) + count
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  process.stderr.write(
    `simulator: ${totals['seeds']} seeds from ${FIRST} on in ${seconds} s: ${JSON.stringify(totals)}\n`,
  )
  expect(totals['steps']).toBeGreaterThan(0)
}, 600_000)
