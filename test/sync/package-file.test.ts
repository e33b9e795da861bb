import fs from 'node:fs'
import path from 'node:path'

import { describe, expect, it } from 'vitest'

import { openPackage } from '../../electron/workspace/sync/package-reader'
import { type WriteOptions, writePackage } from '../../electron/workspace/sync/package-writer'
import type { Content } from '../../electron/workspace/sync/sections'
import { blobOf, bytesOf, contentsOf, flat, legible, manifestOf, runOf } from '../support/packages'
import { isAppError } from '../support/refusals'
import { tempFolder } from '../support/workspace-file'

const QUICK = { passphrase: '莲花', workFactor: 4 }
const PLAIN: WriteOptions = { lock: null }

async function readAll(file: string, passphrase: string | null = null): Promise<unknown[]> {
  const reader = await openPackage(file, { passphrase })
  try {
    await reader.verify()
    const sections: unknown[] = []
    for await (const section of reader.sections()) sections.push(legible(await flat(section)))
    return sections
  } finally {
    await reader.close()
  }
}

async function check(file: string, passphrase: string | null = null) {
  const reader = await openPackage(file, { passphrase })
  try {
    return await reader.verify()
  } finally {
    await reader.close()
  }
}

describe('a package', () => {
  it.each([
    ['plain', null],
    ['encrypted', QUICK],
  ])('that is %s comes back as it was', async (_, lock) => {
    const file = path.join(tempFolder(), 'week 47.starpack')
    const written = await writePackage(file, manifestOf(2000), contentsOf(2000), { lock })
    expect(written).toEqual({ files: [file], sizeBytes: fs.statSync(file).size })
    const expected = await Promise.all(contentsOf(2000).map(flat))
    expect(await readAll(file, lock?.passphrase)).toEqual(
      legible([{ type: 'manifest', manifest: manifestOf(2000) }, ...expected]),
    )
    expect(fs.readdirSync(path.dirname(file))).toEqual(['week 47.starpack'])
  })

  it('says what it holds when it is checked', async () => {
    const file = path.join(tempFolder(), 'a.starpack')
    await writePackage(file, manifestOf(300), contentsOf(300), PLAIN)
    const { blobs, ...contents } = await check(file)
    expect(legible(contents)).toEqual(
      legible({ manifest: manifestOf(300), steps: 300, factManifests: 1, chunks: 1, snapshotParts: 1 }),
    )
    expect(blobs.map(({ size }) => size)).toEqual([150_000])
  })

  it('goes on when an attached file in it is left unread', async () => {
    const file = path.join(tempFolder(), 'a.starpack')
    const contents: Content[] = [blobOf(Buffer.alloc(2_500_000, 7), 700_000), { type: 'run', run: runOf(1, 3) }]
    await writePackage(file, manifestOf(3), contents, PLAIN)
    const reader = await openPackage(file, { passphrase: null })
    const types: string[] = []
    for await (const section of reader.sections()) {
      types.push(section.type)
      if (section.type === 'blob') for await (const piece of section.pieces) if (piece.length > 0) break
    }
    await reader.close()
    expect(types).toEqual(['manifest', 'blob', 'run'])
  })

  it('is cut into parts that can each be taken by themselves', async () => {
    const folder = tempFolder()
    const contents: Content[] = Array.from({ length: 6 }, (_, i) => blobOf(bytesOf(90_000, i), 1000))
    const { files } = await writePackage(path.join(folder, 'big.starpack'), manifestOf(1), contents, {
      lock: QUICK,
      partBytes: 200_000,
    })
    expect(files.map((file) => path.basename(file))).toEqual([
      'big-1of3.starpack',
      'big-2of3.starpack',
      'big-3of3.starpack',
    ])
    for (const [i, file] of files.entries()) {
      expect(fs.statSync(file).size).toBeLessThanOrEqual(200_000)
      const { manifest, blobs } = await check(file, QUICK.passphrase)
      expect(manifest.part).toEqual({ k: i + 1, of: 3 })
      expect(blobs).toHaveLength(2)
    }
  })
})

