/** Eight questions of the ROI screen, put to our engine and, as SQL, to DuckDB: same data, same answers. */

import type { CostLine, RoiQuery, RoiShop, RoiTable } from '../../db/facts/types'
import type { DuckConnection } from './facts-steps'
import { DAYS, FIRST_SECOND, randomNumbers, shopIdOf } from './workload'

export const FIRST_DAY = FIRST_SECOND / 86_400
const LAST_DAY = FIRST_DAY + DAYS - 1
/** Odd shops sell in euro; no amount in cents × 1.08 ends on a half, so that any way of rounding agrees. */
const EURO = 1.08

export function benchShops(count: number): RoiShop[] {
  return Array.from({ length: count }, (_, shop) => ({
    id: shopIdOf(shop),
    name: `Shop ${shop}`,
    clientId: null,
    clientName: '',
    market: 'US',
    currency: shop % 2 === 0 ? 'USD' : 'EUR',
  }))
}

/** Flat fees of every third creator. */
export function benchCosts(creators: readonly string[]): CostLine[] {
  return creators.flatMap((creator, i) =>
    i % 3 === 0
      ? [
          {
            kind: 'fee' as const,
            shopId: shopIdOf(0),
            creator,
            productId: null,
            contentId: null,
            campaign: null,
            staff: null,
            amount: 500 + ((i * 37) % 9_000),
            currency: 'USD',
            day: FIRST_DAY + (i % DAYS),
          },
        ]
      : [],
  )
}

/** The figures of each line worked out once, ids as numbers: DuckDB's best case. */
export async function prepareDuck(duck: DuckConnection, costs: readonly CostLine[]): Promise<void> {
  await duck.run(`
    CREATE TABLE creator AS SELECT row_number() OVER () AS no, creator AS name FROM (SELECT DISTINCT creator FROM line);
    CREATE TABLE product AS SELECT row_number() OVER () AS no, product_id AS name FROM (SELECT DISTINCT product_id FROM line);
    CREATE TABLE fact AS
      SELECT CAST(right(shop, 3) AS INTEGER) AS shop, CAST(created // 86400 AS INTEGER) AS day, c.no::INTEGER AS creator, p.no::INTEGER AS product, content_type, order_id, quantity AS units,
        f.fx, payment AS gmv, status = 'Settled' AS settled,
        CASE WHEN status = 'Ineligible' OR returned = 'Yes' THEN payment WHEN abase < ebase THEN CAST(round(payment * (ebase - abase) / ebase) AS BIGINT) ELSE 0 END AS refund,
        CASE WHEN status = 'Ineligible' THEN 0 ELSE coalesce(astd, estd, 0) + coalesce(aads, eads, 0) END AS commission
      FROM line JOIN creator c ON c.name = line.creator JOIN product p ON p.name = line.product_id,
        LATERAL (SELECT CASE WHEN CAST(right(line.shop, 3) AS INTEGER) % 2 = 0 THEN 1.0::DOUBLE ELSE ${EURO}::DOUBLE END AS fx) f;
    CREATE TABLE cost (creator INTEGER, amount BIGINT);`)
  for (let at = 0; at < costs.length; at += 500) {
    const rows = costs.slice(at, at + 500).map(({ creator, amount }) => `('${creator}', ${amount})`)
    await duck.run(
      `INSERT INTO cost SELECT c.no, v.amount FROM (VALUES ${rows.join(', ')}) v (name, amount) JOIN creator c ON c.name = v.name`,
    )
  }
}

const SUMS = `CAST(sum(units) AS BIGINT) AS units, CAST(sum(round(gmv * fx)) AS BIGINT) AS gmv, CAST(sum(round(refund * fx)) AS BIGINT) AS refunds, CAST(sum(round(commission * fx)) AS BIGINT) AS commission`

export interface Question {
  readonly name: string
  readonly query: Omit<RoiQuery, 'shops' | 'currency' | 'factor'>
  /** Columns: key texts joined by `|`, then units, gmv, refunds, commission; `distinct` adds distinct orders. */
  readonly sql: (distinct: boolean) => string
}

const TYPE = `CASE content_type WHEN 'Video' THEN 'video' WHEN 'Livestream' THEN 'live' ELSE 'showcase' END`
const DAY = `strftime(DATE '1970-01-01' + day, '%Y-%m-%d')`

