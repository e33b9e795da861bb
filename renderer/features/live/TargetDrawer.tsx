/** How much of a shop's day shall be LIVE, when it counts most, and how much rest a creator gets. */

import { Text } from '@mantine/core'

import type { LiveCoverage } from '../../../shared/contract/live'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { say } from '../../session/status'
import { useForm } from '../../ui/form'
import { FieldPair } from '../../ui/FormBody'
import { FormDrawer } from '../../ui/FormDrawer'
import { TextField } from '../../ui/TextField'
import { clockMinutes, minutesClock } from './clock-text'

interface TargetDrawerProps {
  readonly of: LiveCoverage
  readonly onClose: () => void
}

export function TargetDrawer({ of: { shopId, shopName, target }, onClose }: TargetDrawerProps) {
  const t = useText('live')
  const form = useForm({
    initial: {
      hours: hoursText(target.minutesPerDay),
      primeFrom: target.primeFrom === null ? '' : minutesClock(target.primeFrom),
      primeTo: target.primeTo === null ? '' : minutesClock(target.primeTo),
      rest: hoursText(target.restMinutes),
      note: target.note ?? '',
    },
    check: ({ hours, primeFrom, primeTo, rest }) => ({
      ...(!isHours(hours, 24) && { hours: t('target.notHours') }),
      ...(!isClock(primeFrom) && { primeFrom: t('notATime') }),
      ...((!isClock(primeTo) || (primeFrom === '') !== (primeTo === '')) && { primeTo: t('notATime') }),
      ...(!isHours(rest, 48) && { rest: t('target.notRest') }),
    }),
    async save({ hours, primeFrom, primeTo, rest, note }) {
      await api.live.setTarget({
        shopId,
        fields: {
          minutesPerDay: minutesOfHours(hours),
          primeFrom: clockMinutes(primeFrom),
          primeTo: clockMinutes(primeTo),
          restMinutes: minutesOfHours(rest),
          note: note.trim() || null,
        },
      })
      say(t('target.saved', { shop: shopName }))
      onClose()
    },
  })
  return (
    <FormDrawer title={t('target.title', { shop: shopName })} form={form} onClose={onClose}>
      <TextField form={form} name="hours" label={t('target.hours')} inputMode="decimal" first />
      <FieldPair>
        <TextField form={form} name="primeFrom" label={t('target.primeFrom')} />
        <TextField form={form} name="primeTo" label={t('target.primeTo')} />
      </FieldPair>
      <Text size="xs" c="dimmed">
        {t('target.lead')}
      </Text>
      <TextField form={form} name="rest" label={t('target.rest')} inputMode="decimal" />
      <TextField form={form} name="note" label={t('fields.note')} lines={2} />
    </FormDrawer>
  )
}

function hoursText(minutes: number | null): string {
  return minutes === null ? '' : String(Math.round(minutes / 6) / 10)
}

function isHours(text: string, most: number): boolean {
  return text.trim() === '' || (/^\d{1,2}(?:\.\d{1,2})?$/u.test(text.trim()) && Number(text) <= most)
}

function minutesOfHours(text: string): number | null {
  return text.trim() === '' ? null : Math.round(Number(text) * 60)
}

function isClock(text: string): boolean {
  return text.trim() === '' || clockMinutes(text) !== null
}