describe('writing a package', () => {
  it('leaves what was there when it fails, and nothing of its own', async () => {
    const folder = tempFolder()
    const file = path.join(folder, 'a.starpack')
    fs.writeFileSync(file, 'before')
    function* failing(): Generator<Content> {
      yield { type: 'run', run: runOf(1, 10) }
      throw new RangeError('no more')
    }
    await expect(writePackage(file, manifestOf(1), failing(), PLAIN)).rejects.toThrow('no more')
    expect(fs.readdirSync(folder)).toEqual(['a.starpack'])
    expect(fs.readFileSync(file, 'utf8')).toBe('before')
  })

  it('ends when it is cancelled', async () => {
    const folder = tempFolder()
    const stop = new AbortController()
    function* contents(): Generator<Content> {
      yield { type: 'run', run: runOf(1, 10) }
      stop.abort()
      yield { type: 'run', run: runOf(11, 10) }
    }
    const options = { lock: null, signal: stop.signal }
    await expect(writePackage(path.join(folder, 'a.starpack'), manifestOf(1), contents(), options)).rejects.toSatisfy(
      isAppError('sync.cancelled'),
    )
    expect(fs.readdirSync(folder)).toEqual([])
  })

  it('refuses a place that is not there', async () => {
    const file = path.join(tempFolder(), 'gone', 'a.starpack')
    await expect(writePackage(file, manifestOf(1), [], PLAIN)).rejects.toSatisfy(
      isAppError('export.notWritable', { file }),
    )
  })

  it('refuses an attached file whose bytes are others than announced', async () => {
    const folder = tempFolder()
    const blob = { ...blobOf(bytesOf(100, 1)), size: 101 }
    await expect(writePackage(path.join(folder, 'a.starpack'), manifestOf(1), [blob], PLAIN)).rejects.toThrow(
      RangeError,
    )
    expect(fs.readdirSync(folder)).toEqual([])
  })
})

describe('opening what is no whole package', () => {
  async function sample(lock: WriteOptions['lock'] = null): Promise<{ file: string; bytes: Buffer }> {
    const file = path.join(tempFolder(), 'a.starpack')
    await writePackage(file, manifestOf(50), contentsOf(50), { lock })
    return { file, bytes: fs.readFileSync(file) }
  }
  const refused = (file: string, reason: string) => isAppError('sync.unreadable', { file, reason })

  it('refuses a file that is not there, a folder, an empty file and other files', async () => {
    const folder = tempFolder()
    const file = path.join(folder, 'a.starpack')
    await expect(check(file)).rejects.toSatisfy(refused(file, 'notFound'))
    await expect(check(folder)).rejects.toSatisfy(refused(folder, 'notAPackage'))
    fs.writeFileSync(file, '')
    await expect(check(file)).rejects.toSatisfy(refused(file, 'incomplete'))
    fs.writeFileSync(file, 'PK\u0003\u0004 something else entirely')
    await expect(check(file)).rejects.toSatisfy(refused(file, 'notAPackage'))
    fs.writeFileSync(file, 'WSYN')
    await expect(check(file)).rejects.toSatisfy(refused(file, 'incomplete'))
    fs.writeFileSync(file, 'WSYNCB2\nwhatever')
    await expect(check(file)).rejects.toSatisfy(isAppError('sync.fromFuture', { file, version: 2, supported: 1 }))
  })

  it('asks for the passphrase, and tells a wrong one', async () => {
    const { file } = await sample(QUICK)
    await expect(check(file)).rejects.toSatisfy(isAppError('sync.passphraseNeeded', { file }))
    await expect(check(file, 'other')).rejects.toSatisfy(isAppError('sync.wrongPassphrase', { file }))
  })

  it('tells a cut file, one with more behind it and one with a wrong bit', async () => {
    const { file, bytes } = await sample()
    for (const size of [8, 20, 51, 400, bytes.length - 1]) {
      fs.writeFileSync(file, bytes.subarray(0, size))
      await expect(check(file), `cut at ${size}`).rejects.toSatisfy(refused(file, 'incomplete'))
    }
    fs.writeFileSync(file, Buffer.concat([bytes, Buffer.alloc(1)]))
    await expect(check(file)).rejects.toSatisfy(refused(file, 'damaged'))
    const broken = Buffer.from(bytes)
    broken[300]! ^= 1
    fs.writeFileSync(file, broken)
    await expect(check(file)).rejects.toSatisfy(refused(file, 'damaged'))
  })

  it('ends when it is cancelled', async () => {
    const { file } = await sample(QUICK)
    const stop = new AbortController()
    const reader = await openPackage(file, { passphrase: QUICK.passphrase, signal: stop.signal })
    await expect(reader.verify(() => stop.abort())).rejects.toSatisfy(isAppError('sync.cancelled'))
    await reader.close()
  })

  it('notices when the file changes after it was checked', async () => {
    const { file } = await sample()
    const other = path.join(tempFolder(), 'b.starpack')
    await writePackage(other, manifestOf(51), contentsOf(51), PLAIN)
    const reader = await openPackage(file, { passphrase: null })
    await reader.verify()
    fs.writeFileSync(file, fs.readFileSync(other))
    await expect(
      (async () => {
        for await (const section of reader.sections()) await flat(section)
      })(),
    ).rejects.toSatisfy(refused(file, 'damaged'))
    await reader.close()
  })
})
