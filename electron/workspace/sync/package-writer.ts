/**
 * Writes packages: one file, or several of at most a given size that can each be taken by itself.
 *
 * A package gets its name when all of it is on the disk; until then, and after a failure, there is nothing of it and what
 * had that name before is untouched. Memory does not grow with the package.
 */

import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'

import { AppError } from '../../../shared/errors'
import { type Lock, type PayloadSealer, startAge } from './age'
import { type Frame, FRAME_OVERHEAD, FrameType, FrameWriter, PACKAGE_MAGIC } from './frames'
import { stopIfAborted } from './refusal'
import { BLOB_PIECE_BYTES, type Content, framesOf, packed } from './sections'
import type { Manifest } from './types'
import { encodeManifest } from './wire'

export interface WriteOptions {
  /** null: not encrypted. */
  readonly lock: Lock | null
  /** Cut into files of at most this, as far as single sections allow. */
  readonly partBytes?: number | undefined
  readonly signal?: AbortSignal | undefined
  /** Called with the bytes written so far, all parts together. */
  readonly onProgress?: ((bytes: number) => void) | undefined
}

export interface WrittenPackage {
  /** In the order of the parts; `to` itself when there is one. */
  readonly files: readonly string[]
  readonly sizeBytes: number
}

/** Encryption adds at most this to a part, beside the pieces' tags. */
const AGE_OVERHEAD = 1024
const END_BYTES = 256
/** Writes are gathered to this. */
const BUFFER_BYTES = 512 * 1024
const NOTHING = new Uint8Array(0)

/**
 * Writes a package named `to`, or `name-1of3.ext` and so on when it needs more than one part. The manifest's `part` is
 * set here. Refuses with `export.notWritable`, `workspace.diskFull` or `sync.cancelled`.
 */
export async function writePackage(
  to: string,
  manifest: Manifest,
  contents: AsyncIterable<Content> | Iterable<Content>,
  options: WriteOptions,
): Promise<WrittenPackage> {
  const target = path.resolve(to)
  const parts: Part[] = []
  let before = 0
  const begin = async (): Promise<Part> => {
    before += parts.at(-1)?.written ?? 0
    const part = await Part.begin(target, options.lock)
    parts.push(part)
    await part.add(await packed(FrameType.manifest, encodeManifest({ ...manifest, part: { k: parts.length, of: 0 } })))
    return part
  }
  try {
    let part = await begin()
    for await (const content of contents) {
      let fresh = true
      for await (const frame of framesOf(content)) {
        stopIfAborted(options.signal)
        // An attached file stays in one part, so that each part can be taken by itself.
        const coming = content.type === 'blob' ? content.size : frame.payload.length
        if (fresh && part.sections > 1 && part.sizeWith(coming) > (options.partBytes ?? Infinity)) part = await begin()
        fresh = false
        await part.add(frame)
        options.onProgress?.(before + part.written)
      }
    }
    stopIfAborted(options.signal)
    return await finish(target, parts)
  } catch (error) {
    throw writeFailure(error, target)
  } finally {
    for (const part of parts) await part.discard()
  }
}

/** All parts are whole on the disk before the first gets its name. */
async function finish(target: string, parts: readonly Part[]): Promise<WrittenPackage> {
  let sizeBytes = 0
  for (const part of parts) sizeBytes += await part.end(parts.length)
  const files = parts.map((part, i) => {
    const file = parts.length === 1 ? target : partName(target, i + 1, parts.length)
    fs.renameSync(part.temporary, file)
    return file
  })
  syncFolder(path.dirname(target))
  return { files, sizeBytes }
}

/** `week 47.starpack` as `week 47-2of3.starpack`. */
function partName(target: string, k: number, of: number): string {
  const { dir, name, ext } = path.parse(target)
  return path.join(dir, `${name}-${k}of${of}${ext}`)
}

