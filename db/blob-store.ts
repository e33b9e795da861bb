/**
 * Attached files as bytes: kept beside the workspace file under the hash of their content, written once, never removed.
 *
 * A name in the store is a promise: the file was whole, synced to the disk, and was what its name says when it got it.
 */

import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

import { AppError } from '../shared/errors'
import { toAppError } from './failures'

/** Larger files are not attached. */
export const MAX_BLOB_BYTES = 2 * 1024 ** 3
const PIECE_BYTES = 1 << 20

export interface Blob {
  /** SHA-256 of the content, hex. */
  readonly sha256: string
  readonly size: number
}

export interface KeepOptions {
  /** What the bytes must turn out to be; others are not kept. */
  readonly expected?: Blob
  readonly signal?: AbortSignal
  /** Called with the number of bytes so far. */
  readonly onProgress?: (bytes: number) => void
  /** Asked after the last byte and before the file gets its name; throws to refuse it. */
  readonly check?: () => void
}

/** `work/agency.starboard` keeps its attached files in `work/agency.files`. */
export function blobsFolder(file: string): string {
  const { dir, name } = path.parse(path.resolve(file))
  return path.join(dir, `${name}.files`)
}

export function blobPath(file: string, sha256: string): string {
  return path.join(blobsFolder(file), sha256.slice(0, 2), sha256)
}

/** Whether a file of this size stands under the name; its bytes are checked when they are read. */
export function hasBlob(file: string, { sha256, size }: Blob): boolean {
  return isHash(sha256) && fs.statSync(blobPath(file, sha256), { throwIfNoEntry: false })?.size === size
}

/**
 * Writes bytes to the store of the workspace `file` as they come. Throws `RangeError` where they are not what was
 * expected or too many; then, and whenever the source fails, nothing has got a name.
 */
export async function keepBlob(
  file: string,
  pieces: AsyncIterable<Uint8Array>,
  options: KeepOptions = {},
): Promise<Blob> {
  const folder = blobsFolder(file)
  const part = path.join(folder, `.part-${randomBytes(8).toString('hex')}`)
  try {
    fs.mkdirSync(folder, { recursive: true })
    const written = await writePart(part, pieces, options)
    const { expected } = options
    if (expected !== undefined && (written.sha256 !== expected.sha256 || written.size !== expected.size)) {
      throw new RangeError(
        `${written.size} bytes of ${written.sha256} instead of ${expected.size} of ${expected.sha256}`,
      )
    }
    options.check?.()
    name(file, part, written)
    return written
  } catch (error) {
    throw toAppError(error, folder)
  } finally {
    fs.rmSync(part, { force: true })
  }
}

async function writePart(
  part: string,
  pieces: AsyncIterable<Uint8Array>,
  { signal, onProgress, expected }: KeepOptions,
): Promise<Blob> {
  const handle = await fs.promises.open(part, 'wx')
  try {
    const hash = createHash('sha256')
    let size = 0
    for await (const piece of pieces) {
      signal?.throwIfAborted()
      size += piece.length
      if (size > (expected?.size ?? MAX_BLOB_BYTES)) throw new RangeError('more bytes than were announced')
      hash.update(piece)
      await handle.writeFile(piece)
      onProgress?.(size)
    }
    await handle.sync()
    return { sha256: hash.digest('hex'), size }
  } finally {
    await handle.close()
  }
}

function name(file: string, part: string, blob: Blob): void {
  const target = blobPath(file, blob.sha256)
  const created = fs.mkdirSync(path.dirname(target), { recursive: true })
  // One that is damaged on the disk has another size or hash; this one is right, whichever is there.
  fs.renameSync(part, target)
  syncFolder(path.dirname(target))
  if (created !== undefined) syncFolder(blobsFolder(file))
}

function syncFolder(folder: string): void {
  let handle: number
  try {
    handle = fs.openSync(folder, 'r')
  } catch {
    // Windows opens no folders; its file system keeps names by itself.
    return
  }
  try {
    fs.fsyncSync(handle)
  } catch {
    // Some network shares cannot.
  } finally {
    fs.closeSync(handle)
  }
}

/**
 * The stored bytes, piece by piece. Throws where they are not (any more) what the name says: at the latest instead of
 * ending, so whoever copies them must drop the copy then.
 */
export async function* blobPieces(file: string, { sha256, size }: Blob): AsyncGenerator<Uint8Array, void, void> {
  const source = blobPath(file, sha256)
  const damaged = (): AppError => new AppError('attachment.unreadable', { file: source, reason: 'damaged' })
  const hash = createHash('sha256')
  let done = 0
  for await (const piece of filePieces(source)) {
    hash.update(piece)
    done += piece.length
    if (done > size) throw damaged()
    // The last piece only once the hash is known to be right.
    if (done === size && hash.copy().digest('hex') !== sha256) throw damaged()
    yield piece
  }
  if (done !== size || hash.digest('hex') !== sha256) throw damaged()
}

/** A file's bytes; each piece is its reader's own. */
export async function* filePieces(source: string): AsyncGenerator<Uint8Array, void, void> {
  const handle = await fs.promises.open(source)
  try {
    for (;;) {
      const room = Buffer.allocUnsafe(PIECE_BYTES)
      const { bytesRead } = await handle.read(room, 0, PIECE_BYTES, null)
      if (bytesRead === 0) return
      yield room.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}

/** Moves bytes that are not what their name says out of the way, so that right ones can take their place. Kept, since they are all there is. */
export function setAside(file: string, { sha256 }: Blob): void {
  const source = blobPath(file, sha256)
  fs.renameSync(source, `${source}.damaged`)
}

/** Removes what a process that ended in the middle left behind; called when nobody else has the workspace open. */
export function dropParts(file: string): void {
  const folder = blobsFolder(file)
  try {
    for (const entry of fs.existsSync(folder) ? fs.readdirSync(folder) : []) {
      if (entry.startsWith('.part-')) fs.rmSync(path.join(folder, entry), { force: true })
    }
  } catch {
    // They only take room; what matters is refused where it is needed.
  }
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/u.test(text)
}
