/** Statements that every commit runs, prepared once for each connection. */

import type Database from 'better-sqlite3'

import type { Sqlite } from './database'

const byConnection = new WeakMap<Sqlite, Map<string, Database.Statement>>()

/** The statement of this text. To be run to its end at once; `pluck` and `raw` stay with it. */
export function prepared(sqlite: Sqlite, sql: string): Database.Statement {
  const known = byConnection.get(sqlite) ?? new Map<string, Database.Statement>()
  byConnection.set(sqlite, known)
  const statement = known.get(sql) ?? sqlite.prepare(sql)
  known.set(sql, statement)
  return statement
}
