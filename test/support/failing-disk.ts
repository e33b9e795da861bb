/** A disk for shared folders whose calls fail as a test wants, and that keeps an account of what was asked of it. */

import { type Disk, nodeDisk } from '../../electron/workspace/sync/disk'

export type DiskCall = Exclude<keyof Disk, 'watch'>

export interface FailingDisk extends Disk {
  /** What was called, with the last part of its path. */
  readonly calls: string[]
  /** Makes the next `times` calls of `call` whose path ends so fail with the system's code; a write leaves half of its bytes. */
  fail(call: DiskCall, code: string, options?: { readonly times?: number; readonly ending?: string }): void
  /** Nothing fails any more. */
  heal(): void
}

export function failingDisk(disk: Disk = nodeDisk): FailingDisk {
  const calls: string[] = []
  const plans: { call: DiskCall; code: string; left: number; ending: string }[] = []

  const meet = (call: DiskCall, file: string): void => {
    calls.push(`${call} ${file.split(/[/\\]/u).at(-1) ?? ''}`)
    const plan = plans.find((each) => each.call === call && each.left > 0 && file.endsWith(each.ending))
    if (plan === undefined) return
    plan.left -= 1
    throw Object.assign(new Error(`${plan.code}: ${call}`), { code: plan.code })
  }

  return {
    calls,
    fail: (call, code, { times = Infinity, ending = '' } = {}) => void plans.push({ call, code, left: times, ending }),
    heal: () => void plans.splice(0),
    async list(folder) {
      meet('list', folder)
      return disk.list(folder)
    },
    async sizeOf(file) {
      meet('sizeOf', file)
      return disk.sizeOf(file)
    },
    async read(file, offset, length) {
      meet('read', file)
      return disk.read(file, offset, length)
    },
    async write(file, bytes) {
      try {
        meet('write', file)
      } catch (error) {
        if (bytes instanceof Uint8Array) await disk.write(file, bytes.subarray(0, bytes.length / 2))
        throw error
      }
      await disk.write(file, bytes)
    },
    async giveName(from, to) {
      meet('giveName', to)
      await disk.giveName(from, to)
    },
    async remove(file) {
      meet('remove', file)
      await disk.remove(file)
    },
    async makeFolder(folder) {
      meet('makeFolder', folder)
      await disk.makeFolder(folder)
    },
    async syncFolder(folder) {
      meet('syncFolder', folder)
      await disk.syncFolder(folder)
    },
    watch: (folder, changed) => disk.watch(folder, changed),
  }
}
