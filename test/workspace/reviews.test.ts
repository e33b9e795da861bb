/** Reviews through the contract: handing in, verdicts, rounds, notes, feedback, publishing; two colleagues. */

import { expect, test } from 'vitest'

import { colleagues, give } from '../support/colleagues'
import { problems, refusalOf } from '../support/imports'
import { script, withScript, withShop } from '../support/reviews'
import { type Client, finish, NOON } from '../support/workspace'

const HOUR = 3_600_000

test('a script that is handed in waits with its deadline, its best time to publish and whom it is for', async () => {
  const { reviews, review } = await withScript()
  // Thursday noon UTC is 4 in the morning in Los Angeles: nine hours of work from 9 to 18 there end at 18:00.
  expect(review).toMatchObject({
    kind: 'script',
    title: 'Serum',
    handle: 'mia.glow',
    market: 'US',
    state: 'submitted',
    hold: false,
    due: Date.UTC(2026, 0, 16, 2),
    publishFrom: Date.UTC(2026, 0, 16, 3),
    publishTo: Date.UTC(2026, 0, 16, 6),
    level: 'inTime',
    slot: 'ahead',
    versions: 1,
    rounds: 2,
    roundsAsked: 0,
  })
  expect(review.versionList).toMatchObject([{ version: 1, text: 'Look at this serum.', person: 'Lin', verdict: null }])
  const { rows, counts, overdue } = await reviews.list({})
  expect(rows.map(({ id }) => id)).toEqual([review.id])
  expect(counts).toEqual({ waiting: 1, publish: 0, creator: 0, done: 0, all: 1 })
  expect(overdue).toBe(0)
})

test('the queue begins with the least time left to the best time, and tells late ones', async () => {
  const { client, clock, shopId, review } = await withScript()
  const soon = await script(client, { shopId, title: 'Soon', publishFrom: NOON + HOUR, publishTo: NOON + 2 * HOUR })
  const never = await script(client, { shopId, title: 'No date', due: null, publishFrom: null, publishTo: null })
  const order = async () => (await client.reviews.list({})).rows.map(({ id, level }) => [id, level])
  expect(await order()).toEqual([
    [soon.id, 'inTime'],
    [review.id, 'inTime'],
    [never.id, 'none'],
  ])
  clock.now = Date.UTC(2026, 0, 16, 1)
  // A quarter of the nine hours is left at 23:45 UTC.
  expect((await order()).map(([, level]) => level)).toEqual(['escalated', 'escalated', 'none'])
  clock.now = Date.UTC(2026, 0, 16, 2, 1)
  const late = await client.reviews.list({})
  expect(late.overdue).toBe(2)
  expect(late.rows.map(({ slot }) => slot)).toEqual(['missed', 'ahead', 'none'])
})

