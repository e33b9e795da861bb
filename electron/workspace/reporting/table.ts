/** The ROI table as the contract gives it. */

import { queryRoi } from '../../../db/facts/roi-query'
import type { RoiKey, RoiTable as FactTable } from '../../../db/facts/types'
import {
  ROI_COLUMNS,
  type RoiFigures,
  type RoiRow,
  type RoiTable,
  type RoiTableInput,
} from '../../../shared/contract/roi'
import type { Roi } from '../../../shared/domain/roi'
import type { z } from '../../../shared/schema'
import type { WorkspaceContext } from '../context'
import { footnotesOf } from './footnotes'
import { type Scope, type Scoped, scoped } from './scope'

export type TableInput = z.output<typeof RoiTableInput>

export async function roiTable(context: WorkspaceContext, input: TableInput): Promise<RoiTable> {
  const scope = scoped(context, input)
  const sortable = ROI_COLUMNS.find((column) => column === input.sort.column)
  const table = await ask(context, scope, input.by, {
    sort: { by: sortable ?? 'key', descending: input.sort.descending },
    search: input.search,
    limit: input.limit,
    offset: input.offset,
  })
  return {
    currency: table.currency,
    from: input.from ?? null,
    to: input.to ?? null,
    rows: table.rows.map(toRow),
    rowCount: table.rowCount,
    total: toRow(table.total),
    missingRates: table.missingRates.map(({ base, quote, from, to, lines }) => ({ base, quote, from, to, lines })),
    footnotes: footnotesOf(context, input, scope, table.missingRates),
  }
}

/** The figures over everything in a scope. */
export async function roiTotal(
  context: WorkspaceContext,
  scope: Scope,
): Promise<{ readonly total: RoiRow; readonly scope: Scoped; readonly table: FactTable }> {
  const asked = scoped(context, scope)
  const table = await ask(context, asked, [], { limit: 0 })
  return { total: toRow(table.total), scope: asked, table }
}

/** Rows by time, earliest first. */
export async function roiByTime(
  context: WorkspaceContext,
  scope: Scope,
  grain: 'day' | 'week' | 'month',
): Promise<{ readonly currency: string; readonly rows: RoiRow[] }> {
  const wanted = scoped(context, scope)
  const table = await ask(context, wanted, [grain], { sort: { by: 'key', descending: false } })
  return { currency: wanted.currency, rows: table.rows.map(toRow) }
}

async function ask(
  context: WorkspaceContext,
  { query }: Scoped,
  keys: readonly RoiKey[],
  more: Partial<Parameters<typeof queryRoi>[1]>,
): Promise<FactTable> {
  const { facts, lists } = context.host.current()
  // Whose sales they are is looked up where it is asked for alone.
  const staff = keys.includes('staff') ? { staff: lists.staff() } : {}
  return queryRoi(facts, { ...query, ...staff, keys, ...more })
}

function toRow({ keys, ids, currency, views: _views, ...figures }: Roi): RoiRow {
  return { ...(figures satisfies RoiFigures), keys: { ...keys }, ids: { ...ids }, currency }
}
