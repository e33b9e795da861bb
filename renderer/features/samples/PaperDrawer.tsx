/** Samples worth too much to go out without a signed contract: why they stayed, and a reason that lets them go on. */

import { Button } from '@mantine/core'

import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { goTo } from '../../session/place'
import { useKeys } from '../../session/keys'
import { useForm } from '../../ui/form'
import { FormDrawer } from '../../ui/FormDrawer'
import { SmallTable } from '../../ui/SmallTable'
import { TextField } from '../../ui/TextField'
import classes from './samples.module.css'
import type { Steps, StepWish } from './use-steps'

export function PaperDrawer({ steps }: { readonly steps: Steps }) {
  return steps.asked && <Asked asked={steps.asked} steps={steps} />
}

const SHOWN = 50

function Asked({ asked, steps }: { readonly asked: StepWish; readonly steps: Steps }) {
  const t = useText('samples')
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => (reason.trim() === '' ? { reason: t('paper.needed') } : {}),
    save: ({ reason }) => {
      steps.goOn(reason.trim())
      return Promise.resolve()
    },
  })
  useKeys({ [KEYS.decide.keys[0]]: form.submit })
  const count = asked.items.length
  return (
    <FormDrawer
      title={t('paper.title')}
      form={form}
      saveWord={t('paper.go', { count })}
      onClose={steps.giveUp}
      more={
        <Button variant="subtle" onClick={() => goTo('contracts', {})}>
          {t('paper.contracts')}
        </Button>
      }
      below={
        <SmallTable
          label={t('paper.title')}
          columns={[{ title: t('fields.handle') }, { title: t('fields.productName') }, { title: t('fields.quantity') }]}
          rows={asked.items.slice(0, SHOWN).map(({ id, handle, productName, productId, quantity }) => ({
            key: id,
            cells: [handle ?? '', productName ?? productId, quantity],
          }))}
        />
      }
    >
      <p className={classes.quiet}>{t('paper.lead', { count })}</p>
      <TextField form={form} name="reason" label={t('paper.reason')} lines={2} maxLength={500} first required />
    </FormDrawer>
  )
}
