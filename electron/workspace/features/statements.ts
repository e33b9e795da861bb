/** What creators are told of a month: the sheet of statements, their lines, making and sending them. */

import { openDisputes } from '../../../db/repositories/disputes'
import { findStatement, statementsOf } from '../../../db/repositories/statements'
import type { StatementRow } from '../../../shared/contract/statements'
import { feeTotals, statementFigures } from '../../../shared/domain/statements'
import { AppError } from '../../../shared/errors'
import { findShop } from '../lookups/shops'
import { withProgress } from '../progress'
import { jobOf, os } from '../serve'
import { creatorNames } from '../settling/frozen'
import { makeStatements, newestOf } from '../stating/make'
import { statedMonth } from '../stating/month'
import { nextOffset, put, readOffset, write } from '../support'

export const statements = {
  sheet: os.statements.sheet.handler(async ({ input: { shopId, month }, context }) => {
    const { db } = context.host.current().workspace
    const shop = findShop(db, shopId)
    const { creators, basis } = await statedMonth(context, shop, month)
    const records = statementsOf(db, shopId, month)
    const newest = newestOf(records)
    const handles = creatorNames(context, [...creators.keys()])
    const open = openDisputes(db, shopId, month)
    const rows = [...creators.values()].map(({ creatorId, lines, fees, sha256 }): StatementRow => {
      const record = newest.get(creatorId)
      const { adjustments, ...sums } = statementFigures(lines)
      return {
        creatorId,
        creator: handles.get(creatorId) ?? '',
        figures: { ...sums, adjustments: { ...adjustments } },
        fees: [...fees],
        feeTotals: feeTotals(fees),
        statement: record ? { ...shownRecord(record), matches: record.sha256 === sha256 } : null,
        earlier: Math.max(0, records.filter((one) => one.creatorId === creatorId).length - 1),
        openDisputes: open.get(creatorId) ?? 0,
      }
    })
    return {
      shopId,
      month,
      currency: shop.currency,
      basis,
      rows: rows.toSorted(
        (a, b) => (b.figures.actual ?? 0) - (a.figures.actual ?? 0) || (a.creator < b.creator ? -1 : 1),
      ),
    }
  }),

  lines: os.statements.lines.handler(async ({ input: { shopId, month, creatorId, cursor, limit }, context }) => {
    const shop = findShop(context.host.current().workspace.db, shopId)
    const { creators } = await statedMonth(context, shop, month)
    const lines = creators.get(creatorId)?.lines ?? []
    const offset = readOffset(cursor)
    return {
      rows: lines.slice(offset, offset + limit).map((line) => ({ ...line, proof: line.proof && { ...line.proof } })),
      total: lines.length,
      nextCursor: nextOffset(offset, limit, lines.length),
    }
  }),

  make: os.statements.make.handler(
    jobOf(({ input: { shopId, month, ...options }, context, signal }) =>
      withProgress(signal, (reporter) => {
        const shop = findShop(context.host.current().workspace.db, shopId)
        return makeStatements(context, { shop, month }, options, reporter)
      }),
    ),
  ),

  markSent: os.statements.markSent.handler(async ({ input: { ids, sent }, context }) => {
    const { db } = context.host.current().workspace
    const records = [...new Set(ids)].map((id) => {
      const record = findStatement(db, id)
      if (record === undefined) throw new AppError('record.notFound', { entity: 'statements', id })
      return record
    })
    const subject = records.length === 1 ? (records[0]?.number ?? '') : String(records.length)
    await write(context, sent ? 'statements.sent' : 'statements.unsent', subject, (tx) => {
      for (const { id } of records) put(context, tx, 'statements', id, { sentAt: sent ? context.now() : null })
    })
    return {}
  }),
}

function shownRecord({ id, number, sha256, at, person, sentAt }: NonNullable<ReturnType<typeof findStatement>>) {
  return { id, number, sha256, at, person, sentAt }
}
