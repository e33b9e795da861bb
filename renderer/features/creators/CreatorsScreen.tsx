/** Creators as the lines and the people name them; what people know of them is written in the drawer. */

import { Button, Divider } from '@mantine/core'
import { useMemo, useState } from 'react'

import type { Creator } from '../../../shared/contract/creators'
import { api } from '../../api'
import type { GridColumn, GridSort } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { useCursorRows } from '../../grid/rows'
import { useText } from '../../messages/i18n'
import { goTo, usePlace } from '../../session/place'
import { say } from '../../session/status'
import { Empty } from '../../ui/Empty'
import { Facts } from '../../ui/Facts'
import { useForm } from '../../ui/form'
import { FormDrawer } from '../../ui/FormDrawer'
import { Page } from '../../ui/Page'
import { RecordHistory } from '../../ui/RecordHistory'
import { SearchField, useSearch } from '../../ui/SearchField'
import { useOpenRow } from '../../ui/use-open-row'
import { TextField } from '../../ui/TextField'

const SORTS = ['handle', 'displayName', 'shops'] as const
const PAGE = 300

export function CreatorsScreen() {
  const t = useText('lists')
  const common = useText('common')
  const { shopId } = usePlace()
  const search = useSearch()
  const [sort, setSort] = useState<GridSort | null>({ column: 'handle', descending: false })
  const columns = useColumns()
  const input = {
    search: search.settled,
    ...(shopId !== null && { shopId }),
    sort: SORTS.find((name) => name === sort?.column) ?? 'handle',
    descending: sort?.descending ?? false,
    limit: PAGE,
  }
  const rows = useCursorRows<Creator>({
    queryKey: [['creators', 'list'], input],
    fetch: (cursor, signal) => api.creators.list({ ...input, cursor }, { signal }),
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
    <Page title={t('creators.title')} actions={<SearchField search={search} label={t('creators.search')} />}>
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
  return useMemo(
    () => [
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
        onOpen: showFigures,
      },
      {
        id: 'remark',
        title: t('creators.fields.remark'),
        kind: 'text',
        value: (creator) => creator.remark,
        width: 280,
        sortable: false,
      },
    ],
    [t],
  )
}

function showFigures(creator: Creator): void {
  goTo('roi', { creator: creator.handle })
}

interface CreatorDrawerProps {
  readonly creator: Creator
  readonly onClose: () => void
  readonly onPrevious: (() => void) | undefined
  readonly onNext: (() => void) | undefined
}

function CreatorDrawer({ creator, ...drawer }: CreatorDrawerProps) {
  const t = useText('lists')
  const form = useForm({
    initial: { displayName: creator.displayName ?? '', remark: creator.remark ?? '' },
    check: () => ({}),
    async save({ displayName, remark }) {
      await api.records.put({
        entity: 'creators',
        id: creator.id,
        fields: { displayName: displayName.trim() || null, remark: remark.trim() || null },
      })
      say(t('creators.saved', { handle: creator.handle }))
      drawer.onClose()
    },
  })
  const fields: Readonly<Record<string, string>> = t('creators.fields', { returnObjects: true })
  return (
    <FormDrawer
      {...drawer}
      title={creator.handle}
      form={form}
      more={
        <Button variant="default" onClick={() => showFigures(creator)}>
          {t('creators.figures')}
        </Button>
      }
      below={
        <>
          <Divider my="md" label={t('history.title')} labelPosition="left" />
          <RecordHistory entity="creators" id={creator.id} fields={fields} />
        </>
      }
    >
      <Facts
        facts={[
          [t('creators.fields.market'), creator.market],
          [t('creators.fields.shops'), creator.shops],
        ]}
      />
      <TextField form={form} name="displayName" label={t('creators.fields.displayName')} />
      <TextField form={form} name="remark" label={t('creators.fields.remark')} lines={3} />
    </FormDrawer>
  )
}
