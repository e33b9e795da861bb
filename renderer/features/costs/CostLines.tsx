/** Single costs: flat fees, freight, ads, samples and whatever else exports do not carry. */

import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'

import { COST_KINDS, type CostLine } from '../../../shared/contract/costs'
import { api } from '../../api'
import type { GridColumn, GridSort } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import type { CellEdit } from '../../grid/edit'
import { useCursorRows } from '../../grid/rows'
import { useText } from '../../messages/i18n'
import { withMarks } from '../../questions/marked'
import { useMarks } from '../../questions/use-questions'
import { useScope } from '../../session/scope'
import { useShops } from '../../session/shops'
import { Empty } from '../../ui/Empty'
import { useOpenRow } from '../../ui/use-open-row'
import { CostDrawer } from './CostDrawer'
import type { ListFrame } from './CostsScreen'
import { useAdding } from './use-adding'
import { PaymentMark } from './PaymentMark'

const PAGE = 300

export function CostLines({ frame }: ListFrame) {
  const t = useText('costs')
  const [adding, setAdding] = useState(false)
  const [sort, setSort] = useState<GridSort | null>(null)
  const { shops, from, to } = useScope()
  const [shopId] = shops ?? []
  const input = {
    ...(shopId !== undefined && { shopId }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    limit: PAGE,
  }
  const rows = useCursorRows<CostLine>({
    queryKey: [['costs', 'list'], input],
    fetch: (cursor, signal) => api.costs.list({ ...input, cursor }, { signal }),
  })
  const columns = useColumns()
  const adds = useAdding('costLines', { kind: 'other' }, 'day')
  const opened = useOpenRow(rows, (line) => line.id)
  const add = <Button onClick={() => setAdding(true)}>{t('addLine')}</Button>
  return frame(
    add,
    <>
      <DataGrid
        name="costs"
        label={t('tabs.lines')}
        columns={columns}
        rows={rows}
        rowId={(line) => line.id}
        sort={sort}
        onSort={setSort}
        onOpen={opened.open}
        adding={adds}
        empty={<Empty sentence={t('emptyLines')} example={t('exampleLines')} action={add} />}
      />
      {adding && <CostDrawer line={null} onClose={() => setAdding(false)} />}
      {!adding && opened.row && <CostDrawer key={opened.row.id} line={opened.row} {...opened.drawer} />}
    </>,
  )
}

function cell(field: string, as: CellEdit<CostLine>['as']): CellEdit<CostLine> {
  return { entity: 'costLines', field, id: (line) => line.id, as }
}

function useColumns(): readonly GridColumn<CostLine>[] {
  const t = useText('costs')
  const words = useText('words')
  const shops = useShops()
  const marks = useMarks('costLines')
  return useMemo(() => {
    const kinds = words('costKind', { returnObjects: true })
    // Pages come by day, the latest first; the contract knows no other order.
    const columns: readonly GridColumn<CostLine>[] = [
      { id: 'day', title: t('fields.day'), kind: 'day', value: (line) => line.day, edit: cell('day', 'day') },
      {
        id: 'kind',
        title: t('fields.kind'),
        kind: 'choice',
        value: (line) => line.kind,
        words: kinds,
        edit: { ...cell('kind', 'choice'), choices: COST_KINDS.map((value) => ({ value, label: kinds[value] })) },
      },
      {
        id: 'amount',
        title: t('fields.amount'),
        kind: 'money',
        value: (line) => line.amount,
        currency: (line) => line.currency,
        width: 140,
        edit: cell('amount', 'money'),
      },
      {
        id: 'payment',
        title: t('fields.payment'),
        kind: 'choice',
        value: (line) => line.payment.state,
        words: words('payment', { returnObjects: true }),
        width: 132,
        render: (line) => <PaymentMark payment={line.payment} />,
      },
      {
        id: 'shop',
        title: t('fields.shop'),
        kind: 'text',
        value: (line) => shops.find(({ id }) => id === line.shopId)?.name ?? null,
        width: 160,
      },
      {
        id: 'creator',
        title: t('fields.creator'),
        kind: 'text',
        value: (line) => line.creatorHandle,
        width: 150,
        edit: cell('creatorHandle', 'creator'),
      },
      {
        id: 'product',
        title: t('fields.product'),
        kind: 'text',
        value: (line) => line.productId,
        width: 160,
        edit: cell('productId', 'text'),
      },
      {
        id: 'campaign',
        title: t('fields.campaign'),
        kind: 'text',
        value: (line) => line.campaign,
        width: 130,
        edit: cell('campaign', 'text'),
      },
      {
        id: 'staff',
        title: t('fields.staff'),
        kind: 'text',
        value: (line) => line.staff,
        width: 110,
        edit: cell('staff', 'person'),
      },
      { id: 'note', title: t('fields.note'), kind: 'text', value: (line) => line.note, edit: cell('note', 'text') },
    ]
    const unsorted = columns.map((column) => ({ ...column, sortable: false }))
    return withMarks(unsorted, marks, { shop: 'shopId', creator: 'creatorHandle', product: 'productId' })
  }, [t, words, shops, marks])
}
