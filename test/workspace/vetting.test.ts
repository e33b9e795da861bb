import { beforeEach, describe, expect, test } from 'vitest'

import { colleagues, give } from '../support/colleagues'
import { DAY, vettingWorkspace, type VettingWorkspace } from '../support/vetting'
import { NOON } from '../support/workspace'

let workspace: VettingWorkspace
let client: VettingWorkspace['client']
let japan: VettingWorkspace['japan']
let thailand: VettingWorkspace['thailand']
let add: VettingWorkspace['add']
let observe: VettingWorkspace['observe']
let touch: VettingWorkspace['touch']
let assessed: VettingWorkspace['assessed']
let defaultProfile: VettingWorkspace['defaultProfile']
let sell: VettingWorkspace['sell']
let idOf: VettingWorkspace['idOf']
beforeEach(async () => {
  workspace = await vettingWorkspace()
  ;({ client, japan, thailand, add, observe, touch, assessed, defaultProfile, sell, idOf } = workspace)
})

describe('assessing', () => {
  test('puts together what sources and people say, each figure with its source', async () => {
    const mia = await add('mia', { market: 'TH', category: 'Beauty', language: 'th' })
    await observe(mia, { followers: 320_000, avgViews: 2_400, gpm: 1000, cvr: 250 })
    await client.vetting.putProfile({
      key: thailand,
      profile: { ...(await defaultProfile()), categories: ['beauty'] },
    })
    const one = await assessed(mia)
    expect(one.tier).toEqual({ key: 'mid', name: null })
    expect(one.flags).toMatchObject([{ flag: 'viewsPerFollower', side: 'low', value: 75, source: 'fastmoss' }])
    expect(one.match.state).toBe('match')
    // Known weights: category 15, market 20, language 10, GPM 20, CVR 10 = 75; of 100: 20, 26.67, 13.33, 26.67, 13.33.
    // Rounded down 20 + 26 + 13 + 26 + 13 = 98; the two left go to market and GPM. GPM $10 of $20: 0.5 × 27 = 13.5, so 14;
    // CVR 2.5 % of 5 %: 0.5 × 13 = 6.5, so 7. 20 + 27 + 13 + 14 + 7 = 81.
    expect(one.score).toMatchObject({ total: 81, known: 5, of: 9, currency: 'USD' })
    expect(one.score.lines.find(({ criterion }) => criterion === 'gpm')).toMatchObject({
      seen: 1000,
      points: 14,
      max: 27,
      origin: { source: 'fastmoss', observedAt: NOON - DAY, stale: false },
    })
    expect(one.results).toBeNull()
  })

  test('a creator of another market is told in the list of warnings, with what was seen', async () => {
    const local = await add('local', { market: 'JP', language: 'ja' })
    const other = await add('other', { market: 'JP', audienceMarket: 'US' })
    expect(await client.vetting.warnings({ creators: [local, other], shopId: japan })).toMatchObject([
      {
        creatorId: other,
        warnings: [{ rule: 'marketMismatch', severity: 'ask' }],
        match: { reasons: [{ about: 'audienceMarket', seen: 'US', wanted: 'JP' }] },
      },
    ])
  })

  test('what a merged creator did under any of their names counts', async () => {
    const mia = await add('mia')
    const old = await add('mia.old')
    await touch(old, japan, NOON - 2 * DAY, 'sent')
    await observe(old, { followers: 2_000_000 })
    await client.creators.merge({ loser: old, winner: mia })
    const one = await assessed(old)
    expect(one).toMatchObject({ creatorId: mia, handle: 'mia', tier: { key: 'head' } })
    expect(one.warnings).toMatchObject([{ rule: 'contactedLately', person: 'Wang', count: 2, limit: 7 }])
  })

  test('somebody who is not there is refused', async () => {
    await expect(client.vetting.assess({ creators: ['01ARZ3NDEKTSV4RRFFQ69G5FAV'] })).rejects.toMatchObject({
      code: 'record.notFound',
    })
  })

  test('own results and samples come from imported lines', async () => {
    await sell([
      { orderId: '577000000000000001', payment: 3500, creator: 'mia' },
      { orderId: '577000000000000002', payment: 1500, creator: 'mia', fullyReturned: true },
      { orderId: '577000000000000003', payment: 0, price: 0, creator: 'zoe' },
    ])
    const [mia, zoe] = [await idOf('mia'), await idOf('zoe')]
    // 3,500 + 1,500 satang at 0.03 are 150 cents, 45 of them returned: 105 stayed, 30 % went back.
    expect((await assessed(mia)).results).toMatchObject({
      orders: 2,
      gmv: 150,
      netGmv: 105,
      refundRate: 0.3,
      currency: 'USD',
    })
    const sampled = await assessed(zoe)
    expect(sampled.results).toMatchObject({ orders: 0, gmv: 0 })
    // Sampled on 10 January, five days before.
    expect(sampled.warnings).toMatchObject([{ rule: 'sampledLately', count: 5, limit: 30 }])
  })
})