/** One file on its way, under a name that nobody takes for a package. */
class Part {
  readonly temporary: string
  readonly #handle: FileHandle
  readonly #sealer: PayloadSealer | null
  readonly #frames = new FrameWriter()
  #waiting: Uint8Array[] = []
  #waitingBytes = 0
  #open = true
  sections = 0
  /** Bytes on the disk or on their way there. */
  written = 0

  private constructor(temporary: string, handle: FileHandle, sealer: PayloadSealer | null) {
    this.temporary = temporary
    this.#handle = handle
    this.#sealer = sealer
  }

  static async begin(target: string, lock: Lock | null): Promise<Part> {
    const { dir, base } = path.parse(target)
    const temporary = path.join(dir, `.${base}.${randomBytes(6).toString('hex')}.part`)
    const age = lock === null ? null : await startAge(lock)
    const part = new Part(temporary, await open(temporary, 'wx'), age?.sealer ?? null)
    if (age !== null) await part.#write(age.head)
    await part.#push(PACKAGE_MAGIC)
    return part
  }

  /** How large the file would be with one more section. */
  sizeWith(payload: number): number {
    const plain =
      this.#frames.total + payload + FRAME_OVERHEAD * (1 + Math.ceil(payload / BLOB_PIECE_BYTES)) + END_BYTES
    return this.#sealer === null ? plain : plain + AGE_OVERHEAD + 16 * Math.ceil(plain / 65_536)
  }

  async add(frame: Frame): Promise<void> {
    const [head, payload] = this.#frames.add(frame)
    this.sections++
    await this.#push(head)
    await this.#push(payload)
  }

  /** Closes the file when all of it is on the disk; answers its size. */
  async end(parts: number): Promise<number> {
    await this.#push(this.#frames.end(parts))
    if (this.#sealer !== null) await this.#write(this.#sealer.finish())
    await this.#flush()
    await this.#handle.sync()
    await this.#close()
    return this.written
  }

  /** After a failure nothing stays. A part that has its name already is not found under the temporary one. */
  async discard(): Promise<void> {
    await this.#close()
    fs.rmSync(this.temporary, { force: true })
  }

  async #push(bytes: Uint8Array): Promise<void> {
    if (this.#sealer === null) await this.#write(bytes)
    else for (const sealed of this.#sealer.push(bytes)) await this.#write(sealed)
  }

  async #write(bytes: Uint8Array): Promise<void> {
    this.#waiting.push(bytes)
    this.#waitingBytes += bytes.length
    this.written += bytes.length
    if (this.#waitingBytes >= BUFFER_BYTES) await this.#flush()
  }

  async #flush(): Promise<void> {
    const waiting = this.#waiting
    let left = this.#waitingBytes
    this.#waiting = []
    this.#waitingBytes = 0
    if (left === 0) return
    left -= (await this.#handle.writev(waiting)).bytesWritten
    // A disk may take less at once than it was given.
    for (let rest = left > 0 ? Buffer.concat(waiting).subarray(-left) : NOTHING; rest.length > 0;)
      rest = rest.subarray((await this.#handle.write(rest)).bytesWritten)
  }

  async #close(): Promise<void> {
    if (this.#open) await this.#handle.close()
    this.#open = false
  }
}

/** A name in a folder is durable when the folder is; Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  try {
    const handle = fs.openSync(folder, 'r')
    try {
      fs.fsyncSync(handle)
    } finally {
      fs.closeSync(handle)
    }
  } catch {
    // The files themselves are on the disk.
  }
}

function writeFailure(error: unknown, target: string): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) return error
  const cause = { cause: error }
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT')
    return new AppError('workspace.diskFull', { file: target, neededBytes: null }, cause)
  if (
    typeof error.code === 'string' &&
    /^E(?:ACCES|PERM|ROFS|NOENT|NOTDIR|ISDIR|BUSY|IO|NAMETOOLONG)$/u.test(error.code)
  )
    return new AppError('export.notWritable', { file: target }, cause)
  return error
}
