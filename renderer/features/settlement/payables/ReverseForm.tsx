/** Takes an entry back, with the reason that stays beside it. */

import { Button } from '@mantine/core'

import type { LedgerEntry } from '../../../../shared/contract/payables'
import { api } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { say } from '../../../session/status'
import { DASH } from '../../../ui/dash'
import { useForm } from '../../../ui/form'
import { FormDrawer } from '../../../ui/FormDrawer'
import { TextField } from '../../../ui/TextField'
import { useAgain } from './Standing'

export function ReverseForm({ entry, onClose }: { readonly entry: LedgerEntry; readonly onClose: () => void }) {
  const t = useText('payables')
  const format = useFormat()
  const again = useAgain()
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => ({ ...(reason.trim() === '' && { reason: t('wrong.reason') }) }),
    async save({ reason }) {
      await api.payables.reverse({ entryId: entry.id, reason: reason.trim() })
      await again()
      say(t('reverseDone'))
      onClose()
    },
  })
  const amount = entry.amount === null ? DASH : format.money(entry.amount, entry.currency)
  return (
    <FormDrawer
      title={t('reverseOf', { what: t(`entryKinds.${entry.kind}`), amount })}
      form={form}
      saveWord={t('reverse')}
      onClose={onClose}
      more={
        entry.kind === 'payment' && (
          <Button variant="subtle" onClick={() => form.set('reason', t('sameTwice'))}>
            {t('sameTwice')}
          </Button>
        )
      }
    >
      <TextField form={form} name="reason" label={t('reverseReason')} lines={2} maxLength={500} first required />
    </FormDrawer>
  )
}
