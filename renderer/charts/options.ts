/** The three ready-made charts as ECharts options: figures in, drawing out; nothing here knows React. */

import type { CustomSeriesRenderItem } from 'echarts'

import { baseOption, categoryAxis, type ChartLook, valueAxis } from './theme'

export interface WaterfallStep {
  readonly label: string
  /** Where the bar begins and ends, in the chart's unit. */
  readonly start: number
  readonly end: number
  /** First and last bar: a level, not a step. */
  readonly isLevel: boolean
}

/** Pixels beside the bars, for the axis. */
const AXIS_ROOM = 64

/** Pixels that the widest of some texts takes at the size of a chart's words, with a little space around. */
function roomOf(texts: readonly string[]): number {
  const widths = texts.map((text) => {
    const wide = text.match(/[\u2e80-\uffff]/gu)?.length ?? 0
    return wide * 12 + (text.length - wide) * 6.8
  })
  return Math.max(...widths) + 8
}

export interface ValueText {
  /** On bars and in the tooltip. */
  readonly exact: (value: number) => string
  /** On axes. */
  readonly short: (value: number) => string
  /** Beside a bar, where the axis says the unit; left out, as on axes. */
  readonly bare?: (value: number) => string
}

export function waterfallOption(steps: readonly WaterfallStep[], text: ValueText, look: ChartLook) {
  const labels = steps.map(({ label }) => label)
  const baseOptionOf = {
    ...baseOption(look),
    xAxis: categoryAxis(look, labels, true),
    yAxis: valueAxis(look, text.short),
    tooltip: {
      ...baseOption(look).tooltip,
      trigger: 'item',
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const step = steps[dataIndex]
        return step ? `${step.label}\n${text.exact(amountOf(step))}` : ''
      },
    },
    series: [
      {
        type: 'custom',
        renderItem: stepDrawing(steps, text, look),
        data: steps.map(({ start, end }, index) => [index, start, end]),
        encode: { x: 0, y: [1, 2] },
      },
    ],
  }
  // Where the bars stand close, their names would run into each other.
  const slanted = { xAxis: { axisLabel: { rotate: 35, overflow: 'none', width: null } } }
  return {
    baseOption: baseOptionOf,
    media: [{ query: { maxWidth: AXIS_ROOM + labels.length * roomOf(labels) }, option: slanted }],
  }
}

function stepDrawing(steps: readonly WaterfallStep[], text: ValueText, look: ChartLook): CustomSeriesRenderItem {
  const onBar = text.bare ?? text.short
  const room = roomOf(steps.map((step) => onBar(amountOf(step))))
  return (params, api) => {
    const step = steps[params.dataIndex]
    if (!step) {
      return null
    }
    const [x = 0, top = 0] = api.coord([params.dataIndex, Math.max(step.start, step.end)])
    const [, bottom = 0] = api.coord([params.dataIndex, Math.min(step.start, step.end)])
    const size = api.size?.([1, 0])
    const unit = Array.isArray(size) ? (size[0] ?? 40) : 40
    const width = Math.min(56, unit * 0.62)
    const amount = amountOf(step)
    return {
      type: 'group',
      children: [
        {
          type: 'rect',
          shape: { x: x - width / 2, y: top, width, height: Math.max(1, bottom - top) },
          style: { fill: colourOf(step, look) },
        },
        {
          type: 'text',
          x,
          y: top - 4,
          // Amounts that would run into each other are left to the tooltip and the table.
          style: {
            text: unit < room ? '' : onBar(amount),
            fill: look.text,
            fontSize: 12,
            align: 'center',
            verticalAlign: 'bottom',
          },
        },
      ],
    }
  }
}

function amountOf({ isLevel, start, end }: WaterfallStep): number {
  return isLevel ? end : end - start
}

function colourOf(step: WaterfallStep, look: ChartLook): string {
  if (step.isLevel) {
    return step.end < 0 ? look.bad : (look.palette[0] ?? look.text)
  }
  return look.palette[7] ?? look.muted
}

export interface TrendSeries {
  readonly name: string
  /** One value per point; null leaves a gap. */
  readonly values: readonly (number | null)[]
  /** Place in the palette: the same thing keeps it everywhere. */
  readonly colour: number
}

export function trendOption(
  labels: readonly string[],
  series: readonly TrendSeries[],
  text: ValueText,
  look: ChartLook,
) {
  return {
    ...baseOption(look),
    grid: { ...baseOption(look).grid, top: 28, right: 16 },
    legend: {
      top: 0,
      left: 0,
      icon: 'roundRect',
      itemWidth: 10,
      itemHeight: 4,
      textStyle: { color: look.muted, fontSize: 12 },
      show: series.length > 1,
    },
    xAxis: { ...categoryAxis(look, labels, false), boundaryGap: false },
    yAxis: valueAxis(look, text.short),
    tooltip: {
      ...baseOption(look).tooltip,
      trigger: 'axis',
      valueFormatter: (value: unknown) => (typeof value === 'number' ? text.exact(value) : '–'),
    },
    series: series.map(({ name, values, colour }) => ({
      type: 'line',
      name,
      data: [...values],
      showSymbol: labels.length < 40,
      symbolSize: 5,
      lineStyle: { width: 2 },
      color: look.palette[colour % look.palette.length],
    })),
  }
}

export interface ParetoBar {
  readonly label: string
  readonly value: number
}

export function paretoOption(
  bars: readonly ParetoBar[],
  cumulative: readonly (number | null)[],
  names: { readonly bar: string; readonly line: string },
  text: ValueText & { readonly percent: (ratio: number) => string },
  look: ChartLook,
) {
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
        bars.map(({ label }) => label),
        false,
      ),
      axisLabel: { color: look.muted, fontSize: 12, hideOverlap: true, overflow: 'truncate', width: 72 },
    },
    yAxis: [
      valueAxis(look, text.short),
      { ...valueAxis(look, text.percent), min: 0, max: 1, splitLine: { show: false } },
    ],
    tooltip: {
      ...baseOption(look).tooltip,
      trigger: 'axis',
      formatter: (points: readonly { dataIndex: number }[]) => {
        const index = points[0]?.dataIndex ?? 0
        const share = cumulative[index] ?? null
        return `${bars[index]?.label ?? ''}\n${names.bar}: ${text.exact(bars[index]?.value ?? 0)}\n${names.line}: ${share === null ? '–' : text.percent(share)}`
      },
    },
    series: [
      { type: 'bar', name: names.bar, data: bars.map(({ value }) => value), barMaxWidth: 36, color: look.palette[0] },
      {
        type: 'line',
        name: names.line,
        yAxisIndex: 1,
        data: [...cumulative],
        symbolSize: 5,
        lineStyle: { width: 2 },
        color: look.palette[1],
      },
    ],
  }
}

/** Running share of the whole, which may be longer than the bars; null where the whole is not above 0. */
export function cumulativeShares(values: readonly number[], whole: number): (number | null)[] {
  let sum = 0
  return values.map((value) => {
    sum += value
    return whole > 0 ? sum / whole : null
  })
}
