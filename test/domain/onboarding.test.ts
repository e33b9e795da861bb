import fc from 'fast-check'
import { expect, test } from 'vitest'

import { addDays } from '../../shared/domain/days'
import {
  documentStanding,
  isWorkingDay,
  SHIPPED_STEPS,
  stepStanding,
  workingDaysAfter,
  workingDaysBetween,
} from '../../shared/domain/onboarding'

// 2026-01-16 is a Friday, 2026-01-19 a Monday.
test.each([
  ['2026-01-16', 1, '2026-01-19'],
  ['2026-01-16', 3, '2026-01-21'],
  ['2026-01-17', 1, '2026-01-19'],
  ['2026-01-12', 3, '2026-01-15'],
  ['2026-01-12', 0, '2026-01-12'],
  ['2026-12-31', 1, '2027-01-01'],
])('%s and %i working days is %s', (day, count, expected) => {
  expect(workingDaysAfter(day, count)).toBe(expected)
})

test('nobody works on a holiday', () => {
  const tet = new Set(['2026-02-16', '2026-02-17', '2026-02-18'])
  expect(workingDaysAfter('2026-02-13', 1, tet)).toBe('2026-02-19')
  expect(workingDaysBetween('2026-02-13', '2026-02-19', tet)).toBe(1)
})

const facts = {
  key: 'company',
  state: 'submitted',
  needs: [],
  slaDays: 3,
  submittedOn: '2026-01-16',
  blockedBy: null,
} as const

test.each([
  ['2026-01-16', 'waiting', 3],
  ['2026-01-18', 'waiting', 3],
  ['2026-01-21', 'waiting', 0],
  ['2026-01-22', 'late', -1],
  ['2026-01-26', 'late', -3],
] as const)('handed in on a Friday with three working days, on %s it is %s with %i left', (today, standing, left) => {
  expect(stepStanding(facts, new Map(), today)).toMatchObject({
    standing,
    answerBy: '2026-01-21',
    workingDaysLeft: left,
  })
})

test('a step waits for those before it, and for what people say holds it up', () => {
  const step = { ...facts, state: 'todo', needs: ['company', 'bank'], submittedOn: null } as const
  const all = new Map([
    ['company', 'approved'],
    ['bank', 'rejected'],
  ] as const)
  expect(stepStanding(step, all, '2026-01-16')).toMatchObject({ standing: 'blocked', missing: ['bank'] })
  expect(stepStanding(step, new Map([...all, ['bank', 'notNeeded'] as const]), '2026-01-16').standing).toBe('ready')
  expect(stepStanding({ ...step, needs: [], blockedBy: 'the client' }, all, '2026-01-16').standing).toBe('blocked')
})

test.each([
  [null, 'unknown'],
  ['2026-01-15', 'expired'],
  ['2026-01-16', 'soon'],
  ['2026-02-15', 'soon'],
  ['2026-02-16', 'valid'],
] as const)('a document that runs out on %s is %s on 2026-01-16', (expires, standing) => {
  expect(documentStanding(expires, '2026-01-16')).toBe(standing)
})

test('every step of the app can be reached: what it needs is a step, and none needs itself in the end', () => {
  const reached = new Set<string>()
  for (let i = 0; i < SHIPPED_STEPS.length; i += 1)
    for (const { key, needs } of SHIPPED_STEPS) if (needs.every((need) => reached.has(need))) reached.add(key)
  expect([...reached].sort()).toEqual(SHIPPED_STEPS.map(({ key }) => key).sort())
})

test('counting working days forth and back agrees, whatever the holidays', () => {
  const days = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-01-01', n))
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 60 }), fc.array(days, { maxLength: 20 }), (from, count, free) => {
      const holidays = new Set(free)
      const end = workingDaysAfter(from, count, holidays)
      expect(isWorkingDay(end, holidays)).toBe(true)
      expect(workingDaysBetween(from, end, holidays)).toBe(count)
    }),
    { seed: 20_260_115 },
  )
})
