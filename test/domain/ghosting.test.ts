/** The ghosting radar: days, reminders, promises and what they make of a sample, worked out by hand. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  banOf,
  type GhostFacts,
  ghostView,
  ladderFor,
  NudgeLadder,
  type NudgeRow,
  SHIPPED_LADDER,
  STANDINGS,
} from '../../shared/domain/ghosting'

const at = (day: string, hour = 12) => Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`)
const nudge = (day: string, step: number | null = null): NudgeRow => ({
  kind: 'nudge',
  at: at(day),
  step,
  promisedDay: null,
})
const excuse = (day: string, promisedDay: string | null): NudgeRow => ({
  kind: 'excuse',
  at: at(day),
  step: null,
  promisedDay,
})

/** Delivered in Bangkok on 1 March, due on the 15th. */
const view = (now: string, more: Partial<GhostFacts> = {}) =>
  ghostView(
    {
      deliveredAt: at('2026-03-01'),
      timezone: 'Asia/Bangkok',
      dueDay: '2026-03-15',
      ended: false,
      nudges: [],
      now: at(now),
      ...more,
    },
    SHIPPED_LADDER,
  )

describe('one sample', () => {
  test.each([
    // day, days since, days left, standing, may be reminded, by which reminder of days 5, 9, 13, 16
    ['2026-03-01', 0, 14, 'fine', false, 0],
    ['2026-03-05', 4, 10, 'fine', false, 0],
    ['2026-03-06', 5, 9, 'slow', true, 0],
    ['2026-03-12', 11, 3, 'slow', true, 1],
    ['2026-03-13', 12, 2, 'atRisk', true, 1],
    ['2026-03-15', 14, 0, 'atRisk', true, 2],
    ['2026-03-16', 15, -1, 'ghosted', true, 2],
    ['2026-03-31', 30, -16, 'ghosted', true, 3],
  ] as const)('on %s', (day, days, daysLeft, standing, isDue, nextStep) => {
    expect(view(day)).toMatchObject({ days, daysLeft, standing, isDue, nextStep })
  })

  test('days are those of the shop: 18:00 UTC is the next morning in Bangkok', () => {
    expect(view('2026-03-05', { now: at('2026-03-05', 18) }).days).toBe(5)
    expect(view('2026-03-06', { deliveredAt: at('2026-03-01', 18) }).days).toBe(4)
    // New York moves its clocks on 8 March; calendar days do not mind.
    expect(view('2026-03-09', { timezone: 'America/New_York' }).days).toBe(8)
  })

  test('reminders go up the ladder, also where two people sent the same one', () => {
    expect(view('2026-03-07', { nudges: [nudge('2026-03-06', 0)] })).toMatchObject({
      nextStep: 1,
      nextDay: 9,
      isDue: false,
      nudges: 1,
    })
    const twice = [nudge('2026-03-06', 0), nudge('2026-03-06', 0)]
    expect(view('2026-03-10', { nudges: twice })).toMatchObject({ nextStep: 1, isDue: true, nudges: 2 })
    const all = [0, 1, 2, 3].map((step) => nudge('2026-03-10', step))
    expect(view('2026-03-10', { nudges: all })).toMatchObject({ nextStep: null, nextDay: null, standing: 'atRisk' })
  })

  test('a promise that runs holds reminders and the verdict off, and counts as broken the day after', () => {
    const nudges = [excuse('2026-03-14', '2026-03-18')]
    expect(view('2026-03-16', { nudges })).toMatchObject({
      standing: 'atRisk',
      promisedDay: '2026-03-18',
      isDue: false,
      broken: 0,
      excuses: 1,
    })
    expect(view('2026-03-18', { nudges }).promisedDay).toBe('2026-03-18')
    expect(view('2026-03-19', { nudges })).toMatchObject({ standing: 'ghosted', promisedDay: null, broken: 1 })
  })

  test('a broken promise is a risk before the last day, two are as bad as the last day gone by', () => {
    const one = [excuse('2026-03-05', '2026-03-07')]
    expect(view('2026-03-08', { nudges: one }).standing).toBe('atRisk')
    expect(view('2026-03-10', { nudges: [...one, excuse('2026-03-08', '2026-03-09')] }).standing).toBe('ghosted')
  })

  test('without a rule for the last day nobody is late; what ended without a post is ghosted', () => {
    expect(view('2026-06-01', { dueDay: null })).toMatchObject({ daysLeft: null, standing: 'slow' })
    expect(view('2026-03-02', { ended: true })).toMatchObject({ standing: 'ghosted', isDue: false })
  })
})

describe('ladders', () => {
  test('the newest that had begun on the day of delivery holds; before all of them the shipped', () => {
    const own = [
      { from: '2026-05-01', steps: [{ day: 6, tone: 'gentle' as const, templateId: null }] },
      { from: '2026-03-01', steps: [{ day: 7, tone: 'gentle' as const, templateId: null }] },
    ]
    expect(ladderFor(own, '2026-02-28')).toBe(SHIPPED_LADDER)
    expect(ladderFor(own, '2026-03-01').steps[0]?.day).toBe(7)
    expect(ladderFor(own, '2026-06-01').steps[0]?.day).toBe(6)
  })

  test('a first reminder before the fifth day waits for it', () => {
    const early = { from: null, steps: [{ day: 2, tone: 'gentle' as const, templateId: null }] }
    const facts = { deliveredAt: at('2026-03-01'), timezone: 'UTC', dueDay: null, ended: false, nudges: [] }
    expect(ghostView({ ...facts, now: at('2026-03-05') }, early)).toMatchObject({ isDue: false, standing: 'fine' })
    expect(ghostView({ ...facts, now: at('2026-03-06') }, early)).toMatchObject({ isDue: true, standing: 'slow' })
  })

  test('days that do not rise are no ladder', () => {
    const steps = [5, 5].map((day) => ({ day, tone: 'gentle', templateId: null }))
    expect(NudgeLadder.safeParse({ from: null, steps }).success).toBe(false)
    expect(NudgeLadder.safeParse(SHIPPED_LADDER).success).toBe(true)
  })
})

test('the second sample without a post suggests a block; who is blocked stays so', () => {
  expect([0, 1, 2, 3].map((ghosted) => banOf(ghosted, false))).toEqual(['none', 'none', 'suggested', 'suggested'])
  expect(banOf(0, true)).toBe('blocked')
})

test('without a promise a sample never looks better the next day', () => {
  const day = fc.integer({ min: 0, max: 40 })
  const nudges = fc.array(
    fc.record({
      kind: fc.constant('nudge' as const),
      at: fc.constant(at('2026-03-01')),
      step: fc.integer({ min: 0, max: 3 }),
      promisedDay: fc.constant(null),
    }),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(day, nudges, fc.boolean(), (days, sent, hasRule) => {
      const facts = { nudges: sent, dueDay: hasRule ? '2026-03-15' : null }
      const on = (later: number) => view('2026-03-01', { ...facts, now: at('2026-03-01') + later * 86_400_000 })
      const before = STANDINGS.indexOf(on(days).standing)
      expect(STANDINGS.indexOf(on(days + 1).standing)).toBeGreaterThanOrEqual(before)
    }),
  )
})
