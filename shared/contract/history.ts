/** Who changed what, when; and taking steps back. All of it reads the one log. */

import { z } from '../schema'
import { Id, Instant, Nothing, procedure } from './define'
import { concealed } from './masks'
import { FieldValue } from './records'

export const Step = z.object({
  id: z.string(),
  at: Instant,
  author: z.string(),
  /** Machine word of the step (`shops.add`); the renderer has the words for it. */
  label: z.string(),
  /** What it was about, for the words: a name, a file, a count. */
  subject: z.string(),
  changes: z.int(),
  state: z.enum(['done', 'undone', 'undo', 'redo']),
})
export type Step = z.infer<typeof Step>

export const Change = z.object({
  at: Instant,
  author: z.string(),
  label: z.string(),
  field: z.string(),
  before: FieldValue,
  after: FieldValue,
  kind: z.enum(['created', 'changed', 'removed', 'restored']),
  /** The colleague's computer it was done at, and the file or folder that brought it; null for what was done here. */
  computer: z.string().nullable().default(null),
  via: z.string().nullable().default(null),
})
export type Change = z.infer<typeof Change>

/** One change of a package, as its preview shows it; without the values of a field that is hidden. */
export const SampleChange = concealed(
  z.object({
    entity: z.string(),
    id: Id,
    title: z.string(),
    field: z.string(),
    before: FieldValue,
    after: FieldValue,
    /** Minor units of this currency, where the field is money. */
    currency: z.string().nullable().default(null),
    author: z.string(),
    at: Instant,
    kind: z.enum(['created', 'changed', 'removed', 'restored', 'conflict']),
  }),
  (change, hidden) =>
    hidden.hidesField(change.entity, change.field) ? { ...change, before: null, after: null } : change,
)

const RecordName = z.object({ entity: z.string(), id: Id })

/** A change without the values of a field that is hidden: that it was changed, when and by whom may be known. */
const Shown = concealed(Change, (change, hidden, input) => {
  const entity = RecordName.safeParse(input).data?.entity ?? ''
  return hidden.hidesField(entity, change.field) ? { ...change, before: null, after: null } : change
})

export const historyContract = {
  recent: procedure(
    z.object({ limit: z.int().min(1).max(500).default(100) }),
    z.object({ steps: z.array(Step), undo: Step.nullable(), redo: Step.nullable() }),
  ),
  ofRecord: procedure(RecordName, z.array(Shown)),
  /** Takes back the last step of this computer. */
  undo: procedure(Nothing, Step),
  redo: procedure(Nothing, Step),
}
