/**
 * Exchange rates: which one is in force on a day, and how pasted text becomes rates.
 *
 * A rate holds from its day until the next one of the same pair; before the first there is none, and nothing is guessed:
 * a pair is answered directly or by its inverse, never across a third currency. In a month whose rate of a pair is locked,
 * that one holds on every day, whatever else is entered.
 */

import { addDays, isRealDay } from './days'

export interface RateEntry {
  readonly day: string
  readonly base: string
  readonly quote: string
  /** Decimal text: 1 `base` = `rate` `quote`. */
  readonly rate: string
  readonly source: string
}

/** The rate that a month's books are kept at. */
export interface RateLock extends RateEntry {
  /** `YYYY-MM`; `day` is the one that the rate is of. */
  readonly month: string
}

/** A rate as it was used: `value` quote units for one base unit. */
export interface RateInForce {
  readonly value: number
  readonly entry: RateEntry
  /** It is the one of its month's books. */
  readonly locked: boolean
}

/**
 * Finds rates by day.
 *
 * The latest day on or before the asked one wins; of two entries of that day the one given directly, then the one whose
 * source comes first in the alphabet, so that every replica answers alike.
 */
export function rateFinder(
  entries: readonly RateEntry[],
  locks: readonly RateLock[] = [],
): (base: string, quote: string, day: string) => RateInForce | null {
  const lockOf = lockFinder(locks)
  const byPair = new Map<string, { day: string; value: number; direct: boolean; entry: RateEntry }[]>()
  for (const entry of entries) {
    const value = Number(entry.rate)
    add(`${entry.base}${entry.quote}`, { day: entry.day, value, direct: true, entry })
    add(`${entry.quote}${entry.base}`, { day: entry.day, value: 1 / value, direct: false, entry })
  }
  for (const list of byPair.values()) {
    list.sort(
      (a, b) => compare(a.day, b.day) || Number(a.direct) - Number(b.direct) || compare(b.entry.source, a.entry.source),
    )
  }

  return (base, quote, day) => {
    const lock = lockOf(base, quote, day)
    if (lock !== null) return lock
    const list = byPair.get(base + quote) ?? []
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((list[middle]?.day ?? '') <= day) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    const found = list[low - 1]
    return found ? { value: found.value, entry: found.entry, locked: false } : null
  }

  function add(pair: string, item: { day: string; value: number; direct: boolean; entry: RateEntry }): void {
    const list = byPair.get(pair)
    if (list) {
      list.push(item)
    } else {
      byPair.set(pair, [item])
    }
  }
}

