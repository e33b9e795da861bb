/** Choosing between colleagues' values: what a choice gives, what else it decides, what typed text becomes. */

import { describe, expect, test } from 'vitest'

import { candidatesOf, canKeepBoth, decisionsFor, resultOf, successorOf } from '../../renderer/questions/choice'
import { readValue, typedValue } from '../../renderer/questions/value-input'
import type { Candidate, InboxItem } from '../../shared/contract/inbox'

function candidate(write: string, value: string, more: Partial<Candidate> = {}): Candidate {
  return {
    write,
    value,
    person: 'Li',
    computer: 'laptop',
    self: false,
    at: 1_700_000_000_000,
    clockInDoubt: false,
    shown: false,
    ...more,
  }
}

function question(id: string, candidates: Candidate[], more: Partial<InboxItem> = {}): InboxItem {
  return {
    id,
    level: 'decision',
    kind: 'values',
    entity: 'creators',
    recordId: `creator-of-${id}`,
    title: 'mia.glow',
    shopId: null,
    field: 'phone',
    fieldKind: 'text',
    currency: null,
    candidates,
    base: '1',
    shown: '2',
    both: null,
    at: 1_700_000_000_000,
    seen: false,
    ...more,
  }
}

const theirs = candidate('b1', '2', { shown: true })
const mine = candidate('a1', '3', { person: 'Wang', computer: 'office', self: true })

describe('a choice', () => {
  test('puts mine first, whoever wrote first', () => {
    expect(candidatesOf(question('q', [theirs, mine])).map(({ write }) => write)).toEqual(['a1', 'b1'])
  })

  test('gives the value it names, and before it is made what everybody sees', () => {
    const item = question('q', [theirs, mine], { both: '2 / 3' })
    expect(resultOf(item, null)).toBe('2')
    expect(resultOf(item, { how: 'keep', write: 'a1' })).toBe('3')
    expect(resultOf(item, { how: 'both' })).toBe('2 / 3')
    expect(resultOf(item, { how: 'value', value: '4' })).toBe('4')
    expect(resultOf(item, { how: 'value', value: null })).toBeNull()
  })

  test('keeps both only where they can be put together', () => {
    expect(canKeepBoth(question('q', [theirs, mine]))).toBe(false)
    expect(canKeepBoth(question('q', [theirs, mine], { both: 'together' }))).toBe(true)
    expect(canKeepBoth(question('q', [theirs, mine], { kind: 'contradiction', both: 'paid' }))).toBe(false)
  })
})

describe('all like this', () => {
  const item = question('q1', [theirs, mine])
  const like = question('q2', [
    candidate('b7', '8'),
    candidate('a7', '9', mine),
    candidate('c7', '7', { person: 'Zhou' }),
  ])
  const likeMine = { ...like, candidates: [candidate('b7', '8'), { ...mine, write: 'a7', value: '9' }] }

  test('takes the value of the same person in each', () => {
    expect(decisionsFor([item, likeMine], item, { how: 'keep', write: 'b1' })).toEqual([
      { item: 'q1', choice: { how: 'keep', write: 'b1' } },
      { item: 'q2', choice: { how: 'keep', write: 'b7' } },
    ])
    expect(decisionsFor([item, likeMine], item, { how: 'keep', write: 'a1' })[1]).toEqual({
      item: 'q2',
      choice: { how: 'keep', write: 'a7' },
    })
  })

  test('leaves out other fields, other kinds and what the person has no part in', () => {
    const others = [
      { ...likeMine, field: 'email' },
      { ...likeMine, entity: 'shops' },
      { ...likeMine, level: 'hold' as const },
      { ...likeMine, candidates: [candidate('c7', '7', { person: 'Zhou' })] },
    ]
    expect(decisionsFor([item, ...others], item, { how: 'keep', write: 'b1' })).toHaveLength(1)
  })

  test('leaves out a question in which the person has two values, and a value that was written', () => {
    const twice = { ...like, candidates: [candidate('b7', '8'), candidate('b8', '9')] }
    expect(decisionsFor([item, twice], item, { how: 'keep', write: 'b1' })).toHaveLength(1)
    expect(decisionsFor([item, likeMine], item, { how: 'value', value: '4' })).toHaveLength(1)
  })
})

test('a question whose values changed is found again by its record and field', () => {
  const gone = question('q1', [theirs], { recordId: 'r' })
  const now = question('q9', [theirs, mine], { recordId: 'r' })
  expect(successorOf([question('q2', [], { recordId: 'other' }), now], gone)).toBe(now)
  expect(successorOf([{ ...now, field: 'email' }], gone)).toBeUndefined()
})

describe('another value', () => {
  test.each([
    ['text', ' as typed ', 'as typed'],
    ['text', '   ', null],
    ['money', '1,234.5', 123_450],
    ['money', 'twelve', undefined],
    ['day', '2026-03-31', '2026-03-31'],
    ['day', '2026-02-30', undefined],
    ['integer', '12', 12],
    ['integer', '1.5', undefined],
    ['json', 'vip, 美妆，new', '["vip","美妆","new"]'],
  ])('%s: %j is read as %j', (kind, typed, value) => {
    expect(readValue(typed, { kind, currency: kind === 'money' ? 'USD' : null })).toBe(value)
  })

  test('is written as people type it', () => {
    expect(typedValue(123_450, { kind: 'money', currency: 'USD' })).toBe('1234.50')
    expect(typedValue('["vip","new"]', { kind: 'json', currency: null })).toBe('vip, new')
    expect(typedValue(null, { kind: 'text', currency: null })).toBe('')
  })
})
