import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { MergeRule } from '../../shared/sync/columns'
import { encodeId } from '../../shared/sync/ids'
import { birthWrite, inQuestion, isAlive, mergeCell, winnerOf, type Write } from '../../shared/sync/merge'
import { expectedState, type OracleCell } from '../../shared/sync/oracle'
import { applyInAnyOrder, play, pull, rowId, script } from '../support/histories'
import { type Entry, MemoryReplica, PROBE, RULES } from '../support/memory-replica'
import { prove } from './histories/prove'

const A = 'aaaaaaaaaaaaaaaa'
const B = 'bbbbbbbbbbbbbbbb'
const write = (replica: string, value: Write['value'], hlc = 1): Write => ({ replica, seq: 1, hlc, value })
const unseen = (): boolean => false

const columns = RULES.map((merge) => ({ merge }))
const columnsOf = (table: number) => (table === PROBE ? columns : undefined)

/** Every row's life and cells, in one order. */
function dump(replica: MemoryReplica) {
  return [0, 1, 2].map((n) => {
    const id = encodeId(rowId(n))
    return [replica.alive(rowId(n)), ...RULES.map((_, column) => sorted(replica.cell(id, column)))]
  })
}

function expected(entries: readonly Entry[]) {
  const rows = expectedState(entries, columnsOf).get(PROBE)
  return [0, 1, 2].map((n) => {
    const row = rows?.get(encodeId(rowId(n)))
    const cells = RULES.map((_, column) => sorted(row?.cells[column] ?? { shown: null, kept: [] }))
    return [row?.alive ?? false, ...cells]
  })
}

function sorted({ shown, kept }: OracleCell): OracleCell {
  return { shown, kept: kept.toSorted((a, b) => (a.replica < b.replica ? -1 : 1)) }
}

/** Exchanges everything, in no particular order, until nobody has anything new. */
function exchangeAll(replicas: readonly MemoryReplica[]): void {
  for (let before = -1, now = 0; before !== now;) {
    before = now
    for (const to of replicas) for (const from of replicas) pull(to, from.log)
    now = replicas.reduce((sum, { log }) => sum + log.length, 0)
  }
}

describe('whatever people do apart, with clocks 400 days wrong', () => {
  test('each sees what the definitions say of the entries that reached them, and together all see the same', async () => {
    await prove({ name: 'cells merge as defined', runs: 500 }, script, async (played) => {
      const replicas = play(played)
      for (const replica of replicas) same(dump(replica), expected(replica.log))
      exchangeAll(replicas)
      const all = expected(replicas[0]?.log ?? [])
      for (const replica of replicas) same(dump(replica), all)
      await Promise.resolve()
    })
  }, 120_000)

  test('the order in which entries arrive changes nothing', async () => {
    const orders = fc.record({ script, choices: fc.array(fc.nat(), { minLength: 60, maxLength: 60 }) })
    await prove({ name: 'cells merge in any order', runs: 300 }, orders, async ({ script, choices }) => {
      const replicas = play(script)
      exchangeAll(replicas)
      const entries = replicas[0]?.log ?? []
      const late = new MemoryReplica('ffffffffffffffff', () => 0)
      applyInAnyOrder(late, entries, (ready) => (choices[late.log.length % 60] ?? 0) % ready)
      same(dump(late), expected(entries))
      await Promise.resolve()
    })
  }, 120_000)
})

/** Compared as text, which is many times faster. */
function same(got: unknown, wanted: unknown): void {
  expect(JSON.stringify(got)).toBe(JSON.stringify(wanted))
}

