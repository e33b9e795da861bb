/** What a piece of each product costs, from a day on. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { ProductCost } from '../../../shared/contract/costs'
import { orpc } from '../../api'
import type { GridColumn, GridSort } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import type { CellEdit } from '../../grid/edit'
import { useQueryRows } from '../../grid/rows'
import { useLanguage, useText } from '../../messages/i18n'
import { usePlace } from '../../session/place'
import { useShops } from '../../session/shops'
import { Empty } from '../../ui/Empty'
import { useOpenRow } from '../../ui/use-open-row'
import type { ListFrame } from './CostsScreen'
import { ProductCostDrawer } from './ProductCostDrawer'
import { useAdding } from './use-adding'

export function ProductCosts({ frame }: ListFrame) {
  const t = useText('costs')
  const { shopId, target } = usePlace()
  const [adding, setAdding] = useState(target?.product !== undefined)
  const [sort, setSort] = useState<GridSort | null>({ column: 'product', descending: false })
  const columns = useColumns()
  const query = useQuery(orpc.costs.productCosts.queryOptions({ input: shopId === null ? {} : { shopId } }))
  const rows = useQueryRows(query, columns, sort, useLanguage())
  const adds = useAdding('productCosts', {}, 'fromDay')
  const opened = useOpenRow(rows, (cost) => cost.id)
  const add = <Button onClick={() => setAdding(true)}>{t('addProduct')}</Button>
  return frame(
    add,
    <>
      <DataGrid
        name="product-costs"
        label={t('tabs.products')}
        columns={columns}
        rows={rows}
        rowId={(cost) => cost.id}
        sort={sort}
        onSort={setSort}
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
