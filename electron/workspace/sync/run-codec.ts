/** A run of log entries as the payload of a section or a segment: the bodies come back byte for byte as their authors wrote them. */

import { encode } from 'cborg'

import type { LogRun } from '../../../db/sync/types'
import { z } from '../../../shared/schema'
import { unreadable } from './refusal'
import { bodiesOf } from './run-bodies'
import { columnsOf } from './run-columns'
import { decodeBy } from './wire'

/** How the third part of a run is written: bodies one after the other, or their columns. */
const WHOLE = 0
const COLUMNS = 1

const Bytes = z.instanceof(Uint8Array)
const WireRun = z.tuple([
  z.int().min(0),
  Bytes.refine((bytes) => bytes.length === 8),
  z.int().min(1),
  z.array(z.unknown()).min(1),
])
const Bodies = z.array(Bytes).min(1)

export function encodeRun(run: LogRun): Uint8Array {
  const columns = columnsOf(run.bodies)
  const replica = Buffer.from(run.replica, 'hex')
  return encode(columns === null ? [WHOLE, replica, run.from, run.bodies] : [COLUMNS, replica, run.from, columns])
}

/** Refuses with `sync.unreadable`, reason `malformed`. */
export function decodeRun(bytes: Uint8Array, file: string): LogRun {
  const [layout, replica, from, parts] = decodeBy(WireRun, bytes, file)
  return { replica: Buffer.from(replica).toString('hex'), from, bodies: bodiesBy(layout, parts, file) }
}

function bodiesBy(layout: number, parts: readonly unknown[], file: string): readonly Uint8Array[] {
  if (layout === WHOLE) {
    const bodies = Bodies.safeParse(parts)
    if (bodies.success) return bodies.data
    throw unreadable(file, 'malformed', bodies.error)
  }
  try {
    if (layout !== COLUMNS) throw new RangeError('an unknown layout')
    const bodies = bodiesOf(parts)
    if (bodies.length > 0) return bodies
    throw new RangeError('no bodies')
  } catch (error) {
    throw unreadable(file, 'malformed', error)
  }
}
