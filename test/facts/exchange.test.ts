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
import { reconcile } from '../../db/facts/reconcile'
import { verifyWorkspace } from '../../db/verify'
import { makeWorkspace } from '../support/workspace-file'
import { importInto, receiveRecord, recordOf, sendLines, SHOP_A, takeBack } from './replicas'
import { type File, giveLine } from './support'

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
