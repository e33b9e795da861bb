/** A person's word on posts of samples, and what follows for the samples. */

import { contentRows, type SamplePostRow, samplePosts } from '../../../db/repositories/content'
import type { ReadableDb, WritableDb } from '../../../db/database'
import { sampleStanding } from '../../../db/repositories/samples'
import { COUNTS_BY_VERDICT, type PostVerdict } from '../../../shared/domain/valid-post'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { toContents } from '../lookups/contents'
import { stateOf } from '../lookups/samples'
import { type Walk, stepSamples } from '../sampling/steps'
import { put } from '../support'

/** The posts of these ids; refuses with `record.notFound` when one is none. */
export function postsNamed(db: ReadableDb, ids: readonly string[]): readonly SamplePostRow[] {
  const posts = samplePosts(db, ids)
  const missing = ids.find((id) => !posts.some((post) => post.id === id))
  if (missing !== undefined) throw new AppError('record.notFound', { entity: 'samplePosts', id: missing })
  return posts
}

/** Inside a command. Answers how many samples are verified by it. */
export function judgePosts(
  context: WorkspaceContext,
  tx: WritableDb,
  posts: readonly SamplePostRow[],
  { verdict, note }: { readonly verdict: PostVerdict; readonly note?: string | null | undefined },
): number {
  const now = context.now()
  const contents = new Map(
    toContents(tx, contentRows(tx, [...new Set(posts.map(({ contentId }) => contentId))]), now).map((one) => [
      one.id,
      one,
    ]),
  )
  const says = COUNTS_BY_VERDICT[verdict]
  for (const post of posts) {
    const facts = contents.get(post.contentId)?.posts.find(({ id }) => id === post.id)
    put(context, tx, 'samplePosts', post.id, {
      verdict,
      countsPlatform: says.platform ?? facts?.platform.counts ?? null,
      countsUs: says.us,
      checkedAt: now,
      person: context.author(),
      how: 'person',
      ...(note !== undefined && { note }),
    })
  }
  return follow(context, tx, posts, verdict)
}

/** A valid post verifies its sample; a sample whose post is no longer valid goes back to posted. */
function follow(
  context: WorkspaceContext,
  tx: WritableDb,
  posts: readonly SamplePostRow[],
  verdict: PostVerdict,
): number {
  const walks: Walk[] = []
  for (const sampleId of new Set(posts.map((post) => post.sampleId))) {
    const standing = sampleStanding(tx, sampleId)
    if (standing === null || standing.hold) continue
    const state = stateOf(standing)
    if (verdict === 'valid' && state !== 'verified' && state !== 'closed')
      walks.push({ sampleId, to: 'verified', how: 'through' })
    if (verdict !== 'valid' && state === 'verified') walks.push({ sampleId, to: 'posted', how: 'step' })
  }
  const refused = stepSamples(context, tx, walks)
  return verdict === 'valid' ? walks.length - refused.length : 0
}
