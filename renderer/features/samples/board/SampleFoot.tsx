/** Under the board: how many there are, what is ticked, and the menu of states to move to. */

import { Button, Menu } from '@mantine/core'

import type { Sample } from '../../../../shared/contract/samples'
import { SAMPLE, SAMPLE_STATES, type SampleState } from '../../../../shared/domain/samples'
import board from '../../../board/board.module.css'
import type { BoardState } from '../../../board/use-board'
import { useText } from '../../../messages/i18n'
import { useStateWord } from '../sample-words'
import type { SampleColumn, ShownBoard } from './use-sample-board'

export interface SampleFootProps {
  readonly board: ShownBoard
  readonly ticked: ReadonlyMap<string, Sample>
  readonly state: BoardState<Sample, SampleColumn>
  readonly onStep: (items: readonly Sample[], to: SampleState) => void
}

export function SampleFoot({ board: { total }, ticked, state, onStep }: SampleFootProps) {
  const t = useText('samples')
  const word = useStateWord()
  // What some of them may take; who may not is told.
  const states = SAMPLE_STATES.filter((to) => state.meant.some((sample) => SAMPLE.edges[sample.state].includes(to)))
  return (
    <div className={board.foot}>
      <Menu opened={state.choosing} onClose={() => state.choose(false)} position="top-start" trapFocus>
        <Menu.Target>
          <Button
            size="compact-xs"
            variant="default"
            disabled={states.length === 0}
            onClick={() => state.choose(!state.choosing)}
          >
            {t('moveTo')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('moveTo')}>
          {states.map((to) => (
            <Menu.Item
              key={to}
              onClick={() => {
                onStep(state.meant, to)
                state.choose(false)
              }}
            >
              {word(to)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {ticked.size > 0 && (
        <>
          <span>{t('ticked', { count: ticked.size })}</span>
          <Button size="compact-xs" variant="subtle" onClick={state.untick}>
            {t('untick')}
          </Button>
        </>
      )}
      <span>{t('count', { count: total })}</span>
      <span className={board.keys}>{t('keys')}</span>
    </div>
  )
}
