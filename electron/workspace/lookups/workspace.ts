/** What the open workspace is called, and its backups before large work. */

import path from 'node:path'

import { createBackup } from '../../../db/backup'
import { readSetting } from '../../../db/repositories/settings'
import { countWorkspace } from '../../../db/repositories/workspace'
import type { WorkspaceState } from '../../../shared/contract/workspace'
import type { WorkspaceContext } from '../context'
import type { Opened } from '../host'

/** Keys of settings. */
export const NAME = 'workspace.name'
export const CURRENCY = 'workspace.currency'
export const DEMO = 'workspace.demo'

const SERIES_MS = 10 * 60_000

/**
 * A copy before a series of imports: the first file of it, and again once something else was changed or ten minutes
 * have gone by. Each file of the series can be undone by itself, so a copy before each would only cost time and room.
 */
export async function backupBeforeImports(opened: Opened, now: () => number): Promise<void> {
  const fresh = opened.copiedAt !== null && now() - opened.copiedAt < SERIES_MS
  if (fresh || countWorkspace(opened.workspace.db).lines === 0) {
    return
  }
  await createBackup(opened.workspace.file, 'import', { now })
  opened.copiedAt = now()
}

export function stateOf(context: WorkspaceContext): WorkspaceState {
  const opened = context.host.opened()
  if (!opened) {
    return { status: 'none' }
  }
  return {
    status: 'open',
    file: opened.workspace.file,
    ...identityOf(opened),
    demo: readSetting(opened.workspace.db, DEMO) === true,
  }
}

/** Name, ids and base currency. */
export function identityOf({ workspace: { db, workspaceId, replicaId, file } }: Opened) {
  const name = readSetting(db, NAME)
  const currency = readSetting(db, CURRENCY)
  return {
    name: typeof name === 'string' ? name : path.basename(file, path.extname(file)),
    workspaceId,
    replicaId,
    currency: typeof currency === 'string' ? currency : 'USD',
  }
}

/** The currency that figures of several currencies are shown in unless somebody asks for another. */
export function baseCurrency(opened: Opened): string {
  return identityOf(opened).currency
}