describe('the value that is shown', () => {
  const pick = (rule: MergeRule, a: Write['value'], b: Write['value']) => {
    const [older, newer] = [write(B, a, 1), write(A, b, 2)]
    expect(winnerOf(rule, [older, newer])).toBe(winnerOf(rule, [newer, older]))
    return winnerOf(rule, [older, newer])?.value
  }

  test.each<[MergeRule, Write['value'], Write['value'], Write['value']]>([
    ['mv', 9, 1, 1],
    ['mvQuiet', 9, 1, 1],
    ['lww', 9, 1, 1],
    ['text', 'z', 'a', 'a'],
    ['max', 9, 1, 9],
    ['max', '2026-10-09', '2026-03-01', '2026-10-09'],
    ['max', 0, null, 0],
    ['min', 1, 9, 1],
    ['min', '2026-03-01', '2026-10-09', '2026-03-01'],
    ['min', 0, null, 0],
    ['orFlag', 1, 0, 1],
    ['orFlag', 1, null, 1],
    ['orFlag', 0, 0, 0],
  ])('of a %s field that held %j and was later set to %j apart is %j', (rule, older, newer, shown) => {
    expect(pick(rule, older, newer)).toBe(shown)
  })

  test('goes by the replica’s bytes where the clocks agree', () => {
    expect(winnerOf('mv', [write(A, 1), write(B, 2)])?.value).toBe(2)
    expect(winnerOf('mv', [write(B, 2), write(A, 1)])?.value).toBe(2)
    // The same where the values agree too: who is named as the author must not depend on the order.
    expect(winnerOf('max', [write(B, 1), write(A, 1)])?.replica).toBe(B)
  })

  test.each(RULES)('of a %s field is the same in whatever order three writes are compared', (rule) => {
    const some = fc.record({
      replica: fc.constantFrom(A, B, 'cccccccccccccccc'),
      seq: fc.constant(1),
      hlc: fc.integer({ min: 1, max: 3 }),
      value: fc.constantFrom(null, 0, 1, 2, '', 'x'),
    })
    const writes = fc.uniqueArray(some, { minLength: 1, maxLength: 4, selector: ({ replica }) => replica })
    fc.assert(
      fc.property(writes, (list) => {
        const winner = winnerOf(rule, list)
        expect(winnerOf(rule, list.toReversed())).toBe(winner)
        // Associative: the best of the best of any two parts.
        for (let cut = 1; cut < list.length; cut++) {
          const parts = [list.slice(0, cut), list.slice(cut)].map((part) => winnerOf(rule, part))
          expect(
            winnerOf(
              rule,
              parts.filter((part) => part !== null),
            ),
          ).toBe(winner)
        }
        // Idempotent.
        expect(winnerOf(rule, [...list, ...list])).toBe(winner)
      }),
    )
  })
})

describe('a write', () => {
  test('replaces what its author had seen, and keeps the rest beside it', () => {
    const [mine, theirs, incoming] = [write(A, 1, 5), write(B, 2, 9), write('cccccccccccccccc', 3, 7)]
    const merged = mergeCell('mv', [mine, theirs], incoming, ({ replica }) => replica === A)
    expect(merged).toEqual({ kept: [theirs, incoming], winner: theirs, replaced: [mine] })
  })

  test('that replaces everything needs no merge', () => {
    expect(mergeCell('mv', [], write(A, 1), unseen)).toBeNull()
    expect(mergeCell('mv', [write(B, 2)], write(A, 1), () => true)).toBeNull()
  })

  test('that is an empty field of a new record takes the place of what was seen, and says nothing against the rest', () => {
    const [seenOne, other] = [write(A, 1), write(B, 2)]
    expect(mergeCell('mv', [seenOne, other], null, ({ replica }) => replica === A)).toEqual({
      kept: [other],
      winner: other,
      replaced: [seenOne],
    })
    expect(mergeCell('mv', [seenOne], null, () => true)).toBeNull()
  })

  test('of a cell that nobody touched since the record was added is the birth’s', () => {
    const birth = { replica: A, seq: 3, hlc: 8, covered: true }
    expect(birthWrite([birth], 'x')).toEqual({ ...birth, value: 'x' })
    expect(birthWrite([birth], null)).toBeNull()
    expect(birthWrite([birth, { ...birth, replica: B }], 'x')).toBeNull()
    expect(birthWrite([], 'x')).toBeNull()
  })
})

describe('people are asked', () => {
  test.each<[MergeRule, readonly Write['value'][], string | null]>([
    ['mv', [1, 2], 'decision'],
    ['mv', [1, null], 'decision'],
    ['mv', [1, 1], null],
    ['mv', [1, 1, 2], 'decision'],
    ['mv', [1], null],
    ['mv', [], null],
    ['mvQuiet', [1, 2], 'quiet'],
    ['text', ['a', 'b'], 'notice'],
    ['text', ['a', 'a'], null],
    ['lww', [1, 2], null],
    ['max', [1, 2], null],
    ['min', [1, 2], null],
    ['orFlag', [1, 0], null],
  ])('about a %s field that people gave the values %j: %s', (rule, values, question) => {
    const writes = values.map((value, i) => write(String(i).repeat(16), value))
    expect(inQuestion(rule, writes)).toBe(question)
  })
})

test('a record lives while a birth or an edit of it was not known to whoever deleted it', () => {
  const [known, unknown] = [{ covered: true }, { covered: false }]
  expect(isAlive([known], [known])).toBe(false)
  expect(isAlive([known], [known, unknown])).toBe(true)
  expect(isAlive([known, unknown], [])).toBe(true)
  expect(isAlive([], [])).toBe(false)
})
