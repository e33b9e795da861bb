/** The heads of the columns: stage, how many, how long, how full, worth what. */

import { ActionIcon, Tooltip } from '@mantine/core'
import { IconChevronsLeft, IconChevronsRight } from '@tabler/icons-react'

import type { Board } from '../../../shared/contract/pipelines'
import { useStageName } from '../../creator/stage-words'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { StateMark } from '../../ui/StateMark'
import classes from './board.module.css'
import type { BoardColumn } from './board-model'
import type { BoardState } from './use-board'

export interface BoardHeadProps {
  readonly board: Board
  readonly state: BoardState
  /** CSS widths. */
  readonly columns: string
}

export function BoardHead({ board, state, columns }: BoardHeadProps) {
  return (
    <div role="rowgroup" className={classes.heads}>
      <div role="row" className={classes.headRow} style={{ gridTemplateColumns: columns }}>
        {board.columns.map((column) => (
          <Head key={column.stage.key} column={column} state={state} />
        ))}
      </div>
    </div>
  )
}

function Head({ column, state }: { readonly column: BoardColumn; readonly state: BoardState }) {
  const t = useText('pipelines')
  const format = useFormat()
  const name = useStageName()(column.stage)
  const creators = t('count', { count: column.count })
  const folded = state.isFolded(column)
  const word = folded ? t('folded', { stage: name, creators }) : t('fold', { stage: name })
  const foldable = folded || column.stage.kind === 'stopped'
  return (
    <div
      role="columnheader"
      tabIndex={-1}
      aria-label={t('column', { stage: name, creators })}
      className={classes.head}
      data-folded={folded || undefined}
      data-over={state.over === column.stage.key || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        state.drag.enter(column)
      }}
      onDrop={() => state.drag.drop(column)}
    >
      <div className={classes.headLine}>
        {!folded && (
          <span className={classes.stage} title={name}>
            {name}
          </span>
        )}
        <span className={classes.count}>{format.count(column.count)}</span>
        {foldable && (
          <Tooltip label={word}>
            <ActionIcon size={20} aria-label={word} aria-expanded={!folded} onClick={() => state.fold(column)}>
              {folded ? <IconChevronsRight size={14} /> : <IconChevronsLeft size={14} />}
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {!folded && <SlaBar sla={column.sla} />}
      {!folded && <HeadFigures column={column} />}
    </div>
  )
}

function HeadFigures({ column: { value, count, stage, limitUsed } }: { readonly column: BoardColumn }) {
  const t = useText('pipelines')
  const format = useFormat()
  const worth = value.map(({ amount, currency }) => format.shortMoney(amount, currency)).join(' · ')
  const full = limitUsed !== null && limitUsed >= 10_000
  const limit = stage.wipLimit
  return (
    <div className={classes.figures}>
      {limit !== null && full && <StateMark tone="watch">{t('limitFull', { count, limit })}</StateMark>}
      {limit !== null && !full && <span>{t('limit', { limit })}</span>}
      <span className={classes.worth} title={`${t('value')}: ${worth}`}>
        {worth}
      </span>
    </div>
  )
}

const LEVELS = ['good', 'watch', 'bad', 'none'] as const

/** How many are in time: by length and colour, and in words for those who see neither. */
function SlaBar({ sla }: Pick<BoardColumn, 'sla'>) {
  const t = useText('pipelines')
  const words = t('sla.bar', { good: sla.good + sla.none, watch: sla.watch, bad: sla.bad })
  return (
    <div className={classes.sla} role="img" aria-label={words} title={words}>
      {LEVELS.map((level) => sla[level] > 0 && <span key={level} data-sla={level} style={{ flexGrow: sla[level] }} />)}
    </div>
  )
}
