/** Who changed what of one record, at which computer, through which file; any earlier value can be written again. */

import { Button, Select } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { Change } from '../../shared/contract/history'
import { api, orpc } from '../api'
import { useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import { kindOfField, type Value, valueText } from '../messages/record-text'
import { Answer } from './Answer'
import { SmallTable } from './SmallTable'
import { useCommand } from './use-save'

export interface RecordHistoryProps {
  readonly entity: string
  readonly id: string
  /** The words for the record's fields; changes of a field without a word are left out. */
  readonly fields: Readonly<Record<string, string>>
  /** Fields of which an earlier value can be written again. */
  readonly restorable?: readonly string[]
  /** Currency of its money fields. */
  readonly currency?: string
}

export function RecordHistory(props: RecordHistoryProps) {
  const { entity, id, fields } = props
  const t = useText('lists')
  const query = useQuery(orpc.history.ofRecord.queryOptions({ input: { entity, id } }))
  return (
    <Answer query={query}>
      {(changes) => {
        const known = named(changes, fields)
        return known.length === 0 ? <p>{t('history.noneOfRecord')}</p> : <Changes {...props} changes={known} />
      }}
    </Answer>
  )
}

function Changes({
  changes,
  fields,
  restorable = [],
  currency,
  ...record
}: RecordHistoryProps & { readonly changes: readonly Change[] }) {
  const t = useText('lists')
  const format = useFormat()
  const [only, setOnly] = useState<string | null>(null)
  const changed = Object.keys(fields).filter((field) => changes.some((change) => change.field === field))
  const columns = (['at', 'author', 'field', 'before', 'after'] as const).map((name) => ({
    title: t(`history.fields.${name}`),
  }))
  const text = (field: string, value: Value) =>
    valueText(
      value,
      { entity: record.entity, field, kind: kindOfField(record.entity, field), currency: currency ?? null },
      format,
    )
  return (
    <>
      {changed.length > 1 && (
        <Select
          aria-label={t('history.fieldFilter')}
          data={[
            { value: '', label: t('history.allFields') },
            ...changed.map((field) => ({ value: field, label: fields[field] ?? field })),
          ]}
          value={only ?? ''}
          onChange={(field) => setOnly(field === '' ? null : field)}
        />
      )}
      <SmallTable
        label={t('history.title')}
        columns={restorable.length > 0 ? [...columns, { title: '' }] : columns}
        rows={changes
          .filter(({ field }) => only === null || field === only)
          .map((change, index) => ({
            key: String(index),
            cells: [
              format.instant(change.at),
              <Author key="author" change={change} />,
              fields[change.field] ?? t(`history.kinds.${change.kind}`),
              text(change.field, change.before),
              text(change.field, change.after),
              restorable.includes(change.field) && (
                <Restore key="restore" {...record} change={change} text={text(change.field, change.after)} />
              ),
            ],
          }))}
      />
    </>
  )
}

function Author({ change: { author, computer, via } }: { readonly change: Change }) {
  const where = [computer, via].filter((part) => part !== null && part !== '')
  return (
    <>
      {author}
      {where.length > 0 && (
        <>
          <br />
          <small>{where.join(' · ')}</small>
        </>
      )}
    </>
  )
}

interface RestoreProps {
  readonly entity: string
  readonly id: string
  readonly change: Change
  readonly text: string
}

function Restore({ entity, id, change: { field, after }, text }: RestoreProps) {
  const t = useText('lists')
  const answers = useQueryClient()
  const restore = useCommand(
    async () => {
      await api.sync.restoreField({ entity, id, field, value: after })
      await answers.invalidateQueries()
    },
    () => t('history.restored', { field: text }),
  )
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      aria-label={t('history.restoreOf', { value: text })}
      loading={restore.busy}
      onClick={() => restore.run()}
    >
      {t('history.restore')}
    </Button>
  )
}

function named(changes: readonly Change[], fields: RecordHistoryProps['fields']): readonly Change[] {
  return changes.filter(({ field, kind }) => field in fields || (field === '' && kind !== 'changed'))
}
