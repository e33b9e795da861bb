/** A person as a row of the list. */

import type { Creator, LatestFigure } from '../../../shared/contract/creators-list'
import { type MetricName, STALE_DAYS } from '../../../shared/domain/metrics'
import type { Figures, KeptFigure, Person, View } from './person'

const STALE_MS = STALE_DAYS * 86_400_000

export function toRow(person: Person, view: View, figures: readonly MetricName[]): Creator {
  const { shopId, results, zones } = view
  const judged = view.judge(person)
  return {
    id: person.id,
    handle: person.handle,
    displayName: person.displayName,
    otherNames: [...person.otherNames],
    platformId: person.platformId,
    market: person.market,
    language: person.language,
    category: person.category,
    audienceMarket: person.audienceMarket,
    audienceLanguage: person.audienceLanguage,
    agent: person.agent,
    preferredChannel: person.preferredChannel,
    timezone: person.timezone,
    zone: person.timezone ?? zones.get(person.market ?? '') ?? null,
    remark: person.remark,
    tags: [...person.tags],
    starred: person.starred,
    tier: judged.tier,
    score: judged.score,
    flags: [...judged.flags],
    figures: shownFigures(person.figures, figures, view.now),
    gpmTrend: [...person.gpmTrend],
    shops: person.namedBy.length,
    work: (shopId === null ? null : person.work.get(shopId)) ?? null,
    stages:
      shopId === null
        ? [...person.work.values()].flatMap(({ shopId, stage }) => (stage === null ? [] : [{ shopId, stage }]))
        : [],
    lastContact: person.lastContact,
    claim: view.claimOf(person),
    nextTask: person.nextTask,
    results: results.get(person.handle) ?? null,
  }
}

function shownFigures(kept: Figures, wanted: readonly MetricName[], now: number): Creator['figures'] {
  const shown: Partial<Record<MetricName, LatestFigure>> = {}
  for (const name of wanted) {
    const figure = kept[name]
    if (figure) shown[name] = shownFigure(figure, now)
  }
  return shown
}

function shownFigure({ value, currency, disagrees, origin }: KeptFigure, now: number): LatestFigure {
  const { source, periodFrom, periodTo, observedAt, asOf } = origin
  const stale = now - asOf > STALE_MS
  return { value, currency, source, periodFrom, periodTo, observedAt, stale, disagrees: disagrees && !stale }
}
