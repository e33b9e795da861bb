/** One step: its state and dates, who has it, what holds it up, why it was rejected; its files and its history. */

import { Divider, Select } from '@mantine/core'

import type { OnboardingStep } from '../../../shared/contract/onboarding'
import { ONBOARDING_STATES } from '../../../shared/domain/onboarding'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { Attachments } from '../../ui/Attachments'
import { DayField } from '../../ui/DayField'
import { useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { RecordHistory } from '../../ui/RecordHistory'
import { TextField } from '../../ui/TextField'
import { useStepName } from './step-name'

export interface StepDrawerProps {
  readonly shopId: string
  readonly step: OnboardingStep
  readonly onClose: () => void
  readonly onPrevious: (() => void) | undefined
  readonly onNext: (() => void) | undefined
}

export function StepDrawer({ shopId, step, ...drawer }: StepDrawerProps) {
  const t = useText('onboarding')
  const name = useStepName()(step)
  const form = useForm({
    initial: {
      state: step.state,
      owner: step.owner ?? '',
      submittedOn: step.submittedOn ?? '',
      slaDays: step.slaDays === null ? '' : String(step.slaDays),
      blockedBy: step.blockedBy ?? '',
      reason: step.reason ?? '',
      note: step.note ?? '',
    },
    check: ({ state, reason, slaDays }) => ({
      ...(state === 'rejected' && reason.trim() === '' && { reason: t('reasonNeeded') }),
      ...(!/^\d{0,3}$/u.test(slaDays.trim()) && { slaDays: t('wholeDays') }),
    }),
    async save({ state, submittedOn, slaDays, ...texts }) {
      const said = Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text.trim() || null]))
      const fields = {
        ...said,
        ...(state !== step.state && { state }),
        ...(submittedOn !== (step.submittedOn ?? '') && { submittedOn: submittedOn || null }),
        slaDays: slaDays.trim() === '' ? null : Number(slaDays),
      }
      await api.onboarding.set({ shopId, key: step.key, fields })
      say(t('saved', { step: name }))
      drawer.onClose()
    },
  })
  return (
    <FormDrawer {...drawer} title={name} form={form} below={step.id !== null && <Below id={step.id} />}>
      <Select
        size="xs"
        label={t('fields.state')}
        data={ONBOARDING_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        allowDeselect={false}
        value={form.values.state}
        onChange={(state) => state && form.set('state', state)}
      />
      {form.values.state === 'rejected' && (
        <TextField form={form} name="reason" label={t('fields.reason')} required lines={2} />
      )}
      <FieldPair>
        <TextField form={form} name="owner" label={t('fields.owner')} />
        <TextField form={form} name="slaDays" label={t('fields.slaDays')} inputMode="numeric" />
      </FieldPair>
      <DayField
        label={t('fields.submittedOn')}
        value={form.values.submittedOn}
        onChange={(day) => form.set('submittedOn', day)}
      />
      <TextField form={form} name="blockedBy" label={t('fields.blockedBy')} />
      <TextField form={form} name="note" label={t('fields.note')} lines={3} />
    </FormDrawer>
  )
}

function Below({ id }: { readonly id: string }) {
  const t = useText('onboarding')
  const attachments = useText('attachments')
  const fields: Readonly<Record<string, string>> = t('fields', { returnObjects: true })
  return (
    <>
      <Divider my="md" label={attachments('title')} labelPosition="left" />
      <Attachments entity="onboardingSteps" id={id} />
      <Divider my="md" label={t('history')} labelPosition="left" />
      <RecordHistory entity="onboardingSteps" id={id} fields={fields} />
    </>
  )
}
