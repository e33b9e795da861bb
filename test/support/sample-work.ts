/** What people do in a day with samples, posts, reviews, campaigns, stock and LIVE slots, as fast-check draws it. */

import fc from 'fast-check'

import { creatorId } from '../../db/capture/derived'
import { NO_BODY } from '../../shared/domain/briefs'
import { REVIEW_STATES, VERDICTS } from '../../shared/domain/reviews'
import { SAMPLE_STATES } from '../../shared/domain/samples'
import { POST_VERDICTS } from '../../shared/domain/valid-post'
import type { listWorkspace } from './creator-lists'
import { LIST_HEADERS } from './list-headers'
import { MIA_VIDEO, record, SEPTEMBER, SERUM } from './platform-lists'
import { samplesOf } from './sample-files'
import { finish, NOON } from './workspace'

export type World = Awaited<ReturnType<typeof listWorkspace>>

export interface Action {
  readonly name: string
  readonly run: (world: World) => Promise<unknown>
}

const HOUR = 3_600_000
/** Mostly on, now and then back or where it may not go. */
const WAYS = [...Array.from({ length: 16 }, () => 'next' as const), 'back' as const, ...SAMPLE_STATES]
const nth = fc.nat(3)
const few = fc.integer({ min: 1, max: 4 })

const samplesHere = async ({ client }: World) => (await client.samples.list({ limit: 50 })).rows

/** Does something with one of the samples, where there is one. */
const withSample =
  (which: number, work: (world: World, id: string) => PromiseLike<unknown>) =>
  async (world: World): Promise<unknown> => {
    const all = await samplesHere(world)
    const id = all[which % Math.max(1, all.length)]?.id
    return id === undefined ? null : work(world, id)
  }

const ORDERS =
  'Order ID,Order Status,SKU ID,Product ID,Product Name,Quantity,SKU Unit Original Price,Order Amount,Created Time,Shipped Time,Tracking ID,Buyer Username'

/** An *All orders* file with one sample in it. */
function ordersText(handle: string, order: number, status: string): string {
  const tracking = status === 'To ship' ? ',' : `12/14/2025 10:00:00 AM,940011189922310000000${order}`
  const cells = `57700000000000001${order},${status},1729000000000000011,${SERUM},Balm,1,0,0,12/12/2025 10:00:00 AM,${tracking},${handle}`
  return `${ORDERS}\n${cells}`
}

/** `handles`: of creators that are there. */
export function sampleWork(handles: readonly string[]): fc.Arbitrary<Action> {
  const handle = fc.constantFrom(...handles)
  return fc.oneof(
    ...requests(handle),
    fc
      .record({ which: nth, to: fc.constantFrom(...WAYS), through: fc.boolean() })
      .map(({ which, to, through }): Action => ({
        name: `step to ${to}`,
        run: withSample(which, ({ client }, id) => client.samples.step({ ids: [id], to, through })),
      })),
    fc.record({ which: nth, n: few }).map(({ which, n }): Action => ({
      name: `tracking ${n}`,
      run: withSample(which, ({ client }, id) =>
        client.sampleFiles.addTracking({
          rows: [{ sampleIds: [id], tracking: `940011189922310000123${n}`, carrier: null }],
        }),
      ),
    })),
    fc
      .record({ one: handle, order: few, status: fc.constantFrom('To ship', 'In transit', 'Delivered') })
      .map(({ one, order, status }): Action => {
        const text = ordersText(one, order, status)
        return {
          name: `all orders ${one} ${order} ${status}`,
          run: ({ client, shop, folder }) => samplesOf(client, shop.id, folder).run({ text }, { agreed: true }),
        }
      }),
    ...posts(handle),
    ...reviews(),
    ...plans(),
    ...slots(handle),
  )
}

