/**
 * Copies of a workspace file, taken while it is in use.
 *
 * A copy is one moment of the file, checked before it gets its name: a file in the backups folder is a sound one.
 */

import fs from 'node:fs'
import path from 'node:path'

import Database from 'better-sqlite3'

import { AppError } from '../shared/errors'
import { sha256OfFile } from './file-hash'
import { toAppError } from './failures'
import { APPLICATION_ID } from './identity'

/** How many backups of a reason are kept; null: all. */
const KEPT = { migration: 3, import: 5, daily: 7, manual: null, restore: null } as const
export type BackupReason = keyof typeof KEPT

export interface Backup {
  readonly file: string
  readonly reason: BackupReason
  /** When it was taken, epoch ms. */
  readonly at: number
  readonly sizeBytes: number
}

export interface CopyOptions {
  readonly now: () => number
  readonly onProgress?: (donePages: number, totalPages: number) => void
  readonly signal?: AbortSignal
}

/** Two megabytes: some milliseconds in which nothing else is answered. */
const PAGES_PER_STEP = 500

/** `work/agency.starboard` keeps its backups in `work/agency.backups`. */
export function backupsFolder(file: string): string {
  const { dir, name } = path.parse(path.resolve(file))
  return path.join(dir, `${name}.backups`)
}

/** Takes a backup and removes the oldest of its reason beyond what is kept. */
export async function createBackup(file: string, reason: BackupReason, options: CopyOptions): Promise<Backup> {
  const folder = backupsFolder(file)
  const at = options.now()
  const target = path.join(folder, `${stampOf(at)}-${reason}${path.extname(file)}`)
  try {
    fs.mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw toAppError(error, target)
  }
  await copyDatabase(file, target, options)
  rotate(file, reason)
  return { file: target, reason, at, sizeBytes: fs.statSync(target).size }
}

/** The daily backup, unless one of the last 20 hours exists. */
export async function ensureDailyBackup(file: string, options: CopyOptions): Promise<Backup | null> {
  const newest = listBackups(file).find(({ reason }) => reason === 'daily')
  if (newest !== undefined && Math.abs(options.now() - newest.at) < 20 * 3_600_000) return null
  return createBackup(file, 'daily', options)
}

/** The backups beside a file, newest first. */
export function listBackups(file: string): readonly Backup[] {
  const folder = backupsFolder(file)
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder)
    .flatMap((name) => {
      const named = parseName(name)
      return named === null
        ? []
        : [{ ...named, file: path.join(folder, name), sizeBytes: fs.statSync(path.join(folder, name)).size }]
    })
    .toSorted((a, b) => b.at - a.at || (a.file < b.file ? 1 : -1))
}

/** A consistent, checked copy of the workspace at `to`, which must not exist, with its SHA-256 (hex). */
export async function copyTo(
  file: string,
  to: string,
  options: CopyOptions,
): Promise<{ file: string; sizeBytes: number; sha256: string }> {
  const target = path.resolve(to)
  if (fs.existsSync(target)) throw new AppError('export.notWritable', { file: target })
  await copyDatabase(file, target, options)
  return { file: target, sizeBytes: fs.statSync(target).size, sha256: await sha256OfFile(target) }
}

/** Refuses a file that is not a sound workspace. */
export function checkCopy(file: string): void {
  try {
    const copy = new Database(file, { readonly: true, fileMustExist: true })
    try {
      const answer = String(copy.pragma('quick_check(1)', { simple: true }))
      if (answer !== 'ok') throw new AppError('workspace.damaged', { file, detail: answer })
      if (copy.pragma('application_id', { simple: true }) !== APPLICATION_ID)
        throw new AppError('workspace.damaged', { file, detail: 'not a Starboard workspace' })
    } finally {
      copy.close()
    }
  } catch (error) {
    throw toAppError(error, file)
  }
}

/** Copies page by page under one read transaction, so that writing goes on meanwhile; checks, then gives it its name. */
export async function copyDatabase(file: string, target: string, { onProgress, signal }: CopyOptions): Promise<void> {
  const part = `${target}.part`
  const source = new Database(file, { readonly: true, fileMustExist: true })
  try {
    source.exec('BEGIN')
    source.prepare('SELECT count(*) FROM sqlite_schema').get()
    await source.backup(part, {
      progress: ({ totalPages, remainingPages }) => {
        signal?.throwIfAborted()
        onProgress?.(totalPages - remainingPages, totalPages)
        return PAGES_PER_STEP
      },
    })
    leaveWal(part)
    checkCopy(part)
    fs.renameSync(part, target)
  } catch (error) {
    throw toAppError(error, target)
  } finally {
    source.close()
    for (const end of ['', '-wal', '-shm', '-journal']) fs.rmSync(part + end, { force: true })
  }
}

/** A copy is one file: it is opened without side files until it is used as a workspace. */
function leaveWal(file: string): void {
  const copy = new Database(file)
  copy.pragma('journal_mode = DELETE')
  copy.close()
}

function rotate(file: string, reason: BackupReason): void {
  const kept = KEPT[reason]
  if (kept === null) return
  for (const old of listBackups(file)
    .filter((backup) => backup.reason === reason)
    .slice(kept))
    fs.rmSync(old.file, { force: true })
}

function stampOf(at: number): string {
  return new Date(at).toISOString().replaceAll(':', '-')
}

function parseName(name: string): { reason: BackupReason; at: number } | null {
  const match = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d\.\d{3}Z)-([a-z]+)(?:\.[^.]+)?$/u.exec(name)
  const reason = match?.[4]
  if (match === null || reason === undefined || !isReason(reason)) return null
  const at = Date.parse(`${match[1]}:${match[2]}:${match[3]}`)
  return Number.isNaN(at) ? null : { reason, at }
}

function isReason(text: string): text is BackupReason {
  return Object.hasOwn(KEPT, text)
}
