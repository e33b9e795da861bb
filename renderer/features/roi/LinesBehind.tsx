/** The order lines behind a figure, page by page, and what they add up to. */

import { Button, Switch } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'

import type { OrderLine } from '../../../shared/contract/roi'
import { CONTENT_TYPES, ORDER_STATUSES } from '../../../shared/domain/orders'
import { api } from '../../api'
import { type Format, useFormat } from '../../format/use-format'
import type { GridColumn, GridSort } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { type GridRows, useArrayRows, useCursorRows } from '../../grid/rows'
import { type Text, useText } from '../../messages/i18n'
import { StateMark } from '../../ui/StateMark'
import { type Behind, doesTie, isSumOf, type linesQuestion, type PartSum, partOf, sumOfLines } from './behind'
import classes from './roi.module.css'

/** Up to so many lines are fetched at once, so that they can be added up and sorted. */
const ALL_AT_ONCE = 2000
const PAGE = 200

export interface Lines {
  readonly rows: GridRows<OrderLine>
  readonly columns: GridColumn<OrderLine>[]
  readonly loaded: readonly OrderLine[]
  readonly total: number
  readonly isWhole: boolean
  readonly loadAll: () => void
  readonly sort: GridSort | null
  readonly onSort: (sort: GridSort | null) => void
  readonly onlyCounting: boolean
  readonly setOnlyCounting: (on: boolean) => void
}

export function useLines({ figure }: Behind, question: ReturnType<typeof linesQuestion>): Lines {
  const t = useText('roi')
  const words = useText('words')
  const format = useFormat()
  const [sort, onSort] = useState<GridSort | null>(null)
  const [onlyCounting, setOnlyCounting] = useState(false)
  const paged = useCursorRows<OrderLine>({
    queryKey: [['roi', 'linesOf'], question],
    fetch: async (cursor, signal) =>
      question === null
        ? { rows: [], total: 0, nextCursor: null }
        : api.roi.lines({ ...question, cursor, limit: PAGE }, { signal }),
  })
  const loaded = useMemo(() => loadedOf(paged), [paged])
  const total = paged.count
  const isWhole = paged.ready && loaded.length >= total
  const loadAll = () => paged.onShown?.(0, total)
  useEffect(() => {
    if (total > loaded.length && total <= ALL_AT_ONCE) {
      paged.onShown?.(0, total)
    }
  }, [paged, total, loaded.length])
  const columns = useMemo(() => lineColumns(t, words, isWhole), [t, words, isWhole])
  const counting = useMemo(
    () => (onlyCounting ? loaded.filter((line) => partOf(figure, line) !== 0) : loaded),
    [onlyCounting, loaded, figure],
  )
  const sorted = useArrayRows(counting, columns, sort, format.language)
  const rows = isWhole ? sorted : paged
  return { rows, columns, loaded, total, isWhole, loadAll, sort, onSort, onlyCounting, setOnlyCounting }
}

function loadedOf(rows: GridRows<OrderLine>): OrderLine[] {
  const loaded: OrderLine[] = []
  for (let index = 0; index < rows.count; index += 1) {
    const line = rows.get(index)
    if (line === undefined) {
      break
    }
    loaded.push(line)
  }
  return loaded
}

export interface LinesBehindProps {
  readonly behind: Behind
  readonly lines: Lines
  readonly isNone: boolean
  readonly onOpen: (index: number) => void
}

export function LinesBehind({ behind, lines, isNone, onOpen }: LinesBehindProps) {
  const t = useText('roi')
  if (isNone) {
    return <p className={classes.note}>{t('behind.noLines')}</p>
  }
  return (
    <section aria-label={t('behind.lines')}>
      <Sum behind={behind} lines={lines} />
      <div className={classes.linesGrid}>
        <DataGrid
          name="roi.lines"
          label={t('behind.linesLabel')}
          columns={lines.columns}
          rows={lines.rows}
          rowId={({ key }) => key}
          sort={lines.sort}
          onSort={lines.onSort}
          onOpen={(_, index) => onOpen(index)}
          empty={<p className={classes.note}>{t('behind.noLines')}</p>}
          compact
        />
      </div>
    </section>
  )
}

