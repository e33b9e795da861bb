/** The smallest package there is, as docs/exchange-format.md writes it out byte by byte. */

import { encode } from 'cborg'

import { type Frame, FrameType, FrameWriter, PACKAGE_MAGIC } from '../../electron/workspace/sync/frames'
import type { Manifest } from '../../electron/workspace/sync/types'
import { encodeManifest } from '../../electron/workspace/sync/wire'
import { encodeBody } from '../../shared/sync/body-writing'

const REPLICA = 'a1a2a3a4a5a6a7a8'
/** 2026-01-15 12:00 UTC. */
const NOON = 1_768_478_400_000

export const MANIFEST: Manifest = {
  workspace: '00112233445566778899aabbccddeeff',
  workspaceName: 'Lotus',
  id: 'c0c1c2c3c4c5c6c7c8c9cacbcccdcecf',
  sender: {
    replica: REPLICA,
    device: null,
    parent: null,
    person: 'Lan',
    computer: 'pc',
    appVersion: '0.1.0',
    schema: 3,
    wall: NOON,
    seq: 1,
    vector: new Map([[REPLICA, 1]]),
  },
  others: [],
  needs: new Map(),
  gives: new Map([[REPLICA, 1]]),
  part: { k: 1, of: 1 },
  counts: { changes: 1, facts: 0, attachments: 0 },
  snapshot: false,
}

/** Lan adds the client "Lotus". */
export const BODY = encodeBody({
  hlc: NOON * 1024,
  wall: NOON,
  flags: 0,
  schema: 3,
  minReader: 1,
  author: 'Lan',
  label: 'clients.add',
  deps: null,
  ops: [[1, Buffer.from('019bc1ad5400000102030405060708ff', 'hex'), 'i', ['Lotus', null, null, null, null]]],
})

export const RUN = { replica: REPLICA, from: 1, bodies: [BODY] }

/** The pieces of the file in their order. Nothing is compressed, so that it can be read. */
export function examplePieces(): readonly Uint8Array[] {
  const writer = new FrameWriter()
  const manifest: Frame = { type: FrameType.manifest, flags: 0, payload: encodeManifest(MANIFEST) }
  const run: Frame = { type: FrameType.run, flags: 0, payload: encode([0, Buffer.from(REPLICA, 'hex'), 1, [BODY]]) }
  return [PACKAGE_MAGIC, ...writer.add(manifest), ...writer.add(run), writer.end(1)]
}
