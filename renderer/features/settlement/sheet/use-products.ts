/** The sheet by product: creators as heads over what they sold, asked for when a head is unfolded. */

import { useQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { SettlementProduct, SettlementRow } from '../../../../shared/contract/settlement'
import type { Totals } from '../../../../shared/domain/list-groups'
import { orpc } from '../../../api'
import { currencyOf } from '../../../grid/columns'
import { groupPlaces } from '../../../grid/group-places'
import type { GroupHead } from '../../../grid/groups'
import type { GridRows } from '../../../grid/rows'
import { useText } from '../../../messages/i18n'
import { creatorWord, type SheetColumn, type SheetLine } from './columns'

export interface ByProduct {
  readonly shopId: string
  readonly month: string
  readonly columns: readonly SheetColumn[]
  /** Creators in their order. */
  readonly rows: GridRows<SheetLine>
  /** Only products with lines whose actual is not the estimate. */
  readonly differing: boolean
  /** False: creators stand as they are. */
  readonly on: boolean
}

export function useProducts({ shopId, month, columns, rows, differing, on }: ByProduct): GridRows<SheetLine> {
  const t = useText('settlement')
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const creators = useMemo(
    () => Array.from({ length: rows.count }, (_, index) => rows.get(index)).filter((row) => row !== undefined),
    [rows],
  )
  const wanted = on ? creators.filter((row) => open.has(idOf(row))) : []
  const answers = useQueries({
    queries: wanted.map(({ creatorId }) =>
      orpc.settlement.products.queryOptions({ input: { shopId, month, creatorId } }),
    ),
  })
  if (!on) return rows
  const found = new Map(
    wanted.map((row, i) => [
      idOf(row),
      (answers[i]?.data ?? []).filter((one) => !differing || one.differing > 0).map((one) => toLine(row, one)),
    ]),
  )
  const groups = creators.map((row) => found.get(idOf(row)) ?? [])
  const lines = groups.flat()
  const places = groupPlaces(
    groups.map(({ length }) => ({ count: length })),
    (group) => !open.has(idOf(creators[group]!)),
  )
  const headOf = (row: SheetLine): GroupHead => ({
    key: idOf(row),
    label: creatorWord(row, t),
    count: row.products,
    folded: !open.has(idOf(row)),
    toggle: () => setOpen(toggled(open, idOf(row))),
    totals: (id) =>
      totalsOf(
        columns.find((column) => column.id === id),
        row,
      ),
  })
  const placeAt = (index: number) => (index < 0 || index >= places.count ? null : places.at(index))
  return {
    ...rows,
    count: places.count,
    total: creators.length,
    head: (index) => {
      const row = creators[placeAt(index)?.head ?? -1]
      return row === undefined ? null : headOf(row)
    },
    get: (index) => lines[placeAt(index)?.row ?? -1],
  }
}

/** A creator's own figure stands in the head: what products share, as an order, is in it once. */
function totalsOf(column: SheetColumn | undefined, row: SheetLine): Totals[] {
  const sum = column?.value(row) ?? null
  if (column === undefined || typeof sum !== 'number') return []
  const currency = column.kind === 'money' ? currencyOf(column, row) : null
  return [{ filled: 1, currency, sum, median: null, min: null, max: null }]
}

function idOf({ creator, creatorId }: SettlementRow): string {
  return creatorId ?? creator
}

function toLine(row: SettlementRow, { productId, productName, ...figures }: SettlementProduct): SheetLine {
  return {
    ...figures,
    fees: null,
    feesPaid: null,
    recouped: null,
    feesOwed: null,
    otherCurrency: 0,
    creator: row.creator,
    creatorId: row.creatorId,
    statement: null,
    product: { id: productId, name: productName },
  }
}

function toggled(open: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(open)
  if (!next.delete(id)) next.add(id)
  return next
}
