/** A word of one side, with the orders it is about as they were pasted. */

import { Button, SegmentedControl } from '@mantine/core'

import { DISPUTE_SIDES } from '../../../../shared/contract/statements'
import { api } from '../../../api'
import { useText } from '../../../messages/i18n'
import { say } from '../../../session/status'
import { useForm } from '../../../ui/form'
import { FormBody } from '../../../ui/FormBody'
import { TextField } from '../../../ui/TextField'

interface Draft {
  readonly side: (typeof DISPUTE_SIDES)[number]
  readonly text: string
  readonly orders: string
}

const NOTHING: Draft = { side: 'creator', text: '', orders: '' }

export function SayForm({ id }: { readonly id: string }) {
  const t = useText('statements')
  const form = useForm<Draft>({
    initial: NOTHING,
    check: ({ text, orders }) => (text.trim() === '' && orders.trim() === '' ? { text: t('form.required') } : {}),
    async save(draft) {
      await api.statements.say({ id, ...draft })
      say(t('say.done'))
      form.set('text', '')
      form.set('orders', '')
    },
  })
  return (
    <FormBody id={`say-${id}`} onSubmit={form.submit} failure={form.failure}>
      <SegmentedControl
        size="xs"
        aria-label={t('say.side')}
        value={form.values.side}
        onChange={(value) => form.set('side', DISPUTE_SIDES.find((one) => one === value) ?? 'creator')}
        data={DISPUTE_SIDES.map((value) => ({ value, label: t(`say.sides.${value}`) }))}
      />
      <TextField form={form} name="text" label={t('say.text')} lines={2} maxLength={4000} />
      <TextField form={form} name="orders" label={t('say.orders')} lines={3} placeholder={t('say.ordersHint')} />
      <div>
        <Button type="submit" size="xs" loading={form.busy}>
          {t('say.button')}
        </Button>
      </div>
    </FormBody>
  )
}
