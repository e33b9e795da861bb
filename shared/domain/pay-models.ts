/**
 * What creators are paid beside or instead of a commission rate: the fields of each model, and what is owed for what came.
 *
 * Pure, integer minor units of one currency; a share of an amount is rounded to the nearest unit, halves away from zero.
 */

import { roundedShare } from './orders'
import { z } from '../schema'

const Minor = z.int().min(0).max(1_000_000_000_000)
const Share = z.int().min(0).max(10_000)
const Count = z.int().min(0).max(1_000_000)
const Tier = z.object({ from: Minor, rate: Share })

/** Every model's fields, in the order in which a form asks for them. */
export const PAY_TERMS = {
  /** Cost per sale: a share of the commission base, in place of the plan's rate. */
  cps: z.object({ rate: Share }),
  /** A fixed fee: once, or for each valid content. */
  flat: z.object({ amount: Minor, per: z.enum(['once', 'content']).default('once') }),
  /** A guarantee paid ahead and a share of sales, of which `recoup` of the guarantee is kept back first. */
  guaranteed: z.object({ guarantee: Minor, rate: Share, recoup: Share.default(10_000) }),
  /** A fixed fee a month; with `perMonth` contents agreed, months with fewer are paid in part. */
  retainer: z.object({ amount: Minor, perMonth: Count.default(0) }),
  /** A share that grows with sales: of everything at the step that was reached, or of each slice at its own. */
  tierLadder: z.object({ tiers: z.array(Tier).min(1).max(20), mode: z.enum(['whole', 'slices']).default('whole') }),
  /** Prizes by rank (first, second…) for whoever sold at least `minimum`. */
  contest: z.object({ prizes: z.array(Minor).min(1).max(100), minimum: Minor.default(0) }),
  /** The sample is all there is. */
  sampleOnly: z.object({}),
  /** A fee for the right to advertise a content, for each begun stretch of `days`. */
  adCode: z.object({ fee: Minor, days: z.int().min(1).max(3650).default(30) }),
  /** A fee for each post on another platform, of at most `most` posts (0: no limit). */
  multiPlatform: z.object({
    fee: Minor,
    platforms: z.array(z.string().min(1).max(40)).max(20),
    most: Count.default(0),
  }),
} as const

export const PAY_MODELS = Object.keys(PAY_TERMS) as (keyof typeof PAY_TERMS)[]
export type PayModel = keyof typeof PAY_TERMS
export type PayTerms<M extends PayModel> = z.output<(typeof PAY_TERMS)[M]>

/** A model with its fields. */
export type Pay = { readonly [M in PayModel]: { readonly model: M; readonly terms: PayTerms<M> } }[PayModel]

export type PayFieldKind = 'money' | 'share' | 'count' | 'choice' | 'tiers' | 'prizes' | 'platforms'

/** How each field is asked for and shown. */
export const PAY_FIELDS: { readonly [M in PayModel]: Readonly<Record<keyof PayTerms<M> & string, PayFieldKind>> } = {
  cps: { rate: 'share' },
  flat: { amount: 'money', per: 'choice' },
  guaranteed: { guarantee: 'money', rate: 'share', recoup: 'share' },
  retainer: { amount: 'money', perMonth: 'count' },
  tierLadder: { tiers: 'tiers', mode: 'choice' },
  contest: { prizes: 'prizes', minimum: 'money' },
  sampleOnly: {},
  adCode: { fee: 'money', days: 'count' },
  multiPlatform: { fee: 'money', platforms: 'platforms', most: 'count' },
}

/** What came of it. What a model does not ask for is not looked at. */
export interface PayResults {
  /** Commission base in minor units: price × quantity kept. */
  readonly base: number
  /** Contents that count. */
  readonly contents: number
  /** Contents that count, of each month that was begun. */
  readonly months: readonly number[]
  /** 1: the best; null: no rank. */
  readonly rank: number | null
  /** Days for which each content's code was given. */
  readonly adDays: readonly number[]
  /** Posts on other platforms. */
  readonly otherPosts: number
}

export const NO_RESULTS: PayResults = { base: 0, contents: 0, months: [], rank: null, adDays: [], otherPosts: 0 }

export interface Owed {
  /** Fixed by word, whatever is sold. */
  readonly fixed: number
  /** From sales. */
  readonly share: number
  /** Of an advance, what sales have not earned back yet. */
  readonly unrecouped: number
}

