/**
 * Records as lists show them: the living ones, deleted ones that others still need, without those whose parent is gone.
 *
 * Generated from the registry's references, like the triggers. Nobody writes anything when a reference breaks: the record
 * comes back, or goes, as soon as what it refers to does.
 */

import type { DeletedReference } from '../../shared/sync/columns'
import { columnsOf, ENTITY_LIST, type NamedEntity } from '../../shared/sync/registry'
import { quoted, type Sqlite } from '../database'

const SHOWN = 'shown_'
const NAMED = 'named_'

interface Reference {
  readonly from: NamedEntity
  readonly column: string
  readonly to: NamedEntity
  readonly onDeleted: DeletedReference
}

/**
 * The views as they must be, by name. `shown_<table>` where a list is more or less than the living records;
 * `named_<table>` with deleted records too where another record goes on showing their names.
 */
export function expectedViews(entities: readonly NamedEntity[] = ENTITY_LIST): ReadonlyMap<string, string> {
  const references = entities.flatMap((from) => referencesOf(from, entities))
  return new Map(
    entities.flatMap((entity) => {
      const keepers = references.filter(({ to, onDeleted }) => to === entity && onDeleted === 'keepParent')
      const parents = references.filter(({ from, onDeleted }) => from === entity && onDeleted === 'hideChild')
      const ghosts = references.some(({ to, onDeleted }) => to === entity && onDeleted === 'ghost')
      const shown = keepers.length + parents.length === 0 ? [] : [shownView(entity, keepers, parents, references)]
      return ghosts ? [...shown, namedView(entity)] : shown
    }),
  )
}

/** Names of views that are missing, changed or not ours. */
export function wrongViews(sqlite: Sqlite): readonly string[] {
  const found = installed(sqlite)
  const expected = expectedViews()
  const wrong = [...expected].filter(([name, sql]) => found.get(name) !== sql).map(([name]) => name)
  return [...wrong, ...[...found.keys()].filter((name) => !expected.has(name))]
}

/** Brings the views to what the registry says. To be called inside a transaction. */
export function installViews(sqlite: Sqlite): void {
  dropViews(sqlite)
  for (const sql of expectedViews().values()) sqlite.exec(sql)
}

/** A migration may rearrange the tables beneath them. */
export function dropViews(sqlite: Sqlite): void {
  for (const name of installed(sqlite).keys()) sqlite.exec(`DROP VIEW ${quoted(name)}`)
}

function installed(sqlite: Sqlite): ReadonlyMap<string, string> {
  const rows = sqlite
    .prepare<[string, string], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'view' AND (name GLOB ? OR name GLOB ?)`,
    )
    .all(`${SHOWN}*`, `${NAMED}*`)
  return new Map(rows.map(({ name, sql }) => [name, sql]))
}

function referencesOf(from: NamedEntity, entities: readonly NamedEntity[]): readonly Reference[] {
  return columnsOf(from).flatMap(({ references, onDeleted = 'keepParent', sql }) => {
    const to = entities.find(({ name }) => name === references)
    return to === undefined ? [] : [{ from, column: quoted(sql), to, onDeleted }]
  })
}

function shownView(
  entity: NamedEntity,
  keepers: readonly Reference[],
  parents: readonly Reference[],
  all: readonly Reference[],
): readonly [string, string] {
  const name = `${SHOWN}${entity.table}`
  const kept = keepers.map(
    ({ from, column }) =>
      `EXISTS (SELECT 1 FROM ${quoted(from.table)} c WHERE c.${column} = r.id AND c._del = 0 AND c._flag = 0)`,
  )
  const here = parents.map(({ to, column }) => {
    const isView = all.some(
      (other) =>
        (other.to === to && other.onDeleted === 'keepParent') || (other.from === to && other.onDeleted === 'hideChild'),
    )
    const parent = isView ? quoted(`${SHOWN}${to.table}`) : quoted(to.table)
    return `(r.${column} IS NULL OR EXISTS (SELECT 1 FROM ${parent} p WHERE p.id = r.${column}${isView ? '' : ' AND p._del = 0'}))`
  })
  const living = `(${['r._del = 0', ...kept].join(' OR ')})`
  return [
    name,
    `CREATE VIEW ${quoted(name)} AS SELECT r.* FROM ${quoted(entity.table)} r WHERE ${[living, ...here].join(' AND ')}`,
  ]
}

function namedView(entity: NamedEntity): readonly [string, string] {
  const name = `${NAMED}${entity.table}`
  return [name, `CREATE VIEW ${quoted(name)} AS SELECT r.* FROM ${quoted(entity.table)} r`]
}
