/**
 * Local whole numbers for creators, products and SKUs, so that lines can be kept and added up as numbers.
 *
 * A name seen for the first time gets its number at once; in a preview the number is only lent.
 */

import type { Database, Statement } from 'better-sqlite3'

import { IdMap, idText } from './id-map'
import type { NamedCreator, NamedProduct, RecordIds } from './types'

export interface DimSpec {
  readonly shopId: string
  readonly shopNo: number
  readonly recordIds: RecordIds
  /** Write new numbers down; else they are only lent. */
  readonly write: boolean
}

interface Numbered {
  readonly find: Statement
  readonly add: Statement
  next: number
}

export class DimNumbers {
  readonly creators = new Map<string, NamedCreator>()
  readonly products: NamedProduct[] = []
  private readonly productNos = new IdMap()
  private readonly skuNos = new IdMap()
  private readonly lookup: Record<'creators' | 'products' | 'skus', Numbered>
  private readonly spec: DimSpec

  constructor(db: Database, spec: DimSpec) {
    this.spec = spec
    const numbered = (table: string, find: string, columns: string): Numbered => ({
      find: db.prepare(`SELECT no FROM dim_${table} WHERE ${find}`),
      add: db.prepare(`INSERT INTO dim_${table} (no, ${columns}) VALUES (?${', ?'.repeat(columns.split(',').length)})`),
      // COALESCE always answers with one number.
      next: db.prepare(`SELECT COALESCE(MAX(no), 0) + 1 FROM dim_${table}`).pluck().get() as number,
    })
    this.lookup = {
      creators: numbered('creators', 'handle = ?', 'id, handle'),
      products: numbered('products', 'shop_no = ? AND product_id = ?', 'id, shop_no, product_id, name'),
      skus: numbered('skus', 'sku_id = ?', 'sku_id, product_no, name'),
    }
  }

  creator(handle: string): number {
    const known = this.creators.get(handle)
    if (known !== undefined) {
      return known.no
    }
    const id = this.spec.recordIds.creator(handle)
    const no = this.number('creators', [handle], [id, handle])
    this.creators.set(handle, { no, id, handle })
    return no
  }

  /** `name` is that of the first line in the file. */
  product(high: number, low: number, name: string): number {
    const known = this.productNos.get(high, low)
    if (known !== 0 || (high === 0 && low === 0)) {
      return known
    }
    const { shopId, shopNo } = this.spec
    const productId = idText(high, low)
    const id = this.spec.recordIds.product(shopId, productId)
    const no = this.number('products', [shopNo, productId], [id, shopNo, productId, name])
    this.productNos.add(high, low, no)
    this.products.push({ no, id, productId, name })
    return no
  }

  sku(high: number, low: number, productNo: number, name: string): number {
    let no = this.skuNos.get(high, low)
    if (no === 0 && (high !== 0 || low !== 0)) {
      const skuId = idText(high, low)
      no = this.number('skus', [skuId], [skuId, productNo, name])
      this.skuNos.add(high, low, no)
    }
    return no
  }

  private number(table: keyof DimNumbers['lookup'], key: readonly unknown[], row: readonly unknown[]): number {
    // The statement's columns.
    const found = this.lookup[table].find.get(...key) as { no: number } | undefined
    return found?.no ?? this.add(table, row)
  }

  private add(table: keyof DimNumbers['lookup'], row: readonly unknown[]): number {
    const numbered = this.lookup[table]
    const no = numbered.next++
    if (this.spec.write) {
      numbered.add.run(no, ...row)
    }
    return no
  }
}

/** The shop's number, given to it when it is first asked for; 0 in a preview of a shop without lines. */
export function shopNumber(db: Database, shopId: string, mayAdd: boolean): number {
  const find = db.prepare('SELECT no FROM dim_shops WHERE id = ?').pluck()
  if (mayAdd) {
    db.prepare('INSERT OR IGNORE INTO dim_shops (id) VALUES (?)').run(shopId)
  }
  // `no` is the table's integer key.
  return (find.get(shopId) as number | undefined) ?? 0
}
