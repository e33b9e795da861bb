/** Bytes of attached files, in from any place of this computer and out to it. */

import fs from 'node:fs'
import path from 'node:path'
import { randomBytes } from 'node:crypto'

import { type Blob, filePieces, keepBlob, MAX_BLOB_BYTES } from '../../../db/blob-store'
import { AppError, type AppErrorParams } from '../../../shared/errors'
import type { Reporter } from '../progress'

type Reason = AppErrorParams<'attachment.unreadable'>['reason']

/**
 * Copies a file's bytes into the store of the workspace `store`. Refuses with `attachment.unreadable` what is no file, is
 * over 2 GB, or changes meanwhile.
 */
export async function takeIn(store: string, source: string, { report, signal }: Reporter): Promise<Blob> {
  const refuse = (reason: Reason, cause?: unknown): never => {
    throw new AppError('attachment.unreadable', { file: source, reason }, { cause })
  }
  const before = statOf(source, refuse)
  if (!before.isFile()) return refuse('notAFile')
  if (before.size > MAX_BLOB_BYTES) return refuse('tooLarge')
  const detail = path.basename(source)
  const blob = await keepBlob(store, readable(source, refuse), {
    signal,
    onProgress: (done) => {
      if (done > before.size) refuse('changed')
      report({ step: 'read', done, total: before.size, detail })
    },
    check: () => {
      const after = statOf(source, refuse)
      if (after.size !== before.size || after.mtimeMs !== before.mtimeMs || after.ino !== before.ino) refuse('changed')
    },
  })
  return blob.size === before.size ? blob : refuse('changed')
}

function statOf(source: string, refuse: (reason: Reason, cause?: unknown) => never): fs.Stats {
  try {
    return fs.statSync(source)
  } catch (cause) {
    return refuse(isCode(cause, /^(EACCES|EPERM)$/u) ? 'notAllowed' : 'notFound', cause)
  }
}

async function* readable(
  source: string,
  refuse: (reason: Reason, cause?: unknown) => never,
): AsyncGenerator<Uint8Array, void, void> {
  try {
    yield* filePieces(source)
  } catch (cause) {
    if (isCode(cause, /^(EACCES|EPERM)$/u)) refuse('notAllowed', cause)
    if (isCode(cause, /^ENOENT$/u)) refuse('notFound', cause)
    throw cause
  }
}

/** Writes bytes to a file: beside it first, so that it is whole or not there. Refuses with `export.notWritable`. */
export async function writeOut(to: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const part = `${to}.${randomBytes(4).toString('hex')}.part`
  try {
    const handle = await fs.promises.open(part, 'wx')
    try {
      for await (const piece of pieces) await handle.writeFile(piece)
      await handle.sync()
    } finally {
      await handle.close()
    }
    fs.renameSync(part, to)
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    if (isCode(cause, /^(EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EISDIR|ENOSPC|EBUSY)$/u)) {
      throw new AppError('export.notWritable', { file: to }, { cause })
    }
    throw cause
  } finally {
    removeIfThere(part)
  }
}

function removeIfThere(file: string): void {
  try {
    fs.rmSync(file, { force: true })
  } catch {
    // The place itself is what is wrong: the refusal says so.
  }
}

function isCode(error: unknown, codes: RegExp): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.test(error.code)
}

const MIMES: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.heic': 'image/heic',
  '.mp4': 'video/mp4',
  '.mov': 'video/quicktime',
  '.txt': 'text/plain',
  '.csv': 'text/csv',
  '.doc': 'application/msword',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xls': 'application/vnd.ms-excel',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
}

/** By the name's ending; nothing is ever opened by it here. */
export function mimeOf(name: string): string {
  return MIMES[path.extname(name).toLowerCase()] ?? 'application/octet-stream'
}
