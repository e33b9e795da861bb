/** Whether a native reader found a template's words right, and when. */

import type { ScriptTemplate } from '../../../shared/contract/compliance'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { StateMark } from '../../ui/StateMark'

export function SignedOff({ template: { id, signedOffBy, signedOffOn } }: { readonly template: ScriptTemplate }) {
  const t = useText('compliance')
  const format = useFormat()
  if (id === null) return <>{t('template.shipped')}</>
  if (signedOffBy === null) return <StateMark tone="watch">{t('template.notSigned')}</StateMark>
  const day = signedOffOn === null ? '' : format.day(signedOffOn)
  return <StateMark tone="good">{t('template.signedBy', { name: signedOffBy, day })}</StateMark>
}
