/** Files that were written to do harm, with every length and hash right. */

import fs from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

import { decode, encode } from 'cborg'
import { describe, expect, it } from 'vitest'

import { chainHash } from '../../db/capture/chain'
import { packFile, unpackFile } from '../../electron/workspace/sync/folder-files'
import { FrameType, FrameWriter, PACKAGE_MAGIC } from '../../electron/workspace/sync/frames'
import { openPackage } from '../../electron/workspace/sync/package-reader'
import { encodeRun } from '../../electron/workspace/sync/run-codec'
import { decodeSegment, encodeSegment } from '../../electron/workspace/sync/segment-file'
import { AppError } from '../../shared/errors'
import { damage } from '../support/damage'
import { bytesOf, legible, runOf, seeded, WORKSPACE } from '../support/packages'
import { tempFolder } from '../support/workspace-file'

const SEED = Number(process.env['STARBOARD_SEED'] ?? Date.now() % 1_000_000)
const MAX_MEMORY = 256 * 1024 * 1024
const NOTHING = encode(null)

async function readPackage(bytes: Buffer): Promise<void> {
  const file = path.join(tempFolder(), 'made.starpack')
  fs.writeFileSync(file, bytes)
  const reader = await openPackage(file, { passphrase: null })
  try {
    await reader.verify()
  } finally {
    await reader.close()
  }
}

describe('files made to do harm', () => {
  const zeros = (size: number) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(size)
    const params = { [constants.BROTLI_PARAM_QUALITY]: 4 }
    return Buffer.concat([length, brotliCompressSync(Buffer.alloc(size), { params })])
  }
  const packageWith = (...frames: { type: number; flags: number; payload: Uint8Array }[]) => {
    const writer = new FrameWriter()
    return Buffer.concat([PACKAGE_MAGIC, ...frames.flatMap((frame) => writer.add(frame)), writer.end(1)])
  }
  const named = (reason: string) => (error: unknown) =>
    error instanceof AppError && error.code === 'sync.unreadable' && JSON.stringify(error.params).includes(reason)

  it('cannot unpack to more than is held at once, nor to far more than they are', async () => {
    const before = process.memoryUsage.rss()
    const liar = zeros(60_000_000)
    const small = Buffer.concat([Buffer.from([0, 0, 0, 9]), liar.subarray(4)])
    for (const [payload, reason] of [
      [liar, 'tooLarge'],
      [Buffer.concat([Buffer.from([0xff, 0xff, 0xff, 0xff]), liar.subarray(4)]), 'tooLarge'],
      [small, 'malformed'],
    ] as const)
      await expect(readPackage(packageWith({ type: 1, flags: 1, payload }))).rejects.toSatisfy(named(reason))
    expect(process.memoryUsage.rss() - before).toBeLessThan(MAX_MEMORY)
  })

  it('cannot say how long they are and be believed', async () => {
    const whole = packageWith({ type: 1, flags: 0, payload: encode({ reader: 1 }) })
    for (const [length, reason] of [
      [0n, 'damaged'],
      [1n << 20n, 'incomplete'],
      [1n << 32n, 'tooLarge'],
      [1n << 63n, 'tooLarge'],
      [(1n << 64n) - 1n, 'tooLarge'],
    ] as const) {
      const bytes = Buffer.from(whole)
      bytes.writeBigUInt64BE(length, PACKAGE_MAGIC.length + 2)
      await expect(readPackage(bytes)).rejects.toSatisfy(named(reason))
    }
  })

  it('cannot nest without end, leave the manifest out or bring two', async () => {
    const deep = Buffer.alloc(100_000, 0x81)
    const manifest = { type: FrameType.manifest, flags: 0, payload: encode({ reader: 1 }) }
    for (const frames of [
      [{ type: 1, flags: 0, payload: deep }],
      [manifest],
      [],
      [{ type: 2, flags: 0, payload: encodeRun(runOf(1, 2)) }],
      [{ type: 7, flags: 0, payload: bytesOf(5, 1) }],
    ])
      await expect(readPackage(packageWith(...frames))).rejects.toSatisfy(named('malformed'))
  })

  it('of a newer app are told from damaged ones', async () => {
    const newer = (error: unknown) => error instanceof AppError && error.code === 'sync.fromFuture'
    await expect(readPackage(packageWith({ type: 1, flags: 0, payload: encode({ reader: 2 }) }))).rejects.toSatisfy(
      newer,
    )
    await expect(readPackage(packageWith({ type: 50, flags: 0, payload: NOTHING }))).rejects.toSatisfy(newer)
    await expect(readPackage(packageWith({ type: 1, flags: 2, payload: NOTHING }))).rejects.toSatisfy(newer)
  })

  it(`whose parts were each made anew are refused or read, never more (seed ${SEED})`, async () => {
    const random = seeded(SEED)
    const prev = bytesOf(32, 1)
    const run = runOf(1, 5)
    const last = run.bodies.reduce<Buffer>((hash, body) => chainHash(hash, body), prev)
    const whole = await encodeSegment(WORKSPACE, { run, prev, last }, null)
    const { header, payload } = unpackFile('SEG', whole, 'f')
    expect(decode(header)).toMatchObject({ from: 1, to: 5 })
    let refused = 0
    for (let i = 0; i < 1500; i++) {
      const changed = random() < 0.5
      const bytes = packFile(
        'SEG',
        changed ? damage(Buffer.from(header), [Buffer.from(payload)], random).bytes : header,
        changed ? payload : damage(Buffer.from(payload), [Buffer.from(header)], random).bytes,
      )
      try {
        const read = await decodeSegment(bytes, { file: 'f', workspace: WORKSPACE, key: null })
        // The chain holds the steps: whatever was changed, it was none of them.
        expect(legible(read.run.bodies)).toEqual(legible(run.bodies))
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        refused++
      }
    }
    expect(refused).toBeGreaterThan(1000)
  })
})
