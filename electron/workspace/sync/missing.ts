/** What is missing here before waiting steps can be applied, in words for people. */

import type { Gap } from '../../../db/sync/types'
import type { Missing } from '../../../shared/contract/sync'
import { encodeRequest } from '../../../shared/sync/vector'
import type { WorkspaceContext } from '../context'

/** The gaps with the names of those whose steps they are. */
export function missingOf(context: WorkspaceContext, gaps?: readonly Gap[]): Missing[] {
  const { exchange } = context.host.current().workspace
  const people = new Map(exchange.replicas().map(({ replica, news }) => [replica, news?.person ?? '']))
  return (gaps ?? exchange.missing()).map(({ replica, from, to }) => ({
    replicaId: replica,
    person: people.get(replica) ?? '',
    from,
    to,
  }))
}

/** What to paste in the chat with whoever has the rest. */
export function requestCode(context: WorkspaceContext): string {
  return encodeRequest(context.host.current().workspace.exchange.storedVector())
}
