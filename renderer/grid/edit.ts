/**
 * What makes a column editable: which record and field its cells are, and how typed or pasted text is read.
 *
 * A column without it is shown and never written.
 */

import type { CellKind } from '../../shared/domain/cell-values'

/** A field's value as the contract has it. */
export type FieldValue = string | number | boolean | null

export interface Suggestion {
  /** What is written. */
  readonly value: string
  /** What people read and type. */
  readonly label: string
}

export interface CellEdit<R> {
  /** The kind of record and its field, as the registry names them. */
  readonly entity: string
  readonly field: string
  /** The record behind the row; null where it does not exist yet and writing the cell makes it, from `key`. */
  readonly id: (row: R) => string | null
  readonly key?: (row: R) => Readonly<Record<string, FieldValue>>
  readonly as: CellKind
  /** `choice` needs them; `tags`, `person` and `creator` offer them while typing. */
  readonly choices?: readonly Suggestion[]
  /** Offered while typing, asked for as people type. */
  readonly suggest?: (text: string) => Promise<readonly Suggestion[]>
  /** Why this row's cell cannot be written, in words for people; null: it can. */
  readonly locked?: (row: R) => string | null
  /** The text that editing begins with, in place of what is copied. */
  readonly text?: (row: R) => string
}

/** How rows are added by pasting beyond the end: the kind of record, and the fields that every new one begins with. */
export interface Adding {
  readonly entity: string
  readonly fields: Readonly<Record<string, FieldValue>>
}
