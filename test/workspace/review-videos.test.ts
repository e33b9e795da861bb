/** Videos of reviews: into the store and played from there; files that are no videos, too large, or given up. */

import fs from 'node:fs'
import path from 'node:path'

import { expect, test } from 'vitest'

import { blobsFolder } from '../../db/blob-store'
import { problems, refusalOf } from '../support/imports'
import { fileWith, MP4, withScript } from '../support/reviews'
import { finish, temporaryFolder } from '../support/workspace'

test('a video is copied into the store and becomes a version with its file in one step', async () => {
  const { client, reviews, shopId, file } = await withScript()
  const cut = fileWith(MP4, 'cut.bin')
  const { result, progress } = await finish(reviews.submit({ fields: { kind: 'video', shopId }, path: cut }))
  expect(progress.at(-1)).toMatchObject({ done: MP4.length, total: MP4.length })
  expect(result.versionList[0]?.file).toMatchObject({
    name: 'cut.bin',
    mime: 'video/mp4',
    size: MP4.length,
    state: 'here',
  })
  const played = await reviews.play({ versionId: result.versionList[0]?.id ?? '' })
  expect(played).toMatchObject({ mime: 'video/mp4', name: 'cut.bin' })
  expect(played.url).toMatch(/^media:\/\/starboard\/[0-9a-f]{64}$/)
  await client.history.undo({})
  expect((await reviews.list({ queue: 'all' })).total).toBe(1)
  expect(fs.existsSync(blobsFolder(file))).toBe(true)
  expect(await problems({ client })).toEqual([])
})

test('what is no video by its bytes is refused with what it is, whatever its name says; nothing is kept', async () => {
  const { reviews, shopId, file } = await withScript()
  const refused = async (bytes: Uint8Array | string) =>
    refusalOf(finish(reviews.submit({ fields: { kind: 'video', shopId }, path: fileWith(bytes) })))
  const of = (looksLike: string) => ({ code: 'attachment.unreadable', data: { reason: 'notAVideo', looksLike } })
  expect(await refused(Buffer.from('%PDF-1.7 …'))).toMatchObject(of('document'))
  expect(await refused(Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]))).toMatchObject(of('image'))
  expect(await refused(Buffer.from('PK\u0003\u0004 not a film'))).toMatchObject(of('archive'))
  expect(await refused('just words')).toMatchObject(of('text'))
  expect(await refused('')).toMatchObject(of('empty'))
  expect(await refused(Buffer.from([1, 2, 0, 9, 200]))).toMatchObject(of('unknown'))
  const nowhere = reviews.submit({ fields: { kind: 'video', shopId }, path: path.join(temporaryFolder(), 'gone.mp4') })
  expect(await refusalOf(finish(nowhere))).toMatchObject({ data: { reason: 'notFound' } })
  const folder = reviews.submit({ fields: { kind: 'video', shopId }, path: temporaryFolder() })
  expect(await refusalOf(finish(folder))).toMatchObject({ code: 'attachment.unreadable' })
  expect(fs.existsSync(blobsFolder(file)) ? fs.readdirSync(blobsFolder(file)) : []).toEqual([])
  expect((await reviews.list({ queue: 'all' })).total).toBe(1)
})

test('over 2 GB is refused before a byte is copied, with the limit named', async () => {
  const { reviews, shopId } = await withScript()
  const large = fileWith(MP4)
  // Without bytes on the disk.
  fs.truncateSync(large, 2 * 1024 ** 3 + 1)
  const refusal = await refusalOf(finish(reviews.submit({ fields: { kind: 'video', shopId }, path: large })))
  expect(refusal).toMatchObject({ code: 'attachment.unreadable', data: { reason: 'tooLarge', file: large } })
})

test('a video that is given up in the middle leaves neither review nor bytes', async () => {
  const { reviews, shopId, file } = await withScript()
  const cut = fileWith(Buffer.concat([MP4, Buffer.alloc(8 << 20, 3)]))
  const job = await reviews.submit({ fields: { kind: 'video', shopId }, path: cut })
  await job.next()
  await job.return?.(undefined)
  expect((await reviews.list({ queue: 'all' })).total).toBe(1)
  expect(fs.existsSync(blobsFolder(file)) ? fs.readdirSync(blobsFolder(file)) : []).toEqual([])
})

test('steps say which content was handed in anew or judged, by its title', async () => {
  const { client, reviews, review } = await withScript()
  await reviews.judge({ id: review.id, verdict: 'needsWork' })
  await finish(reviews.submit({ id: review.id, text: 'A better one.' }))
  const { steps } = await client.history.recent({ limit: 2 })
  expect(steps.map(({ label, subject }) => [label, subject])).toEqual([
    ['reviews.version', review.title],
    ['reviews.judge', `${review.title} → needsWork`],
  ])
})
