/** Applying what waits in slices, so that nobody's commit waits long and a cancelled run loses nothing. */

import { AppError } from '../../shared/errors'
import { CACHE_KIB, type Sqlite, WAL_PAGES } from '../database'
import type { Limits, Slicer, Source } from './slices'
import type { Tally } from './tally'
import type { DrainOptions } from './types'
import type { WaitingKeeper } from './waiting'

export interface Slices {
  readonly slicer: Slicer
  readonly source: Source
  readonly keeper: WaitingKeeper
  /** How many entries wait. */
  readonly waiting: () => number
}

/** So long may one transaction keep others waiting. */
const SLICE: Limits = { entries: 2000, ms: 50 }

const MUCH = 100_000

/** Makes the connection ready for many slices; answers how to put it back. */
export function strain(sqlite: Sqlite, waiting: number): () => void {
  const set = (walPages: number, cacheKiB: number): void => {
    if (!sqlite.open) return
    sqlite.pragma(`wal_autocheckpoint = ${walPages}`)
    sqlite.pragma(`cache_size = -${cacheKiB}`)
  }
  // The same pages are written slice after slice: they go to the file together, not after each.
  set(8192, waiting > MUCH ? 3 * CACHE_KIB : CACHE_KIB)
  return () => set(WAL_PAGES, CACHE_KIB)
}

/** Runs slices until nothing can be applied any more; `inTransaction` gives each its transaction. */
export async function runSlices(
  { slicer, source, keeper, waiting }: Slices,
  tally: Tally,
  inTransaction: (slice: () => number) => number | Promise<number>,
  { signal, onProgress }: DrainOptions = {},
): Promise<void> {
  const total = waiting()
  for (;;) {
    if (signal?.aborted === true) throw new AppError('sync.cancelled', {})
    const applied = await inTransaction(() => {
      keeper.begin()
      const steps = slicer.run(source, keeper, tally, SLICE)
      keeper.flush()
      return steps
    })
    if (applied === 0) return
    onProgress?.(tally.steps, total)
    await new Promise(setImmediate)
  }
}
