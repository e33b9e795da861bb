/** Single costs: flat fees, freight, ads, samples and whatever else exports do not carry. */

import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'

import { COST_KINDS, type CostLine } from '../../../shared/contract/costs'
import { api } from '../../api'
import { LARGEST_PAGE, useAllPages } from '../../grid/all-pages'
import type { GridColumn } from '../../grid/columns'
import type { CellEdit } from '../../grid/edit'
import { ListGrid } from '../../grid/ListGrid'
import { useListRows } from '../../grid/list-rows'
import { useListView } from '../../grid/list-view'
import { type Text, useText } from '../../messages/i18n'
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

export function CostLines({ frame }: ListFrame) {
  const t = useText('costs')
  const [adding, setAdding] = useState(false)
  const { shops, from, to } = useScope()
  const [shopId] = shops ?? []
  const input = {
    ...(shopId !== undefined && { shopId }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    limit: LARGEST_PAGE,
  }
  const lines = useAllPages<CostLine>({
    queryKey: [['costs', 'list'], input],
    fetch: (cursor, signal) => api.costs.list({ ...input, cursor }, { signal }),
  })
  const view = useListView('costs', useColumns())
  const rows = useListRows(lines, view)
  const adds = useAdding('costLines', { kind: 'other' }, 'day')
  const opened = useOpenRow(rows, (line) => line.id)
  const add = <Button onClick={() => setAdding(true)}>{t('addLine')}</Button>
  return frame(
    add,
    <>
      <ListGrid
        listView={view}
        label={t('tabs.lines')}
        rows={rows}
        rowId={(line) => line.id}
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
      ...linked(t, (line) => shops.find(({ id }) => id === line.shopId)?.name ?? null),
    ]
    return withMarks(columns, marks, { shop: 'shopId', creator: 'creatorHandle', product: 'productId' })
  }, [t, words, shops, marks])
}

/** Whose and what for. */
function linked(t: Text<'costs'>, shopName: (line: CostLine) => string | null): GridColumn<CostLine>[] {
  const text = { kind: 'text' } as const
  const choice = { kind: 'choice' } as const
  return [
    { ...text, id: 'shop', title: t('fields.shop'), value: shopName, width: 160, field: choice },
    {
      ...text,
      id: 'creator',
      title: t('fields.creator'),
      value: (line) => line.creatorHandle,
      width: 150,
      edit: cell('creatorHandle', 'creator'),
    },
    {
      ...text,
      id: 'product',
      title: t('fields.product'),
      value: (line) => line.productId,
      width: 160,
      edit: cell('productId', 'text'),
    },
    {
      ...text,
      id: 'campaign',
      title: t('fields.campaign'),
      value: (line) => line.campaign,
      width: 130,
      field: choice,
      edit: cell('campaign', 'text'),
    },
    {
      ...text,
      id: 'staff',
      title: t('fields.staff'),
      value: (line) => line.staff,
      width: 110,
      field: { kind: 'person' },
      edit: cell('staff', 'person'),
    },
    { ...text, id: 'note', title: t('fields.note'), value: (line) => line.note, edit: cell('note', 'text') },
  ]
}
