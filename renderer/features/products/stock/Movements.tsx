/** The ledger of all samples that came in, were counted or went without a sample, newest first. */

import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'

import type { Movement } from '../../../../shared/contract/stock'
import { api } from '../../../api'
import { LARGEST_PAGE, useAllPages } from '../../../grid/all-pages'
import type { GridColumn } from '../../../grid/columns'
import { ListGrid } from '../../../grid/ListGrid'
import { useListRows } from '../../../grid/list-rows'
import { useListView } from '../../../grid/list-view'
import { useText } from '../../../messages/i18n'
import { usePlace } from '../../../session/place'
import { Empty } from '../../../ui/Empty'
import { useOpenRow } from '../../../ui/use-open-row'
import type { TabFrame } from '../ProductsScreen'
import { MovementDrawer } from './MovementDrawer'
import { PasteCounts } from './PasteCounts'

const NEWEST = { sort: [{ field: 'at', descending: true }] }

export function Movements({ frame }: TabFrame) {
  const t = useText('stock')
  const { shopId } = usePlace()
  const [over, setOver] = useState<'new' | 'count' | null>(null)
  const view = useListView('stock-movements', useColumns(), NEWEST)
  const input = { ...(shopId !== null && { shopId }), limit: LARGEST_PAGE }
  const movements = useAllPages<Movement>({
    queryKey: [['stock', 'movements'], input],
    fetch: (cursor, signal) => api.stock.movements({ ...input, cursor }, { signal }),
  })
  const rows = useListRows(movements, view)
  const opened = useOpenRow(rows, ({ id }) => id)
  const close = (): void => setOver(null)
  const enter = <Button onClick={() => setOver('new')}>{t('receive')}</Button>
  return frame(
    <>
      <Button variant="default" onClick={() => setOver('count')}>
        {t('count')}
      </Button>
      {enter}
    </>,
    <>
      <ListGrid
        listView={view}
        label={t('movement.title')}
        rows={rows}
        rowId={({ id }) => id}
        onOpen={opened.open}
        empty={<Empty sentence={t('movement.empty')} example={t('movement.example')} action={enter} />}
      />
      {over === 'new' && <MovementDrawer movement={null} onClose={close} />}
      {over === 'count' && <PasteCounts onClose={close} />}
      {over === null && opened.row && <MovementDrawer key={opened.row.id} movement={opened.row} {...opened.drawer} />}
    </>,
  )
}

function useColumns(): readonly GridColumn<Movement>[] {
  const t = useText('stock')
  return useMemo((): readonly GridColumn<Movement>[] => {
    const kinds: Readonly<Record<string, string>> = t('kinds', { returnObjects: true })
    const off: Readonly<Record<string, string>> = t('writeOff', { returnObjects: true })
    return [
      { id: 'at', title: t('fields.at'), kind: 'instant', value: ({ at }) => at },
      {
        id: 'product',
        title: t('fields.product'),
        kind: 'text',
        value: ({ productName, productId }) => productName ?? productId,
        width: 260,
      },
      {
        id: 'shop',
        title: t('fields.shop'),
        kind: 'text',
        value: ({ shopName }) => shopName,
        width: 120,
        field: { kind: 'choice' },
      },
      {
        id: 'sku',
        title: t('fields.sku'),
        kind: 'text',
        value: ({ skuId }) => (skuId === '*' ? null : skuId),
        width: 140,
      },
      { id: 'kind', title: t('fields.kind'), kind: 'choice', words: kinds, value: ({ kind }) => kind },
      { id: 'quantity', title: t('fields.quantity'), kind: 'number', value: ({ quantity }) => quantity },
      {
        id: 'reason',
        title: t('fields.reason'),
        kind: 'text',
        value: ({ reason }) => (reason === null ? null : (off[reason] ?? reason)),
        width: 160,
      },
      {
        id: 'person',
        title: t('fields.person'),
        kind: 'text',
        value: ({ person }) => person,
        width: 120,
        field: { kind: 'person' },
      },
      { id: 'note', title: t('fields.note'), kind: 'text', value: ({ note }) => note, width: 240 },
    ]
  }, [t])
}
