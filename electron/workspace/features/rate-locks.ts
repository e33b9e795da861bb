/** The rates that months' books are kept at, and what a month would be at others. */

import type { ReadableDb } from '../../../db/database'
import { closedMonths } from '../../../db/repositories/rates'
import { deleteRecord } from '../../../db/repositories/records'
import { readMonthRates } from '../../../shared/domain/rates'
import { AppError } from '../../../shared/errors'
import { allRateLocks } from '../lookups/rates'
import { restated } from '../reporting/restate'
import { os } from '../serve'
import { put, write } from '../support'

export const rateLocks = {
  locks: os.rates.locks.handler(({ input: { month }, context }) => {
    const { db } = context.host.current().workspace
    const closed = closedMonths(db)
    return allRateLocks(db)
      .filter((lock) => month === undefined || lock.month === month)
      .map((lock) => ({ ...lock, closed: closed.includes(lock.month) }))
  }),

  lockMonth: os.rates.lockMonth.handler(async ({ input: { month, text, source, quote, dryRun }, context }) => {
    const { db } = context.host.current().workspace
    const rows = readMonthRates(text, source, quote ?? null, month)
    const good = rows.flatMap(({ rate }) => rate ?? [])
    if (!dryRun && good.length > 0) {
      refuseClosed(db, month)
      const signed = { month, at: context.now(), person: context.author() }
      await write(context, 'rates.lock', month, (tx) => {
        for (const rate of good) put(context, tx, 'rateLocks', null, { ...rate, ...signed })
      })
    }
    return { rows, taken: good.length }
  }),

  unlock: os.rates.unlock.handler(async ({ input: { id }, context }) => {
    const { db } = context.host.current().workspace
    const lock = allRateLocks(db).find((candidate) => candidate.id === id)
    if (lock === undefined) throw new AppError('record.notFound', { entity: 'rateLocks', id })
    refuseClosed(db, lock.month)
    await write(context, 'rates.unlock', `${lock.base}/${lock.quote} ${lock.month}`, (tx) =>
      deleteRecord(tx, 'rateLocks', id),
    )
    return {}
  }),

  restate: os.rates.restate.handler(({ input, context }) => restated(context, input)),
}

/** The rates of a month that somebody has closed stay: they are what its books were closed at. */
function refuseClosed(db: ReadableDb, month: string): void {
  if (closedMonths(db).includes(month)) {
    throw new AppError('record.invalid', { entity: 'rateLocks', field: 'month', reason: 'monthClosed' })
  }
}
