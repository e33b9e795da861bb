/** X17, X18, G2, G5, G6, G8: packages and segments against compressed lines of JSON, age's library and fixed limits. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { runApart } from './apart'
import type { BigTimes, CipherTimes, PackSizes } from './pack-steps'
import { against, type BenchOptions, type Ratio, ratioOf } from './ratios'
import { writeWorkload } from './workload'

const MILLION = 1_000_000

export function benchPacking(options: BenchOptions): Ratio[] {
  const { wanted } = options
  return [
    ...(['X17', 'G2', 'G6'].some(wanted) ? sizes(options) : []),
    ...(wanted('X18') ? ciphers(options) : []),
    ...(wanted('G8') ? big(options) : []),
    ...(wanted('G5') ? joining(options) : []),
  ]
}

function sizes({ folder, rounds, lines }: BenchOptions): Ratio[] {
  const changes = lines >= 200_000 ? 20_000 : 4000
  // What the steps answer is what their functions return.
  const s = runApart('packSizes', { folder, changes, rounds, megabytes: 0 }).detail as PackSizes
  process.stderr.write(
    `pack ${s.changes} single changes: ${(s.packed / s.changes).toFixed(2)} bytes a change, lines of JSON with gzip ${(s.lines / s.changes).toFixed(2)}; in a segment ${s.segment.toFixed(2)}, encrypted ${s.sealed.toFixed(2)}\n`,
  )
  return [
    ...ratioOf({
      id: 'X17',
      what: 'single changes in a package / NDJSON, gzip 6',
      unit: 'B',
      goal: 0.6,
      ours: [s.packed],
      peer: [s.lines],
    }),
    ...against('G2', 'a change in a full segment, encrypted', 16, [s.sealed], 'B'),
    ...against('G2', 'a change before compression', 64, [s.body], 'B'),
    ...against('G2', 'a file with a single change, encrypted', 700, [s.single], 'B'),
    ...against('G6', 'a package of 2,000 changes', 60_000, [s.day], 'B'),
    ...against('G6', 'a package of 2,000 changes, written', 500, s.dayMs),
  ]
}

function ciphers({ folder, rounds, lines }: BenchOptions): Ratio[] {
  const megabytes = lines >= 200_000 ? 64 : 16
  const times = runApart('packCipher', { folder, changes: 0, rounds, megabytes }).detail as CipherTimes
  const speed = (ms: readonly number[]) => ms.map((time) => Math.round((megabytes / time) * 1000)).join(' ')
  process.stderr.write(
    `encrypt ${megabytes} MiB: ${speed(times.encrypt)} MB/s, decrypt ${speed(times.decrypt)}; typage ${speed(times.peerEncrypt)} and ${speed(times.peerDecrypt)}\n`,
  )
  return [
    ...ratioOf({ id: 'X18', what: 'encrypt / typage', goal: 0.25, ours: times.encrypt, peer: times.peerEncrypt }),
    ...ratioOf({ id: 'X18', what: 'decrypt / typage', goal: 0.25, ours: times.decrypt, peer: times.peerDecrypt }),
  ]
}

function big({ folder, rounds, lines, huge }: BenchOptions): Ratio[] {
  const megabytes = huge ? 10_240 : lines >= MILLION ? 2048 : lines >= 200_000 ? 512 : 64
  const result = runApart('packBig', { folder, changes: 0, rounds: Math.min(2, rounds), megabytes })
  const times = result.detail as BigTimes
  const each100 = (ms: readonly number[]) => ms.map((time) => (time / megabytes) * 100)
  return [
    ...against('G8', `100 MB of a ${megabytes} MB package written, encrypted`, 1000, each100(times.write)),
    ...against('G8', `100 MB of it read and checked`, 1000, each100(times.verify)),
    ...against('G8', 'most memory of both, the program included', 128, [result.peakMb], 'MB'),
  ]
}

function joining({ folder, lines }: BenchOptions): Ratio[] {
  const share = Math.min(1, lines / MILLION)
  const files = writeWorkload(join(folder, 'join'), { lines })
  const input = { files, folder, creators: Math.round(50_000 * share), edits: Math.round(500_000 * share) }
  const { ms, detail } = runApart('join', input)
  rmSync(join(folder, 'join'), { recursive: true })
  const { bytes, rows } = detail as { bytes: number; rows: number }
  process.stderr.write(
    `join ${input.creators} creators, ${input.edits} edits, ${rows} lines from ${Math.round(bytes / 2 ** 20)} MiB: ${Math.round(ms)} ms\n`,
  )
  return against('G5', `a new copy of 50,000 creators, 500,000 edits, a million lines (× ${share})`, 45_000 * share, [
    ms,
  ])
}
