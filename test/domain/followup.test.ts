/** Pipelines, follow-up ladders and the day, as pure rules: tables worked out by hand, and what holds whatever people do. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { instantInZone } from '../../shared/domain/days'
import {
  dueAfter,
  dueNext,
  isOpen,
  laddersOf,
  nextStep,
  type RunTask,
  runOf,
  SHIPPED_LADDERS,
  standing,
  stepOn,
  TASK_STATES,
} from '../../shared/domain/ladders'
import {
  ALL,
  CREATOR_EVENTS,
  daysSince,
  missingFor,
  type OwnStage,
  slaBounds,
  slaLevel,
  SHIPPED_STAGES,
  stageAfter,
  stagesOf,
} from '../../shared/domain/pipelines'
import { dayBounds, groupOf, snoozeUntil } from '../../shared/domain/today'

const at = (text: string) => Date.parse(text)
const [ladder] = SHIPPED_LADDERS
if (!ladder) throw new Error('a ladder is shipped')

describe('the instant of a time of day', () => {
  test.each([
    ['2026-01-15', 600, 'Asia/Shanghai', '2026-01-15T02:00Z', 'eight hours ahead, no summer time'],
    ['2026-01-15', 600, 'America/New_York', '2026-01-15T15:00Z', 'winter, five hours behind'],
    ['2026-07-15', 600, 'America/New_York', '2026-07-15T14:00Z', 'summer, four hours behind'],
    ['2026-03-08', 600, 'America/New_York', '2026-03-08T14:00Z', 'the day the clocks go forward'],
    ['2026-03-08', 150, 'America/New_York', '2026-03-08T07:30Z', '02:30 is skipped: 03:30'],
    ['2026-11-01', 90, 'America/New_York', '2026-11-01T05:30Z', '01:30 comes twice: the first'],
    ['2026-03-29', 600, 'Europe/London', '2026-03-29T09:00Z', 'the day British clocks go forward'],
    ['2026-10-25', 600, 'Europe/London', '2026-10-25T10:00Z', 'the day they go back'],
    ['2026-06-01', 600, 'Asia/Kolkata', '2026-06-01T04:30Z', 'half an hour'],
  ])('%s, minute %i in %s is %s: %s', (day, minute, zone, expected) => {
    expect(new Date(instantInZone(day, minute, zone)).toISOString().slice(0, 16)).toBe(expected.slice(0, 16))
  })
})

describe('a follow-up falls due at ten in the morning where the creator lives', () => {
  test.each([
    ['2026-03-06T20:00Z', 2, 'America/New_York', '2026-03-08T14:00', 'over the change of clocks: still ten there'],
    ['2026-10-30T20:00Z', 2, 'America/New_York', '2026-11-01T15:00', 'and back again'],
    ['2026-01-15T23:30Z', 2, 'Asia/Shanghai', '2026-01-18T02:00', 'it is the 16th there already'],
    ['2026-01-15T15:00Z', 0, 'America/New_York', '2026-01-15T15:00', 'by day at once'],
    ['2026-01-15T08:00Z', 0, 'America/New_York', '2026-01-15T15:00', 'at three in the morning: when they are up'],
    ['2026-01-16T02:00Z', 0, 'America/New_York', '2026-01-16T15:00', 'at nine in the evening: the next morning'],
  ])('begun %s, day %i in %s: %s, %s', (start, days, zone, expected) => {
    expect(new Date(dueAfter(at(start), days, zone)).toISOString().slice(0, 16)).toBe(expected)
  })

  test.each([
    ['2026-01-03T15:00Z', '2026-01-03T16:00Z', '2026-01-15T15:00', 'in time: day 14 comes 12 days after day 2'],
    ['2026-01-03T15:00Z', '2026-01-20T16:00Z', '2026-01-22T15:00', 'done late: two days later, not at once'],
  ])('day 2 due %s and done %s: day 14 is due %s, %s', (due, done, expected) => {
    const next = dueNext(ladder, 1, 3, at(due), at(done), 'America/New_York')
    expect(new Date(next).toISOString().slice(0, 16)).toBe(expected)
  })
})

describe('the shipped ladder', () => {
  test('goes day 0, 2, 14, 21, 28; what a post brings is nobody’s successor and has none', () => {
    const days = [0]
    for (let step = nextStep(ladder, 0); step !== null; step = nextStep(ladder, step)) {
      days.push(ladder.steps[step]?.day ?? -1)
    }
    expect(days).toEqual([0, 2, 14, 21, 28])
    expect(stepOn(ladder, 'posted')).toBe(2)
    expect(nextStep(ladder, 2)).toBeNull()
  })

  test('gives way to own ones field by field', () => {
    const [own] = laddersOf([{ key: 'followUp', name: 'Ours', steps: null, stopOn: ['replied'], archived: null }])
    expect(own).toMatchObject({ name: 'Ours', stopOn: ['replied'], own: true })
    expect(own?.steps).toEqual(ladder.steps)
  })
})

const anyTask: fc.Arbitrary<RunTask> = fc.record({
  id: fc.uuid(),
  creatorId: fc.constantFrom('ana', 'bea'),
  shopId: fc.constantFrom('us', null),
  ladder: fc.constantFrom('followUp', null),
  step: fc.integer({ min: 0, max: 5 }),
  origin: fc.constantFrom('day:1', 'day:9'),
  state: fc.constantFrom(...TASK_STATES),
})
const anyTasks = fc.uniqueArray(anyTask, { selector: ({ id }) => id, maxLength: 20 })

describe('whatever colleagues did with their ladders', () => {
  test('a run has at most one open step, in whatever order its tasks came', () => {
    fc.assert(
      fc.property(anyTasks, (tasks) => {
        const open = standing(tasks).filter(isOpen)
        const runs = open.flatMap((task) => runOf(task) ?? [])
        expect(new Set(runs).size).toBe(runs.length)
        const ids = (list: readonly RunTask[]) => list.map(({ id }) => id).toSorted()
        expect(ids(standing(tasks.toReversed()))).toEqual(ids(standing(tasks)))
      }),
    )
  })

  test('a stopped run has no open step, and tasks of no ladder are left alone', () => {
    fc.assert(
      fc.property(anyTasks, (tasks) => {
        const shown = standing(tasks)
        const stopped = new Set(tasks.flatMap((task) => (task.state === 'cancelled' ? (runOf(task) ?? []) : [])))
        expect(shown.filter((task) => isOpen(task) && stopped.has(runOf(task) ?? ''))).toEqual([])
        const free = tasks.filter(({ ladder: name }) => name === null)
        expect(shown.filter(({ ladder: name }) => name === null)).toEqual(free)
      }),
    )
  })
})

describe('the day', () => {
  const zone = 'Asia/Shanghai'
  const day = dayBounds(at('2026-01-15T04:00Z'), zone)

  test('every open task stands in one group; closed ones in none', () => {
    const when = fc.option(fc.integer({ min: at('2026-01-10T00:00Z'), max: at('2026-01-20T00:00Z') }))
    fc.assert(
      fc.property(when, when, fc.constantFrom(...TASK_STATES), (due, snoozedUntil, state) => {
        const group = groupOf({ due, snoozedUntil, state }, day)
        expect(group === null).toBe(state === 'done' || state === 'cancelled')
      }),
    )
  })

  test.each([
    ['2026-01-14T15:59Z', null, 'open', 'overdue', 'a minute before midnight in Shanghai'],
    ['2026-01-14T16:00Z', null, 'open', 'today', 'midnight'],
    ['2026-01-15T15:59Z', null, 'open', 'today', 'its last minute'],
    ['2026-01-15T16:00Z', null, 'open', 'later', 'tomorrow'],
    [null, null, 'open', 'today', 'nobody dated it'],
    ['2026-01-10T00:00Z', '2026-01-17T00:00Z', 'open', 'later', 'snoozed'],
    ['2026-01-10T00:00Z', '2026-01-15T01:00Z', 'open', 'today', 'awake again'],
    ['2026-01-17T00:00Z', null, 'waiting', 'waiting', 'waits'],
    ['2026-01-14T00:00Z', null, 'waiting', 'overdue', 'waited long enough'],
    [null, null, 'waiting', 'waiting', 'waits without a day'],
  ] as const)('due %s, snoozed until %s, %s: %s, %s', (due, snoozed, state, group, _why) => {
    const instant = (text: string | null) => (text === null ? null : at(text))
    expect(groupOf({ due: instant(due), snoozedUntil: instant(snoozed), state }, day)).toBe(group)
  })

  test.each([
    ['hours', '2026-01-15T04:00Z', '2026-01-15T07:00'],
    ['tomorrow', '2026-01-15T04:00Z', '2026-01-16T01:00'],
    ['days', '2026-01-15T04:00Z', '2026-01-18T01:00'],
    ['monday', '2026-01-15T04:00Z', '2026-01-19T01:00'],
    // A Monday's next Monday is a week later.
    ['monday', '2026-01-19T04:00Z', '2026-01-26T01:00'],
  ] as const)('%s from %s in Shanghai is %s', (choice, now, expected) => {
    expect(new Date(snoozeUntil(choice, at(now), zone)).toISOString().slice(0, 16)).toBe(expected)
  })
})

describe('how long a creator may stay', () => {
  // Three days, noon of 15 January in New York: watch from day ⌈2.25⌉ = 3, bad from day 4 of the calendar there.
  const now = at('2026-01-15T17:00Z')
  test.each([
    ['2026-01-15T05:00Z', 0, 'good'],
    ['2026-01-13T05:00Z', 2, 'good'],
    ['2026-01-13T04:59Z', 3, 'watch'],
    ['2026-01-12T05:00Z', 3, 'watch'],
    ['2026-01-12T04:59Z', 4, 'bad'],
    ['2025-12-01T12:00Z', 45, 'bad'],
  ] as const)('in since %s: day %i, %s', (since, days, level) => {
    expect(daysSince(at(since), now, 'America/New_York')).toBe(days)
    expect(slaLevel(at(since), slaBounds(3, now, 'America/New_York'))).toBe(level)
  })

  test('nothing agreed, or nobody knows since when: no colour', () => {
    expect(slaLevel(at('2020-01-01T00:00Z'), slaBounds(null, now, 'UTC'))).toBe('none')
    expect(slaLevel(null, slaBounds(3, now, 'UTC'))).toBe('none')
  })

  test('over the change of clocks a day is a day of the calendar', () => {
    // 8 March has 23 hours in New York: from 7 March 23:30 to 9 March 00:30 it is two days.
    const spring = at('2026-03-09T04:30Z')
    expect(daysSince(at('2026-03-08T04:30Z'), spring, 'America/New_York')).toBe(2)
    expect(slaLevel(at('2026-03-08T04:30Z'), slaBounds(1, spring, 'America/New_York'))).toBe('bad')
  })
})

describe('stages', () => {
  const own = (pipeline: string, key: string, more: Partial<OwnStage> = {}): OwnStage => ({
    pipeline,
    key,
    name: null,
    order: null,
    kind: null,
    slaDays: null,
    wipLimit: null,
    entry: null,
    onEvent: null,
    archived: null,
    ...more,
  })

  test('a shop’s say goes before that of all shops, that before the shipped; empty leaves what is below', () => {
    const records = [
      own('us', 'replied', { slaDays: 0 }),
      own(ALL, 'replied', { name: '已回', slaDays: 5, entry: [] }),
      own('us', 'trial', { name: 'Trial', order: 55 }),
    ]
    const replied = (shop: string) => stagesOf(records, shop).find(({ key }) => key === 'replied')
    expect(replied('us')).toMatchObject({ name: '已回', slaDays: null, entry: [], onEvent: 'replied' })
    expect(replied('uk')).toMatchObject({ name: '已回', slaDays: 5 })
    const keys = stagesOf(records, 'us').map(({ key }) => key)
    expect(keys.slice(4, 7)).toEqual(['agreed', 'trial', 'sampled'])
  })

  test('what is missing is told in one order', () => {
    const agreed = SHIPPED_STAGES.find(({ key }) => key === 'agreed')
    const nothing = {
      owner: ' ',
      contacted: false,
      replied: false,
      rate: null,
      address: null,
      blocked: true,
      reason: null,
    }
    expect(agreed && missingFor(agreed, nothing)).toEqual(['owner', 'rate', 'notBlocked'])
    expect(agreed && missingFor(agreed, { ...nothing, owner: 'Lin', rate: 0, blocked: false })).toEqual([])
  })

  test.each([
    [null, 'contacted', 'contacted', 'a first message'],
    ['new', 'replied', 'replied', 'she wrote first'],
    ['negotiating', 'replied', null, 'never back'],
    ['replied', 'replied', null, 'there already'],
    ['dormant', 'replied', 'replied', 'woken'],
    ['stopped', 'posted', null, 'only a person brings them back'],
    ['sampled', 'declined', 'stopped', 'ended'],
    ['gone', 'sold', 'selling', 'a stage that nobody knows any more'],
  ] as const)('from %s, when they %s: %s, %s', (from, event, to, _why) => {
    expect(stageAfter(SHIPPED_STAGES, from, event)?.key ?? null).toBe(to)
  })

  test('an event never moves anybody back', () => {
    const order = (key: string) => SHIPPED_STAGES.findIndex((stage) => stage.key === key)
    const open = SHIPPED_STAGES.filter(({ kind }) => kind === 'open').map(({ key }) => key)
    fc.assert(
      fc.property(fc.constantFrom(...open), fc.constantFrom(...CREATOR_EVENTS), (from, event) => {
        const to = stageAfter(SHIPPED_STAGES, from, event)
        expect(to === null || order(to.key) > order(from)).toBe(true)
      }),
    )
  })
})
