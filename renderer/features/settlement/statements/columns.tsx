/** The columns of the statements: the sums, and where each statement stands. */

import type { StatementRow } from '../../../../shared/contract/statements'
import type { Format } from '../../../format/use-format'
import type { GridColumn } from '../../../grid/columns'
import type { Text } from '../../../messages/i18n'
import { StateMark } from '../../../ui/StateMark'

export interface StatementWords {
  readonly t: Text<'statements'>
  readonly format: Format
}

type MoneyFigure = 'gmv' | 'refunds' | 'estimated' | 'actual' | 'settled' | 'pending'

export function statementColumns({ t, format }: StatementWords, currency: string): GridColumn<StatementRow>[] {
  const money = (id: MoneyFigure): GridColumn<StatementRow> => ({
    id,
    title: t(`columns.${id}`),
    kind: 'money',
    currency,
    value: ({ figures }) => figures[id],
  })
  return [
    {
      id: 'creator',
      title: t('columns.creator'),
      kind: 'text',
      value: ({ creator }) => creator,
      text: ({ creator }) => `@${creator}`,
      width: 180,
    },
    {
      id: 'state',
      title: t('columns.state'),
      kind: 'text',
      value: (row) => stateOf(row),
      text: (row) => stateText(row, { t, format }),
      render: (row) => <StatementState row={row} words={{ t, format }} />,
      width: 190,
    },
    { id: 'orders', title: t('columns.orders'), kind: 'number', value: ({ figures }) => figures.orders },
    money('gmv'),
    money('refunds'),
    money('estimated'),
    money('actual'),
    money('settled'),
    money('pending'),
    {
      id: 'fees',
      title: t('columns.fees'),
      kind: 'text',
      value: (row) => feesText(row, format),
      hint: t('fees.hint'),
      width: 150,
      sortable: false,
    },
    {
      id: 'number',
      title: t('columns.number'),
      kind: 'text',
      value: ({ statement }) => statement?.number ?? null,
      width: 150,
    },
    {
      id: 'disputes',
      title: t('columns.disputes'),
      kind: 'number',
      value: ({ openDisputes }) => (openDisputes === 0 ? null : openDisputes),
    },
  ]
}

/** Each currency for itself; null: nothing is owed. */
export function feesText({ feeTotals }: StatementRow, format: Format): string | null {
  const parts = feeTotals.flatMap(({ amount, currency }) => (amount === null ? [] : [format.money(amount, currency)]))
  return parts.length === 0 ? null : parts.join(' · ')
}

type State = 'none' | 'made' | 'sent' | 'stale'

function stateOf({ statement }: StatementRow): State {
  if (statement === null) return 'none'
  if (!statement.matches) return 'stale'
  return statement.sentAt === null ? 'made' : 'sent'
}

function stateText(row: StatementRow, { t, format }: StatementWords): string {
  const state = stateOf(row)
  const sentAt = row.statement?.sentAt ?? null
  return state === 'sent' && sentAt !== null ? t('states.sentOn', { at: format.instant(sentAt) }) : t(`states.${state}`)
}

const TONES = { none: 'unknown', made: 'watch', sent: 'good', stale: 'bad' } as const

export function StatementState({ row, words }: { readonly row: StatementRow; readonly words: StatementWords }) {
  return <StateMark tone={TONES[stateOf(row)]}>{stateText(row, words)}</StateMark>
}
