/** Changes made in a grid: cells, fills, pastes and bulk edits, each one step. */

import { z } from '../schema'
import { Id, procedure } from './define'
import { concealed } from './masks'
import { FieldValue } from './records'

/** What was done, as its step is called: one cell, a fill, a paste, a change of many rows, cells emptied. */
export const EDIT_KINDS = ['cell', 'fill', 'paste', 'bulk', 'clear'] as const
export type EditKind = (typeof EDIT_KINDS)[number]

/** The most cells that one step may write. */
export const MOST_CELLS = 200_000
/** The most rows of which a dry run tells values before and after. */
export const MOST_SHOWN = 200

/** Why a cell was left as it was. */
export const EDIT_REASONS = [
  'notText',
  'notAHandle',
  'notWhole',
  'notAnInstant',
  'notYesNo',
  'notADay',
  'notACurrency',
  'notADecimal',
  'notAnId',
  'notJson',
  'notAllowed',
  'unknownField',
  'missing',
  'keyNeverChanges',
  'gone',
  /** Colleagues gave it different values, and nobody has chosen yet. */
  'undecided',
  'currencyOfAnotherShop',
  'sameCurrency',
  'notARate',
  /** Some shop has closed the month that it reaches into. */
  'monthClosed',
  /** The contract is out or signed: its terms stand. */
  'agreed',
  /** A commission rate is 1 to 80 %. */
  'rateOutOfRange',
  'belowZero',
  'tooLong',
  'notAName',
  'notTags',
  'unknownCreator',
  'unknownShop',
  'unknownTimezone',
  'notAMarket',
  'hasLines',
  /** The stage has conditions or a limit that the board asks about. */
  'stageAsks',
  /** The role of who writes does not get to see it. */
  'hidden',
] as const
export type EditReason = (typeof EDIT_REASONS)[number]

/** One row: the record and the fields to write. Without an id it is added, or found by its key where it has one. */
export const RowEdit = z.object({
  entity: z.string(),
  id: Id.nullable(),
  fields: z.record(z.string(), FieldValue),
})
export type RowEdit = z.infer<typeof RowEdit>

export const RefusedCell = z.object({
  /** Which edit of the call. */
  index: z.int(),
  /** The record, also one that this call added; null when the row was not written at all. */
  id: Id.nullable(),
  field: z.string(),
  reason: z.enum(EDIT_REASONS),
  value: FieldValue,
})
export type RefusedCell = z.infer<typeof RefusedCell>

export const ChangedCell = z.object({
  index: z.int(),
  field: z.string(),
  before: FieldValue,
  after: FieldValue,
})
export type ChangedCell = z.infer<typeof ChangedCell>

export const EditResult = z.object({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** Rows of this call that name a record which an earlier row of it had already named. */
  repeated: z.int(),
  /** Cells that were left as they were; all others were written. */
  refused: z.array(RefusedCell),
  /** The record of each edit; null where its row was not written at all. */
  ids: z.array(Id.nullable()),
  /** Dry runs only: the cells of the first `MOST_SHOWN` rows that would change. */
  changes: z.array(ChangedCell),
})
export type EditResult = z.infer<typeof EditResult>

const Kinds = z.object({ edits: z.array(z.object({ entity: z.string() })) })

export const editsContract = {
  /**
   * Writes rows of one or several kinds of records as one undoable step. A cell that does not fit is refused by itself and
   * never stops the others. `dryRun` writes nothing and tells what would happen. More than `MOST_CELLS` cells:
   * `edits.tooMany`.
   */
  apply: procedure(
    z.object({
      what: z.enum(EDIT_KINDS),
      /** The list it was done in. */
      list: z.string().max(80),
      edits: z.array(RowEdit),
      dryRun: z.boolean().default(false),
    }),
    concealed(EditResult, (result, hidden, input) => {
      const entities = Kinds.safeParse(input).data?.edits ?? []
      const hides = ({ index, field }: { index: number; field: string }) =>
        hidden.hidesField(entities[index]?.entity ?? '', field)
      return {
        ...result,
        changes: result.changes.map((change) => (hides(change) ? { ...change, before: null, after: null } : change)),
      }
    }),
  ),
}
