/** Made-up exchange rates, one a month, near what the currencies were worth. */

import { addDays } from '../days'
import { randomOf } from './random'

/** US dollars for one unit. */
const DOLLARS: Readonly<Record<string, number>> = {
  USD: 1,
  GBP: 1.29,
  EUR: 1.1,
  CNY: 0.139,
  IDR: 0.0000613,
  THB: 0.0291,
  VND: 0.0000392,
  MYR: 0.225,
  SGD: 0.752,
  PHP: 0.0174,
  JPY: 0.0067,
  HKD: 0.128,
}

export interface DemoRate {
  readonly day: string
  readonly base: string
  readonly quote: string
  readonly rate: string
}

/** Rates of every base into `quote` from the first day on, changing on the first of each month. */
export function demoRates(
  seed: number,
  bases: readonly string[],
  quote: string,
  { from, to }: { readonly from: string; readonly to: string },
): DemoRate[] {
  const worth = DOLLARS[quote]
  if (worth === undefined) {
    return []
  }
  return bases
    .filter((base) => base !== quote)
    .flatMap((base) => {
      const random = randomOf(seed, 'rates', base)
      return firstDays(from, to).map((day) => ({
        day,
        base,
        quote,
        rate: decimalText(((DOLLARS[base] ?? 1) / worth) * (0.985 + random.next() * 0.03)),
      }))
    })
}

/** `from`, and the first day of every month after it up to `to`. */
export function firstDays(from: string, to: string): string[] {
  const days = [from]
  for (let day = nextMonth(from); day <= to; day = nextMonth(day)) {
    days.push(day)
  }
  return days
}

function nextMonth(day: string): string {
  return `${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`
}

/** Six digits that count, without an exponent. */
function decimalText(value: number): string {
  const text = Number(value.toPrecision(6)).toFixed(12)
  return text.replace(/\.?0+$/, '')
}
