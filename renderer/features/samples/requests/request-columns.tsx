/** The columns of the inbox: who asks for what, what the rules suggest and why, until when it has to be answered. */

import { useMemo } from 'react'

import type { SampleRequest } from '../../../../shared/contract/sample-requests'
import { ShopBadge } from '../../../creator/ShopBadge'
import type { GridColumn } from '../../../grid/columns'
import { useText } from '../../../messages/i18n'
import { StateMark } from '../../../ui/StateMark'
import { TONES, useRuleWords } from './rule-words'

type Columns = readonly GridColumn<SampleRequest>[]

export function useRequestColumns(): Columns {
  const t = useText('sampleRequests')
  const say = useRuleWords()
  const who = useWho()
  const due = useDue()
  return useMemo(
    (): Columns => [
      ...who.slice(0, 1),
      {
        id: 'suggestion',
        title: t('column.suggestion'),
        kind: 'text',
        value: ({ sample, suggestion }) => (sample.hold ? t('hold') : t(`suggestion.${suggestion}`)),
        render: ({ sample, suggestion }) =>
          sample.hold ? (
            <StateMark tone="held">{t('hold')}</StateMark>
          ) : (
            <StateMark tone={TONES[suggestion]}>{t(`suggestion.${suggestion}`)}</StateMark>
          ),
        width: 112,
      },
      {
        id: 'reasons',
        title: t('column.reasons'),
        kind: 'text',
        value: ({ lines, currency }) =>
          lines
            .filter(({ result }) => result !== 'approve')
            .map((line) => say(line, currency))
            .join(' · ') || null,
        width: 280,
        sortable: false,
      },
      ...who.slice(1),
      ...due,
    ],
    [t, say, who, due],
  )
}

function useWho(): Columns {
  const t = useText('sampleRequests')
  return useMemo(
    (): Columns => [
      {
        id: 'creator',
        title: t('column.creator'),
        kind: 'text',
        value: ({ sample, displayName }) =>
          displayName === null ? sample.handle : `${sample.handle ?? ''} · ${displayName}`,
        width: 170,
      },
      {
        id: 'product',
        title: t('column.product'),
        kind: 'text',
        value: ({ sample: { productName, productId, variation } }) =>
          variation === null ? (productName ?? productId) : `${productName ?? productId} · ${variation}`,
        width: 190,
      },
      {
        id: 'quantity',
        title: t('column.quantity'),
        kind: 'number',
        value: ({ sample }) => sample.quantity,
        width: 70,
      },
      {
        id: 'shop',
        title: t('column.shop'),
        kind: 'text',
        value: ({ sample }) => sample.shopId,
        render: ({ sample }) => <ShopBadge shopId={sample.shopId} />,
        width: 110,
      },
    ],
    [t],
  )
}

function useDue(): Columns {
  const t = useText('sampleRequests')
  return useMemo(
    (): Columns => [
      { id: 'due', title: t('column.due'), kind: 'day', value: ({ sample }) => sample.deadlines.review?.day ?? null },
      {
        id: 'left',
        title: t('column.left'),
        kind: 'number',
        value: ({ sample }) => sample.deadlines.review?.daysLeft ?? null,
        width: 84,
      },
      { id: 'free', title: t('column.free'), kind: 'number', value: ({ free }) => free, width: 92 },
      {
        id: 'record',
        title: t('column.record'),
        kind: 'text',
        value: ({ record: { ended, posts } }) => (ended === 0 ? null : t('recordText', { ended, posts })),
        width: 110,
      },
      {
        id: 'asked',
        title: t('column.asked'),
        kind: 'text',
        value: ({ asked }) => (asked === null ? null : t('askedYes')),
        width: 120,
      },
      {
        id: 'waiting',
        title: t('column.waiting'),
        kind: 'instant',
        value: ({ sample }) => sample.requestedAt,
        hidden: true,
      },
    ],
    [t],
  )
}
