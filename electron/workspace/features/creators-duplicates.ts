/** Creators that may be one person: found as a job, asked for one by one, and said to be two. */

import { keepCreator } from '../../../db/repositories/creators'
import { getRecord } from '../../../db/repositories/records'
import { duplicatesIn, namesOfPairs } from '../lookups/duplicates'
import { textOf } from '../lookups/creator-record'
import { withProgress } from '../progress'
import { jobOf, os } from '../serve'
import { put, write } from '../support'

export const creatorDuplicates = {
  findDuplicates: os.creators.findDuplicates.handler(
    jobOf(({ input, context, signal }) =>
      withProgress(signal, async ({ report, checkWanted }) => {
        const { workspace } = context.host.current()
        const { pairs, searched } = await duplicatesIn(workspace).all(input, (step, done, total) => {
          checkWanted()
          report({ step, done, total })
        })
        return { pairs: namesOfPairs(workspace, pairs), searched }
      }),
    ),
  ),

  duplicatesOf: os.creators.duplicatesOf.handler(async ({ input: { id, ...search }, context }) => {
    const { workspace } = context.host.current()
    return namesOfPairs(workspace, await duplicatesIn(workspace).of(id, search))
  }),

  setApart: os.creators.setApart.handler(async ({ input: { a, b, apart }, context }) => {
    const { db } = context.host.current().workspace
    const [first = a, second = b] = [a, b].toSorted()
    const handle = (id: string) => textOf(getRecord(db, 'creators', id)['handle']) ?? id
    const subject = `${handle(first)} · ${handle(second)}`
    await write(context, apart ? 'creators.apart' : 'creators.notApart', subject, (tx) => {
      for (const id of [first, second]) keepCreator(tx, id)
      put(context, tx, 'creatorDecisions', null, {
        creatorId: first,
        kind: 'identity',
        verdict: `${apart ? 'notSame' : 'maybeSame'}:${second}`,
        at: context.now(),
        person: context.author(),
      })
    })
    return {}
  }),
}
