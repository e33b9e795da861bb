/** Under the radar: reminding, an excuse, a block, one key each. */

import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import type { Ghost } from '../../../../shared/contract/sample-requests'
import { FIRST_NUDGE_DAY } from '../../../../shared/domain/ghosting'
import { api, orpc } from '../../../api'
import type { RowSelection } from '../../../grid/selection'
import { useText } from '../../../messages/i18n'
import { KEYS } from '../../../session/key-table'
import { useKeys } from '../../../session/keys'
import { say } from '../../../session/status'
import { useCommand } from '../../../ui/use-save'
import { MessageDrawer } from '../requests/MessageDrawer'
import { ReasonBar } from '../requests/ReasonBar'
import classes from '../requests/requests.module.css'
import { ExcuseDrawer } from './ExcuseDrawer'

export interface GhostBarProps {
  readonly selection: RowSelection<Ghost>
  readonly onCurrent: (id: string | null) => void
}

interface Asking {
  readonly what: 'nudge' | 'excuse' | 'block'
  readonly ghost: Ghost
}

export function GhostBar({ selection, onCurrent }: GhostBarProps) {
  const t = useText('sampleRequests')
  const [asking, setAsking] = useState<Asking | null>(null)
  const [ghost] = selection.rows()
  const current = ghost?.sample.id ?? null
  useEffect(() => onCurrent(current), [onCurrent, current])
  const close = () => setAsking(null)
  const acts = useActs(setAsking)
  const act = (work: (ghost: Ghost) => void) => () => ghost && work(ghost)
  useKeys(
    asking === null
      ? {
          [KEYS.ghostNudge.keys[0]]: act(acts.nudge),
          [KEYS.ghostExcuse.keys[0]]: act(acts.excuse),
          [KEYS.ghostBlock.keys[0]]: act(acts.block),
        }
      : {},
  )
  return (
    <div className={classes.bar}>
      {asking?.what === 'block' ? (
        <BlockBar ghost={asking.ghost} onClose={close} />
      ) : (
        <>
          <Button size="compact-xs" onClick={act(acts.nudge)}>
            {t('ghost.nudge')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={act(acts.excuse)}>
            {t('ghost.excuse')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={act(acts.block)}>
            {t('ghost.block')}
          </Button>
          <span className={classes.quiet}>{t('ghost.keys')}</span>
        </>
      )}
      {asking?.what === 'nudge' && <NudgeDrawer ghost={asking.ghost} onClose={close} />}
      {asking?.what === 'excuse' && <ExcuseDrawer key={asking.ghost.sample.id} ghost={asking.ghost} onClose={close} />}
    </div>
  )
}

/** What each key may do with a sample; what it may not is said. */
function useActs(setAsking: (asking: Asking) => void) {
  const t = useText('sampleRequests')
  return {
    nudge: (ghost: Ghost) => {
      if (ghost.ended) say(t('ghost.ended'), 'bad')
      else if (ghost.days < FIRST_NUDGE_DAY) say(t('ghost.tooEarly', { day: FIRST_NUDGE_DAY, days: ghost.days }), 'bad')
      else setAsking({ what: 'nudge', ghost })
    },
    excuse: (ghost: Ghost) => setAsking({ what: 'excuse', ghost }),
    block: (ghost: Ghost) => {
      const handle = ghost.sample.handle ?? ''
      if (ghost.ban === 'blocked') say(t('ghost.isBlocked', { handle }), 'bad')
      else if (ghost.record.ghosted === 0) say(t('ghost.blockNone', { handle }), 'bad')
      else if (ghost.ban === 'none') say(t('ghost.blockFirst', { handle }), 'bad')
      else setAsking({ what: 'block', ghost })
    },
  }
}

interface GhostProps {
  readonly ghost: Ghost
  readonly onClose: () => void
}

function NudgeDrawer({ ghost: { sample }, onClose }: GhostProps) {
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

/** A block at all shops, through the agency's block list: it can be taken off there, and undone here. */
function BlockBar({ ghost: { sample, record }, onClose }: GhostProps) {
  const t = useText('sampleRequests')
  const answers = useQueryClient()
  const handle = sample.handle ?? ''
  const block = useCommand(
    async (note: string) => {
      const creators = [sample.creatorId]
      await api.vetting.setList({ creators, level: 'agency', verdict: 'block', reason: 'noPost', note })
      await answers.invalidateQueries({ queryKey: orpc.sampleRequests.key() })
      onClose()
    },
    () => t('ghost.blocked', { handle }),
  )
  return (
    <ReasonBar
      title={t('ghost.blockTitle', { handle })}
      label={t('reason.label')}
      go={t('ghost.block')}
      initial={t('ghost.blockNote', { count: record.ghosted })}
      busy={block.busy}
      onReason={(note) => block.run(note)}
      onCancel={onClose}
    />
  )
}
