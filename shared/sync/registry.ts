/**
 * Every record table: its number, its columns and how two people's edits of one cell will be merged.
 *
 * The one declaration from which capture triggers, the log, the command line's entities and export columns come.
 * Numbers travel between colleagues for ever: a table's or column's number is never reused and never changes, and a
 * column that is no longer wanted stays with `retired: true`.
 */

/** How a cell is stored and written out. `money` is whole minor units, `decimal` an exact decimal in text, `day` `YYYY-MM-DD`, `instant` UTC epoch ms. */
export type ColumnKind =
  | 'text'
  | 'handle'
  | 'integer'
  | 'bool'
  | 'day'
  | 'instant'
  | 'money'
  | 'currency'
  | 'decimal'
  | 'id'
  | 'json'

/**
 * What holds when two people wrote one cell without seeing each other's value: `mv` both are kept and reviewed,
 * `mvQuiet` both are kept without a review, `lww` the later one, `max` and `min` by size, `orFlag` true, `text` by lines.
 */
export type MergeRule = 'mv' | 'mvQuiet' | 'lww' | 'max' | 'min' | 'orFlag' | 'text'

export interface Column {
  readonly n: number
  readonly kind: ColumnKind
  readonly merge: MergeRule
  /** A record without it makes no sense; asked for by commands, never by the table (a merge may leave it empty). */
  readonly required?: true
  /** The entity that an `id` column points to. */
  readonly references?: string
  /** The column that holds a `money` column's currency. */
  readonly currency?: string
  /** The only values a command accepts. */
  readonly values?: readonly string[]
  readonly retired?: true
}

/**
 * Where ids come from: `random`, `natural` a hash of the key columns (two people adding the same thing make one record;
 * the key columns never change), or `given` by the caller as a hash of content.
 */
export type IdRule =
  | { readonly rule: 'random' }
  | { readonly rule: 'natural'; readonly ns: string; readonly key: readonly string[] }
  | { readonly rule: 'given' }

export interface Entity {
  readonly n: number
  /** The SQL table. */
  readonly table: string
  readonly id: IdRule
  /** An import may add rows that imported lines name; they enter the log with a person's first edit. */
  readonly derivedBirths?: true
  /** Kept by the program; not offered for free editing. */
  readonly system?: true
  readonly columns: Readonly<Record<string, Column>>
}

const random = { rule: 'random' } as const
const natural = (ns: string, ...key: readonly string[]): IdRule => ({ rule: 'natural', ns, key })

const cell =
  (kind: ColumnKind) =>
  (n: number, more: Partial<Omit<Column, 'n' | 'kind'>> = {}): Column => ({ n, kind, merge: 'mv', ...more })
const text = cell('text')
const handle = cell('handle')
const integer = cell('integer')
const bool = cell('bool')
const day = cell('day')
const instant = cell('instant')
const currency = cell('currency')
const decimal = cell('decimal')
const json = cell('json')
const money = (n: number, currencyColumn: string, more: Partial<Column> = {}): Column => ({
  n,
  kind: 'money',
  merge: 'mv',
  currency: currencyColumn,
  ...more,
})
const reference = (n: number, references: string, more: Partial<Column> = {}): Column => ({
  n,
  kind: 'id',
  merge: 'mv',
  references,
  ...more,
})
const note = (n: number): Column => ({ n, kind: 'text', merge: 'text' })

const required = { required: true } as const

