/** All waiting requests with what the rules suggest for each, caps and stock given out in their order. */

import { approvalsSince, waitingRequests } from '../../../db/repositories/sample-requests'
import { sampleDefaults, stockMovements } from '../../../db/repositories/stock'
import type { OpenWorkspace } from '../../../db/open'
import type { GuardFinding } from '../../../shared/domain/contract-guards'
import { weekOfDay } from '../../../shared/domain/days'
import { allot, type CapUse, type StockLeft } from '../../../shared/domain/sample-allotment'
import {
  judge,
  type RuleLine,
  type SampleRules,
  type Suggestion,
  suggestionOf,
} from '../../../shared/domain/sample-rules'
import { floorsInForce, WHOLE_PRODUCT } from '../../../shared/domain/stock'
import { zoneDays } from '../../../shared/domain/zone-days'
import type { WorkspaceContext } from '../context'
import { allSamples } from '../lookups/samples'
import { allShops } from '../lookups/shops'
import { freePieces, openStock } from '../lookups/stock'
import { type KnownRequest, requestFacts } from './request-facts'
import { openPaperGuard } from './paper'
import { ruleBook } from './request-rules'

export interface JudgedRequest extends KnownRequest {
  readonly lines: readonly RuleLine[]
  readonly suggestion: Suggestion
  /** Free pieces before this request, and the floor that holds for this creator. */
  readonly stock: StockLeft
  /** Too much worth to go out without signed paper. */
  readonly paper: GuardFinding | null
}

/** Rules instead of those that are stored: what they would suggest. */
export interface Trial {
  /** Null: of all shops that have none of their own. */
  readonly shopId: string | null
  readonly rules: SampleRules
}

/** Oldest first. `shopId` null: of all shops. */
export async function judgedRequests(
  context: WorkspaceContext,
  shopId: string | null,
  trial: Trial | null = null,
): Promise<readonly JudgedRequest[]> {
  const { db } = context.host.current().workspace
  const book = ruleBook(db)
  const rulesOf = (id: string): SampleRules => {
    if (trial === null) return book.of(id)
    if (trial.shopId === null) return book.own.includes(id) ? book.of(id) : trial.rules
    return id === trial.shopId ? trial.rules : book.of(id)
  }
  const samples = allSamples(db, context.now(), waitingRequests(db, shopId))
  const known = await requestFacts(context, samples, rulesOf)
  const byId = new Map(known.map((request) => [request.facts.id, request]))
  const stock = stockOf(context, byId)
  const paperFor = openPaperGuard(context)
  const judged = known.map(({ facts }) => ({ facts, lines: judge(facts, rulesOf(facts.shopId)) }))
  const all = allot(judged, { rules: rulesOf, used: capsUsed(context), stock: ({ id }) => stock(id) })
  return all.flatMap(({ facts, lines }) => {
    const request = byId.get(facts.id)
    if (!request) return []
    return [
      {
        ...request,
        lines,
        suggestion: suggestionOf(lines),
        stock: stock(facts.id),
        paper: paperFor(request.sample, request.value),
      },
    ]
  })
}

interface Kept {
  readonly version: unknown
  readonly at: number
  readonly author: string
  readonly requests: Promise<readonly JudgedRequest[]>
}

const KEPT_MS = 60_000
const kept = new WeakMap<OpenWorkspace, Map<string | null, Kept>>()

/** The same, kept until somebody commits or a minute went by: paging and filtering ask again and again. */
export function currentRequests(context: WorkspaceContext, shopId: string | null): Promise<readonly JudgedRequest[]> {
  const { workspace } = context.host.current()
  const ofFile = kept.get(workspace) ?? new Map<string | null, Kept>()
  kept.set(workspace, ofFile)
  const version = workspace.reader.prepare('PRAGMA data_version').pluck().get()
  const [now, author] = [context.now(), context.author()]
  const known = ofFile.get(shopId)
  if (known && known.version === version && known.author === author && now - known.at < KEPT_MS) return known.requests
  const requests = judgedRequests(context, shopId)
  ofFile.set(shopId, { version, at: now, author, requests })
  requests.catch(() => ofFile.delete(shopId))
  return requests
}

function stockOf(context: WorkspaceContext, byId: ReadonlyMap<string, KnownRequest>): (id: string) => StockLeft {
  const { db } = context.host.current().workspace
  const keyOf = (shopId: string, productId: string) => `${shopId} ${productId}`
  // What samples took of a product is read only where somebody counts its pieces.
  const counted = new Set(stockMovements(db).map((one) => keyOf(one.shopId, one.productId)))
  const defaults = new Map(sampleDefaults(db).map((one) => [keyOf(one.shopId, one.productId), one]))
  const free = new Map<string, number | null>()
  return (id) => {
    const request = byId.get(id)
    if (!request) return { available: null, floor: null }
    const { shopId, productId } = request.sample
    const key = keyOf(shopId, productId)
    const own = defaults.get(key) ?? null
    const { floorNew, floorProven } = floorsInForce(own, defaults.get(keyOf(shopId, WHOLE_PRODUCT)) ?? null)
    if (counted.has(key) && !free.has(key))
      free.set(key, freePieces(openStock(db, { shopId, productId }).of(shopId, productId)))
    return { available: free.get(key) ?? null, floor: request.history.isProven ? floorProven : floorNew }
  }
}

/** What was approved today and this week, by the calendar of each shop; weeks begin on Mondays. */
function capsUsed(context: WorkspaceContext): (shopId: string) => CapUse {
  const { db } = context.host.current().workspace
  const zones = new Map(allShops(db).map(({ id, timezone }) => [id, zoneDays(timezone)]))
  const now = context.now()
  const me = context.author()
  const used = new Map<string, Record<keyof CapUse, number>>()
  // No week began longer ago than seven days and the hours that zones are apart.
  for (const { shopId, at, person } of approvalsSince(db, now - 8 * 86_400_000)) {
    const zone = zones.get(shopId) ?? zoneDays('UTC')
    const [day, today] = [zone.dayOf(at), zone.dayOf(now)]
    const counts = used.get(shopId) ?? { shopDay: 0, shopWeek: 0, personDay: 0, personWeek: 0 }
    used.set(shopId, counts)
    const [sameDay, sameWeek] = [day === today, weekOfDay(day) === weekOfDay(today)]
    counts.shopDay += Number(sameDay)
    counts.shopWeek += Number(sameWeek)
    counts.personDay += Number(sameDay && person === me)
    counts.personWeek += Number(sameWeek && person === me)
  }
  return (shopId) => used.get(shopId) ?? { shopDay: 0, shopWeek: 0, personDay: 0, personWeek: 0 }
}
