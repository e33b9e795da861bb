/** Eight questions of the ROI screen, put to our engine and, as SQL, to DuckDB: same data, same answers. */

import type { RoiTableInput } from '../../shared/contract/roi'
import { dayOfNumber } from '../../shared/domain/days'
import type { z } from '../../shared/schema'
import type { DuckConnection } from './peers/duck'
import { EURO, type Fee } from './product'
import { DAYS, FIRST_SECOND, randomNumbers } from './workload'

const FIRST_DAY = FIRST_SECOND / 86_400
const LAST_DAY = FIRST_DAY + DAYS - 1

/** Flat fees of every third creator. */
export function benchFees(creators: readonly string[]): Fee[] {
  return creators.flatMap((creator, i) =>
    i % 3 === 0 ? [{ creator, amount: 500 + ((i * 37) % 9_000), day: FIRST_DAY + (i % DAYS) }] : [],
  )
}

/** The figures of each line worked out once, ids as numbers: DuckDB's best case. */
export async function prepareDuck(duck: DuckConnection, fees: readonly Fee[]): Promise<void> {
  await duck.run(`
    CREATE TABLE creator AS SELECT row_number() OVER () AS no, creator AS name FROM (SELECT DISTINCT creator FROM line);
    CREATE TABLE product AS SELECT row_number() OVER () AS no, product_id AS name FROM (SELECT DISTINCT product_id FROM line);
    CREATE TABLE fact AS
      SELECT shop, CAST(created // 86400 AS INTEGER) AS day, c.no::INTEGER AS creator, p.no::INTEGER AS product, content_type, order_id, quantity AS units,
        CASE shop % 2 WHEN 0 THEN 1.0::DOUBLE ELSE ${EURO}::DOUBLE END AS fx, payment AS gmv,
        CASE WHEN status = 'Ineligible' OR returned = 'Yes' THEN payment WHEN abase < ebase THEN CAST(round(payment * (ebase - abase) / ebase) AS BIGINT) ELSE 0 END AS refund,
        CASE WHEN status = 'Ineligible' THEN 0 ELSE coalesce(astd, estd, 0) + coalesce(aads, eads, 0) END AS commission
      FROM line JOIN creator c ON c.name = line.creator JOIN product p ON p.name = line.product_id;
    CREATE TABLE cost (creator INTEGER, amount BIGINT);`)
  for (let at = 0; at < fees.length; at += 500) {
    const rows = fees.slice(at, at + 500).map(({ creator, amount }) => `('${creator}', ${amount})`)
    await duck.run(
      `INSERT INTO cost SELECT c.no, v.amount FROM (VALUES ${rows.join(', ')}) v (name, amount) JOIN creator c ON c.name = v.name`,
    )
  }
}

const SUMS = `CAST(sum(units) AS BIGINT) AS units, CAST(sum(round(gmv * fx)) AS BIGINT) AS gmv, CAST(sum(round(refund * fx)) AS BIGINT) AS refunds, CAST(sum(round(commission * fx)) AS BIGINT) AS commission`

export interface Question {
  readonly name: string
  /** What the contract is asked; shops by their number in the workload. */
  readonly ask: Pick<z.input<typeof RoiTableInput>, 'by' | 'creators' | 'contentTypes' | 'sort' | 'limit'>
  readonly period: { readonly from: number; readonly to: number }
  readonly shops?: readonly number[]
  readonly withCosts?: true
  /** Columns: key texts joined by `|`, then units, gmv, refunds, commission; `distinct` adds distinct orders. */
  readonly sql: (distinct: boolean) => string
}

const TYPE = `CASE content_type WHEN 'Video' THEN 'video' WHEN 'Livestream' THEN 'live' ELSE 'showcase' END`
const DAY = `strftime(DATE '1970-01-01' + day, '%Y-%m-%d')`

