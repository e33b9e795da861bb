/** One person's data: given out whole, erased here and at colleagues', and not brought back by undo. */

import fs from 'node:fs'
import path from 'node:path'

import { beforeEach, describe, expect, test } from 'vitest'

import { type Colleague, colleagues, digestsOf, meet } from '../support/colleagues'
import { finish, newWorkspace, type TestWorkspace } from '../support/workspace'

type Who = Pick<TestWorkspace, 'client'>

async function addCreator({ client }: Who, handle: string, fields: Record<string, string> = {}) {
  return String((await client.records.put({ entity: 'creators', fields: { handle, ...fields } })).id)
}

const SECRET = 'QX7-secret-phone'

async function fill(who: Who) {
  const id = await addCreator(who, 'mia.glow', {
    phone: SECRET,
    email: 'mia@x.example',
    address: '12 Hidden Street',
    bank: 'VCB 00710009',
    remark: 'met in Hanoi',
    retainUntil: '2026-01-10',
  })
  const at = Date.UTC(2026, 0, 5)
  await who.client.records.put({
    entity: 'touches',
    fields: { creatorId: id, at, kind: 'sent', text: 'Hello Mia', person: 'Li' },
  })
  await who.client.records.put({
    entity: 'tasks',
    fields: { creatorId: id, kind: 'followUp', title: 'Ask Mia', state: 'open' },
  })
  return id
}

describe('erasing a person', () => {
  let who: TestWorkspace
  let id: string
  beforeEach(async () => {
    who = await newWorkspace()
    id = await fill(who)
  })

  test('says first what goes and what stays, and wants the handle typed', async () => {
    expect(await who.client.creators.erasePreview({ id })).toMatchObject({
      handle: 'mia.glow',
      names: [],
      fields: ['remark', 'phone', 'email', 'address', 'bank', 'retainUntil'],
      records: { touches: 1, tasks: 1, attachments: 0 },
      stays: { imports: 0, costs: 0 },
    })
    await expect(who.client.creators.erase({ id, confirm: 'mia' })).rejects.toMatchObject({
      code: 'record.invalid',
      data: { field: 'confirm', reason: 'notTheHandle' },
    })
    expect(await who.client.creators.get({ id })).toMatchObject({ phone: SECRET, erased: null })
  })

  test('leaves a record without fields, under a handle that says nothing, and the file sound', async () => {
    const { becomes, removed } = await who.client.creators.erase({ id, confirm: '@Mia.Glow', reason: 'asked for it' })
    expect(removed).toBe(2)
    const record = await who.client.creators.get({ id })
    expect(record).toMatchObject({
      handle: becomes,
      phone: null,
      remark: null,
      secrets: { address: false, bank: false, payee: false },
      erased: { person: 'Lin', reason: 'asked for it' },
    })
    expect((await who.client.creators.list({ search: 'mia' })).rows).toEqual([])
    expect((await who.client.records.list({ entity: 'touches' })).rows).toEqual([])
    const changes = await who.client.history.ofRecord({ entity: 'creators', id })
    expect(changes.length).toBeGreaterThan(5)
    expect(changes.every(({ before, after }) => before === null && after === null)).toBe(true)
    expect(JSON.stringify(await who.client.history.recent({}))).not.toContain('mia')
    expect((await finish(who.client.workspace.verify({}))).result).toMatchObject({ ok: true })
  })

  test('keeps no value that a step overwrote, outside of the log itself', async () => {
    await who.client.creators.put({ id, fields: { phone: 'another' } })
    const past = () =>
      JSON.stringify(who.context.host.current().workspace.reader.prepare('SELECT val FROM sync_past').pluck().all())
    expect(past()).toContain(SECRET)
    await who.client.creators.erase({ id, confirm: 'mia.glow' })
    expect(past()).not.toContain(SECRET)
    expect(past()).not.toContain('Hello Mia')
  })

  test('cannot be taken back, nor can the steps before it', async () => {
    const shop = await who.client.clients.add({ name: 'Lotus' })
    await who.client.creators.erase({ id, confirm: 'mia.glow' })
    // The step before the erasure that is about something else is the next that undo takes back.
    await who.client.history.undo({})
    expect((await who.client.clients.list({})).map((one) => one.id)).not.toContain(shop.id)
    // Nothing about the person is left between it and the making of the workspace.
    expect(await who.client.history.undo({})).toMatchObject({ label: 'workspace.create' })
    expect(await who.client.creators.get({ id })).toMatchObject({ phone: null })
  })

  test('takes the bytes of attached files with it, unless somebody else has the same', async () => {
    const other = await addCreator(who, 'other')
    const write = (name: string, bytes: string) => {
      const file = path.join(who.folder, name)
      fs.writeFileSync(file, bytes)
      return file
    }
    const attach = async (recordId: string, file: string) =>
      (await finish(who.client.attachments.add({ entity: 'creators', recordId, path: file }))).result
    const own = await attach(id, write('passport.txt', 'only hers'))
    const shared = await attach(id, write('brief.txt', 'for everybody'))
    await attach(other, write('brief2.txt', 'for everybody'))
    await who.client.creators.erase({ id, confirm: 'mia.glow' })
    const stored = fs.readdirSync(path.join(who.folder, 'agency.files'), { recursive: true }).map(String)
    expect(stored.some((name) => name.endsWith(own.sha256))).toBe(false)
    expect(stored.some((name) => name.endsWith(shared.sha256))).toBe(true)
    expect((await finish(who.client.workspace.verify({}))).result).toMatchObject({ ok: true })
  })

  test('covers every name of the person, and no merge touches an erased one', async () => {
    const old = await addCreator(who, 'mia_old', { phone: '999' })
    const third = await addCreator(who, 'third')
    await who.client.creators.merge({ loser: old, winner: id })
    await who.client.creators.erase({ id, confirm: 'mia.glow' })
    expect(await who.client.records.get({ entity: 'creators', id: old })).toMatchObject({ phone: null })
    await expect(who.client.creators.merge({ loser: third, winner: id })).rejects.toMatchObject({
      code: 'record.invalid',
    })
  })

  test('who is to be erased, because their day has come, is listed until it is done', async () => {
    await addCreator(who, 'later', { retainUntil: '2027-01-01' })
    expect(await who.client.creators.erasureDue({})).toEqual([
      { id, handle: 'mia.glow', retainUntil: '2026-01-10', again: false },
    ])
    await who.client.creators.erase({ id, confirm: 'mia.glow' })
    expect(await who.client.creators.erasureDue({})).toEqual([])
  })
})

