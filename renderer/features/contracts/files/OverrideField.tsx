/** Asked for once other paper stands in the way of signing, and a reason lets it pass. */

import { asAppError } from '../../../../shared/contract/refusal'
import { useText } from '../../../messages/i18n'
import type { Form } from '../../../ui/form'
import { TextField } from '../../../ui/TextField'

export function OverrideField<V extends { readonly override: string }>({ form }: { readonly form: Form<V> }) {
  const t = useText('contractFiles')
  const refused = form.failure !== null && asAppError(form.failure).code === 'contract.guard'
  if (!refused && form.values.override === '') return null
  // Every such form has the field.
  const own = form as unknown as Form<{ override: string }>
  return <TextField form={own} name="override" label={t('override')} description={t('overrideHint')} maxLength={500} />
}
