/** The catalogue of a shop as a grid: edited in place, added to by pasting below it. */

import { Button, Checkbox } from '@mantine/core'
import { useMemo, useState } from 'react'

import type { Product } from '../../../shared/contract/products'
import { api } from '../../api'
import { LARGEST_PAGE, useAllPages } from '../../grid/all-pages'
import type { Adding } from '../../grid/edit'
import type { ArrayAnswer } from '../../grid/rows'
import { ListGrid } from '../../grid/ListGrid'
import { useListRows } from '../../grid/list-rows'
import { useListView } from '../../grid/list-view'
import { useText } from '../../messages/i18n'
import { goTo, usePlace } from '../../session/place'
import { useToday } from '../../session/scope'
import { useCurrentShop } from '../../session/shops'
import { Empty } from '../../ui/Empty'
import { SearchField, useSearch } from '../../ui/SearchField'
import { useOpenRow } from '../../ui/use-open-row'
import { AddProduct } from './AddProduct'
import { useCatalogueColumns } from './catalogue-columns'
import { ProductDrawer } from './ProductDrawer'
import type { TabFrame } from './ProductsScreen'

export function Catalogue({ frame }: TabFrame) {
  const t = useText('products')
  const common = useText('common')
  const search = useSearch()
  const [archived, setArchived] = useState(false)
  const [adding, setAdding] = useState(false)
  const view = useListView('products', useCatalogueColumns())
  const products = useProducts(search.settled, archived)
  const rows = useListRows(products, view)
  const opened = useOpenRow(rows, (product) => product.id)
  const add = (
    <Button variant="default" onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  )
  const nothing = search.settled ? (
    <Empty sentence={common('nothingFound', { search: search.settled })} />
  ) : (
    <Empty
      sentence={t('empty')}
      example={t('example')}
      action={<Button onClick={() => goTo('imports')}>{t('import')}</Button>}
    />
  )
  return frame(
    <>
      <Checkbox
        size="xs"
        label={t('archivedToo')}
        checked={archived}
        onChange={({ currentTarget }) => setArchived(currentTarget.checked)}
      />
      <SearchField search={search} label={t('search')} />
      {add}
    </>,
    <>
      <ListGrid
        listView={view}
        label={t('title')}
        rows={rows}
        rowId={(product) => product.id}
        onOpen={opened.open}
        adding={useAdding()}
        empty={nothing}
      />
      {adding && <AddProduct onClose={() => setAdding(false)} />}
      {!adding && opened.row && <ProductDrawer key={opened.row.id} product={opened.row} {...opened.drawer} />}
    </>,
  )
}

function useProducts(search: string, archived: boolean): ArrayAnswer<Product> {
  const { shopId } = usePlace()
  const input = { search, archived, day: useToday(), ...(shopId !== null && { shopId }), limit: LARGEST_PAGE }
  return useAllPages<Product>({
    queryKey: [['products', 'list'], input],
    fetch: (cursor, signal) => api.products.list({ ...input, cursor }, { signal }),
  })
}

/** Pasted below the last row: products of the shop that is chosen. */
function useAdding(): Adding | undefined {
  const shop = useCurrentShop()
  return useMemo(() => (shop ? { entity: 'products', fields: { shopId: shop.id } } : undefined), [shop])
}
