/** The demo agency's plans, entered as people do it: campaigns, briefs, reviews, claims, stock, LIVEs, the pipeline. */

import { NO_BODY, NO_WORDS } from '../../../shared/domain/briefs'
import { addDays, dayNumber, instantInZone } from '../../../shared/domain/days'
import { DEMO_BRIEFS, DEMO_CAMPAIGNS, type DemoBrief, type DemoCampaign } from '../../../shared/domain/demo/campaigns'
import {
  DEMO_CLAIMS,
  DEMO_LIVES,
  DEMO_QUOTES,
  DEMO_SCRIPTS,
  DEMO_STAGES,
  DEMO_STOCK,
  type DemoScript,
} from '../../../shared/domain/demo/plans'
import { DEMO_COLLEAGUES } from '../../../shared/domain/demo/samples'
import { had, lastOf, type Scene } from './scene'

const HOUR = 3_600_000

/** In the order of `DEMO_CAMPAIGNS`, with their briefs. */
export async function enterCampaigns(scene: Scene): Promise<readonly string[]> {
  const ids: string[] = []
  for (const plan of DEMO_CAMPAIGNS) ids.push(await enterCampaign(scene, plan))
  for (const brief of DEMO_BRIEFS) await enterBrief(scene, brief, had(ids[brief.campaign], brief.campaign))
  return ids
}

async function enterCampaign(scene: Scene, plan: DemoCampaign): Promise<string> {
  const { campaigns } = scene.client
  const shop = scene.shop(plan.shop)
  const [from, to] = plan.days
  const productOf = (place: number) => had(shop.products[place], place).productId
  const { id } = await campaigns.put({
    fields: {
      shopId: shop.id,
      name: plan.name,
      kind: plan.kind,
      state: plan.state,
      fromDay: scene.day(shop, from),
      toDay: scene.day(shop, to),
      budget: plan.budget,
      sampleQuota: plan.quota,
      owner: scene.me,
      note: plan.note,
    },
    rate: plan.rate,
  })
  if (plan.products.length > 0) await campaigns.putProducts({ campaignId: id, products: plan.products.map(productOf) })
  if (plan.better) {
    const { rate, inDays } = plan.better
    await campaigns.putRate({
      campaignId: id,
      productId: productOf(plan.products[0] ?? 0),
      rate,
      fromDay: scene.day(shop, inDays),
    })
  }
  for (const [place, state, joined] of plan.creators) {
    const joinedOn = joined === null ? null : scene.day(shop, joined)
    await campaigns.addCreators({ campaignId: id, creators: [had(shop.creators[place], place).id], state, joinedOn })
  }
  if (plan.pay) await campaigns.putTerms({ campaignId: id, ...plan.pay })
  return id
}

async function enterBrief(scene: Scene, brief: DemoBrief, campaignId: string): Promise<void> {
  const plan = had(DEMO_CAMPAIGNS[brief.campaign], brief.campaign)
  const shop = scene.shop(plan.shop)
  const texts = { en: { ...NO_WORDS, ...brief.en }, 'zh-CN': { ...NO_WORDS, ...brief.zh } }
  const products = plan.products.map((place) => had(shop.products[place], place).productId)
  const { id } = await scene.client.briefs.put({
    fields: {
      shopId: shop.id,
      campaignId,
      title: brief.title,
      contentForm: 'video',
      slots: brief.slots,
      deadline: scene.day(shop, plan.days[1]),
    },
    body: { ...NO_BODY, products, texts },
  })
  const creators = plan.creators
    .filter(([, state]) => state === 'active')
    .map(([place]) => had(shop.creators[place], place).id)
  await scene.client.briefs.send({ id, creators, language: 'en', channel: 'TikTok' })
  if (brief.second === null) return
  const { en, zh } = brief.second
  const second = { en: { ...texts.en, dos: en }, 'zh-CN': { ...texts['zh-CN'], dos: zh } }
  await scene.client.briefs.put({ id, fields: {}, body: { products, texts: second } })
  await scene.client.briefs.send({ id, creators: creators.slice(0, 1), language: 'en', channel: 'TikTok' })
}

export async function enterReviews(scene: Scene, campaigns: ReadonlyMap<string, string>): Promise<void> {
  for (const script of DEMO_SCRIPTS) await enterScript(scene, script, campaigns)
}

async function enterScript(scene: Scene, script: DemoScript, campaigns: ReadonlyMap<string, string>): Promise<void> {
  const { reviews } = scene.client
  const shop = scene.shop(script.shop)
  const [first, ...later] = script.versions
  let review = await lastOf(
    reviews.submit({
      fields: {
        kind: 'script',
        shopId: shop.id,
        title: script.title,
        creatorId: had(shop.creators[script.creator], script.creator).id,
        campaignId: campaigns.get(script.shop) ?? null,
        productId: had(shop.products[script.product], script.product).productId,
        market: shop.market,
        language: script.language,
        reviewer: scene.me,
        deputy: DEMO_COLLEAGUES[0],
      },
      text: first ?? '',
    }),
  )
  for (const text of later) {
    await reviews.judge({ id: review.id, verdict: 'needsWork' })
    review = await lastOf(reviews.submit({ id: review.id, text }))
  }
  const version = had(review.versionList.at(-1), 'version')
  for (const { at, text, audience } of script.notes) {
    const from = (version.text ?? '').indexOf(at)
    await reviews.addNote({ versionId: version.id, from, to: from + at.length, text, audience })
  }
  if (script.verdict) await reviews.judge({ id: review.id, verdict: script.verdict, reason: script.reason })
  if (script.grade) await reviews.put({ id: review.id, fields: { grade: script.grade } })
}

