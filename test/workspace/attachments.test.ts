/** Files attached to records, through the contract; and their bytes between two copies of a workspace. */

import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

import { expect, test } from 'vitest'

import { createBackup } from '../../db/backup'
import { blobPath, blobsFolder } from '../../db/blob-store'
import { blobsElsewhere, blobsHere, piecesOf, receiveBlob, wantedBlobs } from '../../db/blobs'
import { applying } from '../../db/capture/context'
import { colleagues, give, importInto } from '../support/colleagues'
import { problems, refusalOf } from '../support/imports'
import { finish, newWorkspace, temporaryFolder, type TestWorkspace } from '../support/workspace'

const TEXT = Buffer.from('Exclusivity ends on 31 March.\n'.repeat(50))

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function fileWith(bytes: Uint8Array | string, name = 'contract.pdf'): string {
  const file = path.join(temporaryFolder(), name)
  fs.writeFileSync(file, bytes)
  return file
}

async function* piecewise(bytes: Uint8Array, size = 100): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

/** A workspace with a client that files can be attached to. */
async function withRecord() {
  const workspace = await newWorkspace()
  const { id } = await workspace.client.records.put({ entity: 'clients', fields: { name: 'Kiwi' } })
  const at = { entity: 'clients', recordId: String(id) }
  return {
    ...workspace,
    at,
    add: async (file: string) => (await finish(workspace.client.attachments.add({ ...at, path: file }))).result,
    list: () => workspace.client.attachments.list(at),
    opened: () => workspace.context.host.current().workspace,
  }
}

function stored({ file }: Pick<TestWorkspace, 'file'>): string[] {
  const folder = blobsFolder(file)
  return fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true }).map(String).toSorted() : []
}

