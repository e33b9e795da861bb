/**
 * Every record table: its number, its columns and how two people's edits of one cell will be merged.
 *
 * The one declaration from which capture triggers, the log, the command line's entities and export columns come.
 * Numbers travel between colleagues for ever: a table's or column's number is never reused and never changes, and a
 * column that is no longer wanted stays with `retired: true`.
 */

import {
  bool,
  type Column,
  currency,
  day,
  decimal,
  type Entity,
  handle,
  instant,
  integer,
  json,
  money,
  natural,
  note,
  random,
  reference,
  required,
  text,
} from './columns'
import { CRM_ENTITIES } from './entities-crm'
import { OUTREACH_ENTITIES } from './entities-outreach'

export const ENTITIES = {
  clients: {
    n: 1,
    table: 'clients',
    id: random,
    columns: {
      name: text(0, required),
      feeModel: text(1, { mask: 'margin' }),
      contact: text(2),
      reportLanguage: text(3),
      note: note(4),
    },
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
      phone: text(5, { mask: 'contact' }),
      email: text(6, { mask: 'contact' }),
      /** The platform's own number of the creator. */
      platformId: text(7),
      language: text(8),
      category: text(9),
      /** Where most of the audience is: ISO 3166. */
      audienceMarket: text(10),
      audienceLanguage: text(11),
      /** MCN or agent. */
      agent: text(12),
      /** List of `{kind, value}`. */
      channels: json(13, { mask: 'contact' }),
      preferredChannel: text(14),
      /** IANA name. */
      timezone: text(15),
      address: text(16, { mask: 'address' }),
      bank: text(17, { mask: 'bank' }),
      payee: text(18, { mask: 'bank' }),
      sizes: text(19),
      colors: text(20),
      /** Where the data comes from and on what ground it is kept. */
      consent: text(21),
      retainUntil: day(22),
      starred: bool(23, { merge: 'lww' }),
    },
  },
  products: {
    n: 4,
    table: 'products',
    id: natural('product', 'shopId', 'productId'),
    derivedBirths: true,
    columns: {
      shopId: reference(0, 'shops', required),
      productId: text(1, required),
      // Imported lines name products too, in their own words.
      name: text(2, { merge: 'mvQuiet' }),
      note: note(3),
    },
  },
  productCosts: {
    n: 5,
    table: 'product_costs',
    id: random,
    columns: {
      shopId: reference(0, 'shops', required),
      productId: text(1, required),
      currency: currency(2, required),
      unitCost: money(3, 'currency', { ...required, mask: 'margin' }),
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
      amount: money(5, 'currency', { ...required, mask: 'cost' }),
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
      // Two people may import one file: what they may differ in is settled without asking anybody.
      fileName: text(2, { merge: 'lww' }),
      sizeBytes: integer(3, { merge: 'lww' }),
      rows: integer(4, { merge: 'lww' }),
      // The earlier copy of a file is nearer to the platform's export.
      asOf: instant(5, { merge: 'min' }),
      importedAt: instant(6, { merge: 'min' }),
      layout: text(7, { merge: 'lww' }),
      language: text(8, { merge: 'lww' }),
      container: text(9, { merge: 'lww' }),
      periodFrom: day(10, { merge: 'lww' }),
      periodTo: day(11, { merge: 'lww' }),
      counts: json(12, { merge: 'lww' }),
      corrections: json(13, { merge: 'lww' }),
      content: text(14, { merge: 'lww' }),
    },
  },
  settings: {
    n: 10,
    table: 'settings',
    id: natural('setting', 'key'),
    system: true,
    columns: { key: text(0, required), value: json(1) },
  },
  aliases: {
    n: 11,
    table: 'aliases',
    id: { rule: 'given' },
    system: true,
    columns: { entity: text(0, required), toId: { n: 1, kind: 'id', merge: 'mv', required: true } },
  },
  attachments: {
    n: 12,
    table: 'attachments',
    id: random,
    system: true,
    columns: {
      entity: text(0, required),
      recordId: { n: 1, kind: 'id', merge: 'mv', required: true },
      name: text(2, required),
      mime: text(3, { merge: 'lww' }),
      size: integer(4, required),
      sha256: text(5, required),
      note: note(6),
    },
  },
  costEvents: {
    n: 13,
    table: 'cost_events',
    id: random,
    system: true,
    events: { machine: 'payment', of: 'costLineId' },
    columns: {
      costLineId: reference(0, 'costLines', { ...required, onDeleted: 'hideChild' }),
      fromState: text(1, required),
      toState: text(2, required),
      reason: text(3),
      resolves: json(4),
      machine: integer(5, required),
    },
  },
  ...CRM_ENTITIES,
  ...OUTREACH_ENTITIES,
} as const satisfies Record<string, Entity>

export type EntityName = keyof typeof ENTITIES
export type FieldName<E extends EntityName> = keyof (typeof ENTITIES)[E]['columns'] & string

export type NamedEntity = Entity & { readonly name: EntityName }

/** All entities with their names, by number. */
export const ENTITY_LIST: readonly NamedEntity[] = entityNames()
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
export function entityByNumber(n: number): NamedEntity | null {
  return ENTITY_LIST.find((entity) => entity.n === n) ?? null
}

export interface NamedColumn extends Column {
  readonly field: string
  /** The column's name in SQL. */
  readonly sql: string
}

/** An entity's columns in the order of their numbers. */
export function columnsOf(entity: Entity): readonly NamedColumn[] {
  const known = namedColumns.get(entity.columns)
  if (known !== undefined) return known
  const columns = Object.entries(entity.columns)
    .map(([field, column]) => ({ ...column, field, sql: sqlName(field) }))
    .toSorted((a, b) => a.n - b.n)
  namedColumns.set(entity.columns, columns)
  return columns
}

/** Worked out once: asked for every row that is written. */
const namedColumns = new WeakMap<Entity['columns'], readonly NamedColumn[]>()

/** `fromDay` as `from_day`. */
export function sqlName(field: string): string {
  return field.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)
}

function entityNames(): EntityName[] {
  return Object.keys(ENTITIES).filter(isEntityName)
}
