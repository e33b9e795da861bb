/** The few calls by which a shared folder is touched, as a port: tests make each of them fail. */

import fs from 'node:fs/promises'
import { watch as watchFolder } from 'node:fs'
import path from 'node:path'

export interface Disk {
  /** The names in a folder. */
  list(folder: string): Promise<readonly string[]>
  /** Size of a file, null for a folder; throws ENOENT for what is not there. */
  sizeOf(file: string): Promise<number | null>
  read(file: string, offset: number, length: number): Promise<Uint8Array>
  /** Writes a file whole and durable under a name that is nobody's; an older one there is an own attempt. */
  write(file: string, bytes: AsyncIterable<Uint8Array> | Uint8Array): Promise<void>
  /** Gives a file another name, which nobody has: throws EEXIST otherwise. */
  giveName(from: string, to: string): Promise<void>
  remove(file: string): Promise<void>
  /** Makes one folder in a folder that is there; one that exists is as good. */
  makeFolder(folder: string): Promise<void>
  /** Makes names in a folder durable. */
  syncFolder(folder: string): Promise<void>
  /** Calls `changed` when something in the folder may have; answers how to stop. A system that cannot tell calls never. */
  watch(folder: string, changed: () => void): () => void
}

export const nodeDisk: Disk = {
  list: (folder) => fs.readdir(folder),
  async sizeOf(file) {
    const stats = await fs.stat(file)
    return stats.isDirectory() ? null : stats.size
  },
  async read(file, offset, length) {
    const handle = await fs.open(file, 'r')
    try {
      const bytes = Buffer.alloc(length)
      let filled = 0
      while (filled < length) {
        const { bytesRead } = await handle.read(bytes, filled, length - filled, offset + filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return bytes.subarray(0, filled)
    } finally {
      await handle.close()
    }
  },
  async write(file, bytes) {
    const handle = await fs.open(file, 'w')
    try {
      if (bytes instanceof Uint8Array) await handle.writeFile(bytes)
      else for await (const piece of bytes) await handle.writeFile(piece)
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
  giveName,
  remove: (file) => fs.rm(file, { force: true }),
  async makeFolder(folder) {
    try {
      await fs.mkdir(folder)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  },
  async syncFolder(folder) {
    // Windows has no such call for folders.
    if (process.platform === 'win32') return
    const handle = await fs.open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
  watch(folder, changed) {
    try {
      const watcher = watchFolder(folder, { persistent: false }, changed)
      watcher.on('error', () => watcher.close())
      return () => watcher.close()
    } catch {
      return () => undefined
    }
  },
}

/** A second name, then the first one away: the system itself refuses a name that exists. */
async function giveName(from: string, to: string): Promise<void> {
  try {
    await fs.link(from, to)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error
    // Sticks and some shares have no second names; only this copy writes the names it gives.
    await refuseTaken(to)
    await fs.rename(from, to)
    return
  }
  await fs.rm(from, { force: true })
}

async function refuseTaken(file: string): Promise<void> {
  const taken = await fs.stat(file).catch(() => null)
  if (taken !== null) throw Object.assign(new Error(`${path.basename(file)} exists`), { code: 'EEXIST' })
}

/** What the system calls a failure, or ''. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
