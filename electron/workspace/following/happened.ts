/**
 * What follows by itself from something that happened with a creator: a stage changes, follow-ups stop.
 *
 * Called inside the command that wrote what happened, so that all of it is one step.
 */

import type { WritableDb } from '../../../db/database'
import type { WorkspaceContext } from '../context'

export type CreatorEvent = 'contacted' | 'replied' | 'sampled' | 'posted' | 'sold' | 'declined'

export interface Happened {
  readonly event: CreatorEvent
  readonly creatorId: string
  readonly shopId: string | null
  /** UTC epoch ms. */
  readonly at: number
}

export function happened(_context: WorkspaceContext, _tx: WritableDb, _what: Happened): void {
  // Pipelines and ladders come with their features.
}
