import { expect, test } from 'vitest'

import { readersOf } from '../../renderer/api/topics'
import { contract } from '../../shared/contract'
import { ENTITIES } from '../../shared/sync/registry'

test('every kind of record has its readers, and all of them are parts of the contract', () => {
  const parts = Object.keys(contract)
  for (const topic of ['facts', 'history', ...Object.keys(ENTITIES)]) {
    const readers = readersOf(topic)
    expect((readers ?? []).filter((reader) => !parts.includes(reader))).toEqual([])
  }
})

test('a cost or a rate makes figures old, a step of history only the history', () => {
  expect(readersOf('costLines')).toContain('roi')
  expect(readersOf('rates')).toContain('roi')
  expect(readersOf('history')).not.toContain('roi')
})

test('what is not known makes everything old', () => {
  expect(readersOf('workspace')).toBeNull()
  expect(readersOf('constructor')).toBeNull()
})
