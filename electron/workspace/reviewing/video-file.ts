/** A file that is to be reviewed as a video: recognised by its bytes, never by its name. */

import fs from 'node:fs'

import { fileKind, TELLING_BYTES } from '../../../shared/domain/video-kinds'
import { AppError } from '../../../shared/errors'

/** Its MIME type. Refuses what is no video as `attachment.unreadable`; what cannot be read is for `takeIn` to refuse. */
export async function videoMime(file: string): Promise<string> {
  const kind = fileKind(await headOf(file))
  if (!kind.video) {
    throw new AppError('attachment.unreadable', { file, reason: 'notAVideo', looksLike: kind.looksLike })
  }
  return kind.mime
}

async function headOf(file: string): Promise<Uint8Array> {
  let handle: fs.promises.FileHandle
  try {
    handle = await fs.promises.open(file, 'r')
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : ''
    const reason = code === 'EACCES' || code === 'EPERM' ? 'notAllowed' : 'notFound'
    throw new AppError('attachment.unreadable', { file, reason }, { cause })
  }
  try {
    if (!(await handle.stat()).isFile()) throw new AppError('attachment.unreadable', { file, reason: 'notAFile' })
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(TELLING_BYTES), 0, TELLING_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
