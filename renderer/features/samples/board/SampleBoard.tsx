/** Samples as cards: `[` and `]` take steps wherever each stands, files let go on a card are its proof. */

import type { Sample } from '../../../../shared/contract/samples'
import { type BoardWay } from '../../../../shared/domain/sample-board'
import { isSampleState, type SampleState } from '../../../../shared/domain/samples'
import { Board, type BoardCards } from '../../../board/Board'
import board from '../../../board/board.module.css'
import { type Text, useText } from '../../../messages/i18n'
import { KEYS } from '../../../session/key-table'
import { StateMark } from '../../../ui/StateMark'
import { PaperDrawer } from '../PaperDrawer'
import { useStateWord } from '../sample-words'
import { useProof } from '../use-proof'
import { useSteps } from '../use-steps'
import { useNudge } from './BoardNudge'
import { SampleCard } from './SampleCard'
import { SampleFoot } from './SampleFoot'
import { isIn, type SampleColumn, type ShownBoard } from './use-sample-board'

export interface SampleBoardProps {
  readonly by: BoardWay
  readonly board: ShownBoard
  readonly cards: BoardCards<Sample>
  readonly showShop: boolean
  readonly ticked: ReadonlyMap<string, Sample>
  readonly onTicked: (ticked: ReadonlyMap<string, Sample>) => void
  readonly onPeek: (sample: Sample) => void
  readonly onOpen: (sample: Sample) => void
  readonly onNudge: (sample: Sample) => void
}

export function SampleBoard({ by, board: shown, cards, showShop, ticked, onTicked, ...acts }: SampleBoardProps) {
  const t = useText('samples')
  const word = useStateWord()
  const steps = useSteps(() => onTicked(new Map()))
  const proof = useProof()
  const nudge = useNudge(acts.onNudge)
  const marked = shown.columns.some(isMarked)
  const name = (key: string) => (by === 'state' && isSampleState(key) ? word(key) : columnWord(t, key))
  return (
    <>
      <PaperDrawer steps={steps} />
      <Board<Sample, SampleColumn>
        label={t('title')}
        board={shown}
        cards={cards}
        hasLanes={false}
        cardKey={({ id }) => id}
        isIn={(sample, column) => isIn(by, sample, column)}
        ticked={ticked}
        onTicked={onTicked}
        onMove={(items, { key }) => {
          const to = TARGETS[key] ?? (isSampleState(key) ? key : undefined)
          if (to !== undefined) steps.take({ items, to, through: items.every((one) => one.state !== to) })
        }}
        onBeside={(items, step) => steps.take({ items, to: step === 1 ? 'next' : 'back' })}
        onPeek={acts.onPeek}
        onOpen={acts.onOpen}
        onFiles={proof}
        keys={(_meant, sample) => ({ [KEYS.ghostNudge.keys[0]]: () => nudge(sample) })}
        renderHead={(column) => {
          const samples = t('count', { count: column.count })
          const title = name(column.key)
          return {
            name: title,
            word: t('column', { name: title, samples }),
            foldWord: t('fold', { name: title }),
            openWord: t('unfold', { name: title, samples }),
            figures: marked && <Figures column={column} />,
          }
        }}
        renderLane={() => null}
        renderCard={(sample, isTicked) => (
          <SampleCard
            sample={sample}
            ticked={isTicked}
            showShop={showShop}
            showState={MIXED.has(column(by, shown, sample))}
          />
        )}
        cardText={({ handle, productName, productId }) => `${handle ?? ''} ${productName ?? productId}`}
        renderFoot={(state) => (
          <SampleFoot board={shown} ticked={ticked} state={state} onStep={(items, to) => steps.take({ items, to })} />
        )}
      />
    </>
  )
}

const isMarked = ({ held, overdue, key }: SampleColumn): boolean => held > 0 || (overdue > 0 && key !== 'overdue')

/** Where a card that is let go on a column of the deadline board goes; of the others no single step is meant. */
const TARGETS: Readonly<Record<string, SampleState>> = {
  review: 'requested',
  toShip: 'approved',
  onTheWay: 'shipped',
  soon: 'delivered',
  later: 'delivered',
  toVerify: 'posted',
  done: 'verified',
}

/** Columns in which several states stand together. */
const MIXED: ReadonlySet<string> = new Set([
  'toShip',
  'overdue',
  'soon',
  'later',
  'unknown',
  'done',
  'trouble',
  'ended',
])

function column(by: BoardWay, { columns }: ShownBoard, sample: Sample): string {
  return columns.find((one) => isIn(by, sample, one))?.key ?? ''
}

function columnWord(t: Text<'samples'>, key: string): string {
  const words: Readonly<Record<string, string>> = t('columns', { returnObjects: true })
  return words[key] ?? key
}

function Figures({ column: { held, overdue, key } }: { readonly column: SampleColumn }) {
  const t = useText('samples')
  return (
    <div className={board.figures}>
      {held > 0 && <StateMark tone="held">{t('heldCount', { count: held })}</StateMark>}
      {overdue > 0 && key !== 'overdue' && <StateMark tone="bad">{t('overdueCount', { count: overdue })}</StateMark>}
    </div>
  )
}