function requests(handle: fc.Arbitrary<string>): fc.Arbitrary<Action>[] {
  return [
    fc.record({ one: handle, quantity: few }).map(({ one, quantity }) => ({
      name: `asks for ${quantity} of ${one}`,
      run: ({ client, shop }: World) =>
        client.samples.put({
          fields: { shopId: shop.id, creatorId: creatorId(one), productId: SERUM, quantity, address: 'Palm Ave' },
        }),
    })),
    fc.boolean().map((isYes) => ({
      name: isYes ? 'approves all' : 'declines all',
      run: async (world: World) => {
        const ids = (await samplesHere(world)).flatMap(({ id, state }) => (state === 'requested' ? [id] : []))
        if (ids.length === 0) return null
        const { sampleRequests } = world.client
        return isYes
          ? sampleRequests.approve({ ids, reason: 'good' })
          : sampleRequests.decline({ ids, code: 'OTHER', note: 'no' })
      },
    })),
    nth.map((which) => ({
      name: 'removes a sample',
      run: withSample(which, ({ client }, id) => client.samples.remove({ ids: [id] })),
    })),
  ]
}

function posts(handle: fc.Arbitrary<string>): fc.Arbitrary<Action>[] {
  return [
    fc.record({ one: handle, which: nth }).map(({ one, which }) => ({
      name: `post of ${one}`,
      run: withSample(which, ({ client, shop }, sampleId) => {
        const url = `https://www.tiktok.com/@${one}/video/${MIA_VIDEO}`
        return client.content.add({ shopId: shop.id, links: [{ videoId: MIA_VIDEO, handle: one, url, sampleId }] })
      }),
    })),
    fc.constantFrom(...POST_VERDICTS).map((verdict) => ({
      name: `post is ${verdict}`,
      run: async ({ client }: World) => {
        const { rows } = await client.content.list({})
        const ids = rows.flatMap((row) => row.posts.map(({ id }) => id))
        return ids.length === 0 ? null : client.content.judge({ posts: ids, verdict })
      },
    })),
    fc.constant({ name: 'matches posts', run: ({ client }: World) => client.content.match({}) }),
    fc.record({ one: handle, gmv: few }).map(({ one, gmv }) => ({
      name: `videos of ${one} ${gmv}`,
      run: async (world: World) => {
        const cells = { 'Creator name': one, 'Post date': '09/14/2026', 'Product ID': SERUM, 'Video ID': MIA_VIDEO }
        const rows = [record('aff_video_en', { ...cells, 'Creator video-attributed GMV': `$${gmv}.00` })]
        const path = await world.file([LIST_HEADERS.aff_video_en, ...rows], `videos-${one}-${gmv}.csv`)
        const list = { path, shopId: world.shop.id, period: SEPTEMBER }
        return finish(world.client.platformLists.run(list))
      },
    })),
  ]
}

function reviews(): fc.Arbitrary<Action>[] {
  const first = async ({ client }: World) => (await client.reviews.list({ queue: 'all' })).rows[0]?.id
  return [
    few.map((n) => ({
      name: `script ${n}`,
      run: async (world: World) => {
        const id = n > 2 ? await first(world) : undefined
        const fields = { kind: 'script' as const, title: `script ${n}`, shopId: world.shop.id }
        return finish(world.client.reviews.submit({ ...(id ? { id } : { fields }), text: `words ${n}` }))
      },
    })),
    fc.constantFrom('takeBack' as const, ...VERDICTS).map((verdict) => ({
      name: `review: ${verdict}`,
      run: async (world: World) => {
        const id = await first(world)
        if (id === undefined) return null
        const { reviews: calls } = world.client
        return verdict === 'takeBack' ? calls.takeBack({ id }) : calls.judge({ id, verdict })
      },
    })),
  ]
}

