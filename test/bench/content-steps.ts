/** S1-S5: boards and lists of 50,000 samples, a queue of 10,000 scripts, the linter, a list of 100,000 videos. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { lint } from '../../shared/domain/compliance/lint'
import { PACK_LANGUAGES } from '../../shared/domain/compliance/types'
import { fillReviews, fillSamples, scriptOf, writeVideoList } from './content-workload'
import { createAgency, lastOf } from './product'
import { each, msOf, p95 } from './times'

export interface ContentInput {
  readonly folder: string
  readonly samples: number
  readonly reviews: number
  readonly videos: number
  readonly rounds: number
}

/** Milliseconds, one for each round; of questions their 95th percentile. */
export interface ContentTimes {
  readonly board: readonly number[]
  readonly strip: readonly number[]
  readonly keystroke: readonly number[]
  readonly costs: readonly number[]
  readonly queue: readonly number[]
  /** By language. */
  readonly lint: Readonly<Record<string, readonly number[]>>
  readonly videoImport: number
  readonly plainRead: number
  readonly undo: number
  readonly fillMs: number
  readonly firstMs: number
}

const TYPED = ['creator.1', 'creator.17', 'creator.1799', '1729', '172900000', 'lin', 'wang', 'creator.3']
const ASKED = 20
const CHARACTERS = 5000

export async function contentRounds({ folder, samples, reviews, videos, rounds }: ContentInput): Promise<ContentTimes> {
  const product = await createAgency(join(folder, 'content.starboard'), [
    { no: 0, name: 'US', market: 'US', currency: 'USD' },
    { no: 1, name: 'GB', market: 'GB', currency: 'GBP' },
  ])
  const { client } = product
  const fillMs = await msOf(async () => {
    await fillSamples(product, samples)
    await fillReviews(product, reviews)
  })
  const times = { board: [], strip: [], keystroke: [], costs: [], queue: [] } as Record<
    'board' | 'strip' | 'keystroke' | 'costs' | 'queue',
    number[]
  >
  const lints: Record<string, number[]> = Object.fromEntries(PACK_LANGUAGES.map((language) => [language, []]))
  const turns = Array.from({ length: ASKED }, (_, at) => at)
  const firstMs = await msOf(() => client.samples.list({ limit: 100 }))
  await client.sampleCosts.report({ by: 'creator' })
  for (let round = 0; round < rounds; round += 1) {
    times.board.push(p95(await each(turns, () => client.samples.board({ by: 'due', limit: 50 }))))
    times.strip.push(p95(await each(turns, () => client.samples.strip({}))))
    times.keystroke.push(p95(await each(TYPED, (search) => client.samples.list({ search, limit: 100 }))))
    times.costs.push(p95(await each(turns, () => client.sampleCosts.report({ by: 'creator' }))))
    times.queue.push(p95(await each(turns, () => client.reviews.list({ limit: 100 }))))
    for (const language of PACK_LANGUAGES) {
      const text = scriptOf(language, CHARACTERS)
      const ask = () => lint({ text, market: 'US', language, category: 'beauty', claims: [] })
      ask()
      lints[language]?.push(p95(await each(turns, ask)))
    }
  }
  const list = join(folder, 'videos.csv')
  await writeVideoList(list, videos)
  const shopId = (await client.shops.list({}))[0]?.id ?? ''
  const plainRead = await msOf(() => readPlainly(list))
  const period = { from: '2026-01-01', to: '2026-09-30' }
  const videoImport = await msOf(() => lastOf(client.platformLists.run({ path: list, shopId, period })))
  const undo = await msOf(() => client.history.undo({}))
  product.context.host.close()
  return { ...times, lint: lints, videoImport, plainRead, undo, fillMs, firstMs }
}

/** The plainest thing that can be done with such a file: its cells, as texts, in memory. */
function readPlainly(file: string): number {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split(','))
    .reduce((cells, row) => cells + row.length, 0)
}
