/** Sample stock by product: what is free, what the floors keep back, what to order and why a number looks wrong. */

import { Button, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { StockRow } from '../../../../shared/contract/stock'
import { orpc } from '../../../api'
import { ListGrid } from '../../../grid/ListGrid'
import { useListRows } from '../../../grid/list-rows'
import { useListView } from '../../../grid/list-view'
import { useText } from '../../../messages/i18n'
import { usePlace } from '../../../session/place'
import { useCurrentShop } from '../../../session/shops'
import { Empty } from '../../../ui/Empty'
import { useOpenRow } from '../../../ui/use-open-row'
import type { TabFrame } from '../ProductsScreen'
import { MovementDrawer } from './MovementDrawer'
import { PasteCounts } from './PasteCounts'
import { useStockColumns } from './stock-columns'
import { ShopDefaults, StockDrawer } from './StockDrawer'

type Opened = 'movement' | 'count' | 'shop' | null

const rowId = ({ shopId, productId }: StockRow): string => `${shopId} ${productId}`

export function Stock({ frame }: TabFrame) {
  const t = useText('stock')
  const { shopId } = usePlace()
  const shop = useCurrentShop()
  const [dueOnly, setDueOnly] = useState(false)
  const [over, setOver] = useState<Opened>(null)
  const view = useListView('stock', useStockColumns())
  const query = useQuery(orpc.stock.list.queryOptions({ input: shopId === null ? {} : { shopId } }))
  const { data } = query
  const wanted = useMemo(() => {
    if (dueOnly) return data?.filter(({ isDue }) => isDue)
    // What nobody keeps stock of has nothing to say.
    return data?.toSorted((a, b) => Number(b.known) - Number(a.known))
  }, [data, dueOnly])
  const rows = useListRows({ ...query, data: wanted }, view)
  const opened = useOpenRow(rows, rowId)
  const close = (): void => setOver(null)
  const enter = <Button onClick={() => setOver('movement')}>{t('receive')}</Button>
  return frame(
    <>
      <Checkbox
        size="xs"
        label={t('dueOnly')}
        checked={dueOnly}
        onChange={({ currentTarget }) => setDueOnly(currentTarget.checked)}
      />
      {shop && (
        <Button variant="default" onClick={() => setOver('shop')}>
          {t('shopFloors')}
        </Button>
      )}
      <Button variant="default" onClick={() => setOver('count')}>
        {t('count')}
      </Button>
      {enter}
    </>,
    <>
      <ListGrid
        listView={view}
        label={t('fields.onHand')}
        rows={rows}
        rowId={rowId}
        onOpen={opened.open}
        empty={<Empty sentence={t('empty')} example={t('example')} action={enter} />}
      />
      {over === 'movement' && <MovementDrawer movement={null} onClose={close} />}
      {over === 'count' && <PasteCounts onClose={close} />}
      {over === 'shop' && shop && <ShopDefaults shop={shop} onClose={close} />}
      {over === null && opened.row && <StockDrawer key={rowId(opened.row)} row={opened.row} {...opened.drawer} />}
    </>,
  )
}
