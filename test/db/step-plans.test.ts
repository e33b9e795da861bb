import { expect, test } from 'vitest'

import type { Sqlite } from '../../db/database'
import { EVENTFUL, openSteps } from '../../db/sync/machines'
import { makeWorkspace } from '../support/workspace-file'

test('steps are found by the record they belong to, not by walking those of all records', async () => {
  const { reader } = (await makeWorkspace()).workspace
  expect(EVENTFUL).not.toEqual([])
  for (const eventful of EVENTFUL) {
    const asked: string[] = []
    // Notes what is prepared; nothing else is asked of it.
    const noting = { prepare: (sql: string) => (asked.push(sql), reader.prepare(sql)) } as unknown as Sqlite
    openSteps(noting, eventful)
    const plan = asked.flatMap((sql) =>
      reader.prepare<[string], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all('x'),
    )
    expect(plan.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^SEARCH e USING INDEX \S+ \(\S+=\?\)$/),
      'SEARCH b USING PRIMARY KEY (tbl=? AND row=?)',
      'SEARCH p USING INTEGER PRIMARY KEY (rowid=?)',
    ])
  }
})
