/** A figure of a creator in words: money with its currency, rates in percent, counts grouped. */

import { METRICS, type MetricName } from '../../shared/domain/metric-names'
import type { Format } from '../format/use-format'

/** `value` in minor units, basis points or whole, as `METRICS` says; money whose currency no source gives is a bare number. */
export function metricText(name: MetricName, value: number, currency: string | null, format: Format): string {
  switch (METRICS[name]) {
    case 'money':
      return currency === null ? format.count(value) : format.money(value, currency)
    case 'ratio':
      return format.percent(value / 10_000, 2)
    case 'count':
      return format.count(value)
  }
}

/** As `metricText`, short enough for an axis. */
export function shortMetricText(name: MetricName, value: number, currency: string | null, format: Format): string {
  if (METRICS[name] === 'money' && currency !== null) return format.shortMoney(value, currency)
  return METRICS[name] === 'ratio' ? format.percent(value / 10_000, 1) : format.shortCount(value)
}
