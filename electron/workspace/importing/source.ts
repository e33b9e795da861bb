/** One file on its way in: opened for its shop, with the id that its content and its corrections give it. */

import fs from 'node:fs'
import path from 'node:path'

import { creatorId, naturalId, productRecordId } from '../../../db/capture/derived'
import type { ImportSpec } from '../../../db/facts/types'
import { sha256OfFile } from '../../../db/file-hash'
import type { Shop } from '../../../shared/contract/shops'
import { dayNumber } from '../../../shared/domain/days'
import type { DateOrder, LineReader } from '../../../shared/domain/imports'
import { normaliseHandle } from '../../../shared/domain/import-values/handles'
import type { OrderKind } from '../../../shared/domain/orders'
import { ruleInForce } from '../../../shared/domain/markets'
import { AppError } from '../../../shared/errors'
import type { z } from '../../../shared/schema'
import type { ImportFile } from '../../../shared/contract/imports'
import type { WorkspaceContext } from '../context'
import { ownRules } from '../lookups/markets'
import { findShop } from '../lookups/shops'
import { today } from '../support'
import { openLineReader } from '../files/open-file'
import { reading } from './reading'

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
  /** SHA-256 (hex) of the file's bytes. */
  readonly content: string
  /** Refuses where the file is no longer the one that was opened. */
  readonly checkSame: () => void
}

/** Opens the file; refuses what cannot be read, an unknown shop, an export of another kind and other content than asked for. */
export function openSource(context: WorkspaceContext, input: ImportInput): Promise<Source> {
  return reading(input.path, () => open(context, input))
}

async function open(context: WorkspaceContext, input: ImportInput): Promise<Source> {
  const { db } = context.host.current().workspace
  const shop = findShop(db, input.shopId)
  const stat = fs.statSync(input.path, { throwIfNoEntry: false })
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
  const content = await sha256OfFile(input.path)
  const changed = new AppError('import.unreadable', { file: input.path, reason: 'changed' })
  if (!stat || (input.content !== undefined && input.content !== content)) {
    throw changed
  }
  const modifiedAt = Math.round(stat.mtimeMs)
  return {
    path: input.path,
    name: path.basename(input.path),
    sizeBytes: stat.size,
    modifiedAt,
    shop,
    reader,
    content,
    checkSame: () => {
      const now = fs.statSync(input.path, { throwIfNoEntry: false })
      if (now?.mtimeMs !== stat.mtimeMs || now.size !== stat.size || now.ino !== stat.ino) {
        throw changed
      }
    },
    spec: {
      ...spec(shop, reader.recognised.kind, batchIdOf(content, input)),
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
function batchIdOf(content: string, { shopId, kind, period, creator, corrections }: ImportInput): string {
  return naturalId('import', [
    content,
    shopId,
    String(MAPPING_VERSION),
    JSON.stringify([kind ?? null, period ?? null, creator ?? null, corrections]),
  ])
}

function isDateOrder(order: string | null): order is DateOrder {
  return order === 'DMY' || order === 'MDY' || order === 'YMD'
}
