/** One rule of a market: what is shipped, and a figure of the agency's own from a day on. */

import { Button } from '@mantine/core'

import type { MarketRuleRow } from '../../../shared/contract/markets'
import { isRealDay } from '../../../shared/domain/days'
import { api } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { useToday } from '../../session/scope'
import { say } from '../../session/status'
import { DayField } from '../../ui/DayField'
import { Facts } from '../../ui/Facts'
import { useForm } from '../../ui/form'
import { FormDrawer } from '../../ui/FormDrawer'
import { TextField } from '../../ui/TextField'
import { useCommand } from '../../ui/use-save'

export interface RuleDrawerProps {
  readonly rule: MarketRuleRow
  readonly onClose: () => void
  readonly onPrevious: (() => void) | undefined
  readonly onNext: (() => void) | undefined
}

export function RuleDrawer({ rule, ...drawer }: RuleDrawerProps) {
  const t = useText('settings')
  const words = useText('words')
  const common = useText('common')
  const format = useFormat()
  const today = useToday()
  const name = words(`rule.${rule.rule}`)
  const markets: Readonly<Record<string, string>> = words('market', { returnObjects: true })
  const form = useForm({
    initial: { value: rule.value ?? '', fromDay: today, source: '', note: '' },
    check: (draft) => ({
      ...(draft.value.trim() === '' && { value: common('required') }),
      ...(!isRealDay(draft.fromDay) && { fromDay: common('notADay') }),
      ...(draft.source.trim() === '' && { source: common('required') }),
    }),
    async save(draft) {
      await api.markets.setRule({
        market: rule.market,
        rule: rule.rule,
        value: draft.value.trim(),
        fromDay: draft.fromDay,
        source: draft.source.trim(),
        note: draft.note.trim() || null,
      })
      say(t('markets.saved', { rule: name, day: format.day(draft.fromDay) }))
      drawer.onClose()
    },
  })
  const { values, errors, set } = form
  return (
    <FormDrawer
      {...drawer}
      title={t('markets.setTitle', { rule: name, market: markets[rule.market] ?? rule.market })}
      form={form}
      saveWord={t('markets.set')}
      more={rule.id !== null && <Remove id={rule.id} name={name} onDone={drawer.onClose} />}
    >
      <Facts
        facts={[
          [t('markets.value'), rule.value],
          [t('markets.fromDay'), rule.fromDay === null ? null : format.day(rule.fromDay)],
          [t('markets.confidence'), t(`markets.${rule.confidence}`)],
          [t('markets.source'), rule.source],
          [t('markets.note'), rule.note],
        ]}
      />
      <TextField form={form} name="value" label={t('markets.value')} description={t('markets.valueHint')} required />
      <DayField
        label={t('markets.fromDay')}
        value={values.fromDay}
        onChange={(day) => set('fromDay', day)}
        error={errors.fromDay}
        required
      />
      <TextField form={form} name="source" label={t('markets.source')} description={t('markets.sourceHint')} required />
      <TextField form={form} name="note" label={t('markets.note')} lines={2} />
    </FormDrawer>
  )
}

function Remove({ id, name, onDone }: { readonly id: string; readonly name: string; readonly onDone: () => void }) {
  const t = useText('settings')
  const remove = useCommand(
    async () => {
      await api.markets.removeRule({ id })
      onDone()
    },
    () => t('markets.removed', { rule: name }),
  )
  return (
    <Button variant="default" loading={remove.busy} onClick={() => remove.run()}>
      {t('markets.remove')}
    </Button>
  )
}
