/**
 * Every record table: its number, its columns and how two people's edits of one cell will be merged.
 *
 * The one declaration from which capture triggers, the log, the command line's entities and export columns come.
 * Numbers travel between colleagues for ever: a table's or column's number is never reused and never changes, and a
 * column that is no longer wanted stays with `retired: true`.
 */

import type { Column, Entity } from './columns'
import { CAMPAIGN_ENTITIES } from './entities-campaigns'
import { CASH_ENTITIES } from './entities-cash'
import { CONTENT_ENTITIES } from './entities-content'
import { CONTRACT_ENTITIES } from './entities-contracts'
import { CORE_ENTITIES } from './entities-core'
import { CRM_ENTITIES } from './entities-crm'
import { FINANCE_ENTITIES } from './entities-finance'
import { OUTREACH_ENTITIES } from './entities-outreach'
import { SAMPLE_ENTITIES } from './entities-samples'

export const ENTITIES = {
  ...CORE_ENTITIES,
  ...CRM_ENTITIES,
  ...OUTREACH_ENTITIES,
  ...CAMPAIGN_ENTITIES,
  ...SAMPLE_ENTITIES,
  ...CONTENT_ENTITIES,
  ...CONTRACT_ENTITIES,
  ...FINANCE_ENTITIES,
  ...CASH_ENTITIES,
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
