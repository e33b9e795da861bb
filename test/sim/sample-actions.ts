/** What people do with samples, posts and reviews, each thing through the program's contract. */

import { POST_VERDICTS } from '../../shared/domain/valid-post'
import { SAMPLE_STATES } from '../../shared/domain/samples'
import { VERDICTS } from '../../shared/domain/reviews'
import { finish } from '../support/workspace'
import type { Person } from './person'
import { attempt, HANDLES, type World } from './world'

type Action = (world: World, person: Person) => Promise<void>

const REFUSED = [
  'shop.notFound',
  'sync.undecided',
  'record.notFound',
  'record.inUse',
  'record.invalid',
  'record.onHold',
  'record.illegalStep',
]
/** Few, so that people meet: TikTok's numbers. */
const PRODUCTS = ['1729000000000000000', '1729000000000000001']
const VIDEOS = ['7100000000000000001', '7100000000000000002', '7100000000000000003']

async function sampleIds({ client }: Person): Promise<readonly string[]> {
  return (await client.samples.list({ limit: 50 })).rows.map(({ id }) => id)
}

/** Asks for a sample, or changes what was asked for. */
const askForSample: Action = async (world, person) => {
  const { random } = world
  const { rows } = await person.client.creators.list({ limit: 20 })
  if (rows.length === 0) return
  const ids = await sampleIds(person)
  const edited = ids.length > 0 && random.chance(0.4)
  await attempt(world, person, edited ? 'changes a sample' : 'asks for a sample', REFUSED, () =>
    edited
      ? person.client.samples.put({
          id: random.pick(ids),
          fields: {
            quantity: random.between(1, 3),
            note: `note ${random.below(9)}`,
            address: `street ${random.below(3)}`,
          },
        })
      : person.client.samples.put({
          fields: { shopId: world.shopId, creatorId: random.pick(rows).id, productId: random.pick(PRODUCTS) },
        }),
  )
}

/** Answers some of the requests that wait. */
const answerRequests: Action = async (world, person) => {
  const { random } = world
  const { rows } = await person.client.samples.list({
    filters: [{ field: 'state', op: 'anyOf', values: ['requested'] }],
    limit: 5,
  })
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return
  const isYes = random.chance(0.6)
  await attempt(world, person, isYes ? 'approves requests' : 'declines requests', REFUSED, (): Promise<unknown> =>
    isYes
      ? person.client.sampleRequests.approve({ ids, reason: 'sim' })
      : person.client.sampleRequests.decline({ ids, code: 'OTHER', note: 'sim' }),
  )
}

/** Moves a sample on, back, or wherever, also where it may not go. */
const stepSample: Action = async (world, person) => {
  const { random } = world
  const ids = await sampleIds(person)
  if (ids.length === 0) return
  const to = random.chance(0.6) ? random.pick(['next', 'back'] as const) : random.pick(SAMPLE_STATES)
  const through = random.chance(0.4)
  await attempt(world, person, 'moves a sample', REFUSED, () =>
    person.client.samples.step({ ids: [random.pick(ids)], to, reason: 'sim', through }),
  )
}

const sendParcel: Action = async (world, person) => {
  const { random } = world
  const ids = await sampleIds(person)
  if (ids.length === 0) return
  const row = { sampleIds: [random.pick(ids)], tracking: `94001118992231000012${random.below(40) + 10}`, carrier: null }
  await attempt(world, person, 'sends a parcel', REFUSED, () => person.client.sampleFiles.addTracking({ rows: [row] }))
}

/** Gives a post to a sample, or takes it away from it. */
const givePost: Action = async (world, person) => {
  const { random } = world
  const ids = await sampleIds(person)
  const videoId = random.pick(VIDEOS)
  const handle = random.pick(HANDLES)
  const sampleId = ids.length === 0 ? null : random.pick(ids)
  const link = { videoId, handle, url: `https://www.tiktok.com/@${handle}/video/${videoId}`, sampleId }
  await attempt(world, person, 'adds a post', REFUSED, () =>
    person.client.content.add({ shopId: world.shopId, links: [link] }),
  )
}

const judgePost: Action = async (world, person) => {
  const { random } = world
  const { rows } = await person.client.content.list({ limit: 20 })
  const posts = rows.flatMap(({ posts: all }) => all.map(({ id }) => id))
  if (posts.length === 0) return
  await attempt(world, person, 'judges a post', REFUSED, () =>
    person.client.content.judge({ posts: [random.pick(posts)], verdict: random.pick(POST_VERDICTS) }),
  )
}

/** Hands a script in, or says what becomes of one. */
const review: Action = async (world, person) => {
  const { random } = world
  const { rows } = await person.client.reviews.list({ queue: 'all', limit: 20 })
  if (rows.length === 0 || random.chance(0.3)) {
    const fields = { kind: 'script' as const, title: `script ${random.below(9)}`, shopId: world.shopId }
    await attempt(world, person, 'hands a script in', REFUSED, () =>
      finish(person.client.reviews.submit({ fields, text: `words ${random.below(9)}` })),
    )
    return
  }
  const { id } = random.pick(rows)
  await attempt(world, person, 'judges a script', REFUSED, () =>
    random.chance(0.2)
      ? person.client.reviews.takeBack({ id })
      : person.client.reviews.judge({ id, verdict: random.pick(VERDICTS) }),
  )
}

export const SAMPLE_ACTIONS = {
  askForSample,
  answerRequests,
  stepSample,
  sendParcel,
  givePost,
  judgePost,
  review,
} satisfies Record<string, Action>

/** How often, beside the others. */
export const SAMPLE_WEIGHTS: Readonly<Record<keyof typeof SAMPLE_ACTIONS, number>> = {
  askForSample: 7,
  answerRequests: 4,
  stepSample: 9,
  sendParcel: 3,
  givePost: 3,
  judgePost: 3,
  review: 5,
}
