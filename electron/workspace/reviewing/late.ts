/** Verdicts that a person is late with, or is asked for in the reviewer's place: for their list of the day. */

import { submissions, waitingReviews } from '../../../db/repositories/reviews'
import type { Fyi } from '../../../shared/contract/tasks'
import type { WorkspaceContext } from '../context'
import { openTimes } from './rows'

/** What is nobody's is everybody's. */
export function lateReviews(context: WorkspaceContext, me: string): Fyi[] {
  const { db } = context.host.current().workspace
  const waiting = waitingReviews(db, { late: context.now(), deputy: me })
  const handedIn = submissions(
    db,
    waiting.map(({ id }) => id),
  )
  const timesOf = openTimes(context, db)
  const mine = waiting.flatMap((record) => {
    const { level, asked } = timesOf(record, handedIn.get(record.id)?.submitted ?? null)
    return asked === null || asked === me ? [{ record, level }] : []
  })
  return (['overdue', 'escalated'] as const).flatMap((level) => {
    const found = mine.filter((one) => one.level === level)
    const first = found[0]?.record
    return first === undefined
      ? []
      : [
          {
            kind: level === 'overdue' ? ('reviewsOverdue' as const) : ('reviewsEscalated' as const),
            count: found.length,
            title: first.title,
            shopId: first.shopId,
            at: first.due,
          },
        ]
  })
}
