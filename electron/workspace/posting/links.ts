/** What pasted links are: known or new, whose, and which samples of theirs wait for a post. */

import { contentRows, postsOfContents, videoRecordId } from '../../../db/repositories/content'
import { creatorStates } from '../../../db/repositories/creators'
import { creatorId } from '../../../db/capture/derived'
import type { OpenWorkspace } from '../../../db/open'
import type { LinkPreview } from '../../../shared/contract/content'
import type { SampleState } from '../../../shared/domain/samples'
import { readPostLinks } from '../../../shared/domain/post-links'
import { mergedCreators } from '../lookups/creators'
import type { KnownSample } from '../lookups/samples'
import { ledgerOf } from '../sampling/ledger'

/** States in which a sample may be answered by a post: it is on its way, was delivered, or was answered before. */
const ANSWERABLE: ReadonlySet<SampleState> = new Set([
  'shipped',
  'delivered',
  'contentDue',
  'posted',
  'verified',
  'noPost',
  'refundable',
])

export function previewLinks(
  workspace: OpenWorkspace,
  text: string,
  shopId: string | null,
  now: number,
): LinkPreview[] {
  const { db } = workspace
  const links = readPostLinks(text)
  const merged = mergedCreators(db)
  const ids = links.flatMap(({ videoId }) => (videoId === null ? [] : [videoRecordId(videoId)]))
  const known = new Map(contentRows(db, ids).map((row) => [row.id, row]))
  const given = new Set(postsOfContents(db, ids).map(({ contentId, sampleId }) => `${contentId} ${sampleId}`))
  const people = creatorStates(db, [
    ...new Set(links.flatMap(({ handle }) => (handle === null ? [] : [creatorId(handle)]))),
  ])
  const waiting = new Map<string, KnownSample[]>()
  for (const sample of ledgerOf(workspace).all(now)) {
    if (!ANSWERABLE.has(sample.state) || (shopId !== null && sample.shopId !== shopId)) continue
    const group = waiting.get(sample.creatorId)
    if (group === undefined) waiting.set(sample.creatorId, [sample])
    else group.push(sample)
  }
  return links.map(({ line, text: link, videoId, handle, problem }) => {
    const content = videoId === null ? undefined : known.get(videoRecordId(videoId))
    const named = handle === null ? null : (people.get(creatorId(handle))?.id ?? null)
    const creator = content?.creatorId ?? named
    const person = creator === null ? null : (merged.get(creator) ?? creator)
    const samples = (person === null ? [] : (waiting.get(person) ?? [])).map((sample) => ({
      sampleId: sample.id,
      productId: sample.productId,
      productName: sample.productName,
      deliveredAt: sample.dates.delivered ?? null,
      given: videoId !== null && given.has(`${videoRecordId(videoId)} ${sample.id}`),
    }))
    return {
      line,
      text: link,
      videoId,
      handle: content?.handle ?? handle,
      problem: problem ?? (person === null ? 'creatorUnknown' : samples.length === 0 ? 'noSample' : null),
      contentId: content?.id ?? null,
      creatorId: person,
      samples,
    }
  })
}
