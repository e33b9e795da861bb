/** What was said to creators and by them, newest first. */

import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'

import type { Touch } from '../../../shared/contract/outreach'
import { api } from '../../api'
import { openLog } from '../../creator/quick-log'
import type { GridColumn, GridSort } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { useCursorRows } from '../../grid/rows'
import { useText } from '../../messages/i18n'
import { useCurrentShop, useShops } from '../../session/shops'
import { Empty } from '../../ui/Empty'
import type { TabFrame } from './OutreachScreen'

const PAGE = 300

export function Contacts({ frame }: TabFrame) {
  const t = useText('outreach')
  const [sort, setSort] = useState<GridSort | null>(null)
  const shop = useCurrentShop()
  const input = { ...(shop && { shopId: shop.id }), limit: PAGE }
  const rows = useCursorRows<Touch>({
    queryKey: [['outreach', 'touches'], input],
    fetch: (cursor, signal) => api.outreach.touches({ ...input, cursor }, { signal }),
  })
  const columns = useColumns()
  const add = <Button onClick={() => openLog()}>{t('log.title')}</Button>
  return frame(
    add,
    <DataGrid
      name="touches"
      label={t('tabs.contacts')}
      columns={columns}
      rows={rows}
      rowId={(touch) => touch.id}
      sort={sort}
      onSort={setSort}
      onOpen={(touch) => openLog({ id: touch.creatorId, handle: touch.handle })}
      empty={<Empty sentence={t('log.empty')} example={t('log.example')} action={add} />}
    />,
  )
}

function useColumns(): readonly GridColumn<Touch>[] {
  const t = useText('outreach')
  const shops = useShops()
  return useMemo(() => {
    // Pages come newest first; the contract knows no other order.
    const columns: readonly GridColumn<Touch>[] = [
      { id: 'at', title: t('field.when'), kind: 'instant', value: ({ at }) => at },
      { id: 'handle', title: t('field.creator'), kind: 'text', value: ({ handle }) => handle, width: 160 },
      {
        id: 'kind',
        title: t('field.kind'),
        kind: 'choice',
        value: ({ kind }) => kind,
        words: t('kind', { returnObjects: true }),
      },
      {
        id: 'shop',
        title: t('field.shop'),
        kind: 'text',
        value: ({ shopId }) => shops.find(({ id }) => id === shopId)?.name ?? null,
        width: 150,
      },
      {
        id: 'channel',
        title: t('field.channel'),
        kind: 'choice',
        value: ({ channel }) => channel,
        words: t('channel', { returnObjects: true }),
      },
      {
        id: 'template',
        title: t('field.template'),
        kind: 'text',
        value: ({ templateName }) => templateName,
        width: 150,
      },
      { id: 'person', title: t('field.person'), kind: 'text', value: ({ person }) => person, width: 110 },
      { id: 'text', title: t('field.text'), kind: 'text', value: ({ text }) => text },
    ]
    return columns.map((column) => ({ ...column, sortable: false }))
  }, [t, shops])
}
