/** The demo agency's samples, entered as people do it day by day, and the posts that its lists of videos bring. */

import { randomOf } from '../../../shared/domain/demo/random'
import {
  DEMO_COLLEAGUES,
  DEMO_END,
  DEMO_PACE,
  DEMO_SAMPLES,
  DEMO_VIDEOS,
  type DemoSample,
} from '../../../shared/domain/demo/samples'
import { type SampleState, stepsTo } from '../../../shared/domain/samples'
import { had, lastOf, type Scene, type SceneShop } from './scene'

const US = 'us'

/** `campaigns`: by shop, the one that its targeted samples belong to. */
export async function enterSamples(scene: Scene, campaigns: ReadonlyMap<string, string>): Promise<void> {
  await knowCreators(scene)
  for (const [at, sample] of DEMO_SAMPLES.entries()) await enterSample(scene, sample, at, campaigns)
  const month = scene.day(scene.shop(US), 0).slice(0, 7)
  for (const [at, person] of [scene.me, ...DEMO_COLLEAGUES].entries()) {
    await scene.client.sampleCosts.setWallet({ person, month, amount: 60_000 - at * 15_000, currency: 'USD' })
  }
}

/** A market tool's list of those who ask, so that rules have figures to speak of; of some nothing is known. */
async function knowCreators(scene: Scene): Promise<void> {
  for (const [key, places] of DEMO_SAMPLES.reduce((all, { shop, creator }) => {
    return all.set(shop, [...(all.get(shop) ?? []), creator])
  }, new Map<string, number[]>())) {
    const shop = scene.shop(key)
    const lines = places.flatMap((place) => {
      const random = randomOf(1, 'followers', key, place)
      const { handle } = had(shop.creators[place], place)
      return random.chance(0.15)
        ? []
        : [[handle, place % 9 === 0 ? 640 : random.whole(9, 900) * 700, random.whole(0, 9000)]]
    })
    await lastOf(
      scene.client.metrics.run({
        text: tableOf(['Creator username', 'Followers', 'Affiliate GMV'], lines),
        name: `creators-${key}.txt`,
        shopId: null,
        source: 'fastmoss',
        period: { from: scene.day(shop, -30), to: scene.day(shop, -1) },
        currency: shop.currency,
        market: shop.market,
        columns: ['handle', 'followers', 'gmv'],
      }),
    )
  }
}

async function enterSample(
  scene: Scene,
  sample: DemoSample,
  at: number,
  campaigns: ReadonlyMap<string, string>,
): Promise<void> {
  const shop = scene.shop(sample.shop)
  const creator = had(shop.creators[sample.creator], sample.creator)
  const product = had(shop.products[sample.product], sample.product)
  const random = randomOf(1, 'sample', at)
  const { id } = await scene.client.samples.put({
    fields: {
      shopId: shop.id,
      creatorId: creator.id,
      productId: product.productId,
      skuId: product.skus[0].skuId,
      variation: product.skus[0].name,
      requestedAt: scene.at(shop, -sample.asked, 9),
      applicationId: `7${random.digits(17)}`,
      collaboration: sample.collaboration,
      campaignId: sample.collaboration === 'target' ? (campaigns.get(sample.shop) ?? null) : null,
      owner: sample.owner || scene.me,
      note: sample.note,
      recipient: creator.displayName,
      ...placeOf(shop, random.whole(100, 9900)),
    },
  })
  await walk(scene, shop, id, sample)
  if (isSent(sample.state)) {
    const isThere = sample.state !== 'shipped' && sample.state !== 'lost'
    await scene.client.records.put({
      entity: 'parcels',
      fields: {
        sampleId: id,
        tracking: `${shop.market === 'US' ? '9400' : 'TH'}${random.digits(12)}`,
        carrier: shop.market === 'US' ? 'USPS' : 'Flash Express',
        shippedAt: scene.at(shop, DEMO_PACE.shipped - sample.asked, 15),
        ...(isThere ? { deliveredAt: scene.at(shop, DEMO_PACE.delivered - sample.asked, 14) } : {}),
      },
    })
  }
}

/** Step by step, each on the day on which it happened. */
async function walk(scene: Scene, shop: SceneShop, id: string, { state, asked, reason }: DemoSample): Promise<void> {
  // What was posted and judged comes of the lists of videos.
  const end: SampleState = state === 'verified' || state === 'closed' ? 'contentDue' : state
  for (const to of stepsTo('requested', end) ?? []) {
    const days = to in DEMO_PACE ? DEMO_PACE[to as keyof typeof DEMO_PACE] : asked > DEMO_END ? DEMO_END : 1
    await scene.client.samples.step({
      ids: [id],
      to,
      at: scene.at(shop, days - asked, 15),
      reason: to === end ? reason : '',
    })
  }
}

const SENT: readonly SampleState[] = ['requested', 'approved', 'packed', 'declined', 'cancelled']
const isSent = (state: SampleState): boolean => !SENT.includes(state)

