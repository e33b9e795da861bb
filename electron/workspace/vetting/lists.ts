/** Who stands on a list, and who is on a shop's shortlist. */

import { handlesOf } from '../../../db/repositories/creators'
import { allDecisions, vettedCreators } from '../../../db/repositories/vetting'
import type { ListEntry, Shortlisted } from '../../../shared/contract/vetting'
import { type Decision, decidedLater, type DecisionLevel } from '../../../shared/domain/decisions'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { today } from '../support'
import { shown, sightOf } from './sight'

/** The newest entry of every creator on every list, newest first; those taken off are none. */
export function decisionLists(
  context: WorkspaceContext,
  { level, expired }: { readonly level?: DecisionLevel | undefined; readonly expired: boolean },
): ListEntry[] {
  const { db } = context.host.current().workspace
  const day = today(context)
  const sight = sightOf(context)
  const newest = newestBy(context, allDecisions(db, 'list'), (one, creatorId) =>
    [creatorId, one.level, one.clientId, one.shopId].join(' '),
  )
  const handles = handlesOf(
    db,
    [...newest.values()].map(({ creatorId }) => creatorId),
  )
  return [...newest.values()]
    .map(({ creatorId, decision }) => ({
      creatorId,
      handle: handles.get(creatorId) ?? creatorId,
      decision: shown(decision, sight),
      expired: decision.expires !== null && decision.expires < day,
    }))
    .filter(
      (entry) =>
        entry.decision.verdict !== 'off' &&
        (level === undefined || entry.decision.level === level) &&
        (expired || !entry.expired),
    )
    .sort(newestFirst)
}

/** The verdict that holds for each creator with one for this shop, newest first; those taken back are none. */
export function shortlist(context: WorkspaceContext, shopId: string | null): Shortlisted[] {
  const { db } = context.host.current().workspace
  const sight = sightOf(context)
  const verdicts = allDecisions(db, 'verdict').filter((one) => one.shopId === shopId)
  const newest = newestBy(context, verdicts, (_, creatorId) => creatorId)
  const creators = new Map(vettedCreators(db, [...newest.keys()]).map((creator) => [creator.id, creator]))
  return [...newest.values()]
    .flatMap(({ creatorId, decision, count }) => {
      const creator = creators.get(creatorId)
      if (!creator || decision.verdict === 'undecided') return []
      return [
        {
          creatorId,
          handle: creator.handle ?? creatorId,
          displayName: creator.displayName,
          decision: shown(decision, sight),
          others: count - 1,
        },
      ]
    })
    .sort(newestFirst)
}

interface Newest {
  readonly creatorId: string
  readonly decision: Decision
  /** How many decisions it is the newest of. */
  readonly count: number
}

function newestBy(
  context: WorkspaceContext,
  decisions: readonly Decision[],
  keyOf: (decision: Decision, creatorId: string) => string,
): ReadonlyMap<string, Newest> {
  const merged = mergedCreators(context.host.current().workspace.db)
  const newest = new Map<string, Newest>()
  for (const decision of decisions) {
    const creatorId = merged.get(decision.creatorId) ?? decision.creatorId
    const key = keyOf(decision, creatorId)
    const known = newest.get(key)
    const holds = known === undefined || decidedLater(decision, known.decision) ? decision : known.decision
    newest.set(key, { creatorId, decision: holds, count: (known?.count ?? 0) + 1 })
  }
  return newest
}

function newestFirst(a: { readonly decision: { at: number; id: string } }, b: typeof a): number {
  return b.decision.at - a.decision.at || (a.decision.id < b.decision.id ? 1 : -1)
}
