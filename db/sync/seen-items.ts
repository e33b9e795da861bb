/** Notices of the inbox that were read on this computer. */

import type { Sqlite, WritableDb } from '../database'

export function readSeen(sqlite: Sqlite): ReadonlySet<string> {
  return new Set(sqlite.prepare<[], string>('SELECT id FROM inbox_seen').pluck().all())
}

export function markSeen(tx: WritableDb, items: readonly string[], now: number): void {
  const insert = tx.$client.prepare('INSERT INTO inbox_seen (id, at) VALUES (?, ?) ON CONFLICT DO NOTHING')
  for (const id of items) insert.run(id, now)
}
