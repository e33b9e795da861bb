/** A shop's own settlement rule: what is left out is not said, and comes from elsewhere. */

import type { ShopTerms } from '../../../shared/contract/cash'
import { isRealDay } from '../../../shared/domain/days'
import { SETTLEMENT_PARTS, type SettlementPart } from '../../../shared/domain/settlement-rules'
import { api } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { useToday } from '../../session/scope'
import { say } from '../../session/status'
import { DayField } from '../../ui/DayField'
import { type FieldErrors, useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { TextField } from '../../ui/TextField'

interface RuleFormProps {
  readonly terms: ShopTerms
  readonly onClose: () => void
}

type Draft = Record<SettlementPart, string> & {
  fromDay: string
  tier: string
  source: string
  note: string
}

/** Two fields a line. */
const LINES = [
  ['days', 'payoutDays'],
  ['deliveryDays', 'lateDays'],
  ['reserveRate', 'reserveDays'],
] as const

export function RuleForm({ terms, onClose }: RuleFormProps) {
  const t = useText('cash')
  const format = useFormat()
  const today = useToday()
  const form = useForm<Draft>({
    initial: {
      ...BLANK,
      fromDay: today,
      tier: '',
      source: '',
      note: '',
    },
    check: useCheck(),
    async save(draft) {
      const saved = await api.cash.putRule({
        shopId: terms.shopId,
        fromDay: draft.fromDay,
        tier: draft.tier.trim() || null,
        source: draft.source.trim() || null,
        note: draft.note.trim() || null,
        ...partsOf(draft),
      })
      say(t('rule.saved', { day: format.day(saved.fromDay) }))
      onClose()
    },
  })
  const { values, errors, set } = form
  return (
    <FormDrawer title={`${t('rule.newRule')} · ${terms.shop}`} form={form} onClose={onClose}>
      <FieldPair>
        <DayField
          label={t('rule.fromDay')}
          value={values.fromDay}
          onChange={(day) => set('fromDay', day)}
          error={errors.fromDay}
          required
        />
        <TextField form={form} name="tier" label={t('rule.tier')} />
      </FieldPair>
      {LINES.map(([left, right]) => (
        <FieldPair key={left}>
          {[left, right].map((part) => (
            <TextField
              key={part}
              form={form}
              name={part}
              label={t(`rule.short.${part}`)}
              title={t(`rule.parts.${part}`)}
              placeholder={placeholderOf(terms, part)}
              inputMode="decimal"
            />
          ))}
        </FieldPair>
      ))}
      <TextField form={form} name="source" label={t('rule.source')} placeholder={t('rule.sourceHint')} />
      <TextField form={form} name="note" label={t('rule.note')} lines={2} />
    </FormDrawer>
  )
}

/** What is wrong with a draft, by field. */
function useCheck(): (draft: Draft) => FieldErrors<Draft> {
  const t = useText('cash')
  const common = useText('common')
  return (draft) => ({
    ...(!isRealDay(draft.fromDay) && { fromDay: common('notADay') }),
    ...Object.fromEntries(
      SETTLEMENT_PARTS.flatMap((part) => {
        const value = numberIn(draft[part], part)
        return value === 'wrong' ? [[part, t(part === 'reserveRate' ? 'rule.notPercent' : 'rule.notDays')]] : []
      }),
    ),
    ...(draft.reserveRate.trim() !== '' &&
      Number(draft.reserveRate) > 0 &&
      !(Number(draft.reserveDays) > 0) && { reserveDays: t('rule.reserveWithoutDays') }),
  })
}

const BLANK: Record<SettlementPart, string> = {
  days: '',
  deliveryDays: '',
  payoutDays: '',
  reserveRate: '',
  reserveDays: '',
  lateDays: '',
}

/** What is in force now, for whoever leaves the field empty. */
function placeholderOf({ terms }: ShopTerms, part: SettlementPart): string {
  const value = terms[part]?.value
  return value === undefined ? '' : String(part === 'reserveRate' ? value / 100 : value)
}

/** Whole days, or basis points of a percentage; null: left out. */
function numberIn(text: string, part: SettlementPart): number | null | 'wrong' {
  const typed = text.trim()
  if (typed === '') return null
  const value = Number(typed)
  if (part === 'reserveRate') {
    return /^\d{1,3}(\.\d{1,2})?$/.test(typed) && value <= 100 ? Math.round(value * 100) : 'wrong'
  }
  return /^\d{1,3}$/.test(typed) && value <= 366 ? value : 'wrong'
}

function partsOf(draft: Draft): Record<SettlementPart, number | null> {
  const value = (part: SettlementPart): number | null => {
    const read = numberIn(draft[part], part)
    return read === 'wrong' ? null : read
  }
  return {
    days: value('days'),
    deliveryDays: value('deliveryDays'),
    payoutDays: value('payoutDays'),
    reserveRate: value('reserveRate'),
    reserveDays: value('reserveDays'),
    lateDays: value('lateDays'),
  }
}
