/** Samples as a board: a column for each stretch of time until they are due, or one for each state. */

import { Button, SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'

import type { Sample } from '../../../../shared/contract/samples'
import { BOARD_WAYS, type BoardWay } from '../../../../shared/domain/sample-board'
import { useText } from '../../../messages/i18n'
import { KEYS } from '../../../session/key-table'
import { useKeys } from '../../../session/keys'
import { goTo, usePlace } from '../../../session/place'
import { Answer } from '../../../ui/Answer'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'
import { SearchField, useSearch } from '../../../ui/SearchField'
import { SampleDrawer } from '../one/SampleDrawer'
import { SampleForm } from '../one/SampleForm'
import classes from '../samples.module.css'
import { type Narrowed, Strip } from '../Strip'
import type { SampleTabProps } from '../tabs'
import { useSentSample } from '../use-sent'
import { BoardNudge } from './BoardNudge'
import { SampleBoard } from './SampleBoard'
import { useSampleBoard } from './use-sample-board'

const EVERYONE = ''

export function BoardTab({ tabs }: SampleTabProps) {
  const t = useText('samples')
  const { shopId } = usePlace()
  const search = useSearch()
  const [by, setBy] = useState<BoardWay>('due')
  const [owner, setOwner] = useState(EVERYONE)
  const [ticked, setTicked] = useState<ReadonlyMap<string, Sample>>(new Map())
  const [adding, setAdding] = useState(false)
  const [nudged, setNudged] = useState<Sample | null>(null)
  const [peeked, setPeeked] = useSentSample()
  const narrowed: Narrowed = { shopId, owner: owner === EVERYONE ? null : owner, search: search.settled }
  const { query, cards } = useSampleBoard(narrowed, by)
  useKeys({ [KEYS.sampleNew.keys[0]]: () => setAdding(true) })
  const filters = (
    <>
      {tabs}
      <Filters by={by} onBy={setBy} owner={owner} onOwner={setOwner} owners={query.data?.owners ?? []} />
    </>
  )
  return (
    <Page
      title={t('title')}
      filters={filters}
      actions={
        <>
          <Ways onAdd={() => setAdding(true)} />
          <SearchField search={search} label={t('search')} />
        </>
      }
    >
      <div className={classes.whole}>
        <Strip narrowed={narrowed} />
        <div className={classes.rest}>
          <Answer query={query}>
            {(board) =>
              board.total === 0 ? (
                <Nothing asked={owner !== EVERYONE || search.settled !== ''} onAdd={() => setAdding(true)} />
              ) : (
                <SampleBoard
                  by={by}
                  board={board}
                  cards={cards}
                  showShop={shopId === null}
                  ticked={ticked}
                  onTicked={setTicked}
                  onPeek={({ id }) => setPeeked(id)}
                  onNudge={setNudged}
                  onOpen={({ creatorId }) => goTo('creators', { creator: creatorId })}
                />
              )
            }
          </Answer>
        </div>
      </div>
      {peeked !== null && <SampleDrawer key={peeked} id={peeked} onClose={() => setPeeked(null)} />}
      {nudged && <BoardNudge sample={nudged} onClose={() => setNudged(null)} />}
      {adding && <SampleForm sample={null} shopId={shopId} onClose={() => setAdding(false)} />}
    </Page>
  )
}

function Ways({ onAdd }: { readonly onAdd: () => void }) {
  const t = useText('samples')
  return (
    <>
      <Button variant="default" onClick={() => goTo('pick', { open: 'tracking' })}>
        {t('tracking')}
      </Button>
      <Button onClick={onAdd}>{t('add')}</Button>
    </>
  )
}

interface FiltersProps {
  readonly by: BoardWay
  readonly onBy: (by: BoardWay) => void
  readonly owner: string
  readonly onOwner: (owner: string) => void
  readonly owners: readonly string[]
}

function Filters({ by, onBy, owner, onOwner, owners }: FiltersProps) {
  const t = useText('samples')
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('way.label')}
        value={by}
        onChange={(value) => onBy(BOARD_WAYS.find((way) => way === value) ?? 'due')}
        data={BOARD_WAYS.map((way) => ({ value: way, label: t(`way.${way}`) }))}
      />
      <Select
        aria-label={t('owner')}
        data={[{ value: EVERYONE, label: t('everyone') }, ...owners.map((name) => ({ value: name, label: name }))]}
        value={owner}
        onChange={(value) => onOwner(value ?? EVERYONE)}
      />
    </>
  )
}

function Nothing({ asked, onAdd }: { readonly asked: boolean; readonly onAdd: () => void }) {
  const t = useText('samples')
  if (asked) return <Empty sentence={t('noneFound')} />
  return (
    <Empty
      sentence={t('empty')}
      example={t('example')}
      action={
        <>
          <Button onClick={onAdd}>{t('add')}</Button>
          <Button variant="default" onClick={() => goTo('imports')}>
            {t('import')}
          </Button>
        </>
      }
    />
  )
}
