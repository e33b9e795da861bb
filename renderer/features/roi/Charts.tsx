/** The three charts: how GMV becomes contribution, how it went over time, and who brings it. */

import { SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'

import type { RoiRow, RoiScope } from '../../../shared/contract/roi'
import { decimalsOf } from '../../../shared/domain/currencies'
import { waterfall } from '../../../shared/domain/roi'
import { orpc } from '../../api'
import { ParetoChart } from '../../charts/ParetoChart'
import { TrendChart } from '../../charts/TrendChart'
import { WaterfallChart } from '../../charts/WaterfallChart'

import { type Format, useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { Answer } from '../../ui/Answer'
import { type Figure, FIGURE_COLOURS } from './figures'
import { paretoOf } from './pareto'
import classes from './roi.module.css'
import { daysOfKey } from './scope'

/** Opens the lines of a figure, of a row or of everything. */
export type OpenFigure = (figure: Figure, row: RoiRow) => void

interface WaterfallProps<R> {
  readonly now: R
  readonly onOpen: OpenFigure
}

/** Where the role hides a part of it there is no waterfall: its bars would tell what is hidden. */
export function Waterfall({ now, onOpen }: WaterfallProps<RoiRow>) {
  const t = useText('roi')
  return isWhole(now) ? <WholeWaterfall now={now} onOpen={onOpen} /> : <p>{t('charts.waterfallHidden')}</p>
}

type WholeRow = { readonly [K in keyof RoiRow]: K extends 'roi' | keyof Ratios ? RoiRow[K] : NonNullable<RoiRow[K]> }
type Ratios = Pick<RoiRow, 'refundRate' | 'commissionRate' | 'gpm'>

function isWhole(row: RoiRow): row is WholeRow {
  const { sampleCost, fees, ads, otherCosts, platformFees, cogs, contribution } = row
  return [sampleCost, fees, ads, otherCosts, platformFees, cogs, contribution].every((amount) => amount !== null)
}

function WholeWaterfall({ now, onOpen }: WaterfallProps<WholeRow>) {
  const t = useText('roi')
  const format = useFormat()
  const text = useMoneyText(now.currency)
  const bars = useMemo(
    () =>
      waterfall({ ...now, views: null }).filter(
        ({ step, amount }) => amount !== 0 || step === 'gmv' || step === 'contribution',
      ),
    [now],
  )
  const steps = useMemo(
    () =>
      bars.map(({ step, start, end }) => ({
        label: t(`figures.${step}`),
        start,
        end,
        isLevel: step === 'gmv' || step === 'contribution',
      })),
    [bars, t],
  )
  const largest = bars.filter(({ amount }) => amount < 0 && amount > -Infinity).toSorted((a, b) => a.amount - b.amount)
  const deduction = largest.find(({ step }) => step !== 'contribution')
  const largestSaid = deduction
    ? t('charts.waterfallLargest', { step: t(`figures.${deduction.step}`), amount: text.short(-deduction.amount) })
    : ''
  const said = t(now.gmv > 0 ? 'charts.waterfallSaid' : 'charts.waterfallPlain', {
    gmv: text.short(now.gmv),
    contribution: text.short(now.contribution),
    share: format.percent(now.gmv > 0 ? now.contribution / now.gmv : 0),
    largest: largestSaid,
  })
  return (
    <WaterfallChart
      title={t('charts.waterfall')}
      sentence={said}
      steps={steps}
      text={text}
      onPick={(index) => bars[index] && onOpen(bars[index].step, now)}
    />
  )
}

const GRAINS = ['auto', 'day', 'week', 'month'] as const
type Grain = (typeof GRAINS)[number]

export function Trend({ scope, onOpen }: { readonly scope: RoiScope; readonly onOpen: OpenFigure }) {
  const t = useText('roi')
  const [grain, setGrain] = useState<Grain>('auto')
  const input = { ...scope, ...(grain !== 'auto' && { grain }) }
  const query = useQuery(orpc.roi.trend.queryOptions({ input, placeholderData: keepPreviousData }))
  const choice = (
    <SegmentedControl<Grain>
      aria-label={t('charts.grainLabel')}
      data={GRAINS.map((value) => ({ value, label: t(`charts.grain.${value}`) }))}
      value={grain}
      onChange={setGrain}
    />
  )
  return (
    <div className={classes.trend}>
      <Answer query={query}>{(trend) => <TrendOf {...trend} choice={choice} onOpen={onOpen} />}</Answer>
    </div>
  )
}

interface TrendOfProps {
  readonly grain: 'day' | 'week' | 'month'
  readonly rows: readonly RoiRow[]
  readonly choice: ReactNode
  readonly onOpen: OpenFigure
}

const SERIES = ['gmv', 'netGmv', 'contribution'] as const

function TrendOf({ grain, rows, choice, onOpen }: TrendOfProps) {
  const t = useText('roi')
  const format = useFormat()
  const text = useMoneyText(rows.find(({ currency }) => currency !== '')?.currency ?? 'USD')
  const labels = useMemo(
    () =>
      rows.map(({ keys }) => {
        const key = keys[grain] ?? ''
        return grain === 'month' ? format.month(key) : format.shortDay(daysOfKey(grain, key).from)
      }),
    [rows, grain, format],
  )
  const series = useMemo(
    () =>
      SERIES.map((figure) => ({
        name: t(`figures.${figure}`),
        values: rows.map((row) => row[figure]),
        colour: FIGURE_COLOURS[figure],
      })),
    [rows, t],
  )
  const best = rows.toSorted((a, b) => b.gmv - a.gmv)[0]
  const sentence =
    best && best.gmv > 0
      ? t('charts.trendSaid', {
          grain: t(`charts.grainIn.${grain}`),
          when: daysText(grain, best.keys[grain] ?? '', format),
          gmv: text.exact(best.gmv),
        })
      : t('charts.trendNone')
  return (
    <TrendChart
      title={t('charts.trend')}
      sentence={sentence}
      labels={labels}
      series={series}
      text={text}
      actions={choice}
      onPick={(index) => rows[index] && onOpen('gmv', rows[index])}
    />
  )
}

function daysText(grain: 'day' | 'week' | 'month', key: string, format: Format): string {
  const { from, to } = daysOfKey(grain, key)
  return grain === 'month' ? format.month(key) : format.period(from, to)
}

const PARETO_ROWS = 20

export function Pareto({ scope, onOpen }: { readonly scope: RoiScope; readonly onOpen: OpenFigure }) {
  const best = useQuery(
    orpc.roi.table.queryOptions({
      input: { ...scope, by: ['creator'], sort: { column: 'gmv', descending: true }, limit: PARETO_ROWS },
      placeholderData: keepPreviousData,
    }),
  )
  // Costs without a creator make a row of their own, which is no creator; by key it would come first.
  const first = useQuery(
    orpc.roi.table.queryOptions({
      input: { ...scope, by: ['creator'], sort: { column: 'key', descending: false }, limit: 1 },
      placeholderData: keepPreviousData,
    }),
  )
  const unnamed = first.data?.rows[0]?.keys.creator === '' ? 1 : 0
  return (
    <Answer query={best}>
      {({ rows, rowCount, total }) => (
        <ParetoOf rows={rows} creators={rowCount - unnamed} total={total} onOpen={onOpen} />
      )}
    </Answer>
  )
}

interface ParetoOfProps {
  readonly rows: readonly RoiRow[]
  readonly creators: number
  readonly total: RoiRow
  readonly onOpen: OpenFigure
}

function ParetoOf({ rows, creators, total, onOpen }: ParetoOfProps) {
  const t = useText('roi')
  const format = useFormat()
  const text = useMoneyText(total.currency)
  const { bars, top, topShare } = useMemo(() => paretoOf(rows, total.gmv), [rows, total])
  const drawn = useMemo(() => bars.map(({ keys, gmv }) => ({ label: `@${keys.creator ?? ''}`, value: gmv })), [bars])
  const sentence =
    topShare === null
      ? t('charts.paretoNone')
      : t('charts.paretoSaid', { top, creators, share: format.percent(topShare) })
  return (
    <ParetoChart
      title={t('charts.pareto')}
      sentence={sentence}
      measure={t('figures.gmv')}
      bars={drawn}
      whole={total.gmv}
      text={text}
      onPick={(index) => bars[index] && onOpen('gmv', bars[index])}
    />
  )
}

function useMoneyText(currency: string) {
  const format = useFormat()
  return useMemo(
    () => ({
      exact: (minor: number) => format.money(Math.round(minor), currency),
      short: (minor: number) => format.shortMoney(Math.round(minor), currency),
      bare: (minor: number) => format.shortCount(minor / 10 ** decimalsOf(currency)),
    }),
    [format, currency],
  )
}
