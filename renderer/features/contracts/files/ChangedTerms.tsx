/** What a colleague wrote of a contract without knowing that it was out or signed: as it was laid down, as it is now, and the way back. */

import { Button } from '@mantine/core'

import type { ContractPapers } from '../../../../shared/contract/contract-files'
import type { AgreedField } from '../../../../shared/domain/contract-agreed'
import { api } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { SmallTable } from '../../../ui/SmallTable'
import { StateMark } from '../../../ui/StateMark'
import { useCommand } from '../../../ui/use-save'
import classes from './files.module.css'

interface ChangedTermsProps {
  readonly contractId: string
  readonly papers: ContractPapers
}

const AMOUNTS: ReadonlySet<AgreedField> = new Set(['fee', 'advance', 'guaranteed', 'cap'])
const DAYS: ReadonlySet<AgreedField> = new Set(['fromDay', 'toDay', 'exclusiveUntil'])
/** Too long, or no words of people's: that they changed says enough. */
const UNSAID: ReadonlySet<AgreedField> = new Set(['shopId', 'creatorId', 'templateKey', 'variables', 'clauses', 'kind'])

export function ChangedTerms({ contractId, papers: { changed, currency, state } }: ChangedTermsProps) {
  const t = useText('contractFiles')
  const contracts = useText('contracts')
  const format = useFormat()
  const names: Readonly<Record<string, string>> = contracts('fields', { returnObjects: true })
  const restore = useCommand(
    () => api.contracts.restoreTerms({ id: contractId }),
    () => t('changed.restored'),
  )
  if (changed.length === 0) return null
  const said = (field: AgreedField, value: string | number | null): string => {
    if (UNSAID.has(field)) return '…'
    if (value === null) return t('changed.empty')
    if (AMOUNTS.has(field) && typeof value === 'number' && currency !== null) return format.money(value, currency)
    if (DAYS.has(field)) return format.day(String(value))
    return field === 'rate' ? format.percent(Number(value) / 10_000, 2) : String(value)
  }
  return (
    <div role="alert">
      <div className={classes.line}>
        <StateMark tone="bad">{t(state === 'sent' ? 'changed.sent' : 'changed.signed')}</StateMark>
        <span className={classes.quiet}>{t('changed.lead')}</span>
        <Button size="compact-xs" loading={restore.busy} onClick={() => restore.run()}>
          {t('changed.restore')}
        </Button>
      </div>
      <SmallTable
        label={t('changed.signed')}
        columns={[{ title: t('changed.field') }, { title: t('changed.was') }, { title: t('changed.is') }]}
        rows={changed.map(({ field, was, is }) => ({
          key: field,
          cells: [names[field] ?? t(`changed.fields.${fieldWord(field)}`), said(field, was), said(field, is)],
        }))}
      />
    </div>
  )
}

function fieldWord(field: AgreedField): 'kind' | 'text' {
  return field === 'kind' ? 'kind' : 'text'
}
