/** What it was worth, and the lines behind every figure. */

import { queryLines } from '../../../db/facts/lines-query'
import { findImport } from '../../../db/repositories/imports'
import { RoiFigures, type RoiRow, RoiTable } from '../../../shared/contract/roi'
import { decimalsOf } from '../../../shared/domain/currencies'
import { dayOfNumber, previousPeriod } from '../../../shared/domain/days'
import { writeTable } from '../exporting/write-table'
import type { Lists } from '../lookups/lists'
import type { WorkspaceContext } from '../context'
import { shownTo } from '../roles/showing'
import { os } from '../serve'
import { costsBehind, sumsByCurrency, toCostBehind } from '../reporting/costs-behind'
import { toOrderLine } from '../reporting/order-line'
import { filterOf, shopsIn, toRoiShop } from '../reporting/scope'
import { roiByTime, roiTable, roiTotal } from '../reporting/table'
import { footnotesOf } from '../reporting/footnotes'
import { fillGaps, grainFor } from '../reporting/time'
import { nextOffset, readOffset } from '../support'

export const roi = {
  table: os.roi.table.handler(({ input, context }) => roiTable(context, shownSort(context, input))),

  summary: os.roi.summary.handler(async ({ input, context }) => {
    const now = await roiTotal(context, input)
    const previous =
      input.from !== undefined && input.to !== undefined ? previousPeriod({ from: input.from, to: input.to }) : null
    const before = previous && (await roiTotal(context, { ...input, ...previous, currency: now.total.currency }))
    return {
      now: now.total,
      before: before && before.total,
      previous,
      footnotes: footnotesOf(context, input, now.scope, now.table.missingRates),
    }
  }),

  trend: os.roi.trend.handler(async ({ input: { grain, ...scope }, context }) => {
    const { lists } = context.host.current()
    const extent = extentOf(
      lists,
      shopsIn(lists, scope).map(({ id }) => id),
    )
    const from = scope.from ?? extent.from
    const to = scope.to ?? extent.to
    if (from === null || to === null) {
      return { grain: grain ?? 'day', rows: [] }
    }
    const chosen = grain ?? grainFor(from, to)
    return { grain: chosen, rows: fillGaps(await roiByTime(context, scope, chosen), chosen, { from, to }) }
  }),

  lines: os.roi.lines.handler(async ({ input: { roles, nonZero, cursor, limit, ...scope }, context }) => {
    const opened = context.host.current()
    const shops = shopsIn(opened.lists, scope)
    const page = await queryLines(opened.facts, {
      ...filterOf(opened.lists, scope, shops),
      shops: shops.map(toRoiShop),
      ...(roles && { roles }),
      ...(nonZero && { nonZero }),
      after: cursor,
      limit,
    })
    const byId = new Map(shops.map((shop) => [shop.id, shop]))
    const names = new Map<string, string>()
    const fileName = (batchId: string): string => {
      const name = names.get(batchId) ?? findImport(opened.workspace.db, batchId)?.fileName ?? ''
      names.set(batchId, name)
      return name
    }
    return {
      rows: page.lines.flatMap((line) => toOrderLine(line, byId.get(line.shopId), fileName(line.batchId))),
      total: page.total,
      nextCursor: page.next,
    }
  }),

  costs: os.roi.costs.handler(({ input: { cursor, limit, ...wanted }, context }) => {
    const costs = costsBehind(context.host.current().lists.costs(), wanted)
    const offset = readOffset(cursor)
    return {
      rows: costs.slice(offset, offset + limit).map(toCostBehind),
      total: costs.length,
      sums: sumsByCurrency(costs),
      nextCursor: nextOffset(offset, limit, costs.length),
    }
  }),

  extent: os.roi.extent.handler(({ input, context }) => extentOf(context.host.current().lists, input.shops)),

  export: os.roi.export.handler(async ({ input: { format, to, columns, ...input }, context }) => {
    const whole = await roiTable(context, { ...shownSort(context, input), limit: 100_000, offset: 0 })
    // What is hidden of the answer is null there, whatever else the schema says.
    const table = (shownTo(context, RoiTable, input)?.(whole) ?? whole) as RoiTable
    const cells = (row: RoiRow) => columns.map(({ key }) => valueOf(row, key))
    return writeTable(
      to,
      format,
      columns.map(({ title }) => title),
      [...table.rows, table.total].map(cells),
    )
  }),
}

/** The order of rows tells of the figure they are sorted by: one that is hidden sorts nothing. */
function shownSort<I extends { readonly sort: { readonly column: string; readonly descending: boolean } }>(
  context: WorkspaceContext,
  input: I,
): I {
  const figure = input.sort.column
  const schema = figure in RoiFigures.shape ? RoiFigures.shape[figure as keyof RoiFigures] : null
  const show = shownTo(context, schema, input)
  return show !== null && show(1) === null ? { ...input, sort: { column: 'gmv', descending: true } } : input
}

type Extent = { from: string | null; to: string | null }

function extentOf(lists: Lists, shopIds?: readonly string[]): Extent {
  const days = [...lists.extents()]
    .filter(([id]) => shopIds === undefined || shopIds.includes(id))
    .map(([, extent]) => extent)
  if (days.length === 0) {
    return { from: null, to: null }
  }
  return {
    from: dayOfNumber(Math.min(...days.map(({ from }) => from))),
    to: dayOfNumber(Math.max(...days.map(({ to }) => to))),
  }
}

/** A cell by column name: a key's text, or a figure; money as a decimal number of the row's currency. */
function valueOf(row: RoiRow, column: string): string | number | null {
  const figure: unknown = Object.entries(row).find(([name]) => name === column)?.[1]
  if (typeof figure === 'number') {
    return MONEY_COLUMNS.has(column) ? figure / 10 ** decimalsOf(row.currency) : figure
  }
  if (typeof figure === 'string') {
    return figure
  }
  return Object.entries(row.keys).find(([key]) => key === column)?.[1] ?? null
}

const MONEY_COLUMNS: ReadonlySet<string> = new Set([
  'gmv',
  'netGmv',
  'commission',
  'commissionSettled',
  'commissionPending',
  'refunds',
  'sampleCost',
  'fees',
  'ads',
  'otherCosts',
  'platformFees',
  'cogs',
  'contribution',
])
