/**
 * The settlement sheet of a shop's month: the one place where its lines are summed by creator. Statements, the close of
 * a month and cash read it. Of a closed month it is what was frozen, with what came since beside it.
 */

import { detailedLines } from '../../../db/facts/month-lines'
import { querySettlement, type SettledMonth } from '../../../db/facts/settlement-query'
import { statementsSent } from '../../../db/repositories/settlement'
import type { SettlementFees, SettlementFigures, SettlementSheet } from '../../../shared/contract/settlement'
import { closedSheet, type SinceClose } from '../../../shared/domain/closed-sheet'
import { readSettlement, SETTLEMENT_WIDTH } from '../../../shared/domain/settlement'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { addedFees, NO_FEES, type OwedCreator, owedAtClose, owedIn } from './fees'
import { creatorNames, type FrozenMonth, frozenMonth } from './frozen'
import { type SettlementQuestion, settlementQuery, type SettlementScope } from './question'

type Group = Omit<SettlementFigures, 'rates' | 'since' | keyof SettlementFees> & {
  readonly rates: readonly number[]
  readonly since: SinceClose | null
}

interface Sums {
  readonly rows: readonly (Group & { readonly handle: string; readonly creatorId: string | null })[]
  readonly total: Group
}

/** Refuses with `shop.notFound`; of a closed month whose lines are not here or not whole as `frozenMonth` does. */
export async function settlementOf(context: WorkspaceContext, scope: SettlementScope): Promise<SettlementSheet> {
  const { shopId, month } = scope
  const question = settlementQuery(context, scope)
  const { shop, late } = question
  const { db } = context.host.current().workspace
  const frozen = await frozenMonth(context, shopId, month)
  const { rows, total } =
    frozen === null ? await sumsNow(context, question) : await sumsAtClose(context, question, frozen)
  const today = owedIn(db, shop, month)
  const owed = frozen === null ? today : owedAtClose(db, shop, frozen.payables)
  const merged = mergedCreators(db)
  const living = (id: string | null): string | null => (id === null ? null : (merged.get(id) ?? id))
  const feesOf = (all: readonly OwedCreator[], id: string | null): SettlementFees =>
    all.find(({ creatorId }) => creatorId === id)?.fees ?? NO_FEES
  const sellers = new Set(rows.map(({ creatorId }) => living(creatorId)))
  const sent = statementsSent(db, shopId, month)
  const rowOf = (creator: string, creatorId: string | null, figures: Group) => {
    const id = living(creatorId)
    return {
      ...toFigures(figures, feesOf(owed, id), feesOf(today, id)),
      creator,
      creatorId,
      statement: creatorId !== null && sent.has(creatorId) ? { sentAt: sent.get(creatorId) ?? null } : null,
    }
  }
  const nothing: Group = { ...NOTHING_SOLD, since: frozen === null ? null : NOTHING_SINCE }
  // Who is owed a fee and sold nothing has a row too: the sheet is everything that the month owes.
  const others = new Map(
    [...owed, ...(frozen === null ? [] : today)].flatMap(({ creatorId, handle }) =>
      sellers.has(creatorId) ? [] : [[creatorId, handle] as const],
    ),
  )
  return {
    shopId,
    shopName: shop.name,
    market: shop.market,
    timezone: shop.timezone,
    month,
    currency: shop.currency,
    basis: frozen === null ? 'now' : 'closed',
    late,
    rows: [
      ...rows.map(({ handle, creatorId, ...figures }) => rowOf(handle, creatorId, figures)),
      ...[...others].map(([creatorId, handle]) => rowOf(handle, creatorId, nothing)),
    ],
    total: toFigures(total, allFees(owed), allFees(today)),
  }
}

async function sumsNow({ host }: WorkspaceContext, { query }: SettlementQuestion): Promise<Sums> {
  const open = ({ rows, total }: SettledMonth): Sums => ({
    rows: rows.map((row) => ({ ...row, since: null })),
    total: { ...total, since: null },
  })
  return open(await querySettlement(host.current().facts, query))
}

/** From the frozen lines alone; what lines say now stands beside them. */
async function sumsAtClose(
  context: WorkspaceContext,
  { query }: SettlementQuestion,
  frozen: FrozenMonth,
): Promise<Sums> {
  const { facts } = context.host.current()
  const { rows, total } = closedSheet(frozen.lines, await detailedLines(facts, query), query)
  const handles = creatorNames(
    context,
    rows.map(({ key }) => key),
  )
  const named = rows.map(({ key: creatorId, ...group }) => ({
    ...group,
    handle: handles.get(creatorId) ?? '',
    creatorId: creatorId === '' ? null : creatorId,
  }))
  return { rows: named.toSorted((a, b) => b.gmv - a.gmv || (a.handle < b.handle ? -1 : 1)), total }
}

function toFigures({ since, ...figures }: Group, fees: SettlementFees, today: SettlementFees): SettlementFigures {
  return {
    ...figures,
    ...fees,
    rates: [...figures.rates],
    since: since && { ...since, fees: today.fees - fees.fees },
  }
}

function allFees(owed: readonly OwedCreator[]): SettlementFees {
  return addedFees(owed.map(({ fees }) => fees))
}

const NOTHING_SOLD = { ...readSettlement(new Float64Array(SETTLEMENT_WIDTH), 0), orders: 0, products: 0, rates: [] }
const NOTHING_SINCE: SinceClose = { lines: 0, gmv: 0, refunds: 0, actual: 0 }
