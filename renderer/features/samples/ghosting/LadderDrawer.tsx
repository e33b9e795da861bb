/** The ladder of reminders: on which days, with which template, for deliveries from which day on. */

import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { dayInZone } from '../../../../shared/domain/days'
import {
  FIRST_NUDGE_DAY,
  type NudgeLadder,
  SHIPPED_LADDER,
  TONES as STEP_TONES,
} from '../../../../shared/domain/ghosting'
import { api, orpc } from '../../../api'
import { HERE } from '../../../creator/clocks'
import { useText } from '../../../messages/i18n'
import { useNow } from '../../../session/now'
import { say } from '../../../session/status'
import { Answer } from '../../../ui/Answer'
import { DayField } from '../../../ui/DayField'
import { Drawer } from '../../../ui/Drawer'
import { useForm } from '../../../ui/form'
import { FormDrawer } from '../../../ui/FormDrawer'
import { TextField } from '../../../ui/TextField'
import classes from '../requests/requests.module.css'

export function LadderDrawer({ onClose }: { readonly onClose: () => void }) {
  const t = useText('sampleRequests')
  const query = useQuery(orpc.sampleRequests.rules.queryOptions({ input: {} }))
  if (query.data) return <LadderForm ladders={query.data.ladders} onClose={onClose} />
  return (
    <Drawer title={t('ladder.title')} onClose={onClose}>
      <Answer query={query}>{() => null}</Answer>
    </Drawer>
  )
}

interface LadderFormProps {
  readonly ladders: readonly NudgeLadder[]
  readonly onClose: () => void
}

function LadderForm({ ladders, onClose }: LadderFormProps) {
  const t = useText('sampleRequests')
  const now = useNow()
  const newest = ladders.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)).at(-1) ?? SHIPPED_LADDER
  const templates = useQuery(orpc.outreach.templates.list.queryOptions({ input: {} })).data ?? []
  const form = useForm({
    initial: {
      from: dayInZone(now, HERE),
      days: newest.steps.map(({ day }) => day).join(', '),
      templates: newest.steps.map(({ templateId }) => templateId),
    },
    check: ({ days }) => (daysOf(days) === null ? { days: t('ladder.wrong') } : {}),
    async save({ from, days, templates: chosen }) {
      const ladder = { from, steps: stepsOf(daysOf(days) ?? [], chosen) }
      await api.sampleRequests.putLadders({ ladders: [...ladders.filter((one) => one.from !== from), ladder] })
      say(t('ladder.saved'))
      onClose()
    },
  })
  const days = daysOf(form.values.days) ?? []
  return (
    <FormDrawer title={t('ladder.title')} form={form} saveWord={t('ladder.save')} onClose={onClose}>
      <p className={classes.quiet}>{t('ladder.lead')}</p>
      <DayField
        label={t('ladder.from')}
        value={form.values.from}
        onChange={(from) => form.set('from', from)}
        error={form.errors.from}
        required
      />
      <TextField form={form} name="days" label={t('ladder.days')} placeholder={t('ladder.daysHint')} first />
      {days.map((day, at) => (
        <Select
          key={day}
          size="xs"
          label={t('ladder.template', { number: at + 1, day })}
          placeholder={t('ladder.shipped')}
          data={templates.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.values.templates[at] ?? null}
          onChange={(id) =>
            form.set(
              'templates',
              days.map((_, place) => (place === at ? id : (form.values.templates[place] ?? null))),
            )
          }
          clearable
        />
      ))}
    </FormDrawer>
  )
}

/** Rising whole days from the first allowed on; null for anything else. */
function daysOf(text: string): number[] | null {
  const days = text.split(/[\s,，、]+/u).flatMap((word) => (word === '' ? [] : [Number(word)]))
  const rises = days.every(
    (day, at) => Number.isInteger(day) && day <= 365 && day > (days[at - 1] ?? FIRST_NUDGE_DAY - 1),
  )
  return rises && days.length > 0 && days.length <= 12 ? days : null
}

/** Gentle at first, firm towards the end; the last one says that it is the last. */
function stepsOf(days: readonly number[], templates: readonly (string | null)[]): NudgeLadder['steps'] {
  const [first, help, firm, last] = STEP_TONES
  return days.map((day, at) => {
    const tone = at === 0 ? first : at === days.length - 1 ? last : at * 2 < days.length ? help : firm
    return { day, tone: tone ?? 'gentle', templateId: templates[at] ?? null }
  })
}
