import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

import { keepFor } from '../../db/kept'
import { temporaryFolder } from '../support/workspace'

test('an answer is read again after each commit of another connection, and only then', () => {
  const file = join(temporaryFolder(), 'kept.db')
  const writer = new Database(file)
  writer.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (n INTEGER)')
  const reader = new Database(file, { readonly: true })
  onTestFinished(() => {
    reader.close()
    writer.close()
  })
  let reads = 0
  const count = keepFor(reader)(() => {
    reads += 1
    return reader.prepare('SELECT count(*) FROM t').pluck().get()
  })
  expect([count(), count(), reads]).toEqual([0, 0, 1])
  writer.exec('BEGIN; INSERT INTO t VALUES (1)')
  expect([count(), reads]).toEqual([0, 1])
  writer.exec('COMMIT')
  expect([count(), count(), reads]).toEqual([1, 1, 2])
})
