/** The chart of money in and out as ECharts options: figures in, drawing out; nothing here knows React. */

import type { ValueText } from './options'
import { baseOption, categoryAxis, type ChartLook, valueAxis } from './theme'

export interface FlowWeek {
  readonly label: string
  /** null: hidden from who asks. */
  readonly inflow: number | null
  readonly outflow: number | null
  readonly balance: number | null
  readonly red: boolean
}

export interface FlowNames {
  readonly inflow: string
  readonly outflow: string
  readonly balance: string
  readonly floor: string
}

/** Places in the palette: in, out, and the line. */
const IN = 0
const OUT = 7
const LINE = 3

export function flowOption(
  weeks: readonly FlowWeek[],
  floor: number | null,
  names: FlowNames,
  text: ValueText,
  look: ChartLook,
) {
  const labels = weeks.map(({ label }) => label)
  return {
    ...baseOption(look),
    grid: { ...baseOption(look).grid, top: 28 },
    legend: {
      // In a narrow place on one line still, or it would lie on the axis.
      type: 'scroll',
      pageIconColor: look.muted,
      pageIconInactiveColor: look.muted,
      pageTextStyle: { color: look.muted },
      top: 0,
      left: 0,
      icon: 'roundRect',
      itemWidth: 10,
      itemHeight: 4,
      textStyle: { color: look.muted, fontSize: 12 },
    },
    xAxis: categoryAxis(look, labels, false),
    yAxis: valueAxis(look, text.short),
    tooltip: {
      ...baseOption(look).tooltip,
      trigger: 'axis',
      valueFormatter: (value: unknown) => (typeof value === 'number' ? text.exact(value) : '–'),
    },
    series: [
      bars(names.inflow, labels.length, (i) => weeks[i]?.inflow ?? null, look.palette[IN]),
      bars(names.outflow, labels.length, (i) => weeks[i]?.outflow ?? null, look.palette[OUT]),
      balanceLine(weeks, names.balance, look),
      ...(floor === null ? [] : [floorLine(labels.length, floor, names.floor, look)]),
    ],
  }
}

function bars(name: string, count: number, at: (index: number) => number | null, color: string | undefined) {
  return {
    type: 'bar',
    name,
    stack: 'flow',
    data: Array.from({ length: count }, (_, index) => at(index)),
    barMaxWidth: 36,
    color,
  }
}

/** A red week's point is larger and red; its row in the table says it in words. */
function balanceLine(weeks: readonly FlowWeek[], name: string, look: ChartLook) {
  return {
    type: 'line',
    name,
    data: weeks.map(({ balance, red }) =>
      red ? { value: balance, symbolSize: 10, itemStyle: { color: look.bad } } : { value: balance },
    ),
    symbolSize: 5,
    lineStyle: { width: 2 },
    color: look.palette[LINE],
  }
}

function floorLine(count: number, floor: number, name: string, look: ChartLook) {
  return {
    type: 'line',
    name,
    data: Array.from({ length: count }, () => floor),
    showSymbol: false,
    lineStyle: { width: 1, type: 'dashed' },
    color: look.bad,
  }
}
