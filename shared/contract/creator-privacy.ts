/** What is kept of one person: given out whole, or erased. */

import { Day } from '../domain/days'
import { z } from '../schema'
import { Id, procedure } from './define'

export const ErasurePreview = z.object({
  handle: z.string(),
  /** Other names of the same person, erased with it. */
  names: z.array(z.string()),
  /** Fields of the record that hold something. */
  fields: z.array(z.string()),
  /** Records that go, by entity. */
  records: z.record(z.string(), z.int()),
  /** Records that stay in the agency's books without what is personal in them, by entity. */
  emptied: z.record(z.string(), z.int()),
  /** What stays as the agency's own books: order lines' files, cost lines. */
  stays: z.object({ imports: z.int(), costs: z.int() }),
  /** What stands in place of the handle afterwards. */
  becomes: z.string(),
})
export type ErasurePreview = z.infer<typeof ErasurePreview>

export const creatorPrivacy = {
  /** Writes `<handle>.json` and `<handle>.html` into a folder; masked values of the role are left out. */
  exportPerson: procedure(
    z.object({
      id: Id,
      folder: z.string().min(1),
      /** What fields and kinds of records are called in the readable file; their own names where it says nothing. */
      words: z.record(z.string(), z.string()).default({}),
    }),
    z.object({ files: z.array(z.string()), records: z.int(), hidden: z.array(z.string()) }),
  ),
  erasePreview: procedure(z.object({ id: Id }), ErasurePreview),
  /** Cannot be taken back. `confirm` is the handle, typed. */
  erase: procedure(
    z.object({ id: Id, confirm: z.string(), reason: z.string().max(500).default('') }),
    z.object({ removed: z.int(), becomes: z.string() }),
  ),
  /** Whose day has come, and of whom something is here again after the erasure (`again`). */
  erasureDue: procedure(
    z.object({}),
    z.array(z.object({ id: Id, handle: z.string(), retainUntil: Day.nullable(), again: z.boolean() })),
  ),
}
