/** A real small disk to be filled, where this machine may mount one. */

import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { onTestFinished } from 'vitest'

import { temporaryFolder } from './workspace'

/** A file system of `megabytes` of its own, or null where this machine does not let us. */
export function smallDisk(megabytes: number): string | null {
  const folder = temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  // Lazily: a test that failed may have left files open.
  onTestFinished(() => void execFileSync('umount', ['-l', folder], { stdio: 'ignore' }))
  return folder
}

/** Takes all the room but so many bytes; the answer gives it back. */
export function fill(folder: string, leaving: number): () => void {
  const filler = path.join(folder, 'filler')
  const handle = fs.openSync(filler, 'w')
  try {
    for (const size of [1 << 16, 4096, 1]) {
      const block = Buffer.alloc(size)
      try {
        for (;;) {
          fs.writeSync(handle, block)
        }
      } catch {
        // Smaller blocks may still fit.
      }
    }
    fs.ftruncateSync(handle, Math.max(0, fs.fstatSync(handle).size - leaving))
  } finally {
    fs.closeSync(handle)
  }
  return () => fs.rmSync(filler)
}