/** The locked rate of a day's month: the one of the pair itself before its inverse. */
function lockFinder(locks: readonly RateLock[]): (base: string, quote: string, day: string) => RateInForce | null {
  const known = new Map(locks.map((lock) => [`${lock.month}${lock.base}${lock.quote}`, lock]))
  return (base, quote, day) => {
    const month = day.slice(0, 7)
    const direct = known.get(month + base + quote)
    if (direct) return { value: Number(direct.rate), entry: direct, locked: true }
    const inverse = known.get(month + quote + base)
    return inverse ? { value: 1 / Number(inverse.rate), entry: inverse, locked: true } : null
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What decides whether a rate may still change: months that some shop has closed, and what is entered and locked. */
export interface ClosedBooks {
  /** `YYYY-MM`. */
  readonly closed: readonly string[]
  readonly rates: readonly Pick<RateEntry, 'day' | 'base' | 'quote'>[]
  readonly locks: readonly Pick<RateLock, 'month' | 'base' | 'quote'>[]
}

/**
 * The first closed month that a rate of this pair and day reaches into, or null. It holds from its day until the pair's next
 * one; a month whose rate is locked is converted at that, so nothing reaches into it.
 */
export function closedMonthTouched(
  { day, base, quote }: Pick<RateEntry, 'day' | 'base' | 'quote'>,
  { closed, rates, locks }: ClosedBooks,
): string | null {
  const isPair = (one: { readonly base: string; readonly quote: string }): boolean =>
    (one.base === base && one.quote === quote) || (one.base === quote && one.quote === base)
  const later = rates.filter((rate) => isPair(rate) && rate.day > day).map((rate) => rate.day)
  const until = later.toSorted()[0] ?? null
  const isLocked = (month: string): boolean => locks.some((lock) => lock.month === month && isPair(lock))
  const touched = closed.filter(
    (month) => month >= day.slice(0, 7) && (until === null || `${month}-01` < until) && !isLocked(month),
  )
  return touched.toSorted()[0] ?? null
}

export type RateProblem = 'noDay' | 'noCurrency' | 'noRate' | 'sameCurrency' | 'notADay'

export interface ReadRate {
  readonly line: number
  readonly text: string
  readonly rate: RateEntry | null
  readonly problem: RateProblem | null
}

/**
 * Reads pasted rates, one a line: a day, one or two currencies, a number, in any order, separated by tabs, commas,
 * semicolons or blanks. With one currency the other is `quote` (the currency beside it is the base). Days as
 * `2026-01-31`, `2026/1/31` or `2026-01` (its first day). A line of words alone (a header) is passed over.
 */
export function readRates(text: string, source: string, quote: string | null): ReadRate[] {
  return text.split(/\r\n|\n|\r/u).flatMap((line, index) => {
    const cells = line
      .trim()
      .split(/[\t;,\s]+/u)
      .filter((cell) => cell !== '')
    return cells.length === 0 || isHeader(cells) ? [] : [readRate(index + 1, line.trim(), cells, source, quote)]
  })
}

/**
 * The same for the rates of one month: a line without a day is of the month's last day. Of several lines of one pair the last
 * one holds, as everywhere.
 */
export function readMonthRates(text: string, source: string, quote: string | null, month: string): ReadRate[] {
  const last = addDays(`${addDays(`${month}-01`, 31).slice(0, 7)}-01`, -1)
  const lines = text.split(/\r\n|\n|\r/u)
  return readRates(text, source, quote).map((read) =>
    read.problem === 'noDay'
      ? {
          ...(readRates(`${last} ${lines[read.line - 1] ?? ''}`, source, quote)[0] ?? read),
          line: read.line,
          text: read.text,
        }
      : read,
  )
}

function readRate(
  line: number,
  text: string,
  cells: readonly string[],
  source: string,
  quote: string | null,
): ReadRate {
  const currencies = cells
    .flatMap((cell) => /^([A-Za-z]{3})(?:[/-]?([A-Za-z]{3}))?$/u.exec(cell)?.slice(1) ?? [])
    .filter(Boolean)
    .map((code) => code.toUpperCase())
  const day = cells.map(readDay).find((value) => value !== null)
  const rate = cells.find((cell) => /^\d{1,12}(\.\d{1,12})?$/u.test(cell) && Number(cell) > 0)
  const [base, other = quote ?? undefined] = currencies
  const problem = problemOf(day, base, other, rate)
  if (problem !== null || !day || !base || !other || !rate) {
    return { line, text, rate: null, problem: problem ?? 'noRate' }
  }
  return { line, text, rate: { day, base, quote: other, rate, source }, problem: null }
}

function problemOf(
  day: string | undefined,
  base: string | undefined,
  quote: string | undefined,
  rate: string | undefined,
): RateProblem | null {
  if (day === undefined) {
    return 'noDay'
  }
  if (!isRealDay(day)) {
    return 'notADay'
  }
  if (!base || !quote) {
    return 'noCurrency'
  }
  if (base === quote) {
    return 'sameCurrency'
  }
  return rate ? null : 'noRate'
}

function readDay(cell: string): string | null {
  const match = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?月?$/u.exec(cell)
  return match ? `${match[1]}-${match[2]?.padStart(2, '0')}-${(match[3] ?? '1').padStart(2, '0')}` : null
}

function isHeader(cells: readonly string[]): boolean {
  return !cells.some((cell) => /\d/u.test(cell))
}
