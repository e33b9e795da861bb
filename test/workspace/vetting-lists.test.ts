import fs from 'node:fs'
import path from 'node:path'

import { beforeEach, describe, expect, test } from 'vitest'

import { DAY, vettingWorkspace, type VettingWorkspace } from '../support/vetting'
import { finish, NOON } from '../support/workspace'

let workspace: VettingWorkspace
let client: VettingWorkspace['client']
let japan: VettingWorkspace['japan']
let thailand: VettingWorkspace['thailand']
let lotus: VettingWorkspace['lotus']
let add: VettingWorkspace['add']
let observe: VettingWorkspace['observe']
let touch: VettingWorkspace['touch']
let assessed: VettingWorkspace['assessed']
let defaultProfile: VettingWorkspace['defaultProfile']
let sell: VettingWorkspace['sell']
let idOf: VettingWorkspace['idOf']
beforeEach(async () => {
  workspace = await vettingWorkspace()
  ;({ client, japan, thailand, lotus, add, observe, touch, assessed, defaultProfile, sell, idOf } = workspace)
})

describe('allow and block lists', () => {
  test('a block of one client stops its shops and no others, until its last day', async () => {
    const mia = await add('mia')
    await client.vetting.setList({
      creators: [mia],
      level: 'client',
      clientId: lotus,
      verdict: 'block',
      reason: 'brokeAgreement',
      expires: '2026-01-31',
    })
    expect(await client.vetting.warnings({ creators: [mia], shopId: japan })).toEqual([])
    expect(await client.vetting.warnings({ creators: [mia], shopId: thailand })).toMatchObject([
      { warnings: [{ rule: 'blocked', severity: 'stop', decision: { level: 'client', reason: 'brokeAgreement' } }] },
    ])
    expect(await client.vetting.decide({ creators: [mia], shopId: thailand, verdict: 'yes' })).toMatchObject({
      decided: [],
    })
    workspace.clock.now = Date.UTC(2026, 1, 1, 9)
    expect(await client.vetting.warnings({ creators: [mia], shopId: thailand })).toEqual([])
    expect(await client.vetting.lists({})).toEqual([])
    expect(await client.vetting.lists({ expired: true })).toMatchObject([{ creatorId: mia, expired: true }])
  })

  test('nobody is blocked without a reason, and evidence is attached to the entry', async () => {
    const mia = await add('mia')
    await expect(client.vetting.setList({ creators: [mia], level: 'agency', verdict: 'block' })).rejects.toMatchObject({
      code: 'record.invalid',
      data: { field: 'reason' },
    })
    const { ids } = await client.vetting.setList({
      creators: [mia],
      level: 'agency',
      verdict: 'block',
      reason: 'risky',
    })
    const file = path.join(workspace.folder, 'chat.png')
    fs.writeFileSync(file, 'a screenshot')
    await finish(client.attachments.add({ entity: 'creatorDecisions', recordId: ids[0] ?? '', path: file }))
    expect(await client.attachments.list({ entity: 'creatorDecisions', recordId: ids[0] ?? '' })).toMatchObject([
      { name: 'chat.png' },
    ])
    await client.vetting.setList({ creators: [mia], level: 'agency', verdict: 'off' })
    expect(await client.vetting.lists({})).toEqual([])
  })

  test('a list of a client that is not there is refused', async () => {
    const mia = await add('mia')
    await expect(
      client.vetting.setList({ creators: [mia], level: 'client', verdict: 'block', reason: 'risky' }),
    ).rejects.toMatchObject({ code: 'record.notFound' })
  })
})

describe('the reputation card', () => {
  test('counts over all shops what was said, decided, happened and returned', async () => {
    await sell([
      { orderId: '577000000000000001', payment: 3000, creator: 'mia' },
      { orderId: '577000000000000002', payment: 1000, creator: 'mia', fullyReturned: true },
    ])
    const mia = await idOf('mia')
    await touch(mia, japan, NOON - 10 * DAY, 'sent')
    await touch(mia, japan, NOON - 10 * DAY + 6 * 3_600_000, 'replied')
    await client.vetting.addIncident({
      creatorId: mia,
      shopId: japan,
      incident: 'wrongLink',
      note: 'two links',
      at: NOON - DAY,
    })
    await client.vetting.decide({ creators: [mia], shopId: thailand, verdict: 'yes' })
    expect(await client.vetting.reputation({ creatorId: mia })).toMatchObject({
      replies: { sent: 1, replies: 1, waiting: 0, medianMs: 6 * 3_600_000 },
      verdicts: { yes: 1, no: 0 },
      incidents: { wrongLink: 1, noPost: 0 },
      // 4,000 satang at 0.03 are 120 cents, 30 of them returned.
      total: { orders: 2, gmv: 120, refunds: 30, refundRate: 0.25 },
      shops: [{ shopId: thailand, gmv: 120 }],
    })
  })

  test('who sees some shops only learns what happened elsewhere, not where, by whom or why', async () => {
    const mia = await add('mia')
    await client.vetting.addIncident({ creatorId: mia, shopId: japan, incident: 'dispute', note: 'Sakura was angry' })
    await client.vetting.setList({
      creators: [mia],
      level: 'client',
      clientId: lotus,
      verdict: 'block',
      reason: 'risky',
    })
    await client.records.put({ entity: 'people', fields: { name: 'Lin', shops: JSON.stringify([thailand]) } })
    const card = await client.vetting.reputation({ creatorId: mia })
    expect(card.incidents.dispute).toBe(1)
    expect(card.decisions).toMatchObject([
      { kind: 'list', clientId: lotus, elsewhere: false },
      { kind: 'incident', verdict: 'dispute', shopId: null, clientId: null, note: null, person: null, elsewhere: true },
    ])
    expect(JSON.stringify(card)).not.toContain(japan)
    expect(JSON.stringify(card)).not.toContain('Sakura')
  })
})