/** The record of an attachment as it comes with a colleague's changes, without its bytes. */
async function receiveRecords(
  from: Awaited<ReturnType<typeof withRecord>>,
  to: Awaited<ReturnType<typeof withRecord>>,
) {
  const rows = from.opened().reader.prepare<[], Record<string, unknown>>('SELECT * FROM attachments').all()
  await to.opened().commit({ author: '', label: 'test' }, ({ $client }) =>
    applying($client, () => {
      for (const row of rows) {
        const given = { ...row, record_id: to.at.recordId }
        const columns = Object.keys(given)
        $client
          .prepare(`INSERT INTO attachments (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
          .run(...Object.values(given))
      }
    }),
  )
}

test('an attached file is kept by content, listed with who added it, and saved again byte for byte', async () => {
  const workspace = await withRecord()
  const added = await workspace.add(fileWith(TEXT))
  expect(added).toMatchObject({
    ...workspace.at,
    name: 'contract.pdf',
    mime: 'application/pdf',
    size: TEXT.length,
    sha256: sha256(TEXT),
    addedBy: 'Lin',
    state: 'here',
  })
  expect(await workspace.list()).toEqual([added])
  expect(fs.readFileSync(blobPath(workspace.file, added.sha256))).toEqual(TEXT)
  const to = path.join(temporaryFolder(), 'out.pdf')
  expect(await workspace.client.attachments.save({ id: added.id, to })).toEqual({ file: to })
  expect(fs.readFileSync(to)).toEqual(TEXT)
  expect(await problems(workspace)).toEqual([])
})

test('equal bytes under two names are kept once; removing and undoing leave the bytes alone', async () => {
  const workspace = await withRecord()
  const first = await workspace.add(fileWith(TEXT, 'a.pdf'))
  const second = await workspace.add(fileWith(TEXT, '合同.pdf'))
  const bytes = stored(workspace)
  expect(bytes).toEqual([first.sha256.slice(0, 2), path.join(first.sha256.slice(0, 2), first.sha256)])
  await workspace.client.attachments.remove({ id: first.id })
  await workspace.client.attachments.remove({ id: second.id })
  expect(await workspace.list()).toEqual([])
  expect(stored(workspace)).toEqual(bytes)
  await workspace.client.history.undo({})
  expect((await workspace.list()).map(({ name, state }) => [name, state])).toEqual([['合同.pdf', 'here']])
})

test('what is no file, is gone, too large or has no record is refused, and nothing is kept', async () => {
  const workspace = await withRecord()
  const folder = temporaryFolder()
  const refused = (file: string) => refusalOf(workspace.add(file))
  expect(await refused(folder)).toMatchObject({ code: 'attachment.unreadable', data: { reason: 'notAFile' } })
  expect(await refused(path.join(folder, 'gone.pdf'))).toMatchObject({ data: { reason: 'notFound' } })
  const sparse = fileWith('')
  fs.truncateSync(sparse, 2 * 1024 ** 3 + 1)
  expect(await refused(sparse)).toMatchObject({ data: { reason: 'tooLarge', file: sparse } })
  const nobody = workspace.client.attachments.add({
    entity: 'clients',
    recordId: workspace.at.recordId.replace(/.$/u, '0'),
    path: fileWith(TEXT),
  })
  expect(await refusalOf(finish(nobody))).toMatchObject({ code: 'record.notFound' })
  expect(stored(workspace)).toEqual([])
  expect(await workspace.list()).toEqual([])
})

test('a file that changes while it is read is refused', async () => {
  const workspace = await withRecord()
  const file = fileWith(Buffer.alloc(3 << 20, 1))
  const job = await workspace.client.attachments.add({ ...workspace.at, path: file })
  const growing = async () => {
    let first = true
    for (;;) {
      const step = await job.next()
      if (step.done) return
      if (first) fs.appendFileSync(file, 'more')
      first = false
    }
  }
  expect(await refusalOf(growing())).toMatchObject({ code: 'attachment.unreadable', data: { reason: 'changed' } })
  expect(stored(workspace)).toEqual([])
})

test('an add that is given up leaves nothing behind', async () => {
  const workspace = await withRecord()
  const job = await workspace.client.attachments.add({ ...workspace.at, path: fileWith(Buffer.alloc(8 << 20, 1)) })
  await job.next()
  await job.return?.(undefined)
  expect(stored(workspace)).toEqual([])
  expect(await workspace.list()).toEqual([])
})

test('a file that is still at a colleague’s computer is asked for, comes with the next exchange, and is then saved', async () => {
  const ana = await withRecord()
  const bo = await withRecord()
  const { id, sha256: hash } = await ana.add(fileWith(TEXT))
  await receiveRecords(ana, bo)
  expect(await bo.list()).toMatchObject([{ state: 'elsewhere' }])
  expect(blobsElsewhere(bo.opened())).toEqual([{ sha256: hash, size: TEXT.length }])
  expect(wantedBlobs(bo.opened())).toEqual([])
  const to = path.join(temporaryFolder(), 'out.pdf')
  expect(await refusalOf(bo.client.attachments.save({ id, to }))).toMatchObject({
    code: 'attachment.elsewhere',
    data: { id, name: 'contract.pdf' },
  })
  expect(await bo.list()).toMatchObject([{ state: 'wanted' }])
  expect(wantedBlobs(bo.opened())).toEqual([{ sha256: hash, size: TEXT.length }])

  const { size, pieces } = piecesOf(ana.opened(), hash)!
  expect(await receiveBlob(bo.opened(), { sha256: hash, size }, pieces)).toBe('stored')
  expect(await receiveBlob(bo.opened(), { sha256: hash, size }, piecewise(TEXT))).toBe('had')
  expect(wantedBlobs(bo.opened())).toEqual([])
  expect(blobsHere(bo.opened())).toEqual([{ sha256: hash, size }])
  await bo.client.attachments.save({ id, to })
  expect(fs.readFileSync(to)).toEqual(TEXT)
})

test('bytes that are not what they were announced as are never given a name', async () => {
  const workspace = await withRecord()
  const right = { sha256: sha256(TEXT), size: TEXT.length }
  const changed = Buffer.from(TEXT)
  changed[7] = 0
  for (const bytes of [changed, TEXT.subarray(1), Buffer.concat([TEXT, TEXT]), Buffer.alloc(0)]) {
    const refused = refusalOf(receiveBlob(workspace.opened(), right, piecewise(bytes), { source: 'x.starpack' }))
    expect(await refused).toMatchObject({
      code: 'attachment.unreadable',
      params: { file: 'x.starpack', reason: 'damaged' },
    })
  }
  const escaping = { sha256: '../../../etc/evil', size: TEXT.length }
  expect(await refusalOf(receiveBlob(workspace.opened(), escaping, piecewise(TEXT)))).toMatchObject({
    params: { reason: 'damaged' },
  })
  async function* breaking(): AsyncGenerator<Uint8Array> {
    yield TEXT.subarray(0, 10)
    throw new Error('the line was cut')
  }
  await expect(receiveBlob(workspace.opened(), right, breaking())).rejects.toThrow('the line was cut')
  expect(stored(workspace)).toEqual([])
})

test('stored bytes that were damaged are found by verify, are not handed out, and are asked for again', async () => {
  const workspace = await withRecord()
  const { id, sha256: hash, size } = await workspace.add(fileWith(TEXT))
  fs.writeFileSync(blobPath(workspace.file, hash), Buffer.alloc(TEXT.length))
  expect(await problems(workspace)).toMatchObject([{ name: 'attachments', detail: `attached file ${hash} is damaged` }])
  const to = path.join(temporaryFolder(), 'out.pdf')
  expect(await refusalOf(workspace.client.attachments.save({ id, to }))).toMatchObject({ data: { reason: 'damaged' } })
  expect(fs.readdirSync(path.dirname(to))).toEqual([])
  expect(await workspace.list()).toMatchObject([{ state: 'wanted' }])
  await receiveBlob(workspace.opened(), { sha256: hash, size }, piecewise(TEXT))
  expect(await workspace.list()).toMatchObject([{ state: 'here' }])
  expect(await problems(workspace)).toEqual([])
})

test('what a process that ended in the middle left in the store is gone after the next opening', async () => {
  const workspace = await withRecord()
  await workspace.add(fileWith(TEXT))
  const part = path.join(blobsFolder(workspace.file), '.part-0123456789abcdef')
  fs.writeFileSync(part, 'half')
  await workspace.client.workspace.close({})
  await workspace.client.workspace.open({ file: workspace.file })
  expect(fs.existsSync(part)).toBe(false)
  expect(await workspace.list()).toMatchObject([{ state: 'here' }])
})

test('an attached file comes with a package; without the bytes it is asked for and comes with the next one', async () => {
  const [li, wang] = await colleagues('Li', 'Wang')
  const { id: recordId } = await li!.client.records.put({ entity: 'clients', fields: { name: 'Kiwi' } })
  const at = { entity: 'clients', recordId: String(recordId) }
  const add = async (name: string, bytes: Buffer) =>
    (await finish(li!.client.attachments.add({ ...at, path: fileWith(bytes, name) }))).result
  await add('a.pdf', TEXT)
  const without = path.join(temporaryFolder(), 'edits.starpack')
  await finish(li!.client.sync.export({ to: without, attachments: false }))
  await importInto(wang!, without)
  const [listed] = await wang!.client.attachments.list(at)
  expect(listed).toMatchObject({ name: 'a.pdf', addedBy: 'Li', state: 'elsewhere' })
  expect((await wang!.client.sync.status({})).attachmentsElsewhere).toBe(1)
  const to = path.join(temporaryFolder(), 'out.pdf')
  const save = () => wang!.client.attachments.save({ id: listed?.id ?? '', to })
  expect(await refusalOf(save())).toMatchObject({ code: 'attachment.elsewhere' })
  await add('empty.txt', Buffer.alloc(0))
  expect((await give(li!, wang!)).attachments).toBe(2)
  expect((await wang!.client.attachments.list(at)).map(({ state }) => state)).toEqual(['here', 'here'])
  await save()
  expect(fs.readFileSync(to)).toEqual(TEXT)
  expect((await wang!.client.sync.status({})).attachmentsElsewhere).toBe(0)
  expect(await problems(wang!)).toEqual([])
})

test('a restored backup finds the bytes of its attachments, and nothing of later ones is lost', async () => {
  const workspace = await withRecord()
  const early = await workspace.add(fileWith(TEXT, 'early.pdf'))
  const backup = await createBackup(workspace.file, 'manual', { now: workspace.context.now })
  const late = await workspace.add(fileWith(Buffer.from('later'), 'late.txt'))
  await finish(workspace.client.workspace.restore({ backup: backup.file }))
  expect((await workspace.list()).map(({ name, state }) => [name, state])).toEqual([['early.pdf', 'here']])
  for (const { sha256: hash } of [early, late]) expect(fs.existsSync(blobPath(workspace.file, hash))).toBe(true)
  expect(await problems(workspace)).toEqual([])
})
