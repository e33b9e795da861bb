/** Quarrels with creators over a month: what each side says, the creator's list of orders beside ours, how it ends. */

import { findOrders } from '../../../db/facts/find-orders'
import { handlesOf } from '../../../db/repositories/creators'
import {
  type DisputeNoteRecord,
  disputeNotes,
  type DisputeRecord,
  listDisputes,
} from '../../../db/repositories/disputes'
import { deleteRecord } from '../../../db/repositories/records'
import { findStatement } from '../../../db/repositories/statements'
import {
  type ComparedOrders,
  type Dispute,
  DISPUTE_OUTCOMES,
  DISPUTE_SIDES,
  type DisputeNote,
} from '../../../shared/contract/statements'
import { compareOrders, ORDER_PLACES, ordersIn } from '../../../shared/domain/disputes'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { allShops, findShop } from '../lookups/shops'
import { os } from '../serve'
import { statedMonth } from '../stating/month'
import { put, write } from '../support'

export const disputes = {
  disputes: os.statements.disputes.handler(({ input: { shops, creatorId, open }, context }) =>
    listDisputes(context.host.current().workspace.db, { shopIds: shops, creatorId, open }).map((row) =>
      toDispute(context, row),
    ),
  ),

  dispute: os.statements.dispute.handler(({ input: { id }, context }) => ({
    ...disputeOf(context, id),
    thread: disputeNotes(context.host.current().workspace.db, id).map(toNote),
  })),

  putDispute: os.statements.putDispute.handler(async ({ input: { id, fields }, context }) => {
    const { db } = context.host.current().workspace
    const { statementId = null } = fields
    const statement = statementId === null ? undefined : findStatement(db, statementId)
    if (statementId !== null && statement === undefined)
      throw new AppError('record.notFound', { entity: 'statements', id: statementId })
    // A statement says by itself whose and of which month it is.
    const whose = statement && { shopId: statement.shopId, creatorId: statement.creatorId, month: statement.month }
    const { currency } = findShop(db, whose?.shopId ?? fields.shopId)
    const label = id === undefined ? 'disputes.open' : 'disputes.update'
    const saved = await write(context, label, fields.title, (tx) =>
      put(context, tx, 'disputes', id ?? null, {
        ...fields,
        ...whose,
        currency,
        ...(id === undefined && { openedAt: context.now(), owner: fields.owner ?? context.author() }),
      }),
    )
    return disputeOf(context, saved)
  }),

  removeDispute: os.statements.removeDispute.handler(async ({ input: { id }, context }) => {
    const { title } = disputeOf(context, id)
    await write(context, 'disputes.remove', title, (tx) => deleteRecord(tx, 'disputes', id))
    return {}
  }),

  say: os.statements.say.handler(async ({ input: { id, side, text, orders }, context }) => {
    const { title } = disputeOf(context, id)
    if (text === '' && orders === '')
      throw new AppError('record.invalid', { entity: 'disputeNotes', field: 'text', reason: 'required' })
    const saved = await write(context, 'disputes.say', title, (tx) =>
      put(context, tx, 'disputeNotes', null, {
        disputeId: id,
        side,
        at: context.now(),
        person: context.author(),
        text: text === '' ? null : text,
        orders: orders === '' ? null : orders,
      }),
    )
    const note = disputeNotes(context.host.current().workspace.db, id).find((one) => one.id === saved)
    if (note === undefined) throw new AppError('record.notFound', { entity: 'disputeNotes', id: saved })
    return toNote(note)
  }),

  compare: os.statements.compare.handler(({ input, context }) => compare(context, input)),

  checkDispute: os.statements.checkDispute.handler(async ({ input: { id, checking }, context }) => {
    const { title, closedAt, owner } = disputeOf(context, id)
    if (closedAt !== null)
      throw new AppError('record.invalid', { entity: 'disputes', field: 'outcome', reason: 'ended' })
    await write(context, checking ? 'disputes.check' : 'disputes.uncheck', title, (tx) =>
      put(context, tx, 'disputes', id, {
        outcome: checking ? CHECKING : null,
        ...(checking && owner === null && { owner: context.author() }),
      }),
    )
    return disputeOf(context, id)
  }),

  settle: os.statements.settle.handler(async ({ input: { id, outcome, granted, owe }, context }) => {
    const dispute = disputeOf(context, id)
    const grants = outcome === 'granted' || outcome === 'partly'
    if (grants && granted === null)
      throw new AppError('record.invalid', { entity: 'disputes', field: 'granted', reason: 'required' })
    const amount = grants ? granted : null
    await write(context, outcome === null ? 'disputes.reopen' : 'disputes.settle', dispute.title, (tx) => {
      put(context, tx, 'disputes', id, {
        outcome,
        granted: amount,
        closedAt: outcome === null ? null : context.now(),
      })
      if (owe === null || amount === null || amount === 0) return
      put(context, tx, 'payables', null, {
        shopId: dispute.shopId,
        creatorId: dispute.creatorId,
        kind: 'other',
        title: dispute.title,
        amount,
        currency: dispute.currency,
        dueDay: owe,
        month: dispute.month,
        owner: context.author(),
      })
    })
    return disputeOf(context, id)
  }),
}

