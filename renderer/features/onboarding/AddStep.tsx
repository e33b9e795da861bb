/** A step of the shop's own. */

import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { useForm } from '../../ui/form'
import { FormDrawer } from '../../ui/FormDrawer'
import { TextField } from '../../ui/TextField'

export function AddStep({ shopId, onClose }: { readonly shopId: string; readonly onClose: () => void }) {
  const t = useText('onboarding')
  const common = useText('common')
  const form = useForm({
    initial: { title: '' },
    check: ({ title }) => (title.trim() === '' ? { title: common('required') } : {}),
    async save({ title }) {
      await api.onboarding.addStep({ shopId, title: title.trim() })
      say(t('saved', { step: title.trim() }))
      onClose()
    },
  })
  return (
    <FormDrawer
      title={t('addStep')}
      form={form}
      saveWord={t('addStep')}
      onClose={onClose}
      onPrevious={undefined}
      onNext={undefined}
    >
      <TextField form={form} name="title" label={t('fields.title')} required />
    </FormDrawer>
  )
}
