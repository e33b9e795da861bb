/** A step of the log as bytes: see `body.ts` for what is in them. */

import { encode } from 'cborg'

import { type Body, compareBytes, MAX_BODY_BYTES, wellFormed } from './body'
import { hlcMs } from './clock'

/** Equal content gives equal bytes. Throws a RangeError for what no reader would accept. */
export function encodeBody(body: Body): Uint8Array {
  const work = encodingBody(body)
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

/** Operations written before whoever waits may breathe. */
const OPS_PER_SLICE = 500

/** The same in slices: a step can hold hundreds of thousands of operations. */
export function* encodingBody(body: Body): Generator<void, Uint8Array> {
  const deps = body.deps?.toSorted(([a], [b]) => compareBytes(a, b)) ?? null
  const head = encode([
    body.hlc,
    body.wall - hlcMs(body.hlc),
    body.flags,
    body.schema,
    body.minReader,
    wellFormed(body.author),
    wellFormed(body.label),
    deps,
    [],
  ])
  // The empty list at its end is one byte; the operations stand in its place.
  const parts = [head.subarray(0, -1), listHeader(body.ops.length)]
  let length = parts.reduce((sum, part) => sum + part.length, 0)
  for (const [done, op] of body.ops.entries()) {
    const part = encode(op)
    parts.push(part)
    length += part.length
    if (length > MAX_BODY_BYTES) throw new RangeError('too much for one step')
    if (done % OPS_PER_SLICE === OPS_PER_SLICE - 1) yield
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** How CBOR begins a list of so many items. */
function listHeader(count: number): Uint8Array {
  if (count < 24) return Uint8Array.of(0x80 + count)
  if (count < 0x100) return Uint8Array.of(0x98, count)
  if (count < 0x1_0000) return Uint8Array.of(0x99, count >> 8, count & 0xff)
  return Uint8Array.of(0x9a, (count >>> 24) & 0xff, (count >> 16) & 0xff, (count >> 8) & 0xff, count & 0xff)
}
