/**
 * What is left of an erased person beside the records: values that steps overwrote, steps that could be taken back, bytes
 * of their files. Forgotten on every copy as soon as the erasure is here; nothing of it is written to any log.
 *
 * The records themselves are blanked and removed by ordinary operations of the step that erases. The log's own entries
 * keep what they say: see the decision on erasing a person.
 */

import fs from 'node:fs'

import { ENTITIES, entityByNumber, type EntityName, isEntityName } from '../shared/sync/registry'
import { BELONGINGS, belongingOf, filesOfPeople, holdsAny, idsOfPeople, peopleOf, tableOf } from './belongings'
import { blobPath } from './blob-store'
import { creatorId } from './capture/derived'
import { quoted, type ReadableDb, type Sqlite } from './database'
import { prepared } from './prepared'

const ERASED = 'erased_'

/** What stands for an erased person's handle, the same on every copy. */
export function erasedHandle(id: string): string {
  return `${ERASED}${id.slice(-8).toLowerCase()}`
}

/** Creators whose data was erased. */
export function erasedCreators(db: Sqlite): string[] {
  return db.prepare<[], string>('SELECT id FROM erasures WHERE _del = 0').pluck().all()
}

/** Whether a record tells of an erased person, a removed one too. */
export function isErased(db: Sqlite, entity: EntityName, id: string): boolean {
  const people = peopleBehind(db, entity, id)
  return (
    people !== null &&
    prepared(db, `SELECT 1 FROM erasures e WHERE e._del = 0 AND e.id IN (${people.select})`).get(people.id) !==
      undefined
  )
}

/** Selects the creators of whom a record tells, by the one id that it takes; null where it is about nobody. */
function peopleBehind(
  db: Sqlite,
  entity: EntityName,
  id: string,
): { readonly select: string; readonly id: string } | null {
  if (entity === 'creators') return { select: 'SELECT ?', id }
  if (entity === 'attachments') {
    const file = prepared(db, 'SELECT entity, record_id AS recordId FROM attachments WHERE id = ?').get(id) as
      | { readonly entity: string | null; readonly recordId: string | null }
      | undefined
    const { entity: of, recordId } = file ?? { entity: null, recordId: null }
    if (of === null || recordId === null || !isEntityName(of) || of === 'attachments') return null
    return peopleBehind(db, of, recordId)
  }
  const belonging = belongingOf(entity)
  return belonging === null ? null : { select: peopleOf(belonging, 'SELECT ?'), id }
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
  add(ENTITIES.attachments.n, filesOfPeople(IDS))
  for (const one of BELONGINGS) add(ENTITIES[one.entity].n, idsOfPeople(one, IDS))
}

/**
 * A step about the person alone is called after what stands for them, whatever words it was called by (a handle, a title,
 * the beginning of a note, the name of a file); in the name of one about others too, the handle is replaced. Handles are
 * known by their hash, for a step that arrives later is called by one that is forgotten here.
 */
function renameSteps(sqlite: Sqlite): void {
  const rename = sqlite.prepare('UPDATE sync_tx SET label = ? WHERE rid = ? AND seq = ?')
  const people = new Map(erasedCreators(sqlite).map((id) => [id, erasedHandle(id)]))
  const former = new Map(pastHandles(sqlite).map(({ id, handle }) => [handle.toLowerCase(), erasedHandle(id)]))
  const nameOf = (word: string) => former.get(word.toLowerCase()) ?? people.get(creatorId(word))
  for (const { rid, seq, label, tbl, row, others } of stepsAbout(sqlite)) {
    const [verb = '', ...rest] = label.split(':')
    const subject = rest.join(':')
    // A number says how many there were, an arrow where to.
    const [where = ''] = / → \S+$/u.exec(subject) ?? []
    const person = others === 0 && !/^\d{0,6}$/u.test(subject) ? personOf(sqlite, tbl, row) : null
    const said = person
      ? `${erasedHandle(person)}${where}`
      : subject.replaceAll(/[\p{L}\p{N}._]+/gu, (word) => nameOf(word) ?? word)
    if (said !== subject) rename.run(`${verb}:${said}`, rid, seq)
  }
}

function personOf(sqlite: Sqlite, tbl: number, row: string): string | null {
  const entity = entityByNumber(tbl)
  const people = entity && peopleBehind(sqlite, entity.name, row)
  if (!people) return null
  const of = prepared(sqlite, `SELECT id FROM erasures WHERE _del = 0 AND id IN (${people.select}) LIMIT 1`)
  return (of.get(people.id) as { readonly id: string } | undefined)?.id ?? null
}

function pastHandles(sqlite: Sqlite): readonly { readonly id: string; readonly handle: string }[] {
  const { n, columns } = ENTITIES.creators
  return sqlite
    .prepare<[number, number], { id: string; handle: string }>(
      `SELECT p.row AS id, p.val AS handle FROM sync_past p JOIN temp.erased_rows e ON e.tbl = p.tbl AND e."row" = p.row
       WHERE p.tbl = ? AND p.col = ? AND typeof(p.val) = 'text' GROUP BY p.row, p.val`,
    )
    .all(n, columns.handle.n)
    .filter(({ handle }) => !handle.startsWith(ERASED))
}

interface StepAbout {
  readonly rid: number
  readonly seq: number
  readonly label: string
  /** One of the erased people's records in it, and how many records of others there are. */
  readonly tbl: number
  readonly row: string
  readonly others: number
}

/** Steps that touched a record of an erased person and are not called after what stands for one. */
function stepsAbout(sqlite: Sqlite): readonly StepAbout[] {
  return sqlite
    .prepare<[string], StepAbout>(
      `WITH own AS (SELECT i.rid, i.seq, min(e.tbl) AS tbl, e."row" AS row, count(*) AS n FROM temp.erased_rows e
         JOIN log_index i ON i.tbl = e.tbl AND i.row = e."row" GROUP BY i.rid, i.seq)
       SELECT t.rid, t.seq, t.label, o.tbl, o.row, max(t.n_ops, o.n) - o.n AS others FROM own o
       JOIN sync_tx t ON t.rid = o.rid AND t.seq = o.seq WHERE instr(t.label, ':' || ?) = 0`,
    )
    .all(ERASED)
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
  const others = BELONGINGS.map((one) => {
    const again = one.empties === null ? '' : ` AND (${holdsAny(one.entity, one.empties)})`
    return `EXISTS (SELECT 1 FROM ${tableOf(one.entity)} r WHERE r._del = 0${again} AND r.id IN (${idsOfPeople(one, 'SELECT e.id')}))`
  })
  const files = `EXISTS (SELECT 1 FROM attachments r WHERE r._del = 0 AND r.id IN (${filesOfPeople('SELECT e.id')}))`
  return db.$client
    .prepare<[], string>(
      `SELECT e.id FROM erasures e LEFT JOIN creators c ON c.id = e.id AND c._del = 0
       WHERE e._del = 0 AND (${[...personal, ...others, files].join(' OR ')}
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
