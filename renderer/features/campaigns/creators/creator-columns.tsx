/** What the list of a campaign's creators shows. */

import { useMemo } from 'react'

import type { CampaignCreator } from '../../../../shared/contract/campaign-views'
import type { Format } from '../../../format/use-format'
import type { GridColumn } from '../../../grid/columns'
import { type Text, useText } from '../../../messages/i18n'
import { StateMark } from '../../../ui/StateMark'
import { rateText } from '../../../format/rates'
import { aheadText } from '../rate-text'

export function useCreatorColumns(): readonly GridColumn<CampaignCreator>[] {
  const t = useText('campaigns')
  return useMemo(() => {
    const columns: readonly GridColumn<CampaignCreator>[] = [
      { id: 'handle', title: t('creators.handle'), kind: 'text', value: ({ handle }) => handle, width: 160 },
      {
        id: 'state',
        title: t('creators.state'),
        kind: 'choice',
        value: ({ state }) => state,
        words: t('members', { returnObjects: true }),
        width: 96,
      },
      { id: 'joinedOn', title: t('creators.joined'), kind: 'day', value: ({ joinedOn }) => joinedOn },
      {
        id: 'rate',
        title: t('creators.rate'),
        kind: 'text',
        value: ({ ahead }) => ahead[0]?.rate ?? null,
        text: (row, format) => rateNow(row, format, t),
        width: 280,
      },
      {
        id: 'kept',
        title: t('creators.kept'),
        kind: 'text',
        value: ({ kept }) => kept.map(({ name }) => name).join(' · ') || null,
        text: ({ kept }, format) =>
          kept
            .map(({ name, rate, lastDay }) =>
              t('keptOf', { name, rate: rateText(rate, format), day: format.day(lastDay) }),
            )
            .join(' · ') || null,
        width: 220,
      },
      ...moreColumns(t),
      { id: 'samples', title: t('creators.samples'), kind: 'number', value: ({ samples }) => samples },
      { id: 'owner', title: t('fields.owner'), kind: 'text', value: ({ owner }) => owner, width: 110 },
      { id: 'note', title: t('fields.note'), kind: 'text', value: ({ note }) => note, width: 180 },
    ]
    return columns.map((column) => ({ ...column, sortable: false }))
  }, [t])
}

/** The brief they have and how they are paid. */
function moreColumns(t: Text<'campaigns'>): readonly GridColumn<CampaignCreator>[] {
  return [
    {
      id: 'brief',
      title: t('creators.brief'),
      kind: 'text',
      value: ({ brief }) => brief?.version ?? null,
      text: ({ brief }) => brief && t(brief.older ? 'creators.older' : 'creators.version', { version: brief.version }),
      render: ({ brief }) =>
        brief && (
          <StateMark tone={brief.older ? 'watch' : 'good'}>
            {t(brief.older ? 'creators.older' : 'creators.version', { version: brief.version })}
          </StateMark>
        ),
      width: 130,
    },
    {
      id: 'pay',
      title: t('creators.pay'),
      kind: 'text',
      value: ({ pay }) => pay.map((model) => t(`terms.models.${model}`)).join(' · ') || null,
      width: 180,
    },
  ]
}

function rateNow({ ownRate, ahead }: CampaignCreator, format: Format, t: Text<'campaigns'>): string | null {
  if (ownRate !== null) return t('ownRate', { rate: rateText(ownRate, format) })
  return ahead.length === 0 ? null : aheadText(ahead, format, t)
}
