/** What the file system answers while an export is read, as refusals about that export and never about the workspace. */

import { AppError } from '../../../shared/errors'
import type { AppErrorParams } from '../../../shared/errors'

const REASONS: Readonly<Record<string, AppErrorParams<'import.unreadable'>['reason']>> = {
  ENOENT: 'notFound',
  ENOTDIR: 'notFound',
  EISDIR: 'notFound',
  EACCES: 'notAllowed',
  EPERM: 'notAllowed',
  // A spreadsheet that has the file open keeps others from it on Windows.
  EBUSY: 'inUse',
  EIO: 'damaged',
}

/** Runs work that only reads `file`; a failure of the file system is told as `import.unreadable`. */
export async function reading<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error && !(error instanceof AppError) ? error.code : null
    const reason = typeof code === 'string' ? REASONS[code] : undefined
    throw reason === undefined ? error : new AppError('import.unreadable', { file, reason }, { cause: error })
  }
}
