import fc from 'fast-check'
import { expect, test } from 'vitest'

import { resolveAliases } from '../../shared/sync/aliases'
import { expectedAliases } from '../../shared/sync/oracle-views'

const pairs = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...'abcdefgh'.split('')), fc.constantFrom(...'abcdefghz'.split(''))),
  {
    selector: ([from]) => from,
  },
)

/** The same aliases as rows of a table whose column 1 names the next record. */
function asRows(list: readonly (readonly [string, string])[]) {
  const cell = (shown: string) => ({ shown, kept: [] })
  return new Map([
    [11, new Map(list.map(([from, to]) => [from, { alive: true, births: [], cells: [cell('creators'), cell(to)] }]))],
  ])
}

test('a chain is followed to its end in one step', () => {
  const { ends, cuts } = resolveAliases([
    ['a', 'b'],
    ['c', 'd'],
    ['b', 'c'],
  ])
  expect(Object.fromEntries(ends)).toEqual({ a: 'd', b: 'd', c: 'd' })
  expect(cuts).toEqual([])
})

test('a circle is cut at its smallest id, which then stands for all that lead to it', () => {
  const { ends, cuts } = resolveAliases([
    ['c', 'b'],
    ['b', 'd'],
    ['d', 'c'],
    ['x', 'd'],
    ['e', 'e'],
  ])
  expect(Object.fromEntries(ends)).toEqual({ c: 'b', d: 'b', x: 'b' })
  expect(cuts).toEqual(['b', 'e'])
})

test('in whatever order aliases come, circles of many among them, everybody ends at the same records', () => {
  fc.assert(
    fc.property(
      pairs.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
      ),
      ([list, shuffled]) => {
        const { ends, cuts } = resolveAliases(list)
        const sorted = (map: ReadonlyMap<string, string>) => [...map].map(([from, to]) => `${from} ${to}`).toSorted()
        expect(sorted(resolveAliases(shuffled).ends)).toEqual(sorted(ends))
        expect(resolveAliases(shuffled).cuts).toEqual(cuts)
        expect(sorted(ends)).toEqual(sorted(expectedAliases(asRows(list), 11, 1)))
        // An end stands for itself, so nothing has to be followed twice.
        for (const end of ends.values()) expect(ends.has(end)).toBe(false)
      },
    ),
    { numRuns: 1000 },
  )
})

test('100,000 records in one chain take no more than a moment', () => {
  const id = (n: number) => String(n).padStart(6, '0')
  const { ends } = resolveAliases(Array.from({ length: 100_000 }, (_, n) => [id(n), id(n + 1)] as const))
  expect(ends.get(id(0))).toBe(id(100_000))
})
