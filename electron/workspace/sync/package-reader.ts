/**
 * Reads packages: first all of it is checked, then its sections are taken.
 *
 * Nothing that a file claims makes more memory be used than one section needs; every refusal is one that people can be told.
 */

import { type FileHandle, open } from 'node:fs/promises'

import { AppError } from '../../../shared/errors'
import { AGE_MAGIC, decryptPayload, type Unlocked, unlockAge } from './age'
import { ByteSource } from './byte-source'
import { type FrameEnd, readFrames } from './frames'
import { readFailure, stopIfAborted, unreadable } from './refusal'
import { readSections } from './sections'
import type { Manifest, Section } from './types'

export interface OpenOptions {
  /** null: none is known; an encrypted package is refused with `sync.passphraseNeeded`. */
  readonly passphrase: string | null
  readonly signal?: AbortSignal | undefined
}

/** What a whole package was found to hold. */
export interface PackageContents {
  readonly manifest: Manifest
  readonly steps: number
  readonly factManifests: number
  readonly chunks: number
  readonly snapshotParts: number
  readonly blobs: readonly { readonly sha256: string; readonly size: number }[]
}

export interface PackageReader {
  readonly encrypted: boolean
  readonly sizeBytes: number
  /** Reads all of it and takes nothing: every hash, every length, every section's form. `onProgress`: bytes of the file. */
  verify(onProgress?: (done: number, total: number) => void): Promise<PackageContents>
  /** The sections in their order, the manifest first; refuses as soon as the file is no longer the one that was verified. */
  sections(onProgress?: (done: number, total: number) => void): AsyncIterable<Section>
  close(): Promise<void>
}

const READ_BYTES = 256 * 1024

/**
 * Opens a package. Refuses with `sync.unreadable`, `sync.passphraseNeeded`, `sync.wrongPassphrase` or `sync.fromFuture`;
 * everything later refuses with these too, or with `sync.cancelled`.
 */
export async function openPackage(file: string, options: OpenOptions): Promise<PackageReader> {
  let handle: FileHandle
  try {
    handle = await open(file, 'r')
  } catch (error) {
    throw readFailure(error, file)
  }
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) throw unreadable(file, 'notAPackage')
    const unlocked = await unlock(handle, file, options.passphrase)
    return new Reader(file, handle, stat.size, unlocked, options.signal)
  } catch (error) {
    await handle.close()
    throw readFailure(error, file)
  }
}

async function unlock(handle: FileHandle, file: string, passphrase: string | null): Promise<Unlocked | null> {
  const start = Buffer.alloc(AGE_MAGIC.length)
  const { bytesRead } = await handle.read(start, 0, start.length, 0)
  if (bytesRead === 0) throw unreadable(file, 'incomplete')
  if (!start.equals(AGE_MAGIC)) {
    if (AGE_MAGIC.subarray(0, bytesRead).equals(start.subarray(0, bytesRead))) throw unreadable(file, 'incomplete')
    return null
  }
  if (passphrase === null) throw new AppError('sync.passphraseNeeded', { file })
  return unlockAge(bytesOf(handle, 0), { passphrase }, file)
}

class Reader implements PackageReader {
  readonly encrypted: boolean
  readonly sizeBytes: number
  readonly #file: string
  readonly #handle: FileHandle
  readonly #unlocked: Unlocked | null
  readonly #signal: AbortSignal | undefined
  #verified: FrameEnd | null = null

  constructor(
    file: string,
    handle: FileHandle,
    sizeBytes: number,
    unlocked: Unlocked | null,
    signal: AbortSignal | undefined,
  ) {
    this.#file = file
    this.#handle = handle
    this.sizeBytes = sizeBytes
    this.#unlocked = unlocked
    this.encrypted = unlocked !== null
    this.#signal = signal
  }

  async verify(onProgress?: (done: number, total: number) => void): Promise<PackageContents> {
    const found = { steps: 0, factManifests: 0, chunks: 0, snapshotParts: 0 }
    const blobs: { sha256: string; size: number }[] = []
    let manifest: Manifest | null = null
    this.#verified = null
    const sections = this.#read(onProgress)
    for (;;) {
      const step = await sections.next()
      stopIfAborted(this.#signal)
      if (step.done === true) {
        this.#verified = step.value
        if (manifest === null) throw unreadable(this.#file, 'malformed')
        return { manifest: { ...manifest, part: { k: manifest.part.k, of: step.value.parts } }, ...found, blobs }
      }
      const section = step.value
      if (section.type === 'manifest') manifest = section.manifest
      else if (section.type === 'run') found.steps += section.run.bodies.length
      else if (section.type === 'factManifest') found.factManifests++
      else if (section.type === 'chunk') found.chunks++
      else if (section.type === 'snapshot') found.snapshotParts++
      else blobs.push({ sha256: section.sha256, size: section.size })
    }
  }

  async *sections(onProgress?: (done: number, total: number) => void): AsyncGenerator<Section, void, void> {
    const expected = this.#verified
    const sections = this.#read(onProgress)
    for (;;) {
      const step = await sections.next()
      stopIfAborted(this.#signal)
      if (step.done === true) {
        if (expected !== null && !Buffer.from(step.value.sha256).equals(expected.sha256))
          throw unreadable(this.#file, 'damaged')
        return
      }
      const section = step.value
      if (section.type !== 'manifest' || expected === null) yield section
      else
        yield {
          type: 'manifest',
          manifest: { ...section.manifest, part: { k: section.manifest.part.k, of: expected.parts } },
        }
    }
  }

  close(): Promise<void> {
    return this.#handle.close()
  }

  async *#read(
    onProgress: ((done: number, total: number) => void) | undefined,
  ): AsyncGenerator<Section, FrameEnd, void> {
    const { headerBytes = 0, fileKey = null } = this.#unlocked ?? {}
    const raw = this.#bytes(headerBytes, onProgress)
    const source = new ByteSource(fileKey === null ? raw : decryptPayload(raw, fileKey, this.#file))
    try {
      return yield* readSections(readFrames(source, this.#file), this.#file)
    } catch (error) {
      throw readFailure(error, this.#file)
    } finally {
      await source.close()
    }
  }

  async *#bytes(
    from: number,
    onProgress: ((done: number, total: number) => void) | undefined,
  ): AsyncGenerator<Uint8Array, void, void> {
    let done = from
    for await (const bytes of bytesOf(this.#handle, from)) {
      stopIfAborted(this.#signal)
      done += bytes.length
      onProgress?.(done, this.sizeBytes)
      yield bytes
    }
  }
}

async function* bytesOf(handle: FileHandle, from: number): AsyncGenerator<Uint8Array, void, void> {
  for (let at = from; ;) {
    const piece = Buffer.allocUnsafeSlow(READ_BYTES)
    const { bytesRead } = await handle.read(piece, 0, READ_BYTES, at)
    if (bytesRead === 0) return
    at += bytesRead
    yield piece.subarray(0, bytesRead)
  }
}
