/** The columns of the lists of income: months, months against affiliates, orders, late orders, payouts. */

import type {
  ComparedMonthRow,
  ComparedOrderRow,
  IncomeLineRow,
  IncomeMonthRow,
  LateOrderRow,
} from '../../../../shared/contract/income'
import { FEE_GROUPS } from '../../../../shared/domain/income/columns'
import { type Comparison, COMPARISONS } from '../../../../shared/domain/income/compare'
import type { Format } from '../../../format/use-format'
import type { GridColumn } from '../../../grid/columns'
import type { Text } from '../../../messages/i18n'

type Words = Text<'income'>

/** Groups whose names are long in English. */
const NAMED_WIDTH: Readonly<Partial<Record<(typeof FEE_GROUPS)[number], number>>> = {
  creators: 190,
  ads: 190,
  partners: 190,
  platform: 190,
}

/** Groups that no month has are left out until a person wants them. */
export function monthColumns(
  t: Words,
  format: Format,
  currency: string,
  months: readonly IncomeMonthRow[],
): GridColumn<IncomeMonthRow>[] {
  return [
    month(t, format),
    { id: 'lines', title: t('lines'), kind: 'number', value: ({ lines }) => lines },
    { id: 'revenue', title: t('revenue'), kind: 'money', currency, value: ({ revenue }) => revenue },
    ...FEE_GROUPS.map((group): GridColumn<IncomeMonthRow> => ({
      id: `groups.${group}`,
      title: t(`groups.${group}`),
      kind: 'money',
      currency,
      value: ({ groups }) => groups[group],
      ...(NAMED_WIDTH[group] !== undefined && { width: NAMED_WIDTH[group] }),
      hidden: months.every(({ groups }) => groups[group] === 0),
    })),
    { id: 'fees', title: t('fees'), kind: 'money', currency, value: ({ fees }) => fees },
    { id: 'adjustment', title: t('adjustment'), kind: 'money', currency, value: ({ adjustment }) => adjustment },
    { id: 'settlement', title: t('settlement'), kind: 'money', currency, value: ({ settlement }) => settlement },
  ]
}

/** `onOpen` opens the orders of a month that are in a state. */
export function comparedColumns(
  t: Words,
  format: Format,
  currency: string,
  onOpen: (row: ComparedMonthRow, state: Comparison) => void,
): GridColumn<ComparedMonthRow>[] {
  return [
    month(t, format),
    ...COMPARISONS.filter((state) => state !== 'none').map((state): GridColumn<ComparedMonthRow> => ({
      id: `counts.${state}`,
      title: t(`states.${state}`),
      kind: 'number',
      value: ({ counts }) => counts[state],
      onOpen: (row) => onOpen(row, state),
      width: 132,
    })),
    { id: 'charged', title: t('charged'), kind: 'money', currency, value: ({ charged }) => charged },
    { id: 'commission', title: t('commission'), kind: 'money', currency, value: ({ commission }) => commission },
    { id: 'difference', title: t('difference'), kind: 'money', currency, value: ({ difference }) => difference },
  ]
}

function month(t: Words, format: Format) {
  return {
    id: 'month',
    title: t('month'),
    kind: 'text',
    value: (row: { readonly month: string }) => row.month,
    text: (row: { readonly month: string }) => format.month(row.month),
    width: 120,
  } as const
}

export function orderColumns(t: Words, currency: string): GridColumn<ComparedOrderRow>[] {
  const words = Object.fromEntries(COMPARISONS.map((state) => [state, t(`states.${state}`)]))
  return [
    { id: 'orderId', title: t('order'), kind: 'text', value: ({ orderId }) => orderId, width: 180 },
    { id: 'state', title: t('state'), kind: 'choice', words, value: ({ state }) => state, width: 150 },
    { id: 'creator', title: t('creator'), kind: 'text', value: ({ creator }) => creator, width: 150 },
    { id: 'charged', title: t('charged'), kind: 'money', currency, value: ({ charged }) => charged },
    { id: 'commission', title: t('commission'), kind: 'money', currency, value: ({ commission }) => commission },
    { id: 'difference', title: t('difference'), kind: 'money', currency, value: ({ difference }) => difference },
    { id: 'created', title: t('created'), kind: 'day', value: ({ created }) => created },
    { id: 'settled', title: t('settled'), kind: 'day', value: ({ settled }) => settled },
    {
      id: 'estimated',
      title: t('estimated'),
      hint: t('estimatedHint'),
      kind: 'text',
      value: ({ estimated }) => (estimated ? t('yes') : null),
      width: 92,
    },
  ]
}

export function lateColumns(t: Words, currency: string): GridColumn<LateOrderRow>[] {
  return [
    { id: 'orderId', title: t('order'), kind: 'text', value: ({ orderId }) => orderId, width: 180 },
    { id: 'creator', title: t('creator'), kind: 'text', value: ({ creator }) => creator, width: 150 },
    { id: 'delivered', title: t('delivered'), kind: 'day', value: ({ delivered }) => delivered },
    { id: 'due', title: t('due'), kind: 'day', value: ({ due }) => due },
    { id: 'days', title: t('days'), kind: 'number', value: ({ days }) => days },
    { id: 'amount', title: t('amount'), kind: 'money', currency, value: ({ amount }) => amount },
    { id: 'listed', title: t('listed'), kind: 'text', value: ({ listed }) => (listed ? t('yes') : null), width: 160 },
  ]
}

export function payoutColumns(t: Words, currency: string): GridColumn<IncomeLineRow>[] {
  return [
    { id: 'day', title: t('day'), kind: 'day', value: ({ settled, created }) => settled ?? created },
    { id: 'part', title: t('kind'), kind: 'text', value: ({ part }) => t(`part.${part}`), width: 150 },
    { id: 'type', title: t('type'), kind: 'text', value: ({ typeText }) => typeText, width: 120 },
    { id: 'id', title: t('reference'), kind: 'text', value: ({ id }) => id, width: 180 },
    { id: 'amount', title: t('amount'), kind: 'money', currency, value: ({ settlement }) => settlement },
    { id: 'status', title: t('status'), kind: 'text', value: ({ status }) => status, width: 110 },
    { id: 'account', title: t('account'), kind: 'text', value: ({ account }) => account, width: 140 },
    { id: 'payment', title: t('payment'), kind: 'text', value: ({ payment }) => payment, width: 170, hidden: true },
  ]
}
