/** Waits and limits before somebody contacts or approves a creator. */

import type { VettingRules } from '../../../shared/contract/vetting'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { useForm } from '../../ui/form'
import { FormBody } from '../../ui/FormBody'
import { TextField } from '../../ui/TextField'
import { Button } from '@mantine/core'
import classes from './vetting.module.css'

const ID = 'vetting-waits'

export function Waits({ rules: { decisions } }: { readonly rules: VettingRules }) {
  const t = useText('vetting')
  const wrong = (text: string) => !/^\d{0,4}$/u.test(text.trim())
  const form = useForm({
    initial: {
      contactDays: String(decisions.contactDays),
      sampleDays: String(decisions.sampleDays),
      unpostedLimit: decisions.unpostedLimit === null ? '' : String(decisions.unpostedLimit),
    },
    check: (draft) => ({
      ...(wrong(draft.contactDays) && { contactDays: t('rules.notWhole') }),
      ...(wrong(draft.sampleDays) && { sampleDays: t('rules.notWhole') }),
      ...(wrong(draft.unpostedLimit) && { unpostedLimit: t('rules.notWhole') }),
    }),
    async save(draft) {
      const limit = Number(draft.unpostedLimit)
      await api.vetting.putDecisionRules({
        contactDays: Number(draft.contactDays),
        sampleDays: Number(draft.sampleDays),
        unpostedLimit: limit === 0 ? null : limit,
      })
      say(t('rules.waitsSaved'))
    },
  })
  return (
    <section className={classes.form}>
      <h2 className={classes.about}>{t('rules.waitsTitle')}</h2>
      <FormBody id={ID} onSubmit={form.submit} failure={form.failure}>
        <TextField
          form={form}
          name="contactDays"
          label={t('rules.contactDays')}
          description={t('rules.off')}
          inputMode="numeric"
        />
        <TextField
          form={form}
          name="sampleDays"
          label={t('rules.sampleDays')}
          description={t('rules.off')}
          inputMode="numeric"
        />
        <TextField
          form={form}
          name="unpostedLimit"
          label={t('rules.unpostedLimit')}
          description={t('rules.off')}
          inputMode="numeric"
        />
      </FormBody>
      <div>
        <Button type="submit" form={ID} loading={form.busy}>
          {t('rules.saveWaits')}
        </Button>
      </div>
    </section>
  )
}
