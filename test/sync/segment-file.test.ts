import { createHash } from 'node:crypto'

import { generateIdentity, identityToRecipient } from 'age-encryption'
import { beforeAll, describe, expect, it } from 'vitest'

import { chainHash } from '../../db/capture/chain'
import {
  type BlobFile,
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
  type Head,
  type Segment,
} from '../../electron/workspace/sync/segment-file'
import { bytesOf, legible, newsOf, REPLICA, runOf, WORKSPACE } from '../support/packages'
import { isAppError } from '../support/refusals'

let key: FolderKey
beforeAll(async () => {
  const identity = await generateIdentity()
  key = { identity, recipient: await identityToRecipient(identity) }
})

function segmentOf(steps: number): Segment {
  const run = runOf(40, steps)
  const prev = bytesOf(32, 1)
  return { run, prev, last: run.bodies.reduce<Buffer>((hash, body) => chainHash(hash, body), prev) }
}

const HEAD: Head = {
  n: 12,
  sender: newsOf(REPLICA, 99),
  hash: bytesOf(32, 5),
  stored: new Map([[REPLICA, 99]]),
  others: [newsOf('b1b2b3b4b5b6b7b8', 3)],
  digest: 'ab'.repeat(32),
}

describe.each([
  ['without a passphrase', () => null],
  ['with a passphrase', () => key],
])('a shared folder %s', (_, keyOf) => {
  const reading = () => ({ file: 'f', workspace: WORKSPACE, key: keyOf() })

  it('gives back a segment as it was written', async () => {
    const segment = segmentOf(500)
    const bytes = await encodeSegment(WORKSPACE, segment, keyOf())
    expect(Buffer.from(bytes.subarray(0, 6)).toString('latin1')).toBe('WSEG1\n')
    expect(Buffer.from(bytes.subarray(-5)).toString('latin1')).toBe('1GESW')
    expect(legible(await decodeSegment(bytes, reading()))).toEqual(legible(segment))
  })

  it('gives back heads, parts of snapshots and content', async () => {
    expect(legible(await decodeHead(await encodeHead(WORKSPACE, HEAD, keyOf()), reading()))).toEqual(legible(HEAD))
    const part = { snapshot: 'cd'.repeat(32), n: 1, of: 3, bytes: bytesOf(9000, 2) }
    expect(legible(await decodeSnapshotFile(await encodeSnapshotFile(WORKSPACE, part, keyOf()), reading()))).toEqual(
      legible(part),
    )
    const bytes = bytesOf(9000, 3)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const blob: BlobFile = { kind: 'attachment', sha256, size: 9000, n: 0, of: 1, bytes }
    expect(legible(await decodeBlobFile(await encodeBlobFile(WORKSPACE, blob, keyOf()), reading()))).toEqual(
      legible(blob),
    )
  })

  it('refuses another workspace’s files', async () => {
    const bytes = await encodeHead('ff'.repeat(16), HEAD, keyOf())
    await expect(decodeHead(bytes, reading())).rejects.toSatisfy(
      isAppError('sync.otherWorkspace', { file: 'f', name: '' }),
    )
  })

  it('takes no file that is cut, longer or has a wrong bit', async () => {
    const bytes = await encodeSegment(WORKSPACE, segmentOf(20), keyOf())
    for (let size = 0; size < bytes.length; size += 7)
      await expect(decodeSegment(bytes.subarray(0, size), reading())).rejects.toSatisfy(
        isAppError('sync.unreadable', { file: 'f', reason: 'incomplete' }),
      )
    await expect(decodeSegment(Buffer.concat([bytes, bytesOf(1, 1)]), reading())).rejects.toSatisfy(
      isAppError('sync.unreadable'),
    )
    for (let at = 0; at < bytes.length; at += 5) {
      const broken = Uint8Array.from(bytes)
      broken[at]! ^= 16
      await expect(decodeSegment(broken, reading())).rejects.toSatisfy(isAppError('sync.unreadable'))
    }
  })
})

describe('a segment', () => {
  it('of one edit is small enough for a chat, encrypted', async () => {
    const bytes = await encodeSegment(WORKSPACE, segmentOf(1), key)
    expect(bytes.length).toBeLessThanOrEqual(700)
  })

  it('whose steps do not lead to its last hash is refused', async () => {
    const bytes = await encodeSegment(WORKSPACE, { ...segmentOf(3), last: bytesOf(32, 8) }, null)
    await expect(decodeSegment(bytes, { file: 'f', workspace: WORKSPACE, key: null })).rejects.toSatisfy(
      isAppError('sync.unreadable', { file: 'f', reason: 'damaged' }),
    )
  })

  it('that is plain does not count in a folder with a passphrase, and needs no key elsewhere', async () => {
    const bytes = await encodeSegment(WORKSPACE, segmentOf(3), null)
    await expect(decodeSegment(bytes, { file: 'f', workspace: WORKSPACE, key })).rejects.toSatisfy(
      isAppError('sync.unreadable'),
    )
    const sealed = await encodeSegment(WORKSPACE, segmentOf(3), key)
    await expect(decodeSegment(sealed, { file: 'f', workspace: WORKSPACE, key: null })).rejects.toSatisfy(
      isAppError('sync.passphraseNeeded', { file: 'f' }),
    )
  })
})

describe('a team’s key', () => {
  it('comes back with the passphrase, and only for its workspace', async () => {
    const bytes = await encodeKeyFile(WORKSPACE, 3, key.identity, { passphrase: '莲花', workFactor: 4 })
    const reading = { file: 'k', workspace: WORKSPACE }
    expect(await decodeKeyFile(bytes, '莲花', reading)).toEqual({ epoch: 3, identity: key.identity })
    await expect(decodeKeyFile(bytes, '荷花', reading)).rejects.toSatisfy(
      isAppError('sync.wrongPassphrase', { file: 'k' }),
    )
    await expect(decodeKeyFile(bytes, '莲花', { file: 'k', workspace: 'ff'.repeat(16) })).rejects.toSatisfy(
      isAppError('sync.otherWorkspace'),
    )
  })
})