/** One drawing of the eight; `creators` are the handles there are. */
export function drawQuestions(
  seed: number,
  shops: number,
  creators: readonly string[],
  costs: readonly CostLine[],
): Question[] {
  const random = randomNumbers(seed)
  const period = (days: number): { from: number; to: number } => {
    const from = FIRST_DAY + Math.floor(random() * (DAYS - days))
    return { from, to: from + days - 1 }
  }
  const some = (count: number): string[] => [
    ...new Set(Array.from({ length: count }, () => creators[Math.floor(random() * creators.length)]!)),
  ]
  const all = { from: FIRST_DAY, to: LAST_DAY }
  const within = ({ from, to }: { from: number; to: number }): string => `day BETWEEN ${from} AND ${to}`
  const select = (key: string, group: string, rest: string, distinct: boolean): string =>
    `SELECT ${key} AS key, ${SUMS}${distinct ? ', count(DISTINCT (shop, order_id)) AS orders' : ''} FROM fact WHERE ${rest.replace('{group}', group === '' ? '' : `GROUP BY ${group}`)}`
  const named = (kind: 'creator' | 'product', inner: string, distinct: boolean): string =>
    `SELECT CAST(n.name AS VARCHAR), units, gmv, refunds, commission${distinct ? ', orders' : ''} FROM (${inner}) f JOIN ${kind} n ON n.no = f.key ORDER BY gmv DESC, 1`
  const quarter = period(90)
  const month = period(30)
  const half = period(180)
  const five = [...new Set(Array.from({ length: 5 }, () => Math.floor(random() * random() * shops)))]
  const one = some(1)
  const tagged = some(Math.min(2_000, Math.ceil(creators.length / 10)))
  const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ')
  const chosen = (names: readonly string[]): string =>
    `creator IN (SELECT no FROM creator WHERE name IN (${quoted(names)}))`
  const top = 'gmv DESC LIMIT 50'
  return [
    {
      name: 'KPI, 90 days, all shops',
      query: { keys: ['market'], ...quarter },
      sql: (d) => select("'US'", '', within(quarter), d),
    },
    {
      name: 'day x content type, 18 months',
      query: { keys: ['day', 'contentType'], ...all },
      sql: (d) => select(`${DAY} || '|' || ${TYPE}`, 'day, content_type', `${within(all)} {group}`, d),
    },
    {
      name: 'top 50 creators by GMV, 30 days',
      query: { keys: ['creator'], limit: 50, ...month },
      sql: (d) => named('creator', select('creator', 'creator', `${within(month)} {group} ORDER BY ${top}`, d), d),
    },
    {
      name: 'top 50 creators by ROI with costs, 18 months',
      query: { keys: ['creator'], limit: 50, costs, sort: { by: 'roi', descending: true }, ...all },
      sql: (
        d,
      ) => `SELECT n.name, units, gmv, refunds, commission${d ? ', orders' : ''} FROM (${select('creator', 'creator', `${within(all)} {group}`, d)}) f JOIN creator n ON n.no = f.key
        LEFT JOIN (SELECT creator, sum(amount) AS fees FROM cost GROUP BY 1) c ON c.creator = f.key
        ORDER BY CASE WHEN commission + coalesce(fees, 0) = 0 THEN NULL ELSE (gmv - refunds - commission - coalesce(fees, 0))::DOUBLE / (commission + coalesce(fees, 0)) END DESC NULLS LAST, n.name LIMIT 50`,
    },
    {
      name: 'top 50 products, 5 shops, video, 180 days',
      query: { keys: ['product'], limit: 50, contentTypes: ['video'], shopIds: five.map(shopIdOf), ...half },
      sql: (d) =>
        named(
          'product',
          select(
            'product',
            'product',
            `${within(half)} AND shop IN (${five.join(', ')}) AND content_type = 'Video' {group} ORDER BY ${top}`,
            d,
          ),
          d,
        ),
    },
    {
      name: 'one creator by product, 18 months',
      query: { keys: ['product'], creators: one, ...all },
      sql: (d) => named('product', select('product', 'product', `${chosen(one)} {group}`, d), d),
    },
    {
      name: 'shop x content type x month',
      query: { keys: ['shop', 'contentType', 'month'], ...all },
      sql: (d) =>
        select(
          `'Shop ' || shop || '|' || ${TYPE} || '|' || strftime(DATE '1970-01-01' + day, '%Y-%m')`,
          'ALL',
          `${within(all)} {group}`,
          d,
        ),
    },
    {
      name: '2,000 creators, top products, 18 months',
      query: { keys: ['product'], creators: tagged, limit: 50, ...all },
      sql: (d) => named('product', select('product', 'product', `${chosen(tagged)} {group} ORDER BY ${top}`, d), d),
    },
  ]
}

export function fullQuery(question: Question, shops: readonly RoiShop[]): RoiQuery {
  return { ...question.query, shops, currency: 'USD', factor: () => EURO }
}

/** Our rows, spelled as DuckDB's are. */
export function ourRows({ rows }: RoiTable, distinct: boolean): string[] {
  return rows.map(({ keys, units, gmv, refunds, commission, orders }) =>
    [Object.values(keys).join('|'), units, gmv, refunds, commission, ...(distinct ? [orders] : [])].join(' '),
  )
}

export async function duckRows(duck: DuckConnection, question: Question, distinct: boolean): Promise<string[]> {
  const { sql } = question
  const rows = (await duck.runAndReadAll(sql(distinct))).getRows()
  return rows.map((row) => row.map(String).join(' '))
}