/** Where a parcel goes; streets are made up. */
function placeOf(shop: SceneShop, number: number): { readonly address: string; readonly phone: string } {
  return shop.market === 'TH'
    ? { address: `${number % 100} Soi Demo ${number % 9}, Khlong Toei, Bangkok 10110`, phone: `080 000 ${number}` }
    : {
        address: `${number} Example Ave, Apt ${number % 40}, Los Angeles, CA 90012`,
        phone: `213 555 0${number % 1000}`,
      }
}

/** The lists of videos of the last four weeks, matched to samples; what fits is judged, the newest waits for it. */
export async function enterPosts(scene: Scene): Promise<void> {
  for (const key of new Set(DEMO_VIDEOS.map(({ shop }) => shop))) await importVideos(scene, key)
  await scene.client.content.match({})
  const { rows } = await scene.client.content.list({ limit: 200 })
  const old = scene.at(scene.shop(US), -8)
  const posts = rows.filter(({ postedAt }) => (postedAt ?? 0) < old).flatMap((row) => row.posts.map(({ id }) => id))
  if (posts.length > 0) await scene.client.content.judge({ posts, verdict: 'valid' })
  await lookBack(scene, rows)
  await endSamples(scene)
  await remind(scene)
}

async function importVideos(scene: Scene, key: string): Promise<void> {
  const shop = scene.shop(key)
  const period = { from: scene.day(shop, -28), to: scene.day(shop, -1) }
  const lines = DEMO_VIDEOS.filter((video) => video.shop === key).map((video, at) => {
    const { handle } = had(shop.creators[video.creator], video.creator)
    const product = had(shop.products[video.product], video.product)
    const number = `75${randomOf(1, 'video', key, at).digits(17)}`
    const gmv = (video.orders * product.skus[0].price) / 100
    return [
      video.title,
      number,
      `${scene.day(shop, -video.posted)} 18:30:00`,
      `https://www.tiktok.com/@${handle}/video/${number}`,
      handle,
      product.productId,
      String(gmv),
      video.orders,
      video.views,
      Math.round(video.views / 17),
      percent(video.completion),
      percent(video.ctr),
    ]
  })
  const name = `videos_${period.from}_${period.to}.txt`
  await lastOf(
    scene.client.platformLists.run({
      text: tableOf(VIDEO_HEADERS, lines),
      name,
      shopId: shop.id,
      period,
      currency: shop.currency,
    }),
  )
}

/** Affiliate > Analytics > Video, as the platform calls its columns. */
const VIDEO_HEADERS = [
  'Video title',
  'Video ID',
  'Post date',
  'Video link',
  'Creator name',
  'Product ID',
  'Creator video-attributed GMV',
  'Video-attributed orders',
  'Video views',
  'Likes',
  'Completion rate',
  'CTR',
] as const

const percent = (basisPoints: number): string => `${(basisPoints / 100).toFixed(2)}%`

type Posted = Awaited<ReturnType<Scene['client']['content']['list']>>['rows'][number]

/** Somebody looked at what is online, and one post broke a rule. */
async function lookBack({ client, shop, day }: Scene, rows: readonly Posted[]): Promise<void> {
  const us = shop(US)
  const ours = rows.filter(({ shopId }) => shopId === us.id)
  for (const [at, { id }] of ours.slice(0, 4).entries()) {
    await client.content.check({
      fields: { contentId: id, online: true, linkRight: true, brandNamed: at !== 2, disclosed: at !== 1, shown: true },
    })
  }
  const second = ours[1]
  if (second === undefined) return
  await client.content.putViolation({
    fields: {
      shopId: us.id,
      contentId: second.id,
      creatorId: second.creatorId,
      day: day(us, -1),
      rule: 'Branded content without disclosure',
      points: 2,
      state: 'open',
      appealBy: day(us, 20),
      lesson: 'Check the disclosure switch before the post goes out.',
    },
  })
}

async function endSamples({ client, shop, at }: Scene): Promise<void> {
  const { rows } = await client.samples.list({ shopId: shop(US).id, limit: 200 })
  const done = rows.find(({ productId, requestedAt, state }) => {
    const { product, asked } = had(
      DEMO_SAMPLES.find((one) => one.state === 'closed'),
      'closed sample',
    )
    return (
      state === 'verified' &&
      productId === shop(US).products[product]?.productId &&
      requestedAt === at(shop(US), -asked, 9)
    )
  })
  if (done) await client.samples.step({ ids: [done.id], to: 'closed', at: at(shop(US), -2) })
}

/** Two were reminded, and one of them answered. */
async function remind({ client, day, shop }: Scene): Promise<void> {
  const { rows } = await client.sampleRequests.ghosting({ shopId: shop(US).id, due: true })
  for (const [at, { sample }] of rows.slice(0, 2).entries()) {
    const { text } = await client.sampleRequests.text({ id: sample.id, about: 'nudge' })
    await client.sampleRequests.nudge({ id: sample.id, text, channel: 'TikTok' })
    if (at === 1) {
      await client.sampleRequests.excuse({
        id: sample.id,
        text: 'Was travelling, the video comes this week.',
        promisedDay: day(shop(US), 4),
      })
    }
  }
}

/** As a spreadsheet puts it on the clipboard. */
function tableOf(headers: readonly string[], lines: readonly (readonly (string | number)[])[]): string {
  return [headers, ...lines].map((cells) => cells.join('\t')).join('\n')
}
