/** One list on its way in: opened, its shop, days and currency settled, with the id that its content gives it. */

import { naturalId } from '../../../db/capture/derived'
import type { PlatformListFile } from '../../../shared/contract/platform-lists'
import type { Shop } from '../../../shared/contract/shops'
import { type Currency, findCurrency } from '../../../shared/domain/currencies'
import { normaliseHandle } from '../../../shared/domain/import-values/handles'
import type { Days } from '../../../shared/domain/platform-lists/banner'
import { LIST_KINDS } from '../../../shared/domain/platform-lists/kinds'
import { AppError } from '../../../shared/errors'
import type { z } from '../../../shared/schema'
import type { WorkspaceContext } from '../context'
import type { Table } from '../files/table-file'
import { openAnyTable } from '../list-files/open'
import { findShop } from '../lookups/shops'
import { type PlatformHead, requirePlatformHead } from './head'

export type PlatformListInput = z.output<typeof PlatformListFile>

export interface PlatformSource {
  readonly input: PlatformListInput
  readonly table: Table
  readonly head: PlatformHead
  readonly entity: 'productLists' | 'contentLists'
  readonly shop: Shop
  readonly currency: Currency
  /** Null for the catalogue, which is as it is on the day it was asked. */
  readonly period: Days | null
  /** UTC epoch ms: when the platform was asked. */
  readonly observedAt: number
  /** The handle that a person gave for LIVEs of a file that does not name anybody; ''. */
  readonly creator: string
  readonly listId: string
}

/** Refuses what is no such list, an unknown shop, figures without their days, and other content than was agreed to. */
export async function openPlatformList(context: WorkspaceContext, input: PlatformListInput): Promise<PlatformSource> {
  const { db } = context.host.current().workspace
  const table = await openAnyTable(input)
  const head = requirePlatformHead(table)
  const { of, needsPeriod } = LIST_KINDS[head.kind]
  const shop = findShop(db, input.shopId)
  const period = needsPeriod ? (input.period ?? head.period) : null
  if (needsPeriod && period === null) {
    throw new AppError('input.invalid', { path: 'period', reason: 'the days that the figures are of are needed' })
  }
  const settled = {
    input,
    table,
    head,
    shop,
    period,
    entity: of === 'products' ? ('productLists' as const) : ('contentLists' as const),
    currency: currencyFor(input.currency ?? head.currency ?? shop.currency),
    creator: normaliseHandle(input.creator ?? ''),
    // Of a pasted table nothing says how old it is.
    observedAt: table.modifiedAt ?? context.now(),
  }
  return { ...settled, listId: listIdOf(settled) }
}

function currencyFor(code: string): Currency {
  const currency = findCurrency(code)
  if (currency === null) throw new AppError('input.invalid', { path: 'currency', reason: 'not a known currency' })
  return currency
}

/** The same content read in the same way for the same shop is the same list wherever it is imported. */
function listIdOf({
  table,
  head,
  shop,
  period,
  currency,
  creator,
  input,
  entity,
}: Omit<PlatformSource, 'listId'>): string {
  return naturalId(entity, [
    table.content,
    shop.id,
    head.kind,
    period === null ? '' : `${period.from}..${period.to}`,
    currency.code,
    creator,
    JSON.stringify(head.columns),
    JSON.stringify(input.corrections),
  ])
}
