/** Creators by stage, as a board or a table of the same; how the stages and follow-up ladders are set. */

import { SegmentedControl, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { usePlace } from '../../session/place'
import { Page } from '../../ui/Page'
import { SearchField, useSearch } from '../../ui/SearchField'
import { BoardView } from './BoardView'
import { Ladders } from './Ladders'
import { Stages } from './Stages'
import { TableView } from './TableView'

const VIEWS = ['board', 'table', 'stages', 'ladders'] as const
type View = (typeof VIEWS)[number]
const LANES = ['none', 'shop', 'owner'] as const
export type Lanes = (typeof LANES)[number]

/** What the board and the table are narrowed to. */
export interface Narrowed {
  readonly shopId: string | null
  readonly owner: string | null
  readonly search: string
}

const EVERYONE = ''

export function PipelineScreen() {
  const t = useText('pipelines')
  const { shopId } = usePlace()
  const search = useSearch()
  const [view, setView] = useState<View>('board')
  const [owner, setOwner] = useState(EVERYONE)
  const [lanes, setLanes] = useState<Lanes>('none')
  const people = useQuery(orpc.pipelines.owners.queryOptions({ input: { shopId } })).data
  const narrowed: Narrowed = { shopId, owner: owner === EVERYONE ? null : owner, search: search.settled }
  const listed = view === 'board' || view === 'table'
  const filters = (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('views.label')}
        value={view}
        onChange={(value) => setView(VIEWS.find((name) => name === value) ?? 'board')}
        data={VIEWS.map((name) => ({ value: name, label: t(`views.${name}`) }))}
      />
      {listed && (
        <Select
          aria-label={t('owner')}
          data={[
            { value: EVERYONE, label: t('everyone') },
            ...(people?.owners ?? []).map((name) => ({ value: name, label: name })),
          ]}
          value={owner}
          onChange={(value) => setOwner(value ?? EVERYONE)}
        />
      )}
      {view === 'board' && (
        <Select
          aria-label={t('lanes.label')}
          data={LANES.map((name) => ({ value: name, label: t(`lanes.${name}`) }))}
          value={lanes}
          onChange={(value) => setLanes(LANES.find((name) => name === value) ?? 'none')}
        />
      )}
    </>
  )
  return (
    <Page
      title={t('title')}
      filters={filters}
      actions={listed && <SearchField search={search} label={t('search')} />}
      padded={!listed}
    >
      {view === 'board' && <BoardView narrowed={narrowed} lanes={lanes} me={people?.me ?? ''} />}
      {view === 'table' && <TableView narrowed={narrowed} me={people?.me ?? ''} />}
      {view === 'stages' && <Stages shopId={shopId} />}
      {view === 'ladders' && <Ladders />}
    </Page>
  )
}
