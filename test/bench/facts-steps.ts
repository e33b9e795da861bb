/** G4: imported lines on their way to a colleague: packed, checked as they arrive, and published. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { applying } from '../../db/capture/context'
import { chunkNumbers, packChunk, readChunk } from '../../db/facts/batches'
import { encodeChunk } from '../../db/facts/chunk'
import { chunksOf, importsHere, manifestOf, stageChunk, stageManifest } from '../../db/facts/exchange'
import { reconcile } from '../../db/facts/reconcile'
import { createWorkspace, type OpenWorkspace } from '../../db/open'
import { watchTurns } from './backup-steps'
import { createAgency, importAll } from './product'
import { type WorkloadFile, workloadShops } from './workload'

export interface SendInput {
  readonly files: readonly WorkloadFile[]
  readonly folder: string
  readonly rounds: number
}

export interface SendTimes {
  readonly rows: number
  /** Of all chunks and lists, as they travel. */
  readonly bytes: number
  readonly encode: readonly number[]
  readonly stage: readonly number[]
  readonly publish: readonly number[]
  readonly longestTurns: readonly number[]
}

export async function sendRounds({ files, folder, rounds }: SendInput): Promise<SendTimes> {
  const { context } = await createAgency(join(folder, 'sender.starboard'), workloadShops(files.length))
  const imported = await importAll({ context, client: context.client }, files)
  const from = context.host.current().workspace
  const times = { encode: [], stage: [], publish: [], longestTurns: [] } as Record<
    'encode' | 'stage' | 'publish' | 'longestTurns',
    number[]
  >
  for (let round = 0; round < rounds; round++) {
    times.encode.push(await encodeAll(from))
    const file = join(folder, `receiver-${round}.starboard`)
    const to = await createWorkspace(file)
    await copyRecords(from, to)
    const turns = watchTurns()
    await timed(times.stage, () => stageAll(from, to))
    await timed(times.publish, async () => {
      const { done } = await reconcile(to)
      if (done.length !== files.length) throw new RangeError(`${done.length} of ${files.length} files were published`)
    })
    times.longestTurns.push(turns())
    to.close()
    for (const end of ['', '-wal', '-shm', '.lock']) rmSync(file + end, { force: true })
  }
  const bytes = importsHere(from.reader)
    .flatMap((id) => [
      manifestOf(from.reader, id)?.length ?? 0,
      ...[...chunksOf(from.reader, id)].map((chunk) => chunk.bytes.length),
    ])
    .reduce((sum, length) => sum + length, 0)
  context.host.close()
  return { rows: imported.rows, bytes, ...times }
}

/** What the log brings: the records of the imports. */
async function copyRecords(from: OpenWorkspace, to: OpenWorkspace): Promise<void> {
  const rows = from.reader.prepare<[], Record<string, unknown>>('SELECT * FROM imports').all()
  await to.commit({ author: '', label: 'bench' }, ({ $client }) =>
    applying($client, () => {
      for (const row of rows) {
        const columns = Object.keys(row)
        $client
          .prepare(`INSERT INTO imports (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
          .run(...Object.values(row))
      }
    }),
  )
}

async function stageAll(from: OpenWorkspace, to: OpenWorkspace): Promise<void> {
  for (const id of importsHere(from.reader)) {
    const list = manifestOf(from.reader, id)
    if (list !== null) await stageManifest(to, id, list)
    for (const { sha256, bytes } of chunksOf(from.reader, id)) await stageChunk(to, sha256, bytes)
  }
}

/** Milliseconds to pack every chunk again, without reading them. */
async function encodeAll({ reader }: OpenWorkspace): Promise<number> {
  let ms = 0
  for (const batchNo of reader.prepare<[], number>('SELECT no FROM fact_batches').pluck().all()) {
    for (const n of chunkNumbers(reader, batchNo)) {
      const { batch, texts } = await readChunk(reader, batchNo, n)
      const start = performance.now()
      await packChunk(encodeChunk(batch, texts))
      ms += performance.now() - start
    }
  }
  return ms
}

async function timed(into: number[], work: () => Promise<unknown>): Promise<void> {
  const start = performance.now()
  await work()
  into.push(performance.now() - start)
}
