/** A figure of one creator over time, beside their category: as a line, as a table, and as a sentence. */

import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import type { TrendSeries } from '../../shared/contract/metrics'
import type { MetricName } from '../../shared/domain/metric-names'
import { orpc } from '../api'
import { TrendChart } from '../charts/TrendChart'
import { type Format, useFormat } from '../format/use-format'
import { type Text, useText } from '../messages/i18n'
import { useShops } from '../session/shops'
import { Answer } from '../ui/Answer'
import classes from './figures.module.css'
import { metricText, shortMetricText } from './metric-text'

/** Figures that people follow over time. */
const FOLLOWED = ['gpm', 'cvr', 'ctr', 'gmv', 'orders', 'avgViews'] as const satisfies readonly MetricName[]

export interface CreatorTrendProps {
  readonly creatorId: string
  readonly name?: MetricName
}

export function CreatorTrend({ creatorId, name: first = 'gpm' }: CreatorTrendProps) {
  const t = useText('metrics')
  const [name, setName] = useState<MetricName>(first)
  const query = useQuery(orpc.metrics.trend.queryOptions({ input: { creatorId, name } }))
  return (
    <div className={classes.trend}>
      <div className={classes.choices}>
        <Select
          aria-label={t('trend.figure')}
          data={FOLLOWED.map((value) => ({ value, label: t(`name.${value}`) }))}
          value={name}
          onChange={(value) => setName(FOLLOWED.find((each) => each === value) ?? name)}
          allowDeselect={false}
        />
      </div>
      <Answer query={query}>
        {({ series, ofCategory, category }) => (
          <Trend key={name} name={name} series={series} ofCategory={ofCategory} category={category} />
        )}
      </Answer>
    </div>
  )
}

interface TrendProps {
  readonly name: MetricName
  readonly series: readonly TrendSeries[]
  readonly ofCategory: readonly TrendSeries[]
  readonly category: string | null
}

function Trend({ name, series, ofCategory, category }: TrendProps) {
  const t = useText('metrics')
  const format = useFormat()
  const shops = useShops()
  const [chosen, setChosen] = useState(0)
  const own = series[chosen]
  const lines = useMemo(
    () => (own === undefined ? null : linesOf(own, ofCategory, category, t, format)),
    [own, ofCategory, category, format, t],
  )
  const currency = own?.currency ?? null
  const text = useMemo(
    () => ({
      exact: (value: number) => metricText(name, value, currency, format),
      short: (value: number) => shortMetricText(name, value, currency, format),
    }),
    [name, currency, format],
  )
  if (own === undefined || lines === null) return <p className={classes.note}>{t('trend.none')}</p>
  const where = ({ source, shopId, days }: TrendSeries) =>
    t('trend.windows', {
      source: t(`source.${source}`),
      where: shops.find(({ id }) => id === shopId)?.name ?? t('trend.everywhere'),
      windows: days === null ? t('trend.months') : t('trend.days', { count: days }),
    })
  return (
    <TrendChart
      title={t('trend.title', { name: t(`name.${name}`) })}
      sentence={sentenceOf(own, t(`name.${name}`), text.exact, t, format)}
      labels={lines.labels}
      series={lines.series}
      text={text}
      actions={
        series.length > 1 && (
          <Select
            aria-label={t('trend.series')}
            data={series.map((each, at) => ({ value: String(at), label: where(each) }))}
            value={String(chosen)}
            onChange={(value) => setChosen(Number(value ?? chosen))}
            allowDeselect={false}
          />
        )
      }
    />
  )
}

/** The creator's line, and that of their category over the same windows. */
function linesOf(
  own: TrendSeries,
  ofCategory: readonly TrendSeries[],
  category: string | null,
  t: Text<'metrics'>,
  format: Format,
) {
  const windows = withGaps(own)
  const beside = category === null ? undefined : ofCategory.find((other) => keyOf(other) === keyOf(own))
  const values = new Map(beside?.points.map(({ from, to, value }) => [`${from} ${to}`, value]))
  const others = windows.map((point) => (point === null ? null : (values.get(`${point.from} ${point.to}`) ?? null)))
  return {
    labels: windows.map((point) => (point === null ? '…' : format.period(point.from, point.to))),
    series: [
      { name: t('trend.own'), values: windows.map((point) => point?.value ?? null), colour: 0 },
      ...(beside === undefined
        ? []
        : [{ name: t('trend.category', { category: category ?? '' }), values: others, colour: 1 }]),
    ],
  }
}

function keyOf({ source, shopId, currency, days }: TrendSeries): string {
  return JSON.stringify([source, shopId, currency, days])
}

/** The points, with a null in front of each that something unknown lies before. */
function withGaps({ points }: TrendSeries): (TrendSeries['points'][number] | null)[] {
  return points.flatMap((point) => (point.gapDays > 0 ? [null, point] : [point]))
}

function sentenceOf(
  { points }: TrendSeries,
  name: string,
  exact: (value: number) => string,
  t: Text<'metrics'>,
  format: Format,
): string {
  const [first] = points
  const last = points.at(-1)
  if (first === undefined || last === undefined) return ''
  if (points.length === 1) {
    return t('trend.one', { name, value: exact(first.value), period: format.period(first.from, first.to) })
  }
  const change = first.value === 0 ? '' : format.change(last.value / first.value - 1)
  const gaps = points.filter(({ gapDays }) => gapDays > 0).length
  const said = t('trend.change', {
    name,
    first: exact(first.value),
    last: exact(last.value),
    change: change === '' ? '–' : change,
    count: points.length,
    to: format.day(last.to),
  })
  return gaps === 0 ? said : `${said} ${t('trend.gaps', { count: gaps })}`
}
