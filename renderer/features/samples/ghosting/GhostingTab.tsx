/** Who has a sample and posts nothing: what can be reminded today first, blocks that are suggested on top. */

import { Button, SegmentedControl, Switch } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Ghost } from '../../../../shared/contract/sample-requests'
import { STANDINGS } from '../../../../shared/domain/ghosting'
import { orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import type { GridSort } from '../../../grid/columns'
import { DataGrid } from '../../../grid/DataGrid'
import { useQueryRows } from '../../../grid/rows'
import { useText } from '../../../messages/i18n'
import { goTo, usePlace } from '../../../session/place'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'
import { SearchField, useSearch } from '../../../ui/SearchField'
import classes from '../requests/requests.module.css'
import type { SampleTabProps } from '../tabs'
import { GhostBar } from './GhostBar'
import { useGhostColumns } from './ghost-columns'
import { GhostPeek } from './GhostPeek'
import { LadderDrawer } from './LadderDrawer'

const MOST = 500
const ALL = 'all'

export function GhostingTab({ tabs }: SampleTabProps) {
  const t = useText('sampleRequests')
  const { shopId } = usePlace()
  const search = useSearch()
  const [shown, setShown] = useState<string>(ALL)
  const [due, setDue] = useState(false)
  const [editing, setEditing] = useState(false)
  const standing = STANDINGS.find((one) => one === shown) ?? null
  const input = { shopId, search: search.settled, standing, due, limit: MOST }
  const query = useQuery({ ...orpc.sampleRequests.ghosting.queryOptions({ input }), placeholderData: keepPreviousData })
  const { counts, total = 0, bans = 0, due: toRemind = 0 } = query.data ?? {}
  const filters = (
    <>
      {tabs}
      <SegmentedControl
        size="xs"
        aria-label={t('ghost.standing.label')}
        value={shown}
        onChange={setShown}
        data={[
          { value: ALL, label: t('ghost.standing.all') },
          ...STANDINGS.toReversed().map((value) => ({
            value,
            label: t('counted', { word: t(`ghost.standing.${value}`), count: counts?.[value] ?? 0 }),
          })),
        ]}
      />
      <Switch
        size="xs"
        label={t('ghost.due', { count: toRemind })}
        checked={due}
        onChange={({ currentTarget }) => setDue(currentTarget.checked)}
      />
      <SearchField search={search} label={t('ghost.search')} />
    </>
  )
  const note = [
    ...(bans === 0 ? [] : [t('ghost.bans', { count: bans })]),
    ...(total > MOST ? [t('first', { shown: MOST, total })] : []),
  ].join(' · ')
  const filtered = search.settled !== '' || standing !== null || due
  return (
    <Page
      title={t('ghost.title')}
      note={note}
      filters={filters}
      actions={
        <Button variant="default" onClick={() => setEditing(true)}>
          {t('ghost.ladder')}
        </Button>
      }
    >
      <Radar answer={{ ...query, data: query.data?.rows }} filtered={filtered} />
      {editing && <LadderDrawer onClose={() => setEditing(false)} />}
    </Page>
  )
}

interface RadarProps {
  readonly answer: Parameters<typeof useQueryRows<Ghost>>[0]
  readonly filtered: boolean
}

function Radar({ answer, filtered }: RadarProps) {
  const t = useText('sampleRequests')
  const { language } = useFormat()
  const [sort, setSort] = useState<GridSort | null>(null)
  const [peeking, setPeeking] = useState(false)
  const [current, setCurrent] = useState<string | null>(null)
  const columns = useGhostColumns()
  const rows = useQueryRows<Ghost>(answer, columns, sort, language)
  const peeked = peeking ? answer.data?.find(({ sample }) => sample.id === current) : undefined
  return (
    <div className={classes.layout}>
      <div className={classes.grid}>
        <DataGrid
          name="sampleGhosts"
          label={t('ghost.title')}
          columns={columns}
          rows={rows}
          takesFocus
          rowId={({ sample }) => sample.id}
          sort={sort}
          onSort={setSort}
          onPeek={() => setPeeking(!peeking)}
          onOpen={({ sample }) => goTo('creators', { creator: sample.creatorId })}
          empty={
            filtered ? (
              <Empty sentence={t('emptyFiltered')} />
            ) : (
              <Empty sentence={t('ghost.empty')} example={t('ghost.emptyExample')} />
            )
          }
          renderBulk={(selection) => <GhostBar selection={selection} onCurrent={setCurrent} />}
        />
      </div>
      {peeked && <GhostPeek ghost={peeked} onClose={() => setPeeking(false)} />}
    </div>
  )
}
