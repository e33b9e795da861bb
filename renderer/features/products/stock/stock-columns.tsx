/** What the stock list shows of a product; floors and costs are written in place. */

import { useCallback, useMemo } from 'react'

import type { StockRow } from '../../../../shared/contract/stock'
import { useFormat } from '../../../format/use-format'
import type { GridColumn } from '../../../grid/columns'
import type { CellEdit } from '../../../grid/edit'
import { useText } from '../../../messages/i18n'
import { StateMark } from '../../../ui/StateMark'

type Columns = readonly GridColumn<StockRow>[]

export function useStockColumns(): Columns {
  const figures = useFigureColumns()
  const floors = useFloorColumns()
  return useMemo(() => [...figures, ...floors], [figures, floors])
}

/** Floors and costs are one record per product, made with its first cell. */
function cell(field: string, as: CellEdit<StockRow>['as']): CellEdit<StockRow> {
  return {
    entity: 'sampleDefaults',
    field,
    id: () => null,
    key: ({ shopId, productId, currency }) => ({ shopId, productId, currency }),
    as,
  }
}

function useFigureColumns(): Columns {
  const t = useText('stock')
  const whyOf = useWhy()
  return useMemo((): Columns => {
    const pieces = (
      id: 'onHand' | 'reserved' | 'free' | 'used' | 'suggested' | 'daysLeft',
      value: (row: StockRow) => number | null,
      more: Partial<GridColumn<StockRow>> = {},
    ): GridColumn<StockRow> => ({ id, title: t(`fields.${id}`), kind: 'number', value, width: 108, ...more })
    const text = (
      id: 'product' | 'productId' | 'shop' | 'why',
      value: (row: StockRow) => string | null,
      width: number,
      more: Partial<GridColumn<StockRow>> = {},
    ): GridColumn<StockRow> => ({ id, title: t(`fields.${id}`), kind: 'text', value, width, ...more })
    return [
      text('product', ({ productName, productId }) => productName ?? productId, 260),
      text('productId', ({ productId }) => productId, 160, { hidden: true }),
      text('shop', ({ shopName }) => shopName, 120, { field: { kind: 'choice' } }),
      pieces('onHand', ({ known, onHand }) => (known ? onHand : null), { width: 88 }),
      pieces('reserved', ({ reserved }) => reserved, { width: 88 }),
      pieces('free', ({ known, free }) => (known ? free : null), {
        hint: t('hints.free'),
        width: 148,
        render: (row) => <Free row={row} />,
      }),
      text('why', whyOf, 200, { explanation: whyOf }),
      pieces('used', ({ used }) => used, { width: 128 }),
      pieces('suggested', ({ isDue, suggested }) => (isDue ? suggested : null), {
        hint: t('hints.suggested'),
        render: (row) => <ToOrder row={row} />,
      }),
      pieces('daysLeft', ({ daysLeft }) => daysLeft),
      {
        id: 'countedAt',
        title: t('fields.countedAt'),
        kind: 'instant',
        value: ({ countedAt }) => countedAt,
        hidden: true,
      },
    ]
  }, [t, whyOf])
}

/** Why a product's numbers look wrong, in words; null where they do not. */
export function useWhy(): (row: StockRow) => string | null {
  const t = useText('stock')
  return useCallback(
    ({ reasons }) => {
      const words: Readonly<Record<string, string>> = t('reasons', { returnObjects: true })
      return reasons.map((reason) => words[reason] ?? reason).join('; ') || null
    },
    [t],
  )
}

function Free({ row: { known, free, floorNewInForce } }: { readonly row: StockRow }) {
  const t = useText('stock')
  const format = useFormat()
  if (!known) return <StateMark tone="unknown">{t('unknown')}</StateMark>
  if (free < 0) return <StateMark tone="bad">{format.count(free)}</StateMark>
  const isShort = free < (floorNewInForce ?? 0)
  return isShort ? <StateMark tone="watch">{`${format.count(free)} · ${t('under')}`}</StateMark> : format.count(free)
}

function ToOrder({ row: { isDue, suggested } }: { readonly row: StockRow }) {
  const format = useFormat()
  return isDue ? <StateMark tone="watch">{format.count(suggested)}</StateMark> : null
}

function useFloorColumns(): Columns {
  const t = useText('stock')
  return useMemo((): Columns => {
    const floor = (id: 'floorNew' | 'floorProven'): GridColumn<StockRow> => ({
      id,
      title: t(`fields.${id}`),
      hint: t(`hints.${id}`),
      kind: 'number',
      value: (row) => row[id],
      width: 136,
      explanation: (row) => {
        const held = id === 'floorNew' ? row.floorNewInForce : row.floorProvenInForce
        return held === null ? null : t('inForce', { count: held })
      },
      edit: cell(id, 'number'),
    })
    const cost = (id: 'packingCost' | 'freightCost' | 'dutyCost'): GridColumn<StockRow> => ({
      id,
      title: t(`fields.${id}`),
      hint: t('hints.cost'),
      kind: 'money',
      value: (row) => row[id],
      currency: ({ currency }) => currency,
      width: 108,
      edit: cell(id, 'money'),
    })
    return [
      floor('floorNew'),
      floor('floorProven'),
      cost('packingCost'),
      cost('freightCost'),
      cost('dutyCost'),
      {
        id: 'note',
        title: t('fields.note'),
        kind: 'text',
        value: ({ note }) => note,
        width: 200,
        edit: cell('note', 'text'),
      },
    ]
  }, [t])
}
