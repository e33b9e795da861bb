/** From which data a figure was worked out, and what is missing from it. */

import type { MissingRate } from '../../../db/facts/types'
import type { Footnotes } from '../../../shared/contract/roi'
import { dayNumber, dayOfNumber } from '../../../shared/domain/days'
import type { WorkspaceContext } from '../context'
import type { Scope, Scoped, UsedRate } from './scope'

export function footnotesOf(
  context: WorkspaceContext,
  scope: Scope,
  { shops, currency, query, usedRates }: Scoped,
  missing: readonly MissingRate[],
): Footnotes {
  const { lists } = context.host.current()
  const days = lists.extents()
  const lastImports = lists.lastImports()
  return {
    currency,
    from: scope.from ?? null,
    to: scope.to ?? null,
    shops: shops.map(({ id, name, timezone }) => {
      const extent = days.get(id)
      return {
        id,
        name,
        timezone,
        dataFrom: extent ? dayOfNumber(extent.from) : null,
        dataTo: extent ? dayOfNumber(extent.to) : null,
        lastImportAt: lastImports.get(id) ?? null,
      }
    }),
    missingRates: missing.map(({ base, quote, from, to, lines }) => ({ base, quote, from, to, lines })),
    usedRates: usedRates().map((used) => namedRate(used, currency)),
    unknownCosts: unknownCosts(scope, query),
  }
}

/** A rate that was used, with its day and source. */
export function namedRate({ base, rate: { entry, locked } }: UsedRate, quote: string): Footnotes['usedRates'][number] {
  return { base, quote, rate: rateText(base, entry), day: entry.day, source: entry.source, locked }
}

/** The rate as it was entered: `7.1`, or `1/7.1` where it was entered the other way round. */
function rateText(base: string, entry: { readonly base: string; readonly rate: string }): string {
  return entry.base === base ? entry.rate : `1/${entry.rate}`
}

function unknownCosts(
  scope: Scope,
  { costs = [], unitCosts = [], platformRates = [] }: Scoped['query'],
): Footnotes['unknownCosts'] {
  const from = scope.from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(scope.from)
  const to = scope.to === undefined ? Number.POSITIVE_INFINITY : dayNumber(scope.to)
  const kinds = new Set<string>()
  for (const { day, kind } of costs) if (day >= from && day <= to) kinds.add(kind)
  const known = {
    cogs: unitCosts.some(({ fromDay }) => fromDay <= to),
    platformFees: platformRates.some(({ fromDay }) => fromDay <= to),
    samples: kinds.has('sample') || kinds.has('freight'),
    fees: kinds.has('fee'),
    ads: kinds.has('ads'),
  }
  return (['cogs', 'platformFees', 'samples', 'fees', 'ads'] as const).filter((kind) => !known[kind])
}
