/** Creators as cards in the columns of their stages. */

import type { Card } from '../../../shared/contract/pipelines'
import { Board } from '../../board/Board'
import classes from '../../board/board.module.css'
import { ShopBadge } from '../../creator/ShopBadge'
import { useStageName } from '../../creator/stage-words'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { BoardFoot } from './BoardFoot'
import { CardView } from './CardView'
import type { Lanes } from './PipelineScreen'
import { StageHead } from './StageHead'
import { cardKey, type PipelineCards, type StageBoard, type StageColumn } from './use-cards'

export interface PipelineBoardProps {
  readonly board: StageBoard
  readonly cards: PipelineCards
  readonly lanes: Lanes
  readonly showShop: boolean
  readonly now: number
  readonly ticked: ReadonlyMap<string, Card>
  readonly onTicked: (ticked: ReadonlyMap<string, Card>) => void
  readonly onMove: (items: readonly Card[], stage: StageColumn['stage']) => void
  readonly onPeek: (card: Card) => void
  readonly onOpen: (card: Card) => void
  readonly onTask: (card: Card) => void
  readonly onLadder: (items: readonly Card[]) => void
}

export function PipelineBoard(props: PipelineBoardProps) {
  const { board, lanes, ticked, now, showShop, onMove, onLadder, onTask } = props
  const t = useText('pipelines')
  const stageName = useStageName()
  return (
    <Board<Card, StageColumn>
      label={t('board')}
      board={board}
      cards={props.cards}
      hasLanes={lanes !== 'none'}
      cardKey={cardKey}
      isIn={(card, { key }) => card.stage === key}
      ticked={ticked}
      onTicked={props.onTicked}
      onMove={(items, { stage }) => onMove(items, stage)}
      onBeside={(items, _by, column) => column && onMove(items, column.stage)}
      onPeek={props.onPeek}
      onOpen={props.onOpen}
      keys={(meant, card) => ({
        [KEYS.cardLadder.keys[0]]: () => meant.length > 0 && onLadder(meant),
        [KEYS.cardTask.keys[0]]: () => card && onTask(card),
      })}
      renderHead={(column) => {
        const stage = stageName(column.stage)
        const creators = t('count', { count: column.count })
        return {
          name: stage,
          word: t('column', { stage, creators }),
          foldWord: t('fold', { stage }),
          openWord: t('folded', { stage, creators }),
          figures: <StageHead column={column} />,
        }
      }}
      renderLane={(lane, count) => <LaneHead lane={lane} count={count} lanes={lanes} />}
      renderCard={(card, isTicked) => <CardView card={card} now={now} showShop={showShop} ticked={isTicked} />}
      cardText={({ handle }) => handle}
      renderFoot={(state) => <BoardFoot ticked={ticked} board={board} state={state} />}
    />
  )
}

interface LaneHeadProps {
  readonly lane: string | null
  readonly count: number
  readonly lanes: Lanes
}

function LaneHead({ lane, count, lanes }: LaneHeadProps) {
  const t = useText('pipelines')
  const format = useFormat()
  return (
    <>
      {lanes === 'shop' ? <ShopBadge shopId={lane} /> : (lane ?? t('nobody'))}
      <span className={classes.muted}>{format.count(count)}</span>
    </>
  )
}
