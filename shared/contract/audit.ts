/** Who did what, when and where, with proof that nothing was altered since. */

import { z } from '../schema'
import { Id, Instant, job, Nothing, Page, procedure } from './define'
import { concealed } from './masks'
import { FieldValue } from './records'
import { ReplicaId } from './sync'

/** One step of anybody, as the log has it. */
export const AuditEntry = z.object({
  /** The copy it was done on, and its number there. */
  replicaId: ReplicaId,
  seq: z.int(),
  at: Instant,
  person: z.string(),
  computer: z.string(),
  /** Done on this computer. */
  self: z.boolean(),
  /** The package or folder that brought it; null for what was done here. */
  via: z.string().nullable(),
  /** Machine word of the step (`shops.add`), and what it was about. */
  label: z.string(),
  subject: z.string(),
  changes: z.int(),
  kind: z.enum(['done', 'undo', 'redo']),
  /** The computer's date was in doubt. */
  clockInDoubt: z.boolean(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

/** One field that a step wrote. `field` is empty where the whole record came, went or came back. */
const Change = z.object({
  entity: z.string(),
  id: Id,
  title: z.string(),
  field: z.string(),
  fieldKind: z.string(),
  /** What it replaced there; null also where that is not known here. */
  before: FieldValue,
  after: FieldValue,
  currency: z.string().nullable(),
  kind: z.enum(['created', 'changed', 'removed', 'restored']),
})
export const AuditChange = concealed(Change, (change, hidden) =>
  hidden.hidesField(change.entity, change.field) ? { ...change, before: null, after: null } : change,
)
export type AuditChange = z.infer<typeof AuditChange>

/** One copy's log, checked from its first entry to its last. */
export const AuditChain = z.object({
  replicaId: ReplicaId,
  person: z.string(),
  computer: z.string(),
  self: z.boolean(),
  steps: z.int(),
  /** The end of the chain of hashes as people read it to each other: equal on two computers when the log is. */
  seal: z.string(),
  ok: z.boolean(),
})
export type AuditChain = z.infer<typeof AuditChain>

const Filter = z.object({
  /** As beside the change; left out: everybody. */
  person: z.string().max(200).optional(),
  replicaId: ReplicaId.optional(),
  from: Instant.optional(),
  to: Instant.optional(),
  /** In the word of the step and in what it was about. */
  search: z.string().max(200).default(''),
})

export const auditContract = {
  /** The newest first, by the authors' clocks. */
  list: procedure(
    Page.extend(Filter.shape),
    z.object({ rows: z.array(AuditEntry), total: z.int(), nextCursor: z.string().nullable() }),
  ),
  /** What a step wrote, at most `limit` fields of it. */
  changes: procedure(
    z.object({ replicaId: ReplicaId, seq: z.int(), limit: z.int().min(1).max(2000).default(500) }),
    z.object({ changes: z.array(AuditChange), total: z.int() }),
  ),
  /** Everybody whose steps are here. */
  people: procedure(Nothing, z.array(z.string())),
  /** Works every chain of hashes out again. A change, a gap or a second branch anywhere before its end makes another seal. */
  proof: job(Nothing, z.object({ ok: z.boolean(), at: Instant, chains: z.array(AuditChain) })),
  /** Writes the steps that the filter leaves, each with the hash of its entry, so that the file can be checked later. */
  export: job(
    Filter.extend({ to: z.string().min(1), format: z.enum(['csv', 'xlsx']), titles: z.array(z.string()).length(9) }),
    z.object({ file: z.string(), rows: z.int() }),
  ),
}
