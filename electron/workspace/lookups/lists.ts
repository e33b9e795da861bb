/** The lists that every report needs, read once after each commit instead of once for every question. */

import { extents } from '../../../db/facts/named'
import type { Attribution, MergedCreator, UnitCost } from '../../../db/facts/types'
import { keepFor } from '../../../db/kept'
import type { OpenWorkspace } from '../../../db/open'
import { listImports } from '../../../db/repositories/imports'
import type { Rate, RateLock } from '../../../shared/contract/rates'
import { payablesOf } from '../../../db/repositories/payables'
import type { Shop } from '../../../shared/contract/shops'
import { dayNumber } from '../../../shared/domain/days'
import type { OwnRule } from '../../../shared/domain/markets'
import { allCostLines, allProductCosts } from './costs'
import { type CountedCost, countedCosts } from './counted-costs'
import { erasedGroups, mergedGroups } from './creators'
import { ownRules } from './markets'
import { allRateLocks, allRates } from './rates'
import { allSampleCosts, type CostedSample } from './sample-costs'
import { allShops } from './shops'
import { staffOf } from './staff'

export interface Lists {
  readonly shops: () => readonly Shop[]
  readonly rates: () => readonly Rate[]
  /** Which of them the books of a month are kept at. */
  readonly rateLocks: () => readonly RateLock[]
  readonly ownRules: () => readonly OwnRule[]
  readonly costs: () => readonly CountedCost[]
  readonly sampleCosts: () => readonly CostedSample[]
  /** Whose sales are whose: the person whose sample the creator got of the product. */
  readonly staff: () => readonly Attribution[]
  readonly unitCosts: () => readonly UnitCost[]
  /** Creators that count as one. */
  readonly mergedCreators: () => readonly MergedCreator[]
  /** First and last day with lines by shop id, as numbers since 1970-01-01. */
  readonly extents: () => ReturnType<typeof extents>
  /** When a live file was imported last, by shop id. */
  readonly lastImports: () => ReadonlyMap<string, number>
}

export function openLists({ db, reader }: OpenWorkspace): Lists {
  const keep = keepFor(reader)
  const mergedCreators = keep(() => [...mergedGroups(db), ...erasedGroups(db)])
  const sampleCosts = keep(() => allSampleCosts(db))
  return {
    shops: keep(() => allShops(db)),
    rates: keep(() => allRates(db, {})),
    rateLocks: keep(() => allRateLocks(db)),
    ownRules: keep(() => ownRules(db)),
    costs: keep(() => countedCosts(allCostLines(db), sampleCosts(), payablesOf(db))),
    sampleCosts,
    staff: keep(() => staffOf(sampleCosts(), mergedCreators())),
    unitCosts: keep(() => allProductCosts(db).map((cost) => ({ ...cost, fromDay: dayNumber(cost.fromDay) }))),
    mergedCreators,
    extents: keep(() => extents(reader)),
    lastImports: keep(() => {
      const last = new Map<string, number>()
      for (const { shopId, importedAt, deleted } of listImports(db)) {
        if (deleted === 0 && shopId !== null) last.set(shopId, Math.max(last.get(shopId) ?? 0, importedAt ?? 0))
      }
      return last
    }),
  }
}
