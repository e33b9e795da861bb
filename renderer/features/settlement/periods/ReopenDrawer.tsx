/** A closed month opened again: the reason stays in its history, and so does the close. */

import { api } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { say } from '../../../session/status'
import { useForm } from '../../../ui/form'
import { FormDrawer } from '../../../ui/FormDrawer'
import { TextField } from '../../../ui/TextField'
import type { PeriodDrawerProps } from './CloseDrawer'

export function ReopenDrawer({ month: { shopId, shopName, month }, onClose }: PeriodDrawerProps) {
  const t = useText('periods')
  const format = useFormat()
  const named = { shop: shopName, month: format.month(month) }
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => (reason.trim() === '' ? { reason: t('reopen.required') } : {}),
    async save({ reason }) {
      await api.periods.reopen({ shopId, month, reason })
      say(t('reopen.done', named))
      onClose()
    },
  })
  return (
    <FormDrawer title={t('reopen.title', named)} onClose={onClose} form={form} saveWord={t('reopen.confirm')}>
      <p>{t('reopen.lead')}</p>
      <TextField form={form} name="reason" label={t('reopen.reason')} lines={3} maxLength={500} required first />
    </FormDrawer>
  )
}
