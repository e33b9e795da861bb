/** What a feature's procedures may reach. Passed in, so that a test can build one for itself. */

import type { WorkspaceHost } from './host'
import type { Log } from './log'

export interface WorkspaceContext {
  readonly log: Log
  readonly host: WorkspaceHost
  /** UTC epoch ms; held still in tests. */
  readonly now: () => number
  /** Whose name stands beside changes. */
  readonly author: () => string
}
