/** It is online: the content is recorded and linked, the sample it was made for goes on. */

import { naturalId } from '../../../db/capture/derived'
import type { WritableDb } from '../../../db/database'
import { keepCreator } from '../../../db/repositories/creators'
import { versionsOf } from '../../../db/repositories/reviews'
import { sampleStanding } from '../../../db/repositories/samples'
import { SAMPLE } from '../../../shared/domain/samples'
import { readVideoLink, type VideoLink } from '../../../shared/domain/video-links'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { stateOf } from '../lookups/samples'
import { stepSample } from '../sampling/steps'
import { put } from '../support'
import { recordOf } from './record'
import { stepReview } from './steps'

/** Refuses a text that names no video as `record.invalid`. */
export function linkOf(text: string): VideoLink {
  const link = readVideoLink(text)
  if (typeof link === 'string') {
    throw new AppError('record.invalid', { entity: 'contents', field: 'link', reason: link })
  }
  return link
}

/** Inside a command. Answers what became of the sample. */
export function publish(
  context: WorkspaceContext,
  tx: WritableDb,
  id: string,
  { link, at }: { readonly link: VideoLink; readonly at: number },
): 'posted' | 'stays' | 'none' {
  const record = recordOf(tx, id)
  const contentId = naturalId('content', ['video', link.contentId])
  if (record.creatorId !== null) keepCreator(tx, record.creatorId)
  put(context, tx, 'contents', contentId, {
    kind: 'video',
    contentId: link.contentId,
    url: link.url,
    shopId: record.shopId,
    postedAt: at,
    ...(record.creatorId !== null && { creatorId: record.creatorId }),
    ...(record.campaignId !== null && { campaignId: record.campaignId }),
    ...(record.title !== null && { title: record.title }),
  })
  stepReview(context, tx, { id, to: 'published', versionId: versionsOf(tx, id).at(-1)?.id ?? null })
  put(context, tx, 'reviews', id, { contentId })
  if (record.sampleId === null) return 'none'
  put(context, tx, 'samplePosts', null, { sampleId: record.sampleId, contentId, how: context.author() })
  return postSample(context, tx, record.sampleId, at)
}

/** A sample that waits for its post has it; one that is elsewhere (on its way, closed) is left to people. */
function postSample(context: WorkspaceContext, tx: WritableDb, sampleId: string, at: number): 'posted' | 'stays' {
  const standing = sampleStanding(tx, sampleId)
  if (standing === null || standing.hold) return 'stays'
  const state = stateOf(standing)
  if (state === 'verified' || !SAMPLE.edges[state].includes('posted')) return 'stays'
  stepSample(context, tx, sampleId, 'posted', { at })
  return 'posted'
}
