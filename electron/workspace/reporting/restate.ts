/** What a month would be at other rates, beside what it is. Nothing is written. */

import { queryRoi } from '../../../db/facts/roi-query'
import type { Roi, RoiTable } from '../../../db/facts/types'
import type { RestatedShop } from '../../../shared/contract/rates'
import { decimalsOf } from '../../../shared/domain/currencies'
import { addDays } from '../../../shared/domain/days'
import type { WorkspaceContext } from '../context'
import { namedRate } from './footnotes'
import { type Scoped, scoped } from './scope'

export interface Restating {
  readonly month: string
  readonly currency?: string | undefined
  /** One unit of `base` in the report's currency, decimal text. */
  readonly rates: readonly { readonly base: string; readonly rate: string }[]
}

export function restated(context: WorkspaceContext, { month, currency, rates }: Restating) {
  const first = `${month}-01`
  const to = addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1)
  const asked = scoped(context, { from: first, to, settledOnly: false, ...(currency && { currency }) })
  const asIs = byShop(context, asked, asked.query.factor)
  const used = asked.usedRates().map((rate) => namedRate(rate, asked.currency))
  const typed = new Map(
    rates.map(({ base, rate }) => [base, Number(rate) * 10 ** (decimalsOf(asked.currency) - decimalsOf(base))]),
  )
  const other = byShop(context, asked, (base, day) =>
    base === asked.currency ? 1 : (typed.get(base) ?? asked.query.factor(base, day)),
  )
  const others = new Map(other.rows.map((row) => [row.ids.shop, row]))
  const currencies = new Map(asked.shops.map((shop) => [shop.id, shop.currency]))
  return {
    currency: asked.currency,
    rows: asIs.rows.flatMap((row): RestatedShop[] => {
      const id = row.ids.shop
      if (id === undefined) return []
      const shop = { shopId: id, shop: row.keys.shop ?? '', currency: currencies.get(id) ?? asked.currency }
      return [{ ...shop, asIs: figuresOf(row), restated: figuresOf(others.get(id) ?? row) }]
    }),
    total: { asIs: figuresOf(asIs.total), restated: figuresOf(other.total) },
    usedRates: used,
    missingRates: asIs.missingRates.map(({ base, quote, from, to: until, lines }) => ({
      base,
      quote,
      from,
      to: until,
      lines,
    })),
  }
}

function byShop(context: WorkspaceContext, { query }: Scoped, factor: Scoped['query']['factor']): RoiTable {
  return queryRoi(context.host.current().facts, { ...query, factor, keys: ['shop'], limit: 100_000 })
}

function figuresOf({ netGmv, commission, contribution }: Roi) {
  return { netGmv, commission, contribution }
}
