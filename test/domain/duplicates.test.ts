/** The same person under two names: cases from the field, with percents worked out by hand. */

import { describe, expect, test } from 'vitest'

import { buildIndex, type DuplicatePair, findFor, findPairs } from '../../shared/domain/duplicate-index'
import {
  areOneLetterApart,
  type DuplicatePerson,
  emailKey,
  keysOf,
  keyText,
  handleStem,
  likelihood,
  phoneKey,
  reasonsFor,
} from '../../shared/domain/duplicates'

let next = 0
function person(handle: string, fields: Partial<DuplicatePerson> = {}): DuplicatePerson {
  return {
    id: fields.id ?? `id${String(++next).padStart(6, '0')}`,
    handle,
    displayName: null,
    market: null,
    platformId: null,
    phone: null,
    email: null,
    address: null,
    bank: null,
    payee: null,
    channels: [],
    ...fields,
  }
}

const twice = () => 2
const judged = (a: DuplicatePerson, b: DuplicatePerson) => {
  const reasons = reasonsFor(a, b, twice)
  return { percent: likelihood(reasons), clues: reasons.map(({ clue }) => clue) }
}

describe('two records are weighed by what they share', () => {
  // handles, fields of each, percent: 1 − Π(1 − weight), rounded.
  test.each([
    [
      'renamed: the platform’s number is the same',
      person('mia.glow', { platformId: '7000111' }),
      person('miaskin.daily', { platformId: '7000111' }),
      99,
      ['platformId'],
    ],
    // 1 − 0.4 × 0.1 = 0.96
    [
      'old name with other signs and the same phone',
      person('old_name', { phone: '0912 345 678', market: 'VN' }),
      person('old.name', { phone: '+84 912345678', market: 'VN' }),
      96,
      ['phone', 'handleSigns'],
    ],
    // 1 − 0.65 × 0.65 = 0.5775
    [
      'a second account and the same name in one market',
      person('linh.beauty', { displayName: 'Linh Trần', market: 'VN' }),
      person('linh_beauty2', { displayName: 'linh trần', market: 'VN' }),
      58,
      ['handleStem', 'nameMarket'],
    ],
    // 1 − 0.75 × 0.8 = 0.4
    [
      'one letter apart and the same name in two markets',
      person('nattaporn', { displayName: 'Natta', market: 'TH' }),
      person('nataporn', { displayName: 'natta', market: 'MY' }),
      40,
      ['handleTypo', 'name'],
    ],
    [
      'one bank account written two ways',
      person('a_one', { bank: 'VCB 0071 0009 88' }),
      person('b_two', { bank: 'vcb-0071000988' }),
      93,
      ['bank'],
    ],
    // 1 − 0.4 × 0.5
    [
      'one address and one payee',
      person('x_home', { address: '12 Nguyễn Huệ, Q1, HCM', payee: 'TRAN THI LINH' }),
      person('y_home', { address: '12 Nguyễn Huệ Q1 HCM', payee: 'Tran Thi Linh' }),
      80,
      ['address', 'payee'],
    ],
    [
      'a phone that stands as a phone here and as WhatsApp there',
      person('p_one', { phone: '+1 (415) 555-0134' }),
      person('q_two', { channels: [{ kind: 'WhatsApp', value: '415-555-0134' }], market: 'US' }),
      90,
      ['phone'],
    ],
    [
      'one Instagram, as a name and as an address',
      person('r_one', { channels: [{ kind: 'instagram', value: '@mia.glow' }] }),
      person('s_two', { channels: [{ kind: 'Instagram', value: 'https://www.instagram.com/mia.glow/?hl=en' }] }),
      80,
      ['channel'],
    ],
    [
      'nothing but a short common name',
      person('anna', { displayName: 'Anna' }),
      person('bella', { displayName: 'Bella' }),
      0,
      [],
    ],
    [
      'a full Chinese name in one market',
      person('lmk', { displayName: '李美玲', market: 'MY' }),
      person('mei_01', { displayName: '李 美玲', market: 'MY' }),
      35,
      ['nameMarket'],
    ],
  ] as const)('%s', (_, a, b, percent, clues) => {
    expect(judged(a, b)).toEqual({ percent, clues })
    expect(judged(b, a)).toEqual({ percent, clues })
  })

  test('what many share is an agency’s and says little', () => {
    const [a, b] = [person('one_star', { phone: '+6591112222' }), person('two_moon', { phone: '+6591112222' })]
    // 90 × 2 / 6
    expect(likelihood(reasonsFor(a, b, () => 6))).toBe(30)
  })
})

