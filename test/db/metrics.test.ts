import { expect, test } from 'vitest'

import { naturalId } from '../../db/capture/derived'
import { observationsOf, observationsOfAll } from '../../db/repositories/metrics'
import { deleteRecord, putRecord } from '../../db/repositories/records'
import { newWorkspace, NOON } from '../support/workspace'

test('one pass gives every creator their observations, those of merged ones together, none of a deleted list', async () => {
  const { context } = await newWorkspace()
  const { workspace } = context.host.current()
  const given = (text: string) => naturalId('test', [text])
  const [first, second, third] = await workspace.commit({ author: 'Lin', label: 'test.put:x' }, (tx) => {
    const ids = ['mia', 'bo', 'mia_two'].map((handle) => putRecord(tx, 'creators', null, { handle }, NOON).id)
    for (const list of ['a', 'b']) putRecord(tx, 'creatorLists', given(list), { source: 'creatorList' }, NOON)
    const say = (id: string, creatorId: string | undefined, listId: string, values: unknown) =>
      putRecord(
        tx,
        'creatorMetrics',
        given(id),
        { creatorId, listId: given(listId), source: 'creatorList', observedAt: NOON, values: JSON.stringify(values) },
        NOON,
      )
    say('1', ids[0], 'a', { gmv: 100 })
    say('2', ids[1], 'a', { gmv: 200, what: 'text' })
    say('3', ids[2], 'a', { gmv: 300 })
    say('4', ids[1], 'b', { gmv: 400 })
    return ids
  })
  if (first === undefined || second === undefined || third === undefined) throw new Error('three were put')
  // Ids are hashes, so the order among one creator's is any.
  const all = (merged: ReadonlyMap<string, string>) =>
    new Map(
      [...observationsOfAll(workspace.db, merged)].map(([id, said]) => [
        id,
        said.map(({ values }) => values).toSorted((a, b) => (a.gmv ?? 0) - (b.gmv ?? 0)),
      ]),
    )

  expect(all(new Map())).toEqual(
    new Map([
      [first, [{ gmv: 100 }]],
      [second, [{ gmv: 200 }, { gmv: 400 }]],
      [third, [{ gmv: 300 }]],
    ]),
  )
  await workspace.commit({ author: 'Lin', label: 'test.delete:x' }, (tx) =>
    deleteRecord(tx, 'creatorLists', given('b')),
  )
  expect(all(new Map([[third, first]]))).toEqual(
    new Map([
      [second, [{ gmv: 200 }]],
      [first, [{ gmv: 100 }, { gmv: 300 }]],
    ]),
  )
  expect(observationsOf(workspace.db, [first, third]).map(({ id }) => id)).toEqual([given('1'), given('3')].toSorted())
  expect(observationsOf(workspace.db, [second]).map(({ values }) => values)).toEqual([{ gmv: 200 }])
})
