/** Videos that a file names beside its samples: each becomes a content, linked to the sample for people to check. */

import { naturalId } from '../../../db/capture/derived'
import type { WritableDb } from '../../../db/database'
import { planPut, writePut } from '../../../db/repositories/record-puts'
import type { WorkspaceContext } from '../context'
import type { PlannedSample } from './planned'

export function linkPosts(context: WorkspaceContext, tx: WritableDb, samples: readonly PlannedSample[]): void {
  const now = context.now()
  for (const { row, shop, creatorId, found } of samples) {
    if (row.contentId === null) continue
    const contentId = naturalId('content', ['video', row.contentId])
    const content = { kind: 'video', contentId: row.contentId, creatorId, shopId: shop.id, postedAt: row.dates.posted }
    const put = planPut(tx, 'contents', contentId, content, { now })
    if (put.before === null) writePut(tx, put)
    const post = planPut(
      tx,
      'samplePosts',
      null,
      { sampleId: found.id, contentId, verdict: 'open', how: 'matched' },
      { now },
    )
    if (post.before === null) writePut(tx, post)
  }
}
