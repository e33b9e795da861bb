import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { describe, expect, it } from 'vitest'

import { decryptAge, encryptAge, type Key, type Lock } from '../../electron/workspace/sync/age'
import { bytesOf } from '../support/packages'
import { isAppError } from '../support/refusals'
import { tempFolder } from '../support/workspace-file'

const PIECE = 65_536
/** scrypt of the usual strength takes a second each time. */
const QUICK = 4
const SIZES = [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 200_000]

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
}

async function all(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const gathered: Uint8Array[] = []
  for await (const piece of pieces) gathered.push(piece)
  return Buffer.concat(gathered)
}

const encrypt = (bytes: Uint8Array, lock: Lock, size = 50_000) => all(encryptAge(inPieces(bytes, size), lock))
const decrypt = (bytes: Uint8Array, key: Key, size = 70_000) => all(decryptAge(inPieces(bytes, size), key, 'a.age'))

describe('an age file', () => {
  it.each(SIZES)('of %i bytes comes back as it was, by passphrase and by key', async (size) => {
    const plain = bytesOf(size, size)
    const identity = await generateIdentity()
    const passphrase = '莲花 team 2026'
    const byPassphrase = await encrypt(plain, { passphrase, workFactor: QUICK })
    const byKey = await encrypt(plain, { recipient: await identityToRecipient(identity) }, 7001)
    expect((await decrypt(byPassphrase, { passphrase })).equals(plain)).toBe(true)
    expect((await decrypt(byKey, { identity }, 333)).equals(plain)).toBe(true)
  })

  it.each(SIZES)('of %i bytes is opened by the library, and the library’s is opened here', async (size) => {
    const plain = bytesOf(size, size)
    const identity = await generateIdentity()
    const recipient = await identityToRecipient(identity)
    const theirs = new Decrypter()
    theirs.addIdentity(identity)
    expect(Buffer.from(await theirs.decrypt(await encrypt(plain, { recipient }))).equals(plain)).toBe(true)
    const encrypter = new Encrypter()
    encrypter.addRecipient(recipient)
    expect((await decrypt(await encrypter.encrypt(plain), { identity })).equals(plain)).toBe(true)
  })

  it('closed with a passphrase is opened by the library, and the library’s is opened here', async () => {
    const plain = bytesOf(100_000, 1)
    const theirs = new Decrypter()
    theirs.addPassphrase('秘密')
    const ours = await encrypt(plain, { passphrase: '秘密', workFactor: QUICK })
    expect(Buffer.from(await theirs.decrypt(ours)).equals(plain)).toBe(true)
    const encrypter = new Encrypter()
    encrypter.setPassphrase('秘密')
    encrypter.setScryptWorkFactor(QUICK)
    expect((await decrypt(await encrypter.encrypt(plain), { passphrase: '秘密' })).equals(plain)).toBe(true)
  })

  it('takes the work that the age program asks for when nothing else is said', async () => {
    const sealed = await encrypt(bytesOf(10, 1), { passphrase: 'x' })
    expect(sealed.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} 18\n/u)
    expect((await decrypt(sealed, { passphrase: 'x' })).length).toBe(10)
  }, 30_000)

  it('opens with a passphrase however its marks are spelled', async () => {
    const sealed = await encrypt(bytesOf(10, 1), { passphrase: 'caf\u00E9', workFactor: QUICK })
    expect((await decrypt(sealed, { passphrase: 'cafe\u0301' })).length).toBe(10)
  })
})

describe('a broken age file', () => {
  const passphrase = 'p'
  const lock = { passphrase, workFactor: QUICK }

  it('is told by the passphrase when that is wrong', async () => {
    const sealed = await encrypt(bytesOf(10, 1), lock)
    await expect(decrypt(sealed, { passphrase: 'q' })).rejects.toSatisfy(
      isAppError('sync.wrongPassphrase', { file: 'a.age' }),
    )
  })

  it('is told by the key when it was closed for another', async () => {
    const sealed = await encrypt(bytesOf(10, 1), { recipient: await identityToRecipient(await generateIdentity()) })
    const identity = await generateIdentity()
    await expect(decrypt(sealed, { identity })).rejects.toSatisfy(isAppError('sync.wrongPassphrase'))
  })

  it('is incomplete when its end is missing, wherever it was cut', async () => {
    const sealed = await encrypt(bytesOf(3 * PIECE, 1), lock)
    const header = sealed.indexOf('\n', sealed.indexOf('\n--- ') + 1) + 1
    const sizes = [
      0,
      5,
      30,
      header - 1,
      header,
      header + 15,
      header + 16,
      header + 16 + PIECE,
      header + 16 + PIECE + 16,
    ]
    for (const size of [...sizes, header + 16 + 2 * (PIECE + 16), sealed.length - 1])
      await expect(decrypt(sealed.subarray(0, size), { passphrase }), `cut at ${size}`).rejects.toSatisfy(
        isAppError('sync.unreadable', { file: 'a.age', reason: 'incomplete' }),
      )
  })

  it('is damaged when a bit differs or something follows', async () => {
    const sealed = await encrypt(bytesOf(3 * PIECE, 1), lock)
    const header = sealed.indexOf('\n', sealed.indexOf('\n--- ') + 1) + 1
    for (const at of [header - 3, header + 3, header + 20, header + 16 + PIECE + 100]) {
      const broken = Buffer.from(sealed)
      broken[at]! ^= 4
      await expect(decrypt(broken, { passphrase }), `bit at ${at}`).rejects.toSatisfy(
        isAppError('sync.unreadable', { file: 'a.age', reason: 'damaged' }),
      )
    }
    await expect(decrypt(Buffer.concat([sealed, Buffer.alloc(PIECE + 16)]), { passphrase })).rejects.toSatisfy(
      isAppError('sync.unreadable', { file: 'a.age', reason: 'damaged' }),
    )
  })

  it('cannot ask for more work than is usual', async () => {
    const sealed = await encrypt(bytesOf(10, 1), lock)
    const greedy = Buffer.from(sealed.toString('latin1').replace(/^(-> scrypt \S+) 4$/mu, '$1 19'), 'latin1')
    expect(greedy.length).toBe(sealed.length + 1)
    await expect(decrypt(greedy, { passphrase })).rejects.toSatisfy(
      isAppError('sync.unreadable', { file: 'a.age', reason: 'damaged' }),
    )
  })
})

const program = spawnSync('age', ['--version']).status === 0

describe('the age program', () => {
  // Absent on most computers; what it does the library's tests above cover too.
  it.skipIf(!program)('opens ours and writes what is opened here', async () => {
    const folder = tempFolder()
    const identity = await generateIdentity()
    const recipient = await identityToRecipient(identity)
    const plain = bytesOf(150_000, 9)
    const file = (name: string) => path.join(folder, name)
    fs.writeFileSync(file('id.txt'), `${identity}\n`)
    fs.writeFileSync(file('ours.age'), await encrypt(plain, { recipient }))
    execFileSync('age', ['-d', '-i', file('id.txt'), '-o', file('ours.bin'), file('ours.age')])
    expect(fs.readFileSync(file('ours.bin')).equals(plain)).toBe(true)
    fs.writeFileSync(file('plain.bin'), plain)
    execFileSync('age', ['-r', recipient, '-o', file('theirs.age'), file('plain.bin')])
    expect((await decrypt(fs.readFileSync(file('theirs.age')), { identity })).equals(plain)).toBe(true)
  })
})
