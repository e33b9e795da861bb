/** What a creator said instead of posting, and until when they promised. */

import type { Ghost } from '../../../../shared/contract/sample-requests'
import { api } from '../../../api'
import { useText } from '../../../messages/i18n'
import { KEYS } from '../../../session/key-table'
import { useKeys } from '../../../session/keys'
import { say } from '../../../session/status'
import { DayField } from '../../../ui/DayField'
import { useForm } from '../../../ui/form'
import { FormDrawer } from '../../../ui/FormDrawer'
import { TextField } from '../../../ui/TextField'

export function ExcuseDrawer({ ghost, onClose }: { readonly ghost: Ghost; readonly onClose: () => void }) {
  const t = useText('sampleRequests')
  const { id, handle } = ghost.sample
  const form = useForm({
    initial: { text: '', promisedDay: '' },
    check: ({ text, promisedDay }) =>
      text.trim() === '' && promisedDay === '' ? { text: t('excuseForm.needed') } : {},
    async save({ text, promisedDay }) {
      await api.sampleRequests.excuse({ id, text: text.trim(), promisedDay: promisedDay === '' ? null : promisedDay })
      say(t('ghost.excused', { handle: handle ?? '' }))
      onClose()
    },
  })
  useKeys({ [KEYS.decide.keys[0]]: form.submit })
  return (
    <FormDrawer
      title={t('excuseForm.title', { handle: handle ?? '' })}
      form={form}
      saveWord={t('excuseForm.save')}
      onClose={onClose}
    >
      <TextField form={form} name="text" label={t('excuseForm.text')} lines={3} maxLength={500} first />
      <DayField
        label={t('excuseForm.promised')}
        value={form.values.promisedDay}
        onChange={(day) => form.set('promisedDay', day)}
        error={form.errors.promisedDay}
      />
    </FormDrawer>
  )
}
