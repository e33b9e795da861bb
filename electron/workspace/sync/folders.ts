/**
 * The shared folders of the open workspace: use one, stop using it, exchange with it once.
 *
 * What is here publishes and takes; it never deletes anything because something is missing.
 */

import { forgetNewLife, readNewLife } from '../../../db/lives'
import type { Folder, FolderRun, SyncStatus } from '../../../shared/contract/sync'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import type { Reporter } from '../progress'

export interface FolderChoice {
  readonly folder: string
  /** Where none is kept; wrong or missing ones are refused. */
  readonly passphrase?: string | undefined
}

/** Uses `folder` from now on, making the team's part of it when it has none; refusals: `sync.folderUnavailable`, `sync.passphraseNeeded`, `sync.wrongPassphrase`. */
export function addFolder(_context: WorkspaceContext, _choice: FolderChoice): Promise<Folder> {
  throw new AppError('internal', { incident: 'pending' })
}

/** Stops using it. Everything that was published there stays. */
export function forgetFolder(_context: WorkspaceContext, _folder: string): void {
  throw new AppError('internal', { incident: 'pending' })
}

/** Takes theirs and publishes mine once, in one folder or in all. Waits for a run under way. */
export function runFolders(
  _context: WorkspaceContext,
  _choice: Partial<FolderChoice>,
  _reporter: Pick<Reporter, 'report' | 'signal'>,
): Promise<FolderRun> {
  throw new AppError('internal', { incident: 'pending' })
}

/** How the folders stand, for `sync.status`. Reads the workspace only. */
export function listFolders(_context: WorkspaceContext): readonly Folder[] {
  return []
}

/** The new life that nobody has looked at yet, for `sync.status`. */
export function newLifeOf(context: WorkspaceContext): SyncStatus['newLife'] {
  return readNewLife(context.host.current().workspace.reader)
}

export function newLifeSeen(context: WorkspaceContext): Promise<void> {
  const { workspace } = context.host.current()
  return workspace.inTurn(() => forgetNewLife(workspace.writer))
}
