/** When reviewers work, until when a verdict is due, who stands in, and when publishing is best. */

import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { ReviewHours } from '../../../shared/domain/review-sla'
import { api, orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { TextField } from '../../ui/TextField'
import { type HoursDraft, hoursDraft, readHoursDraft, WEEKDAYS } from './hours-form'
import classes from './reviews.module.css'

export function HoursDrawer({ onClose }: { readonly onClose: () => void }) {
  const { data } = useQuery(orpc.reviews.hours.queryOptions({ input: {} }))
  return data && <HoursForm hours={data.hours} onClose={onClose} />
}

function HoursForm({ hours, onClose }: { readonly hours: ReviewHours; readonly onClose: () => void }) {
  const t = useText('reviews')
  const form = useForm<HoursDraft>({
    initial: hoursDraft(hours),
    check(draft) {
      const words = { time: 'notATime', line: 'notALine', count: 'notACount', zone: 'notAZone' } as const
      const { wrong } = readHoursDraft(draft)
      return Object.fromEntries(
        Object.entries(wrong).flatMap(([name, is]) =>
          is ? [[name, t(`hoursForm.${words[is.why]}`, { n: is.n })]] : [],
        ),
      )
    },
    async save(draft) {
      await api.reviews.putHours({ hours: readHoursDraft(draft).hours, recount: draft.recount })
      say(t('hoursForm.saved'))
      onClose()
    },
  })
  const lists = ['daysOff', 'cover', 'windows'] as const
  return (
    <FormDrawer form={form} title={t('hoursForm.title')} onClose={onClose}>
      <FieldPair>
        <TextField form={form} name="hours" label={t('hoursForm.hours')} inputMode="decimal" first />
        <TextField form={form} name="escalate" label={t('hoursForm.escalate')} inputMode="numeric" />
        <TextField form={form} name="rounds" label={t('hoursForm.rounds')} inputMode="numeric" />
      </FieldPair>
      <FieldPair>
        <TextField form={form} name="reviewer" label={t('hoursForm.reviewer')} maxLength={120} />
        <TextField form={form} name="deputy" label={t('hoursForm.deputy')} maxLength={120} />
      </FieldPair>
      <TextField form={form} name="zone" label={t('hoursForm.zone')} maxLength={60} />
      <p className={classes.quiet}>{t('hoursForm.week')}</p>
      <FieldPair>
        {WEEKDAYS.map((day) => (
          <TextField key={day} form={form} name={day} label={t(`hoursForm.days.${day}`)} maxLength={13} />
        ))}
      </FieldPair>
      {lists.map((name) => (
        <TextField key={name} form={form} name={name} label={t(`hoursForm.${name}`)} lines={2} maxLength={10_000} />
      ))}
      <p className={classes.quiet}>{t('hoursForm.advice')}</p>
      <Checkbox
        label={t('hoursForm.recount')}
        checked={form.values.recount}
        onChange={(event) => form.set('recount', event.currentTarget.checked)}
      />
    </FormDrawer>
  )
}
