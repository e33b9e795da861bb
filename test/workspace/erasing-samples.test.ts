/** An erased person's samples, posts and reviews: what is personal is nowhere any more, what are the agency's books stays. */

import fs from 'node:fs'

import { describe, expect, test } from 'vitest'

import { BELONGINGS, emptiedFields } from '../../db/belongings'
import { quoted } from '../../db/database'
import { columnsOf, ENTITY_LIST } from '../../shared/sync/registry'
import { type Colleague, colleagues, digestsOf, meet } from '../support/colleagues'
import { HANDLE, life, MARK } from '../support/erasing'
import { type Client, finish, newWorkspace, temporaryFolder, type TestWorkspace } from '../support/workspace'

interface Who {
  readonly client: Client
  readonly context: TestWorkspace['context']
}

/** Columns of any table in which the mark stands, apart from the chain of the log itself. */
function leftOf({ context }: Who): string[] {
  const { reader } = context.host.current().workspace
  const tables = reader
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('sync_log', 'sync_waiting')`,
    )
    .pluck()
    .all()
  return tables.flatMap((table) => {
    const columns = reader.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
    return columns
      .filter((column) =>
        reader
          .prepare(
            `SELECT 1 FROM ${quoted(table)} WHERE instr(lower(CAST(${quoted(column)} AS TEXT)), '${MARK}') > 0 LIMIT 1`,
          )
          .get(),
      )
      .map((column) => `${table}.${column}`)
  })
}

/** Names and contents of stored files in which the mark stands. */
function filesOf({ context }: Who): string[] {
  const folder = `${context.host.current().workspace.file.replace(/\.starboard$/u, '')}.files`
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .filter((file) => fs.readFileSync(file).includes(MARK))
}

describe('erasing somebody with samples, posts and reviews', () => {
  test('says first what goes and what stays emptied, and leaves no word of the person in any table or file', async () => {
    const who = await newWorkspace()
    const { mia } = await life(who)
    expect(leftOf(who).length).toBeGreaterThan(30)
    expect(filesOf(who)).toHaveLength(2)
    const preview = await who.client.creators.erasePreview({ id: mia })
    expect(preview.records).toMatchObject({
      parcels: 1,
      sampleNudges: 2,
      reviews: 1,
      reviewVersions: 1,
      reviewNotes: 1,
      reviewEvents: 1,
      attachments: 2,
    })
    expect(preview.emptied).toMatchObject({
      samples: 1,
      contents: 1,
      contentChecks: 1,
      samplePosts: 1,
      violations: 1,
      liveSlots: 1,
      campaignCreators: 1,
      payTerms: 1,
    })
    await who.client.creators.erase({ id: mia, confirm: HANDLE })
    expect(leftOf(who)).toEqual([])
    expect(filesOf(who)).toEqual([])
    expect(JSON.stringify(await who.client.history.recent({ limit: 500 })).toLowerCase()).not.toContain(MARK)
    expect((await finish(who.client.workspace.verify({}))).result).toMatchObject({ ok: true })
  })

  test('keeps the books: the sample, its costs, its dates, the post that counted, points, agreed pay', async () => {
    const who = await newWorkspace()
    const { client } = who
    const { mia, sampleId, contentId, campaignId, shop } = await life(who)
    const before = await client.samples.get({ id: sampleId })
    const { becomes } = await client.creators.erase({ id: mia, confirm: HANDLE })
    expect(await client.samples.get({ id: sampleId })).toEqual({
      ...before,
      handle: becomes,
      recipient: null,
      phone: null,
      address: null,
      reason: null,
      note: null,
      parcels: [],
      proofs: 0,
      nudges: 0,
    })
    expect(await client.content.get({ id: contentId })).toMatchObject({
      handle: becomes,
      contentId: null,
      url: null,
      title: null,
      posts: [{ sampleId, verdict: 'valid' }],
    })
    expect(await client.content.violations({ shopId: shop.id })).toMatchObject([{ points: 3, lesson: null }])
    expect(await client.campaigns.terms({ campaignId, creatorId: mia })).toMatchObject([{ terms: { amount: 5000 } }])
    expect((await client.reviews.list({ queue: 'all' })).rows).toEqual([])
    // It goes on to its end, and nothing of the person comes back by it.
    await client.samples.step({ ids: [sampleId], to: 'closed', through: true })
    expect(await client.creators.erasureDue({})).toEqual([])
  })

  test('cannot be taken back, and the history of what stays shows that something changed and not what', async () => {
    const who = await newWorkspace()
    const { client } = who
    const { mia, sampleId, tom } = await life(who)
    await client.creators.put({ id: tom, fields: { remark: 'later' } })
    await client.creators.erase({ id: mia, confirm: HANDLE })
    await client.history.undo({})
    expect(await client.creators.get({ id: tom })).toMatchObject({ remark: null })
    for (;;) {
      const step = await client.history.undo({}).catch(() => null)
      if (step === null) break
    }
    expect(leftOf(who)).toEqual([])
    const changes = await client.history.ofRecord({ entity: 'samples', id: sampleId })
    expect(changes.length).toBeGreaterThan(3)
    expect(changes.every(({ before, after }) => before === null && after === null)).toBe(true)
  }, 30_000)

  test('everything of it is given out before, by everybody whom the role lets see it', async () => {
    const who = await newWorkspace()
    const { mia } = await life(who)
    const folder = temporaryFolder()
    const { files } = await who.client.creators.exportPerson({ id: mia, folder })
    const given: unknown = JSON.parse(fs.readFileSync(files[0] ?? '', 'utf8'))
    expect(given).toMatchObject({
      samples: [{ address: `12 ${MARK} Street` }],
      parcels: [{ tracking: `1Z${MARK}` }],
      sampleNudges: [{ text: `Hello ${MARK}` }, { text: `${MARK} was ill` }],
      contents: [{ title: `${MARK} tries it` }],
      reviewNotes: [{ text: `${MARK} mumbles` }],
      attachments: [{ entity: 'samples' }, { entity: 'reviewVersions' }],
    })
  })
})

describe('between colleagues', () => {
  test('everybody’s copy forgets, also what was overwritten there; what is written afterwards is due again', async () => {
    const [li, wang] = await colleagues('Li', 'Wang')
    if (!li || !wang) throw new Error('two are made')
    const { mia, sampleId } = await life(li)
    await meet([li, wang])
    await wang.client.samples.put({ id: sampleId, fields: { address: `9 ${MARK} Road` } })
    await meet([li, wang])
    await li.client.creators.erase({ id: mia, confirm: HANDLE })
    // Wang does not know yet.
    await wang.client.records.put({ entity: 'parcels', fields: { sampleId, tracking: `2Z${MARK}` } })
    await wang.client.samples.put({ id: sampleId, fields: { phone: `777 ${MARK}` } })
    await meet([li, wang])
    const due = (one: Colleague) => one.client.creators.erasureDue({})
    for (const one of [li, wang]) expect(await due(one)).toMatchObject([{ id: mia, again: true }])
    const { handle } = await wang.client.creators.get({ id: mia })
    await wang.client.creators.erase({ id: mia, confirm: handle })
    await meet([li, wang])
    for (const one of [li, wang]) {
      expect(leftOf(one)).toEqual([])
      expect(await due(one)).toEqual([])
      expect((await one.client.inbox.list({ levels: ['decision', 'hold'] })).items).toEqual([])
      expect((await finish(one.client.workspace.verify({}))).result).toMatchObject({ ok: true })
    }
    expect((await digestsOf([li, wang])).size).toBe(1)
  }, 60_000)
})

describe('every kind of record', () => {
  /** Records that name a creator or a record of one's and say nothing of the person beyond that. */
  const NOTHING_PERSONAL = new Set(['contentFigures', 'costLines'])

  test('that leads to a creator is one that an erasure knows', () => {
    const known = new Set<string>(['creators', ...BELONGINGS.map(({ entity }) => entity)])
    const missing = ENTITY_LIST.flatMap((entity) => {
      const leads = columnsOf(entity).some(({ references, onDeleted }) =>
        references === 'creators' ? true : onDeleted === 'hideChild' && known.has(references ?? ''),
      )
      return leads && !known.has(entity.name) && !NOTHING_PERSONAL.has(entity.name) ? [entity.name] : []
    })
    expect(missing).toEqual([])
  })

  /** By kind of record that stays: its texts that stay, each of them no word of or about the person. */
  const TEXTS_THAT_STAY: Readonly<Record<string, string>> = {
    campaignCreators: 'state owner',
    payTerms: 'model terms',
    liveSlots: 'state products owner',
    samples: 'productId skuId variation kind collaboration applicationId orderId platformStatus owner source',
    sampleEvents: 'fromState toState resolves person',
    contents: 'kind',
    samplePosts: 'verdict how person',
    contentChecks: 'person',
    violations: 'rule state',
    contracts: 'kind number exclusive party law owner templateKey',
    contractVersions: 'sha256 languages person',
    contractEvents: 'fromState toState resolves person',
    contractSignatures: 'party method versionSha256 fileSha256 witness',
    obligations: 'key kind party',
    guardOverrides: 'guard person',
    statements: 'month number language figures sha256 person',
    payables: 'kind month owner',
    payableEvents: 'fromState toState resolves person',
    ledgerEntries: 'kind debit credit method person',
  }

  test('that stays keeps no text but those that tell of the sample, the shop or the colleague', () => {
    const stays = BELONGINGS.filter(({ empties }) => empties !== null)
    const texts = stays.map(({ entity }) => {
      const columns = columnsOf(ENTITY_LIST.find(({ name }) => name === entity)!)
      const left = columns.flatMap(({ field, kind }) =>
        (kind === 'text' || kind === 'json') && !emptiedFields(entity).includes(field) ? [field] : [],
      )
      return [entity, left.join(' ')]
    })
    expect(Object.fromEntries(texts)).toEqual(TEXTS_THAT_STAY)
  })
})
