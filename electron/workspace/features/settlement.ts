/** The settlement sheet, the lines behind it, and what finance says of them. */

import { lineCauses } from '../../../db/repositories/settlement'
import { deleteRecord } from '../../../db/repositories/records'
import { SettlementSheet, type SettlementFigures } from '../../../shared/contract/settlement'
import { decimalsOf } from '../../../shared/domain/currencies'
import { type Cause, CAUSES } from '../../../shared/domain/settlement'
import { AppError } from '../../../shared/errors'
import { closedMonth } from '../closing/closed'
import { writeTable } from '../exporting/write-table'
import { findShop } from '../lookups/shops'
import { shownTo } from '../roles/showing'
import { os } from '../serve'
import { settlementLines } from '../settling/lines'
import { settlementProducts } from '../settling/products'
import { settlementOf } from '../settling/sheet'
import { put, write } from '../support'

export const settlement = {
  sheet: os.settlement.sheet.handler(({ input, context }) => settlementOf(context, input)),

  products: os.settlement.products.handler(({ input, context }) => settlementProducts(context, input)),

  lines: os.settlement.lines.handler(({ input: { cursor, ...input }, context }) =>
    settlementLines(context, { ...input, after: cursor }),
  ),

  tag: os.settlement.tag.handler(async ({ input: { shopId, month, lines, cause, note }, context }) => {
    const { db } = context.host.current().workspace
    const shop = findShop(db, shopId)
    if (closedMonth(db, shopId, month) !== null)
      throw new AppError('record.invalid', { entity: 'lineCauses', field: 'cause', reason: 'monthClosed' })
    const wanted = new Set(lines)
    const label = cause === null ? 'settlement.untag' : 'settlement.tag'
    const subject = wanted.size === 1 ? (lines[0] ?? '') : `${shop.name} ${wanted.size}`
    await write(context, label, subject, (tx) => {
      if (cause === null) {
        for (const { id, line } of lineCauses(tx, shopId)) if (wanted.has(line)) deleteRecord(tx, 'lineCauses', id)
        return
      }
      for (const line of wanted) {
        put(context, tx, 'lineCauses', null, {
          shopId,
          line,
          cause,
          note,
          at: context.now(),
          person: context.author(),
        })
      }
    })
    return { lines: wanted.size }
  }),

  export: os.settlement.export.handler(
    async ({ input: { format, to, columns, words, differing, ...scope }, context }) => {
      const whole = await settlementOf(context, scope)
      // What is hidden of the answer is null there, whatever else the schema says.
      const sheet = (shownTo(context, SettlementSheet, scope)?.(whole) ?? whole) as SettlementSheet
      const rows = differing ? sheet.rows.filter(({ differing: some }) => some > 0) : sheet.rows
      const { shopName, month, currency, total } = sheet
      const cells = (creator: string, figures: SettlementFigures, sentAt: number | null) =>
        columns.map(({ key }) => {
          if (key === 'creator') return creator
          if (key === 'shop') return shopName
          if (key === 'month') return month
          if (key === 'currency') return currency
          if (key === 'statement') return sentAt === null ? null : new Date(sentAt).toISOString()
          return figureCell(figures, key, currency)
        })
      return writeTable(
        to,
        format,
        columns.map(({ title }) => title),
        [
          ...rows.map((row) => cells(row.creator || words.nobody, row, row.statement?.sentAt ?? null)),
          // Filtered, the rows are not the total: none is written that would not add up.
          ...(differing ? [] : [cells(words.total, total, null)]),
        ],
      )
    },
  ),
}

const COUNTS: ReadonlySet<string> = new Set(['orders', 'lines', 'units', 'differing'])

/** A figure by its column: money as a decimal number, rates as percent. */
function figureCell(figures: SettlementFigures, key: string, currency: string): string | number | null {
  if (key === 'rates') return figures.rates.map((rate) => `${rate / 100}%`).join(' ')
  const [group, name] = key.split('.')
  const cause: Cause | undefined = CAUSES.find((known) => known === name)
  if (cause !== undefined && (group === 'adjustments' || group === 'waiting')) {
    return money(figures[group][cause], currency)
  }
  if (group === 'since') return sinceCell(figures.since, name, currency)
  const figure: unknown = Object.entries(figures).find(([field]) => field === key)?.[1]
  if (typeof figure !== 'number') return null
  return COUNTS.has(key) ? figure : money(figure, currency)
}

function sinceCell(since: SettlementFigures['since'], name: string | undefined, currency: string): number | null {
  const figure: unknown = Object.entries(since ?? {}).find(([field]) => field === name)?.[1]
  if (typeof figure !== 'number') return null
  return name === 'lines' ? figure : money(figure, currency)
}

function money(minor: number, currency: string): number {
  return minor / 10 ** decimalsOf(currency)
}
