/** What a feature's procedures may reach. Passed in, so that a test builds one around a file of its own. */

import type { OpenWorkspace } from '../../db/open'
import { AppError } from '../../shared/errors'
import type { Log } from './log'

export interface WorkspaceContext {
  /** For incidents; ids only, never names or amounts. */
  readonly log: Log
  /** The open file, or null before one is opened. */
  readonly current: OpenWorkspace | null
  now(): number
  /** Who the steps of this window or command line are by. */
  author(): string
}

/** The open workspace, or `workspace.notOpen`. */
export function openOf({ current }: WorkspaceContext): OpenWorkspace {
  if (current === null || !current.isOpen()) throw new AppError('workspace.notOpen', {})
  return current
}
