/** Whose shops and clients the person here gets to see by name; what happened with others is told without names. */

import { listRecords } from '../../../db/repositories/records'
import type { Decision as ShownDecision } from '../../../shared/contract/vetting'
import type { Decision } from '../../../shared/domain/decisions'
import type { WorkspaceContext } from '../context'

/** The shops and their clients that are seen by name; null: all. */
export interface Sight {
  readonly shops: ReadonlySet<string>
  readonly clients: ReadonlySet<string>
}

/** A person whose record names shops sees those; everybody else sees all. */
export function sightOf(context: WorkspaceContext): Sight | null {
  const { workspace, lists } = context.host.current()
  const [row] = listRecords(workspace.db, 'people', { where: { name: context.author() }, limit: 1 }).rows
  const named = shopIds(row?.['shops'])
  if (named === null) return null
  const shops = new Set(named)
  return {
    shops,
    clients: new Set(
      lists.shops().flatMap(({ id, clientId }) => (shops.has(id) && clientId !== null ? [clientId] : [])),
    ),
  }
}

/** A decision as the person here gets to see it: of shops that they do not see, only what happened, when and how often. */
export function shown(decision: Decision, sight: Sight | null): ShownDecision {
  if (sight === null || isSeen(decision, sight)) return { ...decision, elsewhere: false }
  return { ...decision, shopId: null, clientId: null, note: null, person: null, elsewhere: true }
}

function isSeen({ shopId, clientId }: Decision, { shops, clients }: Sight): boolean {
  return (shopId === null || shops.has(shopId)) && (clientId === null || clients.has(clientId))
}

function shopIds(json: unknown): string[] | null {
  try {
    const ids: unknown = typeof json === 'string' ? JSON.parse(json) : null
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : null
  } catch {
    return null
  }
}
