/** Files attached to records: kept by content, fetched from colleagues when somebody opens them. */

import { z } from '../schema'
import { Id, Instant, job, Nothing, procedure } from './define'

export const Attachment = z.object({
  id: Id,
  entity: z.string(),
  recordId: Id,
  name: z.string(),
  mime: z.string(),
  size: z.int(),
  sha256: z.string(),
  /** What it shows, where somebody said so. */
  kind: z.string().nullable(),
  addedBy: z.string(),
  addedAt: Instant,
  /** `elsewhere`: the bytes are still at a colleague's computer; `wanted`: asked for, comes with the next exchange. */
  state: z.enum(['here', 'wanted', 'elsewhere']),
})
export type Attachment = z.infer<typeof Attachment>

export const attachmentsContract = {
  list: procedure(z.object({ entity: z.string(), recordId: Id }), z.array(Attachment)),
  /** Copies the file's bytes into the workspace's own store, then records it. */
  add: job(z.object({ entity: z.string(), recordId: Id, path: z.string().min(1) }), Attachment),
  remove: procedure(z.object({ id: Id }), Nothing),
  /** A path of the stored bytes, checked against their hash, to be copied by `to`; refused as `attachment.elsewhere`, and then asked for. */
  save: procedure(z.object({ id: Id, to: z.string().min(1) }), z.object({ file: z.string() })),
}
