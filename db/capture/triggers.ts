/**
 * The triggers that note every change of a record table, and refuse one made outside a commit.
 *
 * Generated from the registry, so that no way of writing (drizzle, raw SQL, a migration) can pass the log by.
 */

import type { Entity } from '../../shared/sync/columns'
import { columnsOf, ENTITY_LIST } from '../../shared/sync/registry'
import { quoted, type Sqlite } from '../database'

const PREFIX = 'sync_t_'

/** The triggers as they must be, by name. */
export function expectedTriggers(): ReadonlyMap<string, string> {
  return new Map(ENTITY_LIST.flatMap((entity) => [insertTrigger(entity), updateTrigger(entity), deleteTrigger(entity)]))
}

/** Names of triggers that are missing, changed or not ours. */
export function wrongTriggers(sqlite: Sqlite): readonly string[] {
  const found = installed(sqlite)
  const expected = expectedTriggers()
  const wrong = [...expected].filter(([name, sql]) => found.get(name) !== sql).map(([name]) => name)
  return [...wrong, ...[...found.keys()].filter((name) => !expected.has(name))]
}

/** Brings the triggers to what the registry says. To be called inside a transaction. */
export function installTriggers(sqlite: Sqlite): void {
  for (const name of installed(sqlite).keys()) sqlite.exec(`DROP TRIGGER ${quoted(name)}`)
  for (const sql of expectedTriggers().values()) sqlite.exec(sql)
}

function installed(sqlite: Sqlite): ReadonlyMap<string, string> {
  const rows = sqlite
    .prepare<[string], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name GLOB ?`,
    )
    .all(`${PREFIX}*`)
  return new Map(rows.map(({ name, sql }) => [name, sql]))
}

const ONLY_IN_COMMIT = `SELECT RAISE(ABORT, 'write outside a commit') WHERE (SELECT open FROM sync_ctx) = 0;`

function trigger(
  entity: Entity,
  kind: 'i' | 'u' | 'd',
  when: string,
  statements: readonly string[],
): readonly [string, string] {
  const name = `${PREFIX}${entity.table}_${kind}`
  const head = `CREATE TRIGGER ${quoted(name)} ${when} ON ${quoted(entity.table)} WHEN (SELECT applying FROM sync_ctx) = 0`
  return [name, `${head} BEGIN\n  ${[ONLY_IN_COMMIT, ...statements].join('\n  ')}\nEND`]
}

function insertTrigger(entity: Entity): readonly [string, string] {
  return trigger(entity, 'i', 'AFTER INSERT', [
    `SELECT RAISE(ABORT, 'not a record id') WHERE length(NEW.id) <> 26;`,
    `SELECT RAISE(ABORT, 'a record is born alive') WHERE NEW._del <> 0 OR NEW._flag <> 0;`,
    `INSERT INTO sync_pending (tbl, row, op) VALUES (${entity.n}, NEW.id, 'i');`,
  ])
}

function updateTrigger(entity: Entity): readonly [string, string] {
  const cells = columnsOf(entity).map(
    ({ n, sql }) =>
      `INSERT INTO sync_pending (tbl, row, op, col, old) SELECT ${entity.n}, NEW.id, 'u', ${n}, OLD.${quoted(sql)} WHERE NEW.${quoted(sql)} IS NOT OLD.${quoted(sql)};`,
  )
  return trigger(entity, 'u', 'AFTER UPDATE', [
    `SELECT RAISE(ABORT, 'an id never changes') WHERE NEW.id IS NOT OLD.id;`,
    `SELECT RAISE(ABORT, 'a deleted record cannot be edited') WHERE OLD._del <> 0 AND NEW._del <> 0;`,
    `SELECT RAISE(ABORT, '_del is 0 or 1, _flag is not for editing') WHERE NEW._del NOT IN (0, 1) OR NEW._flag <> OLD._flag;`,
    `INSERT INTO sync_pending (tbl, row, op, old) SELECT ${entity.n}, NEW.id, 'd', OLD._del WHERE NEW._del <> OLD._del;`,
    ...cells,
  ])
}

function deleteTrigger(entity: Entity): readonly [string, string] {
  return trigger(entity, 'd', 'BEFORE DELETE', [
    `SELECT RAISE(ABORT, 'a record is deleted by its _del, never removed');`,
  ])
}
