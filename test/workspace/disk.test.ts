import fs from 'node:fs'
import path from 'node:path'

import { safe } from '@orpc/client'
import { expect, test, vi } from 'vitest'

import { sellerLine } from '../support/exports'
import { fingerprint, problems, refusalOf, sellerText, shopWorkspace, type ShopWorkspace } from '../support/imports'
import { orderDetails, orderLine, writeIncomeCsv } from '../support/income-files'
import { fill, smallDisk } from '../support/small-disk'
import { finish, newCaller, temporaryFolder } from '../support/workspace'

/*
 * A disk that is full while something is written. SQLite's own limit on the file's pages stands in for it, because it
 * fails at the same places with the same code; where this machine may mount one, a real small disk is filled as well.
 */

/** 2,000 lines of 10.00 paid, none of them alike. */
const LINES = Array.from({ length: 2000 }, (_, i) =>
  sellerLine({
    'Order ID': `57700000000000${1000 + i}`,
    'Creator Username': `creator.${i}`,
    'Payment Amount': '10.00',
  }),
)
const [FIRST = [], ...REST] = LINES
const GMV = { gmv: 2_000_000, orders: 2000 }

/** The file may not grow by more than `pages` until the answer is called. */
function limitGrowth({ context }: ShopWorkspace, pages: number): () => void {
  const { writer } = context.host.current().workspace
  const count = Number(writer.pragma('page_count', { simple: true }))
  writer.pragma(`max_page_count = ${count + pages}`)
  return () => void writer.pragma('max_page_count = 4294967294')
}

test.each([0, 1, 5, 20, 40])(
  'an import that finds the disk full after %i pages leaves nothing, and goes in once there is room',
  async (pages) => {
    const workspace = await shopWorkspace()
    const file = workspace.write(sellerText(LINES))
    const before = fingerprint(workspace)
    const release = limitGrowth(workspace, pages)
    expect(await refusalOf(workspace.run(file))).toMatchObject({
      code: 'workspace.diskFull',
      data: { file: workspace.file },
    })
    expect(fingerprint(workspace)).toBe(before)
    expect(await problems(workspace)).toEqual([])
    release()
    expect(await workspace.run(file)).toMatchObject({ inserted: 2000 })
    expect(await workspace.total()).toMatchObject(GMV)
    expect(await problems(workspace)).toEqual([])
  },
)

test('taking an import back, and an edit, on a full disk leave everything as it was', async () => {
  const workspace = await shopWorkspace()
  const { batchId } = await workspace.run(workspace.write(sellerText(LINES)))
  const younger = await workspace.run(
    workspace.write(sellerText([sellerLine({ 'Order ID': '577000000000001000', 'Payment Amount': '99.00' })])),
  )
  const release = limitGrowth(workspace, 0)
  const note = 'n'.repeat(1900)
  const edits = Array.from({ length: 40 }, (_, i) => workspace.client.clients.add({ name: `client ${i}`, note }))
  const refusals = (await Promise.allSettled(edits)).filter(({ status }) => status === 'rejected')
  expect(refusals.length).toBeGreaterThan(0)
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({ reason: { code: 'workspace.diskFull' } })
  }
  expect(await problems(workspace)).toEqual([])
  release()
  for (let step = refusals.length; step < edits.length; step += 1) {
    await workspace.client.history.undo({})
  }
  await workspace.undo(younger.batchId)
  expect(await workspace.total()).toMatchObject(GMV)
  await workspace.undo(batchId)
  expect(await workspace.total()).toMatchObject({ gmv: 0, orders: 0 })
  expect(await problems(workspace)).toEqual([])
})

/** 4,000 orders of 20.00, 18.00 of which is paid out, over five months. */
function incomeFile(folder: string): string {
  const lines = Array.from({ length: 4000 }, (_, i) =>
    orderLine(String(577_000_000_000_000_000n + BigInt(i)), `2025/0${(i % 5) + 1}/1${i % 9}`, '20.00', {
      'Affiliate commission': '-2.00',
    }),
  )
  return writeIncomeCsv(folder, 'income_4000.csv', orderDetails(lines))
}

async function incomeOf({ client, shop }: ShopWorkspace) {
  const { files, months } = await client.income.overview({ shopId: shop.id })
  return { files, settlement: months.reduce((sum, month) => sum + (month.settlement ?? 0), 0) }
}

