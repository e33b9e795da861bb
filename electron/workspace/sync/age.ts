/**
 * Encrypted files in the age v1 format, which other programs read and write too.
 *
 * The header is the library's; the payload is encrypted here, in pieces, with the platform's own cipher. Memory does not
 * grow with the file, and a file that ends early is told from a whole one.
 */

import { hkdfSync, randomBytes, scrypt } from 'node:crypto'

import { Decrypter, Encrypter, type Identity, type Recipient, Stanza } from 'age-encryption'

import { AppError } from '../../../shared/errors'
import { seal, TAG_BYTES, unseal } from './aead'
import { ByteSource } from './byte-source'
import { unreadable } from './refusal'

/** What a file is closed with: a passphrase, or the public half (`age1…`) of a key. */
export type Lock = { readonly passphrase: string; readonly workFactor?: number } | { readonly recipient: string }
/** What opens it: the passphrase, or the secret half (`AGE-SECRET-KEY-1…`). */
export type Key = { readonly passphrase: string } | { readonly identity: string }

/** How every age file begins. */
export const AGE_MAGIC = Buffer.from('age-encryption.org/v1\n', 'latin1')

/** Bytes of payload per encrypted piece. */
const PIECE = 65_536
const NONCE_BYTES = 16
/** scrypt with N = 2^18: about a second and 256 MiB, once for each file; what the `age` program uses. */
const WORK_FACTOR = 18
/** A header of one passphrase is 150 bytes; one of a hundred keys is below this. */
const MAX_HEADER_BYTES = 16_384
const NOTHING = new Uint8Array(0)

/** The bytes of an age file around `plain`. */
export async function* encryptAge(plain: AsyncIterable<Uint8Array>, lock: Lock): AsyncGenerator<Uint8Array> {
  const { head, sealer } = await startAge(lock)
  yield head
  for await (const bytes of plain) yield* sealer.push(bytes)
  yield sealer.finish()
}

/** The beginning of a new age file, and what encrypts its payload. For writers that are fed, not asked. */
export async function startAge(lock: Lock): Promise<{ readonly head: Uint8Array; readonly sealer: PayloadSealer }> {
  const { header, fileKey } = await newHeader(lock)
  const nonce = randomBytes(NONCE_BYTES)
  return { head: Buffer.concat([header, nonce]), sealer: new PayloadSealer(payloadKey(fileKey, nonce)) }
}

/** Encrypts a payload piece by piece; the last piece is marked, so that its loss shows. */
export class PayloadSealer {
  readonly #key: Uint8Array
  readonly #piece = Buffer.alloc(PIECE)
  #used = 0
  #count = 0

  constructor(key: Uint8Array) {
    this.#key = key
  }

