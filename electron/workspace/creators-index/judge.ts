/** What rules of vetting say of a person: tier, flags, score; worked out once, when first asked. */

import { makeScorer } from '../../../shared/domain/fit-score'
import { scoreInputOf } from '../../../shared/domain/score-input'
import { EVERY_MARKET, tierOf, tiersOf } from '../../../shared/domain/tiers'
import type { WorkspaceContext } from '../context'
import type { Opened } from '../host'
import { findShop } from '../lookups/shops'
import { converter } from '../vetting/assess'
import { vettingRules } from '../vetting/rules'
import type { Judged, Person } from './person'
import type { Results } from './results'

export interface Judge {
  readonly judge: (person: Person) => Judged
  /** Keys of tiers, smallest first. */
  readonly tiers: readonly string[]
  /** Another text whenever anything that it follows from changed. */
  readonly stamp: string
}

const RULES = ['tiers', 'scoreProfiles', 'settings', 'rates', 'shops']
/** Judges of so many shops are kept. */
const KEPT = 8
const kept = new WeakMap<Opened, Map<string, Judge>>()

/** The judge for one shop, or for all of them, from the records as they are now. */
export function judgeFor(context: WorkspaceContext, shopId: string | null, results: Results): Judge {
  const opened = context.host.current()
  const stamp = `${opened.creators.stamp(RULES)} ${results.key}`
  const judges = kept.get(opened) ?? new Map<string, Judge>()
  kept.set(opened, judges)
  const place = shopId ?? ''
  const known = judges.get(place)
  if (known?.stamp === stamp) return known
  const made = { ...makeJudge(context, shopId, results), stamp }
  judges.delete(place)
  judges.set(place, made)
  const [oldest] = judges.keys()
  if (judges.size > KEPT && oldest !== undefined) judges.delete(oldest)
  return made
}

function makeJudge(context: WorkspaceContext, shopId: string | null, results: Results): Omit<Judge, 'stamp'> {
  const { db } = context.host.current().workspace
  const rules = vettingRules(db)
  const scorer = makeScorer(rules.profile(shopId))
  const convert = converter(context, scorer.profile.currency)
  const market = shopId === null ? null : findShop(db, shopId).market
  const judged = new WeakMap<Person, Judged>()
  const judge = (person: Person): Judged => {
    const before = judged.get(person)
    if (before) return before
    const { figures } = person
    const rate = shopId === null ? null : (person.work.get(shopId)?.rate ?? null)
    const own = results.recent.get(person.handle) ?? null
    const input = scoreInputOf({ creator: person, figures, results: own, rate }, market, scorer.profile, convert)
    const fresh: Judged = {
      tier: tierOf(figures.followers?.value ?? null, person.market, rules.tiers)?.key ?? null,
      score: scorer.total(input),
      flags: person.figureFlags,
    }
    judged.set(person, fresh)
    return fresh
  }
  return { judge, tiers: tiersOf(EVERY_MARKET, rules.tiers).map(({ key }) => key) }
}
