/** What each column of a table says, named by a person beside its first rows, and remembered for tables of the same form. */

import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'

import { type ListTarget, LIST_TARGETS } from '../../../../shared/domain/creator-list-layouts'
import { isMetricName } from '../../../../shared/domain/metric-names'
import { EN } from '../../../messages/catalogues'
import { type Text, useText } from '../../../messages/i18n'
import { CURRENCY_CHOICES } from '../../../ui/currencies'
import { SmallTable } from '../../../ui/SmallTable'
import classes from '../imports.module.css'
import type { ListItem } from './list-intake'
import { tellLists } from './list-work'

const IGNORED = '-'
const SAMPLES = 3

type Columns = readonly (ListTarget | null)[]

export function Mapping({ item }: { readonly item: ListItem }) {
  const t = useText('metrics')
  const { list, key } = item
  const [columns, setColumns] = useState<Columns>(item.columns)
  const [form, setForm] = useState<Form>({
    currency: item.currency,
    market: item.market,
    remember: item.remember || (list.preset ?? ''),
  })
  const hasHandle = columns.includes('handle')
  return (
    <section aria-label={t('detail.columns')}>
      <h3 className={classes.heading}>{t('detail.columns')}</h3>
      <p className={classes.note}>{t('detail.columnsHint')}</p>
      <ColumnTable item={item} columns={columns} onChange={setColumns} />
      <FormFields form={form} onChange={setForm} />
      {!hasHandle && <p className={classes.note}>{t('detail.needsHandle')}</p>}
      <Button
        disabled={!hasHandle}
        onClick={() => tellLists({ type: 'answered', key, answers: { columns, ...form, mapped: true } })}
      >
        {t('detail.read')}
      </Button>
    </section>
  )
}

interface ColumnTableProps {
  readonly item: ListItem
  readonly columns: Columns
  readonly onChange: (columns: Columns) => void
}

function ColumnTable({ item: { list }, columns, onChange }: ColumnTableProps) {
  const t = useText('metrics')
  const choices = [
    { value: IGNORED, label: t('detail.ignored') },
    ...LIST_TARGETS.map((value) => ({ value, label: targetText(value, t) })),
  ]
  const choose = (at: number, value: string | null) => {
    const target = LIST_TARGETS.find((each) => each === value) ?? null
    // Each meaning belongs to one column.
    const others = (column: number) => (columns[column] === target ? null : (columns[column] ?? null))
    onChange(list.headers.map((_, column) => (column === at ? target : others(column))))
  }
  return (
    <SmallTable
      label={t('detail.columns')}
      columns={[{ title: t('detail.column') }, { title: t('detail.meaning') }, { title: t('detail.samples') }]}
      rows={list.headers.map((header, at) => ({
        key: String(at),
        cells: [
          header,
          <Select
            key="meaning"
            aria-label={t('detail.meaningOf', { column: header })}
            data={choices}
            value={columns[at] ?? IGNORED}
            onChange={(value) => choose(at, value)}
            searchable
            allowDeselect={false}
          />,
          samplesOf(list.sample, at),
        ],
      }))}
    />
  )
}

function samplesOf(sample: ListItem['list']['sample'], at: number): string {
  return sample
    .slice(0, SAMPLES)
    .map((row) => row[at] ?? '')
    .filter((cell) => cell !== '')
    .join(' · ')
}

interface Form {
  readonly currency: string | null
  readonly market: string | null
  readonly remember: string
}

function FormFields({ form, onChange }: { readonly form: Form; readonly onChange: (form: Form) => void }) {
  const t = useText('metrics')
  const words = useText('words')
  return (
    <div className={classes.mapping}>
      <Select
        label={t('detail.currency')}
        data={[...CURRENCY_CHOICES]}
        value={form.currency}
        onChange={(currency) => onChange({ ...form, currency })}
        searchable
        clearable
      />
      <Select
        label={t('detail.market')}
        description={t('detail.marketHint')}
        data={marketChoices(words)}
        value={form.market}
        onChange={(market) => onChange({ ...form, market })}
        searchable
        clearable
      />
      <TextInput
        label={t('detail.rememberAs')}
        description={t('detail.remember')}
        value={form.remember}
        onChange={(event) => onChange({ ...form, remember: event.currentTarget.value })}
        maxLength={200}
      />
    </div>
  )
}

function marketChoices(words: Text<'words'>) {
  // The keys are the codes of the markets that have a name.
  const codes = Object.keys(EN.words.market) as (keyof typeof EN.words.market)[]
  return codes.map((value) => ({ value, label: words(`market.${value}`) }))
}

export function targetText(target: ListTarget, t: Text<'metrics'>): string {
  return isMetricName(target) ? t(`name.${target}`) : t(`target.${target}`)
}
