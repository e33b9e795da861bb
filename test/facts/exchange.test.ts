import { createHash } from 'node:crypto'

import { expect, test } from 'vitest'

import {
  chunksOf,
  factsOnTheWay,
  hasChunk,
  importsHere,
  importsLacking,
  manifestOf,
  stageChunk,
  stageManifest,
} from '../../db/facts/exchange'
import { CHUNK_LINES, encodeChunk } from '../../db/facts/chunk'
import { encodeManifest } from '../../db/facts/manifest'
import { reconcile } from '../../db/facts/reconcile'
import { digest } from '../../db/digest'
import type { OpenWorkspace } from '../../db/open'
import { verifyWorkspace } from '../../db/verify'
import { makeWorkspace } from '../support/workspace-file'
import { importInto, receiveRecord, recordOf, sendLines, SHOP_A, takeBack } from './replicas'
import { batchOf, type File, giveLine } from './support'

const FILE: File = {
  id: 'january',
  shopId: SHOP_A,
  kind: 'affiliateOrders',
  asof: null,
  lines: [giveLine(), giveLine({ orderId: '577000000000000002', creator: 'bo', payment: 5_00 })],
}

test('a colleague’s lines count once all of them are here, and are sent once', async () => {
  const { workspace: ana } = await makeWorkspace()
  const { workspace: bo } = await makeWorkspace()
  const id = await importInto(ana, FILE, 1_000)
  const seqBefore = bo.reader.prepare('SELECT max(seq) FROM sync_log').pluck().get()
  await receiveRecord(bo, recordOf(ana, id))
  expect(importsLacking(bo.reader)).toEqual([id])
  expect(factsOnTheWay(bo.reader)).toEqual([
    { importId: id, fileName: 'january', person: '', rows: 2, partsHere: 0, parts: null },
  ])
  expect((await reconcile(bo)).done).toEqual([])

  expect(await stageManifest(bo, id, manifestOf(ana.reader, id)!)).toBe('staged')
  expect(factsOnTheWay(bo.reader)).toMatchObject([{ partsHere: 0, parts: 1 }])
  const [chunk] = [...chunksOf(ana.reader, id)]
  expect(await stageChunk(bo, chunk!.sha256, chunk!.bytes)).toBe('staged')
  expect(await stageChunk(bo, chunk!.sha256, chunk!.bytes)).toBe('had')
  expect(factsOnTheWay(bo.reader)).toMatchObject([{ partsHere: 1, parts: 1 }])
  expect((await reconcile(bo)).done).toEqual([{ importId: id, action: 'published' }])

  expect(importsHere(bo.reader)).toEqual([id])
  expect(importsLacking(bo.reader)).toEqual([])
  expect(hasChunk(bo.reader, chunk!.sha256)).toBe(true)
  expect(bo.reader.prepare('SELECT count(*) FROM fact_staged').pluck().get()).toBe(0)
  expect(bo.reader.prepare('SELECT handle FROM creators ORDER BY handle').pluck().all()).toEqual(['bo', 'linh.daily'])
  expect(await sendLines(ana, bo, id)).toBe(0)
  expect((await reconcile(bo)).done).toEqual([])
  expect(bo.reader.prepare('SELECT max(seq) FROM sync_log').pluck().get()).toBe(seqBefore)
  expect(manifestOf(bo.reader, id)).toEqual(manifestOf(ana.reader, id))

  await takeBack(ana, id)
  await receiveRecord(bo, recordOf(ana, id))
  expect((await reconcile(bo)).done).toEqual([{ importId: id, action: 'retracted' }])
  expect(bo.reader.prepare('SELECT count(*) FROM creators').pluck().get()).toBe(0)
  expect(
    (await verifyWorkspace(bo.file)).checks
      .filter(({ name }) => ['imports', 'segments', 'rollups', 'chunks'].includes(name))
      .every(({ ok }) => ok),
  ).toBe(true)
})

/** More lines than one chunk holds. */
function longFile(): File {
  const lines = Array.from({ length: CHUNK_LINES + 5 }, (_, i) =>
    giveLine({ orderId: String(577_000_000_000_000_000n + BigInt(i)), payment: 100 }),
  )
  return { ...FILE, id: 'long', lines }
}

function linesIn({ reader }: OpenWorkspace): unknown {
  return reader.prepare('SELECT coalesce(sum(lines), 0) FROM fact_segments').pluck().get()
}

