/** A run of log entries as the payload of a section or a segment: the bodies stay byte for byte as their authors wrote them. */

import { encode } from 'cborg'

import type { LogRun } from '../../../db/sync/types'
import { z } from '../../../shared/schema'
import { decodeBy } from './wire'

/** A writer cuts long before; a reader takes no more at once. */
const MAX_STEPS = 1_000_000

const WireRun = z.tuple([
  z.instanceof(Uint8Array).refine((bytes) => bytes.length === 8),
  z.int().min(1),
  z.array(z.instanceof(Uint8Array)).min(1).max(MAX_STEPS),
])

export function encodeRun(run: LogRun): Uint8Array {
  return encode([Buffer.from(run.replica, 'hex'), run.from, run.bodies])
}

export function decodeRun(bytes: Uint8Array, file: string): LogRun {
  const [replica, from, bodies] = decodeBy(WireRun, bytes, file)
  return { replica: Buffer.from(replica).toString('hex'), from, bodies }
}
