/** One violation, new or known. */

import { Button, Select } from '@mantine/core'

import { type Violation, VIOLATION_STATES } from '../../../shared/contract/content'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { useToday } from '../../session/scope'
import { say } from '../../session/status'
import { DayField } from '../../ui/DayField'
import { type Form, useForm } from '../../ui/form'
import { FieldPair, FormBody } from '../../ui/FormBody'
import { TextField } from '../../ui/TextField'
import classes from './content.module.css'
import type { ViolationsProps } from './Violations'

interface Draft {
  rule: string
  day: string
  points: string
  state: Violation['state']
  appealBy: string
  lesson: string
}

export interface ViolationFormProps extends ViolationsProps {
  readonly violation: Violation | null
  readonly shopId: string
  readonly onClose: () => void
}

export function ViolationForm(props: ViolationFormProps) {
  const { violation, onClose, onChanged } = props
  const t = useText('content')
  const common = useText('common')
  const form = useViolation(props)
  const remove = async (id: string) => {
    await api.content.removeViolation({ id })
    say(t('violations.removed'))
    await onChanged()
    onClose()
  }
  const id = 'violation'
  return (
    <>
      <FormBody id={id} onSubmit={form.submit} failure={form.failure}>
        <Fields form={form} />
      </FormBody>
      <div className={classes.verdicts}>
        <Button size="xs" variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button size="xs" type="submit" form={id} loading={form.busy}>
          {common('save')}
        </Button>
        {violation !== null && (
          <Button size="xs" variant="subtle" onClick={() => void remove(violation.id)}>
            {t('violations.remove')}
          </Button>
        )}
      </div>
    </>
  )
}

function useViolation({ violation, content, shopId, onClose, onChanged }: ViolationFormProps): Form<Draft> {
  const t = useText('content')
  const today = useToday()
  return useForm<Draft>({
    initial: {
      rule: violation?.rule ?? '',
      day: violation?.day ?? today,
      points: violation?.points === null || violation === null ? '' : String(violation.points),
      state: violation?.state ?? 'open',
      appealBy: violation?.appealBy ?? '',
      lesson: violation?.lesson ?? '',
    },
    check: ({ rule, day, points }) => ({
      ...(rule.trim() === '' && { rule: t('violations.wrongRule') }),
      ...(day === '' && { day: t('violations.wrongDay') }),
      ...(points !== '' && !/^\d{1,4}$/u.test(points) && { points: t('violations.wrongPoints') }),
    }),
    async save({ rule, points, appealBy, lesson, ...said }) {
      const fields = {
        ...said,
        rule: rule.trim(),
        points: points === '' ? null : Number(points),
        appealBy: appealBy === '' ? null : appealBy,
        lesson: lesson.trim() === '' ? null : lesson,
      }
      const born = { contentId: content.id, creatorId: content.creatorId, shopId }
      await api.content.putViolation(
        violation === null ? { fields: { ...born, ...fields } } : { id: violation.id, fields },
      )
      say(t('violations.saved'))
      await onChanged()
      onClose()
    },
  })
}

function Fields({ form }: { readonly form: Form<Draft> }) {
  const t = useText('content')
  const day = (name: 'day' | 'appealBy') => (
    <DayField
      label={t(`violations.${name}`)}
      value={form.values[name]}
      onChange={(value) => form.set(name, value)}
      error={form.errors[name]}
    />
  )
  return (
    <>
      <TextField form={form} name="rule" label={t('violations.rule')} first required maxLength={300} />
      <FieldPair>
        {day('day')}
        <TextField form={form} name="points" label={t('violations.points')} inputMode="numeric" />
      </FieldPair>
      <FieldPair>
        <Select
          size="xs"
          label={t('violations.state')}
          data={VIOLATION_STATES.map((value) => ({ value, label: t(`violations.states.${value}`) }))}
          allowDeselect={false}
          value={form.values.state}
          onChange={(value) => form.set('state', VIOLATION_STATES.find((one) => one === value) ?? 'open')}
        />
        {day('appealBy')}
      </FieldPair>
      <TextField
        form={form}
        name="lesson"
        label={t('violations.lesson')}
        description={t('violations.lessonHint')}
        lines={2}
        maxLength={4000}
      />
    </>
  )
}