test('nothing of a file counts before its last chunk is here, in whatever order chunks, list and record come', async () => {
  const { workspace: ana } = await makeWorkspace()
  const id = await importInto(ana, longFile(), 1_000)
  const chunks = [...chunksOf(ana.reader, id)]
  expect(chunks).toHaveLength(2)
  const record = (to: OpenWorkspace) => receiveRecord(to, recordOf(ana, id))
  const list = async (to: OpenWorkspace) => void (await stageManifest(to, id, manifestOf(ana.reader, id)!))
  const parts = chunks.map(
    ({ sha256, bytes }) =>
      async (to: OpenWorkspace) =>
        void (await stageChunk(to, sha256, bytes)),
  )
  for (const order of [
    [record, list, ...parts],
    [...parts.toReversed(), list, record],
    [parts[1]!, record, parts[0]!, list],
  ]) {
    const copy = await makeWorkspace()
    const bo = copy.workspace
    for (const [i, step] of order.entries()) {
      expect((await reconcile(bo)).done).toEqual([])
      expect([i, linesIn(bo)]).toEqual([i, 0])
      await step(bo)
    }
    // What was staged outlives the program.
    const again = await copy.reopen()
    expect((await reconcile(again)).done).toEqual([{ importId: id, action: 'published' }])
    expect(linesIn(again)).toBe(CHUNK_LINES + 5)
  }
}, 60_000)

test('one file that two people imported apart counts once, at the earlier of both times, and nothing of it is sent', async () => {
  const { workspace: ana } = await makeWorkspace()
  const { workspace: bo } = await makeWorkspace()
  const older: File = { ...FILE, id: 'older', lines: [giveLine({ payment: 3_00 })] }
  for (const workspace of [ana, bo]) await importInto(workspace, older, 1_500)
  const id = await importInto(ana, FILE, 2_000)
  expect(await importInto(bo, FILE, 1_000)).toBe(id)
  const gmv = ({ reader }: OpenWorkspace) =>
    reader.prepare('SELECT sum(gmv) FROM fact_days WHERE content_type = 255').pluck().get()
  // For Ana the file is newer than the other one, for Bo it is older.
  expect([gmv(ana), gmv(bo)]).toEqual([15_00, 8_00])
  const merged = { ...recordOf(ana, id), as_of: 1_000 }
  for (const workspace of [ana, bo]) await receiveRecord(workspace, merged)
  expect(await sendLines(ana, bo, id)).toBe(0)
  expect((await reconcile(ana)).done).toEqual([{ importId: id, action: 'ranked' }])
  expect((await reconcile(bo)).done).toEqual([])
  expect([gmv(ana), gmv(bo)]).toEqual([8_00, 8_00])
})

test('a time that changes no rank moves no line', async () => {
  const { workspace } = await makeWorkspace()
  const id = await importInto(workspace, FILE, 2_000)
  const version = () => workspace.reader.prepare('SELECT version FROM dim_shops').pluck().get()
  const before = version()
  await receiveRecord(workspace, { ...recordOf(workspace, id), as_of: 1_000 })
  expect((await reconcile(workspace)).done).toEqual([{ importId: id, action: 'ranked' }])
  expect(version()).toBe(before)
  expect((await reconcile(workspace)).done).toEqual([])
})

test('where a file was read differently, the lines that the record speaks of replace the others once they are here', async () => {
  const { workspace: ana } = await makeWorkspace()
  const { workspace: bo } = await makeWorkspace()
  const id = await importInto(ana, FILE, 1_000)
  await importInto(bo, { ...FILE, lines: [giveLine({ payment: 1, creator: 'misread' })] }, 1_000)
  await receiveRecord(bo, recordOf(ana, id))
  expect(importsLacking(bo.reader)).toEqual([id])
  const digests = () => [ana, bo].map(({ reader, tables }) => digest(reader, tables))
  expect(new Set(digests()).size).toBe(2)
  expect(manifestOf(bo.reader, id)).toBeNull()
  expect((await reconcile(bo)).done).toEqual([])
  expect(linesIn(bo)).toBe(1)
  expect(await sendLines(ana, bo, id)).toBe(1)
  expect((await reconcile(bo)).done).toEqual([{ importId: id, action: 'published' }])
  expect(importsLacking(bo.reader)).toEqual([])
  expect(linesIn(bo)).toBe(2)
  expect(new Set(digests()).size).toBe(1)
  expect(bo.reader.prepare('SELECT handle FROM creators ORDER BY handle').pluck().all()).toEqual(['bo', 'linh.daily'])
})

