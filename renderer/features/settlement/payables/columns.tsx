/** The columns of what is owed. */

import type { Payable } from '../../../../shared/contract/payables'
import { PAYABLE_KINDS, PAYABLE_STATES } from '../../../../shared/domain/payables'
import type { GridColumn } from '../../../grid/columns'
import type { Text } from '../../../messages/i18n'
import { PayableMark } from './words'

export function payableColumns(t: Text<'payables'>, shopName: (id: string) => string): readonly GridColumn<Payable>[] {
  const money = (id: 'amount' | 'paid' | 'recouped' | 'toPay' | 'fee' | 'left') =>
    ({
      id,
      title: t(`fields.${id}`),
      kind: 'money',
      currency: (row: Payable) => row.currency,
      value: (row: Payable) => row[id],
      width: 120,
    }) as const
  const text = (id: 'title' | 'contract' | 'campaign' | 'owner' | 'note' | 'month', width: number) =>
    ({ id, title: t(`fields.${id}`), kind: 'text', value: (row: Payable) => row[id], width }) as const
  return [
    { id: 'dueDay', title: t('fields.dueDay'), kind: 'day', value: ({ dueDay }) => dueDay, width: 110 },
    {
      id: 'creator',
      title: t('fields.creator'),
      kind: 'text',
      value: ({ handle }) => handle && `@${handle}`,
      width: 140,
    },
    {
      id: 'kind',
      title: t('fields.kind'),
      kind: 'choice',
      value: ({ kind }) => kind,
      words: Object.fromEntries(PAYABLE_KINDS.map((kind) => [kind, t(`kinds.${kind}`)])),
      width: 100,
    },
    text('title', 180),
    money('amount'),
    { ...money('toPay'), hint: t('hints.toPay') },
    {
      id: 'state',
      title: t('fields.state'),
      kind: 'choice',
      value: ({ state }) => state,
      words: Object.fromEntries(PAYABLE_STATES.map((state) => [state, t(`states.${state}`)])),
      render: (payable) => <PayableMark payable={payable} />,
      width: 150,
    },
    money('paid'),
    money('recouped'),
    { ...money('fee'), hint: t('hints.fee') },
    money('left'),
    { id: 'shop', title: t('fields.shop'), kind: 'text', value: ({ shopId }) => shopName(shopId), width: 120 },
    text('contract', 140),
    text('campaign', 120),
    text('month', 90),
    text('owner', 100),
    text('note', 160),
  ]
}
