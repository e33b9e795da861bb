/** Order lines with the cause of each difference; one key says that finance knows it better. */

import { useEffect, useMemo, useRef, useState } from 'react'

import type { SettlementLineRow } from '../../../../shared/contract/settlement'
import { ORDER_STATUSES } from '../../../../shared/domain/orders'
import { type Cause, CAUSES } from '../../../../shared/domain/settlement'
import { api } from '../../../api'
import type { GridColumn } from '../../../grid/columns'
import { DataGrid } from '../../../grid/DataGrid'
import { useCursorRows } from '../../../grid/rows'
import type { RowSelection } from '../../../grid/selection'
import { type Text, useText } from '../../../messages/i18n'
import { Empty } from '../../../ui/Empty'
import { StateMark } from '../../../ui/StateMark'
import { TagBar } from './TagBar'

export interface LineListProps {
  readonly shopId: string
  readonly month: string
  readonly currency: string
  readonly creator: string
  /** One product's lines; null: of all. */
  readonly product: string | null
  readonly cause: Cause | null
  /** Frozen: nobody says anything of its lines any more. */
  readonly isClosed: boolean
  readonly onOpen: (line: SettlementLineRow) => void
}

const PAGE = 200

export function LineList({ shopId, month, currency, creator, product, cause, isClosed, onOpen }: LineListProps) {
  const t = useText('settlement')
  const words = useText('words')
  const input = {
    shopId,
    month,
    creator,
    ...(product !== null && { product }),
    ...(cause !== null && { cause }),
    limit: PAGE,
  }
  const rows = useCursorRows<SettlementLineRow>({
    queryKey: [['settlement', 'lines'], input],
    fetch: (cursor, signal) => api.settlement.lines({ ...input, cursor }, { signal }),
  })
  const columns = useMemo(() => lineColumns(t, words, { currency, isClosed }), [t, words, currency, isClosed])
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const place = useRef<HTMLDivElement>(null)
  const { ready } = rows
  // Who opens the lines works in them.
  useEffect(() => {
    if (ready) place.current?.querySelector<HTMLElement>('[role=grid]')?.focus({ preventScroll: true })
  }, [ready])
  const renderBulk = (selection: RowSelection<SettlementLineRow>) => (
    <TagBar shopId={shopId} month={month} lines={selection.ids()} onTagged={() => setTicked(new Set())} />
  )
  return (
    <div ref={place} style={FILL}>
      <DataGrid
        name="settlement.lines"
        label={t('lines.list')}
        columns={columns}
        rows={rows}
        rowId={lineOf}
        {...(!isClosed && { ticked, onTicked: setTicked, renderBulk })}
        sort={null}
        onSort={nothing}
        onOpen={onOpen}
        compact
        empty={<Empty sentence={t('lines.empty')} />}
      />
    </div>
  )
}

const FILL = { height: '100%' } as const

function nothing(): void {
  // Newest first, page by page: there is no other order.
}

/** As people's words on it name it. */
function lineOf({ orderId, productId, skuId }: SettlementLineRow): string {
  return `${orderId} ${productId} ${skuId}`
}

function lineColumns(
  t: Text<'settlement'>,
  words: Text<'words'>,
  { currency, isClosed }: { readonly currency: string; readonly isClosed: boolean },
): GridColumn<SettlementLineRow>[] {
  const money = (id: 'estimated' | 'actual' | 'difference') =>
    ({
      id,
      title: t(`columns.${id}`),
      kind: 'money',
      currency,
      value: (line: SettlementLineRow) => line[id],
      width: 108,
    }) as const
  const text = (id: string, title: string, value: (line: SettlementLineRow) => string | null, width: number) =>
    ({ id, title, kind: 'text', value, width }) as const
  const causes = Object.fromEntries(CAUSES.map((cause) => [cause, t(`causes.${cause}`)]))
  const statuses = Object.fromEntries(ORDER_STATUSES.map((status) => [status, words(`status.${status}`)]))
  const columns: GridColumn<SettlementLineRow>[] = [
    text('order', t('lines.order'), ({ orderId }) => orderId, 168),
    money('estimated'),
    money('actual'),
    money('difference'),
    {
      id: 'cause',
      title: t('lines.cause'),
      kind: 'choice',
      value: ({ cause }) => cause,
      words: causes,
      width: 132,
      render: (line) => <CauseMark line={line} />,
    },
    text(
      'said',
      t('lines.note'),
      ({ said }) => (said === null ? null : (said.note ?? (said.person && t('lines.said', { person: said.person })))),
      140,
    ),
    { id: 'status', title: t('lines.status'), kind: 'choice', value: ({ status }) => status, words: statuses },
    { id: 'day', title: t('lines.day'), kind: 'day', value: ({ day }) => day },
    { id: 'delivered', title: t('lines.delivered'), kind: 'day', value: ({ delivered }) => delivered },
    text('product', t('lines.product'), ({ productName, productId }) => productName ?? productId, 180),
    { id: 'quantity', title: t('lines.quantity'), kind: 'number', value: ({ quantity }) => quantity },
    ...(isClosed
      ? [text('since', t('since.title'), ({ changedSince }) => (changedSince ? t('since.changed') : null), 180)]
      : []),
    text('file', t('lines.file'), ({ fileName }) => fileName || null, 180),
    { id: 'row', title: t('lines.row'), kind: 'number', value: ({ row }) => row || null },
  ]
  return columns.map((column) => ({ ...column, sortable: false }))
}

/** What somebody said stands apart from what was derived. */
function CauseMark({ line: { cause, said } }: { readonly line: SettlementLineRow }) {
  const t = useText('settlement')
  if (cause === null) return null
  const word = t(`causes.${cause}`)
  return <StateMark tone={said !== null ? 'held' : TONES[cause]}>{said === null ? word : `${word} ✎`}</StateMark>
}

const TONES: Readonly<Record<Cause, 'watch' | 'bad' | 'unknown' | 'held'>> = {
  refund: 'watch',
  partial: 'watch',
  ineligible: 'watch',
  frozen: 'held',
  tax: 'watch',
  bonus: 'watch',
  late: 'bad',
  rate: 'watch',
  unexplained: 'unknown',
}
