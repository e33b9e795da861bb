import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { commonBase, mergeTexts, mergeVersions } from '../../shared/sync/text-merge'

describe('two versions of a note', () => {
  test.each<[string, string, string, string, string | null]>([
    ['lines added in different places', 'a\nb\nc', 'a\nnew\nb\nc', 'a\nb\nc\nend', 'a\nnew\nb\nc\nend'],
    [
      'edits of different lines',
      'fee 10\nday 1\nok',
      'fee 12\nday 1\nok',
      'fee 10\nday 1\nfine',
      'fee 12\nday 1\nfine',
    ],
    ['edits of neighbouring lines', 'one\ntwo', 'ONE\ntwo', 'one\nTWO', 'ONE\nTWO'],
    [
      'edits of different words of a line',
      'sample was sent on Monday',
      'sample was posted on Monday',
      'sample was sent on Tuesday',
      'sample was posted on Tuesday',
    ],
    [
      'edits of different characters of a line',
      '样品周一寄出，顺丰到付',
      '样品周二寄出，顺丰到付',
      '样品周一寄出，圆通到付',
      '样品周二寄出，圆通到付',
    ],
    ['the same edit', 'a b c', 'a x c', 'a x c', 'a x c'],
    ['the same edit and another one', 'a b c', 'a x c', 'a x d', 'a x d'],
    ['an edit and none', 'a', 'a', 'b', 'b'],
    ['a line taken out and another one edited', 'a\nb\nc\nd\n', 'a\nc\nd\n', 'a\nb\nc\nD\n', 'a\nc\nD\n'],
    ['a line taken out and the next one edited', 'a\nb\nc\n', 'a\nc\n', 'a\nb\nC\n', null],
    ['two edits of one word', 'fee', 'feed', 'flee', null],
    ['two edits of one number', 'fee 1000', 'fee 1500', 'fee 1009', null],
    ['two edits of one date', 'until 2026-03-01', 'until 2026-04-01', 'until 2026-03-15', null],
    ['two lines added in the same place', 'a\n', 'a\nb\n', 'a\nc\n', null],
    ['a word edited and taken out', 'a b c', 'a B c', 'a c', null],
    ['an emoji of two halves edited in both', 'ok 👍', 'ok 👎', 'ok 👏', null],
    ['nothing at first', '', 'a', 'b', null],
    ['everything taken out and something edited', 'a b', '', 'a c', null],
  ])('%s', (_, base, a, b, merged) => {
    expect(mergeTexts(base, a, b)).toBe(merged)
    expect(mergeTexts(base, b, a)).toBe(merged)
  })
})

const line = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '1', '2', '.', '样', '👍', 'é'), maxLength: 6 })
const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'))

test('two versions give one text whoever is first, and one that nobody changed gives the other', () => {
  fc.assert(
    fc.property(text, text, text, (base, a, b) => {
      expect(mergeTexts(base, b, a)).toBe(mergeTexts(base, a, b))
      expect(mergeTexts(base, a, base)).toBe(a)
      expect(mergeTexts(base, a, a)).toBe(a)
    }),
    { numRuns: 1000 },
  )
})

test('edits of lines with an untouched one between them are all in the text', () => {
  const edit = fc.option(fc.constantFrom('', 'changed', 'changed\nand more'))
  fc.assert(
    fc.property(fc.array(fc.tuple(edit, fc.boolean()), { minLength: 1, maxLength: 8 }), (edits) => {
      const old = (n: number) => [`line ${n}`, `between ${n}`]
      const version = (by: (mine: boolean) => boolean) =>
        edits.flatMap(([to, mine], n) => (to !== null && by(mine) ? [`${n} ${to}`, `between ${n}`] : old(n))).join('\n')
      const base = edits.flatMap((_, n) => old(n)).join('\n')
      expect(
        mergeTexts(
          base,
          version((mine) => mine),
          version((mine) => !mine),
        ),
      ).toBe(version(() => true))
    }),
  )
})

test('half a character is never left over', () => {
  fc.assert(
    fc.property(text, text, text, (base, a, b) => {
      expect(mergeTexts(base, a, b) ?? '').not.toMatch(/\p{Surrogate}/u)
    }),
  )
})

describe('versions of several people', () => {
  const base = 'one\ntwo\nthree\nfour\nfive'
  const [first, second, third] = [
    { text: base.replace('one', 'ONE'), hlc: 5, replica: 'bbbbbbbbbbbbbbbb' },
    { text: base.replace('three', 'THREE'), hlc: 5, replica: 'aaaaaaaaaaaaaaaa' },
    { text: base.replace('five', 'FIVE'), hlc: 2, replica: 'cccccccccccccccc' },
  ] as const

  test('are put together, in whatever order they are given', () => {
    const all = 'ONE\ntwo\nTHREE\nfour\nFIVE'
    expect(mergeVersions(base, [first, second, third])).toBe(all)
    expect(mergeVersions(base, [third, second, first])).toBe(all)
    expect(mergeVersions(base, [second])).toBe(second.text)
  })

  test('of which two contradict each other are not put together at all', () => {
    const other = { ...first, text: base.replace('five', 'V'), replica: 'dddddddddddddddd' }
    expect(mergeVersions(base, [first, second, third, other])).toBeNull()
  })

  test('are not put together without the text that they were made from', () => {
    expect(mergeVersions(null, [first, second])).toBeNull()
  })
})

test('the text to start from is the nearest one that all versions come from', () => {
  expect(
    commonBase([
      ['c', 'b', 'a'],
      ['x', 'b', 'a'],
      ['b', 'a'],
    ]),
  ).toBe('b')
  expect(commonBase([['c'], ['x']])).toBeNull()
  expect(commonBase([])).toBeNull()
})

test('texts that repeat themselves for ever are left apart rather than compared for minutes', () => {
  const repeated = '字。'.repeat(30_000)
  const before = performance.now()
  expect(
    mergeTexts(repeated, `改${repeated.slice(1, -1)}改`, `${repeated.slice(0, 300)}!${repeated.slice(300)}`),
  ).toBeNull()
  // Comparing them takes longer than anybody has waited for.
  expect(performance.now() - before).toBeLessThan(5000)
})
