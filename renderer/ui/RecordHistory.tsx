/** Who changed what of one record, the latest first. */

import { useQuery } from '@tanstack/react-query'

import type { Change } from '../../shared/contract/history'
import { orpc } from '../api'
import { useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import { Answer } from './Answer'
import { DASH } from './dash'
import { SmallTable } from './SmallTable'

export interface RecordHistoryProps {
  readonly entity: string
  readonly id: string
  /** The words for the record's fields; changes of a field without a word are left out. */
  readonly fields: Readonly<Record<string, string>>
}

export function RecordHistory({ entity, id, fields }: RecordHistoryProps) {
  const t = useText('lists')
  const format = useFormat()
  const query = useQuery(orpc.history.ofRecord.queryOptions({ input: { entity, id } }))
  const columns = (['at', 'author', 'field', 'before', 'after'] as const).map((name) => ({
    title: t(`history.fields.${name}`),
  }))
  return (
    <Answer query={query}>
      {(changes) =>
        named(changes, fields).length === 0 ? (
          <p>{t('history.noneOfRecord')}</p>
        ) : (
          <SmallTable
            label={t('history.title')}
            columns={columns}
            rows={named(changes, fields).map((change, index) => ({
              key: String(index),
              cells: [
                format.instant(change.at),
                change.author,
                fields[change.field] ?? t(`history.kinds.${change.kind}`),
                valueText(change.before),
                valueText(change.after),
              ],
            }))}
          />
        )
      }
    </Answer>
  )
}

function named(changes: readonly Change[], fields: RecordHistoryProps['fields']): readonly Change[] {
  return changes.filter(({ field, kind }) => field in fields || (field === '' && kind !== 'changed'))
}

function valueText(value: Change['before']): string {
  return value === null || value === '' ? DASH : String(value)
}
