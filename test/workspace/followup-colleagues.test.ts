/** What two people do with one creator's follow-up without knowing of each other, after one exchange. */

import { expect, test } from 'vitest'

import { findTasks, listTasks } from '../../db/repositories/tasks'
import { putRecord } from '../../db/repositories/records'
import { beginRun, continueRun } from '../../electron/workspace/following/ladders'
import { mergedCreators } from '../../electron/workspace/lookups/creators'
import { openTasks, toTask } from '../../electron/workspace/lookups/tasks'
import { SHIPPED_LADDERS } from '../../shared/domain/ladders'
import { dump, exchangeAll, makeTeam, type TestReplica } from '../support/replicas'
import { NOON } from '../support/workspace-file'

const ZONE = 'America/New_York'
const LADDER = shipped()

function shipped() {
  const [ladder] = SHIPPED_LADDERS
  if (!ladder) throw new Error('a ladder is shipped')
  return ladder
}

/** Ends a task and goes on with its ladder, as `tasks.done` does. */
function finish(replica: TestReplica, id: string, at: number) {
  return replica.step((tx) => {
    const [row] = findTasks(tx, [id])
    if (row === undefined) throw new Error('the task is there')
    putRecord(tx, 'tasks', id, { state: 'done', doneAt: at }, at)
    return continueRun(tx, LADDER, toTask(row, new Map()), at, ZONE)
  })
}

async function pair() {
  const [lan, wang] = await makeTeam(2)
  if (!lan || !wang) throw new Error('two are made')
  const task = await lan.step((tx) => {
    const creator = putRecord(tx, 'creators', null, { handle: 'ana' }, NOON)
    const run = { ladder: 'followUp', creatorId: creator.id, shopId: null, owner: 'Lan' }
    return beginRun(tx, LADDER, run, NOON, ZONE)
  })
  await exchangeAll([lan, wang])
  return { lan, wang, task: task ?? '' }
}

const openOf = ({ workspace: { db } }: TestReplica) => openTasks(db, mergedCreators(db))

test('both do the same step: one next task, equal everywhere', async () => {
  const { lan, wang, task } = await pair()
  await finish(lan, task, NOON + 3_600_000)
  await finish(wang, task, NOON + 7_200_000)
  await exchangeAll([lan, wang])
  expect(openOf(lan).map(({ step }) => step)).toEqual([1])
  expect(listTasks(wang.workspace.db)).toHaveLength(2)
  expect(dump(lan)).toBe(dump(wang))
})

test('one goes two steps on, the other one: only the later step is open', async () => {
  const { lan, wang, task } = await pair()
  const second = await finish(lan, task, NOON)
  await finish(lan, second ?? '', NOON + 1)
  await finish(wang, task, NOON)
  await exchangeAll([lan, wang])
  expect(openOf(wang).map(({ step }) => step)).toEqual([3])
  expect(openOf(lan).map(({ step }) => step)).toEqual([3])
})

test('one goes on, the other knows that the creator answered: nothing is open', async () => {
  const { lan, wang, task } = await pair()
  await finish(lan, task, NOON)
  await exchangeAll([lan, wang])
  const [open] = openOf(lan)
  await finish(lan, open?.id ?? '', NOON + 1)
  await wang.step((tx) => putRecord(tx, 'tasks', task, { state: 'cancelled', reason: 'replied' }, NOON), {
    resolve: true,
  })
  await exchangeAll([lan, wang])
  expect(openOf(lan)).toEqual([])
  expect(openOf(wang)).toEqual([])
})
