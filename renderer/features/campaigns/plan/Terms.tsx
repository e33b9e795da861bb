/** What creators are paid beside or instead of the rates. */

import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Campaign, PayTerm } from '../../../../shared/contract/campaign-views'
import { type PayFieldKind } from '../../../../shared/domain/pay-models'
import { api, orpc } from '../../../api'
import { type Format, useFormat } from '../../../format/use-format'
import { type Text, useText } from '../../../messages/i18n'
import { Answer } from '../../../ui/Answer'
import { DASH } from '../../../ui/dash'
import { SmallTable } from '../../../ui/SmallTable'
import { useCommand } from '../../../ui/use-save'
import classes from '../campaigns.module.css'
import { rateText } from '../../../format/rates'
import { fieldsOfModel } from './terms-form'
import { TermsForm } from './TermsForm'

export function Terms({ campaign }: { readonly campaign: Campaign }) {
  const t = useText('campaigns')
  const [open, setOpen] = useState<PayTerm | 'new' | null>(null)
  const terms = useQuery(orpc.campaigns.terms.queryOptions({ input: { campaignId: campaign.id } }))
  return (
    <>
      <div className={classes.titled}>
        <h3 className={classes.title}>{t('terms.title')}</h3>
        <Button variant="default" onClick={() => setOpen('new')}>
          {t('terms.add')}
        </Button>
      </div>
      <Answer query={terms}>{(rows) => <TermsTable rows={rows} onOpen={setOpen} />}</Answer>
      {open !== null && (
        <TermsForm campaign={campaign} term={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </>
  )
}

interface TermsTableProps {
  readonly rows: readonly PayTerm[]
  readonly onOpen: (term: PayTerm) => void
}

function TermsTable({ rows, onOpen }: TermsTableProps) {
  const t = useText('campaigns')
  const format = useFormat()
  const remove = useCommand(
    (id: string) => api.campaigns.removeTerms({ id }),
    () => t('terms.removed'),
  )
  if (rows.length === 0) return <p className={classes.quiet}>{t('terms.none')}</p>
  return (
    <SmallTable
      label={t('terms.title')}
      columns={[
        { title: t('terms.whom') },
        { title: t('terms.model') },
        { title: t('terms.agreed') },
        { title: t('fields.note') },
        { title: '' },
      ]}
      rows={rows.map((term) => ({
        key: term.id,
        cells: [
          term.handle ?? t('terms.everybody'),
          <Button key="open" variant="subtle" size="compact-xs" onClick={() => onOpen(term)}>
            {t(`terms.models.${term.model}`)}
          </Button>,
          agreedText(term, format, t),
          term.note,
          <ActionIcon key="remove" variant="subtle" aria-label={t('terms.remove')} onClick={() => remove.run(term.id)}>
            <IconX size={14} />
          </ActionIcon>,
        ],
      }))}
    />
  )
}

function agreedText(term: PayTerm, format: Format, t: Text<'campaigns'>): string {
  const { terms, currency } = term
  if (terms === null) return t('terms.hidden')
  const words: Readonly<Record<string, string>> = t('terms.fields', { returnObjects: true })
  return fieldsOfModel(term.model)
    .map(([field, kind]) => `${words[field] ?? field}: ${valueText(terms[field], kind, { currency, format, t })}`)
    .join(' · ')
}

interface Wording {
  readonly currency: string
  readonly format: Format
  readonly t: Text<'campaigns'>
}

function valueText(value: unknown, kind: PayFieldKind, { currency, format, t }: Wording): string {
  if (Array.isArray(value)) {
    return value.map((line: unknown) => valueText(line, kind, { currency, format, t })).join(', ')
  }
  if (typeof value === 'object' && value !== null && 'from' in value && 'rate' in value) {
    return `${format.money(Number(value.from), currency)} → ${rateText(Number(value.rate), format)}`
  }
  if (typeof value === 'string') {
    const choices: Readonly<Record<string, string>> = t('terms.choices', { returnObjects: true })
    return choices[value] ?? value
  }
  if (typeof value !== 'number') return DASH
  if (kind === 'money' || kind === 'prizes') return format.money(value, currency)
  return kind === 'share' ? rateText(value, format) : format.count(value)
}