describe('verdicts', () => {
  test('hold for one shop, with who, when and why, and are one step that can be undone', async () => {
    const mia = await add('mia')
    const { decided } = await client.vetting.decide({
      creators: [mia],
      shopId: japan,
      verdict: 'no',
      reason: 'wrongAudience',
      note: 'mostly abroad',
    })
    expect(decided).toEqual([mia])
    expect((await assessed(mia, japan)).decision).toMatchObject({
      verdict: 'no',
      reason: 'wrongAudience',
      note: 'mostly abroad',
      person: 'Lin',
      elsewhere: false,
    })
    expect((await assessed(mia, thailand)).decision).toBeNull()
    await client.history.undo({})
    expect((await assessed(mia, japan)).decision).toBeNull()
  })

  test('a yes that a rule stops is not written; going on needs a note', async () => {
    const [mia, zoe] = [await add('mia'), await add('zoe')]
    for (const shopId of [japan, thailand])
      await client.vetting.addIncident({ creatorId: mia, shopId, incident: 'noPost' })
    const yes = { creators: [mia, zoe], shopId: japan, verdict: 'yes' as const }
    expect(await client.vetting.decide(yes)).toMatchObject({
      decided: [zoe],
      stopped: [{ creatorId: mia, warnings: [{ rule: 'unposted', severity: 'stop', count: 2, limit: 2 }] }],
    })
    expect((await assessed(mia, japan)).decision).toBeNull()
    await expect(client.vetting.decide({ ...yes, creators: [mia], anyway: true })).rejects.toMatchObject({
      code: 'record.invalid',
      data: { field: 'note', reason: 'missing' },
    })
    const anyway = { ...yes, creators: [mia], anyway: true, note: 'client wants her' }
    expect(await client.vetting.decide(anyway)).toEqual({ decided: [mia], stopped: [] })
    expect((await assessed(mia, japan)).decision).toMatchObject({ verdict: 'yes', note: 'client wants her' })
  })

  test('samples that a source counts beyond the posts stop too', async () => {
    const mia = await add('mia')
    await observe(mia, { samplesShipped: 5, sampleContent: 3 }, { shopId: japan })
    expect((await assessed(mia, japan)).warnings).toMatchObject([{ rule: 'unposted', count: 2 }])
    expect((await assessed(mia, thailand)).warnings).toEqual([])
  })

  test('a verdict taken back is none, and stays in the reputation', async () => {
    const mia = await add('mia')
    await client.vetting.decide({ creators: [mia], shopId: japan, verdict: 'yes' })
    await client.vetting.decide({ creators: [mia], shopId: japan, verdict: 'undecided' })
    expect((await assessed(mia, japan)).decision).toBeNull()
    expect(await client.vetting.shortlist({ shopId: japan })).toEqual([])
    expect((await client.vetting.reputation({ creatorId: mia })).verdicts).toMatchObject({ yes: 1, undecided: 1 })
  })

  test('of two colleagues who decide differently both verdicts stay and the later one shows, at both', async () => {
    const [li, wang] = await colleagues('Li', 'Wang')
    if (!li || !wang) throw new Error('two colleagues are needed')
    const { id: shopId } = await li.client.shops.add({ name: 'Glow', market: 'US' })
    const { id } = await li.client.records.put({ entity: 'creators', fields: { handle: 'mia' } })
    const creators = [String(id)]
    await give(li, wang)
    // Wang's clock is later, whoever exchanges first.
    await wang.client.vetting.decide({ creators, shopId, verdict: 'no', reason: 'tooExpensive' })
    li.clock.now = NOON - DAY
    await li.client.vetting.decide({ creators, shopId, verdict: 'yes', reason: 'goodFit' })
    await give(li, wang)
    await give(wang, li)
    for (const one of [li, wang]) {
      const [shortlisted] = await one.client.vetting.shortlist({ shopId })
      expect(shortlisted).toMatchObject({ decision: { verdict: 'no', person: 'Wang' }, others: 1 })
      const { decisions } = await one.client.vetting.reputation({ creatorId: String(id) })
      expect(decisions.map(({ verdict, person }) => [verdict, person])).toEqual([
        ['no', 'Wang'],
        ['yes', 'Li'],
      ])
    }
  })
})
