import { beforeEach, describe, expect, test } from 'vitest'

import { DAY, requestsWorkspace, type RequestsWorkspace } from '../support/requests'
import { NOON } from '../support/workspace'

let workspace: RequestsWorkspace
let client: RequestsWorkspace['client']
beforeEach(async () => {
  workspace = await requestsWorkspace()
  ;({ client } = workspace)
})

describe('the guard', () => {
  test('of two that wait for one address, the later asks and the earlier does not', async () => {
    const { creator, request, suggestions } = workspace
    const early = { requestedAt: NOON - 3 * DAY, address: '123 Main Street, Apt 4, Los Angeles 90012' }
    await request(await creator('first'), early)
    await request(await creator('second'), { requestedAt: NOON - DAY, address: 'Apt 4, 123 Main St., Los Angeles' })
    expect(await suggestions()).toEqual({ first: 'approve', second: 'ask' })
  })

  test('looks across shops and names, and follows edits, merges and steps at once', async () => {
    const { creator, request, walk, uk, other, one } = workspace
    const mia = await creator('mia')
    const twin = await creator('mia.backup')
    const sent = await request(mia, { shopId: uk, productId: '9', phone: '+1 213 555 0100' })
    await walk(sent, 'shipped', NOON - 10 * DAY)
    const id = await request(twin, { phone: '(213) 555-0100' })
    expect((await one(id)).repeats).toMatchObject([
      { sampleId: sent, shopId: uk, handle: 'mia', product: 'sameClient', by: ['phone'], state: 'shipped' },
    ])
    // Another client's product is nobody's business here.
    const stranger = await request(twin, { shopId: other, productId: '77', phone: '(213) 555-0100' })
    expect((await one(stranger)).repeats).toEqual([])
    await client.samples.put({ id, fields: { phone: '(213) 555-0199' } })
    expect((await one(id)).repeated).toBe(0)
    // One person, the same product: the merge alone tells.
    await client.samples.put({ id: sent, fields: { productId: '1729' } })
    expect((await one(id)).repeated).toBe(0)
    await client.creators.merge({ loser: twin, winner: mia })
    expect((await one(id)).repeats).toMatchObject([{ sampleId: sent, product: 'same', by: ['person'] }])
    // Ninety days after it was sent, and ended, it keeps nobody back.
    await walk(sent, 'noPost', NOON - 9 * DAY)
    workspace.clock.now = NOON + 79 * DAY
    expect((await one(id)).repeated).toBe(1)
    workspace.clock.now = NOON + 81 * DAY
    expect((await one(id)).repeated).toBe(0)
  })

  test('who does not see contacts gets the warning without the values, who does not see the shop without its name', async () => {
    const { creator, request, walk, uk, us, one, be } = workspace
    const sent = await request(await creator('mia', { payee: 'Mia Glow Ltd', bank: 'VCB 007100012345' }), {
      shopId: uk,
      productId: '9',
      address: '123 Main Street, Apt 4, Los Angeles 90012',
    })
    await walk(sent, 'shipped')
    const fields = { address: '123 Main St Apt 4 Los Angeles' }
    const id = await request(await creator('twin', { bank: 'vcb007100012345' }), fields)
    expect((await one(id)).repeats).toMatchObject([
      { handle: 'mia', by: ['address', 'bank'], payee: 'Mia Glow Ltd', address: expect.stringContaining('Main') },
    ])
    await be('ops', [uk])
    expect((await one(id)).repeats).toMatchObject([{ handle: 'mia', by: ['address', 'bank'], payee: null }])
    expect((await one(id)).repeats[0]?.address).toContain('Main')
    await be('reviewer', [uk])
    expect((await one(id)).repeats).toMatchObject([{ handle: 'mia', phone: null, address: null, payee: null }])
    await be('reviewer', [us])
    expect((await one(id)).repeats).toEqual([
      {
        sampleId: null,
        shopId: null,
        handle: null,
        productName: null,
        product: 'sameClient',
        state: 'shipped',
        sentAt: NOON,
        by: ['address', 'bank'],
        recipient: null,
        phone: null,
        address: null,
        payee: null,
      },
    ])
  })
})
