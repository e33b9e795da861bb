/** X17, X18, G2, G6, G8: what packages and segments cost in bytes, time and memory. */

import { createHash, randomBytes } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption'

import { chainHash } from '../../db/capture/chain'
import type { LogRun } from '../../db/sync/types'
import { decryptAge, encryptAge } from '../../electron/workspace/sync/age'
import { compress } from '../../electron/workspace/sync/compression'
import { openPackage } from '../../electron/workspace/sync/package-reader'
import { writePackage } from '../../electron/workspace/sync/package-writer'
import { encodeRun } from '../../electron/workspace/sync/run-codec'
import type { Content } from '../../electron/workspace/sync/sections'
import { encodeSegment } from '../../electron/workspace/sync/segment-file'
import { toWire } from '../../shared/sync/body'
import { encodeBody } from '../../shared/sync/body-writing'
import { decodeId } from '../../shared/sync/ids'
import { ENTITIES } from '../../shared/sync/registry'
import { manifestOf, REPLICA, WORKSPACE } from '../support/packages'
import { syncWorkload, TABLE } from './sync-workload'

export interface PackInput {
  readonly folder: string
  readonly changes: number
  readonly rounds: number
  readonly megabytes: number
}

export interface PackSizes {
  readonly changes: number
  /** Of all changes as runs of a package, and as lines of JSON, gzip 6. */
  readonly packed: number
  readonly lines: number
  /** Of a change in a full segment: bodies, plain file, encrypted file; and of a file of a single one. */
  readonly body: number
  readonly segment: number
  readonly sealed: number
  readonly single: number
  /** A day's 2,000 changes as a package. */
  readonly day: number
  readonly dayMs: readonly number[]
}

export interface CipherTimes {
  readonly encrypt: readonly number[]
  readonly decrypt: readonly number[]
  readonly peerEncrypt: readonly number[]
  readonly peerDecrypt: readonly number[]
}

export interface BigTimes {
  readonly megabytes: number
  readonly write: readonly number[]
  readonly verify: readonly number[]
}

const AUTHOR = 'Lan'
const LABEL = 'costs.edit'
/** A few seconds between two edits. */
const STEP_MS = 7013
const SEGMENT = 1000
const RUN = 2000
const DAY = 2000
const START = Date.UTC(2026, 0, 15, 9)

/** Single edits, each a step of its own with its own clock. */
function stepsOf(changes: number) {
  const work = syncWorkload(Math.min(20_000, changes), changes)
  return work.changes.map(([row, column, value], i) => {
    const wall = START + i * STEP_MS + ((i * 7919) % 5000)
    const id = work.ids[row] ?? ''
    const wire = toWire(TABLE[column]!, value, null)
    const body = encodeBody({
      hlc: wall * 1024,
      wall,
      flags: 0,
      schema: 3,
      minReader: 1,
      author: AUTHOR,
      label: LABEL,
      deps: null,
      ops: [[ENTITIES.costLines.n, decodeId(id), 'u', [column, wire]]],
    })
    const line = JSON.stringify({ hlc: wall * 1024, author: AUTHOR, label: LABEL, table: 6, row: id, column, value })
    return { body, line }
  })
}

export async function packSizes({ folder, changes, rounds }: PackInput): Promise<PackSizes> {
  const steps = stepsOf(changes)
  const bodies = steps.map(({ body }) => body)
  let packed = 0
  for (let at = 0; at < bodies.length; at += RUN) {
    const raw = encodeRun({ replica: REPLICA, from: at + 1, bodies: bodies.slice(at, at + RUN) })
    packed += (await compress(raw))?.length ?? raw.length
  }
  const identity = await generateIdentity()
  const key = { identity, recipient: await identityToRecipient(identity) }
  const segment = async (count: number, sealed: boolean): Promise<number> => {
    const run: LogRun = { replica: REPLICA, from: 1, bodies: bodies.slice(0, count) }
    const prev = createHash('sha256').digest()
    const last = run.bodies.reduce<Buffer>((hash, body) => chainHash(hash, body), prev)
    return (await encodeSegment(WORKSPACE, { run, prev, last }, sealed ? key : null)).length
  }
  const file = join(folder, 'day.starpack')
  const dayMs: number[] = []
  for (let round = 0; round < rounds; round++) {
    const run: LogRun = { replica: REPLICA, from: 1, bodies: bodies.slice(0, DAY) }
    const start = performance.now()
    await writePackage(file, manifestOf(run.bodies.length), [{ type: 'run', run }], { lock: null })
    dayMs.push(performance.now() - start)
  }
  return {
    changes,
    packed,
    lines: gzipSync(steps.map(({ line }) => line).join('\n'), { level: 6 }).length,
    body: bodies.slice(0, SEGMENT).reduce((sum, { length }) => sum + length, 0) / SEGMENT,
    segment: (await segment(SEGMENT, false)) / SEGMENT,
    sealed: (await segment(SEGMENT, true)) / SEGMENT,
    single: await segment(1, true),
    day: statSync(file).size,
    dayMs,
  }
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 262_144) yield await Promise.resolve(bytes.subarray(at, at + 262_144))
}

async function drained(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return all
}

/** Encrypting and decrypting to a key, beside the library's own. */
export async function cipherRounds({ megabytes, rounds }: PackInput): Promise<CipherTimes> {
  const identity = await generateIdentity()
  const recipient = await identityToRecipient(identity)
  const plain = randomBytes(megabytes * 2 ** 20)
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const times = { encrypt: [], decrypt: [], peerEncrypt: [], peerDecrypt: [] } as Record<keyof CipherTimes, number[]>
  // The first round only warms.
  for (let round = -1; round < rounds; round++) {
    const timed = async <T>(into: number[], work: () => Promise<T>): Promise<T> => {
      const start = performance.now()
      const result = await work()
      if (round >= 0) into.push(performance.now() - start)
      return result
    }
    const pieces = await timed(times.encrypt, () => drained(encryptAge(inPieces(plain), { recipient })))
    const sealed = Buffer.concat(pieces)
    await timed(times.decrypt, () => drained(decryptAge(inPieces(sealed), { identity }, 'bench')))
    const theirs = await timed(times.peerEncrypt, () => encrypter.encrypt(plain))
    await timed(times.peerDecrypt, () => decrypter.decrypt(theirs))
  }
  return times
}

/** A package that is far larger than memory should be, written and read to its end. */
export async function bigRounds({ folder, megabytes, rounds }: PackInput): Promise<BigTimes> {
  const piece = randomBytes(2 ** 20)
  const hash = createHash('sha256')
  for (let i = 0; i < megabytes; i++) hash.update(piece)
  const sha256 = hash.digest('hex')
  const blob = (): Content => ({ type: 'blob', sha256, size: megabytes * piece.length, pieces: repeated() })
  async function* repeated(): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < megabytes; i++) yield await Promise.resolve(piece)
  }
  const file = join(folder, 'big.starpack')
  const times = { megabytes, write: [] as number[], verify: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await writePackage(file, manifestOf(1), [blob()], { lock: { passphrase: 'bench', workFactor: 1 } })
    const middle = performance.now()
    const reader = await openPackage(file, { passphrase: 'bench' })
    await reader.verify()
    await reader.close()
    times.write.push(middle - start)
    times.verify.push(performance.now() - middle)
    rmSync(file)
  }
  return times
}
