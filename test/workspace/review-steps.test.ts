/** Reviews take legal steps only, none while people have to decide; contradictions meet at everybody's and are decided once. */

import { describe, expect, test } from 'vitest'

import { stepReview } from '../../electron/workspace/reviewing/steps'
import { write } from '../../electron/workspace/support'
import { REVIEW_STATES, type ReviewState, VERDICTS, type Verdict } from '../../shared/domain/reviews'
import { type Colleague, colleagues, digestsOf, meet } from '../support/colleagues'
import { script, withScript, withShop } from '../support/reviews'
import type { TestWorkspace } from '../support/workspace'

/** By state, where it may go; every other of the six, itself among them, is refused. */
const MAY: Readonly<Record<ReviewState, string>> = {
  submitted: 'approved corrections needsWork rejected',
  approved: 'submitted corrections needsWork rejected published',
  corrections: 'submitted approved needsWork rejected published',
  needsWork: 'submitted approved corrections rejected',
  rejected: 'submitted approved corrections needsWork',
  published: 'approved corrections',
}

/** Steps that lead to a state from the beginning. */
const WAYS: Readonly<Record<ReviewState, readonly ReviewState[]>> = {
  submitted: [],
  approved: ['approved'],
  corrections: ['corrections'],
  needsWork: ['needsWork'],
  rejected: ['rejected'],
  published: ['approved', 'published'],
}

const LINK = 'https://www.tiktok.com/@mia.glow/video/7123456789012345678'

const stepTo = (context: TestWorkspace['context'], id: string, to: ReviewState) =>
  write(context, 'reviews.judge', to, (tx) => stepReview(context, tx, { id, to, versionId: null }))

test.each(REVIEW_STATES)(
  'from %s a review goes where it may and is refused everywhere else',
  async (from) => {
    const { client, context, shopId, creatorId } = await withScript()
    const fresh = async () => {
      const { id } = await script(client, { shopId, creatorId })
      for (const to of WAYS[from]) await stepTo(context, id, to)
      expect(await client.reviews.get({ id })).toMatchObject({ state: from })
      return id
    }
    const held = await fresh()
    const may = REVIEW_STATES.filter((to) => MAY[from].split(' ').includes(to))
    for (const to of may) {
      const id = await fresh()
      await stepTo(context, id, to)
      expect((await client.reviews.get({ id })).state).toBe(to)
    }
    for (const to of REVIEW_STATES.filter((state) => !may.includes(state))) {
      const before = (await client.reviews.get({ id: held })).steps
      await expect(stepTo(context, held, to)).rejects.toMatchObject({
        code: 'record.illegalStep',
        params: { entity: 'reviews', id: held, from, to },
      })
      expect(await client.reviews.get({ id: held })).toMatchObject({ state: from, steps: before })
    }
  },
  30_000,
)

test('what is online is judged again only after it was taken back', async () => {
  const { client, review } = await withScript()
  await client.reviews.judge({ id: review.id, verdict: 'approved' })
  await client.reviews.publish({ id: review.id, link: LINK })
  for (const verdict of VERDICTS)
    await expect(client.reviews.judge({ id: review.id, verdict })).rejects.toMatchObject({
      code: 'record.illegalStep',
      data: { from: 'published', to: verdict },
    })
  expect(await client.reviews.takeBack({ id: review.id })).toMatchObject({ state: 'approved', content: null })
})

describe('two colleagues', () => {
  // Any two different verdicts on one version contradict each other.
  const PAIRS = VERDICTS.flatMap((mine, i) => VERDICTS.slice(i + 1).map((theirs) => [mine, theirs] as const))

  test.each(PAIRS)(
    'one says %s and the other %s: on HOLD at both, one decision clears it',
    async (mine, theirs) => {
      const { li, wang, id } = await team()
      await li.client.reviews.judge({ id, verdict: mine })
      await wang.client.reviews.judge({ id, verdict: theirs })
      await meet([li, wang])
      for (const { client } of [li, wang]) {
        expect(await client.reviews.get({ id })).toMatchObject({ hold: true })
        for (const verdict of VERDICTS)
          await expect(client.reviews.judge({ id, verdict })).rejects.toMatchObject({ code: 'record.onHold' })
        await expect(client.reviews.takeBack({ id })).rejects.toMatchObject({ code: 'record.onHold' })
        await expect(client.reviews.publish({ id, link: LINK })).rejects.toMatchObject({ code: 'record.onHold' })
      }
      await decide(wang, id, theirs)
      await meet([li, wang])
      for (const { client } of [li, wang]) {
        expect(await client.reviews.get({ id })).toMatchObject({ state: theirs, hold: false })
        expect((await client.inbox.list({ levels: ['hold'] })).items).toEqual([])
      }
      expect((await digestsOf([li, wang])).size).toBe(1)
    },
    30_000,
  )

  test('who say the same agree, and nothing is asked', async () => {
    const { li, wang, id } = await team()
    for (const { client } of [li, wang]) await client.reviews.judge({ id, verdict: 'needsWork' })
    await meet([li, wang])
    for (const { client } of [li, wang])
      expect(await client.reviews.get({ id })).toMatchObject({ state: 'needsWork', hold: false })
    expect((await digestsOf([li, wang])).size).toBe(1)
  }, 30_000)

  async function team() {
    const [li, wang] = await colleagues('Li', 'Wang')
    if (!li || !wang) throw new Error('two are made')
    const { id } = await script(li.client, await withShop(li.client))
    await meet([li, wang])
    return { li, wang, id }
  }

  async function decide({ client }: Colleague, id: string, verdict: Verdict) {
    const { items } = await client.inbox.list({ levels: ['hold'] })
    const item = items.find(({ recordId }) => recordId === id)
    const write = item?.candidates.find(({ value }) => value === verdict)?.write
    if (item === undefined || write === undefined) throw new Error('it is in the inbox')
    await client.inbox.decide({ decisions: [{ item: item.id, choice: { how: 'keep', write } }] })
  }
})
