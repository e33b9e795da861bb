/** ChaCha20-Poly1305 (RFC 8439) as age uses it: short runs of bytes, each under a nonce of its own. */

import { createCipheriv, createDecipheriv } from 'node:crypto'

const ALGORITHM = 'chacha20-poly1305'
export const TAG_BYTES = 16

/** The bytes encrypted, with the tag behind them. `key` 32 bytes, `nonce` 12 bytes that the key is never used with again. */
export function seal(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Uint8Array {
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
  const body = cipher.update(plain)
  cipher.final()
  return Buffer.concat([body, cipher.getAuthTag()])
}

/** The bytes decrypted, or null when key, nonce or a bit of them is not right. */
export function unseal(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Uint8Array | null {
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
}