describe('own rules', () => {
  test('tiers of a market are those that were written, and again the shipped ones after a reset', async () => {
    await client.vetting.putTiers({
      market: 'TH',
      tiers: [
        { key: 'nano', name: null, from: 0 },
        { key: 'star', name: 'Star', from: 100_000 },
      ],
    })
    const tiersIn = async (market: string) =>
      (await client.vetting.rules({})).tiers
        .find((one) => one.market === market)
        ?.tiers.map(({ key, from }) => [key, from])
    expect(await tiersIn('TH')).toEqual([
      ['nano', 0],
      ['star', 100_000],
    ])
    expect((await tiersIn('*'))?.length).toBe(4)
    await client.vetting.resetTiers({ market: 'TH' })
    expect(await tiersIn('TH')).toBeUndefined()
  })

  test('two tiers that begin alike are refused, and nothing is written', async () => {
    const tiers = [
      { key: 'a', name: null, from: 10 },
      { key: 'b', name: null, from: 10 },
    ]
    await expect(client.vetting.putTiers({ market: '*', tiers })).rejects.toMatchObject({
      code: 'record.invalid',
      data: { entity: 'tiers', field: 'fromFollowers', reason: 'alreadyUsed' },
    })
    expect((await client.records.list({ entity: 'tiers' })).rows).toEqual([])
  })

  test('bounds of flags, waits and reason codes hold from then on', async () => {
    const mia = await add('mia')
    await observe(mia, { followers: 320_000, avgViews: 2_400 })
    await touch(mia, japan, NOON - 2 * DAY, 'sent')
    expect((await assessed(mia)).warnings.map(({ rule }) => rule)).toEqual(['contactedLately', 'flagged'])
    const { flags, decisions } = await client.vetting.rules({})
    await client.vetting.putFlagRules({ ...flags, viewsPerFollower: { low: 50, high: null, atLeast: 10_000 } })
    await client.vetting.putDecisionRules({ ...decisions, contactDays: 2 })
    expect((await assessed(mia)).warnings).toEqual([])
    await client.vetting.putReasons([{ key: 'own', name: 'Our reason', uses: ['no'] }])
    expect((await client.vetting.rules({})).reasons).toEqual([{ key: 'own', name: 'Our reason', uses: ['no'] }])
  })

  test('a shop has its own weights or the default ones', async () => {
    const mia = await add('mia', { market: 'TH' })
    const profile = await defaultProfile()
    const criteria = { ...profile.criteria, audienceMarket: { weight: 0, from: 0, to: 1 } }
    await client.vetting.putProfile({ key: thailand, profile: { ...profile, criteria } })
    expect((await assessed(mia, thailand)).score).toMatchObject({ total: null, of: 8 })
    expect((await assessed(mia, japan)).score).toMatchObject({ total: 0, known: 1, of: 9 })
    await client.vetting.resetProfile({ key: thailand })
    expect((await assessed(mia, thailand)).score.total).toBe(100)
  })
})

describe('the shortlist as a file', () => {
  const titles = { handle: 'Creator', title: 'Shortlist', 'tier.mid': 'Mid', save: 'Save reply' }

  test('has the chosen ones with figures, and nothing of ours', async () => {
    const mia = await add('mia', { market: 'TH', phone: '555-0100', remark: 'sister of Zoe' })
    await observe(mia, { followers: 20_000, cvr: 250 })
    const zoe = await add('=zoe')
    await client.vetting.decide({ creators: [mia], shopId: thailand, verdict: 'yes', note: 'ours only' })
    await client.vetting.decide({ creators: [zoe], shopId: thailand, verdict: 'no' })
    const to = path.join(workspace.folder, 'shortlist.csv')
    const wish = { shopId: thailand, format: 'csv', to, language: 'en', titles } as const
    expect(await client.vetting.exportShortlist(wish)).toEqual({ file: to, rows: 1 })
    const [head = '', row = ''] = fs.readFileSync(to, 'utf8').split('\r\n')
    expect(head).toContain('Creator,displayName,market,tier,followers')
    expect(row).toContain('mia,,TH,Mid,20000')
    expect(row).toContain('2.5')
    const text = fs.readFileSync(to, 'utf8')
    for (const secret of ['555-0100', 'sister', 'ours only', 'zoe']) expect(text).not.toContain(secret)
  })

  test('as a page loads nothing from anywhere and runs nothing that a record says', async () => {
    const mia = await add('mia', { displayName: '<script>alert(1)</script>' })
    await client.vetting.decide({ creators: [mia], shopId: thailand, verdict: 'yes' })
    const to = path.join(workspace.folder, 'shortlist.html')
    await client.vetting.exportShortlist({ shopId: thailand, format: 'html', to, language: 'en', titles })
    const page = fs.readFileSync(to, 'utf8')
    expect(page).toContain("default-src 'none'")
    expect(page).not.toContain('<script>alert')
    expect(page).not.toMatch(/https?:/)
    const gone = path.join(workspace.folder, 'no', 'such', 'place.html')
    await expect(
      client.vetting.exportShortlist({ shopId: thailand, format: 'html', to: gone, language: 'en', titles }),
    ).rejects.toMatchObject({ code: 'export.notWritable' })
  })
})
