/**
 * A list as people work with it: its saved views, filters, groups and colours above the grid, bulk work under it.
 *
 * Screens give it a view (`useListView`) and rows (`useListRows`, or windows of the workspace's own answer).
 */

import { Button } from '@mantine/core'
import { type ReactNode, useMemo, useState } from 'react'

import { PLAIN_VIEW } from '../../shared/domain/list-views'
import { useText } from '../messages/i18n'
import { useMoment } from '../session/moment'
import { Empty } from '../ui/Empty'
import { useStable } from '../ui/use-stable'
import { BulkBar } from './BulkBar'
import { BulkEdit } from './BulkEdit'
import { useRuleText } from './ColorRules'
import { ColumnMenu } from './ColumnMenu'
import type { GridColumn } from './columns'
import { DataGrid, type DataGridProps, type GridView } from './DataGrid'
import { fieldsOf } from './fields'
import { FilterBar } from './FilterBar'
import { hiddenOf, type ListView } from './list-view'
import type { RowSelection } from './selection'
import { tintsOf } from './tints'
import type { ColumnLayout } from './use-columns'
import { type ViewCounts, ViewTabs } from './ViewTabs'
import classes from './views.module.css'

type Given = 'name' | 'columns' | 'sort' | 'onSort' | 'view' | 'renderBulk' | 'ticked' | 'onTicked'

export interface ListGridProps<R extends object> extends Omit<DataGridProps<R>, Given> {
  readonly listView: ListView<R>
  readonly counts?: ViewCounts | undefined
  /** Ids of ticked rows, where the screen wants to know; else the list keeps them. */
  readonly ticked?: ReadonlySet<string>
  readonly onTicked?: (ticked: ReadonlySet<string>) => void
  /** Buttons for the chosen rows. */
  readonly actions?: (selection: RowSelection<R>, clear: () => void) => ReactNode
  readonly handleOf?: (row: R) => string | null
  /** The chosen rows, also those that are not here: for long lists. */
  readonly rowsOf?: (selection: RowSelection<R>) => Promise<readonly R[]>
  /** Values that rows have, offered while a filter is written; without it those of the rows that are here. */
  readonly offered?: (field: string) => readonly string[]
  /** The views stand in a rail beside the list instead. */
  readonly withoutTabs?: boolean
}

