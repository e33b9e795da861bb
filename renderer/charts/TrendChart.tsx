/** Figures over time, one line each. */

import { type ReactNode, useCallback } from 'react'

import { useText } from '../messages/i18n'
import { DASH } from '../ui/dash'
import { Chart } from './Chart'
import { trendOption, type TrendSeries, type ValueText } from './options'
import type { ChartLook } from './theme'

export interface TrendChartProps {
  readonly title: string
  readonly sentence: string
  /** Days, weeks or months in words. Keep it, `series` and `text` stable (`useMemo`). */
  readonly labels: readonly string[]
  readonly series: readonly TrendSeries[]
  readonly text: ValueText
  readonly onPick?: (index: number) => void
  readonly actions?: ReactNode
}

export function TrendChart({ labels, series, text, ...rest }: TrendChartProps) {
  const t = useText('common')
  const option = useCallback((look: ChartLook) => trendOption(labels, series, text, look), [labels, series, text])
  const rows = labels.map((label, index) => [
    label,
    ...series.map(({ values }) => exactOrDash(values[index] ?? null, text)),
  ])
  return (
    <Chart {...rest} option={option} table={{ columns: [t('chart.at'), ...series.map(({ name }) => name)], rows }} />
  )
}

function exactOrDash(value: number | null, text: ValueText): string {
  return value === null ? DASH : text.exact(value)
}
