import { afterAll, test } from 'vitest'

import { ENTITY_LIST } from '../../shared/sync/registry'
import { histories } from './histories/commands'
import { prove } from './histories/prove'
import { createStage } from './histories/teams'

/** What properties.test.ts holds, of each kind of record by itself: so that people meet on it often. */
const stage = createStage()
afterAll(() => stage.close())

test.each(ENTITY_LIST.map(({ name }) => name))(
  'copies end equal and nothing is lost, whatever people do to %s',
  async (name) => {
    await prove({ name, runs: 25 }, histories([name], 40), (history) => stage.play(history))
  },
  300_000,
)
