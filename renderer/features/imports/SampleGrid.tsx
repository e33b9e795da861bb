/** The first lines of a file as they are read: columns that say something, in words. */

import { useMemo, useState } from 'react'

import type { ImportResult } from '../../../shared/contract/imports'
import { ORDER_COLUMNS, type OrderColumn } from '../../../shared/domain/orders'
import { ORDER_COLUMN_NAMES, orderCellText } from '../../format/order-cells'
import { type Format, useFormat } from '../../format/use-format'
import type { GridColumn, GridSort } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { useArrayRows } from '../../grid/rows'
import { type Text, useText } from '../../messages/i18n'
import { useShops } from '../../session/shops'
import classes from './imports.module.css'
import { roomFor } from './room'

type Sample = ImportResult['sample'][number]

export function SampleGrid({ result, shopId }: { readonly result: ImportResult; readonly shopId: string | null }) {
  const t = useText('imports')
  const words = useText('words')
  const common = useText('common')
  const titles = useText('columns')
  const format = useFormat()
  const currency = useShops().find(({ id }) => id === shopId)?.currency ?? 'USD'
  const [sort, setSort] = useState<GridSort | null>(null)
  const { sample, kind } = result
  const columns = useMemo(() => {
    const isSaid = (name: string) => sample.some((row) => (row[name] ?? null) !== null)
    const rowNumber = {
      id: 'row',
      title: t('rejects.row'),
      kind: 'number',
      value: (row: Sample) => row['row'] ?? null,
      width: 72,
    } as const
    if (kind === 'income') return [rowNumber, ...incomeColumns(isSaid, currency, t, format)]
    const said = ORDER_COLUMN_NAMES.filter(isSaid)
    return [
      rowNumber,
      ...said.map((name): GridColumn<Sample> => ({
        id: name,
        title: titles(name),
        kind: isNumber(name) ? 'number' : 'text',
        value: (row) => row[name] ?? null,
        text: (row) => orderCellText(name, row[name], currency, { words, common, format }),
        width: WIDTHS[ORDER_COLUMNS[name]] ?? 130,
      })),
    ] satisfies GridColumn<Sample>[]
  }, [sample, kind, currency, t, titles, words, common, format])
  const rows = useArrayRows(sample, columns, sort, format.language)
  return (
    <section aria-label={t('detail.sample')}>
      <h3 className={classes.heading}>{t('detail.sample')}</h3>
      <div className={classes.sample} style={roomFor(sample.length)}>
        <DataGrid
          name="imports.sample"
          label={t('detail.sample')}
          columns={columns}
          rows={rows}
          rowId={(row) => String(row['row'])}
          sort={sort}
          onSort={setSort}
          empty={null}
          compact
        />
      </div>
    </section>
  )
}

/** What the first lines of an income file show, as `importing/income-source.ts` names it. */
const INCOME_COLUMNS = [
  ['incomeType', 'text'],
  ['orderId', 'id'],
  ['relatedId', 'id'],
  ['skuId', 'id'],
  ['created', 'text'],
  ['settled', 'text'],
  ['settlement', 'money'],
  ['revenue', 'money'],
  ['fees', 'money'],
  ['adjustment', 'money'],
] as const

function incomeColumns(
  isSaid: (name: string) => boolean,
  currency: string,
  t: Text<'imports'>,
  format: Format,
): GridColumn<Sample>[] {
  return INCOME_COLUMNS.filter(([name]) => isSaid(name)).map(([name, cell]) => ({
    id: name,
    title: t(`incomeColumn.${name}`),
    kind: cell === 'money' ? 'number' : 'text',
    value: (row) => row[name] ?? null,
    text: (row) => {
      const value = row[name] ?? null
      return cell === 'money' && typeof value === 'number' ? format.money(value, currency) : (value?.toString() ?? null)
    },
    width: cell === 'id' ? 180 : 130,
  }))
}

const WIDTHS: Readonly<Partial<Record<(typeof ORDER_COLUMNS)[OrderColumn], number>>> = {
  id: 180,
  time: 160,
  status: 110,
}

function isNumber(name: OrderColumn): boolean {
  return ['money', 'rate', 'count'].includes(ORDER_COLUMNS[name])
}