function Sum({ behind, lines }: { readonly behind: Behind; readonly lines: Lines }) {
  const t = useText('roi')
  const format = useFormat()
  const { loaded, total, isWhole } = lines
  const sums = useMemo(() => sumOfLines(behind.figure, loaded), [behind.figure, loaded])
  if (!lines.rows.ready) {
    return null
  }
  if (isSumOf(behind.figure) !== 'lines') {
    return <p className={classes.note}>{t('behind.derived')}</p>
  }
  const sum = sumsText(sums, format)
  const ties = isWhole ? doesTie(behind, sums) : null
  return (
    <div className={classes.sum} role="status">
      <span>
        {isWhole ? t('behind.sum', { sum }) : t('behind.sumPart', { shown: loaded.length, count: total, sum })}
      </span>
      {ties !== null && (
        <StateMark tone={ties ? 'good' : 'bad'}>{t(ties ? 'behind.ties' : 'behind.tiesNot')}</StateMark>
      )}
      {isWhole && ties === null && <span className={classes.note}>{t('behind.converted')}</span>}
      {!isWhole && (
        <Button variant="subtle" size="compact-xs" onClick={lines.loadAll}>
          {t('behind.addUp')}
        </Button>
      )}
      {isWhole && (behind.figure === 'refunds' || behind.figure === 'commission') && (
        <Switch
          label={t('behind.only')}
          checked={lines.onlyCounting}
          onChange={(event) => lines.setOnlyCounting(event.currentTarget.checked)}
        />
      )}
    </div>
  )
}

/** `$12.00`, `$12.00 + ₫50,000`, `17`. */
export function sumsText(sums: readonly PartSum[], format: Format): string {
  const texts = sums.map(({ currency, amount }) =>
    currency === '' ? format.count(amount) : format.money(amount, currency),
  )
  return texts.length === 0 ? format.count(0) : texts.join(' + ')
}

function lineColumns(t: Text<'roi'>, words: Text<'words'>, sortable: boolean): GridColumn<OrderLine>[] {
  const text = (id: string, title: string, value: (line: OrderLine) => string | null, width: number) =>
    ({ id, title, kind: 'text', value, width }) as const
  const money = (id: 'payment' | 'refund' | 'commission') =>
    ({
      id,
      title: t(`behind.${id}`),
      kind: 'money',
      currency: currencyOfLine,
      value: (line: OrderLine) => line[id],
    }) as const
  const statuses = Object.fromEntries(ORDER_STATUSES.map((status) => [status, words(`status.${status}`)]))
  const types = Object.fromEntries(CONTENT_TYPES.map((type) => [type, words(`contentType.${type}`)]))
  const columns: GridColumn<OrderLine>[] = [
    text('order', t('behind.order'), ({ orderId }) => orderId, 168),
    money('payment'),
    money('refund'),
    money('commission'),
    { id: 'status', title: t('behind.status'), kind: 'choice', value: ({ status }) => status, words: statuses },
    text('creator', t('behind.creator'), ({ creator }) => (creator === '' ? null : `@${creator}`), 140),
    text('product', t('behind.product'), ({ productName, productId }) => productName ?? productId, 200),
    { id: 'quantity', title: t('behind.quantity'), kind: 'number', value: ({ quantity }) => quantity },
    text('created', t('behind.created'), ({ createdLocal }) => createdLocal, 150),
    text('file', t('behind.file'), ({ fileName }) => fileName, 180),
    { id: 'row', title: t('behind.row'), kind: 'number', value: ({ row }) => row },
    text('shop', t('behind.shop'), ({ shopName }) => shopName, 140),
    {
      id: 'type',
      title: t('behind.contentType'),
      kind: 'choice',
      value: ({ contentType }) => contentType,
      words: types,
    },
  ]
  return columns.map((column) => ({ ...column, sortable }))
}

function currencyOfLine({ currency }: OrderLine): string {
  return currency
}
