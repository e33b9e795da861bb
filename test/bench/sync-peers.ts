/** The programs that merging is measured beside: their own packages in their own folder, each run in a process of its own. */

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { syncWorkload } from './sync-workload'

const FOLDER = resolve('test/bench/peers/merging')

export const SYNC_PEERS = ['yjs', 'loro', 'tinybase', 'automerge', 'crsqlite'] as const
export type SyncPeer = (typeof SYNC_PEERS)[number]

export interface PeerResult {
  readonly peer: string
  /** Milliseconds by part of the work; see peers.mjs. */
  readonly times: Readonly<Record<string, number>>
  readonly facts: Readonly<Record<string, number | string>>
  readonly peakMb: number
}

/** Installs the peers' packages when they are not there; false where that is not possible (no network). */
export function installPeers(): boolean {
  if (existsSync(join(FOLDER, 'node_modules', 'yjs'))) return true
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  return npm.status === 0
}

/** The versions that are measured. */
export function peerVersions(): Readonly<Record<string, string>> {
  // The project's own file.
  const { dependencies } = JSON.parse(readFileSync(join(FOLDER, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  return dependencies
}

export interface PeerWork {
  readonly rows: number
  /** Changes of the one delivery. */
  readonly changes: number
  /** Of these, so many also one by one. */
  readonly single: number
  readonly perStep: number
}

/** Writes the workload once for all peers; answers its file. */
export function writePeerWorkload(folder: string, { rows, changes, single, perStep }: PeerWork): string {
  const { columns, ids, rows: cells, changes: made } = syncWorkload(rows, changes)
  const file = join(folder, 'peers.json')
  writeFileSync(
    file,
    JSON.stringify({ columns, ids, rows: cells, changes: made, single, conflicts: made.slice(0, single), perStep }),
  )
  return file
}

/** Runs one peer; null when it failed, which is said. */
export function runPeer(peer: SyncPeer, workload: string): PeerResult | null {
  const result = spawnSync(process.execPath, ['--expose-gc', join(FOLDER, 'run.mjs'), peer, workload], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    timeout: 20 * 60_000,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const line = result.stdout.trim().split('\n').at(-1)
  if (result.status !== 0 || !line) {
    process.stderr.write(`${peer} did not run: ${result.signal ?? String(result.status)}\n`)
    return null
  }
  // Written by run.mjs.
  const answer = JSON.parse(line) as PeerResult
  process.stderr.write(`${peer}: ${JSON.stringify(answer)}\n`)
  return answer.facts['failed'] === undefined ? answer : null
}
