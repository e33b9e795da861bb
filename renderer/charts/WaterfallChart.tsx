/** From one level to another, a step at a time. */

import { useCallback } from 'react'

import { useText } from '../messages/i18n'
import { Chart } from './Chart'
import { type ValueText, type WaterfallStep, waterfallOption } from './options'
import type { ChartLook } from './theme'

export interface WaterfallChartProps {
  readonly title: string
  readonly sentence: string
  /** Keep it and `text` stable (`useMemo`). */
  readonly steps: readonly WaterfallStep[]
  readonly text: ValueText
  readonly onPick?: (index: number) => void
}

export function WaterfallChart({ steps, text, ...rest }: WaterfallChartProps) {
  const t = useText('common')
  const option = useCallback((look: ChartLook) => waterfallOption(steps, text, look), [steps, text])
  const rows = steps.map((step) => [step.label, text.exact(step.isLevel ? step.end : step.end - step.start)])
  return <Chart {...rest} option={option} table={{ columns: [t('chart.step'), t('chart.amount')], rows }} />
}
