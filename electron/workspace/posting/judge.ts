/** A person's word on posts of samples, and what follows for the samples. */

import { contentRows, postsOfSample, type SamplePostRow, samplePosts } from '../../../db/repositories/content'
import type { ReadableDb, WritableDb } from '../../../db/database'
import { sampleStanding } from '../../../db/repositories/samples'
import type { SampleState } from '../../../shared/domain/samples'
import { COUNTS_BY_VERDICT, POST_VERDICTS, type PostVerdict } from '../../../shared/domain/valid-post'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { keepPromises } from '../contracting/keeping'
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
  if (verdict === 'deleted') {
    // Whoever says so has looked.
    const online = [...contents.values()].filter((one) => one.online !== false)
    for (const { id } of online)
      put(context, tx, 'contentChecks', null, { contentId: id, online: false, at: now, person: context.author() })
  }
  const sampleIds = [...new Set(posts.map(({ sampleId }) => sampleId))]
  const verified = follow(context, tx, sampleIds)
  keepPromises(context, tx, creatorsOf(tx, sampleIds))
  return verified
}

function creatorsOf(tx: WritableDb, sampleIds: readonly string[]): readonly string[] {
  return sampleIds.flatMap((id) => sampleStanding(tx, id)?.creatorId ?? [])
}

/**
 * A sample stands where the best of its posts puts it: verified by a valid one, posted by one that nobody judged, and the
 * post is due again, with reminders and deadline, when none of them counts. Answers how many are verified by it.
 */
function follow(context: WorkspaceContext, tx: WritableDb, sampleIds: readonly string[]): number {
  let verified = 0
  for (const sampleId of sampleIds) {
    const standing = sampleStanding(tx, sampleId)
    if (standing === null || standing.hold) continue
    const walks = walksTo(sampleId, stateOf(standing), earnedBy(postsOfSample(tx, sampleId)))
    const refused = stepSamples(context, tx, walks)
    if (refused.length === 0 && walks.some(({ to }) => to === 'verified')) verified += 1
  }
  return verified
}

type Earned = 'verified' | 'posted' | 'contentDue'

function earnedBy(posts: readonly SamplePostRow[]): Earned {
  const verdicts = posts.map(({ verdict }) => POST_VERDICTS.find((known) => known === verdict) ?? 'open')
  if (verdicts.includes('valid')) return 'verified'
  return verdicts.some((verdict) => COUNTS_BY_VERDICT[verdict].us !== false) ? 'posted' : 'contentDue'
}

/** A closed sample stays closed, and one that never got as far as a post waits for its own steps. */
function walksTo(sampleId: string, from: SampleState, earned: Earned): readonly Walk[] {
  const back = (...to: readonly SampleState[]) => to.map((state): Walk => ({ sampleId, to: state, how: 'step' }))
  if (from === 'closed') return []
  if (earned === 'verified') return from === 'verified' ? [] : [{ sampleId, to: 'verified', how: 'through' }]
  if (from === 'verified') return earned === 'posted' ? back('posted') : back('posted', 'contentDue')
  if (from === 'posted') return earned === 'posted' ? [] : back('contentDue')
  const waits = from === 'contentDue' || from === 'noPost'
  return waits && earned === 'posted' ? back('posted') : []
}
