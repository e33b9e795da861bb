/** G4: what imported lines cost between colleagues, against fixed limits. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { runApart } from './apart'
import type { SendTimes } from './facts-steps'
import { against, type BenchOptions, type Ratio } from './ratios'
import { writeWorkload } from './workload'

const MILLION = 1_000_000

export function benchSending({ folder, lines, rounds, wanted }: BenchOptions): Ratio[] {
  if (!wanted('G4')) return []
  const files = writeWorkload(join(folder, 'sent'), { lines })
  const result = runApart('factsSend', { files, folder, rounds: Math.min(3, rounds) })
  rmSync(join(folder, 'sent'), { recursive: true })
  // What the step answers is what its function returns.
  const times = result.detail as SendTimes
  const { rows, bytes, encode, stage, publish, longestTurns } = times
  process.stderr.write(
    `send ${rows} lines: packed ${encode.map(Math.round).join(' ')}, checked and staged ${stage.map(Math.round).join(' ')}, published ${publish.map(Math.round).join(' ')} ms, longest turn ${longestTurns.map(Math.round).join(' ')} ms\n`,
  )
  const scaled = (ms: readonly number[], to: number) => ms.map((time) => (time / rows) * to)
  return [
    ...against('G4', 'imported lines in transit, a line', 20, [bytes / rows], 'B'),
    ...against('G4', '150,000 lines packed', 1000, scaled(encode, 150_000)),
    ...against('G4', 'a million lines published', 6000, scaled(publish, MILLION)),
    ...against(
      'G4',
      'a million lines checked, staged and published',
      25_000,
      scaled(
        stage.map((ms, i) => ms + (publish[i] ?? 0)),
        MILLION,
      ),
    ),
    ...against('G4', 'most memory of importing, sending and receiving', 400, [result.peakMb], 'MB'),
  ]
}
