/** Makes the context that the process, the command line and the tests serve the contract with. */

import os from 'node:os'

import { createRouterClient } from '@orpc/server'

import type { WorkspaceContext } from './context'
import { createHost } from './host'
import { handleImportSteps } from './importing/retract'
import { type Log, noLog } from './log'
import { router } from './router'
import { closedDoor, type MediaDoor } from './reviewing/media-door'
import { signInFolders } from './sync/coverage'
import { fileTokens } from './sync/device-tokens'
import { folderStore } from './sync/folder-store'
import { deviceOf } from './sync/installation'
import { openMe } from './sync/me'
import { memorySecrets } from './sync/secrets'
import type { Secrets } from './sync/types'

export interface ContextOptions {
  readonly log?: Log
  readonly now?: () => number
  readonly author?: string
  /** Where this installation remembers which files it has opened; without it, no copy is told from its original. */
  readonly home?: string
  readonly secrets?: Secrets
  /** How the window gets to play stored videos; without it, it does not. */
  readonly media?: MediaDoor
}

export function createContext({
  log = noLog,
  now = Date.now,
  author = userName(),
  home,
  secrets = memorySecrets(),
  media = closedDoor,
}: ContextOptions = {}): WorkspaceContext {
  const host = createHost({
    now,
    ...(home !== undefined && { device: deviceOf(home), tokens: fileTokens(home) }),
    signOfOtherLife: (workspace) => signInFolders(workspace, folderStore),
    prepare: (opened) => handleImportSteps(context, opened),
  })
  const me = openMe(author, home)
  const context: WorkspaceContext = {
    log,
    me,
    secrets,
    media,
    now,
    host,
    author: () => me.name().person,
    get client() {
      return createRouterClient(router, { context })
    },
  }
  return context
}

/** The account's name on this computer: what colleagues see beside changes until its person is named. */
function userName(): string {
  try {
    return os.userInfo().username
  } catch {
    // Some containers have no entry for the user.
    return 'unknown'
  }
}
