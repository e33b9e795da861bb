/** A day: typed as 2026-03-31 or chosen from the calendar. */

import { DateInput } from '@mantine/dates'
import type { ReactNode } from 'react'

import { useCalendarParts } from './calendar'

export interface DayFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (day: string) => void
  readonly error?: ReactNode
  readonly required?: boolean
}

export function DayField({ label, value, onChange, error, required = false }: DayFieldProps) {
  const parts = useCalendarParts()
  return (
    <DateInput
      {...parts}
      label={label}
      value={value === '' ? null : value}
      onChange={(day) => onChange(day ?? '')}
      valueFormat="YYYY-MM-DD"
      size="xs"
      error={error}
      withAsterisk={required}
      // Inside of the drawer that it belongs to, where a screen reader looks for it; fixed, so that nothing cuts it off.
      popoverProps={{ transitionProps: { duration: 0 }, withinPortal: false, floatingStrategy: 'fixed' }}
    />
  )
}
