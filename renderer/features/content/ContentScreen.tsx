/** What was posted: every video and LIVE with its figures, the samples it answers, and whether it is still there. */

import { Button, SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'

import { type Content, CONTENT_VIEWS } from '../../../shared/contract/content'
import { api } from '../../api'
import type { GridSort } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { useWindowRows } from '../../grid/rows'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { usePlace } from '../../session/place'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { SearchField, useSearch } from '../../ui/SearchField'
import { useOpenRow } from '../../ui/use-open-row'
import { useContentColumns } from './columns'
import { ContentDrawer } from './ContentDrawer'
import { PasteLinks } from './PasteLinks'

const PAGE = 100

type View = (typeof CONTENT_VIEWS)[number]

export function ContentScreen() {
  const t = useText('content')
  const { shopId, target } = usePlace()
  const search = useSearch(target?.search)
  const [view, setView] = useState<View>('all')
  const [sort, setSort] = useState<GridSort | null>(null)
  const [pasting, setPasting] = useState(false)
  const columns = useContentColumns()
  const { rows, counts } = useContents({ shopId, view, search: search.settled, sort })
  const opened = useOpenRow(rows, idOf)
  const paste = () => setPasting(true)
  useKeys({ [KEYS.contentPaste.keys[0]]: paste })
  const action = <Button onClick={paste}>{t('paste')}</Button>
  return (
    <Page
      title={t('title')}
      actions={
        <>
          {action}
          <SearchField search={search} label={t('search')} />
        </>
      }
      filters={<Views view={view} counts={counts} onChange={setView} />}
    >
      <DataGrid
        name="content"
        label={t('list')}
        columns={columns}
        rows={rows}
        takesFocus
        rowId={idOf}
        sort={sort}
        onSort={setSort}
        onOpen={opened.open}
        empty={
          search.settled === '' && view === 'all' ? (
            <Empty sentence={t('empty')} example={t('example')} action={action} />
          ) : (
            <Empty sentence={t('nothing')} />
          )
        }
      />
      {opened.row && <ContentDrawer key={opened.row.id} content={opened.row} {...opened.drawer} />}
      {pasting && <PasteLinks shopId={shopId} onClose={() => setPasting(false)} />}
    </Page>
  )
}

interface Asked {
  readonly shopId: string | null
  readonly view: View
  readonly search: string
  readonly sort: GridSort | null
}

/** The posts in windows, and how many each view has. */
function useContents({ shopId, view, search, sort }: Asked) {
  const [counts, setCounts] = useState<Readonly<Partial<Record<View, number>>>>({})
  const input = useMemo(
    () => ({
      shopId,
      view,
      search,
      sort: sort === null ? [] : [{ field: FIELDS[sort.column] ?? sort.column, descending: sort.descending }],
    }),
    [shopId, view, search, sort],
  )
  const rows = useWindowRows<Content>({
    queryKey: [['content', 'list'], input],
    pageSize: PAGE,
    fetch: async (offset, limit, signal) => {
      const page = await api.content.list({ ...input, offset, limit }, signal ? { signal } : {})
      setCounts(page.counts)
      return page
    },
  })
  return { rows, counts }
}

/** What the workspace sorts by, where a column is called otherwise. */
const FIELDS: Readonly<Record<string, string>> = { posted: 'postedAt', creator: 'handle' }

function idOf({ id }: Content): string {
  return id
}

interface ViewsProps {
  readonly view: View
  readonly counts: Readonly<Partial<Record<View, number>>>
  readonly onChange: (view: View) => void
}

function Views({ view, counts, onChange }: ViewsProps) {
  const t = useText('content')
  const format = useFormat()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('view')}
      value={view}
      onChange={(value) => onChange(CONTENT_VIEWS.find((one) => one === value) ?? 'all')}
      data={CONTENT_VIEWS.map((value) => {
        const count = counts[value]
        return { value, label: `${t(`views.${value}`)}${count === undefined ? '' : ` ${format.count(count)}`}` }
      })}
    />
  )
}
