import { describe, expect, test } from 'vitest'

import {
  datesIn,
  nextState,
  SAMPLE,
  SAMPLE_STATES,
  type SampleState,
  stateBefore,
  stepsTo,
} from '../../shared/domain/samples'

/** What may follow what, written down by hand from how samples go; everything else is refused. */
const ALLOWED = `
requested:  approved declined cancelled
approved:   packed requested declined cancelled
packed:     shipped approved cancelled
shipped:    delivered lost refused returned packed
delivered:  contentDue returned shipped
contentDue: posted noPost refundable returned delivered
posted:     verified contentDue
verified:   closed posted
closed:     verified
declined:   requested
cancelled:  requested
lost:       shipped approved closed
refused:    shipped approved closed
returned:   shipped approved closed
noPost:     posted contentDue refundable closed
refundable: posted contentDue closed
`

test('of all 256 pairs of states exactly these may follow one another', () => {
  const wanted = new Set(
    ALLOWED.trim()
      .split('\n')
      .flatMap((line) => {
        const [from = '', to = ''] = line.split(':')
        return to
          .trim()
          .split(/\s+/u)
          .map((one) => `${from}>${one}`)
      }),
  )
  const pairs = SAMPLE_STATES.flatMap((from) => SAMPLE_STATES.map((to) => [from, to] as const))
  expect(pairs).toHaveLength(256)
  const allowed = pairs.filter(([from, to]) => SAMPLE.edges[from].includes(to)).map(([from, to]) => `${from}>${to}`)
  expect(new Set(allowed)).toEqual(wanted)
})

describe('the way that a file skips', () => {
  test.each<readonly [SampleState, SampleState, readonly SampleState[] | null]>([
    ['requested', 'delivered', ['approved', 'packed', 'shipped', 'delivered']],
    ['packed', 'closed', ['shipped', 'delivered', 'contentDue', 'posted', 'verified', 'closed']],
    ['requested', 'declined', ['declined']],
    ['requested', 'lost', ['approved', 'packed', 'shipped', 'lost']],
    ['approved', 'noPost', ['packed', 'shipped', 'delivered', 'contentDue', 'noPost']],
    ['shipped', 'refundable', ['delivered', 'contentDue', 'refundable']],
    ['noPost', 'verified', ['posted', 'verified']],
    ['lost', 'closed', ['closed']],
    ['posted', 'posted', []],
    // A step back, or a parcel sent anew, is a person's word.
    ['delivered', 'shipped', null],
    ['delivered', 'lost', null],
    ['lost', 'delivered', null],
    ['declined', 'approved', null],
    ['shipped', 'cancelled', null],
    ['closed', 'noPost', null],
  ])('from %s to %s', (from, to, steps) => {
    expect(stepsTo(from, to)).toEqual(steps)
  })

  test('is legal at every step, wherever it leads', () => {
    for (const from of SAMPLE_STATES)
      for (const to of SAMPLE_STATES) {
        let at: SampleState = from
        for (const step of stepsTo(from, to) ?? []) {
          expect(SAMPLE.edges[at]).toContain(step)
          at = step
        }
      }
  })
})

test('one step on and one step back are legal from every state that has them', () => {
  for (const state of SAMPLE_STATES) {
    const known = [nextState(state), stateBefore(state)].filter((to) => to !== null)
    expect(known.filter((to) => !SAMPLE.edges[state].includes(to))).toEqual([])
  }
  expect([nextState('closed'), nextState('declined'), stateBefore('requested')]).toEqual([null, null, null])
})

test('what was recorded of later states does not hold once the sample was taken back', () => {
  const recorded = { approved: 1, shipped: 2, delivered: 3, posted: 4 }
  expect(datesIn('shipped', recorded)).toEqual({ approved: 1, shipped: 2 })
  expect(datesIn('noPost', { ...recorded, noPost: 9 })).toEqual({ approved: 1, shipped: 2, delivered: 3, noPost: 9 })
  expect(datesIn('closed', recorded)).toEqual(recorded)
})
