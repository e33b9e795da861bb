/** The columns of the settlement sheet: from GMV and estimate over the causes to what is settled. */

import type { SettlementFigures, SettlementRow, SettlementSheet } from '../../../../shared/contract/settlement'
import { CAUSES } from '../../../../shared/domain/settlement'
import { type Format, useFormat } from '../../../format/use-format'
import type { GridColumn } from '../../../grid/columns'
import type { Text } from '../../../messages/i18n'
import { StateMark } from '../../../ui/StateMark'

/** A creator's row, or one product of it: then without fees and statement. */
export interface SheetLine extends SettlementRow {
  readonly product: { readonly id: string; readonly name: string } | null
}

export type SheetColumn = GridColumn<SheetLine>

type MoneyFigure =
  | 'gmv'
  | 'refunds'
  | 'estimatedBase'
  | 'actualBase'
  | 'estimated'
  | 'actual'
  | 'standard'
  | 'shopAds'
  | 'bonus'
  | 'tax'
  | 'paid'
  | 'due'
  | 'difference'
  | 'fees'
  | 'feesPaid'
  | 'recouped'
  | 'feesOwed'

export interface SheetWords {
  readonly t: Text<'settlement'>
  readonly format: Format
}

/** Causes stand only where the month has any of them, what came since the close only where something did. */
export function sheetColumns(words: SheetWords, { rows: all, total, currency }: SettlementSheet): SheetColumn[] {
  const { t, format } = words
  const money = moneyColumn(t, currency)
  return [
    ...whoColumns(words),
    money('gmv'),
    money('refunds', { hint: t('hints.refunds') }),
    money('estimatedBase', { hidden: true }),
    money('actualBase', { hidden: true, hint: t('hints.actualBase') }),
    money('estimated', { hint: t('hints.estimated') }),
    ...causeColumns(words, 'adjustments', total, currency),
    money('actual', { hint: t('hints.actual') }),
    money('difference', {
      hint: t('hints.difference'),
      render: (row) => <Difference amount={row.difference} text={format.amount(row.difference, currency)} />,
    }),
    money('standard', { hidden: true }),
    money('shopAds'),
    money('bonus'),
    money('tax', { hint: t('hints.tax'), hidden: total.tax === 0 }),
    money('paid', { hint: t('hints.paid') }),
    money('due', { hint: t('hints.due') }),
    ...causeColumns(words, 'waiting', total, currency),
    money('fees', { hint: t('hints.fees') }),
    money('feesPaid'),
    money('recouped', { hint: t('hints.recouped') }),
    money('feesOwed'),
    ...sinceColumns(t, all, currency),
    countColumn(t, 'differing', true),
    {
      id: 'statement',
      title: t('columns.statement'),
      kind: 'text',
      value: ({ statement }) => (statement === null ? null : statementText(statement.sentAt, t, format)),
      width: 132,
    },
  ]
}

function whoColumns({ t, format }: SheetWords): SheetColumn[] {
  return [
    {
      id: 'creator',
      title: t('columns.creator'),
      kind: 'text',
      value: ({ creator, product }) => (product === null ? creator : productWord(product)),
      text: (row) => (row.product === null ? creatorWord(row, t) : productWord(row.product)),
      width: 180,
    },
    countColumn(t, 'orders'),
    countColumn(t, 'products', true),
    countColumn(t, 'lines', true),
    countColumn(t, 'units', true),
    {
      id: 'rates',
      title: t('columns.rates'),
      kind: 'text',
      value: ({ rates }) => ratesText(rates, format),
      hint: t('hints.rates'),
      width: 104,
    },
  ]
}

export function creatorWord({ creator }: SettlementRow, t: Text<'settlement'>): string {
  return creator === '' ? t('nobody') : `@${creator}`
}

export function productWord({ id, name }: NonNullable<SheetLine['product']>): string {
  return name || id
}

function moneyColumn(t: Text<'settlement'>, currency: string) {
  return (id: MoneyFigure, more: Partial<SheetColumn> = {}): SheetColumn => ({
    id,
    title: t(`columns.${id}`),
    kind: 'money',
    currency,
    value: (row) => row[id],
    ...more,
  })
}

function countColumn(
  t: Text<'settlement'>,
  id: 'orders' | 'products' | 'lines' | 'units' | 'differing',
  hidden = false,
): SheetColumn {
  return { id, title: t(`columns.${id}`), kind: 'number', value: (row) => row[id], hidden }
}

function causeColumns(
  { t }: SheetWords,
  of: 'adjustments' | 'waiting',
  total: SettlementFigures,
  currency: string,
): SheetColumn[] {
  return CAUSES.filter((cause) => total[of][cause] !== 0).map((cause) => {
    const word = t(`causes.${cause}`)
    return {
      id: `${of}.${cause}`,
      title: of === 'waiting' ? t('columns.waiting', { cause: word }) : word,
      kind: 'money',
      currency,
      value: (row) => row[of][cause],
      width: 132,
      ...(of === 'waiting' && { hint: t('hints.waiting') }),
    }
  })
}

/** What came since the close. */
export const SINCE = ['gmv', 'refunds', 'actual', 'fees'] as const

function sinceColumns(t: Text<'settlement'>, all: readonly SettlementRow[], currency: string): SheetColumn[] {
  const money = SINCE.filter((figure) => all.some(({ since }) => since !== null && (since[figure] ?? 0) !== 0))
  return money.map((figure) => ({
    id: `since.${figure}`,
    title: t(`since.${figure}`),
    kind: 'money',
    currency,
    value: ({ since }) => since && since[figure],
    hint: t('hints.since'),
    width: 148,
    render: ({ since }) => <SinceMark amount={since?.[figure] ?? 0} currency={currency} />,
  }))
}

function SinceMark({ amount, currency }: { readonly amount: number; readonly currency: string }) {
  const format = useFormat()
  const text = format.amount(amount, currency)
  return amount === 0 ? <span>{text}</span> : <StateMark tone="held">{text}</StateMark>
}

function Difference({ amount, text }: { readonly amount: number; readonly text: string }) {
  return amount === 0 ? <span>{text}</span> : <StateMark tone="watch">{text}</StateMark>
}

function statementText(sentAt: number | null, t: Text<'settlement'>, format: Format): string {
  return sentAt === null ? t('statement.made') : t('statement.sent', { day: format.instant(sentAt) })
}

/** `10–15 %`, `15 %`; '' where no line has a rate. */
export function ratesText(rates: readonly number[], format: Format): string {
  const [first] = rates
  const last = rates.at(-1)
  if (first === undefined || last === undefined) return ''
  const percent = (rate: number): string => format.percent(rate / 10_000)
  return first === last ? percent(first) : `${percent(first)}–${percent(last)}`
}
