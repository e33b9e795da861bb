/**
 * What a record table's column can be, and how two people's edits of one cell are merged: the words that the registry is written in.
 */

import type { Mask } from '../domain/roles'

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

/**
 * A reference to a deleted record, shown without anybody writing anything: `keepParent` the parent stays, with the reason;
 * `hideChild` the record goes and comes back with its parent; `ghost` the old label is shown.
 */
export type DeletedReference = 'keepParent' | 'hideChild' | 'ghost'

export interface Column {
  readonly n: number
  readonly kind: ColumnKind
  readonly merge: MergeRule
  /** A record without it makes no sense; asked for by commands, never by the table (a merge may leave it empty). */
  readonly required?: true
  /** The entity that an `id` column points to. */
  readonly references?: string
  /** What becomes of the pair when the record pointed to was deleted by somebody who did not know of this one; default `keepParent`. */
  readonly onDeleted?: DeletedReference
  /** What it names is not taken away again by undoing that it was added: books go on naming it. */
  readonly keeps?: true
  /** The column that holds a `money` column's currency. */
  readonly currency?: string
  /** Left out of everything that a role without it gets to see. */
  readonly mask?: Mask
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
  /** Its rows are events of a state machine (`machines.ts`): `of` is the column that names the record they belong to. */
  readonly events?: { readonly machine: string; readonly of: string }
  readonly columns: Readonly<Record<string, Column>>
}

export const random = { rule: 'random' } as const
export const natural = (ns: string, ...key: readonly string[]): IdRule => ({ rule: 'natural', ns, key })

const cell =
  (kind: ColumnKind) =>
  (n: number, more: Partial<Omit<Column, 'n' | 'kind'>> = {}): Column => ({ n, kind, merge: 'mv', ...more })
export const text = cell('text')
export const handle = cell('handle')
export const integer = cell('integer')
export const bool = cell('bool')
export const day = cell('day')
export const instant = cell('instant')
export const currency = cell('currency')
export const decimal = cell('decimal')
export const json = cell('json')
export const money = (n: number, currencyColumn: string, more: Partial<Column> = {}): Column => ({
  n,
  kind: 'money',
  merge: 'mv',
  currency: currencyColumn,
  ...more,
})
export const reference = (n: number, references: string, more: Partial<Column> = {}): Column => ({
  n,
  kind: 'id',
  merge: 'mv',
  references,
  ...more,
})
export const note = (n: number): Column => ({ n, kind: 'text', merge: 'text' })

export const required = { required: true } as const
