import { encode } from 'cborg'
import { describe, expect, test } from 'vitest'

import { decodeBody, decodeHead, type Op } from '../../shared/sync/body'
import { encodeId } from '../../shared/sync/ids'
import { columnsOf, ENTITIES } from '../../shared/sync/registry'
import { readOps, type Upcaster, WHOLE_ROW } from '../../shared/sync/upcast'

const row = new Uint8Array(16).fill(7)
const id = encodeId(row)
const CLIENTS = ENTITIES.clients.n
const count = columnsOf(ENTITIES.clients).length

/** An entry as an app of another schema encodes it. */
const entry = (schema: number, ops: readonly unknown[], minReader = 1): Uint8Array =>
  encode([1, 0, 0, schema, minReader, 'Chen', 'x', null, ops])
const read = (ops: readonly unknown[]) => readOps(decodeBody(entry(99, ops)))

describe('of a newer app’s entry', () => {
  test('what this build knows is applied whole', () => {
    const ops = [
      [CLIENTS, row, 'u', [0, 'Lotus', 4, ['t', null, '备注']]],
      [CLIENTS, row, 'd'],
    ]
    const { known, parked } = read(ops)
    expect(known).toEqual([
      { index: 0, op: ops[0] },
      { index: 1, op: ops[1] },
    ])
    expect(parked).toEqual([])
  })

  test('an unknown column is parked with the bytes that its author wrote, whatever kind of value it is', () => {
    const strange = [1.5, { b: [1], a: new Uint8Array(3) }, ['t', 'no base'], 2n ** 60n, 'text', new Uint8Array(16)]
    for (const value of strange) {
      const { known, parked } = read([[CLIENTS, row, 'u', [0, 'Lotus', count + 3, value]]])
      expect(known).toEqual([{ index: 0, op: [CLIENTS, row, 'u', [0, 'Lotus']] }])
      expect(parked).toEqual([{ op: 0, table: CLIENTS, row: id, column: count + 3, value: expect.anything() }])
      expect(Buffer.from(parked[0]?.value ?? []).toString('hex')).toBe(Buffer.from(encode(value)).toString('hex'))
    }
  })

  test('an operation of which nothing is known is parked and not applied', () => {
    expect(read([[CLIENTS, row, 'u', [count, 1]]])).toMatchObject({ known: [], parked: [{ op: 0, column: count }] })
  })

  test('a birth with more columns is a birth with ours, and the rest is parked', () => {
    const values = columnsOf(ENTITIES.clients).map(() => null)
    const { known, parked } = read([
      [CLIENTS, row, 'd'],
      [CLIENTS, row, 'i', [...values, 5, 'more']],
    ])
    expect(known[1]).toEqual({ index: 1, op: [CLIENTS, row, 'i', values] })
    expect(parked.map(({ op, column }) => [op, column])).toEqual([
      [1, count],
      [1, count + 1],
    ])
  })

  test('an unknown table is parked operation by operation; the log has what they were', () => {
    const { known, parked } = read([
      [777, row, 'i', [1.25]],
      [777, row, 'd'],
    ])
    expect(known).toEqual([])
    expect(parked).toEqual([
      { op: 0, table: 777, row: id, column: WHOLE_ROW, value: null },
      { op: 1, table: 777, row: id, column: WHOLE_ROW, value: null },
    ])
  })

  test('that says only newer readers can understand it, the head is read and nothing else', () => {
    const bytes = entry(99, [['a kind of operation', { that: 'nobody knows' }]], 2)
    expect(decodeHead(bytes)).toMatchObject({ hlc: 1, schema: 99, minReader: 2, author: 'Chen' })
    expect(() => decodeBody(bytes)).toThrow(RangeError)
  })
})

test.each<[string, readonly unknown[]]>([
  ['a number as a name', [CLIENTS, row, 'u', [0, 5]]],
  ['a text as a note', [CLIENTS, row, 'u', [4, 'no base']]],
  ['a text as an id', [ENTITIES.shops.n, row, 'u', [1, 'not bytes']]],
  ['a number as yes or no', [ENTITIES.shops.n, row, 'u', [7, 1]]],
  ['half a JSON', [ENTITIES.creators.n, row, 'u', [4, ['j', '["a"']]]],
  ['a float as money', [ENTITIES.costLines.n, row, 'u', [5, 1.5]]],
  ['a wrong value in a birth', [CLIENTS, row, 'i', [1]]],
])('%s is refused: a known column never changes its kind', (_, op) => {
  expect(() => read([op])).toThrow(RangeError)
})

describe('an older app’s entry', () => {
  // Made up: schema 6 counted colours from one, schema 7 swapped the table's first two columns.
  const counted: Upcaster = {
    from: 5,
    op: (op) => (op[2] === 'u' && op[3][0] === 8 ? [op[0], op[1], 'u', [8, Number(op[3][1]) + 1]] : op),
  }
  const doubled: Upcaster = {
    from: 6,
    op: (op) => (op[2] === 'u' && op[3][0] === 8 ? [op[0], op[1], 'u', [8, Number(op[3][1]) * 10]] : op),
  }
  const SHOPS = ENTITIES.shops.n
  const colour = (schema: number, value: number) => {
    const { known } = readOps({ schema, ops: [[SHOPS, row, 'u', [8, value]]] }, [doubled, counted])
    return known.map(({ op }) => op)
  }
  const written = (value: number): Op => [SHOPS, row, 'u', [8, value]]

  test('is brought to today’s schema by each step once and in order', () => {
    expect(colour(5, 2)).toEqual([written(30)])
    expect(colour(4, 2)).toEqual([written(30)])
    expect(colour(6, 2)).toEqual([written(20)])
    expect(colour(7, 2)).toEqual([written(2)])
  })

  test('means what a newer app’s means that wrote the same', () => {
    expect(colour(5, 2)).toEqual(colour(7, 30))
  })
})
