/** What a feature's procedures may reach. Passed in, so that a test can build one for itself. */

import type { Log } from './log'

export interface WorkspaceContext {
  readonly log: Log
}
