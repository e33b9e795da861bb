/** Claims sheets between workspaces: the second is warned, learns nothing else, and a hostile file changes nothing. */

import fs from 'node:fs'
import path from 'node:path'

import { expect, test } from 'vitest'

import { type Client, newWorkspace, NOON } from '../support/workspace'

const DAY = 86_400_000

async function addCreator(client: Client, handle: string): Promise<string> {
  const { id } = await client.records.put({ entity: 'creators', fields: { handle, displayName: 'Linh Nguyen' } })
  return String(id)
}

/** Li's workspace with one claim made for a client's shop, and Wang's with the same creator under an id of the same hash. */
async function twoAgencies() {
  const li = await newWorkspace({ author: '小李' })
  const wang = await newWorkspace({ author: 'Wang' })
  const shop = await li.client.shops.add({ name: 'Lumora US-3', market: 'US', client: 'Lumora Beauty' })
  const linh = await addCreator(li.client, 'linh.daily')
  await li.client.outreach.log({ creatorId: linh, shopId: shop.id, kind: 'sent', at: NOON, text: 'about the serum' })
  const there = await addCreator(wang.client, 'linh.daily')
  const file = path.join(li.folder, 'li.starclaims')
  return { li, wang, shop, linh, there, file }
}

test('a colleague of another workspace is warned before the second message', async () => {
  const { li, wang, there, file } = await twoAgencies()
  expect(await li.client.claims.exportSheet({ file })).toEqual({ file, claims: 1, encrypted: false })
  expect(await wang.client.claims.importSheet({ file })).toEqual({
    claims: 1,
    added: 1,
    changed: 0,
    unchanged: 0,
    own: false,
  })
  const [seen] = await wang.client.claims.of({ creators: [there] })
  expect(seen?.holder).toMatchObject({
    owner: '小李',
    elsewhere: true,
    mine: false,
    until: NOON + 14 * DAY,
    lastContact: NOON,
  })
  await expect(wang.client.outreach.log({ creatorId: there, kind: 'sent' })).rejects.toMatchObject({
    code: 'claim.held',
    data: { owner: '小李', until: NOON + 14 * DAY, lastContact: NOON, elsewhere: true },
  })
  expect((await wang.client.claims.list({})).rows.map(({ handle, owner }) => [handle, owner])).toEqual([
    ['linh.daily', '小李'],
  ])
})

test('neither the file nor what is stored of it tells creator, shop, client, text or workspace', async () => {
  const { li, wang, shop, linh, file } = await twoAgencies()
  const mine = await addCreator(li.client, 'known.to.li.only')
  await li.client.claims.claim({ creatorId: mine })
  await li.client.claims.exportSheet({ file })
  await wang.client.claims.importSheet({ file })
  const info = li.context.host.current().workspace
  const told = fs.readFileSync(file, 'utf8')
  const { rows } = await wang.client.records.list({ entity: 'claims' })
  const stored = JSON.stringify(rows)
  const words = ['linh', 'daily', 'known', 'Nguyen', 'Lumora', 'Beauty', 'US-3', 'serum', 'US', 'Agency']
  for (const word of [...words, shop.id, linh, mine, info.workspaceId, info.replicaId]) {
    expect(told.toLowerCase()).not.toContain(word.toLowerCase())
    expect(stored.toLowerCase()).not.toContain(word.toLowerCase())
  }
  expect(rows).toHaveLength(2)
  // Nothing but hashes, the owner, dates and the key.
  for (const row of rows) {
    expect(row.subject).toMatch(/^[0-9a-f]{32}$/u)
    expect(row.origin).toMatch(/^[0-9a-f]{64}$/u)
    expect([row.owner, row.reason, row.released]).toEqual(['小李', null, false])
  }
  expect((await wang.client.claims.list({})).unknown).toBe(1)
  wang.context.host.close()
  const whole = fs.readFileSync(wang.file).toString('latin1')
  for (const word of ['Lumora', 'known.to.li.only', 'serum']) expect(whole).not.toContain(word)
})

test('a sheet taken in again changes nothing, a later one says what changed, and an older one takes nothing back', async () => {
  const { li, wang, linh, there, file } = await twoAgencies()
  await li.client.claims.exportSheet({ file })
  await wang.client.claims.importSheet({ file })
  expect(await wang.client.claims.importSheet({ file })).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
  const later = path.join(li.folder, 'later.starclaims')
  await li.client.claims.release({ creatorId: linh })
  await li.client.claims.exportSheet({ file: later })
  expect(await wang.client.claims.importSheet({ file: later })).toMatchObject({ added: 0, changed: 1 })
  expect((await wang.client.claims.of({ creators: [there] }))[0]?.holder).toBeNull()
  expect(await wang.client.claims.importSheet({ file })).toMatchObject({ changed: 0, unchanged: 1 })
  expect((await wang.client.claims.of({ creators: [there] }))[0]?.holder).toBeNull()
})

