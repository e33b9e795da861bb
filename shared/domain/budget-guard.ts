/**
 * What a campaign has taken of its budget, what is promised, and when it will be used up.
 *
 * Integer minor units of one currency. A part of which nothing is known is named, never taken as 0 in silence.
 */

import { addDays, dayNumber } from './days'

export const BUDGET_PARTS = ['fees', 'commission', 'samples', 'freight', 'ads', 'other'] as const
export type BudgetPart = (typeof BUDGET_PARTS)[number]

/** One amount that counts, with the day it lies on: what a figure can be traced to. */
export interface Spending {
  readonly part: BudgetPart
  readonly day: string
  readonly amount: number
  /** Agreed, and not spent yet whatever its day is: a sample that was approved and not shipped. */
  readonly isPromised?: boolean
}

export interface BudgetInput {
  /** Null: no budget was set. */
  readonly cap: number | null
  readonly today: string
  readonly fromDay: string | null
  readonly toDay: string | null
  /** Up to today it is spent; what lies later is committed. */
  readonly spending: readonly Spending[]
  /** Fixed amounts of the agreed terms, in all; null: nobody may see or knows them. */
  readonly promisedFees: number | null
  /** Parts of which something is not known, beside what follows from the input itself. */
  readonly unknown: readonly BudgetPart[]
}

export interface BudgetLine {
  readonly part: BudgetPart
  readonly spent: number
  readonly committed: number
  /** What is still to be expected until the plan ends, at the pace of the last days; commission and ads alone. */
  readonly expected: number
  readonly known: boolean
}

export const BUDGET_PROMPTS = [8000, 10_000] as const

export interface Budget {
  readonly lines: readonly BudgetLine[]
  readonly spent: number
  readonly committed: number
  readonly expected: number
  readonly cap: number | null
  /** (spent + committed) ÷ cap in basis points, rounded down; null: no cap. */
  readonly used: number | null
  /** The same with what is expected. */
  readonly usedAtEnd: number | null
  /** The prompt that was passed: 8000, 10000 (basis points), or null. */
  readonly prompt: (typeof BUDGET_PROMPTS)[number] | null
  /** Per day, of the parts that run on by themselves. */
  readonly pace: number
  /** The day on which spent and committed reach the cap at this pace; null: no cap, no pace, or not before the end. */
  readonly exhaustedOn: string | null
  readonly unknown: readonly BudgetPart[]
}

/** Days whose spending says how it goes on. */
export const PACE_DAYS = 14

/** Parts that go on as long as the plan runs; all others are agreed one by one. */
const RUNNING: readonly BudgetPart[] = ['commission', 'ads']

/**
 * - spent: days up to today. committed: later days, and of the promised fees what no fee was written for yet.
 * - pace: running parts of the last 14 days (of the days since the plan began, if fewer) ÷ their number.
 * - expected: pace × days left, each part for itself, rounded; nothing for a plan without an end.
 * - exhaustedOn: today, where nothing is left; else today + ⌈left ÷ pace⌉ days, if the plan still runs then.
 */
export function budgetOf(input: BudgetInput): Budget {
  const { cap, today, toDay, promisedFees } = input
  const lines = BUDGET_PARTS.map((part) => lineOf(part, input))
  const total = (field: 'spent' | 'committed' | 'expected') => lines.reduce((sum, line) => sum + line[field], 0)
  const [spent, committed, expected] = [total('spent'), total('committed'), total('expected')]
  const running = RUNNING.reduce((sum, part) => sum + recentOf(part, input), 0)
  const days = paceDays(input)
  const used = shareOf(spent + committed, cap)
  return {
    lines,
    spent,
    committed,
    expected,
    cap,
    used,
    usedAtEnd: shareOf(spent + committed + expected, cap),
    prompt: used === null ? null : (BUDGET_PROMPTS.findLast((prompt) => used >= prompt) ?? null),
    pace: days === 0 ? 0 : Math.round(running / days),
    exhaustedOn: exhausted({ left: cap === null ? null : cap - spent - committed, running, days, today, toDay }),
    unknown: BUDGET_PARTS.filter((part) => input.unknown.includes(part) || (part === 'fees' && promisedFees === null)),
  }
}

/** What was spent up to each day, from the plan's beginning (or the first amount) to today. */
export function burnLine(
  input: Pick<BudgetInput, 'today' | 'fromDay' | 'spending'>,
): readonly { day: string; spent: number }[] {
  const past = input.spending.filter(({ day, isPromised }) => day <= input.today && isPromised !== true)
  const first = [...past.map(({ day }) => day), ...(input.fromDay !== null ? [input.fromDay] : [])].sort()[0]
  if (first === undefined || first > input.today) return []
  const byDay = new Map<string, number>()
  for (const { day, amount } of past) byDay.set(day, (byDay.get(day) ?? 0) + amount)
  const points: { day: string; spent: number }[] = []
  let spent = 0
  for (let day = first; day <= input.today; day = addDays(day, 1)) {
    spent += byDay.get(day) ?? 0
    points.push({ day, spent })
  }
  return points
}

function lineOf(part: BudgetPart, input: BudgetInput): BudgetLine {
  const { today, toDay, spending, promisedFees, unknown } = input
  const isSpent = ({ day, isPromised }: Spending) => day <= today && isPromised !== true
  const sum = (isWanted: boolean) =>
    spending.reduce((total, one) => total + (one.part === part && isSpent(one) === isWanted ? one.amount : 0), 0)
  const [spent, later] = [sum(true), sum(false)]
  const open = part === 'fees' ? Math.max(0, (promisedFees ?? 0) - spent - later) : 0
  const daysLeft = toDay === null ? 0 : Math.max(0, dayNumber(toDay) - dayNumber(today))
  const days = paceDays(input)
  const runs = RUNNING.includes(part) && days > 0
  return {
    part,
    spent,
    committed: later + open,
    expected: runs ? Math.max(0, Math.round((recentOf(part, input) * daysLeft) / days) - later) : 0,
    known: !unknown.includes(part) && !(part === 'fees' && promisedFees === null),
  }
}

function paceDays({ today, fromDay }: BudgetInput): number {
  const since = fromDay === null ? PACE_DAYS : dayNumber(today) - dayNumber(fromDay) + 1
  return Math.max(0, Math.min(PACE_DAYS, since))
}

function recentOf(part: BudgetPart, input: BudgetInput): number {
  const from = addDays(input.today, 1 - paceDays(input))
  return input.spending.reduce(
    (total, one) => total + (one.part === part && one.day >= from && one.day <= input.today ? one.amount : 0),
    0,
  )
}

interface Running {
  readonly left: number | null
  readonly running: number
  readonly days: number
  readonly today: string
  readonly toDay: string | null
}

function exhausted({ left, running, days, today, toDay }: Running): string | null {
  if (left === null) return null
  if (left <= 0) return today
  if (running <= 0 || days === 0) return null
  const day = addDays(today, Math.min(Math.ceil((left * days) / running), 36_500))
  return toDay !== null && day > toDay ? null : day
}

function shareOf(amount: number, cap: number | null): number | null {
  return cap === null || cap <= 0 ? null : Math.floor((amount * 10_000) / cap)
}
