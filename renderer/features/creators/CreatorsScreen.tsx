/** The creator list: one person a row, found by anything that is known of them; ● marks what colleagues see differently. */

import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { Creator } from '../../../shared/contract/creators-list'
import { api, orpc } from '../../api'
import { startBatch, useCurrentCreator } from '../../creator/quick-log'
import { useGroups } from '../../grid/list-rows'
import { type ListView, useListView } from '../../grid/list-view'
import { ListGrid } from '../../grid/ListGrid'
import { type GridRows, useWindowRows } from '../../grid/rows'
import type { RowSelection } from '../../grid/selection'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { goTo, type Place, usePlace } from '../../session/place'
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
const MANY = 1000

export function CreatorsScreen() {
  const t = useText('creators')
  const { shopId, target } = usePlace()
  const search = useSearch(target?.search)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [adding, setAdding] = useState(false)
  const [peeked, setPeeked] = useState<Creator | null>(null)
  const columns = useListColumns(shopId)
  const view = useListView('creators', columns)
  const list = useList(view, { shopId, search: search.settled })
  const opened = useOpenRow(list.rows, (creator) => creator.id)
  const sent = useSent(target, opened.row ? null : peeked)
  const star = useStar(ticked, list.rows)
  const batch = useBatch(ticked, peeked)
  useKeys({
    ...star.keys(peeked),
    ...(peeked !== null && { Escape: () => setPeeked(null) }),
    ...(batch && { [KEYS.creatorBatch.keys[0]]: batch }),
    [KEYS.creatorAdd.keys[0]]: () => setAdding(true),
  })
  const current = peeked && (nowOf(list.rows, peeked.id) ?? peeked)
  const add = () => setAdding(true)
  return (
    <Page title={t('title')} actions={<Actions search={search} onAdd={add} onBatch={batch} />}>
      <div className={classes.layout}>
        <CreatorRail shopId={shopId} view={view} />
        <div className={classes.grid}>
          <ListGrid
            listView={view}
            label={t('title')}
            rows={list.rows}
            rowId={(creator) => creator.id}
            handleOf={(creator) => creator.handle}
            rowsOf={list.rowsOf}
            allIds={list.allIds}
            onOpen={opened.open}
            onPeek={setPeeked}
            ticked={ticked}
            onTicked={setTicked}
            adding={ADDING}
            empty={<Nothing asked={search.settled !== ''} onAdd={add} />}
            withoutTabs
          />
        </div>
        {current && (
          <PeekPane
            creator={current}
            columns={columns}
            onOpen={() => opened.open(current, indexOf(list.rows, current.id))}
            onStar={() => star.one(current)}
            onClose={() => setPeeked(null)}
          />
        )}
      </div>
      {opened.row && !sent.creator && <CreatorDrawer key={opened.row.id} creator={opened.row} {...opened.drawer} />}
      {sent.creator && <CreatorDrawer key={sent.creator.id} creator={sent.creator} {...sent.drawer} />}
      {adding && <AddCreators onClose={() => setAdding(false)} />}
    </Page>
  )
}

/** Rows pasted below the last one are creators of their own. */
const ADDING = { entity: 'creators', fields: {} } as const

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
}

/** The workspace's own answer to the view, in windows and with its groups. */
function useList(view: ListView<Creator>, { shopId, search }: ListState) {
  const input = useMemo(() => ({ ...view.query, shopId, search }), [view.query, shopId, search])
  const fetch = (offset: number, limit: number, signal?: AbortSignal) =>
    api.creators.list({ ...input, figures: LIST_FIGURES, offset, limit }, signal ? { signal } : {})
  const windows = useWindowRows<Creator>({ queryKey: [['creators', 'list'], input], pageSize: PAGE, fetch })
  const { data } = useQuery({
    ...orpc.creators.groups.queryOptions({ input }),
    enabled: input.group !== null,
    placeholderData: keepPreviousData,
  })
  const groups = useMemo(
    () =>
      input.group === null || !data
        ? null
        : data.groups.map(({ value, count }) => ({ key: JSON.stringify(value), value, currency: null, count })),
    [input.group, data],
  )
  /** The chosen ones, also those that nobody scrolled to. */
  const rowsOf = async (selection: RowSelection<Creator>): Promise<readonly Creator[]> => {
    const wanted = new Set(selection.ids())
    const here = selection.rows()
    if (here.length >= wanted.size) return here
    const found: Creator[] = []
    for (let offset = 0, total = 1; offset < total && found.length < wanted.size; offset += MANY) {
      const page = await fetch(offset, MANY)
      found.push(...page.rows.filter(({ id }) => wanted.has(id)))
      total = page.total
    }
    return found
  }
  const allIds = () => api.creators.ids(input).then(({ ids }) => ids)
  return { rows: useGroups(windows, groups, view), rowsOf, allIds }
}

type Rows = GridRows<Creator>

function indexOf(rows: Rows, id: string): number {
  for (let index = 0; index < rows.count; index += 1) if (rows.get(index)?.id === id) return index
  return 0
}

function nowOf(rows: Rows, id: string): Creator | undefined {
  const row = rows.get(indexOf(rows, id))
  return row?.id === id ? row : undefined
}

/** Takes the ticked creators, or the one that is looked at, to a batch sheet; null where there is nobody to take. */
function useBatch(ticked: ReadonlySet<string>, peeked: Creator | null): (() => void) | null {
  const ids = ticked.size > 0 ? [...ticked] : peeked ? [peeked.id] : []
  return ids.length === 0 ? null : () => startBatch(ids)
}

/**
 * The creator whom another section or the palette asked for, with or without a row in the list. Where no profile is
 * open, the one that is looked at is the one in view.
 */
function useSent(target: Place['target'], peeked: Creator | null) {
  const [seen, setSeen] = useState<Place['target']>(null)
  const [creator, setCreator] = useState<{ readonly id: string; readonly handle: string } | null>(null)
  if (seen !== target) {
    setSeen(target)
    const id = target?.creator
    if (id !== undefined) setCreator({ id, handle: target?.search ?? '' })
  }
  useCurrentCreator(creator ? null : peeked)
  return { creator, drawer: { onClose: () => setCreator(null), onPrevious: undefined, onNext: undefined } }
}

/** Stars the ticked creators as one step, or the one that is looked at; where all have one, it is taken off. */
function useStar(ticked: ReadonlySet<string>, rows: Rows) {
  const t = useText('creators')
  const one = useCommand(
    (creator: Creator) => api.creators.put({ id: creator.id, fields: { starred: !creator.starred } }),
    (_, { handle, starred }) => t(starred ? 'list.unstarredDone' : 'list.starredDone', { handle }),
  )
  const many = useCommand(
    (starred: boolean) => {
      const edits = [...ticked].map((id) => ({ entity: 'creators', id, fields: { starred } }))
      return api.edits.apply({ what: 'bulk', list: 'creators', edits })
    },
    (_, starred) => t(starred ? 'list.starredMany' : 'list.unstarredMany', { count: ticked.size }),
  )
  const starTicked = () => many.run([...ticked].some((id) => nowOf(rows, id)?.starred !== true))
  const keys = (peeked: Creator | null) => {
    if (ticked.size > 0) return { [KEYS.creatorStar.keys[0]]: starTicked }
    return peeked === null ? {} : { [KEYS.creatorStar.keys[0]]: () => one.run(peeked) }
  }
  return { one: one.run, keys }
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
