/**
 * Caps and stock among requests that the rules approve: given out in the order of the requests, oldest first.
 *
 * What is beyond a cap or below a floor of stock asks; nothing here declines. What was approved earlier the same day and
 * week (of the shop's own calendar) counts first.
 */

import { type Bound, type RequestFacts, type RuleLine, type SampleRules, line, suggestionOf } from './sample-rules'
import { stockAnswer } from './stock'

/** How many were approved at a shop, all in all and by the person who is looking. */
export interface CapUse {
  readonly shopDay: number
  readonly shopWeek: number
  readonly personDay: number
  readonly personWeek: number
}

export const CAP_NAMES = ['shopDay', 'shopWeek', 'personDay', 'personWeek'] as const

/** Pieces that can still be promised, and how many are to be kept; null: nobody counted, no floor. */
export interface StockLeft {
  readonly available: number | null
  readonly floor: number | null
}

export interface Judged {
  readonly facts: RequestFacts
  readonly lines: readonly RuleLine[]
}

/** What the caps and the stock of the requests' shops are; asked once for each shop and product. */
export interface Supplies {
  readonly rules: (shopId: string) => SampleRules
  readonly used: (shopId: string) => CapUse
  /** Of the product of this request, with the floor for this creator. */
  readonly stock: (facts: RequestFacts) => StockLeft
}

/** The same requests, oldest first, with the lines of caps and stock. */
export function allot(judged: readonly Judged[], supplies: Supplies): readonly Judged[] {
  const used = new Map<string, Record<keyof CapUse, number>>()
  const taken = new Map<string, number>()
  return judged
    .toSorted((a, b) => inOrder(a.facts, b.facts))
    .map(({ facts, lines }) => {
      const rules = supplies.rules(facts.shopId)
      const counts = used.get(facts.shopId) ?? { ...supplies.used(facts.shopId) }
      used.set(facts.shopId, counts)
      const product = JSON.stringify([facts.shopId, facts.productId])
      const promised = taken.get(product) ?? 0
      const green = suggestionOf(lines) === 'approve'
      const more = [
        ...(rules.stock ? stockLines(supplies.stock(facts), promised, facts.quantity) : []),
        ...(green ? capLines(rules, counts) : []),
      ]
      const all = [...lines, ...more]
      if (suggestionOf(all) === 'approve') {
        for (const cap of CAP_NAMES) counts[cap]++
        taken.set(product, promised + facts.quantity)
      }
      return { facts, lines: all }
    })
}

/** The longest waiting first; those without a time last; of one moment by id, at everybody's alike. */
export function inOrder(
  a: Pick<RequestFacts, 'id' | 'requestedAt'>,
  b: Pick<RequestFacts, 'id' | 'requestedAt'>,
): number {
  const [x, y] = [a.requestedAt ?? Infinity, b.requestedAt ?? Infinity]
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** A floor that somebody set asks while nobody has counted; without a floor, uncounted stock says nothing. */
function stockLines({ available, floor }: StockLeft, promised: number, quantity: number): RuleLine[] {
  const left = available === null ? null : available - promised
  const asked = floor === null ? [] : [line('floor', 'approve', { found: left, wanted: floor })]
  switch (stockAnswer(left, quantity, true, { floorNew: null, floorProven: floor })) {
    case 'unknown':
      return asked.map((one) => ({ ...one, result: 'ask', because: 'unknown' }))
    case 'notEnough':
      return [line('stock', 'ask', { found: left, wanted: quantity })]
    case 'belowFloor':
      return asked.map((one) => ({ ...one, result: 'ask' }))
    case 'enough':
      return asked
  }
}

function capLines({ caps }: SampleRules, counts: CapUse): RuleLine[] {
  return CAP_NAMES.flatMap((cap) => {
    const wanted: Bound['bound'] | null = caps[cap]
    if (wanted === null) return []
    return [line(cap, counts[cap] < wanted ? 'approve' : 'ask', { found: counts[cap], wanted })]
  })
}
