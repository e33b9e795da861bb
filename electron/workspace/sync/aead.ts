/**
 * ChaCha20-Poly1305 (RFC 8439) as age uses it: short runs of bytes, each under a nonce of its own.
 *
 * The platform's own where it has one, as Node does. Electron's cryptographic library has the cipher but does not offer
 * it to programs: there the one written in JavaScript that age's library brings does the same, some times slower.
 */

import { createCipheriv, createDecipheriv, getCiphers } from 'node:crypto'

import { chacha20poly1305 } from '@noble/ciphers/chacha.js'

const ALGORITHM = 'chacha20-poly1305'
export const TAG_BYTES = 16

export interface Aead {
  /** The bytes encrypted, with the tag behind them. `key` 32 bytes, `nonce` 12 bytes that the key is never used with again. */
  readonly seal: (key: Uint8Array, nonce: Uint8Array, plain: Uint8Array) => Uint8Array
  /** The bytes decrypted, or null when key, nonce or a bit of them is not right. */
  readonly unseal: (key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array) => Uint8Array | null
}

export const portableAead: Aead = {
  seal: (key, nonce, plain) => chacha20poly1305(key, nonce).encrypt(plain),
  unseal(key, nonce, sealed) {
    try {
      return chacha20poly1305(key, nonce).decrypt(sealed)
    } catch {
      return null
    }
  },
}

/** null where the platform has none. */
export const platformAead: Aead | null = getCiphers().includes(ALGORITHM)
  ? {
      seal(key, nonce, plain) {
        const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
        const sealed = Buffer.allocUnsafeSlow(plain.length + TAG_BYTES)
        sealed.set(cipher.update(plain))
        cipher.final()
        sealed.set(cipher.getAuthTag(), plain.length)
        return sealed
      },
      unseal(key, nonce, sealed) {
        if (sealed.length < TAG_BYTES) return null
        const end = sealed.length - TAG_BYTES
        const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
        decipher.setAuthTag(sealed.subarray(end))
        const plain = decipher.update(sealed.subarray(0, end))
        try {
          decipher.final()
        } catch {
          return null
        }
        return plain
      },
    }
  : null

export const { seal, unseal }: Aead = platformAead ?? portableAead
