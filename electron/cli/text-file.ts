/** A text file that a verb reads whole. */

import { readFile } from 'node:fs/promises'

import { AppError } from '../../shared/errors'

export async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new AppError('import.unreadable', { file, reason: 'notFound' }, { cause: error })
  }
}