export function ListGrid<R extends object>(props: ListGridProps<R>) {
  const { listView: view, counts, actions, handleOf, rowsOf: _fetched, offered, withoutTabs = false, ...grid } = props
  const [own, setOwn] = useState<ReadonlySet<string>>(NONE)
  const ticked = props.ticked ?? own
  const onTicked = props.onTicked ?? setOwn
  const clear = (): void => onTicked(NONE)
  const [editing, setEditing] = useState<Editing<R> | null>(null)
  const rowsOf = useRowsOf(props)
  const edit = async (selection: RowSelection<R>): Promise<void> =>
    setEditing({ selection, rows: await rowsOf(selection) })
  const known = useOffered(props)
  const { countOf } = props.rows
  const countsHere: ViewCounts = (saved) =>
    saved && !saved.body ? undefined : countOf?.(saved?.body ?? { ...PLAIN_VIEW, search: view.query.search })
  const gridView = useGridView(view)
  const renderBulk = (selection: RowSelection<R>): ReactNode =>
    selection.by === 'one' ? null : (
      <BulkBar
        selection={selection}
        actions={actions?.(selection, clear)}
        handleOf={handleOf}
        rowsOf={rowsOf}
        onClear={selection.by === 'ticks' ? clear : undefined}
        onEdit={view.columns.some((column) => column.edit) ? () => void edit(selection) : undefined}
      />
    )
  return (
    <div className={classes.list}>
      <div className={classes.bar}>
        {!withoutTabs && <ViewTabs view={view} counts={counts ?? countsHere} />}
        <FilterBar view={view} offered={offered ?? known} />
      </div>
      <Missing view={view} />
      <div className={classes.fill}>
        <DataGrid
          {...grid}
          name={view.list}
          columns={view.columns}
          sort={view.sort}
          onSort={view.onSort}
          ticked={ticked}
          onTicked={onTicked}
          view={gridView}
          empty={view.body.filters.length > 0 ? <NothingMeets view={view} /> : props.empty}
          renderBulk={renderBulk}
        />
      </div>
      {editing && (
        <BulkEdit
          list={view.list}
          columns={view.columns}
          rowId={grid.rowId}
          {...editing}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}

/** The rows that are to be changed: those that were chosen when the change was begun. */
interface Editing<R> {
  readonly selection: RowSelection<R>
  readonly rows: readonly R[]
}

const NONE: ReadonlySet<string> = new Set()

/** The chosen rows. A range over the whole view means all of it, also the rows that nobody scrolled to. */
function useRowsOf<R extends object>(props: ListGridProps<R>): (selection: RowSelection<R>) => Promise<readonly R[]> {
  return useStable(async (selection) => {
    const { rows, rowsOf, allIds } = props
    if (!rowsOf) return selection.rows()
    const isAll = selection.by === 'range' && selection.count === (rows.total ?? rows.count)
    const ids = isAll && allIds ? await allIds() : null
    return rowsOf(ids ? { ...selection, ids: () => ids } : selection)
  })
}

/** The view as the grid draws it. */
function useGridView<R extends object>(view: ListView<R>): GridView<R> {
  const moment = useMoment()
  const ruleText = useStable(useRuleText(view))
  const { colors, columns: placed } = view.body
  const { columns, lookAt } = view
  const tint = useMemo(() => tintsOf(colors, columns, moment, ruleText), [colors, columns, moment, ruleText])
  const change = useStable((part: Partial<ColumnLayout>) => {
    const { order, hidden, frozen } = { ...placed, hidden: hiddenOf(columns, placed), ...part }
    // Columns that are named in the order are known; later ones may begin hidden.
    view.set({ columns: { order: [...order], hidden: [...hidden], frozen } })
  })
  const columnMenu = useStable((column: GridColumn<R>) => <ColumnMenu view={view} column={column} />)
  const layout = useMemo(
    () => ({ order: placed.order, hidden: hiddenOf(columns, placed), frozen: placed.frozen, change }),
    [columns, placed, change],
  )
  return useMemo(() => ({ layout, tint, columnMenu, onCell: lookAt }), [layout, tint, columnMenu, lookAt])
}

/** More values than this are not offered. */
const MOST_OFFERED = 200

/** The different values of a field among the rows that are here. */
function useOffered<R extends object>({ rows, listView }: ListGridProps<R>): (field: string) => readonly string[] {
  return useStable((id) => {
    const field = fieldsOf(listView.columns).find((one) => one.id === id)
    const found = new Set<string>()
    for (let index = 0; field && index < rows.count && found.size < MOST_OFFERED; index += 1) {
      const row = rows.get(index)
      const value = row === undefined ? null : field.value(row)
      for (const text of Array.isArray(value) ? value : [value]) {
        if (typeof text === 'string' && text !== '') found.add(text)
      }
    }
    return [...found]
  })
}

/** A view on fields that went away says so; it keeps them. */
function Missing<R>({ view }: { readonly view: ListView<R> }) {
  const t = useText('views')
  const unreadable = view.opened !== null && view.opened.body === null
  if (view.missing.length === 0 && !unreadable) {
    return null
  }
  return (
    <p role="status" className={classes.missing}>
      {unreadable ? t('unreadable') : t('missing', { fields: view.missing.join(', ') })}
    </p>
  )
}

function NothingMeets<R>({ view }: { readonly view: ListView<R> }) {
  const t = useText('views')
  const clear = (): void => view.set({ filters: [] })
  return <Empty sentence={t('filter.nothing')} action={<Button onClick={clear}>{t('filter.clear')}</Button>} />
}
