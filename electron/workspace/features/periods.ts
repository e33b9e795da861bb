/** Months of shops' books: their state, what is open before a close, the close, and what came since. */

import { wantBlob } from '../../../db/blobs'
import { closesOf, findPeriod, listPeriods, periodId, periodSteps } from '../../../db/repositories/periods'
import type { PeriodMonth } from '../../../shared/contract/periods'
import type { Shop } from '../../../shared/contract/shops'
import { monthOfDay, monthText } from '../../../shared/domain/days'
import { AppError } from '../../../shared/errors'
import { adjustedMonth, toAdjustedLines, toAdjustments } from '../closing/adjustments'
import { periodChecks } from '../closing/checks'
import { closeMonth, decideClose, isOver, moveMonth } from '../closing/close'
import { asClosed, closedLines, type ClosedMonth, closedMonth } from '../closing/closed'
import type { WorkspaceContext } from '../context'
import { findShop } from '../lookups/shops'
import { os } from '../serve'
import { nextOffset, readOffset } from '../support'

interface Scope {
  readonly shopId: string
  readonly month: string
}

export const periods = {
  list: os.periods.list.handler(({ input: { shops }, context }) => {
    const { lists } = context.host.current()
    return lists
      .shops()
      .filter(({ id }) => shops === undefined || shops.includes(id))
      .flatMap((shop) => monthsOf(context, shop).map((month) => toMonth(context, shop, month)))
      .toSorted((a, b) => (a.month === b.month ? 0 : a.month < b.month ? 1 : -1))
  }),

  month: os.periods.month.handler(({ input, context }) => monthOf(context, input)),

  history: os.periods.history.handler(({ input, context }) => {
    const { db } = context.host.current().workspace
    const period = findPeriod(db, input.shopId, input.month)
    return {
      steps: (period === null ? [] : periodSteps(db, period.id)).map(({ id: _id, ...step }) => step),
      closes: (period === null ? [] : closesOf(db, period.id)).map((close) => toClose(asClosed(db, input, close))),
    }
  }),

  checks: os.periods.checks.handler(({ input, context }) => periodChecks(context, shopOf(context, input), input.month)),

  step: os.periods.step.handler(async ({ input, context }) => {
    const { month, to } = input
    // A closed month is opened by `reopen`, with a reason.
    if (findPeriod(context.host.current().workspace.db, input.shopId, month)?.state === 'closed')
      throw new AppError('record.illegalStep', { entity: 'periods', id: '', from: 'closed', to })
    await moveMonth(context, shopOf(context, input), { month, to })
    return monthOf(context, input)
  }),

  close: os.periods.close.handler(async ({ input, context }) => {
    await closeMonth(context, shopOf(context, input), input.month)
    return monthOf(context, input)
  }),

  reopen: os.periods.reopen.handler(async ({ input, context }) => {
    await moveMonth(context, shopOf(context, input), { month: input.month, to: 'open', reason: input.reason })
    return monthOf(context, input)
  }),

  decide: os.periods.decide.handler(async ({ input, context }) => {
    const period = findPeriod(context.host.current().workspace.db, input.shopId, input.month)
    if (period === null) throw new AppError('record.notFound', { entity: 'periods', id: input.month })
    await decideClose(context, period, input.sha256)
    return monthOf(context, input)
  }),

  adjustments: os.periods.adjustments.handler(async ({ input, context }) => {
    const shop = shopOf(context, input)
    const adjusted = await adjustedMonth(context, shop, closedOf(context, input))
    return toAdjustments(context.host.current().workspace.db, adjusted, shop.currency)
  }),

  adjustedLines: os.periods.adjustedLines.handler(async ({ input, context }) => {
    const { creatorId, cursor, limit } = input
    const adjusted = await adjustedMonth(context, shopOf(context, input), closedOf(context, input))
    const offset = readOffset(cursor)
    const page = toAdjustedLines(context.host.current().workspace.db, adjusted, { creatorId, offset, limit })
    return { ...page, nextCursor: nextOffset(offset, limit, page.total) }
  }),

  verify: os.periods.verify.handler(async ({ input, context }) => {
    const { workspace } = context.host.current()
    const closed = closedOf(context, input)
    const lines = await closedLines(workspace, closed, { anew: true })
    if (lines.standing !== 'whole' && closed.file !== null) {
      // A colleague may have it whole.
      await wantBlob(workspace, closed.file)
      context.host.notify(['attachments'])
    }
    return {
      standing: lines.standing,
      sha256: closed.sha256,
      lines: lines.standing === 'whole' ? lines.snapshot.lines.length : null,
    }
  }),
}

function shopOf(context: WorkspaceContext, { shopId }: Scope): Shop {
  return findShop(context.host.current().workspace.db, shopId)
}

function closedOf(context: WorkspaceContext, { shopId, month }: Scope): ClosedMonth {
  const closed = closedMonth(context.host.current().workspace.db, shopId, month)
  if (closed === null) throw new AppError('record.notFound', { entity: 'periodCloses', id: month })
  return closed
}

/** From the first month with lines to the last one, and those that somebody touched. */
function monthsOf(context: WorkspaceContext, shop: Shop): string[] {
  const { lists, workspace } = context.host.current()
  const extent = lists.extents().get(shop.id)
  const months = new Set(listPeriods(workspace.db).flatMap(({ shopId, month }) => (shopId === shop.id ? [month] : [])))
  if (extent !== undefined)
    for (let month = monthOfDay(extent.from); month <= monthOfDay(extent.to); month++) months.add(monthText(month))
  return [...months]
}

function monthOf(context: WorkspaceContext, scope: Scope): PeriodMonth {
  return toMonth(context, shopOf(context, scope), scope.month)
}

function toMonth(context: WorkspaceContext, shop: Shop, month: string): PeriodMonth {
  const { db } = context.host.current().workspace
  const period = findPeriod(db, shop.id, month)
  // Also of a month that was opened again: colleagues' closes may differ still.
  const [close] = period === null ? [] : closesOf(db, period.id)
  const closed = close && asClosed(db, { shopId: shop.id, month }, close)
  return {
    periodId: periodId(shop.id, month),
    shopId: shop.id,
    shopName: shop.name,
    month,
    currency: shop.currency,
    state: period?.state ?? 'open',
    hold: period?.hold === true || (closed !== undefined && closed.question.length > 0),
    over: isOver(context, shop, month),
    close: closed !== undefined && (period?.state === 'closed' || closed.question.length > 0) ? toClose(closed) : null,
  }
}

function toClose(closed: ClosedMonth): NonNullable<PeriodMonth['close']> {
  const { round, sha256, at, person, currency, lines, creators, total, question } = closed
  return {
    round,
    sha256,
    at,
    person,
    currency,
    lines,
    creators,
    total: total && { ...total },
    question: question.map(({ figures, ...one }) => ({
      ...one,
      figures: figures && { lines: figures.lines, gmv: figures.total.gmv, commission: figures.total.commission },
    })),
  }
}
