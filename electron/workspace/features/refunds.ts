/** Clusters of refunds: what came back beside what would have, by creator, product and week. */

import { type CountedGroup, refundCounts } from '../../../db/facts/refund-counts'
import { productNames } from '../../../db/repositories/products'
import type { RefundCluster } from '../../../shared/contract/refunds'
import { dayNumber, dayOfNumber } from '../../../shared/domain/days'
import { type Flag, refundClusters } from '../../../shared/domain/refund-clusters'
import { findShop } from '../lookups/shops'
import { os } from '../serve'

/** The Monday of week 0: 1970-01-01 was a Thursday. */
const FIRST_MONDAY = -3
const WEEK = 7

export const refunds = {
  clusters: os.refunds.clusters.handler(({ input: { shopId, from, to }, context }) => {
    const { workspace, facts, lists } = context.host.current()
    const { currency } = findShop(workspace.db, shopId)
    const days = { from: dayNumber(from), to: dayNumber(to) }
    const groups = refundCounts(facts, { shopId, ...days, mergedCreators: lists.mergedCreators() })
    const { clusters, tested, threshold } = refundClusters(groups)
    const names = new Map(
      productNames(workspace.db).flatMap(([shop, product, name]) => (shop === shopId ? [[product, name]] : [])),
    )
    return {
      currency,
      clusters: clusters.map((cluster) => toRow(cluster, days, names.get(cluster.productId) ?? null)),
      tested,
      threshold,
      lines: groups.reduce((sum, { lines }) => sum + lines, 0),
      refunded: groups.reduce((sum, { refunded }) => sum + refunded, 0),
    }
  }),
}

function toRow(
  { creator, creatorId, productId, week, lines, refunded, amount, expected, chance, baseline }: CountedGroup & Flag,
  days: { readonly from: number; readonly to: number },
  product: string | null,
): RefundCluster {
  const monday = FIRST_MONDAY + week * WEEK
  return {
    key: `${creator} ${productId} ${week}`,
    creator,
    creatorId,
    productId,
    product,
    from: dayOfNumber(Math.max(days.from, monday)),
    to: dayOfNumber(Math.min(days.to, monday + WEEK - 1)),
    lines,
    refunded,
    amount,
    expected,
    chance,
    baseline,
  }
}
