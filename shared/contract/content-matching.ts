/** Posts matched to samples and campaigns: what would be linked, what is asked. */

import { SAMPLE_STATES } from '../domain/samples'
import { MATCH_REASONS } from '../domain/post-matching'
import { z } from '../schema'
import { Id, procedure } from './define'

const MatchScope = z.object({
  /** The posts of one imported list; left out, every post. */
  listId: Id.optional(),
  contentIds: z.array(Id).max(20_000).optional(),
})

/** A post that more than one sample fits, or of which something is not known: people say which. */
export const MatchQuestion = z.object({
  contentId: Id,
  videoId: z.string().nullable(),
  title: z.string().nullable(),
  kind: z.string(),
  handle: z.string(),
  postedDay: z.string().nullable(),
  /** TikTok's number; null: no list says what is shown. */
  productId: z.string().nullable(),
  /** The likeliest first. */
  candidates: z.array(
    z.object({
      sampleId: Id,
      productName: z.string().nullable(),
      variation: z.string().nullable(),
      state: z.enum(SAMPLE_STATES),
      reasons: z.array(z.enum(MATCH_REASONS)),
      certain: z.boolean(),
      /** Days between the parcel and the post. */
      days: z.int().nullable(),
    }),
  ),
})
export type MatchQuestion = z.infer<typeof MatchQuestion>

export const MatchCounts = z.object({
  /** Posts of creators that have a sample or take part in a campaign. */
  posts: z.int(),
  /** Links to samples that fit without a doubt. */
  matched: z.int(),
  questions: z.int(),
  /** Posts that are of one campaign only, and those that could be of several. */
  campaigns: z.int(),
  campaignQuestions: z.int(),
})
export type MatchCounts = z.infer<typeof MatchCounts>

export const matchingContract = {
  /** What matching would link; writes nothing. */
  matchPreview: procedure(MatchScope, MatchCounts),
  /** Links what fits without a doubt, for people to check, in one step. Nothing that a person said changes. */
  match: procedure(MatchScope, MatchCounts),
  /** Posts that people have to place themselves, the newest first; at most 500. */
  matchQuestions: procedure(MatchScope, z.array(MatchQuestion)),
}
