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
  const bar = (name: string, values: readonly (number | null)[], colour: number) => ({
    type: 'bar',
    name,
    stack: 'flow',
    data: [...values],
    barMaxWidth: 36,
    color: look.palette[colour],
  })
  return {
    ...baseOption(look),
    grid: { ...baseOption(look).grid, top: 28 },
    legend: {
      top: 0,
      left: 0,
      icon: 'roundRect',
      itemWidth: 10,
      itemHeight: 4,
      textStyle: { color: look.muted, fontSize: 12 },
    },
    xAxis: {
      ...categoryAxis(
        look,
        weeks.map(({ label }) => label),
        false,
      ),
    },
    yAxis: valueAxis(look, text.short),
    tooltip: {
      ...baseOption(look).tooltip,
      trigger: 'axis',
      valueFormatter: (value: unknown) => (typeof value === 'number' ? text.exact(value) : '–'),
    },
    series: [
      bar(
        names.inflow,
        weeks.map(({ inflow }) => inflow),
        IN,
      ),
      bar(
        names.outflow,
        weeks.map(({ outflow }) => outflow),
        OUT,
      ),
      {
        type: 'line',
        name: names.balance,
        // A red week's point is larger and red; its row in the table says it in words.
        data: weeks.map(({ balance, red }) =>
          red ? { value: balance, symbolSize: 10, itemStyle: { color: look.bad } } : { value: balance },
        ),
        symbolSize: 5,
        lineStyle: { width: 2 },
        color: look.palette[LINE],
      },
      ...(floor === null
        ? []
        : [
            {
              type: 'line',
              name: names.floor,
              data: weeks.map(() => floor),
              showSymbol: false,
              lineStyle: { width: 1, type: 'dashed' },
              color: look.bad,
            },
          ]),
    ],
  }
}
