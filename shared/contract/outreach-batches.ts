/** Batch sheets: blocks of handles and texts to paste, marked sent block by block. */

import { BLOCK_SIZES, MAX_BATCH, SKIP_REASONS } from '../domain/batches'
import { z } from '../schema'
import { Id, Instant, procedure } from './define'
import { FilledText, Values } from './outreach-templates'

export const BlockSize = z.union(BLOCK_SIZES.map((size) => z.literal(size)))

export const SkippedCreator = z.object({
  creatorId: Id,
  handle: z.string(),
  reason: z.enum(SKIP_REASONS),
  /** Who holds them, which market, how many messages, which reason. */
  detail: z.string().nullable(),
})
export type SkippedCreator = z.infer<typeof SkippedCreator>

export const BatchBlock = z.object({
  /** From 1 on. */
  block: z.int(),
  creators: z.int(),
  /** Null: not sent. */
  sentAt: Instant.nullable(),
  sent: z.int(),
  by: z.string().nullable(),
})

export const Batch = z.object({
  id: Id,
  shopId: Id,
  name: z.string(),
  owner: z.string().nullable(),
  at: Instant,
  channel: z.string().nullable(),
  templateId: Id.nullable(),
  blockSize: z.int(),
  creators: z.int(),
  closed: z.boolean(),
  values: Values,
  blocks: z.array(BatchBlock),
})
export type Batch = z.infer<typeof Batch>

/** One line of a block: whom, what, and why not. */
export const BlockRow = z.object({
  creatorId: Id,
  handle: z.string(),
  displayName: z.string().nullable(),
  /** Null: the sheet has no template, only handles are pasted. */
  text: FilledText.nullable(),
  /** Somebody claimed or blocked them since the sheet was made. */
  skip: SkippedCreator.nullable(),
})
export type BlockRow = z.infer<typeof BlockRow>

const Selection = z.object({
  shopId: Id,
  /** The best first. */
  creators: z.array(Id).max(20_000),
  size: z.int().min(1).max(MAX_BATCH),
  /** Null: not known, so that it limits nothing. Left out: what the shop has left. */
  channel: z.string().max(40).nullable().default(null),
})

export const batchesContract = {
  /** Who would be in the sheet and who not, with the reason; changes nothing. */
  plan: procedure(
    Selection,
    z.object({
      taken: z.array(z.object({ creatorId: Id, handle: z.string() })),
      skipped: z.array(SkippedCreator),
      quotaLeft: z.int().nullable(),
    }),
  ),
  add: procedure(
    Selection.extend({
      name: z.string().trim().min(1).max(120),
      templateId: Id.nullable(),
      blockSize: BlockSize,
      values: Values.default({}),
    }),
    Batch,
  ),
  list: procedure(
    z.object({ shopId: Id.nullable().default(null), closed: z.boolean().default(false) }),
    z.array(Batch),
  ),
  /** One block as it reads now. */
  block: procedure(z.object({ id: Id, block: z.int().min(1) }), z.object({ batch: Batch, rows: z.array(BlockRow) })),
  /** Another template or other values for the blocks that are not sent. */
  update: procedure(
    z.object({
      id: Id,
      fields: z
        .object({
          name: z.string().trim().min(1).max(120),
          templateId: Id.nullable(),
          values: Values,
          closed: z.boolean(),
        })
        .partial(),
    }),
    Batch,
  ),
  /**
   * Marks a block sent: contacts, claims, stages and follow-ups of all its creators in one step. Whoever was claimed or
   * blocked meanwhile is left out and named. Refused as `record.invalid` (`alreadySent`) for a block that is sent.
   */
  send: procedure(
    z.object({ id: Id, block: z.int().min(1), without: z.array(Id).max(200).default([]) }),
    z.object({ batch: Batch, sent: z.int(), skipped: z.array(SkippedCreator) }),
  ),
}
