/**
 * What packages and heads say of replicas, as CBOR and back.
 *
 * Arrays may have gained entries at their end, and maps keys, when a newer app wrote them: those are left aside.
 */

import { decode, encode } from 'cborg'

import type { ReplicaNews, Vector } from '../../../db/sync/types'
import { z } from '../../../shared/schema'
import { fromFuture, FORMAT_VERSION, unreadable } from './refusal'
import type { Manifest } from './types'

/** More computers than a team will ever have; a bound against bombs. */
const MAX_REPLICAS = 10_000
export const MAX_LACKS = 10_000
export const Count = z.int().min(0)
export const Bytes = (length: number) =>
  z.instanceof(Uint8Array).refine((bytes) => bytes.length === length, `${length} bytes`)
export const Hex = (length: number) => Bytes(length).transform((bytes) => Buffer.from(bytes).toString('hex'))

/** Sorted, each replica once. */
export const WireVector = z
  .array(z.tuple([Hex(8), Count]))
  .max(MAX_REPLICAS)
  .refine((vector) => vector.every(([replica], i) => i === 0 || (vector[i - 1]?.[0] ?? '') < replica))
const Name = z.string().max(1000)
export const WireNews = z
  .tuple([Hex(8), Hex(16).nullable(), Hex(8).nullable(), Name, Name, Name, Count, z.int(), Count, WireVector])
  .rest(z.unknown())
/** Ids of imports, hashes of attached files. */
const Lacks = z.array(z.string().regex(/^(?:[0-9A-Z]{26}|[0-9a-f]{64})$/u)).max(MAX_LACKS)
const WireManifest = z.object({
  reader: z.int().min(1),
  workspace: Hex(16),
  name: Name,
  id: Hex(16),
  sender: WireNews,
  others: z.array(WireNews).max(MAX_REPLICAS),
  needs: WireVector,
  gives: WireVector,
  part: z.int().min(1).max(1_000_000),
  counts: z.tuple([Count, Count, Count]).rest(z.unknown()),
  snapshot: z.boolean(),
})

const STRICT = { strict: true, allowUndefined: false, allowInfinity: false, allowNaN: false }

/** Decodes CBOR of a stranger by a schema; anything else is refused as `sync.unreadable`, reason `malformed`. */
export function decodeBy<T>(schema: z.ZodType<T>, bytes: Uint8Array, file: string): T {
  let raw: unknown
  try {
    raw = decode(bytes, STRICT)
  } catch (error) {
    throw unreadable(file, 'malformed', error)
  }
  const parsed = schema.safeParse(raw)
  if (!parsed.success) throw unreadable(file, 'malformed', parsed.error)
  return parsed.data
}

/** Sorted by replica, so that equal vectors give equal bytes. */
export function vectorToWire(vector: Vector): readonly (readonly [Uint8Array, number])[] {
  return [...vector]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([replica, seq]) => [Buffer.from(replica, 'hex'), seq] as const)
}

export function vectorFromWire(wire: z.infer<typeof WireVector>): Vector {
  return new Map(wire)
}

export function newsToWire(news: ReplicaNews): readonly unknown[] {
  return [
    Buffer.from(news.replica, 'hex'),
    news.device === null ? null : Buffer.from(news.device, 'hex'),
    news.parent === null ? null : Buffer.from(news.parent, 'hex'),
    news.person,
    news.computer,
    news.appVersion,
    news.schema,
    news.wall,
    news.seq,
    vectorToWire(news.vector),
    ...(news.lacks === undefined || news.lacks.length === 0 ? [] : [news.lacks]),
  ]
}

export function newsFromWire(wire: z.infer<typeof WireNews>): ReplicaNews {
  const [replica, device, parent, person, computer, appVersion, schema, wall, seq, vector, more] = wire
  // Later than the first apps: one that says nothing of it lacks nothing that is known of.
  const lacks = Lacks.safeParse(more).data
  const news = {
    replica,
    device,
    parent,
    person,
    computer,
    appVersion,
    schema,
    wall,
    seq,
    vector: vectorFromWire(vector),
  }
  return lacks === undefined ? news : { ...news, lacks }
}

/** `part.of` is not in it: nobody knows it yet when the first part is begun. */
export function encodeManifest(manifest: Manifest): Uint8Array {
  const { counts } = manifest
  return encode({
    reader: FORMAT_VERSION,
    workspace: Buffer.from(manifest.workspace, 'hex'),
    name: manifest.workspaceName,
    id: Buffer.from(manifest.id, 'hex'),
    sender: newsToWire(manifest.sender),
    others: manifest.others.map(newsToWire),
    needs: vectorToWire(manifest.needs),
    gives: vectorToWire(manifest.gives),
    part: manifest.part.k,
    counts: [counts.changes, counts.facts, counts.attachments],
    snapshot: manifest.snapshot,
  })
}

export function decodeManifest(bytes: Uint8Array, of: number, file: string): Manifest {
  const { reader } = decodeBy(z.object({ reader: z.int().min(1) }), bytes, file)
  if (reader > FORMAT_VERSION) throw fromFuture(file, reader)
  const wire = decodeBy(WireManifest, bytes, file)
  const [changes, facts, attachments] = wire.counts
  return {
    workspace: wire.workspace,
    workspaceName: wire.name,
    id: wire.id,
    sender: newsFromWire(wire.sender),
    others: wire.others.map(newsFromWire),
    needs: vectorFromWire(wire.needs),
    gives: vectorFromWire(wire.gives),
    part: { k: wire.part, of },
    counts: { changes, facts, attachments },
    snapshot: wire.snapshot,
  }
}
