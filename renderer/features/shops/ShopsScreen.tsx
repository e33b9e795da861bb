/** Whose shops we run: shops by client, and the clients themselves. */

import { Button, Checkbox, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Client, Shop } from '../../../shared/contract/shops'
import { orpc } from '../../api'
import type { GridSort } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { useQueryRows } from '../../grid/rows'
import { useLanguage, useText } from '../../messages/i18n'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { useOpenRow } from '../../ui/use-open-row'
import { ClientDrawer } from './ClientDrawer'
import { useClientColumns, useShopColumns } from './shop-columns'
import { ShopDrawer } from './ShopDrawer'

type List = 'shops' | 'clients'

export function ShopsScreen() {
  const t = useText('shops')
  const [list, setList] = useState<List>('shops')
  const [adding, setAdding] = useState<List | null>(null)
  const [archived, setArchived] = useState(false)
  return (
    <Page
      title={t('title')}
      filters={
        <>
          <SegmentedControl
            size="xs"
            value={list}
            onChange={(value) => setList(value === 'clients' ? 'clients' : 'shops')}
            data={[
              { value: 'shops', label: t('fields.shops') },
              { value: 'clients', label: t('clients') },
            ]}
          />
          {list === 'shops' && (
            <Checkbox
              label={t('showArchived')}
              checked={archived}
              onChange={(event) => setArchived(event.currentTarget.checked)}
            />
          )}
        </>
      }
      actions={<Button onClick={() => setAdding(list)}>{list === 'shops' ? t('add') : t('addClient')}</Button>}
    >
      {list === 'shops' ? (
        <ShopList archived={archived} onAdd={() => setAdding('shops')} />
      ) : (
        <ClientList onAdd={() => setAdding('clients')} />
      )}
      {adding === 'shops' && <ShopDrawer shop={null} onClose={() => setAdding(null)} />}
      {adding === 'clients' && <ClientDrawer client={null} onClose={() => setAdding(null)} />}
    </Page>
  )
}

interface ListProps {
  readonly onAdd: () => void
}

function ShopList({ archived, onAdd }: ListProps & { readonly archived: boolean }) {
  const t = useText('shops')
  const [sort, setSort] = useState<GridSort | null>({ column: 'client', descending: false })
  const columns = useShopColumns()
  const query = useQuery(orpc.shops.list.queryOptions({ input: { archived } }))
  const rows = useQueryRows<Shop>(query, columns, sort, useLanguage())
  const opened = useOpenRow(rows, (shop) => shop.id)
  return (
    <>
      <DataGrid
        name="shops"
        label={t('title')}
        columns={columns}
        rows={rows}
        rowId={(shop) => shop.id}
        sort={sort}
        onSort={setSort}
        onOpen={opened.open}
        empty={
          <Empty sentence={t('empty')} example={t('example')} action={<Button onClick={onAdd}>{t('add')}</Button>} />
        }
      />
      {opened.row && <ShopDrawer key={opened.row.id} shop={opened.row} {...opened.drawer} />}
    </>
  )
}

function ClientList({ onAdd }: ListProps) {
  const t = useText('shops')
  const [sort, setSort] = useState<GridSort | null>({ column: 'name', descending: false })
  const columns = useClientColumns()
  const rows = useQueryRows<Client>(
    useQuery(orpc.clients.list.queryOptions({ input: {} })),
    columns,
    sort,
    useLanguage(),
  )
  const opened = useOpenRow(rows, (client) => client.id)
  return (
    <>
      <DataGrid
        name="clients"
        label={t('clients')}
        columns={columns}
        rows={rows}
        rowId={(client) => client.id}
        sort={sort}
        onSort={setSort}
        onOpen={opened.open}
        empty={<Empty sentence={t('noClients')} action={<Button onClick={onAdd}>{t('addClient')}</Button>} />}
      />
      {opened.row && <ClientDrawer key={opened.row.id} client={opened.row} {...opened.drawer} />}
    </>
  )
}
