/** Posts matched to samples and campaigns. */

import type { MatchCounts } from '../../../shared/contract/content-matching'
import { type MatchPlan, matchPosts, planMatches } from '../matching/match-posts'
import { os } from '../serve'
import { write } from '../support'

const QUESTIONS_SHOWN = 500

export const contentMatching = {
  matchPreview: os.content.matchPreview.handler(({ input, context }) =>
    countsOf(planMatches(context.host.current().workspace.db, context.now(), input)),
  ),

  match: os.content.match.handler(async ({ input, context }) => {
    // Named for how many posts it links, which is known before it is done.
    const { matched, campaigns } = planMatches(context.host.current().workspace.db, context.now(), input)
    const posts = new Set([...matched, ...campaigns].map(({ contentId }) => contentId))
    return write(context, 'content.match', String(posts.size), (tx) => countsOf(matchPosts(context, tx, input)))
  }),

  matchQuestions: os.content.matchQuestions.handler(({ input, context }) => {
    const { questions, rows, samples } = planMatches(context.host.current().workspace.db, context.now(), input)
    const dated = questions.map((question) => ({ question, row: rows.get(question.contentId) }))
    return dated
      .toSorted((a, b) => ((a.row?.postedDay ?? '') > (b.row?.postedDay ?? '') ? -1 : 1))
      .slice(0, QUESTIONS_SHOWN)
      .map(({ question: { contentId, productId, candidates }, row }) => ({
        contentId,
        videoId: row?.contentId ?? null,
        title: row?.title ?? null,
        kind: row?.kind ?? '',
        handle: samples.get(candidates[0]?.sampleId ?? '')?.handle ?? '',
        postedDay: row?.postedDay ?? null,
        productId,
        candidates: candidates.flatMap(({ sampleId, reasons, certain, days }) => {
          const sample = samples.get(sampleId)
          if (sample === undefined) return []
          const { productName, variation, state } = sample
          return [{ sampleId, productName, variation, state, reasons: [...reasons], certain, days }]
        }),
      }))
  }),
}

function countsOf({ posts, matched, questions, campaigns, campaignQuestions }: MatchPlan): MatchCounts {
  return {
    posts,
    matched: matched.length,
    questions: questions.length,
    campaigns: campaigns.length,
    campaignQuestions: campaignQuestions.length,
  }
}
