/** Cost lines and product costs as queries see them. */

import { and, count, desc, eq, gte, lt, lte, or, sql } from 'drizzle-orm'

import { ENTITIES } from '../../shared/sync/registry'
import type { ReadableDb } from '../database'
import { costLines } from '../schema/costs'
import { productCosts, products } from '../schema/products'

export interface CostFilter {
  readonly shopId?: string | undefined
  readonly kind?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** A value of the line's derived payment state; null where no step was taken yet. */
const stateOf = <T>(column: 'state' | 'hold') =>
  sql<T | null>`(SELECT ${sql.raw(column)} FROM machine_states WHERE tbl = ${sql.raw(String(ENTITIES.costLines.n))} AND row = cost_lines.id)`

const costColumns = {
  id: costLines.id,
  shopId: costLines.shopId,
  creatorHandle: costLines.creatorHandle,
  productId: costLines.productId,
  contentId: costLines.contentId,
  kind: costLines.kind,
  amount: costLines.amount,
  currency: costLines.currency,
  day: costLines.day,
  campaign: costLines.campaign,
  staff: costLines.staff,
  sampleId: costLines.sampleId,
  note: costLines.note,
  paymentState: stateOf<string>('state'),
  paymentHold: stateOf<number>('hold'),
}

function wanted({ shopId, kind, from, to }: CostFilter) {
  return and(
    eq(costLines.deleted, 0),
    shopId === undefined ? undefined : eq(costLines.shopId, shopId),
    kind === undefined ? undefined : eq(costLines.kind, kind),
    from === undefined ? undefined : gte(costLines.day, from),
    to === undefined ? undefined : lte(costLines.day, to),
  )
}

/** Every live cost line of the filter: what reports read. */
export function listCostLines(db: ReadableDb, filter: CostFilter = {}) {
  return db.select(costColumns).from(costLines).where(wanted(filter)).all()
}

/** The live cost line of this id. */
export function findCostLine(db: ReadableDb, id: string) {
  return db
    .select(costColumns)
    .from(costLines)
    .where(and(eq(costLines.id, id), eq(costLines.deleted, 0)))
    .get()
}

/** One page, newest day first; `after` is the last row of the page before. */
export function pageCostLines(
  db: ReadableDb,
  filter: CostFilter,
  page: { readonly after: { readonly day: string; readonly id: string } | null; readonly limit: number },
) {
  const { after, limit } = page
  const keyset = after
    ? or(lt(costLines.day, after.day), and(eq(costLines.day, after.day), lt(costLines.id, after.id)))
    : undefined
  const rows = db
    .select(costColumns)
    .from(costLines)
    .where(and(wanted(filter), keyset))
    .orderBy(desc(costLines.day), desc(costLines.id))
    .limit(limit)
    .all()
  const total = db.select({ total: count() }).from(costLines).where(wanted(filter)).get()?.total ?? 0
  return { rows, total }
}

/** Live product costs with the product's name, newest start first. */
export function listProductCosts(
  db: ReadableDb,
  { shopId, id }: { readonly shopId?: string | undefined; readonly id?: string } = {},
) {
  return db
    .select({
      id: productCosts.id,
      shopId: productCosts.shopId,
      productId: productCosts.productId,
      productName: products.name,
      unitCost: productCosts.unitCost,
      currency: productCosts.currency,
      fromDay: productCosts.fromDay,
      note: productCosts.note,
    })
    .from(productCosts)
    .leftJoin(
      products,
      and(
        eq(products.shopId, productCosts.shopId),
        eq(products.productId, productCosts.productId),
        eq(products.deleted, 0),
      ),
    )
    .where(
      and(
        eq(productCosts.deleted, 0),
        shopId === undefined ? undefined : eq(productCosts.shopId, shopId),
        id === undefined ? undefined : eq(productCosts.id, id),
      ),
    )
    .orderBy(desc(productCosts.fromDay), desc(productCosts.id))
    .all()
}
