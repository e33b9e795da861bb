/** Caps and stock among requests: cases worked out by hand, and what must hold whatever the requests and rules. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { allot, type Judged, type Supplies } from '../../shared/domain/sample-allotment'
import { judge, type RequestFacts, suggestionOf } from '../../shared/domain/sample-rules'
import { anyFacts, anyRules, type Given, OFF, request, supplies } from '../support/sample-requests'

const waiting = (count: number, fields: Partial<RequestFacts> = {}): Judged[] =>
  Array.from({ length: count }, (_, at) => ({
    facts: request({ id: `r${at}`, requestedAt: 1000 + at, ...fields }),
    lines: [],
  }))

const allotted = (judged: readonly Judged[], given: Given) =>
  allot(judged, supplies(given)).map(({ facts, lines }) => `${facts.id} ${suggestionOf(lines)}`)

describe('caps and stock', () => {
  test('a cap of three with one approved already leaves two, the oldest first', () => {
    const given = { caps: { shopDay: 3 }, used: { shopDay: 1 } }
    expect(allotted(waiting(4).toReversed(), given)).toEqual(['r0 approve', 'r1 approve', 'r2 ask', 'r3 ask'])
  })

  test('the week holds beside the day, the person beside the shop', () => {
    const given = { caps: { shopDay: 9, shopWeek: 9, personWeek: 5 }, used: { personWeek: 4 } }
    expect(allotted(waiting(2), given)).toEqual(['r0 approve', 'r1 ask'])
  })

  test('what is declined or asked anyway uses up no cap', () => {
    const [first, ...others] = waiting(3)
    const blocked: Judged = { facts: first!.facts, lines: judge(request({ blocked: true }), OFF) }
    expect(allotted([blocked, ...others], { caps: { shopDay: 2 } })).toEqual(['r0 decline', 'r1 approve', 'r2 approve'])
  })

  test('a floor of ten stops at nine left: twelve pieces serve three', () => {
    expect(allotted(waiting(5), { available: 12, floor: 10 })).toEqual([
      'r0 approve',
      'r1 approve',
      'r2 approve',
      'r3 ask',
      'r4 ask',
    ])
  })

  test('three pieces are not in a stock of two; a stock that nobody counted says nothing without a floor', () => {
    expect(allotted(waiting(1, { quantity: 3 }), { available: 2 })).toEqual(['r0 ask'])
    expect(allotted(waiting(1), {})).toEqual(['r0 approve'])
    expect(allotted(waiting(1), { floor: 5 })).toEqual(['r0 ask'])
  })
})

describe('for every request and every rules', () => {
  test('without caps and stock the order of the requests changes nothing', () => {
    const plain = { ...OFF.caps }
    fc.assert(
      fc.property(fc.uniqueArray(anyFacts, { selector: ({ id }) => id, maxLength: 12 }), anyRules, (all, own) => {
        const given: Supplies = { ...supplies({}), rules: () => ({ ...own, stock: false, caps: plain }) }
        const judged = all.map((one) => ({ facts: one, lines: judge(one, own) }))
        const there = allot(judged, given)
        expect(allot(judged.toReversed(), given)).toEqual(there)
        for (const { facts: one, lines } of there) expect(suggestionOf(lines)).toBe(suggestionOf(judge(one, own)))
      }),
    )
  })

  test('with caps it is the same at everybody, never more than a cap, and caps turn nothing but green to ask', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyFacts, { selector: ({ id }) => id, maxLength: 15 }),
        anyRules,
        fc.option(fc.integer({ min: 0, max: 8 }), { nil: null }),
        fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }),
        (all, own, available, floor) => {
          const given: Supplies = { ...supplies({ available, floor }), rules: () => own }
          const judged = all.map((one) => ({ facts: one, lines: judge(one, own) }))
          const there = allot(judged, given)
          expect(allot(judged.toReversed(), given)).toEqual(there)
          const before = new Map(judged.map(({ facts: one, lines }) => [one.id, suggestionOf(lines)]))
          for (const shopId of ['us', 'vn']) {
            const mine = there.filter(({ facts: one }) => one.shopId === shopId)
            const green = mine.filter(({ lines }) => suggestionOf(lines) === 'approve')
            const most = Math.min(...Object.values(own.caps).map((limit) => limit ?? Infinity))
            expect(green.length).toBeLessThanOrEqual(most)
            const pieces = green.reduce((sum, { facts: one }) => sum + one.quantity, 0)
            expect(pieces).toBeLessThanOrEqual(own.stock ? (available ?? Infinity) : Infinity)
            for (const { facts: one, lines } of mine) {
              const was = before.get(one.id)
              const now = suggestionOf(lines)
              expect(now === was || (was === 'approve' && now === 'ask')).toBe(true)
            }
          }
        },
      ),
    )
  })
})
