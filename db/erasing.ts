/**
 * What is left of an erased person beside the records: values that steps overwrote, steps that could be taken back, bytes
 * of their files. Forgotten on every copy as soon as the erasure is here; nothing of it is written to any log.
 *
 * The records themselves are blanked and removed by ordinary operations of the step that erases. The log's own entries
 * keep what they say: see the decision on erasing a person.
 */

import fs from 'node:fs'

import { ENTITIES, type EntityName } from '../shared/sync/registry'
import { blobPath } from './blob-store'
import { quoted, type ReadableDb, type Sqlite } from './database'

const ERASED = 'erased_'

/** What stands for an erased person's handle, the same on every copy. */
export function erasedHandle(id: string): string {
  return `${ERASED}${id.slice(-8).toLowerCase()}`
}

/** Records that belong to one creator, with the column that says to whom. */
export const OF_CREATOR = [
  'shopCreators',
  'creatorMetrics',
  'touches',
  'tasks',
  'creatorDecisions',
  'quoteRequests',
] as const satisfies readonly EntityName[]

/** Creators whose data was erased. */
export function erasedCreators(db: Sqlite): string[] {
  return db.prepare<[], string>('SELECT id FROM erasures WHERE _del = 0').pluck().all()
}

/** Whether a record tells of an erased person, a removed one too. */
export function isErased(db: Sqlite, entity: EntityName, id: string): boolean {
  const of =
    entity === 'creators'
      ? 'SELECT ? AS id'
      : entity === 'attachments'
        ? `SELECT record_id AS id FROM attachments WHERE id = ? AND entity = 'creators'`
        : OF_CREATOR.some((one) => one === entity)
          ? `SELECT creator_id AS id FROM ${quoted(ENTITIES[entity].table)} WHERE id = ?`
          : null
  return (
    of !== null &&
    db.prepare<[string]>(`SELECT 1 FROM (${of}) o JOIN erasures e ON e.id = o.id AND e._del = 0`).get(id) !== undefined
  )
}

/** Forgets on this copy what records of erased people were before. Does nothing the second time. */
export function forgetErased(sqlite: Sqlite, file: string): void {
  if (erasedCreators(sqlite).length === 0) return
  const hashes = sqlite
    .transaction(() => {
      sqlite.exec(`CREATE TEMP TABLE IF NOT EXISTS erased_rows (tbl INTEGER, "row" TEXT, PRIMARY KEY (tbl, "row"))`)
      sqlite.exec('DELETE FROM temp.erased_rows')
      fillErasedRows(sqlite)
      const held = attachedHashes(sqlite)
      renameSteps(sqlite)
      sqlite.exec(
        `UPDATE sync_past SET val = NULL WHERE col >= 0 AND val IS NOT NULL
         AND EXISTS (SELECT 1 FROM temp.erased_rows e WHERE e.tbl = sync_past.tbl AND e."row" = sync_past.row)`,
      )
      sqlite.exec(
        `UPDATE local_steps SET state = 'gone' WHERE state <> 'gone' AND EXISTS (SELECT 1 FROM temp.erased_rows e
         JOIN log_index i ON i.tbl = e.tbl AND i.row = e."row" WHERE i.rid = local_steps.rid AND i.seq IN (local_steps.seq, local_steps.latest_seq))`,
      )
      const forget = sqlite.prepare('DELETE FROM blobs WHERE sha256 = ?')
      for (const hash of held) forget.run(hash)
      sqlite.exec('DELETE FROM temp.erased_rows')
      return held
    })
    .immediate()
  for (const hash of hashes) fs.rmSync(blobPath(file, hash), { force: true })
}

