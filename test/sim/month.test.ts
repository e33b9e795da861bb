import { expect, test } from 'vitest'

import { playMonth } from './month'

/** The whole month of a busy team is `npm run simulate -- --month`. */
const SCALE = Number(process.env['STARBOARD_MONTH'] || 0.05)
const SEED = Number(process.env['STARBOARD_SEED'] || 7)

test('after a month of work apart, with everything that goes wrong in one, three copies are equal and nothing is lost', async () => {
  const month = await playMonth(SEED, SCALE)
  process.stderr.write(`month of seed ${SEED} at ${SCALE}: ${JSON.stringify(month)}\n`)
  expect(month.edits).toBeGreaterThan(0)
}, 600_000)
