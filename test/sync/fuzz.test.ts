/**
 * Damaged and hostile files for every reader: none is taken for a whole one, every refusal is one that people can be
 * told, nothing crashes, and memory stays bounded. `STARBOARD_FUZZ=2000000` for a long run, `STARBOARD_SEED` for a known one.
 */

import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { generateIdentity, identityToRecipient } from 'age-encryption'
import { encode } from 'cborg'
import { afterAll, describe, expect, it } from 'vitest'

import { chainHash } from '../../db/capture/chain'
import { decodeManifest, encodeManifest } from '../../db/facts/manifest'
import { createItemReader } from '../../db/sync/snapshot-items'
import { openPackage } from '../../electron/workspace/sync/package-reader'
import { writePackage } from '../../electron/workspace/sync/package-writer'
import { decodeRun, encodeRun } from '../../electron/workspace/sync/run-codec'
import {
  decodeBlobFile,
  decodeHead,
  decodeKeyFile,
  decodeSegment,
  decodeSnapshotFile,
  encodeBlobFile,
  encodeHead,
  encodeKeyFile,
  encodeSegment,
  encodeSnapshotFile,
  type FolderKey,
} from '../../electron/workspace/sync/segment-file'
import { AppError } from '../../shared/errors'
import { columnsOf, entityByNumber } from '../../shared/sync/registry'
import { decodeRequest, encodeRequest } from '../../shared/sync/vector'
import { damage } from '../support/damage'
import {
  bytesOf,
  contentsOf,
  flat,
  legible,
  manifestOf,
  newsOf,
  REPLICA,
  runOf,
  seeded,
  WORKSPACE,
} from '../support/packages'

const RUNS = Number(process.env['STARBOARD_FUZZ'] ?? 20_000)
const SEED = Number(process.env['STARBOARD_SEED'] ?? Date.now() % 1_000_000)
const QUICK = { passphrase: '莲花', workFactor: 1 }
/** Asked of every file: no reader takes longer, none needs more. */
const MAX_MS = 2000
const MAX_MEMORY = 256 * 1024 * 1024

interface Target {
  readonly name: string
  /** How many of the runs, against the others. */
  readonly weight: number
  readonly samples: readonly Buffer[]
  /** Throws, or gives what it read in a form that can be compared. */
  readonly read: (bytes: Buffer) => unknown
  /** A damaged one may be another whole one: only the manner of refusing is looked at. */
  readonly open?: true
  /** Refuses in its own way: with a RangeError, or by answering null; its callers say which refusal that is. */
  readonly inner?: true
}

