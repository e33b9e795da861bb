/** The workspace's own values: identity, clock, marks. */

import type { Sqlite } from './database'
import { prepared } from './prepared'

export type MetaKey =
  | 'format'
  | 'workspace'
  | 'replica'
  | 'self_rid'
  | 'device'
  | 'hlc'
  | 'last_wall'
  | 'open_token'
  | 'open_token_before'
  | 'remembered'
  | 'new_life'
  | 'registry'
  | 'created'
  | 'looked'

export function readMeta(sqlite: Sqlite, key: MetaKey): string | number | null {
  // The only two kinds of value that `writeMeta` takes.
  return (
    (prepared(sqlite, 'SELECT v FROM sync_meta WHERE k = ?').pluck().get(key) as string | number | undefined) ?? null
  )
}

export function writeMeta(sqlite: Sqlite, key: MetaKey, value: string | number): void {
  prepared(sqlite, 'INSERT INTO sync_meta (k, v) VALUES (?, ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v').run(
    key,
    value,
  )
}
