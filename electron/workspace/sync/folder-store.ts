/**
 * A folder that something else copies between computers (OneDrive, Dropbox, Nutstore, Syncthing, a share, a stick), as a
 * store of write-once files.
 *
 * A file is whole under its name or not there; a name never gets other content. Nothing is concluded from a file that is
 * missing, empty or cannot be read now: it is not here yet. A folder that is not there is refused and never made.
 */

import path from 'node:path'

import { AppError, type AppErrorParams } from '../../../shared/errors'
import { codeOf, type Disk, nodeDisk } from './disk'
import { temporaryName } from './folder-names'
import type { Store } from './types'

export interface FolderStoreOptions {
  readonly disk?: Disk
  /** Waits so many ms; tests do not. */
  readonly wait?: (ms: number) => Promise<void>
  /** Between 0 and 1. */
  readonly random?: () => number
}

type Reason = AppErrorParams<'sync.folderUnavailable'>['reason']

/** While something else (an antivirus, the copying program) holds a file for a moment. */
const HELD = /^(?:EBUSY|EPERM|EACCES)$/u
const TRIES = 6
const FIRST_WAIT_MS = 50
/** A placeholder's content may take its time to come from elsewhere; then it counts as not here yet. */
const READ_MS = 30_000
const PIECE_BYTES = 1 << 20

export function folderStore(folder: string, options: FolderStoreOptions = {}): Store {
  const { disk = nodeDisk } = options
  const at = (name: string): string => path.join(folder, ...name.split('/'))
  const patiently = patience(options)
  const writer = writerOf(folder, disk, patiently)

  return {
    caps: { watches: true, maxFileBytes: 16 * 1024 * 1024, maxNamesPerFolder: 700 },
    async list(name) {
      try {
        return await patiently(() => disk.list(name === '' ? folder : at(name)))
      } catch (error) {
        if (name === '' || codeOf(error) !== 'ENOENT') throw refusal(folder, error, false)
        await writer.standing().catch((gone: unknown) => {
          throw refusal(folder, gone, false)
        })
        return []
      }
    },
    async get(name, offset = 0, length = Number.MAX_SAFE_INTEGER) {
      try {
        const size = await within(READ_MS, disk.sizeOf(at(name)))
        const end = Math.min(size ?? 0, offset + length)
        if (end <= offset) return null
        const first = await within(READ_MS, disk.read(at(name), offset, Math.min(PIECE_BYTES, end - offset)))
        return first.length === 0 ? null : piecesOf(disk, at(name), first, offset + first.length, end)
      } catch {
        // Absent, a placeholder, a drive that is waking up: all of it may be otherwise in a while.
        return null
      }
    },
    async putNew(name, bytes) {
      try {
        return await writer.put(name, bytes)
      } catch (error) {
        throw refusal(folder, error, true)
      }
    },
    async makeFolder(name) {
      try {
        await writer.makeFolder(name)
      } catch (error) {
        throw refusal(folder, error, true)
      }
    },
    async removeOwn(name) {
      await disk.remove(at(name)).catch(() => undefined)
    },
    watch: (changed) => disk.watch(at('h'), changed),
  }
}

type Patiently = <T>(work: () => Promise<T>) => Promise<T>

/** Tries again, a little later each time, what fails only because somebody else holds the file. */
function patience({ wait = sleep, random = Math.random }: FolderStoreOptions): Patiently {
  return async (work) => {
    for (let tried = 1; ; tried++) {
      try {
        return await work()
      } catch (error) {
        if (tried === TRIES || !HELD.test(codeOf(error))) throw error
        await wait(FIRST_WAIT_MS * 2 ** (tried - 1) * (0.5 + random()))
      }
    }
  }
}

function writerOf(folder: string, disk: Disk, patiently: Patiently) {
  const at = (parts: readonly string[]): string => path.join(folder, ...parts)

  /** Whether the shared folder itself is there: then what is missing in it is only missing. */
  const standing = async (): Promise<void> => {
    const size = await disk.sizeOf(folder)
    if (size !== null) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' })
  }

  const put = async (name: string, bytes: AsyncIterable<Uint8Array> | Uint8Array): Promise<'written' | 'exists'> => {
    const parts = name.split('/')
    const parents = parts.slice(0, -1)
    const target = at(parts)
    await standing()
    if (await isThere(disk, target)) return 'exists'
    for (let depth = 1; depth <= parents.length; depth++) await disk.makeFolder(at(parents.slice(0, depth)))
    const temporary = at([...parents, temporaryName(parts.at(-1) ?? '')])
    try {
      // Bytes that come in pieces come once; a file of them is not tried again here.
      if (bytes instanceof Uint8Array) await patiently(() => disk.write(temporary, bytes))
      else await disk.write(temporary, bytes)
      await patiently(() => disk.giveName(temporary, target))
    } catch (error) {
      await disk.remove(temporary).catch(() => undefined)
      if (codeOf(error) === 'EEXIST') return 'exists'
      throw error
    }
    // Not every kind of folder can be asked for it; the name is checked again before anybody relies on it.
    await disk.syncFolder(at(parents)).catch(() => undefined)
    return 'written'
  }

  const makeFolder = async (name: string): Promise<void> => {
    await standing()
    await patiently(() => disk.makeFolder(at(name.split('/'))))
  }

  return { standing, put, makeFolder }
}

/** A read that fails or comes short in the middle ends early: what is missing shows in the bytes. */
async function* piecesOf(
  disk: Disk,
  file: string,
  first: Uint8Array,
  from: number,
  end: number,
): AsyncGenerator<Uint8Array, void, void> {
  yield first
  let at = from
  while (at < end) {
    const piece = await within(READ_MS, disk.read(file, at, Math.min(PIECE_BYTES, end - at))).catch(() => null)
    if (piece === null || piece.length === 0) return
    yield piece
    at += piece.length
  }
}

/** What the system says, as the reason people are told; what it says of no folder comes back as it is. */
function refusal(folder: string, error: unknown, writing: boolean): unknown {
  const reason = reasonOf(codeOf(error), writing)
  return reason === null ? error : new AppError('sync.folderUnavailable', { folder, reason }, { cause: error })
}

function reasonOf(code: string, writing: boolean): Reason | null {
  switch (code) {
    case 'ENOENT':
    case 'ENXIO':
    case 'ENODEV':
    case 'EIO':
    case 'ETIMEDOUT':
    case 'EHOSTDOWN':
    case 'ENOTCONN':
    case 'ESTALE':
    case 'UNKNOWN':
      return 'missing'
    case 'ENOTDIR':
      return 'notAFolder'
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'full'
    case 'EROFS':
      return 'readOnly'
    case 'EACCES':
    case 'EPERM':
      return writing ? 'readOnly' : 'notAllowed'
    case 'EBUSY':
    case 'ENAMETOOLONG':
      return 'notAllowed'
    default:
      return null
  }
}

async function isThere(disk: Disk, file: string): Promise<boolean> {
  try {
    await disk.sizeOf(file)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('too late'), { code: 'ETIMEDOUT' })), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
