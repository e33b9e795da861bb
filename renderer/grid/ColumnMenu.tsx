/** What a view adds to the menu of a column: filters by it and groups. */

import { Menu } from '@mantine/core'

import { useText } from '../messages/i18n'
import { KEYS, IS_MAC, keyText } from '../session/key-table'
import type { GridColumn } from './columns'
import { fieldOf } from './fields'
import { filterAt } from './filter-values'
import { groupFields, type ListView } from './list-view'

export function ColumnMenu<R>({ view, column }: { readonly view: ListView<R>; readonly column: GridColumn<R> }) {
  const t = useText('views')
  const empty = filterAt(column, null)
  // The cursor stands in the titles while their menu is open; the row it came from is the first.
  const { cell } = view
  const here = cell.current?.column.id === column.id ? filterAt(column, cell.current) : null
  const { group, filters } = view.body
  if (!empty || !fieldOf(column)) {
    return null
  }
  return (
    <>
      <Menu.Divider />
      <Menu.Item
        rightSection={keyText(KEYS.filter.keys[0], IS_MAC)}
        onClick={() => view.setDraft({ index: null, filter: empty })}
      >
        {t('filter.byColumn')}
      </Menu.Item>
      {here && here.values.length > 0 && (
        <Menu.Item onClick={() => view.set({ filters: [...filters, here] })}>{t('filter.byValue')}</Menu.Item>
      )}
      {group === column.id ? (
        <Menu.Item onClick={() => view.set({ group: null })}>{t('group.stop')}</Menu.Item>
      ) : (
        groupFields(view.columns).includes(column) && (
          <Menu.Item onClick={() => view.set({ group: column.id })}>{t('group.byColumn')}</Menu.Item>
        )
      )}
    </>
  )
}
