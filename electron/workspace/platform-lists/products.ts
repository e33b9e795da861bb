/** The products that a list names, each once, with their variations, prices and figures. */

import { naturalId, productRecordId } from '../../../db/capture/derived'
import {
  packProduct,
  PRODUCT_FIGURE_NAMES,
  type ProductValues,
  unpackProduct,
} from '../../../shared/domain/product-figures'
import { withoutCode } from '../../../shared/domain/platform-lists/cells'
import type { PlatformRow, PlatformRules } from '../../../shared/domain/platform-lists/rows'
import type { PlatformTarget } from '../../../shared/domain/platform-lists/targets'
import type { RejectCode } from '../../../shared/domain/imports'
import type { Rejected } from '../list-files/rows'
import { cellsOf, countsMore, fullerText, keepRow, type KeptRow } from './agreeing'
import type { PlatformSource } from './source'

const BYTES_PER_ROW = 220

export const CATALOGUE_FIELDS = ['name', 'category', 'brand', 'status', 'imageUrl'] as const
export type CatalogueField = (typeof CATALOGUE_FIELDS)[number]

export interface ReadProduct {
  readonly id: string
  readonly productId: string
  readonly row: number
  readonly fields: Partial<Record<CatalogueField, string>>
}

/** `skuId` `*`: a price of the product, in lists without variations. */
export interface ReadSku {
  readonly id: string
  readonly productId: string
  readonly skuId: string
  readonly kept: KeptRow
  readonly variation: string | null
  readonly sellerSku: string | null
  readonly listedStock: number | null
  readonly weightGrams: number | null
  readonly price: number | null
}

export interface ReadProductFigures {
  readonly productId: string
  /** Figures as they are kept. */
  packed: string
  kept: KeptRow
}

export class CollectedProducts {
  readonly products = new Map<string, ReadProduct>()
  readonly skus = new Map<string, ReadSku>()
  readonly figures = new Map<string, ReadProductFigures>()
  repeated = 0
  bytes = 0
  readonly #source: PlatformSource
  readonly #rules: PlatformRules
  readonly #refused: Rejected

  constructor(source: PlatformSource, rules: PlatformRules, refused: Rejected) {
    this.#source = source
    this.#rules = rules
    this.#refused = refused
  }

  get size(): number {
    return this.products.size
  }

  add(row: PlatformRow): void {
    const { productId } = row.texts
    if (productId === undefined) return this.#refuse(row, 'productId', 'idMissing')
    this.bytes += BYTES_PER_ROW + Buffer.byteLength(row.texts.name ?? '')
    this.#product(row, productId)
    if (this.#rules.kind === 'productBatchEdit') this.#sku(row, productId)
    else this.#figures(row, productId)
  }

  #refuse({ row, cells }: Pick<PlatformRow, 'row' | 'cells'>, target: PlatformTarget, code: RejectCode): void {
    const at = this.#rules.columns.indexOf(target)
    this.#refused.add({ row, column: this.#rules.headers[at] ?? '', code, value: cells[at] ?? '', cells })
  }

  #product({ texts, row }: PlatformRow, productId: string): void {
    const { shop } = this.#source
    const known = this.products.get(productId) ?? {
      id: productRecordId(shop.id, productId),
      productId,
      row,
      fields: {},
    }
    this.products.set(productId, known)
    for (const field of CATALOGUE_FIELDS) {
      const said = texts[field]
      if (said === undefined) continue
      const plain = field === 'name' || field === 'imageUrl' ? said : withoutCode(said)
      known.fields[field] = fullerText(known.fields[field] ?? null, plain) ?? plain
    }
  }

  #sku(row: PlatformRow, productId: string): void {
    const { texts, numbers } = row
    const skuId = texts.skuId ?? '*'
    const read: ReadSku = {
      id: naturalId('productSku', [this.#source.shop.id, productId, skuId]),
      productId,
      skuId,
      kept: keepRow(row),
      variation: texts.variation ?? null,
      sellerSku: texts.sellerSku ?? null,
      listedStock: numbers.listedStock ?? null,
      weightGrams: numbers.weightGrams ?? null,
      price: numbers.price ?? null,
    }
    const key = `${productId} ${skuId}`
    const before = this.skus.get(key)
    if (before === undefined) this.skus.set(key, read)
    else if (saysOf(before) === saysOf(read)) this.repeated += 1
    else {
      const isMore = saysOf(read) > saysOf(before)
      this.#refuse(isMore ? asRow(before.kept) : row, texts.skuId === undefined ? 'productId' : 'skuId', 'rowsDisagree')
      if (isMore) this.skus.set(key, read)
    }
  }

  #figures(row: PlatformRow, productId: string): void {
    // Its names are exactly those that the cells of such a list are read for.
    const values = row.values as ProductValues
    const packed = packProduct(values)
    const before = this.figures.get(productId)
    if (before === undefined) this.figures.set(productId, { productId, packed, kept: keepRow(row) })
    else if (before.packed === packed) this.repeated += 1
    else {
      const isMore = countsMore(PRODUCT_FIGURE_NAMES, values, unpackProduct(before.packed))
      this.#refuse(isMore ? asRow(before.kept) : row, 'productId', 'rowsDisagree')
      if (isMore) Object.assign(before, { packed, kept: keepRow(row) })
    }
  }
}

function asRow(kept: KeptRow): Pick<PlatformRow, 'row' | 'cells'> {
  return { row: kept.row, cells: cellsOf(kept) }
}

function saysOf({ variation, sellerSku, listedStock, weightGrams, price }: ReadSku): string {
  return JSON.stringify([price, listedStock, sellerSku, variation, weightGrams])
}