export const ENTITIES = {
  clients: {
    n: 1,
    table: 'clients',
    id: random,
    columns: { name: text(0, required), feeModel: text(1), contact: text(2), reportLanguage: text(3), note: note(4) },
  },
  shops: {
    n: 2,
    table: 'shops',
    id: random,
    columns: {
      name: text(0, required),
      clientId: reference(1, 'clients'),
      market: text(2, required),
      currency: currency(3, required),
      timezone: text(4, required),
      reportLanguage: text(5),
      shopCode: text(6),
      crossBorder: bool(7),
      color: integer(8, { merge: 'lww' }),
      order: integer(9, { merge: 'lww' }),
      archived: bool(10),
      note: note(11),
    },
  },
  creators: {
    n: 3,
    table: 'creators',
    id: natural('creator', 'handle'),
    derivedBirths: true,
    columns: {
      handle: handle(0, required),
      displayName: text(1),
      market: text(2),
      remark: note(3),
      tags: json(4, { merge: 'mvQuiet' }),
      phone: text(5),
      email: text(6),
    },
  },
  products: {
    n: 4,
    table: 'products',
    id: natural('product', 'shopId', 'productId'),
    derivedBirths: true,
    columns: { shopId: reference(0, 'shops', required), productId: text(1, required), name: text(2), note: note(3) },
  },
  productCosts: {
    n: 5,
    table: 'product_costs',
    id: random,
    columns: {
      shopId: reference(0, 'shops', required),
      productId: text(1, required),
      currency: currency(2, required),
      unitCost: money(3, 'currency', required),
      fromDay: day(4, required),
      note: note(5),
    },
  },
  costLines: {
    n: 6,
    table: 'cost_lines',
    id: random,
    columns: {
      shopId: reference(0, 'shops', required),
      creatorHandle: handle(1),
      productId: text(2),
      contentId: text(3),
      kind: text(4, { ...required, values: ['sample', 'freight', 'fee', 'ads', 'other'] }),
      amount: money(5, 'currency', required),
      currency: currency(6, required),
      day: day(7, required),
      note: note(8),
      campaign: text(9),
      staff: text(10),
    },
  },
  rates: {
    n: 7,
    table: 'rates',
    id: natural('rate', 'day', 'base', 'quote', 'source'),
    columns: {
      day: day(0, required),
      base: currency(1, required),
      quote: currency(2, required),
      rate: decimal(3, required),
      source: text(4, required),
      note: note(5),
    },
  },
  marketRules: {
    n: 8,
    table: 'market_rules',
    id: random,
    columns: {
      market: text(0, required),
      rule: text(1, required),
      value: text(2, required),
      unit: text(3),
      fromDay: day(4, required),
      source: text(5),
      note: note(6),
    },
  },
  imports: {
    n: 9,
    table: 'imports',
    id: { rule: 'given' },
    system: true,
    columns: {
      shopId: reference(0, 'shops', required),
      kind: text(1, required),
      fileName: text(2),
      sizeBytes: integer(3),
      rows: integer(4),
      asOf: instant(5),
      importedAt: instant(6),
      layout: text(7),
      language: text(8),
      container: text(9),
      periodFrom: day(10),
      periodTo: day(11),
      counts: json(12),
      corrections: json(13),
    },
  },
  settings: {
    n: 10,
    table: 'settings',
    id: natural('setting', 'key'),
    system: true,
    columns: { key: text(0, required), value: json(1) },
  },
} as const satisfies Record<string, Entity>

export type EntityName = keyof typeof ENTITIES
export type FieldName<E extends EntityName> = keyof (typeof ENTITIES)[E]['columns'] & string

/** All entities with their names, by number. */
export const ENTITY_LIST: readonly (Entity & { readonly name: EntityName })[] = entityNames()
  .map((name) => ({ ...ENTITIES[name], name }))
  .toSorted((a, b) => a.n - b.n)

/** The tables whose rows an import may add by itself. */
export type DerivedEntity = 'creators' | 'products'

export function isEntityName(name: string): name is EntityName {
  return Object.hasOwn(ENTITIES, name)
}

export function entityOf(name: EntityName): Entity {
  return ENTITIES[name]
}

/** The entity with this number, or null when this build does not know it. */
export function entityByNumber(n: number): (Entity & { readonly name: EntityName }) | null {
  return ENTITY_LIST.find((entity) => entity.n === n) ?? null
}

export interface NamedColumn extends Column {
  readonly field: string
  /** The column's name in SQL. */
  readonly sql: string
}

/** An entity's columns in the order of their numbers. */
export function columnsOf(entity: Entity): readonly NamedColumn[] {
  return Object.entries(entity.columns)
    .map(([field, column]) => ({ ...column, field, sql: sqlName(field) }))
    .toSorted((a, b) => a.n - b.n)
}

/** `fromDay` as `from_day`. */
export function sqlName(field: string): string {
  return field.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)
}

function entityNames(): EntityName[] {
  return Object.keys(ENTITIES).filter(isEntityName)
}
