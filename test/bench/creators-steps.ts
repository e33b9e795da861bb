/** X11, X13, C1-C4: the list of 100,000 creators through the contract, beside SQL and the plainest search for duplicates. */

import { join } from 'node:path'

import { foldText } from '../../shared/domain/search-text'
import {
  fillCreators,
  FRAGMENTS,
  keystrokes,
  type MadeCreator,
  madeCreators,
  PINYIN,
  REGIONS,
  TYPED,
} from './creators-workload'
import { openTrigram, type TrigramList } from './peers/trigram'
import { createAgency, lastOf, type Product } from './product'
import { each, msOf, p50, p95 } from './times'
import { randomNumbers } from './workload'

export interface CreatorsInput {
  readonly folder: string
  readonly count: number
  readonly rounds: number
}

/** Milliseconds, one for each round; of keystrokes and records their 95th percentile. */
export interface CreatorsTimes {
  readonly keys: readonly number[]
  readonly plainKeys: readonly number[]
  readonly first: readonly number[]
  readonly deep: readonly number[]
  readonly pinyin: readonly number[]
  readonly chinese: readonly number[]
  readonly record: readonly number[]
  readonly claims: readonly number[]
  readonly duplicates: readonly number[]
  readonly plainDuplicates: readonly number[]
  /** Making the workspace, and the list's first answer. */
  readonly fillMs: number
  readonly firstMs: number
  readonly keystrokes: number
  /** Keystrokes to which both sides gave the same 50 and the same count. */
  readonly same: number
  readonly pairs: number
  readonly plainPairs: number
}

type Series = Exclude<keyof CreatorsTimes, 'fillMs' | 'firstMs' | 'keystrokes' | 'same' | 'pairs' | 'plainPairs'>

const BY_GMV = [{ field: 'gmv', descending: true }]
const SHOWN_REGIONS = REGIONS.filter((region) => region !== 'SG')
const BY_REGION = [{ field: 'market', op: 'anyOf' as const, values: SHOWN_REGIONS }]
const PAGE = 100
const PAGES = 40
const OPENED = 200
/** As many as the list's window asks for at once. */
const CLAIMS_AT_ONCE = 200

export async function creatorRounds({ folder, count, rounds }: CreatorsInput): Promise<CreatorsTimes> {
  const made = madeCreators(count)
  const product = await createAgency(join(folder, 'crm.starboard'), [
    { no: 0, name: 'US', market: 'US', currency: 'USD' },
  ])
  const fillMs = await msOf(() => fillCreators(product, made))
  const plain = openTrigram(join(folder, 'trigram.db'), made)
  const firstMs = await msOf(() => ask(product, ''))
  const typed = keystrokes(TYPED)
  const same = await agreeing(product, plain, typed)
  const times = emptySeries()
  let pairs = 0
  let plainPairs = 0
  for (let round = 0; round < rounds; round += 1) {
    times.keys.push(p95(await each(typed, (text) => ask(product, text))))
    times.plainKeys.push(p95(await each(typed, (text) => plain.ask(text, SHOWN_REGIONS))))
    await listRound(product, count, times)
    await recordRound(product, made, { round, times })
    times.duplicates.push(
      await msOf(async () => {
        pairs = (await lastOf(product.client.creators.findDuplicates({ least: 50, limit: 5000 }))).pairs.length
      }),
    )
    times.plainDuplicates.push(await msOf(() => void (plainPairs = sortedKeyPairs(made))))
  }
  plain.close()
  product.context.host.close()
  return { ...times, fillMs, firstMs, keystrokes: typed.length, same, pairs, plainPairs }
}

function emptySeries(): Record<Series, number[]> {
  return {
    keys: [],
    plainKeys: [],
    first: [],
    deep: [],
    pinyin: [],
    chinese: [],
    record: [],
    claims: [],
    duplicates: [],
    plainDuplicates: [],
  }
}

function ask({ client }: Product, search: string) {
  return client.creators.list({ search, filters: BY_REGION, sort: BY_GMV, limit: 50 })
}

/** Also lets both sides compile and prepare what they keep, before anything is measured. */
async function agreeing(product: Product, plain: TrigramList, typed: readonly string[]): Promise<number> {
  let same = 0
  for (const text of typed) {
    const ours = await ask(product, text)
    const peer = plain.ask(text, SHOWN_REGIONS)
    if (ours.total === peer.total && ours.rows.every(({ id }, at) => id === peer.ids[at])) same += 1
  }
  return same
}

async function listRound({ client }: Product, count: number, times: Record<Series, number[]>): Promise<void> {
  const page = (offset: number) => client.creators.list({ sort: BY_GMV, offset, limit: PAGE })
  const pages = Array.from({ length: PAGES }, (_, at) => at)
  times.first.push(p50(await each(pages, () => page(0))))
  times.deep.push(p50(await each(pages, () => page(count - PAGE))))
  const find = (search: string) => client.creators.list({ search, sort: BY_GMV, limit: 50 })
  times.pinyin.push(p95(await each(keystrokes(PINYIN), find)))
  times.chinese.push(p95(await each(keystrokes(FRAGMENTS), find)))
}

async function recordRound(
  { client }: Product,
  made: readonly MadeCreator[],
  { round, times }: { readonly round: number; readonly times: Record<Series, number[]> },
): Promise<void> {
  const random = randomNumbers(100 + round)
  const some = (number: number) =>
    Array.from({ length: number }, () => made[Math.floor(random() * made.length)]?.id ?? '')
  times.record.push(p95(await each(some(OPENED), (id) => client.creators.get({ id }))))
  const windows = Array.from({ length: PAGES }, () => some(CLAIMS_AT_ONCE))
  times.claims.push(p95(await each(windows, (creators) => client.claims.of({ creators }))))
}

/** Pairs of neighbours in a sorted list of phone numbers and of handles without digits and dots: no weighing, no near misses. */
function sortedKeyPairs(made: readonly MadeCreator[]): number {
  const keys = made.flatMap(({ handle, displayName, phone }, at) => {
    const name = `${handle.replace(/[^a-z]/g, '')} ${foldText(displayName)}`
    return phone === null
      ? [{ key: name, at }]
      : [
          { key: name, at },
          { key: phone.replace(/\D/g, ''), at },
        ]
  })
  keys.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.at - b.at))
  const pairs = new Set<number>()
  for (const [place, { key, at }] of keys.entries()) {
    for (let next = place + 1; keys[next]?.key === key; next += 1) {
      pairs.add(at * made.length + (keys[next]?.at ?? at))
    }
  }
  return pairs.size
}
