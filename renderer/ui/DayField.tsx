/** A day: typed as 2026-03-31 or chosen from the calendar. */

import { DateInput } from '@mantine/dates'
import type { ReactNode } from 'react'

export interface DayFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (day: string) => void
  readonly error?: ReactNode
  readonly required?: boolean
}

export function DayField({ label, value, onChange, error, required = false }: DayFieldProps) {
  return (
    <DateInput
      label={label}
      value={value === '' ? null : value}
      onChange={(day) => onChange(day ?? '')}
      valueFormat="YYYY-MM-DD"
      size="xs"
      error={error}
      withAsterisk={required}
      popoverProps={{ transitionProps: { duration: 0 } }}
    />
  )
}
