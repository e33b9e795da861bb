/** X19: a checked copy of a large workspace, in turn with a plain copy of its bytes. */

import { copyFileSync, rmSync, statSync } from 'node:fs'

import { checkCopy, copyDatabase } from '../../db/backup'
import { startProduct } from './product'

export interface BackupTimes {
  readonly bytes: number
  readonly plain: readonly number[]
  /** The copy and its check. */
  readonly checked: readonly number[]
  /** The check alone, made once more. */
  readonly check: readonly number[]
  /** As the window asks for it: copied, checked and hashed. */
  readonly asked: readonly number[]
  /** How long the workspace process answered nothing meanwhile, at most. */
  readonly longestTurns: readonly number[]
}

interface Input {
  readonly file: string
  /** The file is filled up to this size with what looks like more stored files. */
  readonly megabytes: number
  readonly rounds: number
}

export async function backupRounds({ file, megabytes, rounds }: Input): Promise<BackupTimes> {
  const { client, context } = startProduct()
  await client.workspace.open({ file })
  fill(context.host.current().workspace.writer, file, megabytes)
  const times = { plain: [], checked: [], check: [], asked: [], longestTurns: [] } as Record<
    'plain' | 'checked' | 'check' | 'asked' | 'longestTurns',
    number[]
  >
  const to = `${file}.copy`
  const time = async (into: number[] | null, work: () => unknown): Promise<void> => {
    rmSync(to, { force: true })
    const start = performance.now()
    await work()
    into?.push(performance.now() - start)
  }
  // The first round only warms.
  for (let round = -1; round < rounds; round++) {
    const count = (name: keyof typeof times): number[] | null => (round < 0 ? null : times[name])
    await time(count('plain'), () => copyFileSync(file, to))
    await time(count('checked'), () => copyDatabase(file, to, { now: Date.now }))
    const start = performance.now()
    checkCopy(to)
    count('check')?.push(performance.now() - start)
    const turns = watchTurns()
    await time(count('asked'), async () => {
      const job = await client.workspace.backup({ to })
      while ((await job.next()).done !== true);
    })
    const longest = turns()
    count('longestTurns')?.push(longest)
  }
  rmSync(to, { force: true })
  context.host.close()
  return { bytes: statSync(file).size, ...times }
}

/** Answers, when asked, the longest time between two turns of the event loop. */
export function watchTurns(): () => number {
  let longest = 0
  let last = performance.now()
  const look = (): void => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }
  const beat = setInterval(look, 0)
  return () => {
    clearInterval(beat)
    look()
    return longest
  }
}

interface Writer {
  exec(sql: string): unknown
  pragma(sql: string): unknown
}

/** Stores blobs of the size of a chunk until the file is as large as wanted. */
export function fill(db: Writer, file: string, megabytes: number): void {
  const missing = megabytes - statSync(file).size / 1e6
  if (missing <= 0) return
  db.exec(`CREATE TABLE bench_filling (n INTEGER PRIMARY KEY, bytes BLOB);
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${Math.ceil(missing / 0.25)})
    INSERT INTO bench_filling SELECT i, randomblob(250000) FROM n`)
  db.pragma('wal_checkpoint(TRUNCATE)')
}
