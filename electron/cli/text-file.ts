/** A text file that a verb reads whole, whatever it is encoded in. */

import { readFile, stat } from 'node:fs/promises'

import { detectFormat } from '../workspace/files/text-source'
import { AppError } from '../../shared/errors'

const MOST_BYTES = 64 * 2 ** 20

/** Without a byte order mark. Refuses with `import.unreadable` what is not there, too large or no text. */
export async function textOf(file: string): Promise<string> {
  const bytes = await bytesOf(file)
  return new TextDecoder(detectFormat(bytes, file, true).encoding).decode(bytes)
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    if ((await stat(file)).size > MOST_BYTES) throw new AppError('import.unreadable', { file, reason: 'tooLarge' })
    return await readFile(file)
  } catch (error) {
    if (error instanceof AppError) throw error
    const code = error instanceof Error && 'code' in error ? error.code : ''
    const reason = code === 'EACCES' || code === 'EPERM' ? 'notAllowed' : 'notFound'
    throw new AppError('import.unreadable', { file, reason }, { cause: error })
  }
}
