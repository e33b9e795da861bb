/** What people should know of or decide: values that met, texts that were put together, steps that contradict each other. */

import { z } from '../schema'
import { Id, Instant, Nothing, procedure } from './define'
import { concealed } from './masks'
import { FieldValue } from './records'

/** One of the values that people gave one field without knowing of each other. */
export const Candidate = z.object({
  /** Names the write: replica and step. */
  write: z.string(),
  value: FieldValue,
  person: z.string(),
  computer: z.string(),
  self: z.boolean(),
  at: Instant,
  clockInDoubt: z.boolean(),
  shown: z.boolean(),
})
export type Candidate = z.infer<typeof Candidate>

/**
 * One thing that people should know or decide. `notice`: settled by itself, nothing to do. `decision`: two values of one
 * field. `hold`: steps that contradict each other; the record stands still until somebody decides.
 */
export const InboxItem = z.object({
  /** Follows from what is in question: another value makes another id. */
  id: z.string(),
  level: z.enum(['notice', 'decision', 'hold']),
  /**
   * `paidTwice` and `changedTerms` are decided where the record is (a payment is taken back, terms are put back), not here:
   * they go away by themselves once that was done.
   */
  kind: z.enum([
    'values',
    'mergedText',
    'revived',
    'contradiction',
    'keptParent',
    'mergeCycle',
    'paidTwice',
    'changedTerms',
  ]),
  entity: z.string(),
  recordId: Id,
  /** What people call the record. */
  title: z.string(),
  shopId: Id.nullable(),
  field: z.string(),
  fieldKind: z.string(),
  /** Minor units of this currency, where the field is money. */
  currency: z.string().nullable(),
  candidates: z.array(Candidate),
  /** The value that all of them started from, where it is known. */
  base: FieldValue,
  /** What everybody sees now; for texts the two put together where that is possible. */
  shown: FieldValue,
  /** Both can be kept: texts put together, lists united. */
  both: FieldValue,
  at: Instant,
  seen: z.boolean(),
})
export type InboxItem = z.infer<typeof InboxItem>

/** An item without the values of a field that is hidden; who does not see them cannot decide either. */
const Shown = concealed(InboxItem, (item, hidden) =>
  hidden.hidesField(item.entity, item.field)
    ? {
        ...item,
        base: null,
        shown: null,
        both: null,
        candidates: item.candidates.map((one) => ({ ...one, value: null })),
      }
    : item,
)

export const Decision = z.object({
  item: z.string(),
  /** `keep` a candidate by its `write`, `both`, or `value` another one; for a hold `keep` the step that is to stand. */
  choice: z.discriminatedUnion('how', [
    z.object({ how: z.literal('keep'), write: z.string() }),
    z.object({ how: z.literal('both') }),
    z.object({ how: z.literal('value'), value: FieldValue }),
  ]),
})
export type Decision = z.infer<typeof Decision>

export const inboxContract = {
  list: procedure(
    z.object({
      levels: z.array(z.enum(['notice', 'decision', 'hold'])).optional(),
      entity: z.string().optional(),
      recordId: Id.optional(),
      includeSeen: z.boolean().default(false),
      limit: z.int().min(1).max(500).default(200),
    }),
    z.object({
      items: z.array(Shown),
      total: z.int(),
      counts: z.object({ notice: z.int(), decision: z.int(), hold: z.int() }),
    }),
  ),
  /** One step for all decisions, which can be undone. Refused as `sync.stale` when a value in question is another one by now. */
  decide: procedure(z.object({ decisions: z.array(Decision).min(1).max(500) }), z.object({ decided: z.int() })),
  /** Marks notices as read on this computer. */
  seen: procedure(z.object({ items: z.array(z.string()).min(1).max(500) }), Nothing),
  /** Which fields of which records are in question, for the marks in lists. */
  marks: procedure(
    z.object({ entity: z.string() }),
    z.array(z.object({ id: Id, field: z.string(), level: z.enum(['notice', 'decision', 'hold', 'quiet']) })),
  ),
}
