/** The heads of a board's columns: name, how many, what else the feature says of them. */

import { ActionIcon, Tooltip } from '@mantine/core'
import { IconChevronsLeft, IconChevronsRight } from '@tabler/icons-react'

import { useFormat } from '../format/use-format'
import type { BoardProps } from './Board'
import classes from './board.module.css'
import type { BoardColumn } from './board-model'
import type { BoardState } from './use-board'

interface BoardHeadsProps<C, K extends BoardColumn<C>> extends Pick<BoardProps<C, K>, 'renderHead'> {
  readonly columns: readonly K[]
  readonly state: BoardState<C, K>
  /** CSS widths. */
  readonly widths: string
}

export function BoardHeads<C, K extends BoardColumn<C>>({ columns, renderHead, state, widths }: BoardHeadsProps<C, K>) {
  return (
    <div role="rowgroup" className={classes.heads}>
      <div role="row" className={classes.headRow} style={{ gridTemplateColumns: widths }}>
        {columns.map((column) => (
          <Head key={column.key} column={column} renderHead={renderHead} state={state} />
        ))}
      </div>
    </div>
  )
}

interface HeadProps<C, K extends BoardColumn<C>> extends Pick<BoardHeadsProps<C, K>, 'renderHead' | 'state'> {
  readonly column: K
}

function Head<C, K extends BoardColumn<C>>({ column, renderHead, state }: HeadProps<C, K>) {
  const format = useFormat()
  const { name, word, foldWord, openWord, figures } = renderHead(column)
  const folded = state.isFolded(column)
  const button = folded ? openWord : foldWord
  const foldable = folded || column.quiet
  return (
    <div
      role="columnheader"
      tabIndex={-1}
      aria-label={word}
      className={classes.head}
      data-folded={folded || undefined}
      data-over={state.over === column.key || undefined}
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
          <Tooltip label={button}>
            <ActionIcon size={20} aria-label={button} aria-expanded={!folded} onClick={() => state.fold(column)}>
              {folded ? <IconChevronsRight size={14} /> : <IconChevronsLeft size={14} />}
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {!folded && figures}
    </div>
  )
}
