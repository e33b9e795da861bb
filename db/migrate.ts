/**
 * Brings a workspace file to this build's schema.
 *
 * The file's `user_version` is the last migration applied, so there is no ledger to fall out of step. Each migration
 * and its version commit together or not at all.
 */

import { AppError } from '../shared/errors'
import { installTriggers, wrongTriggers } from './capture/triggers'
import { dropViews, installViews, wrongViews } from './capture/views'
import type { Sqlite } from './database'

export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

export function schemaVersion(sqlite: Sqlite): number {
  return Number(sqlite.pragma('user_version', { simple: true }))
}

export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0
}

/** Refuses a file that a newer build has migrated: opening it would lose what that build added. */
export function refuseFuture(sqlite: Sqlite, migrations: readonly Migration[], file: string): void {
  const version = schemaVersion(sqlite)
  const supported = latestVersion(migrations)
  if (version > supported) throw new AppError('workspace.fromFuture', { file, version, supported })
}

/** Applies what is pending and puts the capture triggers and the views of lists in place. */
export function migrate(sqlite: Sqlite, migrations: readonly Migration[]): readonly Migration[] {
  const current = schemaVersion(sqlite)
  const pending = migrations.filter(({ version }) => version > current)
  if (pending.length > 0) {
    // Inside a transaction the pragma does nothing, and a rebuilt parent table would take its children with it.
    sqlite.pragma('foreign_keys = OFF')
    for (const migration of pending) applyOne(sqlite, migration)
    sqlite.pragma('foreign_keys = ON')
  }
  if (wrongTriggers(sqlite).length > 0) sqlite.transaction(() => installTriggers(sqlite)).immediate()
  if (wrongViews(sqlite).length > 0) sqlite.transaction(() => installViews(sqlite)).immediate()
  return pending
}

function applyOne(sqlite: Sqlite, { version, name, sql }: Migration): void {
  sqlite
    .transaction(() => {
      dropTriggers(sqlite)
      dropViews(sqlite)
      sqlite.exec(sql)
      const broken = sqlite.pragma('foreign_key_check')
      if (Array.isArray(broken) && broken.length > 0)
        throw new Error(`migration ${version} ${name} leaves ${broken.length} broken references`)
      sqlite.pragma(`user_version = ${version}`)
    })
    .immediate()
}

/** A migration rearranges tables; it is not an edit. The triggers come back after the last one. */
function dropTriggers(sqlite: Sqlite): void {
  const names = sqlite
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'sync_t_*'`)
    .pluck()
    .all()
  for (const name of names) sqlite.exec(`DROP TRIGGER "${name}"`)
}
