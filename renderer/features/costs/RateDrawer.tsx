/** One rate of one day. A rate of the same day, pair and source replaces the one before. */

import { Button } from '@mantine/core'

import { type Rate, RateText } from '../../../shared/contract/rates'
import { isRealDay } from '../../../shared/domain/days'
import { api } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { useToday } from '../../session/scope'
import { say } from '../../session/status'
import { useWorkspace } from '../../session/workspace'
import { DayField } from '../../ui/DayField'
import { useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { TextField } from '../../ui/TextField'
import { useCommand } from '../../ui/use-save'

export interface RateDrawerProps {
  readonly rate: Rate | null
  readonly onClose: () => void
  readonly onPrevious?: (() => void) | undefined
  readonly onNext?: (() => void) | undefined
}

export function RateDrawer({ rate, ...drawer }: RateDrawerProps) {
  const t = useText('costs')
  const common = useText('common')
  const format = useFormat()
  const books = useWorkspace()?.currency ?? 'USD'
  const today = useToday()
  const form = useForm({
    initial: {
      day: rate?.day ?? today,
      base: rate?.base ?? '',
      quote: rate?.quote ?? books,
      rate: rate?.rate ?? '',
      source: rate?.source ?? '',
      note: rate?.note ?? '',
    },
    check: (draft) => ({
      ...(!isRealDay(draft.day) && { day: common('notADay') }),
      ...(!/^[A-Z]{3}$/.test(draft.base) && { base: t('notACurrency') }),
      ...(!/^[A-Z]{3}$/.test(draft.quote) && { quote: t('notACurrency') }),
      ...(!RateText.safeParse(draft.rate.trim()).success && { rate: t('notARate') }),
      ...(draft.source.trim() === '' && { source: common('required') }),
    }),
    async save(draft) {
      const saved = await api.rates.put({
        ...draft,
        rate: draft.rate.trim(),
        source: draft.source.trim(),
        note: draft.note.trim() || null,
      })
      say(t('rateSaved', { day: format.day(saved.day) }))
      drawer.onClose()
    },
  })
  const { values, errors, set } = form
  return (
    <FormDrawer
      {...drawer}
      title={rate ? `${rate.base}/${rate.quote} ${format.day(rate.day)}` : t('newRate')}
      form={form}
      more={rate && <Remove rate={rate} onDone={drawer.onClose} />}
    >
      <DayField
        label={t('fields.day')}
        value={values.day}
        onChange={(day) => set('day', day)}
        error={errors.day}
        required
      />
      <FieldPair>
        <TextField form={form} name="base" label={t('fields.base')} maxLength={3} required capitals />
        <TextField form={form} name="quote" label={t('fields.quote')} maxLength={3} required capitals />
        <TextField form={form} name="rate" label={t('fields.rate')} inputMode="decimal" required />
      </FieldPair>
      <TextField form={form} name="source" label={t('fields.source')} placeholder={t('pasteSourceHint')} required />
      <TextField form={form} name="note" label={t('fields.note')} lines={2} />
    </FormDrawer>
  )
}

function Remove({ rate, onDone }: { readonly rate: Rate; readonly onDone: () => void }) {
  const t = useText('costs')
  const common = useText('common')
  const format = useFormat()
  const remove = useCommand(
    async () => {
      await api.rates.remove({ id: rate.id })
      onDone()
    },
    () => t('rateRemoved', { day: format.day(rate.day) }),
  )
  return (
    <Button variant="default" loading={remove.busy} onClick={() => remove.run()}>
      {common('remove')}
    </Button>
  )
}
