/** One file on its way in: opened for its shop, with the id that its content and its corrections give it. */

import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

import { creatorId, naturalId, productRecordId } from '../../../db/capture/derived'
import type { ImportSpec } from '../../../db/facts/types'
import type { Shop } from '../../../shared/contract/shops'
import { dayNumber } from '../../../shared/domain/days'
import type { DateOrder, LineReader } from '../../../shared/domain/imports'
import { normaliseHandle } from '../../../shared/domain/import-values/handles'
import type { OrderKind } from '../../../shared/domain/orders'
import { ruleInForce } from '../../../shared/domain/markets'
import type { z } from '../../../shared/schema'
import type { ImportFile } from '../../../shared/contract/imports'
import type { WorkspaceContext } from '../context'
import { ownRules } from '../lookups/markets'
import { findShop } from '../lookups/shops'
import { today } from '../support'
import { openLineReader } from '../files/open-file'

export type ImportInput = z.output<typeof ImportFile>

/** Raised when the reading of files changes so that the same bytes give other lines. */
const MAPPING_VERSION = 1

export interface Source {
  readonly path: string
  readonly name: string
  readonly sizeBytes: number
  readonly modifiedAt: number
  readonly shop: Shop
  readonly reader: LineReader
  readonly spec: ImportSpec
}

/** Opens the file; refuses what cannot be read, an unknown shop and an export of another kind. */
export async function openSource(context: WorkspaceContext, input: ImportInput): Promise<Source> {
  const { db } = context.host.current().workspace
  const shop = findShop(db, input.shopId)
  const order = ruleInForce(shop.market, 'dateOrder', today(context), ownRules(db))
  const reader = await openLineReader(
    input.path,
    {
      currency: shop.currency,
      dateOrder: isDateOrder(order) ? order : 'DMY',
      creator: input.creator ? normaliseHandle(input.creator) : null,
      corrections: input.corrections,
    },
    input.kind === undefined ? {} : { kind: input.kind },
  )
  const stat = fs.statSync(input.path)
  const modifiedAt = Math.round(stat.mtimeMs)
  return {
    path: input.path,
    name: path.basename(input.path),
    sizeBytes: stat.size,
    modifiedAt,
    shop,
    reader,
    spec: {
      ...spec(shop, reader.recognised.kind, await batchIdOf(input)),
      asof: modifiedAt,
      ...(input.period && { period: { from: dayNumber(input.period.from), to: dayNumber(input.period.to) } }),
    },
  }
}

function spec(shop: Shop, kind: OrderKind, batchId: string): Omit<ImportSpec, 'asof'> {
  return {
    batchId,
    shopId: shop.id,
    kind,
    toInstant: (second) => second * 1000,
    recordIds: { creator: creatorId, product: productRecordId },
  }
}

/** The same bytes, read for the same shop in the same way, are the same import wherever they are imported. */
async function batchIdOf({ path: file, shopId, kind, period, creator, corrections }: ImportInput): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of fs.createReadStream(file, { highWaterMark: 1 << 20 })) {
    hash.update(part as Uint8Array)
  }
  return naturalId('import', [
    hash.digest('hex'),
    shopId,
    String(MAPPING_VERSION),
    JSON.stringify([kind ?? null, period ?? null, creator ?? null, corrections]),
  ])
}

function isDateOrder(order: string | null): order is DateOrder {
  return order === 'DMY' || order === 'MDY' || order === 'YMD'
}