const CHECKING = 'checking'

function disputeOf(context: WorkspaceContext, id: string): Dispute {
  const [row] = listDisputes(context.host.current().workspace.db, { id })
  if (row === undefined) throw new AppError('record.notFound', { entity: 'disputes', id })
  return toDispute(context, row)
}

function toDispute(context: WorkspaceContext, { handle, outcome, currency, ...row }: DisputeRecord): Dispute {
  const shop = context.host
    .current()
    .lists.shops()
    .find(({ id }) => id === row.shopId)
  return {
    ...row,
    shopName: shop?.name ?? '',
    creator: handle ?? '',
    currency: currency ?? shop?.currency ?? 'USD',
    outcome: DISPUTE_OUTCOMES.find((known) => known === outcome) ?? null,
    checking: outcome === CHECKING && row.closedAt === null,
  }
}

function toNote({ side, ...note }: DisputeNoteRecord): DisputeNote {
  return { ...note, side: DISPUTE_SIDES.find((known) => known === side) ?? 'agency' }
}

interface Compared {
  readonly shopId: string
  readonly creatorId: string
  readonly month: string | null
  readonly orders: string
}

/** The creator's list beside everything that any shop's files have of these orders. */
async function compare(
  context: WorkspaceContext,
  { shopId, creatorId, month, orders: pasted }: Compared,
): Promise<ComparedOrders> {
  const { workspace, facts, lists } = context.host.current()
  const shop = findShop(workspace.db, shopId)
  const { orders, rounded } = ordersIn(pasted)
  const shops = new Map(allShops(workspace.db).map((one) => [one.id, one.name]))
  const merged = lists.mergedCreators()
  const known = findOrders(facts, { shopIds: [...shops.keys()], orders, mergedCreators: merged })
  const who = merged.find(({ others }) => others.some(({ id }) => id === creatorId))?.id ?? creatorId
  const compared = compareOrders(orders, known, { shopId, month, creatorId: who })
  const handles = handlesOf(workspace.db, [
    ...new Set(compared.flatMap(({ lines }) => lines.map((line) => line.creatorId))),
  ])
  const named = new Set(orders)
  const ours = month === null ? [] : ((await statedMonth(context, shop, month)).creators.get(who)?.lines ?? [])
  return {
    currency: shop.currency,
    pasted: orders.length,
    rounded,
    // The keys are exactly the places.
    counts: Object.fromEntries(
      ORDER_PLACES.map((place) => [place, compared.filter((one) => one.place === place).length]),
    ) as ComparedOrders['counts'],
    onlyOurs: new Set(ours.flatMap(({ orderId }) => (named.has(orderId) ? [] : [orderId]))).size,
    rows: compared.map(({ orderId, place, lines }) => {
      const [first] = lines
      const sum = (of: 'gmv' | 'refund' | 'commission') => lines.reduce((all, line) => all + line[of], 0)
      return {
        orderId,
        place,
        shop: shops.get(first?.shopId ?? '') ?? '',
        creator: handles.get(first?.creatorId ?? '') ?? '',
        month: first?.month ?? '',
        status: first?.status ?? null,
        // Amounts of another shop may be of another currency: they say nothing here.
        gmv: place === 'otherShop' ? 0 : sum('gmv'),
        refund: place === 'otherShop' ? 0 : sum('refund'),
        commission: place === 'otherShop' ? 0 : sum('commission'),
      }
    }),
  }
}
