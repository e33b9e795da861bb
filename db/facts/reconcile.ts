/**
 * Bringing the merged lines in line with the records of imports, after colleagues' changes came or the file was opened.
 *
 * What counts is a function of the records and of the chunks that are here, so every copy with the same of both has the
 * same figures. Nothing is written to the log. Each file is one transaction: a crash leaves it done or not begun.
 */

import { creatorId, productRecordId } from '../capture/derived'
import { AppError } from '../../shared/errors'
import type { Sqlite, WritableDb } from '../database'
import type { OpenWorkspace } from '../open'
import { comparePrecedence, factBatchesOf, incomeBatchesOf, type Precedence } from './batches'
import { checkChunk } from './chunk-check'
import { followNames } from './derived-records'
import { hasChunk } from './exchange'
import type { ManifestChunk } from './manifest'
import { asofOf, publishBatch } from './publish'
import { restoreBatch, retractBatch } from './rebuild'
import type { FactBatch } from './types'
import {
  announcedChunks,
  fits,
  type Standing,
  standingOf,
  standings,
  type StoredBatch,
  type WantedImport,
} from './standing'

const RECORD_IDS = { creator: creatorId, product: productRecordId }
const INTENT = { author: '', label: 'facts.reconcile' }

export type ReconcileAction = 'published' | 'retracted' | 'restored' | 'ranked'

export interface Reconciled {
  readonly done: readonly { readonly importId: string; readonly action: ReconcileAction }[]
  /** Files whose lines could not be merged; tried again the next time. */
  readonly failed: readonly { readonly importId: string; readonly cause: unknown }[]
  /** What to tell whoever shows it; empty where nothing changed. */
  readonly topics: readonly string[]
}

export interface ReconcileOptions {
  /** Looked at between files; what is done stays done. */
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
}

type Place = Pick<OpenWorkspace, 'commit' | 'withExclusive' | 'reader'>

/** Does whatever is due, file by file. Idempotent. */
export async function reconcile(workspace: Place, { signal, onProgress }: ReconcileOptions = {}): Promise<Reconciled> {
  const due = standings(workspace.reader).filter((standing) => planFor(workspace.reader, standing) !== null)
  const done: { importId: string; action: ReconcileAction }[] = []
  const failed: { importId: string; cause: unknown }[] = []
  for (const [i, { id }] of due.entries()) {
    signal?.throwIfAborted()
    onProgress?.(i, due.length)
    try {
      const action = await workspace.withExclusive(INTENT, ({ tx }) => reconcileOne(tx, id))
      if (action !== null) done.push({ importId: id, action })
    } catch (cause) {
      if (!isOfTheFile(cause)) throw cause
      failed.push({ importId: id, cause })
      await dropDamaged(workspace, id)
    }
  }
  onProgress?.(due.length, due.length)
  return { done, failed, topics: done.length === 0 ? [] : ['facts', 'imports', 'creators', 'products'] }
}

/** A full disk or a locked file is everybody's problem; damaged lines are only their own file's. */
function isOfTheFile(cause: unknown): boolean {
  return !(cause instanceof AppError)
}

/** Staged bytes that are not (any more) what their name says: without them, the right ones are taken again. */
async function dropDamaged({ commit, reader }: Place, id: string): Promise<void> {
  for (const { sha256 } of announcedChunks(reader, standingOf(reader, id))?.chunks ?? []) {
    const bytes = reader
      .prepare<[string], Uint8Array>('SELECT bytes FROM fact_staged WHERE sha256 = ?')
      .pluck()
      .get(sha256)
    if (bytes !== undefined && !(await isChunk(sha256, bytes))) {
      await commit(INTENT, ({ $client }) => $client.prepare('DELETE FROM fact_staged WHERE sha256 = ?').run(sha256))
    }
  }
}

async function isChunk(sha256: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await checkChunk(sha256, bytes, '')
    return true
  } catch {
    return false
  }
}

type Plan =
  | { readonly action: 'retracted'; readonly batch: StoredBatch }
  | { readonly action: 'restored' | 'ranked'; readonly batch: StoredBatch; readonly wanted: WantedImport }
  | { readonly action: 'published'; readonly wanted: WantedImport; readonly chunks: readonly ManifestChunk[] }

