/** Any record by entity name: what the command line and support use; validation and audit as everywhere. */

import { z } from '../schema'
import { Id, Nothing, Page, procedure } from './define'
import { concealed, type Hidden, withoutHidden } from './masks'

/** The kind of record that was asked for: `entity` of every call here. */
function asked(input: unknown): string {
  return z.object({ entity: z.string() }).safeParse(input).data?.entity ?? ''
}

export const FieldValue = z.union([z.string(), z.number(), z.boolean(), z.null()])
export const RecordRow = z.record(z.string(), FieldValue)
export type RecordRow = z.infer<typeof RecordRow>

/** A record of the asked kind without the fields that are hidden. */
const Shown = concealed(RecordRow, (row, hidden: Hidden, input) => withoutHidden(row, asked(input), hidden))

export const recordsContract = {
  entities: procedure(
    Nothing,
    z.array(z.object({ entity: z.string(), fields: z.array(z.object({ name: z.string(), kind: z.string() })) })),
  ),
  list: procedure(
    Page.extend({ entity: z.string(), where: z.record(z.string(), FieldValue).default({}) }),
    z.object({ rows: z.array(Shown), nextCursor: z.string().nullable() }),
  ),
  get: procedure(z.object({ entity: z.string(), id: Id }), Shown),
  /** Without `id` a new record (its id follows from its key where it has one). */
  put: procedure(z.object({ entity: z.string(), id: Id.optional(), fields: RecordRow }), Shown),
  remove: procedure(z.object({ entity: z.string(), id: Id }), Nothing),
  /** Writes every record of an entity to a file. */
  export: procedure(
    z.object({ entity: z.string(), format: z.enum(['csv', 'xlsx', 'json']), to: z.string().min(1) }),
    z.object({ file: z.string(), rows: z.int() }),
  ),
}
