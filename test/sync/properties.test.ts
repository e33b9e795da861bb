import { afterAll, expect, test } from 'vitest'

import { histories } from './histories/commands'
import { prove } from './histories/prove'
import { createStage } from './histories/teams'

/*
 * Teams of two to six work on the same few records of every registered kind while apart, with wrong clocks, packets
 * lost, repeated, cut and in any order, restarts, kills and restored backups. When everything has been exchanged, all
 * copies are equal, and what they hold is what the log alone says they must hold: no value is gone that nobody replaced
 * knowingly.
 */

const stage = createStage()
afterAll(() => stage.close())

test('whatever people do while apart, and however it travels, all copies end equal and nothing is lost', async () => {
  await prove({ name: 'copies end equal', runs: 1000 }, histories(), (history) => stage.play(history))
  const { histories: played, steps, writes, siblings, refused } = stage.total()
  process.stderr.write(
    `  ${played} histories, ${steps} steps, ${writes} writes checked, ${siblings} concurrent values kept, ${refused} refused\n`,
  )
  expect(siblings).toBeGreaterThan(0)
}, 600_000)
