/** The switches that the triggers look at. They only ever change inside a transaction, so a crash puts them back. */

import type { Sqlite } from '../database'
import { prepared } from '../prepared'

/** 1: a commit. 2: an import, which may also write facts. */
export function openFor(sqlite: Sqlite, open: 0 | 1 | 2): void {
  prepared(sqlite, 'UPDATE sync_ctx SET open = ?').run(open)
}

/** Runs `work` with the capture triggers off. */
export function applying<T>(sqlite: Sqlite, work: () => T): T {
  const set = prepared(sqlite, 'UPDATE sync_ctx SET applying = ?')
  set.run(1)
  try {
    return work()
  } finally {
    set.run(0)
  }
}
