import fs from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from 'vitest'

import { parseBlob, parseBucket, parseHead, parseKey, parseSegment } from '../../electron/workspace/sync/folder-names'
import { folderStore } from '../../electron/workspace/sync/folder-store'
import type { Store } from '../../electron/workspace/sync/types'
import { type DiskCall, failingDisk } from '../support/failing-disk'
import { refusalOf } from '../support/imports'
import { temporaryFolder } from '../support/workspace'

const HEAD = 'h/00112233aabbccdd-0000000007.head'
const BYTES = Buffer.from('what a computer says')

/** A folder on a disk that can be made to fail; waits take no time and are counted. */
function place(folder = temporaryFolder()) {
  const disk = failingDisk()
  const waits: number[] = []
  const store = folderStore(folder, {
    disk,
    random: () => 0.5,
    wait: async (ms) => void waits.push(ms),
  })
  return { folder, disk, waits, store, there: () => fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }) }
}

async function read(store: Store, name: string, offset?: number, length?: number): Promise<string | null> {
  const pieces = await store.get(name, offset, length)
  if (pieces === null) return null
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all).toString()
}

describe('writing', () => {
  test('a file comes whole under its name, and no other file stays', async () => {
    const { store, folder } = place()
    expect(await store.putNew(HEAD, BYTES)).toBe('written')
    expect(await read(store, HEAD)).toBe('what a computer says')
    expect(await read(store, HEAD, 5, 10)).toBe('a computer')
    expect(fs.readdirSync(path.join(folder, 'h'))).toEqual(['00112233aabbccdd-0000000007.head'])
  })

  test('bytes that come in pieces are one file', async () => {
    const { store } = place()
    async function* pieces() {
      yield await Promise.resolve(Buffer.from('in '))
      yield Buffer.from('pieces')
    }
    await store.putNew('b/00/a.blob', pieces())
    expect(await read(store, 'b/00/a.blob')).toBe('in pieces')
  })

  test('a name that exists keeps its content, whoever came between', async () => {
    const { store, disk, folder } = place()
    await store.putNew(HEAD, BYTES)
    expect(await store.putNew(HEAD, Buffer.from('other'))).toBe('exists')
    expect(await read(store, HEAD)).toBe('what a computer says')
    // Somebody gives the name in the moment before we do.
    const other = path.join(folder, 'h', 'late')
    const write = disk.write.bind(disk)
    disk.write = async (file, bytes) => {
      await write(file, bytes)
      fs.writeFileSync(other, 'theirs')
    }
    expect(await store.putNew('h/late', BYTES)).toBe('exists')
    expect(fs.readFileSync(other, 'utf8')).toBe('theirs')
    expect(fs.readdirSync(path.join(folder, 'h')).filter((name) => name.startsWith('~'))).toEqual([])
  })

  test.each(['EBUSY', 'EPERM', 'EACCES'])('%s for a moment is waited for, a little longer each time', async (code) => {
    const { store, disk, waits } = place()
    disk.fail('giveName', code, { times: 3 })
    expect(await store.putNew(HEAD, BYTES)).toBe('written')
    expect(waits).toEqual([50, 100, 200])
  })

  const reasons: readonly (readonly [DiskCall, string, string])[] = [
    ['write', 'ENOSPC', 'full'],
    ['giveName', 'ENOSPC', 'full'],
    ['makeFolder', 'ENOSPC', 'full'],
    ['write', 'EDQUOT', 'full'],
    ['write', 'EROFS', 'readOnly'],
    ['makeFolder', 'EROFS', 'readOnly'],
    ['write', 'EACCES', 'readOnly'],
    ['giveName', 'EPERM', 'readOnly'],
    ['write', 'EBUSY', 'notAllowed'],
    ['write', 'EIO', 'missing'],
    ['sizeOf', 'ENXIO', 'missing'],
    ['sizeOf', 'ETIMEDOUT', 'missing'],
    ['write', 'ENAMETOOLONG', 'notAllowed'],
    ['makeFolder', 'ENOTDIR', 'notAFolder'],
  ]
  test.each(reasons)('%s that fails with %s is refused as %s and leaves no file', async (call, code, reason) => {
    const { store, disk, folder, there } = place()
    disk.fail(call, code)
    expect(await refusalOf(store.putNew(HEAD, BYTES))).toMatchObject({
      code: 'sync.folderUnavailable',
      params: { folder, reason },
    })
    expect(there().filter((name) => name !== 'h')).toEqual([])
    disk.heal()
    expect(await store.putNew(HEAD, BYTES)).toBe('written')
  })

  test('a temporary file that cannot be removed harms nobody, and goes with the next attempt', async () => {
    const { store, disk, folder } = place()
    disk.fail('giveName', 'EIO')
    disk.fail('remove', 'EBUSY')
    await refusalOf(store.putNew(HEAD, BYTES))
    expect(fs.readdirSync(path.join(folder, 'h')).map(parseHead)).toEqual([null])
    disk.heal()
    await store.putNew(HEAD, BYTES)
    expect(fs.readdirSync(path.join(folder, 'h'))).toEqual(['00112233aabbccdd-0000000007.head'])
  })

  test('a folder that cannot sync its names is written all the same', async () => {
    const { store, disk } = place()
    disk.fail('syncFolder', 'EINVAL')
    expect(await store.putNew(HEAD, BYTES)).toBe('written')
  })

  test('a folder that is gone is not made again', async () => {
    const { store, folder } = place()
    fs.rmdirSync(folder)
    expect(await refusalOf(store.putNew(HEAD, BYTES))).toMatchObject({ params: { folder, reason: 'missing' } })
    expect(fs.existsSync(folder)).toBe(false)
    fs.writeFileSync(folder, 'a file now')
    expect(await refusalOf(store.putNew(HEAD, BYTES))).toMatchObject({ params: { folder, reason: 'notAFolder' } })
    fs.rmSync(folder)
    fs.mkdirSync(folder)
  })
})

