/** What comes in and goes out by week as bars, and what is left as a line over a floor. */

import { type ReactNode, useCallback } from 'react'

import { useText } from '../messages/i18n'
import { DASH } from '../ui/dash'
import { Chart } from './Chart'
import { type FlowWeek, flowOption, type FlowNames } from './flow-option'
import type { ValueText } from './options'
import type { ChartLook } from './theme'

export interface FlowChartProps {
  readonly title: string
  readonly sentence: string
  /** Keep it, `names` and `text` stable (`useMemo`). */
  readonly weeks: readonly FlowWeek[]
  /** null: no line. */
  readonly floor: number | null
  readonly names: FlowNames
  readonly text: ValueText
  readonly onPick: (index: number) => void
  readonly actions?: ReactNode
}

export function FlowChart({ weeks, floor, names, text, ...rest }: FlowChartProps) {
  const t = useText('common')
  const option = useCallback(
    (look: ChartLook) => flowOption(weeks, floor, names, text, look),
    [weeks, floor, names, text],
  )
  const exact = (value: number | null): string => (value === null ? DASH : text.exact(value))
  const rows = weeks.map((week) => [week.label, exact(week.inflow), exact(week.outflow), exact(week.balance)])
  return (
    <Chart
      {...rest}
      option={option}
      table={{ columns: [t('chart.at'), names.inflow, names.outflow, names.balance], rows }}
    />
  )
}
