/** Refusals of bytes that came from elsewhere, made in one place so that every reader words them alike. */

import { AppError, type AppErrorParams } from '../../../shared/errors'

export type UnreadableReason = AppErrorParams<'sync.unreadable'>['reason']

/** The newest format of packages and of files in shared folders that this build reads and writes. */
export const FORMAT_VERSION = 1

export function unreadable(file: string, reason: UnreadableReason, cause?: unknown): AppError<'sync.unreadable'> {
  return new AppError('sync.unreadable', { file, reason }, cause === undefined ? {} : { cause })
}

export function fromFuture(file: string, version: number): AppError<'sync.fromFuture'> {
  return new AppError('sync.fromFuture', { file, version, supported: FORMAT_VERSION })
}

/** Ends work that its caller no longer wants, as `sync.cancelled`. */
export function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new AppError('sync.cancelled', {}, { cause: signal.reason })
}

/** What the file system says while somebody else's file is read. */
export function readFailure(error: unknown, file: string): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) return error
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return unreadable(file, 'notFound', error)
  if (error.code === 'EISDIR') return unreadable(file, 'notAPackage', error)
  if (
    typeof error.code === 'string' &&
    /^E(?:ACCES|PERM|BUSY|IO|TIMEDOUT|NXIO|NODEV|LOOP|NAMETOOLONG)$/u.test(error.code)
  )
    return unreadable(file, 'notAllowed', error)
  return error
}
