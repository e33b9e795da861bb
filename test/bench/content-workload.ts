/** A made-up agency's samples, reviews and video list for measuring. The same seed, the same rows. */

import { createWriteStream, readFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'

import { creatorId, naturalId } from '../../db/capture/derived'
import { putRecord } from '../../db/repositories/records'
import { SAMPLE, SAMPLE_PATH } from '../../shared/domain/samples'
import { LIST_HEADERS } from '../support/list-headers'
import type { Product } from './product'
import { randomNumbers } from './workload'

const SLICE = 5000
const DAY = 86_400_000
const PRODUCTS = 40
const CREATORS = 4000

const handle = (at: number) => `creator.${at % CREATORS}`
const product = (at: number) => String(1_729_000_000_000_000_000n + BigInt(at % PRODUCTS))

/** Saves samples at every place of their way, each with the steps that led there, in commits of 5,000. */
export async function fillSamples({ context, client }: Product, count: number): Promise<void> {
  const { workspace } = context.host.current()
  const shops = await client.shops.list({})
  const random = randomNumbers(1)
  const now = context.now()
  await workspace.commit({ author: 'bench', label: 'creators.add:bench' }, (tx) => {
    for (let at = 0; at < CREATORS; at += 1) putRecord(tx, 'creators', null, { handle: handle(at) }, now)
  })
  for (let from = 0; from < count; from += SLICE) {
    await workspace.commit({ author: 'bench', label: 'samples.add:bench' }, (tx) => {
      for (let at = from; at < Math.min(count, from + SLICE); at += 1) {
        const id = naturalId('sample', ['bench', String(at)])
        const requestedAt = now - Math.floor(random() * 120) * DAY
        const shopId = shops[at % shops.length]?.id ?? ''
        const what = { shopId, creatorId: creatorId(handle(at)), productId: product(at), quantity: 1, requestedAt }
        putRecord(tx, 'samples', id, { ...what, owner: at % 3 === 0 ? 'Lin' : 'Wang', currency: 'USD' }, now)
        const reached = Math.floor(random() * SAMPLE_PATH.length)
        for (let step = 1; step <= reached; step += 1) {
          const [fromState, toState] = [SAMPLE_PATH[step - 1], SAMPLE_PATH[step]]
          const event = { sampleId: id, fromState, toState, at: requestedAt + step * DAY, machine: SAMPLE.version }
          putRecord(tx, 'sampleEvents', null, event, now + step)
        }
      }
    })
  }
}

/** Saves scripts that wait for a verdict, each with one version. */
export async function fillReviews({ context, client }: Product, count: number): Promise<void> {
  const { workspace } = context.host.current()
  const shops = await client.shops.list({})
  const random = randomNumbers(2)
  const now = context.now()
  for (let from = 0; from < count; from += SLICE) {
    await workspace.commit({ author: 'bench', label: 'reviews.add:bench' }, (tx) => {
      for (let at = from; at < Math.min(count, from + SLICE); at += 1) {
        const due = now + Math.floor((random() - 0.2) * 10 * DAY)
        const shopId = shops[at % shops.length]?.id ?? ''
        const fields = { kind: 'script', title: `Script ${at}`, shopId, creatorId: creatorId(handle(at)), market: 'US' }
        const review = putRecord(tx, 'reviews', null, { ...fields, language: 'en', due, publishTo: due + DAY }, now)
        putRecord(tx, 'reviewVersions', null, { reviewId: review.id, version: 1, text: 'Hi!', at: now - DAY }, now)
      }
    })
  }
}

/** Writes an affiliate video list of so many rows, each video once. */
export async function writeVideoList(file: string, rows: number): Promise<void> {
  const headers = LIST_HEADERS.aff_video_en
  const random = randomNumbers(3)
  const out = createWriteStream(file)
  out.write(`${headers.join(',')}\n`)
  for (let at = 0; at < rows; at += 1) {
    const video = String(7_400_000_000_000_000_000n + BigInt(at) * 1009n)
    const views = Math.floor(random() ** 3 * 500_000)
    const cells: Readonly<Record<string, string>> = {
      'Video title': `Look at this ${at}`,
      'Video ID': video,
      'Post date': `0${1 + (at % 9)}/1${at % 9}/2026`,
      'Video link': `https://www.tiktok.com/@${handle(at)}/video/${video}`,
      'Creator name': handle(at),
      'Product ID': product(at),
      'Creator video-attributed GMV': `$${(views / 50).toFixed(2)}`,
      'Video-attributed orders': String(Math.floor(views / 900)),
      'Video views': String(views),
      Likes: String(Math.floor(views / 20)),
      'Video product impressions': String(Math.floor(views / 3)),
      'Video product clicks': String(Math.floor(views / 60)),
      'Completion rate': '31.20%',
    }
    if (!out.write(`${headers.map((name) => cells[name] ?? '--').join(',')}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

/** Clean sentences of one language, joined until they are so many characters. */
export function scriptOf(language: string, characters: number): string {
  // The bundle lies elsewhere than its sources; benchmarks run from the project's folder.
  const file = join('test', 'fixtures', 'compliance', `clean.${language}.txt`)
  const sentences = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
  let text = ''
  for (let at = 0; text.length < characters; at += 1) text += `${sentences[at % sentences.length] ?? '.'}\n`
  return text.slice(0, characters)
}
