/** A list of 100,000 rows under filters, sorting and groups, against the plainest code for the one question asked. */

import type { RowField } from '../../shared/domain/list-fields'
import { rowTest } from '../../shared/domain/list-filters'
import { groupedRows } from '../../shared/domain/list-groups'
import { sortedRows } from '../../shared/domain/list-order'
import { type BenchOptions, type Ratio, ratioOf } from './ratios'
import { randomNumbers } from './workload'

const ROWS = 100_000
const MARKETS = ['US', 'GB', 'TH', 'VN', 'ID', 'MY', 'PH', 'SG']

interface Row {
  readonly handle: string
  readonly market: string
  readonly followers: number | null
}

const FIELDS: readonly [RowField<Row>, RowField<Row>, RowField<Row>] = [
  { id: 'handle', kind: 'text', value: ({ handle }) => handle },
  { id: 'market', kind: 'choice', value: ({ market }) => market, choices: MARKETS },
  { id: 'followers', kind: 'number', value: ({ followers }) => followers },
]

const FILTERS = [
  { field: 'market', op: 'noneOf' as const, values: ['SG'] },
  { field: 'followers', op: 'atLeast' as const, values: [10_000] },
]

export function benchListing({ rounds, wanted }: BenchOptions): Ratio[] {
  if (!wanted('list')) return []
  const rows = makeRows()
  const order = new Intl.Collator('en', { numeric: true })
  const times = { plain: [] as number[], filter: [] as number[], all: [] as number[] }
  // The first round is not counted: nothing is compiled yet.
  for (let round = 0; round <= rounds; round += 1) {
    const plain = timed(() =>
      rows.filter(({ market, followers }) => market !== 'SG' && followers !== null && followers >= 10_000),
    )
    const filter = timed(() => rows.filter(rowTest(FILTERS, FIELDS).test))
    if (plain.result.length !== filter.result.length) throw new Error('the filters differ')
    const all = timed(() => {
      const found = rows.filter(rowTest(FILTERS, FIELDS).test)
      return groupedRows(sortedRows(found, [{ field: 'followers', descending: true }], FIELDS, order), FIELDS[1], order)
    })
    if (round === 0) continue
    times.plain.push(plain.ms)
    times.filter.push(filter.ms)
    times.all.push(all.ms)
  }
  const what = `${ROWS} rows in memory`
  return [
    ...ratioOf({
      id: 'list',
      what: `${what}, two filters / Array.filter`,
      goal: 8,
      ours: times.filter,
      peer: times.plain,
    }),
    ...ratioOf({
      id: 'list',
      what: `${what}, filtered, sorted, grouped / Array.filter`,
      goal: 60,
      ours: times.all,
      peer: times.plain,
    }),
  ]
}

function makeRows(): readonly Row[] {
  const random = randomNumbers(11)
  return Array.from({ length: ROWS }, (_, index) => ({
    handle: `creator.${index}`,
    market: MARKETS[Math.floor(random() * MARKETS.length)] ?? 'US',
    followers: random() < 0.1 ? null : Math.floor(random() * 2_000_000),
  }))
}

function timed<T>(work: () => T): { readonly result: T; readonly ms: number } {
  const from = performance.now()
  const result = work()
  return { result, ms: performance.now() - from }
}
