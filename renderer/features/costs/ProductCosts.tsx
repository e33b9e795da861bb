/** What a piece of each product costs, from a day on. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { ProductCost } from '../../../shared/contract/costs'
import { orpc } from '../../api'
import type { GridColumn } from '../../grid/columns'
import type { CellEdit } from '../../grid/edit'
import { ListGrid } from '../../grid/ListGrid'
import { useListRows } from '../../grid/list-rows'
import { useListView } from '../../grid/list-view'
import { useText } from '../../messages/i18n'
import { usePlace } from '../../session/place'
import { useShops } from '../../session/shops'
import { Empty } from '../../ui/Empty'
import { useOpenRow } from '../../ui/use-open-row'
import type { ListFrame } from './CostsScreen'
import { ProductCostDrawer } from './ProductCostDrawer'
import { useAdding } from './use-adding'

const BY_PRODUCT = { sort: [{ field: 'product', descending: false }] }

export function ProductCosts({ frame }: ListFrame) {
  const t = useText('costs')
  const { shopId, target } = usePlace()
  const [adding, setAdding] = useState(target?.product !== undefined)
  const view = useListView('product-costs', useColumns(), BY_PRODUCT)
  const query = useQuery(orpc.costs.productCosts.queryOptions({ input: shopId === null ? {} : { shopId } }))
  const rows = useListRows(query, view)
  const adds = useAdding('productCosts', {}, 'fromDay')
  const opened = useOpenRow(rows, (cost) => cost.id)
  const add = <Button onClick={() => setAdding(true)}>{t('addProduct')}</Button>
  return frame(
    add,
    <>
      <ListGrid
        listView={view}
        label={t('tabs.products')}
        rows={rows}
        rowId={(cost) => cost.id}
        onOpen={opened.open}
        adding={adds}
        empty={<Empty sentence={t('emptyProducts')} example={t('exampleProducts')} action={add} />}
      />
      {adding && <ProductCostDrawer cost={null} onClose={() => setAdding(false)} />}
      {!adding && opened.row && <ProductCostDrawer key={opened.row.id} cost={opened.row} {...opened.drawer} />}
    </>,
  )
}

function cell(field: string, as: CellEdit<ProductCost>['as']): CellEdit<ProductCost> {
  return { entity: 'productCosts', field, id: (cost) => cost.id, as }
}

function useColumns(): readonly GridColumn<ProductCost>[] {
  const t = useText('costs')
  const shops = useShops()
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('fields.productName'),
        kind: 'text',
        value: (cost) => cost.productName ?? cost.productId,
        width: 280,
      },
      {
        id: 'product',
        title: t('fields.product'),
        kind: 'text',
        value: (cost) => cost.productId,
        width: 176,
        edit: cell('productId', 'text'),
      },
      {
        id: 'shop',
        title: t('fields.shop'),
        kind: 'text',
        value: (cost) => shops.find(({ id }) => id === cost.shopId)?.name ?? null,
        width: 160,
        field: { kind: 'choice' },
      },
      {
        id: 'unitCost',
        title: t('fields.unitCost'),
        kind: 'money',
        value: (cost) => cost.unitCost,
        currency: (cost) => cost.currency,
        width: 140,
        edit: cell('unitCost', 'money'),
      },
      {
        id: 'fromDay',
        title: t('fields.fromDay'),
        kind: 'day',
        value: (cost) => cost.fromDay,
        edit: cell('fromDay', 'day'),
      },
      { id: 'note', title: t('fields.note'), kind: 'text', value: (cost) => cost.note, edit: cell('note', 'text') },
    ],
    [t, shops],
  )
}
