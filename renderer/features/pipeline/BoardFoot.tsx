/** Under the board: how many there are, what is ticked, and the menu of stages to move to. */

import { Button, Menu } from '@mantine/core'

import type { Card } from '../../../shared/contract/pipelines'
import { useText } from '../../messages/i18n'
import classes from '../../board/board.module.css'
import { useStageName } from '../../creator/stage-words'
import type { BoardState } from '../../board/use-board'
import type { StageBoard, StageColumn } from './use-cards'

export interface BoardFootProps {
  readonly ticked: ReadonlyMap<string, Card>
  readonly board: StageBoard
  readonly state: BoardState<Card, StageColumn>
}

export function BoardFoot({ ticked, board, state }: BoardFootProps) {
  const t = useText('pipelines')
  const stageName = useStageName()
  const open = board.columns.filter(({ stage }) => !stage.archived)
  return (
    <div className={classes.foot}>
      <Menu opened={state.choosing} onClose={() => state.choose(false)} position="top-start" trapFocus>
        <Menu.Target>
          <Button size="compact-xs" variant="default" onClick={() => state.choose(true)}>
            {t('moveTo')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('moveTo')}>
          {open.map((column) => (
            <Menu.Item key={column.stage.key} onClick={() => state.moveTo(column)}>
              {stageName(column.stage)}
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
      <span>{t('count', { count: board.total })}</span>
      <span className={classes.keys}>{t('keys')}</span>
    </div>
  )
}
