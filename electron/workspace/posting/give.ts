/** Gives posts to samples: the sample is posted then, and no longer when its last post is taken away. */

import { postsOfContents } from '../../../db/repositories/content'
import type { WritableDb } from '../../../db/database'
import { deleteRecord } from '../../../db/repositories/records'
import { postsOf } from '../../../db/repositories/sample-proof'
import { sampleStanding } from '../../../db/repositories/samples'
import type { WorkspaceContext } from '../context'
import { keepPromises } from '../contracting/keeping'
import { stateOf } from '../lookups/samples'
import { type Walk, stepSamples } from '../sampling/steps'
import { put } from '../support'

export interface Giving {
  readonly contentId: string
  readonly sampleId: string
  /** When it was posted, UTC ms; null: nobody knows. */
  readonly postedAt: number | null
}

/** Inside a command. A sample that was not delivered yet as far as anybody wrote down is walked on: the post shows that it was. */
export function givePosts(context: WorkspaceContext, tx: WritableDb, given: readonly Giving[], how: string): void {
  const walks: Walk[] = []
  for (const { contentId, sampleId, postedAt } of given) {
    put(context, tx, 'samplePosts', null, { sampleId, contentId, verdict: 'open', how })
    walks.push({ sampleId, to: 'posted', how: 'through', ...(postedAt !== null && { at: postedAt }) })
  }
  // A sample that cannot be posted (on hold, verified before) keeps its state; the post is given to it all the same.
  stepSamples(context, tx, walks)
}

/** Inside a command. */
export function takePost(context: WorkspaceContext, tx: WritableDb, contentId: string, sampleId: string): void {
  const post = postsOfContents(tx, [contentId]).find((one) => one.sampleId === sampleId)
  if (post === undefined) return
  deleteRecord(tx, 'samplePosts', post.id)
  const standing = sampleStanding(tx, sampleId)
  if (standing !== null) keepPromises(context, tx, [standing.creatorId])
  if (standing === null || standing.hold || postsOf(tx, sampleId).length > 0) return
  if (stateOf(standing) === 'posted') stepSamples(context, tx, [{ sampleId, to: 'contentDue', how: 'step' }])
}
