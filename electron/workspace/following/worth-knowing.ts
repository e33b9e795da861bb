/** What a person should know of today without having to do it: one line per kind, from whichever feature knows. */

import { holdingClaims } from '../../../db/repositories/claims'
import { obligationRows } from '../../../db/repositories/obligations'
import { expiringDocuments } from '../../../db/repositories/tasks'
import type { Fyi } from '../../../shared/contract/tasks'
import { addDays } from '../../../shared/domain/days'
import type { WorkspaceContext } from '../context'
import { lateReviews } from '../reviewing/late'
import { today } from '../support'

const DAY_MS = 86_400_000
/** How long before they end claims and documents are told of. */
const CLAIM_DAYS = 2
const DOCUMENT_DAYS = 30
/** How long before their day obligations are told of, and ends of contracts with their notice. */
const PROMISE_DAYS = 7
const NOTICE_DAYS = 30

export async function worthKnowing(context: WorkspaceContext, me: string): Promise<Fyi[]> {
  return [
    ...(await toDecide(context)),
    ...lateReviews(context, me),
    ...endingClaims(context, me),
    ...promised(context, me),
    ...expiring(context),
  ]
}

/** Values that met and wait for a decision. */
async function toDecide({ client }: WorkspaceContext): Promise<Fyi[]> {
  const { total, items } = await client.inbox.list({ levels: ['decision', 'hold'], limit: 1 })
  const [first] = items
  return total === 0
    ? []
    : [{ kind: 'decisions', count: total, title: first?.title ?? null, shopId: first?.shopId ?? null, at: null }]
}

/** Own claims that end soon: whoever wants to go on writes before that. */
function endingClaims({ host, now }: WorkspaceContext, me: string): Fyi[] {
  const at = now()
  const ending = holdingClaims(host.current().workspace.db, at).filter(
    ({ owner, until, origin }) => owner === me && origin === null && until < at + CLAIM_DAYS * DAY_MS,
  )
  const first = ending.toSorted((a, b) => a.until - b.until)[0]
  return first ? [{ kind: 'claims', count: ending.length, title: null, shopId: null, at: first.until }] : []
}

/** What signed contracts of this person's (or of nobody's) oblige to soon; renewals and notices need longer. */
function promised(context: WorkspaceContext, me: string): Fyi[] {
  const day = today(context)
  const soon = addDays(day, PROMISE_DAYS)
  const { rows } = obligationRows(context.host.current().workspace.db, {
    until: addDays(day, NOTICE_DAYS),
    openOnly: true,
    limit: 5000,
  })
  const due = rows.filter(
    ({ owner, kind, dueDay }) =>
      (owner === me || owner === null) &&
      (kind === 'renewal' || kind === 'notice' || (dueDay !== null && dueDay <= soon)),
  )
  const [first] = due
  return first
    ? [
        {
          kind: 'obligations',
          count: due.length,
          title: first.contract,
          shopId: first.shopId,
          at: Date.parse(`${first.dueDay}T00:00:00Z`),
        },
      ]
    : []
}

/** Documents of shops that run out soon, or did. */
function expiring(context: WorkspaceContext): Fyi[] {
  const documents = expiringDocuments(context.host.current().workspace.db, addDays(today(context), DOCUMENT_DAYS))
  const [first] = documents
  return first
    ? [
        {
          kind: 'documents',
          count: documents.length,
          title: first.name ?? first.kind,
          shopId: first.shopId,
          at: Date.parse(`${first.expires}T00:00:00Z`),
        },
      ]
    : []
}
