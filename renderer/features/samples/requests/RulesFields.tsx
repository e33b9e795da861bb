/** The fields of the rules: a figure and what follows when it is not met, one line each. */

import { Checkbox, Select, TagsInput, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'

import { OTHERWISE } from '../../../../shared/domain/sample-rules'
import { useText } from '../../../messages/i18n'
import { CURRENCY_CHOICES } from '../../../ui/currencies'
import classes from './requests.module.css'
import {
  BOUND_RULES,
  type BoundDraft,
  type BoundRule,
  CAPS,
  CHOICES,
  type Choice,
  isBoundText,
  isWholeText,
  type RulesDraft,
} from './rules-draft'

export interface RulesFieldsProps {
  readonly draft: RulesDraft
  readonly onChange: (part: Partial<RulesDraft>) => void
}

export function RulesFields({ draft, onChange }: RulesFieldsProps) {
  const t = useText('sampleRequests')
  const { bounds, duplicates } = draft
  return (
    <>
      <Select
        size="xs"
        label={t('rules.currency')}
        data={[...new Set([draft.currency, ...CURRENCY_CHOICES])]}
        value={draft.currency}
        onChange={(currency) => currency !== null && onChange({ currency })}
        allowDeselect={false}
      />
      {BOUND_RULES.map((rule: BoundRule) => (
        <BoundField
          key={rule}
          label={t(`rules.${rule}`)}
          bound={bounds[rule]}
          wrong={!isBoundText(rule, bounds[rule].text, draft.currency)}
          onChange={(bound) => onChange({ bounds: { ...bounds, [rule]: bound } })}
        />
      ))}
      <ChoiceField label={t('rules.flags')} value={draft.flags} onChange={(flags) => onChange({ flags })} />
      <ChoiceField label={t('rules.market')} value={draft.market} onChange={(market) => onChange({ market })} />
      <Line
        otherwise={draft.categoriesOtherwise}
        onOtherwise={(categoriesOtherwise) => onChange({ categoriesOtherwise })}
        label={t('rules.categories')}
      >
        <TagsInput
          size="xs"
          label={t('rules.categories')}
          description={t('rules.categoriesHint')}
          value={[...draft.categories]}
          onChange={(categories) => onChange({ categories })}
        />
      </Line>
      <BoundField
        label={t('rules.duplicates')}
        bound={duplicates}
        wrong={!isWholeText(duplicates.text) || Number(duplicates.text || 1) === 0}
        onChange={(bound) => onChange({ duplicates: bound })}
      />
      <Checkbox
        size="xs"
        label={t('rules.sameClient')}
        checked={draft.sameClient}
        onChange={({ currentTarget }) => onChange({ sameClient: currentTarget.checked })}
      />
      <Checkbox
        size="xs"
        label={t('rules.stock')}
        checked={draft.stock}
        onChange={({ currentTarget }) => onChange({ stock: currentTarget.checked })}
      />
      <CapFields draft={draft} onChange={onChange} />
    </>
  )
}

function CapFields({ draft: { caps }, onChange }: RulesFieldsProps) {
  const t = useText('sampleRequests')
  return (
    <fieldset className={classes.caps}>
      <legend>{t('rules.caps')}</legend>
      <div className={classes.pair}>
        {CAPS.map((cap) => (
          <TextInput
            key={cap}
            size="xs"
            label={t(`rules.${cap}`)}
            inputMode="numeric"
            value={caps[cap]}
            error={!isWholeText(caps[cap]) && t('rules.notNumber')}
            onChange={({ currentTarget }) => onChange({ caps: { ...caps, [cap]: currentTarget.value } })}
          />
        ))}
      </div>
    </fieldset>
  )
}

interface BoundFieldProps {
  readonly label: string
  readonly bound: BoundDraft
  readonly wrong: boolean
  readonly onChange: (bound: BoundDraft) => void
}

function BoundField({ label, bound, wrong, onChange }: BoundFieldProps) {
  const t = useText('sampleRequests')
  return (
    <Line label={label} otherwise={bound.otherwise} onOtherwise={(otherwise) => onChange({ ...bound, otherwise })}>
      <TextInput
        size="xs"
        label={label}
        inputMode="decimal"
        placeholder={t('rules.off')}
        value={bound.text}
        error={wrong && t('rules.notNumber')}
        onChange={({ currentTarget }) => onChange({ ...bound, text: currentTarget.value })}
      />
    </Line>
  )
}

interface LineProps {
  readonly label: string
  readonly otherwise: BoundDraft['otherwise']
  readonly onOtherwise: (otherwise: BoundDraft['otherwise']) => void
  readonly children: ReactNode
}

function Line({ label, otherwise, onOtherwise, children }: LineProps) {
  const t = useText('sampleRequests')
  return (
    <div className={classes.rule}>
      {children}
      <Select
        size="xs"
        aria-label={`${label}: ${t('rules.unmet')}`}
        data={OTHERWISE.map((value) => ({ value, label: t(`rules.otherwise.${value}`) }))}
        value={otherwise}
        onChange={(value) => onOtherwise(OTHERWISE.find((one) => one === value) ?? 'ask')}
        allowDeselect={false}
      />
    </div>
  )
}

interface ChoiceFieldProps {
  readonly label: string
  readonly value: Choice
  readonly onChange: (value: Choice) => void
}

function ChoiceField({ label, value, onChange }: ChoiceFieldProps) {
  const t = useText('sampleRequests')
  return (
    <Select
      size="xs"
      label={label}
      data={CHOICES.map((one) => ({ value: one, label: one === 'off' ? t('rules.off') : t(`rules.otherwise.${one}`) }))}
      value={value}
      onChange={(next) => onChange(CHOICES.find((one) => one === next) ?? 'off')}
      allowDeselect={false}
    />
  )
}