/** What may be said, and what lies on the shelf. */
export async function enterProducts(scene: Scene): Promise<void> {
  const { claimSheets, stock } = scene.client
  for (const { shop: key, product, kind, text, language, expires } of DEMO_CLAIMS) {
    const shop = scene.shop(key)
    const productId = product === null ? '*' : had(shop.products[product], product).productId
    const proofExpires = expires === null ? null : scene.day(shop, expires)
    await claimSheets.put({
      fields: { shopId: shop.id, productId, market: shop.market, kind, text, language, proofExpires },
    })
  }
  for (const key of new Set(DEMO_STOCK.map(({ shop }) => shop))) {
    const shop = scene.shop(key)
    for (const { productId, skus } of shop.products) {
      const { price } = skus[0]
      await scene.client.products.setPrice({ shopId: shop.id, productId, price, fromDay: scene.day(shop, -90) })
    }
    const costs =
      key === 'th'
        ? { packingCost: 1200, freightCost: 4500, dutyCost: 0 }
        : { packingCost: 60, freightCost: 480, dutyCost: key === 'usx' ? 220 : 0 }
    await stock.setDefaults({ shopId: shop.id, productId: '*', fields: costs })
  }
  for (const { shop: key, product, counted, received, floors } of DEMO_STOCK) {
    const shop = scene.shop(key)
    const of = { shopId: shop.id, productId: had(shop.products[product], product).productId }
    await stock.put({ fields: { ...of, kind: 'count', quantity: counted, at: scene.at(shop, -30) } })
    if (received > 0) {
      await stock.put({ fields: { ...of, kind: 'received', quantity: received, at: scene.at(shop, -9) } })
    }
    if (floors) await stock.setDefaults({ ...of, fields: { floorNew: floors[0], floorProven: floors[1] } })
  }
}

/** This week's LIVEs by each shop's clocks, and what is wanted of a day. */
export async function enterLives({ client, shop: shopOf, day, me }: Scene): Promise<void> {
  for (const key of new Set(DEMO_LIVES.map(({ shop }) => shop))) {
    const fields = { minutesPerDay: 240, primeFrom: 19 * 60, primeTo: 22 * 60, restMinutes: 480 }
    await client.live.setTarget({ shopId: shopOf(key).id, fields })
  }
  for (const live of DEMO_LIVES) {
    const shop = shopOf(live.shop)
    const today = day(shop, 0)
    // Day 0 of the calendar, 1 January 1970, was a Thursday.
    const monday = addDays(today, -((dayNumber(today) + 3) % 7))
    const startsAt = instantInZone(addDays(monday, live.day), live.hour * 60, shop.timezone)
    await client.live.put({
      fields: {
        shopId: shop.id,
        creatorId: live.creator === null ? null : had(shop.creators[live.creator], live.creator).id,
        room: live.room,
        startsAt,
        endsAt: startsAt + live.hours * HOUR,
        state: live.state,
        products: shop.products.slice(0, 2).map(({ productId }) => productId),
        owner: me,
      },
    })
  }
}

/** Who is talked to, what is to be done today, and which offers were asked for. */
export async function enterTalks({ client, shop: shopOf, day, at, me }: Scene): Promise<void> {
  const us = shopOf('us')
  for (const [to, places] of Object.entries(DEMO_STAGES)) {
    const items = places.map((place) => ({ shopId: us.id, creatorId: had(us.creators[place], place).id }))
    await client.pipelines.move({ items, to, guard: 'override', fill: { owner: me, rate: 1500 } })
  }
  for (const [index, place] of [34, 26, 24, 1].entries()) {
    const kind = (['followUp', 'reply', 'other', 'content'] as const)[index] ?? 'other'
    const fields = {
      creatorId: had(us.creators[place], place).id,
      shopId: us.id,
      kind,
      due: at(us, Math.min(index - 2, 0), 3),
    }
    await client.tasks.put({ fields: { ...fields, owner: me } })
  }
  for (const { shop: key, creator, days, isSent, ...quote } of DEMO_QUOTES) {
    const shop = shopOf(key)
    const { id } = await client.quotes.put({
      fields: {
        ...quote,
        products: [...quote.products],
        shopId: shop.id,
        creatorId: had(shop.creators[creator], creator).id,
        currency: shop.currency,
        fromDay: day(shop, days[0]),
        toDay: day(shop, days[1]),
      },
    })
    if (isSent) await client.quotes.sent({ id, sent: true })
  }
}
