/** How the rest of the program sees an open file: what may read, what may write. */

import type Database from 'better-sqlite3'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'

/** One SQLite connection. */
export type Sqlite = Database.Database

/** What the writing connection keeps in memory, and after how many pages its write-ahead file is emptied. */
export const CACHE_KIB = 65_536
export const WAL_PAGES = 1000

/** The workspace inside a commit. `$client` is the connection, for statements that drizzle cannot say. */
export type WritableDb = BetterSQLite3Database & { readonly $client: Sqlite }

/** The workspace as a query sees it: it can select and nothing else. The connection behind it refuses writes. */
export type ReadableDb = Pick<WritableDb, 'select' | 'selectDistinct' | '$count' | '$with' | 'with' | '$client'>

/** `name` as an SQL identifier. Only for names of the registry. */
export function quoted(name: string): string {
  return `"${name}"`
}
