/** Attached files as queries see them. */

import { ENTITIES } from '../../shared/sync/registry'
import type { ReadableDb, Sqlite } from '../database'

export interface AttachmentRow {
  readonly id: string
  readonly entity: string
  readonly recordId: string
  readonly name: string
  readonly mime: string
  readonly size: number
  readonly sha256: string
  /** What it shows, where somebody said so. */
  readonly kind: string | null
  /** Of the first step that touched it. */
  readonly addedBy: string
  readonly addedAt: number
}

const SELECT = `SELECT a.id, coalesce(a.entity, '') AS entity, coalesce(a.record_id, '') AS recordId, coalesce(a.name, '') AS name,
  coalesce(a.mime, '') AS mime, coalesce(a.size, 0) AS size, coalesce(a.sha256, '') AS sha256, a.kind,
  coalesce(t.author, '') AS addedBy, coalesce(t.wall, 0) AS addedAt
  FROM attachments a LEFT JOIN log_index i ON i.tbl = ${ENTITIES.attachments.n} AND i.row = a.id
  LEFT JOIN sync_tx t ON t.rid = i.rid AND t.seq = i.seq`
// Of several steps the first: SQLite takes the other columns from the row that has the least.
const FIRST = 'GROUP BY a.id HAVING coalesce(min(t.hlc), 0) IS NOT NULL'

/** The files of a record, oldest first. */
export function attachmentsOf(db: ReadableDb, entity: string, recordId: string): AttachmentRow[] {
  return db.$client
    .prepare<[string, string], AttachmentRow>(
      `${SELECT} WHERE a._del = 0 AND a.entity = ? AND a.record_id = ? ${FIRST} ORDER BY addedAt, a.id`,
    )
    .all(entity, recordId)
}

/** Undefined also for one that was removed. */
export function findAttachment(db: ReadableDb, id: string): AttachmentRow | undefined {
  return db.$client.prepare<[string], AttachmentRow>(`${SELECT} WHERE a._del = 0 AND a.id = ? ${FIRST}`).get(id)
}

/** Every attachment that is not removed, with the hash of its bytes. */
export function listAttached(db: Sqlite): { readonly id: string; readonly sha256: string }[] {
  return db
    .prepare<[], { id: string; sha256: string }>(
      'SELECT id, sha256 FROM attachments WHERE _del = 0 AND sha256 IS NOT NULL ORDER BY id',
    )
    .all()
}
