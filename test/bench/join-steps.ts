/** G5: a new colleague's copy made from a package of everything, up to a file that is open and complete. */

import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { encodeBody } from '../../shared/sync/body-writing'
import { ENTITIES } from '../../shared/sync/registry'
import { REPLICA } from '../support/packages'
import type { Timed } from './apart'
import { createAgency, importAll, lastOf, startProduct } from './product'
import { type WorkloadFile, workloadShops } from './workload'

export interface JoinInput {
  readonly files: readonly WorkloadFile[]
  readonly folder: string
  /** Creators that a colleague added, and edits of single cells of them. */
  readonly creators: number
  readonly edits: number
}

const PER_RUN = 2000
const PER_STEP = 100
const START = Date.UTC(2026, 0, 5)

/** What a colleague did, step by step. */
function* bodiesOf({ creators, edits }: JoinInput): Generator<Uint8Array> {
  const rows = Array.from({ length: creators }, (_, i) => {
    const id = Buffer.alloc(16)
    id.writeUInt32BE(0x01_93_00_00, 0)
    id.writeUInt32BE(i, 12)
    return id
  })
  let wall = START
  const body = (label: string, ops: Parameters<typeof encodeBody>[0]['ops']) => {
    wall += 700
    const head = { hlc: wall * 1024, wall, flags: 0, schema: 3, minReader: 1, author: 'Wang', deps: null }
    return encodeBody({ ...head, label, ops })
  }
  const { n } = ENTITIES.creators
  for (let at = 0; at < creators; at += PER_STEP) {
    const some = rows.slice(at, at + PER_STEP)
    const values = (i: number) => [`bench.${at + i}`, 'Name', 'VN', null, null, null, null]
    yield body(
      'creators.add',
      some.map((row, i) => [n, row, 'i', values(i)] as const),
    )
  }
  // Names, phones and mail addresses in turn: every edit is of another cell until all were edited.
  const columns = [1, 2, 5, 6]
  for (let i = 0; i < edits; i++) {
    const column = columns[Math.floor(i / creators) % columns.length] ?? 1
    yield body('creators.edit', [[n, rows[(i * 7) % creators]!, 'u', [column, `edit ${i}`]]])
  }
}

export async function joinOnce(input: JoinInput, timed: Timed): Promise<{ bytes: number; rows: number }> {
  const { files, folder } = input
  const sender = await createAgency(join(folder, 'joined.starboard'), workloadShops(files.length))
  const { rows } = await importAll(sender, files)
  const { exchange } = sender.context.host.current().workspace
  const arrival = await exchange.open({ kind: 'file', name: 'bench', package: null, sender: null })
  const bodies = [...bodiesOf(input)]
  for (let at = 0; at < bodies.length; at += PER_RUN)
    await exchange.store(arrival, { replica: REPLICA, from: at + 1, bodies: bodies.slice(at, at + PER_RUN) })
  await exchange.settle(arrival, 'keep')
  await exchange.drain()
  const file = join(folder, 'everything.starpack')
  await lastOf(sender.client.sync.export({ to: file, recipient: { to: 'newColleague' }, plain: true }))
  sender.context.host.close()
  const joiner = startProduct()
  const copy = join(folder, 'joiner.starboard')
  await timed(() => lastOf(joiner.client.sync.join({ from: file, file: copy })))
  const digest = joiner.context.host.current().workspace.exchange.vector().get(REPLICA)
  if (digest !== bodies.length) throw new RangeError('the copy is not complete')
  joiner.context.host.close()
  const bytes = statSync(file).size
  for (const name of ['joined', 'joiner'])
    for (const end of ['', '-wal', '-shm', '.lock']) rmSync(join(folder, `${name}.starboard${end}`), { force: true })
  return { bytes, rows }
}
