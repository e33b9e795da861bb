/** A creator with one of everything that is written of samples, posts and reviews. */

import { fileWith, MP4 } from './reviews'
import { type Client, finish, NOON } from './workspace'

const DAY = 86_400_000
/** In every text that tells of the person; stands nowhere else. */
export const MARK = 'qx7'
export const HANDLE = `mia.${MARK}`

/** A creator with one of everything that can be written of her in issues of samples and content. */
export async function life({ client }: { readonly client: Client }) {
  const shop = await client.shops.add({ name: 'Kiwi US', market: 'US', timezone: 'America/New_York' })
  const [mia = '', tom = ''] = (await client.creators.add({ creators: [{ handle: HANDLE }, { handle: 'tom' }] })).ids
  const campaign = await client.campaigns.put({ fields: { shopId: shop.id, name: 'Spring', kind: 'target' } })
  const members = { campaignId: campaign.id, creators: [mia] }
  await client.campaigns.addCreators(members)
  await client.campaigns.putCreators({ ...members, fields: { note: `${MARK} asked for more`, rate: 1500 } })
  await client.campaigns.putTerms({
    campaignId: campaign.id,
    creatorId: mia,
    model: 'flat',
    terms: { amount: 5000 },
    note: `${MARK} likes cash`,
  })
  const sample = await client.samples.put({
    fields: {
      shopId: shop.id,
      creatorId: mia,
      productId: '1729',
      recipient: `${MARK} Glow`,
      phone: `555 ${MARK}`,
      address: `12 ${MARK} Street`,
      reason: `${MARK} is a friend`,
      note: `ring twice at ${MARK}`,
      productCost: 900,
      packingCost: 50,
      freightCost: 400,
      dutyCost: 0,
      currency: 'USD',
    },
  })
  const gone = await client.samples.put({
    fields: { shopId: shop.id, creatorId: mia, productId: '1730', address: `old ${MARK} Street` },
  })
  await client.samples.remove({ ids: [gone.id] })
  await client.records.put({
    entity: 'parcels',
    fields: { sampleId: sample.id, tracking: `1Z${MARK}`, lastScan: `left with ${MARK}` },
  })
  await client.samples.step({
    ids: [sample.id],
    to: 'contentDue',
    through: true,
    at: NOON - 10 * DAY,
    reason: `${MARK} signed`,
  })
  await client.sampleRequests.nudge({ id: sample.id, text: `Hello ${MARK}` })
  await client.sampleRequests.excuse({ id: sample.id, text: `${MARK} was ill`, promisedDay: '2026-02-01' })
  const photo = fileWith(`${MARK} at her door`, `${MARK}.txt`)
  await finish(client.attachments.add({ entity: 'samples', recordId: sample.id, path: photo }))
  const { ids } = await client.content.add({
    shopId: shop.id,
    links: [
      {
        videoId: '7123456789012345678',
        handle: HANDLE,
        url: `https://www.tiktok.com/@${HANDLE}/video/7123456789012345678`,
        sampleId: sample.id,
      },
    ],
  })
  const [contentId = ''] = ids
  const words = { title: `${MARK} tries it`, hook: `${MARK} looks`, note: `${MARK} was loud` }
  await client.content.put({ id: contentId, fields: words })
  const { posts } = await client.content.get({ id: contentId })
  await client.content.judge({ posts: posts.map(({ id }) => id), verdict: 'valid', note: `${MARK} did well` })
  await client.content.check({
    fields: { contentId, online: true, promised: `${MARK} 20 %`, configured: `${MARK} 10 %`, note: `by ${MARK}` },
  })
  await client.content.putViolation({
    fields: {
      contentId,
      creatorId: mia,
      shopId: shop.id,
      day: '2026-01-10',
      rule: 'claims',
      points: 3,
      lesson: `${MARK} has to learn`,
      note: `told ${MARK}`,
    },
  })
  await client.live.put({
    fields: {
      shopId: shop.id,
      creatorId: mia,
      room: `${MARK}.live`,
      startsAt: NOON,
      endsAt: NOON + 7_200_000,
      note: `${MARK} needs a chair`,
    },
  })
  const fields = { kind: 'video' as const, title: `${MARK} first cut`, shopId: shop.id, creatorId: mia }
  const video = Buffer.concat([MP4, Buffer.from(MARK)])
  const submitted = await finish(client.reviews.submit({ fields, path: fileWith(video, `${MARK}.mp4`), note: MARK }))
  const review = submitted.result
  const versionId = review.versionList[0]?.id ?? ''
  await client.reviews.addNote({ versionId, text: `${MARK} mumbles`, audience: 'internal' })
  await client.reviews.judge({ id: review.id, verdict: 'needsWork', reason: `${MARK} mumbled` })
  await client.reviews.put({ id: review.id, fields: { feedback: `Dear ${MARK}`, note: `${MARK} again` } })
  return { shop, mia, tom, sampleId: sample.id, contentId, reviewId: review.id, campaignId: campaign.id }
}