const folder = fs.mkdtempSync(path.join(fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir(), 'starboard-fuzz-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
const file = path.join(folder, 'damaged.starpack')

async function readPackage(bytes: Buffer): Promise<unknown> {
  fs.writeFileSync(file, bytes)
  const reader = await openPackage(file, { passphrase: QUICK.passphrase })
  try {
    await reader.verify()
    const sections: unknown[] = []
    for await (const section of reader.sections()) sections.push(legible(await flat(section)))
    return sections
  } finally {
    await reader.close()
  }
}

async function packageOf(steps: number, lock: typeof QUICK | null): Promise<Buffer> {
  const whole = path.join(folder, 'whole.starpack')
  await writePackage(whole, manifestOf(steps), contentsOf(steps), { lock })
  return fs.readFileSync(whole)
}

/** The items of a snapshot, as anybody could have written them. */
function snapshotPart(rows: number): Buffer {
  const [random, hash] = [seeded(rows), bytesOf(32, 1)]
  const width = columnsOf(entityByNumber(1)!).length
  const items: unknown[] = [
    [0, 1, Buffer.from(WORKSPACE, 'hex'), hash, [[bytesOf(8, 3), rows, hash, [[0, 4, bytesOf(4, 1)]]]]],
    [1, 1],
  ]
  for (let i = 0; i < rows; i++) {
    const cells = Array.from({ length: width }, (_, n) => (random() < 0.3 ? null : `value ${n}`))
    items.push([2, bytesOf(16, i), 0, cells, [[0, 1, 2 ** 40, 0]], [[0, 0, 2, 2 ** 41, 0, 1, null]]])
  }
  items.push([3, 0, 4, 0, 77, 'row', -1, null], [4, rows, 1])
  return Buffer.concat(items.map((item) => encode(item)))
}

function readItems(bytes: Buffer): unknown {
  const read: unknown[] = []
  const sink = {
    head: (item: unknown) => read.push(item) > 0,
    table: (n: number) => {
      const entity = entityByNumber(n)
      if (entity === null) throw new RangeError('no table')
      return columnsOf(entity)
    },
    row: (item: unknown) => void read.push(item),
    parked: (item: unknown) => void read.push(item),
    end: (...counts: number[]) => void read.push(counts),
  }
  for (const _ of createItemReader(sink)(bytes)) continue
  return legible(read)
}

async function makeTargets(): Promise<readonly Target[]> {
  const identity = await generateIdentity()
  const key: FolderKey = { identity, recipient: await identityToRecipient(identity) }
  const run = runOf(1, 60)
  const prev = bytesOf(32, 1)
  const segment = { run, prev, last: run.bodies.reduce<Buffer>((hash, body) => chainHash(hash, body), prev) }
  const bytes = bytesOf(3000, 3)
  const blob = { kind: 'attachment' as const, sha256: sha256(bytes), size: 3000, n: 0, of: 1, bytes }
  const news = newsOf(REPLICA, 99)
  const stored = new Map([[REPLICA, 99]])
  const head = { n: 12, sender: news, hash: prev, stored, others: [newsOf('b1b2b3b4b5b6b7b8', 3)], digest: null }
  const part = { snapshot: 'cd'.repeat(32), n: 0, of: 1, bytes: snapshotPart(20) }
  const reading = (with_: FolderKey | null) => ({ file: 'f', workspace: WORKSPACE, key: with_ })
  const inFolder = async <T>(
    name: string,
    weight: number,
    content: T,
    write: (workspace: string, content: T, key: FolderKey | null) => Promise<Uint8Array>,
    read: (bytes: Uint8Array, from: ReturnType<typeof reading>) => Promise<unknown>,
  ): Promise<readonly Target[]> => [
    target(name, weight, [await write(WORKSPACE, content, null)], async (b) => legible(await read(b, reading(null)))),
    target(`${name}, encrypted`, weight / 4, [await write(WORKSPACE, content, key)], async (b) =>
      legible(await read(b, reading(key))),
    ),
  ]
  const keyFile = await encodeKeyFile(WORKSPACE, 1, identity, QUICK)
  const chunks = [
    { sha256: 'ab'.repeat(32), rows: 16_384 },
    { sha256: 'cd'.repeat(32), rows: 5 },
  ]
  const refuseNull = (read: unknown): unknown => {
    if (read === null) throw new RangeError('no manifest')
    return read
  }
  return [
    target('package', 6, [await packageOf(30, null), await packageOf(31, null)], readPackage),
    target('package, encrypted', 2, [await packageOf(30, QUICK), await packageOf(31, QUICK)], readPackage),
    ...(await inFolder('segment', 6, segment, encodeSegment, decodeSegment)),
    ...(await inFolder('head', 3, head, encodeHead, decodeHead)),
    ...(await inFolder('snapshot file', 2, part, encodeSnapshotFile, decodeSnapshotFile)),
    ...(await inFolder('content file', 2, blob, encodeBlobFile, decodeBlobFile)),
    target('key file', 2, [keyFile], async (b) => legible(await decodeKeyFile(b, QUICK.passphrase, reading(null)))),
    {
      ...target('request code', 2, [Buffer.from(encodeRequest(news.vector))], (b) =>
        legible(decodeRequest(b.toString('latin1'))),
      ),
      inner: true,
    },
    { ...target('run', 4, [encodeRun(run)], (b) => legible(decodeRun(b, 'f'))), open: true },
    { ...target('snapshot part', 4, [snapshotPart(40)], readItems), open: true, inner: true },
    {
      ...target('list of chunks', 2, [encodeManifest('01'.repeat(13), chunks)], (b) => refuseNull(decodeManifest(b))),
      open: true,
      inner: true,
    },
  ]
}

function target(name: string, weight: number, samples: readonly Uint8Array[], read: Target['read']): Target {
  return { name, weight, samples: samples.map((sample) => Buffer.from(sample)), read }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function isNamed(error: unknown, { inner }: Target): boolean {
  return inner === true ? error instanceof RangeError : error instanceof AppError && error.code.startsWith('sync.')
}

describe('damaged files', () => {
  it(
    `of ${RUNS}, seed ${SEED}, none is taken for a whole one and every refusal has a name`,
    async () => {
      const random = seeded(SEED)
      const targets = await makeTargets()
      const total = targets.reduce((sum, { weight }) => sum + weight, 0)
      const wholes = new Map(targets.map((one) => [one.name, new Set<string>()]))
      for (const one of targets)
        for (const sample of one.samples) wholes.get(one.name)?.add(JSON.stringify(await one.read(sample)))
      const everything = targets.flatMap(({ samples }) => samples)
      const wrong: string[] = []
      const before = process.memoryUsage.rss()
      let most = before
      for (let i = 0; i < RUNS && wrong.length < 10; i++) {
        let at = random() * total
        const one = targets.find(({ weight }) => (at -= weight) < 0) ?? targets[0]!
        const sample = one.samples[i % one.samples.length]!
        const { how, bytes } = damage(sample, random() < 0.7 ? one.samples : everything, random)
        if (one.samples.some((whole) => whole.equals(bytes))) continue
        const started = performance.now()
        try {
          const read = JSON.stringify(await one.read(bytes))
          if (one.open !== true && !wholes.get(one.name)?.has(read)) wrong.push(`${one.name}, ${how}: taken (run ${i})`)
          // Spaces and capitals in a code change nothing; a file's bytes do.
          if (one.open !== true && one.inner !== true) wrong.push(`${one.name}, ${how}: taken as whole (run ${i})`)
        } catch (error) {
          if (!isNamed(error, one)) wrong.push(`${one.name}, ${how}: ${String(error)} (run ${i})`)
        }
        if (performance.now() - started > MAX_MS) wrong.push(`${one.name}, ${how}: too slow (run ${i})`)
        if (i % 500 === 0) most = Math.max(most, process.memoryUsage.rss())
      }
      expect(wrong).toEqual([])
      expect(most - before).toBeLessThan(MAX_MEMORY)
    },
    Math.max(120_000, RUNS * 10),
  )
})
