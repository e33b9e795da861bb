/** The fields of a pay model, as they are typed. */

import { Select, Textarea, TextInput } from '@mantine/core'

import type { PayFieldKind } from '../../../../shared/domain/pay-models'
import { useText } from '../../../messages/i18n'
import type { Form } from '../../../ui/form'
import { fieldsOfModel, type TermsDraft, termsOf } from './terms-form'

export interface ModelFieldsProps {
  readonly form: Form<TermsDraft>
  readonly currency: string
}

const CHOICES: Readonly<Record<string, readonly ['once', 'content'] | readonly ['whole', 'slices']>> = {
  per: ['once', 'content'],
  mode: ['whole', 'slices'],
}

export function ModelFields({ form, currency }: ModelFieldsProps) {
  const t = useText('campaigns')
  const { model, typed } = form.values
  // Marked once somebody tried to save, until they can be read.
  const wrong = form.errors.typed === undefined ? [] : termsOf(form.values, currency).wrong
  const labels: Readonly<Record<string, string>> = t('terms.fields', { returnObjects: true })
  const set = (field: string, value: string) => form.set('typed', { ...typed, [field]: value })
  const problem: Readonly<Record<PayFieldKind, string>> = {
    money: t('wrong.notAmount'),
    share: t('wrong.notPercent'),
    count: t('wrong.notCount'),
    choice: '',
    tiers: t('terms.wrongTiers'),
    prizes: t('terms.wrongPrizes'),
    platforms: '',
  }
  return fieldsOfModel(model).map(([field, kind]) => {
    const shared = {
      size: 'xs',
      label: kind === 'money' ? `${labels[field] ?? field} (${currency})` : (labels[field] ?? field),
      error: wrong.includes(field) ? problem[kind] : null,
    }
    if (kind === 'choice') {
      const choices = CHOICES[field] ?? []
      return (
        <Select
          key={field}
          {...shared}
          data={choices.map((value) => ({ value, label: t(`terms.choices.${value}`) }))}
          allowDeselect={false}
          value={typed[field] || (choices[0] ?? null)}
          onChange={(value) => set(field, value ?? '')}
        />
      )
    }
    const text = {
      ...shared,
      value: typed[field] ?? '',
      onChange: ({ currentTarget }: { currentTarget: { value: string } }) => set(field, currentTarget.value),
    }
    const isList = kind === 'tiers' || kind === 'prizes' || kind === 'platforms'
    return isList ? <Textarea key={field} {...text} autosize minRows={3} /> : <TextInput key={field} {...text} />
  })
}
