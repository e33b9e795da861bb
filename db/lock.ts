/**
 * Keeps two processes from one workspace file.
 *
 * A tiny database `<file>.lock` beside it, held in a write transaction for as long as the workspace is open: the system
 * lets go of it when the process ends, however it ends. Who holds it stays readable for the message. The file itself is
 * never removed, because two processes could then hold two files of one name.
 */

import os from 'node:os'

import Database from 'better-sqlite3'

import { AppError } from '../shared/errors'
import { codeOf, toAppError } from './failures'

export interface Lock {
  release(): void
}

/** Takes the lock or throws `workspace.locked` with its holder. `now`: epoch ms, for the description. */
export function takeLock(file: string, now: number): Lock {
  const lockFile = `${file}.lock`
  let lock: Database.Database | null = null
  try {
    lock = new Database(lockFile, { timeout: 50 })
    lock.exec('BEGIN IMMEDIATE')
    lock.exec('CREATE TABLE IF NOT EXISTS holder (one INTEGER PRIMARY KEY CHECK (one = 1), description TEXT NOT NULL)')
    const description = `${os.hostname()}, process ${process.pid}, since ${new Date(now).toISOString()}`
    lock
      .prepare('INSERT INTO holder VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET description = excluded.description')
      .run(description)
    lock.exec('COMMIT')
    // Held without a write, so that others can still read who holds it.
    lock.exec('BEGIN IMMEDIATE')
  } catch (error) {
    lock?.close()
    if (codeOf(error)?.startsWith('SQLITE_BUSY') !== true) throw toAppError(error, file)
    throw new AppError('workspace.locked', { file, holder: holderOf(lockFile) }, { cause: error })
  }
  const held = lock
  return { release: () => void held.close() }
}

function holderOf(lockFile: string): string {
  try {
    const lock = new Database(lockFile, { readonly: true, timeout: 50 })
    try {
      return lock.prepare<[], string>('SELECT description FROM holder').pluck().get() ?? ''
    } finally {
      lock.close()
    }
  } catch {
    return ''
  }
}