test('pages of the queue hold each review once', async () => {
  const { client, shopId } = await withScript()
  for (let n = 0; n < 7; n++) await script(client, { shopId, title: `Script ${n}` })
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<Client['reviews']['list']>> = await client.reviews.list({ cursor, limit: 3 })
    expect(page.total).toBe(8)
    seen.push(...page.rows.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(new Set(seen).size).toBe(8)
  expect(seen).toHaveLength(8)
  expect((await client.reviews.list({ search: 'script 5' })).rows.map(({ title }) => title)).toEqual(['Script 5'])
  expect((await client.reviews.list({ search: 'MIA.' })).rows.map(({ title }) => title)).toEqual(['Serum'])
})

test('rounds are counted by versions that changes were asked for, and a verdict taken back asks for nothing', async () => {
  const { client, reviews, review, clock } = await withScript()
  const { id } = review
  expect(await reviews.judge({ id, verdict: 'needsWork' })).toMatchObject({
    state: 'needsWork',
    roundsAsked: 1,
    level: 'none',
  })
  expect((await reviews.list({ queue: 'creator' })).rows).toHaveLength(1)
  clock.now = NOON + 24 * HOUR
  const second = (await finish(reviews.submit({ id, text: 'Second try.' }))).result
  expect(second).toMatchObject({ state: 'submitted', versions: 2, roundsAsked: 1, due: Date.UTC(2026, 0, 17, 2) })
  expect(second.versionList.map(({ verdict }) => verdict)).toEqual(['needsWork', 'submitted'])
  expect(await reviews.judge({ id, verdict: 'corrections' })).toMatchObject({ roundsAsked: 2 })
  // Another verdict takes its place.
  expect(await reviews.judge({ id, verdict: 'approved' })).toMatchObject({ state: 'approved', roundsAsked: 1 })
  expect(await reviews.takeBack({ id, reason: 'wrong key' })).toMatchObject({ state: 'submitted', roundsAsked: 1 })
  await client.history.undo({})
  expect(await reviews.get({ id })).toMatchObject({ state: 'approved' })
  await client.history.undo({})
  await client.history.undo({})
  expect(await reviews.get({ id })).toMatchObject({ state: 'submitted', versions: 2 })
  await client.history.undo({})
  expect(await reviews.get({ id })).toMatchObject({ state: 'needsWork', versions: 1, due: Date.UTC(2026, 0, 16, 2) })
})

test('steps that do not follow are refused', async () => {
  const { reviews, review } = await withScript()
  const { id } = review
  const link = 'https://www.tiktok.com/@mia.glow/video/7412345678901234567'
  expect(await refusalOf(reviews.publish({ id, link }))).toMatchObject({
    code: 'record.illegalStep',
    data: { from: 'submitted', to: 'published' },
  })
  expect(await refusalOf(reviews.takeBack({ id }))).toMatchObject({ code: 'record.illegalStep' })
  await reviews.judge({ id, verdict: 'rejected' })
  expect(await refusalOf(reviews.judge({ id, verdict: 'rejected' }))).toMatchObject({ code: 'record.illegalStep' })
  expect(await refusalOf(reviews.publish({ id, link }))).toMatchObject({ code: 'record.illegalStep' })
  expect(await refusalOf(reviews.judge({ id: 'nobody', verdict: 'approved' }))).toMatchObject({
    code: 'record.notFound',
  })
})

test('approved and rejected by two colleagues, a review is on hold until one of them decides for both', async () => {
  const [li, wang] = await colleagues('Li', 'Wang')
  const { shopId } = await withShop(li!.client)
  const { id } = await script(li!.client, { shopId })
  await give(li!, wang!)
  await li!.client.reviews.judge({ id, verdict: 'approved' })
  await wang!.client.reviews.judge({ id, verdict: 'rejected' })
  await give(li!, wang!)
  await give(wang!, li!)
  for (const { client } of [li!, wang!]) {
    expect(await client.reviews.get({ id })).toMatchObject({ hold: true })
    expect((await client.reviews.list({})).rows).toHaveLength(1)
    expect(await refusalOf(client.reviews.judge({ id, verdict: 'needsWork' }))).toMatchObject({ code: 'record.onHold' })
  }
  const [item] = (await wang!.client.inbox.list({ levels: ['hold'] })).items
  const candidate = item?.candidates.find(({ value }) => value === 'rejected')
  await wang!.client.inbox.decide({
    decisions: [{ item: item?.id ?? '', choice: { how: 'keep', write: candidate?.write ?? '' } }],
  })
  await give(wang!, li!)
  for (const { client } of [li!, wang!]) {
    expect(await client.reviews.get({ id })).toMatchObject({ hold: false, state: 'rejected' })
    expect((await client.inbox.list({ levels: ['hold'] })).items).toEqual([])
  }
  expect(await problems(li!)).toEqual([])
})

test('feedback is made of grade, reasons and the notes for the creator, never of internal ones', async () => {
  const { client, reviews, review } = await withScript()
  const [version] = review.versionList
  const versionId = version?.id ?? ''
  const own = 'the client is difficult about prices'
  await reviews.addNote({ versionId, from: 0, to: 4, text: own, audience: 'internal' })
  const shown = await reviews.addNote({ versionId, from: 5, to: 9, text: 'Say the name first', audience: 'creator' })
  const settled = await reviews.addNote({ versionId, text: 'Fixed already', audience: 'creator' })
  await reviews.putNote({ id: settled.id, fields: { done: true } })
  await reviews.put({ id: review.id, fields: { grade: 'B', gradeReasons: ['noHook', 'priceWrong'] } })
  await reviews.judge({ id: review.id, verdict: 'needsWork' })
  for (const language of ['zh', 'en', 'id', 'th', 'vi'] as const) {
    const { text } = await reviews.feedback({ id: review.id, language })
    expect(text).toContain('mia.glow')
    expect(text).toContain('Say the name first')
    expect(text).not.toContain(own)
    expect(text).not.toContain('Fixed already')
  }
  const { text } = await reviews.feedback({ id: review.id, language: 'en' })
  expect(text.split('\n')).toEqual([
    'Hi mia.glow, thank you for sending this over.',
    'It can work, but the points below will cost sales.',
    '- The first three seconds have no hook: please open with a problem or a result.',
    '- The price or the offer is wrong: please use the one in the brief.',
    '',
    'Please look at these points:',
    '- Say the name first',
    '',
    'Please change it and send us the new version before posting.',
  ])
  // Somebody makes it internal after all.
  await reviews.putNote({ id: shown.id, fields: { audience: 'internal' } })
  expect((await reviews.feedback({ id: review.id, language: 'en' })).text).not.toContain('Say the name first')
  const { touchId } = await reviews.sent({ id: review.id, text })
  expect((await client.outreach.touches({})).rows).toMatchObject([
    { id: touchId, kind: 'sent', text, handle: 'mia.glow' },
  ])
  expect(await refusalOf(reviews.put({ id: review.id, fields: { grade: 'Z' } }))).toMatchObject({
    code: 'record.invalid',
  })
})

test('without a language of its own the feedback is in the creator’s, else in their market’s', async () => {
  const { client, reviews, shopId, creatorId } = await withScript()
  const thai = await script(client, { shopId, creatorId, market: 'TH' })
  expect(await reviews.feedback({ id: thai.id })).toMatchObject({ language: 'th' })
  await client.creators.put({ id: creatorId, fields: { language: 'id' } })
  expect(await reviews.feedback({ id: thai.id })).toMatchObject({ language: 'id' })
  const own = await script(client, { shopId, creatorId, market: 'TH', language: 'vi' })
  expect(await reviews.feedback({ id: own.id })).toMatchObject({ language: 'vi' })
})

test('own grades take the place of the shipped ones, of one shop or of all', async () => {
  const { reviews, shopId, review } = await withScript()
  const shipped = await reviews.rubric({})
  expect(shipped.grades.map(({ key }) => key)).toEqual(['S', 'A', 'B', 'C'])
  const rubric = {
    grades: [
      { key: 'Good', says: { en: 'Good.' } },
      { key: 'Bad', says: {} },
    ],
    reasons: [{ key: 'own', name: 'Own reason', says: { en: 'Own words.' } }],
  }
  await reviews.putRubric({ shopId, rubric })
  expect(await reviews.rubric({ shopId })).toEqual(rubric)
  expect(await reviews.rubric({})).toEqual(shipped)
  await reviews.put({ id: review.id, fields: { grade: 'Good', gradeReasons: ['own'] } })
  const { text } = await reviews.feedback({ id: review.id, language: 'en' })
  expect(text).toContain('Good.\n- Own words.')
  await reviews.putRubric({ shopId, rubric: null })
  expect(await reviews.rubric({ shopId })).toEqual(shipped)
})

test('a published review has its content by the video’s number, and the sample it was made for is posted', async () => {
  const { client, reviews, shopId, creatorId } = await withScript()
  const review = await script(client, { shopId, creatorId })
  const { id } = review
  await reviews.judge({ id, verdict: 'corrections' })
  expect(await refusalOf(reviews.publish({ id, link: 'https://vm.tiktok.com/ZM123/' }))).toMatchObject({
    code: 'record.invalid',
    data: { field: 'link', reason: 'short' },
  })
  const link = 'https://www.tiktok.com/@Mia.Glow/video/7412345678901234567?is_from_webapp=1'
  const { review: done, sample } = await reviews.publish({ id, link })
  expect(sample).toBe('none')
  expect(done).toMatchObject({
    state: 'published',
    slot: 'none',
    content: { contentId: '7412345678901234567', url: 'https://www.tiktok.com/@mia.glow/video/7412345678901234567' },
  })
  expect((await reviews.list({ queue: 'done' })).rows.map((row) => row.id)).toEqual([id])
  expect(await refusalOf(reviews.judge({ id, verdict: 'approved' }))).toMatchObject({ code: 'record.illegalStep' })
  // Back to where it was published from.
  expect(await reviews.takeBack({ id })).toMatchObject({ state: 'corrections', content: null })
  await client.history.undo({})
  await client.history.undo({})
  expect(await reviews.get({ id })).toMatchObject({ state: 'corrections', content: null })
})

test('a verdict that is overdue is on the day of whom it is asked, one that escalates on the deputy’s', async () => {
  const { client, clock, shopId } = await withScript()
  await script(client, { shopId, title: 'Of Bo', reviewer: 'Bo', deputy: 'Lin', due: Date.UTC(2026, 0, 17) })
  await script(client, { shopId, title: 'Of Mei', reviewer: 'Mei', due: NOON + HOUR })
  const told = async () =>
    (await client.tasks.today({ zone: 'UTC' })).fyi.map(({ kind, count, title }) => [kind, count, title])
  expect(await told()).toEqual([])
  clock.now = Date.UTC(2026, 0, 16, 20)
  // The first script is nobody's in particular and was due at two; Mei's is hers; of Bo's time a quarter is left.
  expect(await told()).toEqual([
    ['reviewsOverdue', 1, 'Serum'],
    ['reviewsEscalated', 1, 'Of Bo'],
  ])
  clock.now = Date.UTC(2026, 0, 17, 0, 1)
  expect(await told()).toEqual([['reviewsOverdue', 2, 'Serum']])
})

test('new hours hold from then on, or for all that waits', async () => {
  const { client, reviews, shopId, review } = await withScript()
  const { hours, own } = await reviews.hours({})
  expect(own).toBe(false)
  const around = {
    ...hours,
    zone: 'UTC',
    week: Array.from({ length: 7 }, (): [number, number] => [0, 1440]),
    minutes: 60,
  }
  await reviews.putHours({ hours: { ...around, reviewer: 'Mei', deputy: 'Bo', rounds: 1 } })
  expect((await reviews.get({ id: review.id })).due).toBe(review.due)
  const next = await script(client, { shopId })
  expect(next).toMatchObject({ reviewer: 'Mei', deputy: 'Bo', rounds: 1, asked: 'Mei' })
  expect((next.due ?? 0) - (next.submitted ?? 0)).toBeGreaterThanOrEqual(HOUR - 50)
  await reviews.putHours({ hours: around, recount: true })
  const again = await reviews.get({ id: review.id })
  expect((again.due ?? 0) - (again.submitted ?? 0)).toBe(HOUR)
  await client.history.undo({})
  expect((await reviews.get({ id: review.id })).due).toBe(review.due)
})

test('the product’s claim sheet for the market and the brief that was sent stand beside the script', async () => {
  const { client, shopId, creatorId } = await withScript()
  const claim = (market: string, kind: string, text: string) =>
    client.records.put({ entity: 'productClaims', fields: { shopId, productId: '17', market, kind, text } })
  await claim('*', 'forbidden', 'Cures acne')
  await claim('US', 'mustSay', 'For all skin types')
  await claim('TH', 'mustSay', 'In Thailand only')
  const review = await script(client, { shopId, creatorId, productId: '17' })
  expect(review.claims.map(({ kind, text }) => [kind, text])).toEqual([
    ['mustSay', 'For all skin types'],
    ['forbidden', 'Cures acne'],
  ])
  expect(review.brief).toBeNull()
})
