import { afterAll, expect, test } from 'vitest'

import { ENTITY_LIST, entityOf } from '../../shared/sync/registry'
import { histories } from './histories/commands'
import { prove } from './histories/prove'
import { createStage } from './histories/teams'

/** What properties.test.ts holds, of each kind of record by itself: so that people meet on it often. */
const stage = createStage()
afterAll(() => stage.close())

test.each(ENTITY_LIST.map(({ name }) => name))(
  'copies end equal and nothing is lost, whatever people do to %s',
  async (name) => {
    const { holds } = stage.total()
    await prove({ name, runs: 25 }, histories([name], 40), (history) => stage.play(history))
    // Of a machine's steps some contradict each other, or nothing was shown of it.
    const isShown = entityOf(name).events === undefined || stage.total().holds > holds
    expect(isShown).toBe(true)
  },
  300_000,
)
