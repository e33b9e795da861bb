/**
 * Which attached files are here, which are still at colleagues' computers, and which of those somebody has asked for.
 *
 * Records of attachments travel in the log, their bytes beside it. What stands in the store decides whether bytes are
 * here; the table remembers what is wanted.
 */

import { AppError } from '../shared/errors'
import { type Blob, blobPath, blobPieces, hasBlob, keepBlob, type KeepOptions, MAX_BLOB_BYTES } from './blob-store'
import type { Writer } from './capture/writer'
import type { Sqlite } from './database'
import { sha256OfFile } from './file-hash'

export type BlobState = 'here' | 'wanted' | 'elsewhere'

/** The parts of an open workspace that attached files need. */
export interface BlobPlace extends Pick<Writer, 'commit'> {
  readonly file: string
  readonly reader: Sqlite
}

export function blobState({ file, reader }: Pick<BlobPlace, 'file' | 'reader'>, blob: Blob): BlobState {
  if (hasBlob(file, blob)) {
    return 'here'
  }
  return wantedState(reader, blob.sha256) ? 'wanted' : 'elsewhere'
}

function wantedState(db: Sqlite, sha256: string): boolean {
  return db.prepare<[string], string>('SELECT state FROM blobs WHERE sha256 = ?').pluck().get(sha256) === 'wanted'
}

/** Whether bytes were here once: what is gone then is lost, not merely elsewhere. */
export function wasHere(db: Sqlite, sha256: string): boolean {
  return db.prepare<[string], string>('SELECT state FROM blobs WHERE sha256 = ?').pluck().get(sha256) === 'here'
}

/** Notes that bytes are here, or that somebody asked for them. Inside a commit. */
export function noteBlob(db: Sqlite, { sha256, size }: Blob, state: BlobState): void {
  db.prepare(
    `INSERT INTO blobs (sha256, size, state) VALUES (?, ?, ?)
     ON CONFLICT (sha256) DO UPDATE SET size = excluded.size, state = excluded.state`,
  ).run(sha256, size, state)
}

const NOTING = { author: '', label: 'attachments.note' }

/** Asks for bytes that are elsewhere: they come with the next exchange. */
export async function wantBlob(place: BlobPlace, blob: Blob): Promise<void> {
  await place.commit(NOTING, ({ $client }) => noteBlob($client, blob, 'wanted'))
}

/** The attached files of records that are not deleted, each content once. */
function attached(db: Sqlite): Blob[] {
  return db
    .prepare<[], Blob>(
      `SELECT sha256, max(size) AS size FROM attachments
       WHERE _del = 0 AND length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*' AND size >= 0 GROUP BY sha256 ORDER BY sha256`,
    )
    .all()
}

/** Attached files whose bytes are here and can be sent. */
export function blobsHere({ file, reader }: Pick<BlobPlace, 'file' | 'reader'>): Blob[] {
  return attached(reader).filter((blob) => hasBlob(file, blob))
}

/** Attached files whose bytes are at colleagues' computers only. */
export function blobsElsewhere({ file, reader }: Pick<BlobPlace, 'file' | 'reader'>): Blob[] {
  return attached(reader).filter((blob) => !hasBlob(file, blob))
}

/** Of those that are elsewhere: what somebody here has asked for. */
export function wantedBlobs(place: Pick<BlobPlace, 'file' | 'reader'>): Blob[] {
  return blobsElsewhere(place).filter(({ sha256 }) => wantedState(place.reader, sha256))
}

/** Whether somebody here has asked for any: cheap, for those who look again and again. */
export function anyWanted(db: Sqlite): boolean {
  return db.prepare<[], number>(`SELECT EXISTS (SELECT 1 FROM blobs WHERE state = 'wanted')`).pluck().get() === 1
}

/**
 * Takes bytes that a colleague sent, wanted or not. Refuses with `attachment.unreadable` what is not what it was
 * announced as; nothing of it is kept then. `source`: what people call the file they came in.
 */
export async function receiveBlob(
  place: BlobPlace,
  blob: Blob,
  pieces: AsyncIterable<Uint8Array>,
  { source = '', ...options }: Pick<KeepOptions, 'signal' | 'onProgress'> & { readonly source?: string } = {},
): Promise<'stored' | 'had'> {
  if (hasBlob(place.file, blob)) {
    return 'had'
  }
  if (blob.size > MAX_BLOB_BYTES) {
    throw new AppError('attachment.unreadable', { file: source, reason: 'tooLarge' })
  }
  try {
    await keepBlob(place.file, pieces, { ...options, expected: blob })
  } catch (cause) {
    if (cause instanceof RangeError) {
      throw new AppError('attachment.unreadable', { file: source, reason: 'damaged' }, { cause })
    }
    throw cause
  }
  await place.commit(NOTING, ({ $client }) => noteBlob($client, blob, 'here'))
  return 'stored'
}

/** An attached file's bytes, to be sent or copied; they end in a throw where they are not what they were. Null: not here. */
export function piecesOf(
  { file, reader }: Pick<BlobPlace, 'file' | 'reader'>,
  sha256: string,
): { readonly size: number; readonly pieces: AsyncIterable<Uint8Array> } | null {
  const size = reader
    .prepare<[string], number>('SELECT size FROM attachments WHERE sha256 = ? LIMIT 1')
    .pluck()
    .get(sha256)
  return size === undefined || !hasBlob(file, { sha256, size })
    ? null
    : { size, pieces: blobPieces(file, { sha256, size }) }
}

/** Files that were here and did not come along, when the workspace file alone was copied: colleagues, or the other copy, have them. */
export function forgetLeftBehind(db: Sqlite, file: string): void {
  const forget = db.prepare('DELETE FROM blobs WHERE sha256 = ?')
  for (const blob of keptHere(db)) if (!hasBlob(file, blob)) forget.run(blob.sha256)
}

function keptHere(db: Sqlite): readonly Blob[] {
  return db.prepare<[], Blob>(`SELECT sha256, size FROM blobs WHERE state = 'here' ORDER BY sha256`).all()
}

/** What is wrong with the store: bytes that were here and are gone, or are not what their name says. */
export async function blobProblems(db: Sqlite, file: string): Promise<string[]> {
  const problems: string[] = []
  for (const blob of keptHere(db)) {
    if (!hasBlob(file, blob)) problems.push(`attached file ${blob.sha256} is missing`)
    else if ((await sha256OfFile(blobPath(file, blob.sha256))) !== blob.sha256)
      problems.push(`attached file ${blob.sha256} is damaged`)
  }
  return problems
}
