/** The ghosting radar as a list: what can be reminded first, then the worst, with what the person did at all shops. */

import { decisionsOf } from '../../../db/repositories/vetting'
import { unpostedSamples } from '../../../db/repositories/sample-requests'
import type { Ghost as GhostRow } from '../../../shared/contract/sample-requests'
import { blockedBy, type Decision, standingOnLists } from '../../../shared/domain/decisions'
import { banOf, STANDINGS, type Standing } from '../../../shared/domain/ghosting'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { withOtherNames } from '../lookups/relations'
import { today } from '../support'
import { type Ghost, ghostsOf, historiesOf, type PersonHistory } from './ghosts'
import { displayNames, recordOf } from './request-rows'

/** For how long samples that ended without a post stay on the list. */
const ENDED_MS = 90 * 86_400_000

export interface GhostQuery {
  readonly shopId: string | null
  readonly search: string
  readonly standing: Standing | null
  readonly due: boolean
  readonly offset: number
  readonly limit: number
}

export interface GhostPage {
  readonly rows: GhostRow[]
  readonly total: number
  readonly counts: Record<Standing, number>
  readonly due: number
  readonly bans: number
}

type Judged = Ghost & { readonly history: PersonHistory; readonly ban: GhostRow['ban'] }

export function ghostPage(context: WorkspaceContext, query: GhostQuery): GhostPage {
  const { db } = context.host.current().workspace
  const now = context.now()
  const ghosts = ghostsOf(db, now, unpostedSamples(db, query.shopId, now - ENDED_MS))
  const all = withPeople(context, ghosts).toSorted(mostUrgentFirst)
  const counts = { fine: 0, slow: 0, atRisk: 0, ghosted: 0 }
  for (const { view } of all) counts[view.standing]++
  const wanted = query.search.trim().toLowerCase()
  const matching = all.filter(
    ({ view, sample }) =>
      (query.standing === null || view.standing === query.standing) &&
      (!query.due || view.isDue) &&
      (wanted === '' || `${sample.handle} ${sample.productName} ${sample.productId}`.toLowerCase().includes(wanted)),
  )
  const page = matching.slice(query.offset, query.offset + query.limit)
  const names = displayNames(
    db,
    page.map(({ sample }) => sample),
  )
  const bans = new Set(all.flatMap(({ ban, sample }) => (ban === 'suggested' ? [sample.creatorId] : [])))
  return {
    rows: page.map((one) => toRow(one, names.get(one.sample.creatorId) ?? null)),
    total: matching.length,
    counts,
    due: all.filter(({ view }) => view.isDue).length,
    bans: bans.size,
  }
}

function withPeople(context: WorkspaceContext, ghosts: readonly Ghost[]): Judged[] {
  const { db } = context.host.current().workspace
  const people = [...new Set(ghosts.map(({ sample }) => sample.creatorId))]
  const histories = historiesOf(db, context.now(), people, ghosts)
  const merged = mergedCreators(db)
  const decisions = new Map<string, Decision[]>(people.map((id) => [id, []]))
  for (const decision of decisionsOf(db, withOtherNames(merged, people)))
    decisions.get(merged.get(decision.creatorId) ?? decision.creatorId)?.push(decision)
  const agency = { shopId: null, clientId: null, day: today(context) }
  const isBlocked = (id: string) => blockedBy(standingOnLists(decisions.get(id) ?? [], agency)) !== null
  return ghosts.flatMap((ghost) => {
    const { creatorId } = ghost.sample
    const history = histories.get(creatorId)
    if (!history) return []
    return [{ ...ghost, history, ban: banOf(history.ghosted, isBlocked(creatorId)) }]
  })
}

/** Blocks to decide, reminders that are due, then by standing and by the day that comes first. */
function mostUrgentFirst(a: Judged, b: Judged): number {
  const rank = ({ ban, view }: Judged) =>
    (ban === 'suggested' ? 0 : 20) + (view.isDue ? 0 : 10) - STANDINGS.indexOf(view.standing)
  return (
    rank(a) - rank(b) ||
    (a.view.daysLeft ?? Infinity) - (b.view.daysLeft ?? Infinity) ||
    (a.sample.id < b.sample.id ? -1 : 1)
  )
}

function toRow({ sample, view, nudges, history, ban }: Judged, displayName: string | null): GhostRow {
  const { nudges: sent, ...shown } = view
  return {
    ...shown,
    sample: { ...sample, parcels: [...sample.parcels] },
    displayName,
    sent,
    ended: sample.state === 'noPost' || sample.state === 'refundable',
    nudges: nudges.map((nudge) => ({ ...nudge })),
    record: recordOf(history),
    ban,
  }
}