function plans(): fc.Arbitrary<Action>[] {
  return [
    fc.record({ budget: few, isNew: fc.boolean() }).map(({ budget, isNew }) => ({
      name: `campaign ${budget}`,
      run: async ({ client, shop }: World) => {
        const id = isNew ? undefined : (await client.campaigns.names({}))[0]?.id
        const fields = { budget: budget * 1000, note: `plan ${budget}` }
        return id
          ? client.campaigns.put({ id, fields })
          : client.campaigns.put({ fields: { ...fields, shopId: shop.id, name: 'Spring', kind: 'target' }, rate: 1500 })
      },
    })),
    few.map((n) => ({
      name: `brief ${n}`,
      run: async ({ client, shop }: World) => {
        const id = (await client.briefs.list({}))[0]?.id
        const texts = { ...NO_BODY.texts, en: { ...NO_BODY.texts.en, dos: `spray ${n} times` } }
        const fields = id ? {} : { shopId: shop.id, title: 'Mist' }
        return client.briefs.put({ ...(id && { id }), fields, body: { ...NO_BODY, texts } })
      },
    })),
    fc.record({ kind: fc.constantFrom('count' as const, 'received' as const), quantity: few }).map((fields) => ({
      name: `stock ${fields.kind} ${fields.quantity}`,
      run: ({ client, shop }: World) => client.stock.put({ fields: { ...fields, shopId: shop.id, productId: SERUM } }),
    })),
  ]
}

function slots(handle: fc.Arbitrary<string>): fc.Arbitrary<Action>[] {
  return [
    fc.record({ one: handle, hours: few }).map(({ one, hours }) => ({
      name: `LIVE of ${one}`,
      run: ({ client, shop }: World) =>
        client.live.put({
          fields: { shopId: shop.id, creatorId: creatorId(one), startsAt: NOON, endsAt: NOON + hours * HOUR },
        }),
    })),
    few.map((hours) => ({
      name: `LIVE moved by ${hours}`,
      run: async ({ client }: World) => {
        const [slot] = (await client.live.board({ day: '2026-01-15' })).slots
        if (!slot) return null
        const { id, startsAt, endsAt } = slot
        return client.live.move({ id, startsAt: startsAt + hours * HOUR, endsAt: endsAt + hours * HOUR })
      },
    })),
  ]
}

/** What is there in the morning: requests, a sample that waits for its post, a post, a script, a LIVE slot. */
export async function morning(world: World, handles: readonly string[]): Promise<void> {
  const { client, shop } = world
  const ids: string[] = []
  for (const one of handles.slice(0, 3)) {
    const fields = { shopId: shop.id, creatorId: creatorId(one), productId: SERUM }
    ids.push((await client.samples.put({ fields })).id)
  }
  const [sent = '', posted = ''] = ids
  await client.samples.step({ ids: [sent], to: 'contentDue', through: true, at: Date.UTC(2026, 8, 5) })
  const [one = ''] = handles
  const url = `https://www.tiktok.com/@${one}/video/7400000000000000001`
  const links = [{ videoId: '7400000000000000001', handle: one, url, sampleId: posted }]
  await client.content.add({ shopId: shop.id, links })
  const fields = { kind: 'script' as const, title: 'first', shopId: shop.id }
  await finish(client.reviews.submit({ fields, text: 'words' }))
  await client.live.put({
    fields: { shopId: shop.id, creatorId: creatorId(one), startsAt: NOON, endsAt: NOON + HOUR },
  })
}

/** What lists show of it. */
export async function sampleState({ client, shop }: World): Promise<unknown> {
  const samples = (await client.samples.list({ limit: 100 })).rows
  const stock = await client.stock.list({ shopId: shop.id })
  const contents = (await client.content.list({})).rows
  const reviewed = (await client.reviews.list({ queue: 'all' })).rows
  const { slots: live } = await client.live.board({ day: '2026-01-15' })
  return [
    samples.map(({ id, state, parcels, productName }) => [id, state, parcels.length, productName]),
    stock.map(({ productId, onHand, reserved }) => [productId, onHand, reserved]),
    contents.map(({ id, gmv, posts: all }) => [id, gmv, all.map(({ sampleId, verdict }) => [sampleId, verdict])]),
    REVIEW_STATES.map((state) => reviewed.flatMap((one) => (one.state === state ? [one.id, one.versions] : []))),
    live.map(({ id, startsAt, endsAt }) => [id, startsAt, endsAt]),
  ]
}
