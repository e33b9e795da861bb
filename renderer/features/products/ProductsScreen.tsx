/** Products as the lines name them, and what a piece of each costs today. */

import { Button, Divider } from '@mantine/core'
import { useMemo } from 'react'

import type { Product } from '../../../shared/contract/products'
import { api } from '../../api'
import { useFormat } from '../../format/use-format'
import { LARGEST_PAGE, useAllPages } from '../../grid/all-pages'
import type { GridColumn } from '../../grid/columns'
import type { CellEdit } from '../../grid/edit'
import { ListGrid } from '../../grid/ListGrid'
import { useListRows } from '../../grid/list-rows'
import { useListView } from '../../grid/list-view'
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

export function ProductsScreen() {
  const t = useText('lists')
  const common = useText('common')
  const { shopId } = usePlace()
  const search = useSearch()
  const view = useListView('products', useColumns())
  const input = { search: search.settled, ...(shopId !== null && { shopId }), limit: LARGEST_PAGE }
  const products = useAllPages<Product>({
    queryKey: [['products', 'list'], input],
    fetch: (cursor, signal) => api.products.list({ ...input, cursor }, { signal }),
  })
  const rows = useListRows(products, view)
  const opened = useOpenRow(rows, (product) => product.id)
  const nothing = search.settled ? (
    <Empty sentence={common('nothingFound', { search: search.settled })} />
  ) : (
    <Empty
      sentence={t('products.empty')}
      example={t('products.example')}
      action={<Button onClick={() => goTo('imports')}>{t('products.import')}</Button>}
    />
  )
  return (
    <Page title={t('products.title')} actions={<SearchField search={search} label={t('products.search')} />}>
      <ListGrid
        listView={view}
        label={t('products.title')}
        rows={rows}
        rowId={(product) => product.id}
        onOpen={opened.open}
        empty={nothing}
      />
      {opened.row && <ProductDrawer key={opened.row.id} product={opened.row} {...opened.drawer} />}
    </Page>
  )
}

function cell(field: string): CellEdit<Product> {
  return { entity: 'products', field, id: (product) => product.id, as: 'text' }
}

function useColumns(): readonly GridColumn<Product>[] {
  const t = useText('lists')
  return useMemo(
    (): readonly GridColumn<Product>[] => [
      {
        id: 'name',
        title: t('products.fields.name'),
        kind: 'text',
        value: (product) => product.name ?? product.productId,
        width: 320,
        edit: { ...cell('name'), text: (product) => product.name ?? '' },
      },
      {
        id: 'productId',
        title: t('products.fields.productId'),
        kind: 'text',
        value: (product) => product.productId,
        width: 176,
      },
      {
        id: 'shop',
        title: t('products.fields.shop'),
        kind: 'text',
        value: (product) => product.shopName,
        width: 160,
        field: { kind: 'choice' },
      },
      {
        id: 'unitCost',
        title: t('products.fields.unitCost'),
        kind: 'money',
        value: (product) => product.unitCost,
        currency: (product) => product.currency,
      },
      {
        id: 'note',
        title: t('products.fields.note'),
        kind: 'text',
        value: (product) => product.note,
        width: 240,
        edit: cell('note'),
      },
    ],
    [t],
  )
}

function showFigures(product: Product): void {
  goTo('roi', { product: product.productId })
}

interface ProductDrawerProps {
  readonly product: Product
  readonly onClose: () => void
  readonly onPrevious: (() => void) | undefined
  readonly onNext: (() => void) | undefined
}

function ProductDrawer({ product, ...drawer }: ProductDrawerProps) {
  const t = useText('lists')
  const format = useFormat()
  const name = product.name ?? product.productId
  const form = useForm({
    initial: { name: product.name ?? '', note: product.note ?? '' },
    check: () => ({}),
    async save(draft) {
      await api.records.put({
        entity: 'products',
        id: product.id,
        fields: { name: draft.name.trim() || null, note: draft.note.trim() || null },
      })
      say(t('products.saved', { name }))
      drawer.onClose()
    },
  })
  const fields: Readonly<Record<string, string>> = t('products.fields', { returnObjects: true })
  return (
    <FormDrawer
      {...drawer}
      title={name}
      form={form}
      more={<ProductActions product={product} />}
      below={
        <>
          <Divider my="md" label={t('history.title')} labelPosition="left" />
          <RecordHistory entity="products" id={product.id} fields={fields} />
        </>
      }
    >
      <Facts
        facts={[
          [t('products.fields.productId'), product.productId],
          [t('products.fields.shop'), product.shopName],
          [
            t('products.fields.unitCost'),
            product.unitCost === null ? null : format.money(product.unitCost, product.currency),
          ],
        ]}
      />
      <TextField form={form} name="name" label={t('products.fields.name')} />
      <TextField form={form} name="note" label={t('products.fields.note')} lines={2} />
    </FormDrawer>
  )
}

function ProductActions({ product }: { readonly product: Product }) {
  const t = useText('lists')
  return (
    <>
      <Button variant="default" onClick={() => goTo('costs', { shop: product.shopId, product: product.productId })}>
        {t('products.setCost')}
      </Button>
      <Button variant="default" onClick={() => showFigures(product)}>
        {t('products.figures')}
      </Button>
    </>
  )
}
