/**
 * Batch sheets: which creators of a selection are written to now, in blocks to paste, and why the others are not.
 *
 * Promise: everybody of the selection is either in the sheet or in the list of those left out, once, with one reason.
 */

/** In the order in which they are looked at; the first that holds is told. */
export const SKIP_REASONS = [
  'gone',
  'twice',
  'blocked',
  'claimed',
  'wrongMarket',
  'connected',
  'noReply',
  'recent',
  'inBatch',
  'size',
  'quota',
] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** Handles per block that people paste at once: what the platform's form takes, and half of it. */
export const BLOCK_SIZES = [50, 100] as const
/** Creators of one sheet at most. */
export const MAX_BATCH = 2000

/** What is known of somebody of the selection. */
export interface Candidate {
  /** The creator that stands for all names. */
  readonly creatorId: string
  /** Not there any more, or without a handle. */
  readonly gone: boolean
  /** Why the lists forbid it, in a word; null: they do not. */
  readonly blocked: string | null
  /** A colleague who holds the creator. */
  readonly claimedBy: string | null
  /** What does not fit the shop's market, as `TH`. */
  readonly wrongMarket: string | null
  /** They answered this shop already: no invitation is needed. */
  readonly connected: boolean
  /** Messages of this shop since they last answered. */
  readonly messages: number
  /** When this shop last wrote to them; UTC epoch ms. */
  readonly lastSent: number | null
  /** Another open sheet of this shop has them, and its block is not sent. */
  readonly inBatch: boolean
}

export interface BatchRules {
  readonly now: number
  /** How many the sheet shall have at most. */
  readonly size: number
  /** What is left of the week's number; null: not known or without limit. */
  readonly quotaLeft: number | null
  /** Null: the market pack does not say. */
  readonly messagesBeforeReply: number | null
  readonly reinviteDays: number | null
}

export interface Skipped {
  readonly creatorId: string
  readonly reason: SkipReason
  /** Who holds them, which market, how many messages. */
  readonly detail: string | null
}

export interface BatchPlan {
  readonly taken: readonly string[]
  readonly skipped: readonly Skipped[]
}

/** The best of the selection, in its own order, as many as fit. */
export function planBatch(candidates: readonly Candidate[], rules: BatchRules): BatchPlan {
  const taken: string[] = []
  const skipped: Skipped[] = []
  const seen = new Set<string>()
  for (const candidate of candidates) {
    const { creatorId } = candidate
    const why = seen.has(creatorId)
      ? { reason: 'twice' as const, detail: null }
      : whyNot(candidate, rules, taken.length)
    if (why) skipped.push({ creatorId, ...why })
    else taken.push(creatorId)
    seen.add(creatorId)
  }
  return { taken, skipped }
}

const DAY_MS = 86_400_000

function whyNot(candidate: Candidate, rules: BatchRules, taken: number): Omit<Skipped, 'creatorId'> | null {
  const { messagesBeforeReply, reinviteDays, now } = rules
  const { lastSent, messages } = candidate
  const plain = (reason: SkipReason, detail: string | null = null) => ({ reason, detail })
  if (candidate.gone) return plain('gone')
  if (candidate.blocked !== null) return plain('blocked', candidate.blocked)
  if (candidate.claimedBy !== null) return plain('claimed', candidate.claimedBy)
  if (candidate.wrongMarket !== null) return plain('wrongMarket', candidate.wrongMarket)
  if (candidate.connected) return plain('connected')
  if (messagesBeforeReply !== null && messages >= messagesBeforeReply) return plain('noReply', String(messages))
  if (reinviteDays !== null && lastSent !== null && now - lastSent < reinviteDays * DAY_MS) return plain('recent')
  if (candidate.inBatch) return plain('inBatch')
  if (taken >= Math.min(rules.size, MAX_BATCH)) return plain('size')
  return rules.quotaLeft !== null && taken >= rules.quotaLeft ? plain('quota') : null
}

/** The sheet cut into blocks of this size; the last one may be smaller. */
export function blocksOf<T>(items: readonly T[], size: number): T[][] {
  const blocks: T[][] = []
  for (let at = 0; at < items.length; at += size) blocks.push(items.slice(at, at + size))
  return blocks
}

/** What touches of a block carry. */
export function blockName(batchId: string, block: number): string {
  return `${batchId}#${block}`
}
