/** The colour of a campaign's state. */

import type { CampaignState } from '../../../shared/domain/campaigns'
import type { Tone } from '../../ui/StateMark'

export const TONES: Readonly<Record<CampaignState, Tone>> = {
  draft: 'unknown',
  running: 'good',
  paused: 'held',
  ended: 'unknown',
}