describe('between colleagues', () => {
  const pastOf = ({ context }: Colleague) =>
    JSON.stringify(context.host.current().workspace.reader.prepare('SELECT val FROM sync_past').pluck().all())

  test('an erasure erases at everybody’s, also what their own steps overwrote', async () => {
    const [li, wang] = await colleagues('Li', 'Wang')
    const id = await fill(li!)
    await meet([li!, wang!])
    await wang!.client.creators.put({ id, fields: { phone: 'newer' } })
    await meet([li!, wang!])
    expect(pastOf(wang!)).toContain(SECRET)
    await li!.client.creators.erase({ id, confirm: 'mia.glow' })
    await meet([li!, wang!])
    expect(await wang!.client.creators.get({ id })).toMatchObject({ phone: null, erased: { person: 'Li' } })
    expect(pastOf(wang!)).not.toContain(SECRET)
    expect((await wang!.client.records.list({ entity: 'touches' })).rows).toEqual([])
    expect((await digestsOf([li!, wang!])).size).toBe(1)
    await wang!.client.clients.add({ name: 'Lotus' })
    await wang!.client.history.undo({})
    await expect(wang!.client.history.undo({})).rejects.toMatchObject({ code: 'undo.nothing' })
    for (const who of [li!, wang!])
      expect((await finish(who.client.workspace.verify({}))).result).toMatchObject({ ok: true })
  })

  test('what a colleague wrote meanwhile is listed as come back, and erasing again ends it for everybody', async () => {
    const [li, wang] = await colleagues('Li', 'Wang')
    const id = await fill(li!)
    await meet([li!, wang!])
    await wang!.client.records.put({
      entity: 'touches',
      fields: { creatorId: id, at: 1, kind: 'note', text: 'called her' },
    })
    await wang!.client.creators.put({ id, fields: { phone: '4242' } })
    const { becomes } = await li!.client.creators.erase({ id, confirm: 'mia.glow' })
    await meet([li!, wang!])
    for (const who of [li!, wang!])
      expect(await who.client.creators.erasureDue({})).toMatchObject([{ id, again: true }])
    await wang!.client.creators.erase({ id, confirm: becomes })
    await meet([li!, wang!])
    for (const who of [li!, wang!]) {
      expect(await who.client.creators.erasureDue({})).toEqual([])
      expect(await who.client.creators.get({ id })).toMatchObject({ phone: null })
      expect((await who.client.inbox.list({ levels: ['decision', 'hold'] })).items).toEqual([])
    }
    expect((await digestsOf([li!, wang!])).size).toBe(1)
  })

  test('taking back what an arrival brought does not bring an erased person back', async () => {
    const [li, wang] = await colleagues('Li', 'Wang')
    const id = await fill(li!)
    await meet([li!, wang!])
    await li!.client.creators.erase({ id, confirm: 'mia.glow' })
    await meet([li!, wang!])
    const arrivals = await wang!.client.sync.arrivals({})
    for (const { id: arrival } of arrivals) await finish(wang!.client.sync.undoArrival({ arrival }))
    expect(await wang!.client.creators.get({ id })).toMatchObject({ phone: null, erased: { person: 'Li' } })
    expect((await wang!.client.records.list({ entity: 'touches' })).rows).toEqual([])
  })
})

test('everything of one person is written out, without what the role may not see', async () => {
  const who = await newWorkspace()
  const id = await fill(who)
  const out = path.join(who.folder, 'out')
  fs.mkdirSync(out)
  const all = await who.client.creators.exportPerson({ id, folder: out, words: { phone: '电话' } })
  const json = fs.readFileSync(all.files[0]!, 'utf8')
  expect(JSON.parse(json)).toMatchObject({
    handle: 'mia.glow',
    creators: [{ phone: SECRET, bank: 'VCB 00710009' }],
    touches: [{ text: 'Hello Mia' }],
    tasks: [{ title: 'Ask Mia' }],
  })
  const html = fs.readFileSync(all.files[1]!, 'utf8')
  expect(html).toContain('电话')
  expect(html).toContain('Hello Mia')
  // Those who give roles keep theirs; then Lin is a reviewer in somebody else's eyes.
  await who.client.people.put({ name: 'Boss', role: 'owner' })
  await who.client.people.put({ name: 'Lin', role: 'reviewer' })
  const masked = await who.client.creators.exportPerson({ id, folder: out })
  for (const file of masked.files) {
    const text = fs.readFileSync(file, 'utf8')
    for (const secret of [SECRET, 'mia@x.example', 'Hidden Street', 'VCB 00710009']) expect(text).not.toContain(secret)
  }
  await expect(who.client.creators.exportPerson({ id, folder: path.join(out, 'missing') })).rejects.toMatchObject({
    code: 'export.notWritable',
  })
})
