/**
 * Taking a list back, and bringing it back: its figures and prices go and come with it.
 *
 * Posts that no other list names go too, unless somebody worked with them; what the app alone had linked to them goes along.
 */

import { Pacer } from '../../../db/facts/pacer'
import { findPlatformList, postsOfList, type PlatformListRow } from '../../../db/repositories/platform-lists'
import { bringBack, deleteRecord } from '../../../db/repositories/records'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import type { Reporter } from '../progress'

export async function takeBackList(
  context: WorkspaceContext,
  listId: string,
  reporter: Reporter,
): Promise<{ readonly contents: number }> {
  const list = listOf(context, listId)
  if (list.deleted === 1) return { contents: 0 }
  return move(context, list, 'platformLists.remove', reporter)
}

export async function bringListBack(
  context: WorkspaceContext,
  listId: string,
  reporter: Reporter,
): Promise<{ readonly contents: number }> {
  const list = listOf(context, listId)
  if (list.deleted === 0) return { contents: 0 }
  return move(context, list, 'platformLists.bringBack', reporter)
}

async function move(
  context: WorkspaceContext,
  { id, entity, fileName, deleted }: PlatformListRow,
  label: string,
  { checkWanted, report }: Reporter,
): Promise<{ readonly contents: number }> {
  const { workspace } = context.host.current()
  const away = deleted === 0
  return workspace.withExclusive({ author: context.author(), label: `${label}:${fileName ?? ''}` }, async ({ tx }) => {
    const posts = entity === 'contentLists' ? postsOfList(tx, id, away ? 'alone' : 'gone') : []
    if (away) deleteRecord(tx, entity, id)
    else bringBack(tx, entity, id)
    const links = tx.$client.prepare(`UPDATE sample_posts SET _del = 1 WHERE content_id = ? AND _del = 0`)
    const content = tx.$client.prepare('UPDATE contents SET _del = ? WHERE id = ?')
    const pacer = new Pacer()
    for (const [at, post] of posts.entries()) {
      if (away) links.run(post)
      content.run(away ? 1 : 0, post)
      if (at % 500 === 0) {
        checkWanted()
        report({ step: 'write', done: at, total: posts.length })
      }
      await pacer.breathe()
    }
    return { contents: posts.length }
  })
}

function listOf(context: WorkspaceContext, listId: string): PlatformListRow {
  const list = findPlatformList(context.host.current().workspace.db, listId)
  if (list === undefined) throw new AppError('record.notFound', { entity: 'contentLists', id: listId })
  return list
}
