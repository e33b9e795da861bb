/** The conditions of a list as chips: arrows walk over them, Enter opens one, Delete removes it. */

import { ActionIcon, Button, Menu, Popover } from '@mantine/core'
import { IconFilter, IconLayoutRows, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'

import type { ListFilter } from '../../shared/domain/lists'
import { useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import { KEYS } from '../session/key-table'
import { useKeys } from '../session/keys'
import { ColorRules } from './ColorRules'
import { FilterEditor } from './FilterEditor'
import { fieldsOf } from './fields'
import { filterText } from './filter-text'
import { filterAt } from './filter-values'
import { groupFields, type ListView } from './list-view'
import classes from './views.module.css'

export interface FilterBarProps<R> {
  readonly view: ListView<R>
  /** Values that rows have, offered while a filter is written. */
  readonly offered: (field: string) => readonly string[]
}

export function FilterBar<R>({ view, offered }: FilterBarProps<R>) {
  const t = useText('views')
  const bar = useRef<HTMLDivElement>(null)
  const { filters } = view.body
  const fields = fieldsOf(view.columns)
  const begin = (): void => {
    const column = view.cell.current?.column ?? view.columns[0]
    const at = column && filterAt(column, view.cell.current)
    const first = fields[0]
    const filter = at ?? (first && { field: first.id, op: 'notEmpty' as const, values: [] })
    if (filter) view.setDraft({ index: null, filter })
  }
  useKeys({ [KEYS.filter.keys[0]]: begin })
  const remove = (index: number): void => view.set({ filters: filters.toSpliced(index, 1) })
  const onKeyDown = (event: KeyboardEvent): void => walk(event, bar.current)
  return (
    // The arrows go over the chips, which are buttons.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div ref={bar} role="toolbar" aria-label={t('filter.bar')} className={classes.filters} onKeyDown={onKeyDown}>
      {filters.map((filter, index) => (
        <Chip
          key={`${index} ${filter.field} ${filter.op}`}
          view={view}
          filter={filter}
          index={index}
          offered={offered}
          onRemove={() => remove(index)}
        />
      ))}
      <NewFilter view={view} offered={offered} onBegin={begin} />
      {filters.length > 1 && (
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => view.set({ filters: [] })}>
          {t('filter.clear')}
        </Button>
      )}
      <GroupBy view={view} />
      <ColorRules view={view} offered={offered} />
    </div>
  )
}

/** Left and right go to the next button of the bar. */
function walk(event: KeyboardEvent, bar: HTMLElement | null): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0 || !bar || !(event.target instanceof HTMLButtonElement)) {
    return
  }
  const buttons = [...bar.querySelectorAll<HTMLButtonElement>('button[data-stop]')]
  const next = buttons[buttons.indexOf(event.target) + step]
  if (next) {
    event.preventDefault()
    next.focus()
  }
}

interface ChipProps<R> extends FilterBarProps<R> {
  readonly filter: ListFilter
  readonly index: number
  readonly onRemove: () => void
}

function Chip<R>({ view, filter, index, offered, onRemove }: ChipProps<R>) {
  const t = useText('views')
  const common = useText('common')
  const format = useFormat()
  const { draft, setDraft } = view
  const column = view.columns.find(({ id }) => id === filter.field)
  if (!column) {
    return null
  }
  const text = filterText(filter, column, { t, common, format })
  const onDone = (next: ListFilter): void => {
    view.set({ filters: view.body.filters.with(index, next) })
    setDraft(null)
  }
  return (
    <span className={classes.chip}>
      <Popover
        opened={draft?.index === index}
        onChange={(opened) => !opened && setDraft(null)}
        trapFocus
        returnFocus
        position="bottom-start"
      >
        <Popover.Target>
          <button
            type="button"
            className={classes.chipText}
            data-stop
            onClick={() => setDraft({ index, filter })}
            onKeyDown={(event) => {
              if (event.key === 'Delete' || event.key === 'Backspace') {
                event.preventDefault()
                onRemove()
              }
            }}
          >
            {text}
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('filter.edit', { field: column.title })}>
          <FilterEditor
            columns={view.columns}
            filter={filter}
            offered={offered}
            doneWord={t('filter.done')}
            onDone={onDone}
          />
        </Popover.Dropdown>
      </Popover>
      <ActionIcon size={20} onClick={onRemove} aria-label={t('filter.remove', { filter: text })}>
        <IconX size={12} />
      </ActionIcon>
    </span>
  )
}

function NewFilter<R>({ view, offered, onBegin }: FilterBarProps<R> & { readonly onBegin: () => void }) {
  const t = useText('views')
  const { draft, setDraft } = view
  const isNew = draft !== null && draft.index === null
  return (
    <Popover
      opened={isNew}
      onChange={(opened) => !opened && setDraft(null)}
      trapFocus
      returnFocus
      position="bottom-start"
    >
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          leftSection={<IconFilter size={14} />}
          data-stop
          onClick={onBegin}
        >
          {t('filter.add')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('filter.add')}>
        {isNew && (
          <FilterEditor
            columns={view.columns}
            filter={draft.filter}
            offered={offered}
            doneWord={t('filter.done')}
            onDone={(filter) => {
              view.set({ filters: [...view.body.filters, filter] })
              setDraft(null)
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function GroupBy<R>({ view }: { readonly view: ListView<R> }) {
  const t = useText('views')
  const fields = groupFields(view.columns)
  const grouped = fields.find(({ id }) => id === view.body.group)
  if (fields.length === 0) {
    return null
  }
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant={grouped ? 'light' : 'subtle'}
          color="gray"
          size="compact-xs"
          leftSection={<IconLayoutRows size={14} />}
          data-stop
        >
          {grouped ? t('group.byField', { field: grouped.title }) : t('group.by')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {grouped && <Menu.Item onClick={() => view.set({ group: null })}>{t('group.stop')}</Menu.Item>}
        {fields.map(({ id, title }) => (
          <Menu.Item key={id} onClick={() => view.set({ group: id })}>
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
