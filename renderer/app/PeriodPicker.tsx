/** Of which days: a preset, or two days from the calendar. */

import { Button, Menu, Popover, Stack } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar, IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'

import { useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import { PERIOD_PRESETS, type PeriodPreset } from '../session/period'
import { choosePeriod, usePlace } from '../session/place'
import { useDays } from '../session/scope'
import { useCalendarParts } from '../ui/calendar'
import classes from './shell.module.css'

export function PeriodPicker() {
  const t = useText('common')
  const format = useFormat()
  const { period } = usePlace()
  const days = useDays()
  const [choosing, setChoosing] = useState(false)
  const text = period.preset === 'custom' ? format.period(period.from, period.to) : t(`period.${period.preset}`)
  const hint = days.from && days.to ? format.period(days.from, days.to) : undefined
  return (
    <Popover opened={choosing} onChange={setChoosing} position="bottom-start" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <span>
          <Presets text={text} hint={hint} current={period.preset} onCustom={() => setChoosing(true)} />
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        <Calendar onDone={() => setChoosing(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}

interface PresetsProps {
  readonly text: string
  /** The days that the preset means. */
  readonly hint: string | undefined
  readonly current: PeriodPreset | 'custom'
  readonly onCustom: () => void
}

function Presets({ text, hint, current, onCustom }: PresetsProps) {
  const t = useText('common')
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={classes.switch} aria-label={`${t('period.label')}: ${text}`} title={hint}>
          <IconCalendar size={15} className={classes.muted} aria-hidden />
          <span className={classes.name}>{text}</span>
          <IconChevronDown size={14} className={classes.muted} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {PERIOD_PRESETS.map((preset) => (
          <Menu.Item key={preset} onClick={() => choosePeriod({ preset })} fw={preset === current ? 600 : undefined}>
            {t(`period.${preset}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={onCustom} fw={current === 'custom' ? 600 : undefined}>
          {t('period.custom')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function Calendar({ onDone }: { readonly onDone: () => void }) {
  const t = useText('common')
  const days = useDays()
  const parts = useCalendarParts()
  const [[from, to], setDays] = useState<[string | null, string | null]>([days.from ?? null, days.to ?? null])
  return (
    <Stack gap="sm">
      <DatePicker
        {...parts}
        type="range"
        size="xs"
        allowSingleDateInRange
        value={[from, to]}
        onChange={setDays}
        {...(to && { defaultDate: to })}
      />
      <Button
        disabled={!from || !to}
        onClick={() => {
          if (from && to) {
            choosePeriod({ preset: 'custom', from, to })
            onDone()
          }
        }}
      >
        {t('period.apply')}
      </Button>
    </Stack>
  )
}
