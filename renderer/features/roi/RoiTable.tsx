/** The table: one row per value of the chosen key, opened by the second; totals pinned; every figure opens its lines. */

import { ActionIcon } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconFilter } from '@tabler/icons-react'
import { useMemo, useState } from 'react'

import type { Footnotes, RoiKey, RoiRow, RoiScope } from '../../../shared/contract/roi'
import { api } from '../../api'
import { useFormat } from '../../format/use-format'
import type { ColumnKind, GridColumn, GridSort } from '../../grid/columns'
import { DataGrid } from '../../grid/DataGrid'
import { useWindowRows } from '../../grid/rows'
import { useText } from '../../messages/i18n'
import { useStable } from '../../ui/use-stable'
import { type FigureKind, FIGURES, TABLE_FIGURES } from './figures'
import type { OpenFigure } from './Charts'
import classes from './roi.module.css'
import { filteredBy } from './scope'
import type { TreeRow } from './tree'
import type { Filtering } from './use-filters'
import { useTreeRows } from './use-tree-rows'
import { explanation, figureName, keyText, type RoiWords } from './words'

export interface RoiTableProps extends Filtering {
  readonly total: RoiRow
  readonly footnotes: Footnotes
  readonly search: string
  readonly sort: RoiSort
  readonly onSort: (sort: RoiSort) => void
  readonly onColumns: (ids: readonly string[]) => void
  /** `within`: the row of the first key that a row of the second stands under. */
  readonly onOpen: (...input: [...Parameters<OpenFigure>, within: RoiRow | null]) => void
}

export type RoiSort = GridSort

const PAGE = 200

export function RoiTable(props: RoiTableProps) {
  const { filters, scope, total, search, sort, onSort, onColumns } = props
  const t = useText('roi')
  const [first, second] = filters.by
  const parents = useParents(scope, first, search, sort)
  const [open, setOpen] = useFolds(JSON.stringify([scope, filters.by, search, sort]))
  const rows = useTreeRows({ parents, scope, second, sort, open })
  const columns = useColumnsOf(props, (row) => row.isOpen !== null && setOpen(toggled(open, row.at)))
  const totals = useMemo<TreeRow>(() => ({ row: total, depth: 0, isOpen: null, at: -1, parent: null }), [total])
  const key = t(`keys.${first}`)
  return (
    <div className={classes.table}>
      <DataGrid
        name="roi.table"
        label={t('table.label', { key })}
        columns={columns}
        rows={rows}
        rowId={({ row, at, depth }) => `${at} ${depth} ${JSON.stringify(row.keys)}`}
        total={totals}
        sort={sort}
        onSort={(next) => onSort(next ?? { column: 'gmv', descending: true })}
        onOpen={({ row, parent }) => props.onOpen('gmv', row, parent)}
        onColumns={onColumns}
        empty={<p className={classes.note}>{search === '' ? t('table.empty') : t('table.nothing', { key, search })}</p>}
      />
    </div>
  )
}

function useParents(scope: RoiScope, by: RoiKey, search: string, sort: RoiSort) {
  const input = { ...scope, by: [by], search, sort }
  return useWindowRows<RoiRow>({
    queryKey: [['roi', 'window'], input],
    pageSize: PAGE,
    fetch: async (offset, limit, signal) => {
      const { rows, rowCount } = await api.roi.table({ ...input, offset, limit }, { signal })
      return { rows, total: rowCount }
    },
  })
}

/** Open rows are known by their place: another question closes them all. */
function useFolds(question: string) {
  const [folds, setFolds] = useState({ question, open: NONE })
  const open = folds.question === question ? folds.open : NONE
  return [open, (next: ReadonlySet<number>) => setFolds({ question, open: next })] as const
}

const NONE: ReadonlySet<number> = new Set()

function toggled(open: ReadonlySet<number>, place: number): ReadonlySet<number> {
  const next = new Set(open)
  if (!next.delete(place)) {
    next.add(place)
  }
  return next
}

const KINDS: Readonly<Record<FigureKind, ColumnKind>> = {
  money: 'money',
  count: 'number',
  share: 'percent',
  multiple: 'ratio',
}

/** The list stays the same while only what a click does changes, so that no row is drawn again for that. */
function useColumnsOf(props: RoiTableProps, onFold: (row: TreeRow) => void): GridColumn<TreeRow>[] {
  const { filters, total, footnotes } = props
  const { by } = filters
  const t = useText('roi')
  const words = useText('words')
  const format = useFormat()
  const fold = useStable(onFold)
  const open = useStable(props.onOpen)
  const filter = useStable((row: RoiRow, key: RoiKey) => props.set(filteredBy(filters, row, key)))
  return useMemo(() => {
    const spoken: RoiWords = { t, words, format }
    const figures = TABLE_FIGURES.map(({ figure, hidden }): GridColumn<TreeRow> => {
      const explained = explanation(figure, footnotes, spoken).join('\n')
      return {
        id: figure,
        title: figureName(figure, t),
        hint: t(`formula.${figure}`),
        kind: KINDS[FIGURES[figure].kind],
        currency: total.currency,
        value: ({ row }) => (figure === 'gpm' && row.gpm !== null ? Math.round(row.gpm) : row[figure]),
        onOpen: ({ row, parent }) => open(figure, row, parent),
        explanation: () => explained,
        hidden: hidden ?? false,
      }
    })
    return [keyColumn(by, spoken, fold, filter), ...figures]
  }, [by, total.currency, footnotes, t, words, format, fold, open, filter])
}

const CAN_FILTER: readonly RoiKey[] = ['creator', 'product', 'content', 'contentType']

function keyColumn(
  by: readonly RoiKey[],
  words: RoiWords,
  onFold: (row: TreeRow) => void,
  onFilter: (row: RoiRow, key: RoiKey) => void,
): GridColumn<TreeRow> {
  const { t } = words
  const keyOf = ({ depth }: TreeRow): RoiKey => by[depth] ?? 'creator'
  const textOf = (line: TreeRow) => keyText(keyOf(line), line.row.keys[keyOf(line)] ?? '', words)
  return {
    id: 'key',
    title: by.map((key) => t(`keys.${key}`)).join(' › '),
    kind: 'text',
    value: (line) => (line.at < 0 ? null : textOf(line)),
    width: 240,
    onOpen: onFold,
    render: (line) => (
      <span className={classes.keyCell} data-depth={line.depth}>
        {line.isOpen !== null && (
          <ActionIcon tabIndex={-1} aria-label={t('table.fold', { row: textOf(line) })} onClick={() => onFold(line)}>
            {line.isOpen ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
          </ActionIcon>
        )}
        <span className={classes.keyText} title={textOf(line)}>
          {textOf(line)}
        </span>
        {CAN_FILTER.includes(keyOf(line)) && (
          <ActionIcon
            className={classes.only ?? ''}
            tabIndex={-1}
            aria-label={t('filters.only', { value: textOf(line) })}
            title={t('filters.only', { value: textOf(line) })}
            onClick={() => onFilter(line.row, keyOf(line))}
          >
            <IconFilter size={14} />
          </ActionIcon>
        )}
      </span>
    ),
  }
}