/** One drawing of the eight; `creators` are the handles there are. */
export function drawQuestions(seed: number, shops: number, creators: readonly string[]): Question[] {
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
      ask: { by: ['market'] },
      period: quarter,
      sql: (d) => select("CASE shop % 2 WHEN 0 THEN 'US' ELSE 'DE' END", 'ALL', `${within(quarter)} {group}`, d),
    },
    {
      name: 'day x content type, 18 months',
      ask: { by: ['day', 'contentType'], limit: 100_000 },
      period: all,
      sql: (d) => select(`${DAY} || '|' || ${TYPE}`, 'day, content_type', `${within(all)} {group}`, d),
    },
    {
      name: 'top 50 creators by GMV, 30 days',
      ask: { by: ['creator'], limit: 50 },
      period: month,
      sql: (d) => named('creator', select('creator', 'creator', `${within(month)} {group} ORDER BY ${top}`, d), d),
    },
    {
      name: 'top 50 creators by ROI with costs, 18 months',
      ask: { by: ['creator'], limit: 50, sort: { column: 'roi', descending: true } },
      period: all,
      withCosts: true,
      sql: (
        d,
      ) => `SELECT n.name, units, gmv, refunds, commission${d ? ', orders' : ''} FROM (${select('creator', 'creator', `${within(all)} {group}`, d)}) f JOIN creator n ON n.no = f.key
        LEFT JOIN (SELECT creator, sum(amount) AS fees FROM cost GROUP BY 1) c ON c.creator = f.key
        ORDER BY CASE WHEN commission + coalesce(fees, 0) = 0 THEN NULL ELSE (gmv - refunds - commission - coalesce(fees, 0))::DOUBLE / (commission + coalesce(fees, 0)) END DESC NULLS LAST, n.name LIMIT 50`,
    },
    {
      name: 'top 50 products, 5 shops, video, 180 days',
      ask: { by: ['product'], limit: 50, contentTypes: ['video'] },
      period: half,
      shops: five,
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
      ask: { by: ['product'], creators: one, limit: 100_000 },
      period: all,
      sql: (d) => named('product', select('product', 'product', `${chosen(one)} {group}`, d), d),
    },
    {
      name: 'shop x content type x month',
      ask: { by: ['shop', 'contentType', 'month'], limit: 100_000 },
      period: all,
      sql: (d) =>
        select(
          `format('Shop {:03d}', shop) || '|' || ${TYPE} || '|' || strftime(DATE '1970-01-01' + day, '%Y-%m')`,
          'ALL',
          `${within(all)} {group}`,
          d,
        ),
    },
    {
      name: '2,000 creators, top products, 18 months',
      ask: { by: ['product'], creators: tagged, limit: 50 },
      period: all,
      sql: (d) => named('product', select('product', 'product', `${chosen(tagged)} {group} ORDER BY ${top}`, d), d),
    },
  ]
}

/** The question as the contract takes it; `ids` are the shops' record ids by workload number. */
export function toInput({ ask, period, shops }: Question, ids: readonly string[]): z.input<typeof RoiTableInput> {
  const { from, to } = period
  return {
    ...ask,
    from: dayOfNumber(from),
    to: dayOfNumber(to),
    currency: 'USD',
    ...(shops && { shops: shops.map((no) => ids[no] ?? '') }),
  }
}

interface Answer {
  readonly keys: Readonly<Record<string, string | undefined>>
  readonly units: number
  readonly gmv: number
  readonly refunds: number
  readonly commission: number
  readonly orders: number
}

/** Our rows, spelled as DuckDB's are; rows that carry costs only are left out. */
export function ourRows(rows: readonly Answer[], distinct: boolean): string[] {
  return rows
    .filter(({ units }) => units > 0)
    .map(({ keys, units, gmv, refunds, commission, orders }) =>
      [Object.values(keys).join('|'), units, gmv, refunds, commission, ...(distinct ? [orders] : [])].join(' '),
    )
}

export async function duckRows(duck: DuckConnection, { sql }: Question, distinct: boolean): Promise<string[]> {
  const rows = (await duck.runAndReadAll(sql(distinct))).getRows()
  return rows.map((row) => row.map(String).join(' '))
}
