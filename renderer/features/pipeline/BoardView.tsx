/** The board: one column a stage, one cursor over all cards, everything by key and by dragging. */

import { Button } from '@mantine/core'
import { useState } from 'react'

import type { Card } from '../../../shared/contract/pipelines'
import { api } from '../../api'
import { MoveGuard } from '../../creator/MoveGuard'
import { TaskForm } from '../../creator/TaskForm'
import { useMove } from '../../creator/use-move'
import { useText } from '../../messages/i18n'
import { useNow } from '../../session/now'
import { goTo } from '../../session/place'
import { Answer } from '../../ui/Answer'
import { Empty } from '../../ui/Empty'
import { useCommand } from '../../ui/use-save'
import { PipelineBoard } from './PipelineBoard'
import { CardDrawer } from './CardDrawer'
import type { Lanes, Narrowed } from './PipelineScreen'
import { useCards } from './use-cards'

export interface BoardViewProps {
  readonly narrowed: Narrowed
  readonly lanes: Lanes
  /** The person here. */
  readonly me: string
}

export function BoardView({ narrowed, lanes, me }: BoardViewProps) {
  const now = useNow()
  const cards = useCards(narrowed, lanes)
  const [ticked, setTicked] = useState<ReadonlyMap<string, Card>>(new Map())
  const [peeked, setPeeked] = useState<Card | null>(null)
  const [tasked, setTasked] = useState<Card | null>(null)
  const mover = useMove(() => setTicked(new Map()))
  const start = useStartLadder()
  return (
    <>
      <Answer query={cards.query}>
        {(board) =>
          board.total === 0 ? (
            <NobodyHere narrowed={narrowed} />
          ) : (
            <PipelineBoard
              board={board}
              cards={cards}
              lanes={lanes}
              showShop={narrowed.shopId === null}
              now={now}
              ticked={ticked}
              onTicked={setTicked}
              onMove={(items, stage) => mover.move(items, stage)}
              onPeek={setPeeked}
              onOpen={({ creatorId }) => goTo('creators', { creator: creatorId })}
              onTask={setTasked}
              onLadder={(items) => start(items)}
            />
          )
        }
      </Answer>
      <MoveGuard mover={mover} me={me} />
      {peeked && !mover.asked && (
        <CardDrawer
          key={`${peeked.shopId} ${peeked.creatorId}`}
          card={peeked}
          mover={mover}
          onClose={() => setPeeked(null)}
        />
      )}
      {tasked && (
        <TaskForm
          task={null}
          about={{ creatorId: tasked.creatorId, shopId: tasked.shopId, owner: me, kind: 'followUp' }}
          now={now}
          onClose={() => setTasked(null)}
        />
      )}
    </>
  )
}

function useStartLadder(): (items: readonly Card[]) => void {
  const t = useText('tasks')
  const start = useCommand(
    (items: readonly Card[]) =>
      api.tasks.startLadder({ items: items.map(({ shopId, creatorId }) => ({ shopId, creatorId })) }),
    ({ started }) => (started > 0 ? t('started', { count: started }) : t('runsAlready')),
  )
  return start.run
}

function NobodyHere({ narrowed }: { readonly narrowed: Narrowed }) {
  const t = useText('pipelines')
  if (narrowed.owner !== null || narrowed.search !== '') return <Empty sentence={t('noneFound')} />
  return (
    <Empty
      sentence={t('empty')}
      example={t('emptyExample')}
      action={<Button onClick={() => goTo('creators')}>{t('emptyAction')}</Button>}
    />
  )
}
