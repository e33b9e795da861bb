/** What a feature's procedures may reach. Passed in, so that a test can build one for itself. */

import type { ContractRouterClient } from '@orpc/contract'

import type { Contract } from '../../shared/contract/index'
import type { WorkspaceHost } from './host'
import type { Log } from './log'
import type { MediaDoor } from './reviewing/media-door'
import type { Me } from './sync/me'
import type { Secrets } from './sync/types'

export interface WorkspaceContext {
  readonly log: Log
  readonly host: WorkspaceHost
  /** The contract as this very workspace answers it, for work that is made of several features' commands. */
  readonly client: ContractRouterClient<Contract>
  /** Where the team passphrase is kept. */
  readonly secrets: Secrets
  /** Addresses of stored videos for the window. */
  readonly media: MediaDoor
  /** UTC epoch ms; held still in tests. */
  readonly now: () => number
  /** Who sits here, and what this computer is called. */
  readonly me: Me
  /** Whose name stands beside changes. */
  readonly author: () => string
}