  /** Takes any number of bytes; gives the pieces that are full. */
  *push(bytes: Uint8Array): Generator<Uint8Array, void, void> {
    let rest = bytes
    while (rest.length > 0) {
      // A full piece waits until more comes: only then it is known not to be the last.
      if (this.#used === PIECE) {
        yield seal(this.#key, nonceOf(this.#count++, false), this.#piece)
        this.#used = 0
      }
      // What is given in large pieces is not copied first.
      for (; this.#used === 0 && rest.length > PIECE; rest = rest.subarray(PIECE))
        yield seal(this.#key, nonceOf(this.#count++, false), rest.subarray(0, PIECE))
      const taken = rest.subarray(0, PIECE - this.#used)
      this.#piece.set(taken, this.#used)
      this.#used += taken.length
      rest = rest.subarray(taken.length)
    }
  }

  finish(): Uint8Array {
    return seal(this.#key, nonceOf(this.#count, true), this.#piece.subarray(0, this.#used))
  }
}

/** A file's header was opened: what is needed to read its payload, as often as wanted. */
export interface Unlocked {
  readonly headerBytes: number
  readonly fileKey: Uint8Array
}

/**
 * Reads the header and opens it with `key`. Refuses with `sync.wrongPassphrase`, or with `sync.unreadable` when it is no
 * header; `file` is for the wording.
 */
export async function unlockAge(source: AsyncIterable<Uint8Array>, key: Key, file: string): Promise<Unlocked> {
  const header = await readHeader(source, file)
  const decrypter = new Decrypter()
  const witness: { tried: boolean } = { tried: false }
  if ('identity' in key) decrypter.addIdentity(key.identity)
  else decrypter.addIdentity(passphraseIdentity(key.passphrase))
  // Asked only when the one before it did not fit.
  decrypter.addIdentity({
    unwrapFileKey: () => {
      witness.tried = true
      return null
    },
  })
  try {
    return { headerBytes: header.length, fileKey: await decrypter.decryptHeader(header) }
  } catch (error) {
    if (witness.tried) throw new AppError('sync.wrongPassphrase', { file }, { cause: error })
    throw error instanceof AppError ? error : unreadable(file, 'damaged', error)
  }
}

/**
 * The payload of a file whose header is known; `source` starts behind the header. Refuses with `sync.unreadable`:
 * `damaged`, or `incomplete` when the last piece is missing.
 */
export async function* decryptPayload(
  source: AsyncIterable<Uint8Array>,
  fileKey: Uint8Array,
  file: string,
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteSource(source)
  try {
    const nonce = await bytes.read(NONCE_BYTES)
    if (nonce.length < NONCE_BYTES) throw unreadable(file, 'incomplete')
    const key = payloadKey(fileKey, nonce)
    let piece = await bytes.read(PIECE + TAG_BYTES)
    for (let n = 0; ; n++) {
      const next = piece.length === PIECE + TAG_BYTES ? await bytes.read(PIECE + TAG_BYTES) : NOTHING
      const last = next.length === 0
      const plain = unseal(key, nonceOf(n, last), piece)
      if (plain === null) throw brokenPiece(key, n, last, piece, file)
      if (last && plain.length === 0 && n > 0) throw unreadable(file, 'damaged')
      yield plain
      if (last) return
      piece = next
    }
  } finally {
    await bytes.close()
  }
}

/** Reads a whole age file: header, then payload. */
export async function* decryptAge(
  source: AsyncIterable<Uint8Array>,
  key: Key,
  file: string,
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteSource(source)
  try {
    const { header, rest } = await splitHeader(bytes, file)
    const { fileKey } = await unlockAge(piecesOf(header), key, file)
    yield* decryptPayload(rest, fileKey, file)
  } finally {
    await bytes.close()
  }
}

/** A file that was cut shows as such: its last piece is short, or one that should be followed by another. */
function brokenPiece(key: Uint8Array, n: number, last: boolean, piece: Uint8Array, file: string): AppError {
  const cut = last && (piece.length < PIECE + TAG_BYTES || unseal(key, nonceOf(n, false), piece) !== null)
  return unreadable(file, cut ? 'incomplete' : 'damaged')
}

async function readHeader(source: AsyncIterable<Uint8Array>, file: string): Promise<Uint8Array> {
  const bytes = new ByteSource(source)
  try {
    return (await splitHeader(bytes, file)).header
  } finally {
    await bytes.close()
  }
}

/** The header up to the end of its last line (`--- ` and a MAC), and what follows it. */
async function splitHeader(
  bytes: ByteSource,
  file: string,
): Promise<{ readonly header: Uint8Array; readonly rest: AsyncIterable<Uint8Array> }> {
  const start = Buffer.from(await bytes.read(MAX_HEADER_BYTES))
  const magic = start.subarray(0, AGE_MAGIC.length)
  if (!magic.equals(AGE_MAGIC))
    throw unreadable(file, AGE_MAGIC.subarray(0, magic.length).equals(magic) ? 'incomplete' : 'notAPackage')
  const lastLine = start.indexOf('\n--- ', 0, 'latin1')
  const end = lastLine < 0 ? -1 : start.indexOf('\n', lastLine + 1, 'latin1')
  if (end < 0) throw unreadable(file, start.length < MAX_HEADER_BYTES ? 'incomplete' : 'damaged')
  const behind = start.subarray(end + 1)
  async function* rest(): AsyncGenerator<Uint8Array> {
    yield behind
    yield* bytes.rest()
  }
  return { header: start.subarray(0, end + 1), rest: rest() }
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}

async function newHeader(lock: Lock): Promise<{ readonly header: Uint8Array; readonly fileKey: Uint8Array }> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(
    'recipient' in lock ? lock.recipient : passphraseRecipient(lock.passphrase, lock.workFactor ?? WORK_FACTOR),
  )
  let fileKey: Uint8Array | null = null
  // Adds nothing to the header: it only sees the key that the payload needs.
  encrypter.addRecipient({
    wrapFileKey: (key) => {
      fileKey = Uint8Array.from(key)
      return []
    },
  })
  const empty = await encrypter.encrypt(NOTHING)
  if (fileKey === null) throw new RangeError('age gave no file key')
  return { header: empty.subarray(0, empty.length - NONCE_BYTES - TAG_BYTES), fileKey }
}

/** As the library's own, but with the platform's scrypt, which leaves this thread free. */
function passphraseRecipient(passphrase: string, workFactor: number): Recipient {
  return {
    wrapFileKey: async (fileKey) => {
      const salt = randomBytes(16)
      const key = await stretched(passphrase, salt, workFactor)
      const args = ['scrypt', salt.toString('base64').replace(/=+$/u, ''), String(workFactor)]
      return [new Stanza(args, seal(key, new Uint8Array(12), fileKey))]
    },
  }
}

function passphraseIdentity(passphrase: string): Identity {
  return {
    unwrapFileKey: async (stanzas) => {
      const stanza = stanzas.find(({ args }) => args[0] === 'scrypt')
      if (stanza === undefined) return null
      const [, salt = '', workFactor = ''] = stanza.args
      if (stanzas.length !== 1 || stanza.args.length !== 3 || stanza.body.length !== 32)
        throw new RangeError('not a passphrase header')
      if (!/^[A-Za-z0-9+/]{22}$/u.test(salt)) throw new RangeError('not a salt')
      // More work than our own files ask for is a way to keep a computer busy.
      if (!/^[1-9]\d?$/u.test(workFactor) || Number(workFactor) > WORK_FACTOR)
        throw new RangeError('the work factor is not usual')
      const key = await stretched(passphrase, Buffer.from(salt, 'base64'), Number(workFactor))
      return unseal(key, new Uint8Array(12), stanza.body)
    },
  }
}

function stretched(passphrase: string, salt: Uint8Array, workFactor: number): Promise<Uint8Array> {
  const labelled = Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt', 'latin1'), salt])
  const options = { N: 2 ** workFactor, r: 8, p: 1, maxmem: 2 ** workFactor * 1024 + 2 ** 20 }
  return new Promise((resolve, reject) => {
    // One spelling of a letter with a mark, whichever keyboard it came from.
    scrypt(passphrase.normalize('NFC'), labelled, 32, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32))
}

/** 11 bytes of count, one byte that is 1 for the last piece. */
function nonceOf(count: number, last: boolean): Uint8Array {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(count, 5, 6)
  nonce[11] = last ? 1 : 0
  return nonce
}
