/**
 * Whether a workspace file may go on under the name it has: it is the very file that this computer last wrote under it.
 *
 * A restored backup or a copied file would give numbers to steps that colleagues know with other content. What the
 * installation remembers outside the file shows it, before anything is written.
 */

import { randomBytes } from 'node:crypto'
import fs from 'node:fs'

import Database from 'better-sqlite3'

import { forgetLeftBehind } from './blobs'
import { chainHash, firstHash } from './capture/chain'
import type { Sqlite } from './database'
import { reincarnate } from './identity'
import { readMeta, writeMeta } from './meta'
import type { DeviceTokens } from './sync/types'

/** Why a copy had to begin a new life. */
export type LifeReason = 'restored' | 'copied' | 'moved' | 'folderAhead' | 'peerAhead'

/** A new life that nobody has looked at yet. */
export interface NewLife {
  readonly at: number
  readonly reason: LifeReason
  /** Steps of the life before that nobody shared and that are not here. */
  readonly lostSteps: number
}

export interface Installation {
  readonly file: string
  /** 32 hex digits, or null where nobody has named the installation. */
  readonly device: string | null
  readonly tokens: DeviceTokens
}

interface Self {
  readonly id: string
  readonly seq: number
  readonly hash: Buffer
  readonly published: number
}

/** The sign that the file must not go on under its name, or null. Reads only. */
export function signOfOtherLife(sqlite: Sqlite, { file, device, tokens }: Installation): LifeReason | null {
  const self = selfOf(sqlite)
  const token = tokens.read(self.id)
  if (token === null) {
    if (device !== null && readMeta(sqlite, 'device') !== device) return 'moved'
    return readMeta(sqlite, 'remembered') === self.id ? 'copied' : null
  }
  if (!isSamePlace(token.path, file) && holds(token.path, self.id)) return 'copied'
  // The one before too: the file is written first, and the power may have gone before the token followed.
  const openings = [readMeta(sqlite, 'open_token'), readMeta(sqlite, 'open_token_before')]
  if (!openings.includes(token.openToken)) return 'restored'
  const there = hashAt(sqlite, self, token.seq)
  return there?.toString('hex') === token.hash ? null : 'restored'
}

/** Closes the file's life and begins another, whose parent it is. */
export function beginNewLife(
  sqlite: Sqlite,
  reason: LifeReason,
  now: number,
  { file, device, tokens }: Installation,
): void {
  const self = selfOf(sqlite)
  const token = tokens.read(self.id)
  sqlite
    .transaction(() => {
      if (device !== null) writeMeta(sqlite, 'device', device)
      reincarnate(sqlite)
      forgetLeftBehind(sqlite, file)
      const known = Math.max(token?.seq ?? 0, self.seq)
      const shared = Math.max(token?.shared ?? 0, self.published)
      writeMeta(sqlite, 'new_life', JSON.stringify({ at: now, reason, replica: self.id, known, shared }))
    })
    .immediate()
}

/** What became of the life before, until somebody has read it. */
export function readNewLife(sqlite: Sqlite): NewLife | null {
  const stored = readMeta(sqlite, 'new_life')
  if (typeof stored !== 'string' || stored === '') return null
  // Written by `beginNewLife` alone.
  const { at, reason, replica, known, shared } = JSON.parse(stored) as {
    readonly at: number
    readonly reason: LifeReason
    readonly replica: string
    readonly known: number
    readonly shared: number
  }
  const here = sqlite
    .prepare<[Buffer], number>('SELECT MAX(seq, stored_seq) FROM sync_replica WHERE id = ?')
    .pluck()
    .get(Buffer.from(replica, 'hex'))
  return { at, reason, lostSteps: Math.max(0, known - Math.max(here ?? 0, shared)) }
}

/** Somebody has read it. */
export function forgetNewLife(sqlite: Sqlite): void {
  writeMeta(sqlite, 'new_life', '')
}

/** Marks the file as opened by this installation, durably, then what the installation remembers of it. */
export function markOpened(sqlite: Sqlite, file: string, tokens: DeviceTokens | null): void {
  const self = selfOf(sqlite)
  const before = readMeta(sqlite, 'open_token')
  durably(sqlite, () => {
    if (before !== null) writeMeta(sqlite, 'open_token_before', before)
    writeMeta(sqlite, 'open_token', randomBytes(8).toString('hex'))
    if (tokens !== null) writeMeta(sqlite, 'remembered', self.id)
  })
  if (tokens !== null) remember(sqlite, file, tokens)
}

/**
 * Makes the log durable, then what the installation remembers of it. Before anything of the log leaves this computer:
 * a step that others know can then never be given another content.
 */
export function rememberDurably(sqlite: Sqlite, file: string, tokens: DeviceTokens): void {
  durably(sqlite, () => writeMeta(sqlite, 'remembered', selfOf(sqlite).id))
  remember(sqlite, file, tokens)
}

function remember(sqlite: Sqlite, file: string, tokens: DeviceTokens): void {
  const { id, seq, hash, published } = selfOf(sqlite)
  tokens.write(id, {
    seq,
    hash: hash.toString('hex'),
    openToken: String(readMeta(sqlite, 'open_token')),
    path: realPath(file),
    shared: published,
  })
}

/** Runs `work` in a transaction that is on disk when this returns, with everything before it. */
export function durably<T>(sqlite: Sqlite, work: () => T): T {
  sqlite.pragma('synchronous = FULL')
  try {
    return sqlite.transaction(work).immediate()
  } finally {
    sqlite.pragma('synchronous = NORMAL')
  }
}

function selfOf(sqlite: Sqlite): Self {
  const self = sqlite
    .prepare<[number], { id: Buffer; seq: number; hash: Buffer; published: number }>(
      'SELECT id, seq, hash, published_seq AS published FROM sync_replica WHERE rid = ?',
    )
    .get(Number(readMeta(sqlite, 'self_rid')))
  if (self === undefined) throw new RangeError('the workspace has no replica of its own')
  return { ...self, id: self.id.toString('hex') }
}

/** The chain's hash at one of the file's own steps; null beyond its end. */
function hashAt(sqlite: Sqlite, self: Self, seq: number): Buffer | null {
  if (seq >= self.seq) return seq === self.seq ? self.hash : null
  // Only after an end without closing: the steps since are in the file alone.
  let hash = firstHash(Buffer.from(self.id, 'hex'))
  const bodies = sqlite
    .prepare<[number, number], Buffer>('SELECT body FROM sync_log WHERE rid = ? AND seq <= ? ORDER BY seq')
    .pluck()
    .iterate(Number(readMeta(sqlite, 'self_rid')), seq)
  for (const body of bodies) hash = chainHash(hash, body)
  return hash
}

function isSamePlace(one: string, other: string): boolean {
  if (one === realPath(other)) return true
  const [a, b] = [one, other].map((file) => fs.statSync(file, { throwIfNoEntry: false, bigint: true }))
  return a !== undefined && b !== undefined && a.ino !== 0n && a.ino === b.ino && a.dev === b.dev
}

/** Whether a file of this name is there and goes on under the same replica. One that cannot be looked at does not count. */
function holds(file: string, replica: string): boolean {
  if (!fs.existsSync(file)) return false
  try {
    const sqlite = new Database(file, { readonly: true, fileMustExist: true, timeout: 1000 })
    try {
      return readMeta(sqlite, 'replica') === replica
    } finally {
      sqlite.close()
    }
  } catch {
    return false
  }
}

function realPath(file: string): string {
  return fs.realpathSync.native(file)
}
