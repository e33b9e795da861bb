/** Fills the file of a new copy from a snapshot and the log beside it, before it is opened as a workspace. */

import Database from 'better-sqlite3'

import { type LoadOptions, loadSnapshot, type SnapshotLoader } from './snapshot-load'

/**
 * `feed` gives the loader all parts, then all runs; what lies beyond the snapshot is taken in as usual once the file is
 * open. Nothing is in the file when that fails.
 */
export async function fillFromSnapshot(
  file: string,
  feed: (loader: Pick<SnapshotLoader, 'part' | 'run'>) => Promise<void>,
  options: LoadOptions,
): Promise<void> {
  const sqlite = new Database(file, { fileMustExist: true, timeout: 5000 })
  try {
    const loader = loadSnapshot(sqlite, options)
    try {
      await feed(loader)
      await loader.finish()
    } catch (error) {
      loader.abandon()
      throw error
    }
  } finally {
    sqlite.close()
  }
}
