/** Who a workspace file is: its workspace, and which incarnation of it writes here. */

import { randomBytes } from 'node:crypto'

import { firstHash } from './capture/chain'
import type { Sqlite } from './database'
import { readMeta, writeMeta } from './meta'

/** In the file's header: tells a workspace from any other SQLite file. "STBD". */
export const APPLICATION_ID = 0x53544244

export interface Identity {
  /** 32 hex digits. */
  readonly workspaceId: string
  /** 16 hex digits; new for each incarnation (a restored backup is a new one). */
  readonly replicaId: string
  readonly createdAt: number
}

/**
 * Writes a new file's identity. `device`: 32 hex digits of the installation, or null for a new one; `workspace`: 32 hex
 * digits of the workspace that the file is to be a copy of, or null for a new one.
 */
export function createIdentity(sqlite: Sqlite, now: number, device: string | null, workspace: string | null): void {
  writeMeta(sqlite, 'format', 1)
  writeMeta(sqlite, 'workspace', workspace ?? randomBytes(16).toString('hex'))
  writeMeta(sqlite, 'device', device ?? randomBytes(16).toString('hex'))
  writeMeta(sqlite, 'created', now)
  writeMeta(sqlite, 'hlc', 0)
  addReplica(sqlite, null)
}

/** Goes on as a new replica: what the old one wrote after this copy was taken may exist elsewhere under its name. */
export function reincarnate(sqlite: Sqlite): void {
  const old = Number(readMeta(sqlite, 'self_rid'))
  const parent = sqlite.prepare<[number], Buffer>('SELECT id FROM sync_replica WHERE rid = ?').pluck().get(old) ?? null
  sqlite.prepare(`UPDATE sync_replica SET state = 'closed' WHERE rid = ?`).run(old)
  addReplica(sqlite, parent)
}

export function readIdentity(sqlite: Sqlite): Identity {
  return {
    workspaceId: String(readMeta(sqlite, 'workspace')),
    replicaId: String(readMeta(sqlite, 'replica')),
    createdAt: Number(readMeta(sqlite, 'created')),
  }
}

function addReplica(sqlite: Sqlite, parent: Buffer | null): void {
  const id = randomBytes(8)
  const device = Buffer.from(String(readMeta(sqlite, 'device')), 'hex')
  const rid = sqlite
    .prepare<[Buffer, Buffer, Buffer | null, Buffer], number>(
      'INSERT INTO sync_replica (id, device, parent, hash) VALUES (?, ?, ?, ?) RETURNING rid',
    )
    .pluck()
    .get(id, device, parent, firstHash(id))
  if (rid === undefined) throw new RangeError('the replica was not added')
  writeMeta(sqlite, 'replica', id.toString('hex'))
  writeMeta(sqlite, 'self_rid', rid)
}
