/** One new value for a field of many rows: looked at first where they are many, then written as one step. */

import { Button, Select, TextInput } from '@mantine/core'
import { useId, useState } from 'react'

import { type EditResult, MOST_CELLS } from '../../shared/contract/edits'
import { AppError } from '../../shared/errors'
import { api } from '../api'
import { useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import { useCommand } from '../ui/use-save'
import { DASH } from '../ui/dash'
import { Drawer } from '../ui/Drawer'
import { ErrorLine } from '../ui/ErrorState'
import { SmallTable } from '../ui/SmallTable'
import { bulkPlan, choicesOf, LOOK_FIRST } from './bulk'
import { cellText, type GridColumn } from './columns'
import { notWritten } from './edit-plan'
import type { RowSelection } from './selection'
import classes from './views.module.css'

export interface BulkEditProps<R> {
  readonly list: string
  readonly columns: readonly GridColumn<R>[]
  readonly selection: RowSelection<R>
  /** The chosen rows, also those that are not here. */
  readonly rows: readonly R[]
  readonly rowId: (row: R) => string
  readonly onClose: () => void
}

export function BulkEdit<R>(props: BulkEditProps<R>) {
  const { columns, rows, onClose } = props
  const t = useText('views')
  const id = useId()
  const bulk = useBulk(props)
  const { column, plan, text, looked, apply, isWrong, mustLook } = bulk
  return (
    <Drawer
      title={t('bulk.title', { rows: t('bulk.rows', { count: rows.length }) })}
      onClose={onClose}
      foot={
        <>
          {!mustLook && (
            <Button variant="default" loading={apply.busy} disabled={isWrong} onClick={() => apply.run(true)}>
              {t('bulk.tryFirst')}
            </Button>
          )}
          <Button type="submit" form={id} loading={apply.busy} disabled={isWrong}>
            {mustLook ? t('bulk.tryFirst') : t('bulk.apply', { count: looked?.changed ?? rows.length })}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isWrong) apply.run(mustLook)
        }}
      >
        <Select
          label={t('bulk.field')}
          data={columns.flatMap(({ id, title, edit }) => (edit ? { value: id, label: title } : []))}
          value={column?.id ?? null}
          onChange={(chosen) => chosen !== null && bulk.choose(chosen)}
        />
        {column && (
          <NewValue column={column} value={text} error={isWrong ? t('bulk.wrong') : undefined} onChange={bulk.type} />
        )}
      </form>
      {apply.error ? <ErrorLine error={apply.error} /> : null}
      {looked && column && plan && (
        <Looked
          name={columns[0]}
          column={column}
          rows={rows}
          text={text}
          looked={looked}
          left={notWritten(plan, looked)}
        />
      )}
    </Drawer>
  )
}

/** What is to be written, what it would do, and writing it. */
function useBulk<R>({ list, columns, selection, rows, rowId, onClose }: BulkEditProps<R>) {
  const t = useText('views')
  const [field, setField] = useState(() => firstField(columns, selection))
  const [text, setText] = useState('')
  const [looked, setLooked] = useState<EditResult | null>(null)
  const column = columns.find(({ id }) => id === field)
  const plan = column ? bulkPlan(column, rows, text, rowId) : null
  const apply = useCommand(
    async (dryRun: boolean) => {
      if (!plan) return null
      if (plan.edits.length > MOST_CELLS) {
        throw new AppError('edits.tooMany', { cells: plan.edits.length, most: MOST_CELLS })
      }
      const result = await api.edits.apply({ what: 'bulk', list, edits: [...plan.edits], dryRun })
      if (dryRun) setLooked(result)
      else onClose()
      return result
    },
    (result, dryRun) =>
      dryRun || !result
        ? ''
        : t('bulk.done', {
            field: column?.title ?? '',
            rows: t('bulk.rows', { count: result.changed + result.added }),
          }),
  )
  return {
    column,
    plan,
    text,
    looked,
    apply,
    isWrong: plan !== null && plan.unread.length > 0,
    mustLook: rows.length > LOOK_FIRST && looked === null,
    choose: (id: string) => {
      setField(id)
      setLooked(null)
    },
    type: (next: string) => {
      setText(next)
      setLooked(null)
    },
  }
}

function firstField<R>(columns: readonly GridColumn<R>[], { column }: RowSelection<R>): string {
  const editable = columns.filter(({ edit }) => edit)
  return (editable.find(({ id }) => id === column?.id) ?? editable[0])?.id ?? ''
}

interface NewValueProps<R> {
  readonly column: GridColumn<R>
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (text: string) => void
}

function NewValue<R>({ column, value, error, onChange }: NewValueProps<R>) {
  const t = useText('views')
  const common = useText('common')
  const choices = choicesOf(column, { yes: common('yes'), no: common('no') })
  return choices.length > 0 ? (
    <Select
      label={t('bulk.value')}
      data={[{ value: '', label: t('bulk.empty') }, ...choices]}
      value={value}
      onChange={(next) => onChange(next ?? '')}
      error={error}
      searchable
    />
  ) : (
    <TextInput
      label={t('bulk.value')}
      placeholder={t('bulk.empty')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  )
}

/** How many rows and refusals are named one by one. */
const MOST_NAMED = 8

interface LookedProps<R> {
  /** The column that names the row. */
  readonly name: GridColumn<R> | undefined
  readonly text: string
  readonly column: GridColumn<R>
  readonly rows: readonly R[]
  readonly looked: EditResult
  readonly left: ReturnType<typeof notWritten>
}

/** What would happen: how many change, which stay as they are and why, the first with their old and new value. */
function Looked<R>({ name, column, rows, text, looked, left }: LookedProps<R>) {
  const t = useText('views')
  const words = useText('grid')
  const format = useFormat()
  const changed = looked.changes.slice(0, MOST_NAMED)
  return (
    <div className={classes.looked} role="status">
      <p>{t('bulk.would', { changed: looked.changed + looked.added, unchanged: looked.unchanged })}</p>
      {left.length > 0 && (
        <>
          <p>{t('bulk.refused', { count: left.length })}</p>
          <ul>
            {[...new Set(left.map(({ reason }) => reason))].slice(0, MOST_NAMED).map((reason) => (
              <li key={reason}>{words(`reasons.${reason}`)}</li>
            ))}
          </ul>
        </>
      )}
      {changed.length > 0 && (
        <SmallTable
          label={t('bulk.sample')}
          columns={[{ title: t('bulk.record') }, { title: t('bulk.before') }, { title: t('bulk.after') }]}
          rows={changed.flatMap(({ index }) => {
            const row = rows[index]
            if (row === undefined) return []
            const shown = [name, column].map((of) => (of ? cellText(of, row, format) : null) ?? DASH)
            return [{ key: String(index), cells: [...shown, column.words?.[text] ?? (text || DASH)] }]
          })}
        />
      )}
    </div>
  )
}
