/** One follow-up ladder: its steps by day or event, and what ends it. */

import { ActionIcon, Button, Checkbox, Select, Switch, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'

import type { Ladder } from '../../../shared/domain/ladders'
import { CREATOR_EVENTS } from '../../../shared/domain/pipelines'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { type Form, useForm } from '../../ui/form'
import { FormDrawer } from '../../ui/FormDrawer'
import { TextField } from '../../ui/TextField'
import classes from '../../board/board.module.css'
import { draftOf, type LadderDraft, type StepDraft, stepsOf, stepsProblem, useLadderName } from './ladder-form'
import { isKey } from './stage-form'

export interface LadderDrawerProps {
  /** Null: a new one. */
  readonly ladder: Ladder | null
  readonly ladders: readonly Ladder[]
  readonly onClose: () => void
}

export function LadderDrawer({ ladder, ladders, onClose }: LadderDrawerProps) {
  const t = useText('tasks')
  const pipelines = useText('pipelines')
  const nameOf = useLadderName()
  const form = useForm<LadderDraft>({
    initial: draftOf(ladder),
    check: ({ key, steps }) => {
      const problem = stepsProblem(steps)
      return {
        ...(!ladder && !isKey(key) && { key: pipelines('settings.badKey') }),
        ...(!ladder && ladders.some((one) => one.key === key) && { key: pipelines('settings.usedKey') }),
        ...(problem && { steps: t(`ladder.${problem}`) }),
      }
    },
    async save({ key, name, steps, stopOn, archived }) {
      const fields = { name: name.trim() || null, steps: stepsOf(steps), stopOn: [...stopOn], archived }
      const saved = await api.tasks.putLadder({ key, fields })
      say(t('ladder.saved', { name: nameOf(saved) }))
      onClose()
    },
  })
  const title = ladder ? t('ladder.edit', { name: nameOf(ladder) }) : t('ladder.add')
  return (
    <FormDrawer form={form} title={title} onClose={onClose} wide>
      {!ladder && <TextField form={form} name="key" label={t('ladder.key')} required maxLength={40} />}
      <TextField form={form} name="name" label={t('ladder.name')} maxLength={80} />
      <Steps form={form} />
      <Checkbox.Group
        label={t('ladder.stopOn')}
        value={[...form.values.stopOn]}
        onChange={(chosen) =>
          form.set(
            'stopOn',
            CREATOR_EVENTS.filter((event) => chosen.includes(event)),
          )
        }
      >
        {CREATOR_EVENTS.map((event) => (
          <Checkbox key={event} mt="xs" value={event} label={pipelines(`events.${event}`)} />
        ))}
      </Checkbox.Group>
      <Switch
        label={t('ladder.archived')}
        checked={form.values.archived}
        onChange={(event) => form.set('archived', event.currentTarget.checked)}
      />
    </FormDrawer>
  )
}

function Steps({ form }: { readonly form: Form<LadderDraft> }) {
  const t = useText('tasks')
  const { steps } = form.values
  const change = (index: number, step: StepDraft) =>
    form.set(
      'steps',
      steps.map((one, at) => (at === index ? step : one)),
    )
  const last = steps.findLast(({ event }) => event === '')
  return (
    <fieldset className={classes.fieldset}>
      <legend>{t('ladder.steps')}</legend>
      <div className={classes.stack}>
        {steps.map((step, index) => (
          <StepFields
            // Steps have nothing but their place.
            key={index}
            step={step}
            number={index + 1}
            onChange={(next) => change(index, next)}
            onRemove={() =>
              form.set(
                'steps',
                steps.filter((_, at) => at !== index),
              )
            }
          />
        ))}
        {form.errors.steps && <p role="alert">{form.errors.steps}</p>}
        <div>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() =>
              form.set('steps', [
                ...steps,
                { day: String(Number(last?.day ?? -7) + 7), event: '', title: '', kind: 'followUp' },
              ])
            }
          >
            {t('ladder.addStep')}
          </Button>
        </div>
      </div>
    </fieldset>
  )
}

interface StepFieldsProps {
  readonly step: StepDraft
  /** From 1. */
  readonly number: number
  readonly onChange: (step: StepDraft) => void
  readonly onRemove: () => void
}

function StepFields({ step, number, onChange, onRemove }: StepFieldsProps) {
  const t = useText('tasks')
  const pipelines = useText('pipelines')
  return (
    <div className={classes.steps}>
      <TextInput
        aria-label={t('ladder.dayOf', { step: number })}
        placeholder={t('ladder.dayField')}
        inputMode="numeric"
        value={step.event === '' ? step.day : ''}
        disabled={step.event !== ''}
        onChange={(event) => onChange({ ...step, day: event.currentTarget.value })}
      />
      <Select
        aria-label={t('ladder.eventOf', { step: number })}
        data={[
          { value: '', label: t('ladder.byDay') },
          ...CREATOR_EVENTS.map((event) => ({ value: event, label: pipelines(`events.${event}`) })),
        ]}
        value={step.event}
        onChange={(event) => onChange({ ...step, event: CREATOR_EVENTS.find((one) => one === event) ?? '' })}
      />
      <TextInput
        aria-label={t('ladder.titleOf', { step: number })}
        placeholder={t('ladder.title')}
        value={step.title}
        maxLength={300}
        onChange={(event) => onChange({ ...step, title: event.currentTarget.value })}
      />
      <ActionIcon aria-label={t('ladder.removeStep', { step: number })} onClick={onRemove}>
        <IconX size={14} />
      </ActionIcon>
    </div>
  )
}