test('an override holds against the sheet it went against, until they claim anew', async () => {
  const { li, wang, linh, there, file } = await twoAgencies()
  await li.client.claims.exportSheet({ file })
  await wang.client.claims.importSheet({ file })
  await wang.client.outreach.log({ creatorId: there, kind: 'sent', override: { reason: 'agreed with 小李' } })
  await wang.client.claims.importSheet({ file })
  expect((await wang.client.claims.of({ creators: [there] }))[0]?.holder?.owner).toBe('Wang')
  li.clock.now += 20 * DAY
  wang.clock.now += 20 * DAY
  await li.client.outreach.log({ creatorId: linh, kind: 'sent' })
  await li.client.claims.exportSheet({ file })
  await wang.client.claims.importSheet({ file })
  expect((await wang.client.claims.of({ creators: [there] }))[0]?.holder?.owner).toBe('小李')
})

test('a creator of several names is known by each of them', async () => {
  const { li, wang, linh, file } = await twoAgencies()
  const old = await addCreator(li.client, 'linh_old')
  await li.client.creators.merge({ loser: old, winner: linh })
  await li.client.claims.exportSheet({ file })
  const there = await addCreator(wang.client, '@LINH_old')
  await wang.client.claims.importSheet({ file })
  expect((await wang.client.claims.of({ creators: [there] }))[0]?.holder?.owner).toBe('小李')
})

test('with a passphrase the sheet is encrypted, and opens with that passphrase only', async () => {
  const { li, wang, file } = await twoAgencies()
  await li.client.sync.setPassphrase({ passphrase: '莲花 2026' })
  expect(await li.client.claims.exportSheet({ file })).toMatchObject({ encrypted: true })
  expect(fs.readFileSync(file, 'latin1')).not.toContain('starboardClaims')
  await expect(wang.client.claims.importSheet({ file })).rejects.toMatchObject({ code: 'sync.passphraseNeeded' })
  await expect(wang.client.claims.importSheet({ file, passphrase: 'wrong' })).rejects.toMatchObject({
    code: 'sync.wrongPassphrase',
  })
  expect(await wang.client.claims.importSheet({ file, passphrase: '莲花 2026' })).toMatchObject({ added: 1 })
}, 30_000)

test('the own sheet is told from others’', async () => {
  const { li, file } = await twoAgencies()
  await li.client.claims.exportSheet({ file })
  expect(await li.client.claims.importSheet({ file })).toMatchObject({ own: true, added: 0 })
})

test('a sheet that is cut, changed or made up is refused and changes nothing', async () => {
  const { li, wang, file } = await twoAgencies()
  await li.client.claims.exportSheet({ file })
  const good = fs.readFileSync(file, 'utf8')
  const sheet: { claims: unknown[][]; made: number; owners: string[]; key: string } = JSON.parse(good)
  const line = sheet.claims[0] ?? []
  const withLine = (change: Record<number, unknown>) => ({
    ...sheet,
    claims: [line.map((value, i) => (i in change ? change[i] : value))],
  })
  const bad: readonly (readonly [string, unknown, string])[] = [
    ['empty', '', 'notAPackage'],
    ['cut', good.slice(0, -9), 'notAPackage'],
    ['another file', '{"a": 1}', 'notAPackage'],
    ['a list', '[]', 'notAPackage'],
    ['bytes', Buffer.from([0xff, 0xfe, 0x00, 0x80]), 'notAPackage'],
    ['a handle for a hash', withLine({ 0: 'linh.daily' }), 'malformed'],
    ['nobody’s claim', withLine({ 1: 5 }), 'malformed'],
    ['for ever', withLine({ 3: NOON + 4000 * DAY }), 'malformed'],
    ['before it began', withLine({ 3: NOON - DAY }), 'malformed'],
    ['of 1970', withLine({ 2: 0 }), 'malformed'],
    ['in fractions', withLine({ 2: NOON + 0.5 }), 'malformed'],
    ['a key of another length', { ...sheet, key: 'abc' }, 'malformed'],
    ['more than it may say', { ...sheet, shop: 'Lumora' }, 'malformed'],
    ['an owner with control characters', { ...sheet, owners: ['Li\u202Eiw'] }, 'malformed'],
    ['made next year', { ...sheet, made: NOON + 400 * DAY }, 'malformed'],
    ['too many', { ...sheet, claims: Array.from({ length: 100_001 }, () => line) }, 'malformed'],
  ]
  for (const [name, content, reason] of bad) {
    const text = typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content)
    fs.writeFileSync(file, text)
    const refusal = await wang.client.claims.importSheet({ file }).then(
      () => null,
      (error: unknown) => error,
    )
    expect({ name, refusal }).toMatchObject({ refusal: { code: 'sync.unreadable', data: { reason } } })
  }
  fs.writeFileSync(file, JSON.stringify({ ...sheet, starboardClaims: 2 }))
  await expect(wang.client.claims.importSheet({ file })).rejects.toMatchObject({ code: 'sync.fromFuture' })
  fs.writeFileSync(file, Buffer.alloc(40 * 1024 * 1024, 0x20))
  await expect(wang.client.claims.importSheet({ file })).rejects.toMatchObject({ data: { reason: 'tooLarge' } })
  await expect(wang.client.claims.importSheet({ file: `${file}.none` })).rejects.toMatchObject({
    data: { reason: 'notFound' },
  })
  expect((await wang.client.records.list({ entity: 'claims' })).rows).toEqual([])
})
