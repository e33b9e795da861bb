/** How this computer and its person are called at colleagues'. */

import { Button } from '@mantine/core'

import type { Device } from '../../../shared/contract/sync'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { useForm } from '../../ui/form'
import { FieldPair, FormBody } from '../../ui/FormBody'
import { TextField } from '../../ui/TextField'
import classes from './sync.module.css'

export function Myself({ self }: { readonly self: Device }) {
  const t = useText('sync')
  const common = useText('common')
  const form = useForm({
    initial: { person: self.person, computer: self.computer },
    check: ({ person }) => (person.trim() === '' ? { person: common('required') } : {}),
    async save({ person, computer }) {
      await api.sync.nameMyself({
        person: person.trim(),
        ...(computer.trim() !== '' && { computer: computer.trim() }),
      })
      say(t('me.saved'))
    },
  })
  return (
    <section aria-label={t('me.title')}>
      <h2 className={classes.heading}>{t('me.title')}</h2>
      <p className={classes.lead}>{t('me.lead')}</p>
      <FormBody id="myself" onSubmit={form.submit} failure={form.failure}>
        <FieldPair>
          <TextField
            form={form}
            name="person"
            label={t('me.person')}
            placeholder={t('me.placeholder')}
            maxLength={80}
            required
          />
          <TextField form={form} name="computer" label={t('me.computer')} title={t('me.computerHint')} maxLength={80} />
        </FieldPair>
        <div>
          <Button type="submit" variant="default" loading={form.busy}>
            {t('me.save')}
          </Button>
        </div>
      </FormBody>
    </section>
  )
}
