/** What SQLite and the file system answer, as refusals that people can be told. */

import Database from 'better-sqlite3'

import { AppError } from '../shared/errors'

/** `error` as the refusal it stands for; anything unknown comes back as it is. */
export function toAppError(error: unknown, file: string): unknown {
  const code = codeOf(error)
  if (code === null) return error
  const cause = { cause: error }
  // The last of the three: no room for the index of the write-ahead file.
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'SQLITE_IOERR_SHMSIZE')
    return new AppError('workspace.diskFull', { file, neededBytes: null }, cause)
  if (
    /^(?:SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|SQLITE_IOERR_(?:WRITE|DELETE|LOCK)|EACCES|EPERM|EROFS)/u.test(code)
  )
    return new AppError('workspace.notWritable', { file }, cause)
  if (/^SQLITE_(?:CORRUPT|NOTADB)/u.test(code))
    return new AppError('workspace.damaged', { file, detail: messageOf(error) }, cause)
  if (code.startsWith('SQLITE_BUSY')) return new AppError('workspace.locked', { file, holder: '' }, cause)
  if (code === 'ENOENT') return new AppError('workspace.notFound', { file }, cause)
  return error
}

export function codeOf(error: unknown): string | null {
  if (error instanceof Database.SqliteError) return error.code
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && !(error instanceof AppError)
    ? error.code
    : null
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
