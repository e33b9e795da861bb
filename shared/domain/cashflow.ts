/**
 * Thirteen weeks of money: what comes in, what goes out, what is left, and where it gets tight.
 *
 * Weeks begin on Monday. Every figure of a week is the sum of its items and nothing else; the balance of a day is the opening
 * balance and everything up to that day's end.
 */

import type { CashItem } from './cash-items'

export const CASH_WEEKS = 13
const WEEK = 7

/** Days are numbers since 1970-01-01. */
export interface CashFrame {
  readonly today: number
  /** The Monday of the week that holds today. */
  readonly first: number
  readonly weeks: number
}

export function cashFrame(today: number, weeks = CASH_WEEKS): CashFrame {
  // 1970-01-01 was a Thursday.
  const sinceMonday = (((today + 3) % WEEK) + WEEK) % WEEK
  return { today, first: today - sinceMonday, weeks }
}

/** The last day of the last week. */
export function lastDayOf({ first, weeks }: CashFrame): number {
  return first + weeks * WEEK - 1
}

/** `passed`: it is in the opening balance. `beyond`: after the last week. */
export type Placement = number | 'passed' | 'beyond'

export type Placed<I extends CashItem = CashItem> = I & { readonly week: Placement }

/**
 * Where an item stands: by its day, what is after the cut and before this week in this week. `cut`: the day of the opening
 * balance, whose money it already holds.
 */
export function placementOf(day: number, cut: number, frame: CashFrame): Placement {
  if (day <= cut) return 'passed'
  if (day > lastDayOf(frame)) return 'beyond'
  return Math.max(0, Math.floor((day - frame.first) / WEEK))
}

/** What is in the accounts, in one currency. */
export interface Opening {
  readonly amount: number
  /** Below this a week is red. */
  readonly floor: number
}

export interface CashWeek {
  readonly from: number
  readonly to: number
  readonly inflow: number
  /** Not above zero. */
  readonly outflow: number
  /** At the end of the week; without an opening balance: the change since today. */
  readonly balance: number
  /** The lowest end of a day from today on, and the first such day. */
  readonly low: number
  readonly lowDay: number
  readonly red: boolean
}

export interface CashSum {
  readonly amount: number
  readonly items: number
}

export interface CashCalendar {
  readonly opening: Opening | null
  readonly weeks: readonly CashWeek[]
  readonly passed: CashSum
  readonly beyond: CashSum
}

/** The calendar of items in one currency. Without an opening balance no week is red: nobody knows. */
export function calendarOf(items: readonly Placed[], opening: Opening | null, frame: CashFrame): CashCalendar {
  const ends = dayEnds(items, opening, frame)
  const { inflow, outflow, passed, beyond } = sumsOf(items, frame)
  const weeks = Array.from({ length: frame.weeks }, (_, week): CashWeek => {
    const from = frame.first + week * WEEK
    const { low, lowDay } = lowest(ends, frame, week)
    return {
      from,
      to: from + WEEK - 1,
      inflow: inflow[week]!,
      outflow: outflow[week]!,
      balance: ends[week * WEEK + WEEK - 1]!,
      low,
      lowDay,
      red: opening !== null && low < opening.floor,
    }
  })
  return { opening, weeks, passed, beyond }
}

/** The balance at the end of each day of the frame; what came before its first day counts on that. */
function dayEnds(items: readonly Placed[], opening: Opening | null, frame: CashFrame): number[] {
  const changes = Array.from({ length: frame.weeks * WEEK }, () => 0)
  for (const { week, day, amount } of items) {
    if (typeof week === 'number') changes[Math.max(0, day - frame.first)]! += amount
  }
  let balance = opening?.amount ?? 0
  return changes.map((change) => (balance += change))
}

function lowest(ends: readonly number[], { first, today }: CashFrame, week: number) {
  let at = Math.max(week * WEEK, today - first)
  for (let day = at + 1; day < (week + 1) * WEEK; day++) {
    if (ends[day]! < ends[at]!) at = day
  }
  return { low: ends[at]!, lowDay: first + at }
}

/** What comes and goes by week, and what stands in none, in one pass. */
function sumsOf(items: readonly Placed[], { weeks }: CashFrame) {
  const inflow = Array.from({ length: weeks }, () => 0)
  const outflow = Array.from({ length: weeks }, () => 0)
  const passed = { amount: 0, items: 0 }
  const beyond = { amount: 0, items: 0 }
  for (const { week, amount } of items) {
    if (typeof week === 'number') {
      const flow = amount > 0 ? inflow : outflow
      flow[week]! += amount
    } else {
      const outside = week === 'passed' ? passed : beyond
      outside.amount += amount
      outside.items += 1
    }
  }
  return { inflow, outflow, passed, beyond }
}

/** What could be done about an item so that a red week is not. */
export type CashAction = 'delay' | 'pause' | 'postpone' | 'askEarlier'

export interface CashOption {
  readonly action: CashAction
  readonly item: Placed
  /** What the week's low point gains. */
  readonly gains: number
  /** It alone lifts the week over the floor. */
  readonly enough: boolean
  /** So many days later it can be paid; null: not within the weeks, or not a matter of days. */
  readonly days: number | null
}

export interface CashAdvice {
  readonly week: number
  /** How much is missing at the lowest point; above zero. */
  readonly short: number
  readonly lowDay: number
  /** From this day on no day is below the floor any more; null: not within the weeks. */
  readonly recovery: number | null
  /** What helps most first. */
  readonly options: readonly CashOption[]
  /** What all of them gain together. */
  readonly together: number
}

/**
 * What can be done about a red week, from its items alone: payments with a day that people chose, samples that have not left
 * the house, advertising, and clients' money that comes too late. What was paid later is paid on the day of recovery, from
 * which on the balance bears it. Null where the week is not red.
 */
export function adviceFor(
  items: readonly Placed[],
  { opening, weeks }: CashCalendar,
  frame: CashFrame,
  week: number,
): CashAdvice | null {
  const red = weeks[week]
  if (red === undefined || opening === null || !red.red) return null
  const short = opening.floor - red.low
  const recovery = recoveryOf(dayEnds(items, opening, frame), opening.floor, frame)
  const options = items.flatMap((item): CashOption[] => {
    const action = actionOf(item, red.lowDay, frame.today)
    if (action === null) return []
    const gains = Math.abs(item.amount)
    const days = recovery === null || action === 'pause' || action === 'askEarlier' ? null : recovery - item.day
    return [{ action, item, gains, enough: gains >= short, days }]
  })
  return {
    week,
    short,
    lowDay: red.lowDay,
    recovery,
    options: options.toSorted((a, b) => b.gains - a.gains || (a.item.key < b.item.key ? -1 : 1)),
    together: options.reduce((total, { gains }) => total + gains, 0),
  }
}

function actionOf({ week, kind, amount, day, movable }: Placed, lowDay: number, today: number): CashAction | null {
  if (typeof week !== 'number') return null
  if (kind === 'client' && amount > 0) return day > lowDay ? 'askEarlier' : null
  if (amount >= 0 || !movable || day < today || day > lowDay) return null
  return kind === 'payable' ? 'delay' : kind === 'sample' ? 'pause' : kind === 'ads' ? 'postpone' : null
}

function recoveryOf(ends: readonly number[], floor: number, { first }: CashFrame): number | null {
  const last = ends.findLastIndex((balance) => balance < floor)
  return last === ends.length - 1 ? null : first + last + 1
}
