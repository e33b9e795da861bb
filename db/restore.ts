/** Puts a backup in the place of a workspace file. The file as it was is kept beside it, never deleted. */

import fs from 'node:fs'
import path from 'node:path'

import { AppError } from '../shared/errors'
import { checkCopy, type CopyOptions } from './backup'
import { toAppError } from './failures'
import { takeLock } from './lock'
import { type OpenOptions, openWorkspace, type OpenWorkspace } from './open'

export interface Restored {
  readonly workspace: OpenWorkspace
  /** Where the file as it was now is. */
  readonly keptAs: string
}

/**
 * Restores `backup` to `file`, which must be closed, and opens it as a new replica: what the old one did after the
 * backup may be known elsewhere under its name.
 */
export async function restoreBackup(
  file: string,
  backup: string,
  options: OpenOptions & Pick<CopyOptions, 'now'>,
): Promise<Restored> {
  const target = path.resolve(file)
  if (!fs.existsSync(backup)) throw new AppError('backup.notFound', { file: backup })
  checkCopy(backup)
  const lock = takeLock(target, options.now())
  const { dir, name, ext } = path.parse(target)
  const keptAs = path.join(dir, `${name}.replaced-${new Date(options.now()).toISOString().replaceAll(':', '-')}${ext}`)
  const part = `${target}.part`
  try {
    // Copied first: a disk that is too full is found out before anything moves.
    fs.copyFileSync(backup, part)
    syncFile(part)
    for (const end of ['', '-wal', '-shm']) if (fs.existsSync(target + end)) fs.renameSync(target + end, keptAs + end)
    fs.renameSync(part, target)
  } catch (error) {
    fs.rmSync(part, { force: true })
    if (!fs.existsSync(target) && fs.existsSync(keptAs))
      for (const end of ['', '-wal', '-shm']) if (fs.existsSync(keptAs + end)) fs.renameSync(keptAs + end, target + end)
    throw toAppError(error, target)
  } finally {
    lock.release()
  }
  return { workspace: await openWorkspace(target, { ...options, newLife: 'restored' }), keptAs }
}

function syncFile(file: string): void {
  const handle = fs.openSync(file, 'r+')
  fs.fsyncSync(handle)
  fs.closeSync(handle)
}
