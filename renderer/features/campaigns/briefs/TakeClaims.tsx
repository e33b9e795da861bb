/** What the claim sheets of a brief's products say, put into its sections. */

import { Button } from '@mantine/core'

import type { BriefLanguage } from '../../../../shared/domain/briefs'
import { api } from '../../../api'
import { useText } from '../../../messages/i18n'
import type { Form } from '../../../ui/form'
import { useCommand } from '../../../ui/use-save'
import { type BriefDraft, textName, withClaims } from './brief-form'
import { BRIEF_SECTIONS } from '../../../../shared/domain/briefs'

export interface TakeClaimsProps {
  readonly form: Form<BriefDraft>
  readonly shopId: string
  readonly language: BriefLanguage
}

export function TakeClaims({ form, shopId, language }: TakeClaimsProps) {
  const t = useText('briefs')
  const take = useCommand(
    async () => {
      const lines = await api.briefs.claims({ shopId, products: [...form.values.products] })
      const { texts, taken } = withClaims(form.values, language, lines)
      for (const section of BRIEF_SECTIONS) {
        const name = textName(language, section)
        const text = texts[name]
        if (text !== undefined) form.set(name, text)
      }
      return taken
    },
    (taken) => (taken === 0 ? t('noClaims') : t('tookClaims', { count: taken })),
  )
  return (
    <Button
      variant="default"
      disabled={form.values.products.length === 0}
      loading={take.busy}
      onClick={() => take.run()}
    >
      {t('takeClaims')}
    </Button>
  )
}
