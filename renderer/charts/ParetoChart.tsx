/** The largest first, and how much of the whole they make together. */

import { useCallback, useMemo } from 'react'

import { useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import { DASH } from '../ui/dash'
import { Chart } from './Chart'
import { cumulativeShares, type ParetoBar, paretoOption, type ValueText } from './options'
import type { ChartLook } from './theme'

export interface ParetoChartProps {
  readonly title: string
  readonly sentence: string
  /** What a bar is, as `Net GMV`. */
  readonly measure: string
  /** Largest first. Keep it and `text` stable (`useMemo`). */
  readonly bars: readonly ParetoBar[]
  /** The sum over all, also over those without a bar. */
  readonly whole: number
  readonly text: ValueText
  readonly onPick?: (index: number) => void
}

export function ParetoChart({ measure, bars, whole, text, ...rest }: ParetoChartProps) {
  const t = useText('common')
  const format = useFormat()
  const shares = useMemo(
    () =>
      cumulativeShares(
        bars.map(({ value }) => value),
        whole,
      ),
    [bars, whole],
  )
  const line = t('chart.cumulative')
  const option = useCallback(
    (look: ChartLook) =>
      paretoOption(
        bars,
        shares,
        { bar: measure, line },
        { ...text, percent: (ratio) => format.percent(ratio, 0) },
        look,
      ),
    [bars, shares, measure, line, text, format],
  )
  const rows = bars.map(({ label, value }, index) => {
    const share = shares[index] ?? null
    return [label, text.exact(value), share === null ? DASH : format.percent(share)]
  })
  return <Chart {...rest} option={option} table={{ columns: [t('chart.name'), measure, line], rows }} />
}
