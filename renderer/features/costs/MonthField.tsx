/** One of the last two years' months. */

import { Select } from '@mantine/core'

import { monthOfDay, monthText, dayNumber } from '../../../shared/domain/days'
import { useFormat } from '../../format/use-format'
import { useToday } from '../../session/scope'

const MONTHS = 25

/** The month before this one: the one whose books are closed next. */
export function useLastMonth(): string {
  return monthText(monthOfDay(dayNumber(useToday())) - 1)
}

interface MonthFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (month: string) => void
  readonly error?: string | undefined
}

export function MonthField({ label, value, onChange, error }: MonthFieldProps) {
  const format = useFormat()
  const now = monthOfDay(dayNumber(useToday()))
  const months = Array.from({ length: MONTHS }, (_, back) => monthText(now - back))
  return (
    <Select
      label={label}
      data={months.map((month) => ({ value: month, label: format.month(month) }))}
      value={value}
      onChange={(month) => month && onChange(month)}
      error={error}
      searchable
    />
  )
}
