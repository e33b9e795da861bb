/** A reminder sent from the board: whoever has had the sample long enough, in the words of the ladder. */

import type { Sample } from '../../../../shared/contract/samples'
import { FIRST_NUDGE_DAY } from '../../../../shared/domain/ghosting'
import { AWAITING_POST } from '../../../../shared/domain/samples'
import { api } from '../../../api'
import { useText } from '../../../messages/i18n'
import { say } from '../../../session/status'
import { MessageDrawer } from '../requests/MessageDrawer'

/** Answers the sample that a reminder may be written about; of others it says why not. */
export function useNudge(onNudge: (sample: Sample) => void): (sample: Sample | undefined) => void {
  const t = useText('sampleRequests')
  const none = useText('samples')('noNudge')
  return (sample) => {
    if (sample === undefined) return
    const days = sample.deadlines.sinceDelivery
    if (!AWAITING_POST.has(sample.state) || days === null) say(none, 'bad')
    else if (days < FIRST_NUDGE_DAY) say(t('ghost.tooEarly', { day: FIRST_NUDGE_DAY, days }), 'bad')
    else onNudge(sample)
  }
}

export function BoardNudge({ sample, onClose }: { readonly sample: Sample; readonly onClose: () => void }) {
  const t = useText('sampleRequests')
  const handle = sample.handle ?? ''
  return (
    <MessageDrawer
      key={sample.id}
      id={sample.id}
      about="nudge"
      title={t('message.nudgeTitle', { handle })}
      done={t('ghost.nudged', { handle })}
      send={(message) => api.sampleRequests.nudge(message)}
      onClose={onClose}
    />
  )
}
