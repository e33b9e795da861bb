/** What the calendar rests on, and what is not in it: said, not silently assumed. */

import type { CashCalendar, CashView } from '../../../shared/contract/cash'
import { ASSUMED_TERMS } from '../../../shared/domain/settlement-rules'
import { type Format, useFormat } from '../../format/use-format'
import { type Text, useText } from '../../messages/i18n'
import { DASH } from '../../ui/dash'
import classes from './cash.module.css'

interface NotesProps {
  readonly calendar: CashCalendar
  readonly view: CashView
  readonly isOneShop: boolean
}

export function Notes({ calendar, view, isOneShop }: NotesProps) {
  const t = useText('cash')
  const format = useFormat()
  const { opening, currency } = view
  const notes = [
    t('notes.future'),
    ...(isOneShop ? [t('notes.oneShop')] : []),
    ...(opening === null
      ? []
      : [
          t('notes.opening', {
            amount: moneyOr(format, opening.amount, currency),
            day: format.day(opening.day),
            floor: moneyOr(format, opening.floor, currency),
          }),
        ]),
    ...(view.converted ? rateNotes(calendar, t, format) : []),
    ...moneyNotes(calendar, t, format),
    ...shopNotes(calendar, t, format),
  ]
  return (
    <section aria-label={t('notes.label')}>
      <h2 className={classes.heading}>{t('notes.label')}</h2>
      <ul className={classes.notes}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  )
}

function moneyOr(format: Format, amount: number | null, currency: string): string {
  return amount === null ? DASH : format.money(amount, currency)
}

function rateNotes({ rates, missingRates }: CashCalendar, t: Text<'cash'>, format: Format): string[] {
  return [
    ...rates.map(({ day, locked, ...rate }) => {
      const text = t('notes.rate', { ...rate, day: format.day(day) })
      return locked ? `${text} (${t('notes.locked')})` : text
    }),
    ...missingRates.map(({ base, quote, items }) => t('notes.missing', { base, quote, count: items })),
  ]
}

function moneyNotes({ shops, late, frozen, samplesUnknown }: CashCalendar, t: Text<'cash'>, format: Format): string[] {
  const nameOf = (id: string): string => shops.find(({ shopId }) => shopId === id)?.shop ?? ''
  return [
    ...late.map(({ shopId, amount, currency, since, lines }) =>
      t('notes.late', {
        shop: nameOf(shopId),
        amount: moneyOr(format, amount, currency),
        day: format.day(since),
        count: lines,
      }),
    ),
    ...frozen.map(({ shopId, amount, currency, lines }) =>
      t('notes.frozen', { shop: nameOf(shopId), amount: moneyOr(format, amount, currency), count: lines }),
    ),
    ...(samplesUnknown > 0 ? [t('notes.samples', { count: samplesUnknown })] : []),
  ]
}

function shopNotes({ shops }: CashCalendar, t: Text<'cash'>, format: Format): string[] {
  // Shops without lines bring nothing, so nothing is assumed for them.
  const selling = shops.filter(({ dataTo }) => dataTo !== null)
  const days = [...new Set(selling.flatMap(({ dataTo }) => dataTo ?? []))].toSorted()
  const until = days.map((day) =>
    t('notes.until', {
      day: format.day(day),
      shops: format.list(selling.filter(({ dataTo }) => dataTo === day).map(({ shop }) => shop)),
    }),
  )
  const assumed = selling.filter(({ terms }) => terms.days?.origin === 'assumed').map(({ shop }) => shop)
  const noIncome = selling.filter(({ incomeTo }) => incomeTo === null).map(({ shop }) => shop)
  const noFee = selling.filter(({ platformFee }) => platformFee === null).map(({ shop }) => shop)
  return [
    ...until,
    ...(assumed.length > 0 ? [t('notes.assumed', { days: ASSUMED_TERMS.days, shops: format.list(assumed) })] : []),
    ...(noIncome.length > 0 ? [t('notes.noIncome', { shops: format.list(noIncome) })] : []),
    ...(noFee.length > 0 ? [t('notes.noFee', { shops: format.list(noFee) })] : []),
  ]
}