test.each([0, 1, 3, 5])(
  'an income file that finds the disk full after %i pages leaves nothing, and goes in once there is room',
  async (pages) => {
    const workspace = await shopWorkspace()
    const file = incomeFile(workspace.folder)
    const before = fingerprint(workspace)
    const release = limitGrowth(workspace, pages)
    expect(await refusalOf(workspace.run(file))).toMatchObject({
      code: 'workspace.diskFull',
      data: { file: workspace.file },
    })
    expect(fingerprint(workspace)).toBe(before)
    expect(await incomeOf(workspace)).toEqual({ files: 0, settlement: 0 })
    expect(await problems(workspace)).toEqual([])
    release()
    expect(await workspace.run(file)).toMatchObject({ inserted: 4000 })
    expect(await incomeOf(workspace)).toEqual({ files: 1, settlement: 4000 * 1800 })
    expect(await problems(workspace)).toEqual([])
  },
)

test('taking an income file back on a full disk leaves it counted, and it goes once there is room', async () => {
  const workspace = await shopWorkspace()
  const { batchId } = await workspace.run(incomeFile(workspace.folder))
  const release = limitGrowth(workspace, 0)
  const { error } = await safe(workspace.undo(batchId))
  // What is taken back frees pages, so there may be room for it.
  expect([error, await incomeOf(workspace)]).toMatchObject(
    error === null
      ? [null, { files: 0, settlement: 0 }]
      : [{ code: 'workspace.diskFull' }, { files: 1, settlement: 4000 * 1800 }],
  )
  expect(await problems(workspace)).toEqual([])
  release()
  if (error !== null) await workspace.undo(batchId)
  expect(await incomeOf(workspace)).toEqual({ files: 0, settlement: 0 })
  expect(await problems(workspace)).toEqual([])
})

/** Imports with less and less room: each time refused, and nothing but whole backups added. */
async function holdsOnFullDisk(workspace: ShopWorkspace, disk: string, file: string): Promise<void> {
  const before = fingerprint(workspace)
  for (const room of [40_000, 8192, 0]) {
    const giveBack = fill(disk, room)
    expect(await refusalOf(workspace.run(file))).toMatchObject({ code: 'workspace.diskFull' })
    expect(fingerprint(workspace)).toBe(before)
    const folder = path.join(disk, 'agency.backups')
    const left = fs.existsSync(folder) ? fs.readdirSync(folder) : []
    expect(left.filter((name) => !name.endsWith('-import.starboard'))).toEqual([])
    giveBack()
  }
}

/** A workspace on a small disk of its own, and its two files elsewhere; null (skipped aloud) where none can be had. */
async function onSmallDisk(skip: (note: string) => void) {
  const disk = smallDisk(16)
  if (disk === null) {
    skip('this account may not mount a small disk')
    return null
  }
  const outside = temporaryFolder()
  const write = (name: string, lines: readonly (readonly string[])[]) => {
    const file = path.join(outside, name)
    fs.writeFileSync(file, sellerText(lines))
    return file
  }
  const workspace = await shopWorkspace({ folder: disk })
  return { disk, workspace, one: write('one.csv', [FIRST]), rest: write('rest.csv', REST) }
}

test('a real disk that is full: imports are refused until there is room', async ({ skip }) => {
  const small = await onSmallDisk(skip)
  if (small === null) {
    return
  }
  const { workspace, disk, one, rest } = small
  await holdsOnFullDisk(workspace, disk, one)
  await workspace.run(one)
  // Now a backup comes first: there is room for it or not, but never for the import.
  await holdsOnFullDisk(workspace, disk, rest)
  expect(await problems(workspace)).toEqual([])
  await succeedsWithJustEnough(workspace, disk, rest)
  expect(await problems(workspace)).toEqual([])
  await workspace.client.workspace.close({})
  await openAndBackUp(workspace)
  expect(await workspace.total()).toMatchObject(GMV)
}, 60_000)

test('a real disk that is full: an income file is refused until there is room', async ({ skip }) => {
  const small = await onSmallDisk(skip)
  if (small === null) {
    return
  }
  const { workspace, disk } = small
  const file = incomeFile(temporaryFolder())
  await holdsOnFullDisk(workspace, disk, file)
  await workspace.run(file)
  expect(await incomeOf(workspace)).toEqual({ files: 1, settlement: 4000 * 1800 })
  expect(await problems(workspace)).toEqual([])
}, 60_000)