test('a list that the record does not speak of is refused, and one that came before the record is not followed', async () => {
  const { workspace: ana } = await makeWorkspace()
  const { workspace: bo } = await makeWorkspace()
  const { workspace: eve } = await makeWorkspace()
  const id = await importInto(ana, FILE, 1_000)
  await importInto(eve, { ...FILE, lines: [giveLine({ payment: 1 })] }, 1_000)
  await sendLines(eve, bo, id)
  await receiveRecord(bo, recordOf(ana, id))
  expect((await reconcile(bo)).done).toEqual([])
  await expect(stageManifest(bo, id, manifestOf(eve.reader, id)!)).rejects.toMatchObject({ code: 'sync.unreadable' })
  await sendLines(ana, bo, id)
  expect((await reconcile(bo)).done).toEqual([{ importId: id, action: 'published' }])
  expect(manifestOf(bo.reader, id)).toEqual(manifestOf(ana.reader, id))
})

test('staged bytes that the disk has damaged hold up only their own file, and are taken again', async () => {
  const { workspace: ana } = await makeWorkspace()
  const { workspace: bo } = await makeWorkspace()
  const bad = await importInto(ana, FILE, 1_000)
  const good = await importInto(
    ana,
    { ...FILE, id: 'good', lines: [giveLine({ orderId: '577000000000000009' })] },
    1_000,
  )
  for (const id of [bad, good]) {
    await receiveRecord(bo, recordOf(ana, id))
    await sendLines(ana, bo, id)
  }
  const [chunk] = [...chunksOf(ana.reader, bad)]
  await bo.commit({ author: '', label: 'test' }, ({ $client }) =>
    $client.prepare("UPDATE fact_staged SET bytes = x'00' WHERE sha256 = ?").run(chunk!.sha256),
  )
  const { done, failed } = await reconcile(bo)
  expect(done).toEqual([{ importId: good, action: 'published' }])
  expect(failed.map(({ importId }) => importId)).toEqual([bad])
  expect(linesIn(bo)).toBe(1)
  expect(importsLacking(bo.reader)).toEqual([bad])
  expect(await sendLines(ana, bo, bad)).toBe(1)
  expect((await reconcile(bo)).done).toEqual([{ importId: bad, action: 'published' }])
})

test('a reconciliation that is given up between two files goes on the next time', async () => {
  const { workspace: ana } = await makeWorkspace()
  const { workspace: bo } = await makeWorkspace()
  for (const name of ['a', 'b']) {
    const id = await importInto(ana, { ...FILE, id: name }, 1_000)
    await receiveRecord(bo, recordOf(ana, id))
    await sendLines(ana, bo, id)
  }
  const stop = new AbortController()
  const told: number[] = []
  const onProgress = (done: number, total: number) => {
    told.push(done, total)
    if (done === 0) stop.abort()
  }
  await expect(reconcile(bo, { signal: stop.signal, onProgress })).rejects.toThrow('aborted')
  expect(told).toEqual([0, 2])
  expect((await reconcile(bo)).done).toHaveLength(1)
  expect(importsLacking(bo.reader)).toEqual([])
})

// Another name would mean that colleagues with another version send everything again and do not take each other’s chunks.
test('the list of a file’s chunks is these bytes, and the chunk of these lines has this name, for ever', () => {
  const sha256 = '00'.repeat(31) + 'ff'
  expect(Buffer.from(encodeManifest('00000000000000000000000001', [{ sha256, rows: 3 }])).toString('hex')).toBe(
    `830150${'00'.repeat(15)}0181825820${sha256}03`,
  )
  const { batch, texts } = batchOf(FILE.lines)
  expect(createHash('sha256').update(encodeChunk(batch, texts)).digest('hex')).toBe(
    '1385d2ec98f46bc86e8a3be3463663c7528d3cb67ab222c8d0ef60870e9319d1',
  )
})

test('of two files alike in kind and times the id decides, whoever imported which first', async () => {
  const files = ['one', 'two'].map((id, i): File => ({ ...FILE, id, lines: [giveLine({ payment: 1_00 + i })] }))
  const figures: unknown[] = []
  for (const order of [files, files.toReversed()]) {
    const { workspace } = await makeWorkspace()
    for (const file of order) await importInto(workspace, file, 1_000)
    figures.push(workspace.reader.prepare('SELECT gmv FROM fact_days WHERE content_type = 255').pluck().get())
  }
  expect(figures[0]).toBe(figures[1])
})
