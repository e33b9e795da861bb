/** Exchange rates: typed one by one or pasted many at once. */

import type { ReadableDb } from '../../../db/database'
import { deleteRecord } from '../../../db/repositories/records'
import type { Rate } from '../../../shared/contract/rates'
import { closedMonthTouched, readRates } from '../../../shared/domain/rates'
import { AppError } from '../../../shared/errors'
import { os } from '../serve'
import { allRates, closedBooks } from '../lookups/rates'
import { allShops } from '../lookups/shops'
import { put, write } from '../support'

export const rates = {
  list: os.rates.list.handler(({ input, context }) => allRates(context.host.current().workspace.db, input)),

  put: os.rates.put.handler(async ({ input, context }) => {
    if (input.base === input.quote) {
      throw new AppError('record.invalid', { entity: 'rates', field: 'quote', reason: 'sameCurrency' })
    }
    const { db } = context.host.current().workspace
    refuseClosed(db, input)
    const id = await write(context, 'rates.put', `${input.base}/${input.quote} ${input.day}`, (tx) =>
      put(context, tx, 'rates', null, input),
    )
    return findRate(db, id)
  }),

  paste: os.rates.paste.handler(async ({ input, context }) => {
    const books = closedBooks(context.host.current().workspace.db)
    const rows = readRates(input.text, input.source, input.quote ?? null).map((row) =>
      row.rate !== null && closedMonthTouched(row.rate, books) !== null
        ? { ...row, rate: null, problem: 'monthClosed' }
        : row,
    )
    const good = rows.flatMap(({ rate }) => rate ?? [])
    if (!input.dryRun && good.length > 0) {
      await write(context, 'rates.paste', String(good.length), (tx) => {
        for (const rate of good) {
          put(context, tx, 'rates', null, { ...rate })
        }
      })
    }
    return { rows, taken: good.length }
  }),

  remove: os.rates.remove.handler(async ({ input: { id }, context }) => {
    const { db } = context.host.current().workspace
    const rate = findRate(db, id)
    refuseClosed(db, rate)
    await write(context, 'rates.remove', `${rate.base}/${rate.quote} ${rate.day}`, (tx) =>
      deleteRecord(tx, 'rates', id),
    )
    return {}
  }),

  needed: os.rates.needed.handler(({ input: { currency }, context }) => {
    const { db } = context.host.current().workspace
    const bases = [...new Set(allShops(db).map((shop) => shop.currency))].filter((base) => base !== currency).sort()
    const known = allRates(db, {})
    return bases.map((base) => {
      const days = known
        .filter(
          (rate) => (rate.base === base && rate.quote === currency) || (rate.base === currency && rate.quote === base),
        )
        .map(({ day }) => day)
        .sort()
      return { base, quote: currency, firstDay: days[0] ?? null, lastDay: days.at(-1) ?? null }
    })
  }),
}

/** What a closed month was converted at stays: a rate that reaches into one is refused. */
function refuseClosed(db: ReadableDb, rate: Pick<Rate, 'day' | 'base' | 'quote'>): void {
  if (closedMonthTouched(rate, closedBooks(db)) !== null) {
    throw new AppError('record.invalid', { entity: 'rates', field: 'day', reason: 'monthClosed' })
  }
}

function findRate(db: ReadableDb, id: string): Rate {
  const rate = allRates(db, {}).find((candidate) => candidate.id === id)
  if (!rate) {
    throw new AppError('record.notFound', { entity: 'rates', id })
  }
  return rate
}
