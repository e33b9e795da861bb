/** Creators as the lines and the people name them; ● marks what colleagues see differently. */

import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'

import type { Creator } from '../../../shared/contract/creators-list'
import { api } from '../../api'
import type { GridColumn, GridSort } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { useWindowRows } from '../../grid/rows'
import { useText } from '../../messages/i18n'
import { withMarks } from '../../questions/marked'
import { useMarks } from '../../questions/use-questions'
import { goTo, usePlace } from '../../session/place'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { SearchField, useSearch } from '../../ui/SearchField'
import { useOpenRow } from '../../ui/use-open-row'
import { CreatorDrawer } from './CreatorDrawer'
import { CreatorTools } from './CreatorTools'
import { showFigures } from './show-figures'

const PAGE = 100

export function CreatorsScreen() {
  const t = useText('lists')
  const common = useText('common')
  const { shopId, target } = usePlace()
  const search = useSearch(target?.search)
  const [sort, setSort] = useState<GridSort | null>({ column: 'handle', descending: false })
  const columns = useColumns()
  const input = {
    search: search.settled,
    shopId,
    sort: sort ? [{ field: sort.column, descending: sort.descending }] : [],
  }
  const rows = useWindowRows<Creator>({
    queryKey: [['creators', 'list'], input],
    pageSize: PAGE,
    fetch: (offset, limit, signal) => api.creators.list({ ...input, offset, limit }, { signal }),
  })
  const opened = useOpenRow(rows, (creator) => creator.id)
  const nothing = search.settled ? (
    <Empty sentence={common('nothingFound', { search: search.settled })} />
  ) : (
    <Empty
      sentence={t('creators.empty')}
      example={t('creators.example')}
      action={<Button onClick={() => goTo('imports')}>{t('creators.import')}</Button>}
    />
  )
  return (
    <Page
      title={t('creators.title')}
      actions={
        <>
          <SearchField search={search} label={t('creators.search')} />
          <CreatorTools />
        </>
      }
    >
      <DataGrid
        name="creators"
        label={t('creators.title')}
        columns={columns}
        rows={rows}
        rowId={(creator) => creator.id}
        sort={sort}
        onSort={setSort}
        onOpen={opened.open}
        empty={nothing}
      />
      {opened.row && <CreatorDrawer key={opened.row.id} creator={opened.row} {...opened.drawer} />}
    </Page>
  )
}

function useColumns(): readonly GridColumn<Creator>[] {
  const t = useText('lists')
  const marks = useMarks('creators')
  return useMemo(() => {
    const columns: readonly GridColumn<Creator>[] = [
      {
        id: 'handle',
        title: t('creators.fields.handle'),
        kind: 'text',
        value: (creator) => creator.handle,
        width: 220,
      },
      {
        id: 'displayName',
        title: t('creators.fields.displayName'),
        kind: 'text',
        value: (creator) => creator.displayName,
      },
      {
        id: 'market',
        title: t('creators.fields.market'),
        kind: 'text',
        value: (creator) => creator.market,
        width: 84,
        sortable: false,
      },
      {
        id: 'shops',
        title: t('creators.fields.shops'),
        kind: 'number',
        value: (creator) => creator.shops,
        onOpen: ({ handle }) => showFigures(handle),
      },
      {
        id: 'remark',
        title: t('creators.fields.remark'),
        kind: 'text',
        value: (creator) => creator.remark,
        width: 280,
        sortable: false,
      },
    ]
    return withMarks(columns, marks, {})
  }, [t, marks])
}