/** The terms of a model as somebody typed or stored them; null where they are none. */
export function readPay(model: string, terms: unknown): Pay | null {
  const known = PAY_MODELS.find((one) => one === model)
  if (known === undefined) return null
  const read = z.safeParse(PAY_TERMS[known], terms ?? {})
  // The schema is the model's own.
  return read.success ? ({ model: known, terms: read.data } as Pay) : null
}

/**
 * What is owed in all; `fixed + share` is the amount.
 *
 * - cps: base × rate. flat: amount, once or × contents. retainer: Σ months amount × min(1, contents ÷ perMonth).
 * - guaranteed: guarantee + max(0, base × rate − guarantee × recoup): with recoup 100 % the greater of both.
 * - tierLadder: base × rate of the highest step reached, or Σ slices, each at its own; below the first step nothing.
 * - contest: the prize of the rank where base ≥ minimum. adCode: Σ codes fee × ⌈days given ÷ days⌉.
 * - multiPlatform: fee × min(posts, most). sampleOnly: nothing.
 */
export function owed(pay: Pay, results: PayResults): Owed {
  switch (pay.model) {
    case 'cps':
      return bySales(shareOf(results.base, pay.terms.rate))
    case 'flat':
      return byWord(pay.terms.per === 'once' ? pay.terms.amount : pay.terms.amount * results.contents)
    case 'guaranteed':
      return guaranteed(pay.terms, results.base)
    case 'retainer':
      return byWord(sum(results.months.map((contents) => monthOf(pay.terms, contents))))
    case 'tierLadder':
      return bySales(laddered(pay.terms, results.base))
    case 'contest':
      return byWord(prizeOf(pay.terms, results))
    case 'sampleOnly':
      return byWord(0)
    case 'adCode':
      return byWord(sum(results.adDays.map((days) => pay.terms.fee * Math.ceil(Math.max(0, days) / pay.terms.days))))
    case 'multiPlatform':
      return byWord(
        pay.terms.fee * (pay.terms.most === 0 ? results.otherPosts : Math.min(results.otherPosts, pay.terms.most)),
      )
  }
}

/**
 * What is promised for certain, before anything is known of results: what a budget has to set aside. Null: it depends on how
 * much is delivered and no number was agreed (`contents`, `months` and the like are what the plan says; null: nothing).
 */
export function promised(
  pay: Pay,
  planned: { readonly contents: number | null; readonly months: number | null },
): number | null {
  switch (pay.model) {
    case 'flat':
      if (pay.terms.per === 'once') return pay.terms.amount
      return planned.contents === null ? null : pay.terms.amount * planned.contents
    case 'guaranteed':
      return pay.terms.guarantee
    case 'retainer':
      return planned.months === null ? null : pay.terms.amount * planned.months
    case 'contest':
      return sum(pay.terms.prizes)
    case 'adCode':
      return planned.contents === null ? null : pay.terms.fee * planned.contents
    case 'multiPlatform':
      return pay.terms.most === 0 ? null : pay.terms.fee * pay.terms.most
    case 'cps':
    case 'tierLadder':
    case 'sampleOnly':
      return 0
  }
}

function guaranteed({ guarantee, rate, recoup }: PayTerms<'guaranteed'>, base: number): Owed {
  const earned = shareOf(base, rate)
  const keptBack = shareOf(guarantee, recoup)
  return {
    fixed: guarantee,
    share: Math.max(0, earned - keptBack),
    unrecouped: Math.max(0, keptBack - Math.max(0, earned)),
  }
}

function monthOf({ amount, perMonth }: PayTerms<'retainer'>, contents: number): number {
  return perMonth === 0 || contents >= perMonth ? amount : roundedShare(amount, Math.max(0, contents), perMonth)
}

function laddered({ tiers, mode }: PayTerms<'tierLadder'>, base: number): number {
  const steps = tiers.toSorted((a, b) => a.from - b.from)
  if (mode === 'whole') return shareOf(base, steps.findLast(({ from }) => from <= base)?.rate ?? 0)
  return sum(
    steps.map(({ from, rate }, index) =>
      shareOf(Math.max(0, Math.min(base, steps[index + 1]?.from ?? base) - from), rate),
    ),
  )
}

function prizeOf({ prizes, minimum }: PayTerms<'contest'>, { rank, base }: PayResults): number {
  return rank === null || base < minimum ? 0 : (prizes[rank - 1] ?? 0)
}

function shareOf(amount: number, basisPoints: number): number {
  return roundedShare(amount, basisPoints, 10_000)
}

function bySales(share: number): Owed {
  return { fixed: 0, share: Math.max(0, share), unrecouped: 0 }
}

function byWord(fixed: number): Owed {
  return { fixed, share: 0, unrecouped: 0 }
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
