/**
 * Creators and products by number and by name, remembered: both only ever grow, and a question may name thousands.
 */

import type { Database, Statement } from 'better-sqlite3'

export type Named = 'creator' | 'product'

export interface Label {
  readonly text: string
  readonly id: string | null
}

interface Numbered {
  readonly no: number
  readonly shopNo: number
}

const NOBODY: Label = { text: '', id: null }
const TABLES = {
  creator: { table: 'dim_creators', text: 'handle', shop: '0' },
  product: { table: 'dim_products', text: 'product_id', shop: 'shop_no' },
} as const

export class Names {
  private readonly creator: Directory
  private readonly product: Directory

  constructor(db: Database) {
    this.creator = new Directory(db, 'creator')
    this.product = new Directory(db, 'product')
  }

  of(kind: Named): Directory {
    return this[kind]
  }
}

export class Directory {
  private readonly find: Record<'byText' | 'byId' | 'byNo' | 'count', Statement>
  private readonly numbers = new Map<string, readonly Numbered[]>()
  private readonly labels: Label[] = []
  private twinsUpTo = -1
  private twinsKnown: ReadonlyMap<number, number> = new Map()
  private readonly findTwins: Statement

  constructor(db: Database, kind: Named) {
    const { table, text, shop } = TABLES[kind]
    this.find = {
      byText: db.prepare(`SELECT no, ${shop} AS shopNo FROM ${table} WHERE ${text} = ? ORDER BY no`),
      byId: db.prepare(`SELECT ${text} FROM ${table} WHERE id = ?`).pluck(),
      byNo: db.prepare(`SELECT ${text} AS text, id FROM ${table} WHERE no = ?`),
      count: db.prepare(`SELECT COALESCE(MAX(no), 0) + 1 FROM ${table}`).pluck(),
    }
    this.findTwins = db.prepare(`SELECT p.no, t.first FROM ${table} p JOIN
      (SELECT ${text} AS text, MIN(no) AS first FROM ${table} GROUP BY ${text} HAVING COUNT(*) > 1) t ON t.text = p.${text}`)
  }

  /** One more than the greatest number. */
  get size(): number {
    // COALESCE always answers with one number.
    return this.find.count.get() as number
  }

  /** The numbers that a name has; a product id may have one in each of several shops. */
  numbersOf(text: string): readonly Numbered[] {
    const known = this.numbers.get(text)
    if (known !== undefined) {
      return known
    }
    // The statement's columns are the type's.
    const found = text === '' ? [] : (this.find.byText.all(text) as Numbered[])
    if (found.length === 1) this.numbers.set(text, found)
    return found
  }

  /** The name that a record id stands for. */
  textOfId(id: string): string | null {
    // A text column.
    return (this.find.byId.get(id) as string | undefined) ?? null
  }

  label(no: number): Label {
    let label = this.labels[no]
    if (label === undefined) {
      // The statement's columns are the type's.
      label = no === 0 ? NOBODY : ((this.find.byNo.get(no) as Label | undefined) ?? NOBODY)
      this.labels[no] = label
    }
    return label
  }

  /** Names that have several numbers (one shop entered twice): those numbers, to the first of them. */
  twins(): ReadonlyMap<number, number> {
    const { size } = this
    if (size !== this.twinsUpTo) {
      this.twinsUpTo = size
      // The statement's two columns.
      this.twinsKnown = new Map(this.findTwins.raw().all() as [number, number][])
    }
    return this.twinsKnown
  }
}
