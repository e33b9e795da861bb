/** What samples cost and brought back, by one key of the ROI table: its own figures beside what the ledger counts. */

import type {
  SampleCostRow,
  SampleReport,
  SampleReportKey,
  SampleReportRow,
} from '../../../shared/contract/sample-costs'
import type { RoiRow } from '../../../shared/contract/roi'
import { sampleRatios } from '../../../shared/domain/sample-costs'
import type { WorkspaceContext } from '../context'
import type { CostedSample } from '../lookups/sample-costs'
import { roiTable } from '../reporting/table'

export interface SampleScope {
  readonly by: SampleReportKey
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly shops?: readonly string[] | undefined
}

const ALL = { search: '', offset: 0, limit: 100_000, settledOnly: false } as const

export async function sampleReport(
  context: WorkspaceContext,
  { by, currency, ...scope }: SampleScope & { readonly currency?: string | undefined },
): Promise<SampleReport> {
  const table = await roiTable(context, {
    ...ALL,
    ...given(scope),
    ...(currency !== undefined && { currency }),
    by: [by],
    sort: { column: 'sampleCost', descending: true },
  })
  const counted = tally(context, { by, ...scope })
  const rows = table.rows.map((row) => toRow(row, by, counted.get(row.keys[by] ?? '')))
  return {
    currency: table.currency,
    rows: rows.filter(({ sent, sampleCost }) => sent > 0 || sampleCost !== 0),
    total: toRow(table.total, by, merged([...counted.values()])),
    missingRates: table.missingRates,
  }
}

/** The samples of a scope and key that were shipped, newest shipping first. */
export function samplesBehind(
  context: WorkspaceContext,
  scope: SampleScope & { readonly key?: string | undefined },
): CostedSample[] {
  const keyOf = keysOf(context, scope.by)
  return shippedIn(context, scope)
    .filter((sample) => scope.key === undefined || keyOf(sample) === scope.key)
    .toSorted((a, b) => ((a.shippedDay ?? '') < (b.shippedDay ?? '') ? 1 : -1) || (a.id < b.id ? -1 : 1))
}

/** A sample's cost as the contract gives it: what it will cost where it was not shipped yet. */
export function toCostRow({ cost, expected, ...sample }: CostedSample): SampleCostRow {
  const { parts, known, unknown } = sample.shippedDay === null ? expected : cost
  return {
    sampleId: sample.id,
    shopId: sample.shopId,
    creatorId: sample.creatorId,
    handle: sample.handle,
    productId: sample.productId,
    quantity: sample.quantity,
    state: sample.state,
    owner: sample.owner,
    shippedDay: sample.shippedDay,
    currency: sample.currency,
    parts: { ...parts },
    known,
    unknown: [...unknown],
  }
}

interface Tally {
  readonly sent: number
  readonly pieces: number
  readonly validPosts: number
  readonly costUnknown: number
}

const NONE: Tally = { sent: 0, pieces: 0, validPosts: 0, costUnknown: 0 }

function tally(context: WorkspaceContext, scope: SampleScope): Map<string, Tally> {
  const keyOf = keysOf(context, scope.by)
  const counted = new Map<string, Tally>()
  for (const sample of shippedIn(context, scope)) {
    const key = keyOf(sample)
    counted.set(key, merged([counted.get(key) ?? NONE, tallyOf(sample)]))
  }
  return counted
}

function tallyOf({ quantity, validPosts, cost }: CostedSample): Tally {
  return { sent: 1, pieces: quantity, validPosts, costUnknown: cost.unknown.length === 0 ? 0 : 1 }
}

function merged(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, one) => ({
      sent: sum.sent + one.sent,
      pieces: sum.pieces + one.pieces,
      validPosts: sum.validPosts + one.validPosts,
      costUnknown: sum.costUnknown + one.costUnknown,
    }),
    NONE,
  )
}

function shippedIn(context: WorkspaceContext, { from, to, shops }: SampleScope): CostedSample[] {
  return context.host
    .current()
    .lists.sampleCosts()
    .filter(
      ({ shippedDay, shopId, cost }) =>
        shippedDay !== null &&
        // What was taken back from shipping keeps its old day and costs nothing.
        (cost.known > 0 || cost.unknown.length > 0) &&
        (from === undefined || shippedDay >= from) &&
        (to === undefined || shippedDay <= to) &&
        (shops === undefined || shops.includes(shopId)),
    )
}

/** How the ROI table spells a sample's key. */
function keysOf(context: WorkspaceContext, by: SampleReportKey): (sample: CostedSample) => string {
  const { lists } = context.host.current()
  const spelled = {
    creator: () => {
      const winners = new Map(
        lists.mergedCreators().flatMap(({ handle, others }) => others.map((other) => [other.handle, handle] as const)),
      )
      return ({ handle }: CostedSample) => (handle === null ? '' : (winners.get(handle) ?? handle))
    },
    product:
      () =>
      ({ productId }: CostedSample) =>
        productId,
    staff:
      () =>
      ({ owner }: CostedSample) =>
        owner ?? '',
    campaign:
      () =>
      ({ campaign }: CostedSample) =>
        campaign ?? '',
    shop: () => {
      const names = new Map(lists.shops().map(({ id, name }) => [id, name]))
      return ({ shopId }: CostedSample) => names.get(shopId) ?? shopId
    },
    month:
      () =>
      ({ shippedDay }: CostedSample) =>
        (shippedDay ?? '').slice(0, 7),
  } satisfies Record<SampleReportKey, () => (sample: CostedSample) => string>
  return spelled[by]()
}

function toRow(row: RoiRow, by: SampleReportKey, counted: Tally = NONE): SampleReportRow {
  const { sampleCost, orders, netGmv, commission, contribution, currency } = row
  const ratios = sampleRatios({
    cost: sampleCost ?? 0,
    validPosts: counted.validPosts,
    orders,
    contribution: contribution ?? 0,
  })
  return {
    key: row.keys[by] ?? '',
    id: row.ids[by] ?? null,
    currency,
    ...counted,
    sampleCost,
    orders,
    netGmv,
    commission,
    contribution,
    ...ratios,
  }
}

function given({ from, to, shops }: Omit<SampleScope, 'by'>) {
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(shops !== undefined && { shops: [...shops] }),
  }
}
