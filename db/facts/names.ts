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
  creator: { table: 'dim_creators', kind: 1, text: 'handle', shop: '0' },
  product: { table: 'dim_products', kind: 2, text: 'product_id', shop: 'shop_no' },
} as const

export class Names {
  private readonly creator: Directory
  private readonly product: Directory
  private readonly version: Statement
  private at: unknown

  constructor(db: Database) {
    this.creator = new Directory(db, 'creator')
    this.product = new Directory(db, 'product')
    this.version = db.prepare('SELECT total(version), count(*) FROM dim_shops').raw()
  }

  of(kind: Named): Directory {
    return this[kind]
  }

  /** To be called before each question: what live files name is asked again after any of them came or went. */
  refresh(): void {
    const at = String(this.version.get())
    if (at !== this.at) {
      this.at = at
      this.creator.forget()
      this.product.forget()
    }
  }
}

export class Directory {
  private readonly find: Record<'byText' | 'byId' | 'byNo' | 'count' | 'named' | 'twins', Statement>
  private readonly numbers = new Map<string, readonly Numbered[]>()
  private readonly labels: Label[] = []
  // Until any file comes or goes.
  private readonly namedKnown = new Map<number, boolean>()
  private twinsKnown: ReadonlyMap<number, number> | null = null

  constructor(db: Database, of: Named) {
    const { table, kind, text, shop } = TABLES[of]
    const named = (
      no: string,
    ): string => `EXISTS (SELECT 1 FROM fact_batch_dims f JOIN fact_batches b ON b.no = f.batch_no
      WHERE f.kind = ${kind} AND f.dim_no = ${no} AND b.live = 1)`
    // Of several the first by id, which is the same on every copy of a workspace; numbers are not.
    this.find = {
      byText: db.prepare(`SELECT no, ${shop} AS shopNo FROM ${table} WHERE ${text} = ? ORDER BY id`),
      byId: db.prepare(`SELECT no, ${text} AS text FROM ${table} WHERE id = ? ORDER BY ${text}`),
      byNo: db.prepare(`SELECT ${text} AS text, id FROM ${table} WHERE no = ?`),
      count: db.prepare(`SELECT COALESCE(MAX(no), 0) + 1 FROM ${table}`).pluck(),
      named: db.prepare(`SELECT ${named('?')}`).pluck(),
      twins: db
        .prepare(
          `SELECT ${text} AS text, no FROM ${table} p WHERE ${text} IN (SELECT ${text} FROM ${table} GROUP BY ${text} HAVING COUNT(*) > 1)
           AND ${named('p.no')} ORDER BY ${text}, id`,
        )
        .raw(),
    }
  }

  forget(): void {
    this.namedKnown.clear()
    this.twinsKnown = null
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

  /** Those of them that a live file names: the same on every copy, whatever each had and gave up before. */
  namedNumbersOf(text: string): readonly Numbered[] {
    return this.numbersOf(text).filter(({ no }) => this.isNamed(no))
  }

  /** The numbers that a record id has; one creator may be spelled in several ways. */
  numbersOfId(id: string): number[] {
    // The statement's columns.
    return (this.find.byId.all(id) as { no: number }[]).map(({ no }) => no)
  }

  /** The name that a record id stands for, where a live file names it. */
  textOfId(id: string): string | null {
    // The statement's columns.
    const found = this.find.byId.all(id) as { no: number; text: string }[]
    return found.find(({ no }) => this.isNamed(no))?.text ?? null
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

  /** Names that have several numbers (one shop entered twice): those numbers, to the one that stands for them. */
  twins(): ReadonlyMap<number, number> {
    if (this.twinsKnown === null) {
      const firsts = new Map<string, number>()
      const twins = new Map<number, number>()
      // The statement's two columns.
      for (const [text, no] of this.find.twins.all() as [string, number][]) {
        const first = firsts.get(text)
        if (first === undefined) firsts.set(text, no)
        else twins.set(no, first)
      }
      this.twinsKnown = twins
    }
    return this.twinsKnown
  }

  private isNamed(no: number): boolean {
    const known = this.namedKnown.get(no) ?? this.find.named.get(no) === 1
    this.namedKnown.set(no, known)
    return known
  }
}
