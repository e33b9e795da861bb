/** What is read from many records and asked for again and again, kept until one of the kinds of records it comes from changes. */

import type { OpenWorkspace } from '../../../db/open'
import type { EntityName } from '../../../shared/sync/registry'

/** `read` runs again only after somebody's step changed a record of `entities`. */
export function keepUntil<T>(
  workspace: OpenWorkspace,
  entities: readonly EntityName[],
  read: (workspace: OpenWorkspace) => T,
): () => T {
  let kept: { readonly value: T } | null = null
  workspace.onCommitted(({ changed }) => {
    if (changed.some(({ entity }) => entities.includes(entity))) kept = null
  })
  return () => (kept ??= { value: read(workspace) }).value
}