function planFor(db: Sqlite, standing: Standing): Plan | null {
  const { wanted, batch } = standing
  if (wanted === null) {
    return batch?.live === true ? { action: 'retracted', batch } : null
  }
  if (batch !== null && fits(wanted, batch) && batch.shopId === wanted.shopId) {
    if (!batch.live) return { action: 'restored', batch, wanted }
    const same = batch.kindRank === wanted.kindRank && batch.asof === asofOf(wanted, batch.maxSecond)
    return same ? null : { action: 'ranked', batch, wanted }
  }
  const chunks = batch !== null && fits(wanted, batch) ? ownChunks(db, batch) : announcedChunks(db, standing)?.chunks
  const complete = chunks?.every(({ sha256 }) => hasChunk(db, sha256)) ?? false
  return chunks !== undefined && complete ? { action: 'published', wanted, chunks } : null
}

function ownChunks(db: Sqlite, { no }: StoredBatch): ManifestChunk[] {
  return db
    .prepare<[number], ManifestChunk>('SELECT sha256, rows FROM fact_chunks WHERE batch_no = ? ORDER BY n')
    .all(no)
}

/** Looks again, inside the transaction, at what is due: somebody may have imported or undone meanwhile. */
async function reconcileOne(tx: WritableDb, id: string): Promise<ReconcileAction | null> {
  const db = tx.$client
  const standing = standingOf(db, id)
  const plan = planFor(db, standing)
  switch (plan?.action) {
    case undefined:
      return null
    case 'published':
      await publishBatch(tx, { ...plan, id, old: standing.batch, recordIds: RECORD_IDS })
      break
    case 'retracted':
      await retractBatch(db, id, RECORD_IDS)
      await followNames(tx, { ...plan.batch, live: false })
      break
    case 'restored':
      setPrecedence(db, plan.batch, plan.wanted)
      await restoreBatch(db, id, RECORD_IDS)
      await followNames(tx, { ...plan.batch, live: true })
      break
    case 'ranked':
      await rank(tx, id, plan.batch, plan.wanted)
      break
  }
  return plan?.action ?? null
}

/** Only where the file changes places with another one do lines change. */
async function rank(tx: WritableDb, id: string, batch: StoredBatch, wanted: WantedImport): Promise<void> {
  const db = tx.$client
  const live = liveBatches(db, batch.no)
  const ranked = live.map((other) => (other.no === batch.no ? { ...other, ...precedenceOf(batch, wanted) } : other))
  const moved = orderOf(live) !== orderOf(ranked)
  // Its lines are given up as what it was, and taken again as what it is.
  if (moved) await retractBatch(db, id, RECORD_IDS)
  setPrecedence(db, batch, wanted)
  if (moved) {
    await restoreBatch(db, id, RECORD_IDS)
    await followNames(tx, { ...batch, live: true })
  }
}

function liveBatches(db: Sqlite, no: number): FactBatch[] {
  const shopNo = db.prepare<[number], number>('SELECT shop_no FROM fact_batches WHERE no = ?').pluck().get(no)
  const batches = [...factBatchesOf(db, shopNo ?? 0), ...incomeBatchesOf(db, shopNo ?? 0)]
  return batches.filter(({ live }) => live)
}

function orderOf(batches: readonly (Precedence & { readonly no: number })[]): string {
  return batches
    .toSorted(comparePrecedence)
    .map(({ no }) => no)
    .join()
}

function precedenceOf({ maxSecond }: StoredBatch, wanted: WantedImport): Pick<Precedence, 'kindRank' | 'asof'> {
  return { kindRank: wanted.kindRank, asof: asofOf(wanted, maxSecond) }
}

function setPrecedence(db: Sqlite, batch: StoredBatch, wanted: WantedImport): void {
  const { kindRank, asof } = precedenceOf(batch, wanted)
  db.prepare('UPDATE fact_batches SET kind_rank = ?, asof = ? WHERE no = ?').run(kindRank, asof, batch.no)
}
