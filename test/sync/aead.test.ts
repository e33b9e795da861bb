import { describe, expect, it } from 'vitest'

import { type Aead, platformAead, portableAead } from '../../electron/workspace/sync/aead'
import { bytesOf } from '../support/packages'

const hex = (text: string) => Buffer.from(text.replaceAll(/\s/gu, ''), 'hex')
// RFC 8439, 2.8.2. Its tag is left out: it covers additional data, which age has none of.
const KEY = hex('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f')
const NONCE = hex('070000004041424344454647')
const PLAIN = Buffer.from(
  "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
  'latin1',
)
const SEALED = hex(`
  d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d63dbea45e8ca9671282fafb69da92728b1a71de0a9e06
  0b2905d6a5b67ecd3b3692ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc3ff4def08e4b7a9de576d265
  86cec64b6116`)

const ciphers: readonly (readonly [string, Aead | null])[] = [
  ['the platform', platformAead],
  ['JavaScript', portableAead],
]

describe.each(ciphers)('ChaCha20-Poly1305 of %s', (_, aead) => {
  it.skipIf(aead === null)('gives the bytes of the standard, and no others', () => {
    const { seal, unseal } = aead as Aead // skipped when there is none
    const sealed = Buffer.from(seal(KEY, NONCE, PLAIN))
    expect(sealed.subarray(0, PLAIN.length).toString('hex')).toBe(SEALED.toString('hex'))
    expect(sealed.length).toBe(PLAIN.length + 16)
    expect(Buffer.from(unseal(KEY, NONCE, sealed) ?? []).equals(PLAIN)).toBe(true)
    for (let at = 0; at < sealed.length; at++) {
      const broken = Buffer.from(sealed)
      broken[at]! ^= 1 << (at % 8)
      expect(unseal(KEY, NONCE, broken)).toBeNull()
    }
    expect(unseal(KEY, NONCE, sealed.subarray(0, 10))).toBeNull()
  })
})

it.skipIf(platformAead === null)('both ciphers give the same bytes for every length', () => {
  for (let length = 0; length < 400; length += 3) {
    const plain = bytesOf(length, length)
    const key = bytesOf(32, length + 1)
    const nonce = bytesOf(12, length + 2)
    const theirs = Buffer.from(platformAead?.seal(key, nonce, plain) ?? [])
    expect(Buffer.from(portableAead.seal(key, nonce, plain)).equals(theirs)).toBe(true)
    expect(Buffer.from(portableAead.unseal(key, nonce, theirs) ?? []).equals(plain)).toBe(true)
  }
})
