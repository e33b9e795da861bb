/**
 * Imported lines on their way between colleagues: what is sent of an import, and what is kept of one that is not complete.
 *
 * The record of an import travels in the log; its lines travel beside it as chunks that are named by their content, so
 * nothing is sent or kept twice. Staging changes no figure: `reconcile` publishes what is complete.
 */

import type { Database } from 'better-sqlite3'

import { AppError } from '../../shared/errors'
import { ENTITIES } from '../../shared/sync/registry'
import type { Writer } from '../capture/writer'
import { checkChunk } from './chunk-check'
import { contentOf, decodeManifest, encodeManifest, type ManifestChunk } from './manifest'
import { announcedChunks, isHere, type Standing, standingOf, standings } from './standing'

export { decodeManifest, type ImportManifest, type ManifestChunk } from './manifest'

/** The parts of an open workspace that staging needs. */
export interface StagingPlace extends Pick<Writer, 'commit'> {
  readonly reader: Database
}

const STAGING = { author: '', label: 'facts.stage' }

/** Imports that count and whose lines are all here, by id. */
export function importsHere(db: Database): string[] {
  return standings(db).filter(isHere).map(idOf)
}

/** Imports that count but for the lines that are not (all) here, by id. */
export function importsLacking(db: Database): string[] {
  return standings(db)
    .filter((standing) => standing.wanted !== null && !isHere(standing))
    .map(idOf)
}

function idOf({ id }: Standing): string {
  return id
}

/** The list of an import's chunks, to be sent with them; null where nothing is known of them. Also of one that is not complete here, to be passed on. */
export function manifestOf(db: Database, importId: string): Uint8Array | null {
  const standing = standingOf(db, importId)
  const chunks = chunksIn(db, standing)
  return chunks === null ? null : encodeManifest(importId, chunks)
}

/** The chunks of an import that are here, one at a time; `bytes` are brotli, as they travel. */
export function* chunksOf(
  db: Database,
  importId: string,
): Generator<{ readonly sha256: string; readonly bytes: Uint8Array }> {
  for (const { sha256 } of chunksIn(db, standingOf(db, importId)) ?? []) {
    const bytes = chunkBytes(db, sha256)
    if (bytes !== null) yield { sha256, bytes }
  }
}

/** Bytes of the import's chunks that are here, as they travel. */
export function factBytes(db: Database, importId: string): number {
  const size = db
    .prepare<[string, string], number>(
      `SELECT coalesce((SELECT length(bytes) FROM fact_chunks WHERE sha256 = ? LIMIT 1),
       (SELECT length(bytes) FROM fact_staged WHERE sha256 = ?), 0)`,
    )
    .pluck()
  const chunks = chunksIn(db, standingOf(db, importId)) ?? []
  return chunks.reduce((sum, { sha256 }) => sum + (size.get(sha256, sha256) ?? 0), 0)
}

/** A chunk's packed bytes, whichever import it belongs to. */
export function chunkBytes(db: Database, sha256: string): Uint8Array | null {
  for (const table of ['fact_chunks', 'fact_staged']) {
    const bytes = db
      .prepare<[string], Uint8Array>(`SELECT bytes FROM ${table} WHERE sha256 = ? LIMIT 1`)
      .pluck()
      .get(sha256)
    if (bytes !== undefined) return bytes
  }
  return null
}

/** Whether a chunk is here, merged or staged: it need not be sent again. */
export function hasChunk(db: Database, sha256: string): boolean {
  return (
    db
      .prepare<[string, string], number>(
        'SELECT EXISTS (SELECT 1 FROM fact_chunks WHERE sha256 = ?) OR EXISTS (SELECT 1 FROM fact_staged WHERE sha256 = ?)',
      )
      .pluck()
      .get(sha256, sha256) === 1
  )
}

/**
 * Keeps the list of an import's chunks; also before its record is here. `source`: what people call the file it came in.
 * Refuses with `sync.unreadable` what is no such list or not the one that the record speaks of.
 */
export async function stageManifest(
  place: StagingPlace,
  importId: string,
  body: Uint8Array,
  source = '',
): Promise<'staged' | 'had'> {
  const manifest = decodeManifest(body)
  const malformed = new AppError('sync.unreadable', { file: source, reason: 'malformed' })
  if (manifest === null || manifest.importId !== importId) {
    throw malformed
  }
  return place.commit(STAGING, ({ $client: db }) => {
    const standing = standingOf(db, importId)
    const content = contentOf(manifest.chunks.map(({ sha256 }) => sha256))
    if ((standing.wanted?.content ?? content) !== content) {
      throw malformed
    }
    if (standing.batch?.content === content || (isHere(standing) && standing.wanted?.content === null)) {
      return 'had'
    }
    const { changes } = db
      .prepare(
        `INSERT INTO fact_manifests (batch_id, body) VALUES (?, ?)
         ON CONFLICT (batch_id) DO UPDATE SET body = excluded.body WHERE body <> excluded.body`,
      )
      .run(importId, body)
    return changes > 0 ? 'staged' : 'had'
  })
}