describe('reading', () => {
  test('what is not there, is empty, or cannot be read now is not here yet', async () => {
    const { store, disk, folder } = place()
    expect(await store.get(HEAD)).toBeNull()
    await store.putNew(HEAD, BYTES)
    fs.writeFileSync(path.join(folder, 'h', 'empty'), '')
    expect(await store.get('h/empty')).toBeNull()
    expect(await store.get('h')).toBeNull()
    // What cloud programs answer for a file whose content is elsewhere, and drives that are waking up.
    for (const code of ['EIO', 'ETIMEDOUT', 'UNKNOWN', 'EACCES', 'EBUSY', 'ENXIO', 'ECANCELED', 'ENODATA']) {
      for (const call of ['read', 'sizeOf'] as const) {
        disk.fail(call, code)
        expect([code, await store.get(HEAD)]).toEqual([code, null])
        disk.heal()
      }
    }
    expect(await read(store, HEAD)).toBe('what a computer says')
  })

  test('a read that fails in the middle ends early', async () => {
    const { store, disk } = place()
    await store.putNew('b/00/a.blob', Buffer.alloc(3 << 20, 1))
    const pieces = await store.get('b/00/a.blob')
    disk.fail('read', 'EIO')
    let length = 0
    for await (const piece of pieces ?? []) length += piece.length
    expect(length).toBe(1 << 20)
  })

  test('a folder in it that is missing has no names; when the whole is missing, that is said', async () => {
    const { store, folder, disk } = place()
    expect(await store.list('s/00112233aabbccdd')).toEqual([])
    await store.putNew(HEAD, BYTES)
    expect(await store.list('h')).toEqual(['00112233aabbccdd-0000000007.head'])
    disk.fail('list', 'EACCES')
    expect(await refusalOf(store.list('h'))).toMatchObject({ params: { folder, reason: 'notAllowed' } })
    disk.heal()
    fs.rmSync(folder, { recursive: true })
    expect(await refusalOf(store.list('h'))).toMatchObject({ params: { folder, reason: 'missing' } })
    expect(await refusalOf(store.list(''))).toMatchObject({ params: { folder, reason: 'missing' } })
    fs.mkdirSync(folder)
  })
})

describe('names that copying programs make', () => {
  const head = '00112233aabbccdd-0000000007'
  test.each([
    `${head}.head`,
    `${head}-LAPTOP-7Q.head`,
    `${head} (1).head`,
    `${head} (Lan's conflicted copy 2026-01-15).head`,
    `${head} (林的冲突副本 2026-01-15).head`,
    `${head}(冲突副本 小王 2026-01-15 12-00-00).head`,
    `${head}.sync-conflict-20260115-120000-ABCDEFG.head`,
    `${head.toUpperCase()}.HEAD`,
  ])('%s is that head', (name) => {
    expect(parseHead(name)).toEqual({ name, replica: '00112233aabbccdd', n: 7 })
  })

  test.each([
    '~00112233aabbccdd-0000000007.head.tmp',
    '.syncthing.x.tmp',
    'README.txt',
    `${head}1.head`,
    '冲突副本.head',
  ])('%s is no head', (name) => {
    expect(parseHead(name)).toBeNull()
  })

  test('segments, their folders, content and keys likewise', () => {
    const segment = '0000000001-0000000020-0011223344556677'
    for (const name of [`${segment}.seg`, `${segment} (1).seg`, `${segment}-LAPTOP.seg`, `${segment}（冲突副本）.seg`])
      expect(parseSegment(name)).toEqual({ name, from: 1, to: 20, hash: '0011223344556677' })
    expect(parseBucket('00112233aabbccdd-0000000501 (1)')).toMatchObject({ author: '00112233aabbccdd', from: 501 })
    expect(parseBucket('desktop.ini')).toBeNull()
    const mark = 'ab'.repeat(32)
    expect(parseBlob(`${mark}-000003-00112233aabbccdd-LAPTOP.blob`)).toMatchObject({ mark, n: 3 })
    expect(parseKey('0001-000001-00112233aabbccdd (1).age')).toMatchObject({ epoch: 1, n: 1 })
  })
})
