/** The creator list: one person a row, found by anything that is known of them; ● marks what colleagues see differently. */

import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'

import type { Creator } from '../../../shared/contract/creators-list'
import type { ListFilter } from '../../../shared/domain/lists'
import { api } from '../../api'
import type { GridSort } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { useWindowRows } from '../../grid/rows'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { goTo, SECTIONS, usePlace } from '../../session/place'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { type Search, SearchField, useSearch } from '../../ui/SearchField'
import { useOpenRow } from '../../ui/use-open-row'
import { useCommand } from '../../ui/use-save'
import { AddCreators } from './AddCreators'
import { CreatorDrawer } from './CreatorDrawer'
import { CreatorRail } from './CreatorRail'
import { CreatorTools } from './CreatorTools'
import classes from './list.module.css'
import { useListColumns } from './list-columns'
import { LIST_FIGURES } from './list-figures'
import { PeekPane } from './PeekPane'

const PAGE = 100

export function CreatorsScreen() {
  const t = useText('creators')
  const { shopId, target } = usePlace()
  const search = useSearch(target?.search)
  const [sort, setSort] = useState<GridSort | null>(null)
  const [filters, setFilters] = useState<readonly ListFilter[]>([])
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [adding, setAdding] = useState(false)
  const [peeked, setPeeked] = useState<Creator | null>(null)
  const columns = useListColumns(shopId)
  const rows = useList({ shopId, search: search.settled, sort, filters })
  const opened = useOpenRow(rows, (creator) => creator.id)
  const star = useStar()
  const batch = useBatch(ticked, peeked)
  useKeys({
    ...(peeked !== null && { [KEYS.creatorStar.keys[0]]: () => star.run(peeked), Escape: () => setPeeked(null) }),
    ...(batch && { [KEYS.creatorBatch.keys[0]]: batch }),
    [KEYS.creatorAdd.keys[0]]: () => setAdding(true),
  })
  const current = peeked && (nowOf(rows, peeked.id) ?? peeked)
  const open = () => current && opened.open(current, indexOf(rows, current.id))
  return (
    <Page title={t('title')} actions={<Actions search={search} onAdd={() => setAdding(true)} onBatch={batch} />}>
      <div className={classes.layout}>
        <CreatorRail shopId={shopId} filters={filters} onFilters={setFilters} />
        <div className={classes.grid}>
          <DataGrid
            name={shopId === null ? 'creators' : 'creators-of-shop'}
            label={t('title')}
            columns={columns}
            rows={rows}
            rowId={(creator) => creator.id}
            sort={sort}
            onSort={setSort}
            onOpen={opened.open}
            onPeek={setPeeked}
            ticked={ticked}
            onTicked={setTicked}
            empty={<Nothing asked={search.settled !== '' || filters.length > 0} onAdd={() => setAdding(true)} />}
          />
        </div>
        {current && (
          <PeekPane
            creator={current}
            columns={columns}
            onOpen={open}
            onStar={() => star.run(current)}
            onClose={() => setPeeked(null)}
          />
        )}
      </div>
      {opened.row && <CreatorDrawer key={opened.row.id} creator={opened.row} {...opened.drawer} />}
      {adding && <AddCreators onClose={() => setAdding(false)} />}
    </Page>
  )
}

interface ActionsProps {
  readonly search: Search
  readonly onAdd: () => void
  readonly onBatch: (() => void) | null
}

function Actions({ search, onAdd, onBatch }: ActionsProps) {
  const t = useText('creators')
  return (
    <>
      <Button onClick={onAdd}>{t('list.add.open')}</Button>
      {onBatch && (
        <Button variant="default" onClick={onBatch}>
          {t('list.batch')}
        </Button>
      )}
      <SearchField search={search} label={t('list.search')} />
      <CreatorTools />
    </>
  )
}

interface ListState {
  readonly shopId: string | null
  readonly search: string
  readonly sort: GridSort | null
  readonly filters: readonly ListFilter[]
}

function useList({ shopId, search, sort, filters }: ListState) {
  const input = useMemo(
    () => ({
      shopId,
      search,
      filters: [...filters],
      sort: sort ? [{ field: sort.column, descending: sort.descending }] : [],
      figures: LIST_FIGURES,
    }),
    [shopId, search, sort, filters],
  )
  return useWindowRows<Creator>({
    queryKey: [['creators', 'list'], input],
    pageSize: PAGE,
    fetch: (offset, limit, signal) => api.creators.list({ ...input, offset, limit }, { signal }),
  })
}

type Rows = ReturnType<typeof useList>

function indexOf(rows: Rows, id: string): number {
  for (let index = 0; index < rows.count; index += 1) if (rows.get(index)?.id === id) return index
  return 0
}

function nowOf(rows: Rows, id: string): Creator | undefined {
  const row = rows.get(indexOf(rows, id))
  return row?.id === id ? row : undefined
}

/** The section that sends to many at once, where it is there. */
const SECTION_NAMES: readonly string[] = SECTIONS
const OUTREACH = SECTIONS[SECTION_NAMES.indexOf('outreach')]

/** Takes the ticked creators, or the one that is looked at, to a batch sheet; null where there is nobody to take. */
function useBatch(ticked: ReadonlySet<string>, peeked: Creator | null): (() => void) | null {
  const ids = ticked.size > 0 ? [...ticked] : peeked ? [peeked.id] : []
  return OUTREACH === undefined || ids.length === 0 ? null : () => goTo(OUTREACH, { creators: ids.join(',') })
}

function useStar() {
  const t = useText('creators')
  return useCommand(
    (creator: Creator) => api.creators.put({ id: creator.id, fields: { starred: !creator.starred } }),
    (_, { handle, starred }) => t(starred ? 'list.unstarredDone' : 'list.starredDone', { handle }),
  )
}

function Nothing({ asked, onAdd }: { readonly asked: boolean; readonly onAdd: () => void }) {
  const t = useText('creators')
  if (asked) return <Empty sentence={t('list.nothing')} />
  return (
    <Empty
      sentence={t('list.empty')}
      example={t('list.example')}
      action={
        <>
          <Button onClick={onAdd}>{t('list.add.open')}</Button>
          <Button variant="default" onClick={() => goTo('imports')}>
            {t('list.import')}
          </Button>
        </>
      }
    />
  )
}
