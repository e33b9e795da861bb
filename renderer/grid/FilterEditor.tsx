/** One condition: field, condition, values by the kind of the field. Enter takes it, Esc leaves it. */

import { Button, MultiSelect, Select, TagsInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'

import { OPS_OF } from '../../shared/domain/list-fields'
import type { ListFilter } from '../../shared/domain/lists'
import { useText } from '../messages/i18n'
import { CURRENCY_CHOICES } from '../ui/currencies'
import type { GridColumn } from './columns'
import { fieldsOf } from './fields'
import { kindOf, opText } from './filter-text'
import { inputOf, readFilter, type TypedFilter, typedFilter } from './filter-values'
import classes from './views.module.css'

export interface FilterEditorProps<R> {
  readonly columns: readonly GridColumn<R>[]
  readonly filter: ListFilter
  /** Values that rows have, offered while typing. */
  readonly offered: (field: string) => readonly string[]
  readonly doneWord: string
  readonly onDone: (filter: ListFilter) => void
}

export function FilterEditor<R>({ columns, filter, offered, doneWord, onDone }: FilterEditorProps<R>) {
  const t = useText('views')
  const columnOf = (id: string): GridColumn<R> | undefined => columns.find((column) => column.id === id)
  const [typed, setTyped] = useState(() => typedOf(filter, columnOf(filter.field)))
  const [wrong, setWrong] = useState(false)
  const [isWhole] = useState(filter.values.length > 0)
  const column = columnOf(typed.field)
  if (!column) {
    return null
  }
  const kind = kindOf(column)
  const set = (change: Partial<TypedFilter>): void => {
    setTyped({ ...typed, ...change })
    setWrong(false)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    const read = readFilter(typed, column)
    setWrong(read === null)
    if (read) onDone(read)
  }
  return (
    <form className={classes.editor} onSubmit={submit}>
      <Select
        label={t('filter.field')}
        searchable
        data={fieldsOf(columns).map(({ id }) => ({ value: id, label: columnOf(id)?.title ?? id }))}
        value={typed.field}
        onChange={(id) => id !== null && set(freshOf(id, columnOf(id)))}
        comboboxProps={INSIDE}
      />
      <Select
        label={t('filter.op')}
        data={OPS_OF[kind].map((op) => ({ value: op, label: opText(op, kind, t) }))}
        value={typed.op}
        onChange={(op) => set({ op: OPS_OF[kind].find((one) => one === op) ?? typed.op })}
        comboboxProps={INSIDE}
      />
      <Values
        typed={typed}
        column={column}
        offered={offered}
        set={set}
        focused={!isWhole}
        error={wrong ? t('filter.wanted') : undefined}
      />
      {/* A condition that is whole already waits for Enter alone. */}
      <Button type="submit" data-autofocus={isWhole || undefined}>
        {doneWord}
      </Button>
    </form>
  )
}

/** Lists open inside the editor, so that choosing from one does not close it. */
const INSIDE = { withinPortal: false, transitionProps: { duration: 0 } }

function typedOf<R>(filter: ListFilter, column: GridColumn<R> | undefined): TypedFilter {
  return column ? typedFilter(filter, column) : { field: filter.field, op: filter.op, texts: [], currency: '' }
}

function freshOf<R>(field: string, column: GridColumn<R> | undefined): TypedFilter {
  const [op = 'notEmpty'] = column ? OPS_OF[kindOf(column)] : []
  return { field, op, texts: [], currency: '' }
}

interface ValuesProps<R> {
  readonly typed: TypedFilter
  readonly column: GridColumn<R>
  readonly offered: (field: string) => readonly string[]
  readonly set: (change: Partial<TypedFilter>) => void
  readonly error: string | undefined
  /** The first field takes the focus. */
  readonly focused: boolean
}

function Values<R>({ typed, column, offered, set, error, focused }: ValuesProps<R>) {
  const t = useText('views')
  const common = useText('common')
  const { op, texts } = typed
  const input = inputOf(kindOf(column), op)
  switch (input) {
    case 'none':
      return null
    case 'yesNo':
      return (
        <Select
          label={t('filter.value')}
          data={[
            { value: 'true', label: common('yes') },
            { value: 'false', label: common('no') },
          ]}
          value={texts[0] ?? null}
          onChange={(value) => set({ texts: value === null ? [] : [value] })}
          error={error}
          comboboxProps={INSIDE}
          data-autofocus={focused || undefined}
        />
      )
    case 'words':
      return (
        <MultiSelect
          label={t('filter.value')}
          data={choicesOf(column, offered(typed.field), texts)}
          value={[...texts]}
          onChange={(values) => set({ texts: values })}
          error={error}
          searchable
          size="xs"
          comboboxProps={INSIDE}
          data-autofocus={focused || undefined}
        />
      )
    case 'texts':
      return (
        <TagsInput
          label={t('filter.value')}
          data={[...new Set(offered(typed.field))]}
          value={[...texts]}
          onChange={(values) => set({ texts: values })}
          acceptValueOnBlur
          error={error}
          size="xs"
          comboboxProps={INSIDE}
          data-autofocus={focused || undefined}
        />
      )
    case 'size':
    case 'day':
      return <Bounds typed={typed} column={column} set={set} error={error} focused={focused} isDay={input === 'day'} />
  }
}

function choicesOf<R>(column: GridColumn<R>, offered: readonly string[], chosen: readonly string[]) {
  const words = column.words ?? {}
  const values = new Set([...Object.keys(words), ...offered, ...chosen])
  return [...values].map((value) => ({ value, label: words[value] ?? value }))
}

interface BoundsProps<R> extends Omit<ValuesProps<R>, 'offered'> {
  readonly isDay: boolean
}

function Bounds<R>({ typed, column, set, error, focused, isDay }: BoundsProps<R>) {
  const t = useText('views')
  const { op, texts } = typed
  const labels = op === 'between' ? [t('filter.from'), t('filter.to')] : [t('filter.value')]
  const isMoney = kindOf(column) === 'money' && typeof column.currency !== 'string'
  return (
    <>
      {labels.map((label, index) => (
        <TextInput
          key={label}
          label={label}
          {...(isDay && { description: index === 0 ? t('filter.days') : undefined })}
          value={texts[index] ?? ''}
          onChange={({ currentTarget }) => set({ texts: changedAt(texts, index, currentTarget.value) })}
          error={error}
          inputMode={isDay ? undefined : 'decimal'}
          data-autofocus={(focused && index === 0) || undefined}
        />
      ))}
      {isMoney && (
        <Select
          label={t('filter.currency')}
          data={[{ value: '', label: t('filter.anyCurrency') }, ...CURRENCY_CHOICES]}
          value={typed.currency}
          onChange={(currency) => set({ currency: currency ?? '' })}
          comboboxProps={INSIDE}
        />
      )}
    </>
  )
}

function changedAt(texts: readonly string[], index: number, text: string): string[] {
  const next = [...texts]
  while (next.length < index) next.push('')
  next[index] = text
  return next
}
