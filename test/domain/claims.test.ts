/** Who holds a creator: hand-worked cases, and that arrival changes nothing. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { type Claim, collisionOf, holderOf, later, renewed } from '../../shared/domain/claims'

const DAY = 86_400_000
const T0 = Date.UTC(2026, 10, 1)

const claim = (owner: string, since: number, until: number, more: Partial<Claim> = {}): Claim => ({
  subject: 's',
  owner,
  since,
  until,
  lastContact: null,
  released: false,
  reason: null,
  origin: null,
  ...more,
})

describe('the holder', () => {
  test('is whoever claimed first', () => {
    const claims = [claim('Wang', T0 + DAY, T0 + 15 * DAY), claim('Li', T0, T0 + 14 * DAY)]
    expect(holderOf(claims, T0 + 2 * DAY)?.owner).toBe('Li')
  })

  test('of two who claimed in the same millisecond is the first by name', () => {
    const claims = [claim('Wang', T0, T0 + DAY), claim('Li', T0, T0 + DAY)]
    expect(holderOf(claims, T0)?.owner).toBe('Li')
  })

  test('is the next one when the first lapses, at the very instant', () => {
    const claims = [claim('Li', T0, T0 + 14 * DAY), claim('Wang', T0 + DAY, T0 + 15 * DAY)]
    expect(holderOf(claims, T0 + 14 * DAY - 1)?.owner).toBe('Li')
    expect(holderOf(claims, T0 + 14 * DAY)?.owner).toBe('Wang')
    expect(holderOf(claims, T0 + 15 * DAY)).toBeNull()
  })

  test('is nobody who released', () => {
    const claims = [claim('Li', T0, T0 + 14 * DAY, { released: true }), claim('Wang', T0 + DAY, T0 + 15 * DAY)]
    expect(holderOf(claims, T0 + DAY)?.owner).toBe('Wang')
  })

  test('is in nobody’s own way', () => {
    const claims = [claim('Li', T0, T0 + DAY), claim('Wang', T0 + 1, T0 + DAY)]
    expect(collisionOf(claims, 'Li', T0 + 2)).toBeNull()
    expect(collisionOf(claims, 'Wang', T0 + 2)?.owner).toBe('Li')
  })
})

describe('a contact', () => {
  test('prolongs a claim that holds from its own beginning', () => {
    const own = claim('Li', T0, T0 + 14 * DAY, { lastContact: T0 })
    expect(renewed(own, T0 + 3 * DAY, T0 + 3 * DAY, 14)).toEqual({
      since: T0,
      until: T0 + 17 * DAY,
      lastContact: T0 + 3 * DAY,
      released: false,
    })
  })

  test('begins a lapsed or released claim anew, behind those that came meanwhile', () => {
    const lapsed = claim('Li', T0, T0 + 14 * DAY)
    expect(renewed(lapsed, T0 + 14 * DAY, T0 + 14 * DAY, 14)?.since).toBe(T0 + 14 * DAY)
    const released = claim('Li', T0, T0 + 14 * DAY, { released: true })
    expect(renewed(released, T0 + DAY, T0 + DAY, 14)).toEqual({
      since: T0 + DAY,
      until: T0 + 15 * DAY,
      lastContact: T0 + DAY,
      released: false,
    })
  })

  test('that is written down late never shortens a claim', () => {
    const own = claim('Li', T0 + 5 * DAY, T0 + 19 * DAY, { lastContact: T0 + 5 * DAY })
    expect(renewed(own, T0 + 4 * DAY, T0 + 6 * DAY, 14)).toEqual({
      since: T0 + 4 * DAY,
      until: T0 + 19 * DAY,
      lastContact: T0 + 5 * DAY,
      released: false,
    })
  })

  test('of long ago claims nothing', () => {
    expect(renewed(null, T0, T0 + 14 * DAY, 14)).toBeNull()
  })
})

const owners = fc.constantFrom('Li', 'Wang', 'Mei', '小李')
const instants = fc.integer({ min: 0, max: 40 })
const claims = fc
  .record({
    owner: owners,
    since: instants,
    length: fc.integer({ min: 1, max: 20 }),
    released: fc.boolean(),
    lastContact: fc.option(instants),
    reason: fc.option(fc.constantFrom('a', 'b')),
  })
  .map(({ owner, since, length, ...more }) => claim(owner, since, since + length, more))

describe('whatever was claimed', () => {
  test('one person holds a creator at any time, if anybody’s claim holds; and the order does not matter', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(claims, { selector: ({ owner }) => owner }),
        instants,
        fc.infiniteStream(fc.nat()),
        (all, now, shuffle) => {
          const some = all.some(({ released, until }) => !released && until > now)
          const holder = holderOf(all, now)
          expect(holder !== null).toBe(some)
          const keys = new Map(all.map((one) => [one, shuffle.next().value ?? 0]))
          const shuffled = all.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0))
          expect(holderOf(shuffled, now)).toBe(holder)
          for (const { owner } of all)
            expect(collisionOf(all, owner, now) === null).toBe(!some || owner === holder?.owner)
        },
      ),
    )
  })

  test('reports of one person’s claim add up to the same in any order, however often they come', () => {
    const reports = fc.array(
      claims.map((one) => ({ ...one, owner: 'Li' })),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(reports, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (all, keys) => {
        const sum = (list: readonly Claim[]) => list.reduce(later)
        const again = [...all, ...all].map((one, i) => ({ one, key: keys[i] ?? 0 }))
        const shuffled = again.toSorted((a, b) => a.key - b.key).map(({ one }) => one)
        expect(sum(shuffled)).toEqual(sum(all))
      }),
    )
  })
})