/**
 * Keeps a chunk until its import is complete. Refuses with `sync.unreadable` (or `sync.fromFuture`) what is not exactly
 * what this name stands for, or could not have been read from any file.
 */
export async function stageChunk(
  place: StagingPlace,
  sha256: string,
  bytes: Uint8Array,
  source = '',
): Promise<'staged' | 'had'> {
  if (hasChunk(place.reader, sha256)) {
    return 'had'
  }
  const { extent, maxSecond } = await checkChunk(sha256, bytes, source)
  return place.commit(STAGING, ({ $client: db }) => {
    if (hasChunk(db, sha256)) return 'had'
    db.prepare(
      'INSERT INTO fact_staged (sha256, rows, months, order_min, order_max, max_second, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ).run(sha256, extent.rows, JSON.stringify(extent.months), extent.orderMin, extent.orderMax, maxSecond, bytes)
    return 'staged'
  })
}

/** Drops staged chunks that a batch has by now. The caller has its transaction open. */
export function forgetStaged(db: Database, batchNo: number): void {
  db.prepare('DELETE FROM fact_staged WHERE sha256 IN (SELECT sha256 FROM fact_chunks WHERE batch_no = ?)').run(batchNo)
}

/** Drops what was staged of a package that is not taken after all; lines that count are left. */
export async function unstage(
  place: Pick<StagingPlace, 'commit'>,
  staged: { readonly manifests: readonly string[]; readonly chunks: readonly string[] },
): Promise<void> {
  if (staged.manifests.length + staged.chunks.length === 0) return
  await place.commit(STAGING, ({ $client: db }) => {
    const manifest = db.prepare('DELETE FROM fact_manifests WHERE batch_id = ?')
    const chunk = db.prepare('DELETE FROM fact_staged WHERE sha256 = ?')
    for (const importId of staged.manifests) manifest.run(importId)
    for (const sha256 of staged.chunks) chunk.run(sha256)
  })
}

/** An import that counts but whose lines are not all here. */
export interface FactsOnTheWay {
  readonly importId: string
  readonly fileName: string
  /** Whose import it is: the author of the first step that touched its record. */
  readonly person: string
  readonly rows: number
  readonly partsHere: number
  /** Null: nobody has sent the list yet. */
  readonly parts: number | null
}

export function factsOnTheWay(db: Database): FactsOnTheWay[] {
  return standings(db)
    .filter((standing) => standing.wanted !== null && !isHere(standing))
    .map((standing) => {
      const manifest = announcedChunks(db, standing)
      return {
        importId: standing.id,
        ...describe(db, standing.id),
        partsHere: manifest === null ? 0 : manifest.chunks.filter(({ sha256 }) => hasChunk(db, sha256)).length,
        parts: manifest?.chunks.length ?? null,
      }
    })
}

function describe(db: Database, importId: string): Pick<FactsOnTheWay, 'fileName' | 'person' | 'rows'> {
  const row = db
    .prepare<[string], { fileName: string; rows: number }>(
      `SELECT coalesce(file_name, '') AS fileName, coalesce(rows, 0) AS rows FROM imports WHERE id = ?`,
    )
    .get(importId)
  const person = db
    .prepare<[number, string], string>(
      `SELECT t.author FROM log_index i JOIN sync_tx t ON t.rid = i.rid AND t.seq = i.seq WHERE i.tbl = ? AND i.row = ?
       ORDER BY t.hlc LIMIT 1`,
    )
    .pluck()
    .get(ENTITIES.imports.n, importId)
  return { fileName: row?.fileName ?? '', rows: row?.rows ?? 0, person: person ?? '' }
}

/** What an import consists of: from its merged lines where they are the right ones, else as somebody announced it. */
function chunksIn(db: Database, standing: Standing): readonly ManifestChunk[] | null {
  const { batch, wanted } = standing
  if (batch !== null && (wanted === null || wanted.content === null || wanted.content === batch.content)) {
    return db
      .prepare<[number], ManifestChunk>('SELECT sha256, rows FROM fact_chunks WHERE batch_no = ? ORDER BY n')
      .all(batch.no)
  }
  return announcedChunks(db, standing)?.chunks ?? null
}
