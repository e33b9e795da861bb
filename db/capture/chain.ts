/** The chain of hashes that holds a replica's log together: a gap, a change or a second branch shows. */

import { hash } from 'node:crypto'

/** `SHA-256(previous hash and body)`. */
export function chainHash(previous: Uint8Array, body: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([previous, body]), 'buffer')
}

/** The hash before a replica's first entry. */
export function firstHash(replica: Uint8Array): Buffer {
  return hash('sha256', replica, 'buffer')
}