test('a real disk that is full: checking goes on, opening is refused until there is room', async ({ skip }) => {
  const small = await onSmallDisk(skip)
  if (small === null) {
    return
  }
  const { workspace, disk, one } = small
  await workspace.run(one)
  const before = fingerprint(workspace)
  const giveBack = fill(disk, 0)
  expect(await problems(workspace)).toEqual([])
  await workspace.client.workspace.close({})
  expect(await refusalOf(workspace.client.workspace.open({ file: workspace.file }))).toMatchObject({
    code: 'workspace.diskFull',
  })
  giveBack()
  await openAndBackUp(workspace)
  expect(fingerprint(workspace)).toBe(before)
}, 60_000)

/** Opens the file and waits for the daily backup that goes on behind it. */
async function openAndBackUp({ client, file }: ShopWorkspace): Promise<void> {
  await client.workspace.open({ file })
  await vi.waitFor(async () => {
    const reasons = (await client.workspace.backups({})).map(({ reason }) => reason)
    expect(reasons).toContain('daily')
  }, 20_000)
}

/** Imports with more and more room until it goes in; what is committed counts, although the log could not be moved over. */
async function succeedsWithJustEnough(workspace: ShopWorkspace, disk: string, file: string): Promise<void> {
  for (let room = 0; room < 16 << 20; room += 1 << 18) {
    const before = fingerprint(workspace)
    const giveBack = fill(disk, room)
    const { error } = await safe(workspace.run(file))
    const after = error === null ? null : fingerprint(workspace)
    const { gmv } = await workspace.total()
    giveBack()
    expect([error, gmv]).toMatchObject(error === null ? [null, GMV.gmv] : [{ code: 'workspace.diskFull' }, 1000])
    expect(after ?? before).toBe(before)
    if (error === null) {
      return
    }
  }
}

/** A workspace of two imports, closed; the backup taken before the second holds the first alone. */
async function backedUp() {
  const workspace = await shopWorkspace()
  await workspace.run(workspace.write(sellerText([FIRST])))
  const rest = workspace.write(sellerText(REST))
  await workspace.run(rest)
  const { file } = workspace
  await workspace.client.workspace.close({})
  return { ...workspace, rest, file }
}

test.each<[string, (file: string) => void]>([
  ['overwritten in the middle', (file) => overwrite(file, 0.3, 20_000)],
  ['overwritten at its beginning', (file) => overwrite(file, 0, 200)],
  ['cut in half', (file) => fs.truncateSync(file, Math.floor(fs.statSync(file).size / 2))],
  ['emptied', (file) => fs.truncateSync(file, 0)],
  ['replaced by a text', (file) => fs.writeFileSync(file, 'Dear all,\n')],
])('a workspace file %s is refused with its backups, and one of them brings it back', async (_, damage) => {
  const { file, rest, shop } = await backedUp()
  damage(file)
  const bytes = fs.readFileSync(file)
  const caller = newCaller()
  const { client } = caller
  expect(await refusalOf(client.workspace.open({ file }))).toMatchObject({ code: 'workspace.damaged', data: { file } })
  expect(await client.workspace.state({})).toEqual({ status: 'none' })
  const [backup, ...others] = await client.workspace.backupsOf({ file })
  expect(others).toEqual([])
  expect(backup).toMatchObject({ reason: 'import' })
  const { result } = await finish(client.workspace.restoreDamaged({ file, backup: backup?.file ?? '' }))
  // What was there is kept, to the byte.
  expect(fs.readFileSync(result.keptAs).equals(bytes)).toBe(true)
  expect((await client.roi.summary({})).now).toMatchObject({ orders: 1, gmv: 1000 })
  await finish(client.imports.run({ path: rest, shopId: shop.id }))
  expect((await client.roi.summary({})).now).toMatchObject(GMV)
  expect(await problems(caller)).toEqual([])
})

function overwrite(file: string, share: number, length: number): void {
  const handle = fs.openSync(file, 'r+')
  fs.writeSync(handle, Buffer.alloc(length, 0x5a), 0, length, Math.floor(fs.statSync(file).size * share))
  fs.closeSync(handle)
}
