/** The shared folders of this copy and what was made of the files in them: this computer's own bookkeeping. */

import type { Sqlite } from '../database'
import { durably } from '../lives'
import { readMeta } from '../meta'

export interface Place {
  readonly id: number
  readonly path: string
  readonly state: string
  readonly detail: string | null
  /** When it was last gone through, epoch ms. */
  readonly at: number | null
}

/** A file that is announced, on its way or unreadable; one that was taken has no row. */
export interface PlaceFile {
  readonly name: string
  readonly size: number
  /** `waiting`: not here or not whole yet. `unreadable`, with the reason as `detail`. */
  readonly state: 'waiting' | 'unreadable'
  readonly detail: string
  readonly firstSeen: number
  readonly tries: number
}

export function listPlaces(db: Sqlite): readonly Place[] {
  return db
    .prepare<[], Place>(`SELECT id, path, state, detail, at FROM sync_places WHERE kind = 'folder' ORDER BY id`)
    .all()
}

/** The folder's row, an older one where it is remembered already. */
export function addPlace(db: Sqlite, path: string): Place {
  db.prepare(
    `INSERT INTO sync_places (kind, path, state) VALUES ('folder', ?, 'neverRun') ON CONFLICT (path) DO NOTHING`,
  ).run(path)
  const place = listPlaces(db).find((each) => each.path === path)
  if (place === undefined) throw new RangeError(`the folder ${path} was not added`)
  return place
}

export function forgetPlace(db: Sqlite, id: number): void {
  db.transaction(() => {
    db.prepare('DELETE FROM sync_files WHERE place = ?').run(id)
    db.prepare('DELETE FROM sync_places WHERE id = ?').run(id)
  }).immediate()
}

export function markPlace(db: Sqlite, id: number, state: string, detail: string | null, at: number): void {
  db.prepare('UPDATE sync_places SET state = ?, detail = ?, at = ? WHERE id = ?').run(state, detail, at, id)
}

/** The number of the next head, never given twice: on disk, with the whole log, before this returns. `atLeast`: one more than what is in the folder. */
export function reserveHead(db: Sqlite, id: number, atLeast: number): number {
  return durably(db, () => {
    const head = db
      .prepare<[number, number], number>('UPDATE sync_places SET head = MAX(head + 1, ?) WHERE id = ? RETURNING head')
      .pluck()
      .get(atLeast, id)
    if (head === undefined) throw new RangeError(`no shared folder ${id}`)
    return head
  })
}

/** The last own step that is in a shared folder. */
export function markPublished(db: Sqlite, seq: number): void {
  db.prepare('UPDATE sync_replica SET published_seq = MAX(published_seq, ?) WHERE rid = ?').run(
    seq,
    Number(readMeta(db, 'self_rid')),
  )
}

export function listPlaceFiles(db: Sqlite, place: number): readonly PlaceFile[] {
  return db
    .prepare<[number], PlaceFile>(
      `SELECT name, size, state, detail, first_seen AS firstSeen, tries FROM sync_files WHERE place = ? ORDER BY name`,
    )
    .all(place)
}

/** Notes what is the matter with a file; since when is kept from the first time. */
export function notePlaceFile(
  db: Sqlite,
  place: number,
  file: Omit<PlaceFile, 'firstSeen' | 'tries'>,
  now: number,
): void {
  db.prepare(
    `INSERT INTO sync_files (place, name, size, state, detail, first_seen, tries) VALUES (?, ?, ?, ?, ?, ?, 1)
     ON CONFLICT (place, name) DO UPDATE SET size = excluded.size, state = excluded.state, detail = excluded.detail, tries = tries + 1`,
  ).run(place, file.name, file.size, file.state, file.detail, now)
}

/** The file was taken, or what it announced is here. */
export function clearPlaceFile(db: Sqlite, place: number, name: string): void {
  db.prepare('DELETE FROM sync_files WHERE place = ? AND name = ?').run(place, name)
}