function fillErasedRows(sqlite: Sqlite): void {
  const add = (n: number, select: string) =>
    sqlite.exec(`INSERT OR IGNORE INTO temp.erased_rows SELECT ${n}, id FROM (${select})`)
  const IDS = 'SELECT id FROM erasures WHERE _del = 0'
  add(ENTITIES.creators.n, IDS)
  add(ENTITIES.erasures.n, IDS)
  add(ENTITIES.attachments.n, `SELECT id FROM attachments WHERE entity = 'creators' AND record_id IN (${IDS})`)
  for (const name of OF_CREATOR) {
    const { n, table } = ENTITIES[name]
    add(n, `SELECT id FROM ${quoted(table)} WHERE creator_id IN (${IDS})`)
  }
}

/** Steps that were called after the person are called after what stands for them. */
function renameSteps(sqlite: Sqlite): void {
  const { n, columns } = ENTITIES.creators
  const handles = sqlite
    .prepare<[number, number], { id: string; handle: string }>(
      `SELECT p.row AS id, p.val AS handle FROM sync_past p JOIN temp.erased_rows e ON e.tbl = p.tbl AND e."row" = p.row
       WHERE p.tbl = ? AND p.col = ? AND typeof(p.val) = 'text' GROUP BY p.row, p.val`,
    )
    .all(n, columns.handle.n)
  const rename = sqlite.prepare(
    `UPDATE sync_tx SET label = substr(label, 1, instr(label, ':')) || ? WHERE substr(label, instr(label, ':') + 1) = ?`,
  )
  for (const { id, handle } of handles) if (!handle.startsWith(ERASED)) rename.run(erasedHandle(id), handle)
}

/** Bytes that attachments of these people had, where no other attachment has the same. */
function attachedHashes(sqlite: Sqlite): string[] {
  const { n, columns } = ENTITIES.attachments
  return sqlite
    .prepare<[number, number], string>(
      `SELECT DISTINCT p.val FROM sync_past p JOIN temp.erased_rows e ON e.tbl = p.tbl AND e."row" = p.row
       WHERE p.tbl = ? AND p.col = ? AND typeof(p.val) = 'text' AND length(p.val) = 64
       AND NOT EXISTS (SELECT 1 FROM attachments a WHERE a._del = 0 AND a.sha256 = p.val)`,
    )
    .pluck()
    .all(n, columns.sha256.n)
}

/** Erased creators of whom something is here again, written by somebody who did not know or brought by a file. */
export function cameBack(db: ReadableDb): string[] {
  const personal = Object.keys(ENTITIES.creators.columns)
    .filter((field) => field !== 'handle' && field !== 'starred')
    .map((field) => `c.${quoted(field.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`))} IS NOT NULL`)
  const children = OF_CREATOR.map(
    (name) => `EXISTS (SELECT 1 FROM ${quoted(ENTITIES[name].table)} r WHERE r.creator_id = e.id AND r._del = 0)`,
  )
  return db.$client
    .prepare<[], string>(
      `SELECT e.id FROM erasures e LEFT JOIN creators c ON c.id = e.id AND c._del = 0
       WHERE e._del = 0 AND (${[...personal, ...children].join(' OR ')}
         OR c.handle NOT LIKE 'erased\\_%' ESCAPE '\\') ORDER BY e.id`,
    )
    .pluck()
    .all()
}

/** Creators who are to be erased: their day has come. */
export function dueForErasure(db: ReadableDb, day: string): { readonly id: string; readonly retainUntil: string }[] {
  return db.$client
    .prepare<[string], { id: string; retainUntil: string }>(
      `SELECT id, retain_until AS retainUntil FROM creators WHERE _del = 0 AND retain_until <= ?
       AND id NOT IN (SELECT id FROM erasures WHERE _del = 0) ORDER BY retain_until, id`,
    )
    .all(day)
}

/** Handles under which imported lines name these creators. */
export function handlesInLines(
  db: ReadableDb,
  ids: readonly string[],
): { readonly id: string; readonly handle: string }[] {
  return db.$client
    .prepare<[string], { id: string; handle: string }>(
      'SELECT id, handle FROM dim_creators WHERE id IN (SELECT value FROM json_each(?)) ORDER BY handle',
    )
    .all(JSON.stringify(ids))
}