test.each([
  ['0912 345 678', 'VN', '+84912345678'],
  ['84912345678', 'VN', '+84912345678'],
  ['+84 (0)912 345 678', null, '+84912345678'],
  ['0084912345678', 'US', '+84912345678'],
  ['(415) 555-0134', 'US', '+14155550134'],
  ['1 415 555 0134', 'US', '+14155550134'],
  ['06 1234 5678', 'IT', '+390612345678'],
  ['081-234-5678', 'TH', '+66812345678'],
  ['12', 'US', null],
  ['ask agent', 'US', null],
])('the phone %s in %s is %s', (text, market, key) => {
  expect(phoneKey(text, market)).toBe(key)
})

test.each([
  ['Mia.Glow+shop@Gmail.com', 'miaglow@gmail.com'],
  ['mia.glow@outlook.com', 'mia.glow@outlook.com'],
  ['no mail', null],
])('the mailbox %s is %s', (text, key) => {
  expect(emailKey(text)).toBe(key)
})

test.each([
  ['real.miaglow_2', 'miaglow'],
  ['miaglow_official', 'miaglow'],
  ['mia_glow.vn', 'miaglow'],
  ['ana2', null],
  ['shopee', 'shopee'],
])('the stem of %s is %s', (handle, stem) => {
  expect(handleStem(handle)).toBe(stem)
})

test.each([
  ['nattaporn', 'nataporn', true],
  ['nataporn', 'nattaporn', true],
  ['kimberly', 'kimberli', true],
  ['kimberlyx', 'kimberliy', false],
  ['kimberly', 'kimberly', false],
  ['anabel', 'anabell', false],
])('%s and %s are one letter apart: %s', (a, b, answer) => {
  expect(areOneLetterApart(a, b)).toBe(answer)
})

function run<R>(work: Generator<unknown, R, void>): R {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

const search = (people: readonly DuplicatePerson[], apart: (a: string, b: string) => boolean = () => false) =>
  run(findPairs(run(buildIndex(people)), { least: 30, limit: 1000, apart }))

test('the search finds what comparing everybody with everybody finds', () => {
  const names = ['miaglow', 'linhbeauty', 'kimberly', 'nattaporn', 'thaofashion']
  const people = Array.from({ length: 240 }, (_, i) =>
    person(
      `${names[i % 5]}${['', '_', '.', '2', 'x', 'official'][Math.floor(i / 5) % 6]}${i > 30 ? String.fromCharCode(97 + (i % 26), 97 + ((i * 7) % 26)) : ''}`,
      {
        phone: i % 9 === 0 ? `+8491${1_000_000 + (i % 4)}` : null,
        platformId: i % 20 === 0 ? String(i % 3) : null,
      },
    ),
  )
  const found = search(people)
  // Slowly: every pair, and everybody counted for every clue.
  const counts = new Map<string, number>()
  for (const one of people) for (const key of keysOf(one).map(keyText)) counts.set(key, (counts.get(key) ?? 0) + 1)
  const slow: DuplicatePair[] = []
  for (const [i, a] of people.entries()) {
    for (const b of people.slice(i + 1)) {
      const reasons = reasonsFor(a, b, (key) => counts.get(keyText(key)) ?? 0)
      const percent = likelihood(reasons)
      if (percent >= 30 && reasons.some(({ shared }) => shared <= 40)) slow.push({ a: a.id, b: b.id, percent, reasons })
    }
  }
  const keys = (pairs: readonly DuplicatePair[]) => pairs.map(({ a, b, percent }) => `${a} ${b} ${percent}`).toSorted()
  expect(found.length).toBeGreaterThan(10)
  expect(keys(found)).toEqual(keys(slow))
})

test('asked for one, it says the same as for all', () => {
  const people = [
    person('mia.glow', { phone: '+84912345678' }),
    person('mia_glow', { phone: '+84912345678' }),
    person('somebody.else'),
  ]
  const index = run(buildIndex(people))
  const options = { least: 30, limit: 10, apart: () => false }
  expect(findFor(index, people[0]!, options)).toEqual(run(findPairs(index, options)))
  expect(findFor(index, people[2]!, options)).toEqual([])
})

test('whom people said to be two is never suggested', () => {
  const [a, b] = [person('mia.glow', { phone: '+84912345678' }), person('mia_glow', { phone: '+84912345678' })]
  expect(search([a, b])).toHaveLength(1)
  expect(search([a, b], (x, y) => [x, y].toSorted().join() === [a.id, b.id].toSorted().join())).toEqual([])
})

test('a mailbox that a crowd shares suggests nobody, and is no work', () => {
  const crowd = Array.from({ length: 400 }, (_, i) =>
    person(`unlike${String.fromCharCode(97 + (i % 26))}${i}q`, { email: 'agency@mcn.example' }),
  )
  expect(search(crowd)).toEqual([])
})
