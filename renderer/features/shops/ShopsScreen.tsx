/** Whose shops we run: shops by client, and the clients themselves. */

import { Button, Checkbox, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Client, Shop } from '../../../shared/contract/shops'
import { orpc } from '../../api'
import { ListGrid } from '../../grid/ListGrid'
import { useListRows } from '../../grid/list-rows'
import { useListView } from '../../grid/list-view'
import { useText } from '../../messages/i18n'
import { usePlace } from '../../session/place'
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
  const { target } = usePlace()
  const [seen, setSeen] = useState<typeof target>(null)
  if (seen !== target) {
    setSeen(target)
    setList(target?.list === 'clients' || target?.list === 'shops' ? target.list : list)
  }
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

/** In which order the lists stand until somebody sorts them. */
const BY_CLIENT = { sort: [{ field: 'client', descending: false }] }
const BY_NAME = { sort: [{ field: 'name', descending: false }] }

function ShopList({ archived, onAdd }: ListProps & { readonly archived: boolean }) {
  const t = useText('shops')
  const view = useListView('shops', useShopColumns(), BY_CLIENT)
  const rows = useListRows<Shop>(useQuery(orpc.shops.list.queryOptions({ input: { archived } })), view)
  const opened = useOpenRow(rows, (shop) => shop.id)
  return (
    <>
      <ListGrid
        listView={view}
        label={t('title')}
        rows={rows}
        rowId={(shop) => shop.id}
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
  const view = useListView('clients', useClientColumns(), BY_NAME)
  const rows = useListRows<Client>(useQuery(orpc.clients.list.queryOptions({ input: {} })), view)
  const opened = useOpenRow(rows, (client) => client.id)
  return (
    <>
      <ListGrid
        listView={view}
        label={t('clients')}
        rows={rows}
        rowId={(client) => client.id}
        onOpen={opened.open}
        empty={<Empty sentence={t('noClients')} action={<Button onClick={onAdd}>{t('addClient')}</Button>} />}
      />
      {opened.row && <ClientDrawer key={opened.row.id} client={opened.row} {...opened.drawer} />}
    </>
  )
}
