/** One list on its way in: opened, its columns, shop, period and currency settled, with the id that its content gives it. */

import { naturalId } from '../../../db/capture/derived'
import type { z } from '../../../shared/schema'
import type { ListFile } from '../../../shared/contract/metrics'
import type { Shop } from '../../../shared/contract/shops'
import { needsPeriod } from '../../../shared/domain/creator-list-headers'
import { type Currency, findCurrency } from '../../../shared/domain/currencies'
import { normaliseHeader } from '../../../shared/domain/import-values/text'
import type { MetricSource } from '../../../shared/domain/metric-names'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import type { Table } from '../files/table-file'
import { openAnyTable } from '../list-files/open'
import { findShop } from '../lookups/shops'
import { findListHead, type ListHead, requireMapped, withColumns } from './head'

export type ListInput = z.output<typeof ListFile>

export interface ListSource {
  readonly input: ListInput
  readonly table: Table
  readonly head: ListHead
  readonly shop: Shop | null
  readonly source: MetricSource
  readonly currency: Currency
  readonly period: { readonly from: string; readonly to: string } | null
  /** UTC epoch ms: when the source was asked. */
  readonly observedAt: number
  readonly listId: string
}

/** Refuses what is no list, an unknown shop, a list of amounts without its period, and other content than was agreed to. */
export async function openListSource(context: WorkspaceContext, input: ListInput): Promise<ListSource> {
  const { db } = context.host.current().workspace
  const table = await openAnyTable(input)
  const head = withColumns(findListHead(db, table), input.columns)
  requireMapped(head, table.path)
  const shop = input.shopId === null ? null : findShop(db, input.shopId)
  const source = input.source ?? head.source
  if (shop === null && source === 'creatorList') {
    throw new AppError('input.invalid', { path: 'shopId', reason: 'a creator list is of one shop' })
  }
  const period = input.period ?? head.period
  if (period === null && needsPeriod(head.columns)) {
    throw new AppError('input.invalid', { path: 'period', reason: 'the days that the figures are of are needed' })
  }
  const settled = { input, table, head, shop, source, period, currency: currencyFor(input, head, shop) }
  return {
    ...settled,
    // Of a pasted table nothing says how old it is.
    observedAt: table.modifiedAt ?? context.now(),
    listId: listIdOf(settled),
  }
}

function currencyFor(input: ListInput, head: ListHead, shop: Shop | null): Currency {
  const code =
    input.currency ??
    (head.source === 'creatorList' ? shop?.currency : null) ??
    head.currency ??
    shop?.currency ??
    'USD'
  const currency = findCurrency(code)
  if (currency === null) throw new AppError('input.invalid', { path: 'currency', reason: 'not a known currency' })
  return currency
}

/** The same content read in the same way for the same shop is the same list wherever it is imported. */
function listIdOf({ input, table, head, source, period, currency }: Omit<ListSource, 'observedAt' | 'listId'>): string {
  return naturalId('creatorList', [
    table.content,
    input.shopId ?? '',
    source,
    period === null ? '' : `${period.from}..${period.to}`,
    currency.code,
    JSON.stringify(head.headers.map((header, at) => [normaliseHeader(header), head.columns[at] ?? null])),
    JSON.stringify(input.corrections),
  ])
}
