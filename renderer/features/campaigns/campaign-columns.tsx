/** What the list of campaigns shows. */

import { useMemo } from 'react'

import type { Campaign } from '../../../shared/contract/campaign-views'
import type { GridColumn } from '../../grid/columns'
import { type Text, useText } from '../../messages/i18n'
import { StateMark } from '../../ui/StateMark'
import { TONES } from './tones'

export function useCampaignColumns(withShop: boolean): readonly GridColumn<Campaign>[] {
  const t = useText('campaigns')
  return useMemo(() => {
    const percent = (points: number | null) => (points === null ? null : points / 10_000)
    const columns: readonly GridColumn<Campaign>[] = [
      { id: 'name', title: t('fields.name'), kind: 'text', value: ({ name }) => name, width: 240 },
      ...(withShop
        ? [
            {
              id: 'shop',
              title: t('fields.shop'),
              kind: 'text' as const,
              value: (row: Campaign) => row.shopName,
              width: 150,
            },
          ]
        : []),
      {
        id: 'kind',
        title: t('fields.kind'),
        kind: 'choice',
        value: ({ kind }) => kind,
        words: t('kinds', { returnObjects: true }),
      },
      {
        id: 'state',
        title: t('fields.state'),
        kind: 'choice',
        value: ({ state }) => state,
        words: t('states', { returnObjects: true }),
        render: ({ state }) => <StateMark tone={TONES[state]}>{t(`states.${state}`)}</StateMark>,
      },
      { id: 'fromDay', title: t('fields.fromDay'), kind: 'day', value: ({ fromDay }) => fromDay },
      { id: 'toDay', title: t('fields.toDay'), kind: 'day', value: ({ toDay }) => toDay },
      { id: 'rate', title: t('fields.rate'), kind: 'percent', value: ({ rate }) => percent(rate) },
      {
        id: 'adsRate',
        title: t('fields.adsRate'),
        kind: 'percent',
        value: ({ adsRate }) => percent(adsRate),
        width: 120,
      },
      ...countColumns(t),
    ]
    return columns.map((column) => ({ ...column, sortable: false }))
  }, [t, withShop])
}

/** How much is in it, and what it may cost. */
function countColumns(t: Text<'campaigns'>): readonly GridColumn<Campaign>[] {
  return [
    {
      id: 'exceptions',
      title: t('fields.exceptions'),
      kind: 'number',
      value: ({ exceptions }) => exceptions,
      width: 100,
    },
    { id: 'products', title: t('fields.products'), kind: 'number', value: ({ products }) => products },
    { id: 'creators', title: t('fields.creators'), kind: 'number', value: ({ creators }) => creators },
    { id: 'briefs', title: t('fields.briefs'), kind: 'number', value: ({ briefs }) => briefs },
    {
      id: 'budget',
      title: t('fields.budget'),
      kind: 'money',
      value: ({ budget }) => budget,
      currency: ({ currency }) => currency,
    },
    { id: 'owner', title: t('fields.owner'), kind: 'text', value: ({ owner }) => owner, width: 120 },
  ]
}
