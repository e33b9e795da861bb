/** The columns of the ghosting radar. */

import { useMemo } from 'react'

import type { Ghost } from '../../../../shared/contract/sample-requests'
import type { Standing } from '../../../../shared/domain/ghosting'
import { ShopBadge } from '../../../creator/ShopBadge'
import type { GridColumn } from '../../../grid/columns'
import { useText } from '../../../messages/i18n'
import { StateMark, type Tone } from '../../../ui/StateMark'

export const STANDING_TONES: Readonly<Record<Standing, Tone>> = {
  fine: 'good',
  slow: 'watch',
  atRisk: 'watch',
  ghosted: 'bad',
}

export function useGhostColumns(): readonly GridColumn<Ghost>[] {
  const t = useText('sampleRequests')
  const figures = useFigures()
  return useMemo(
    (): readonly GridColumn<Ghost>[] => [
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
        value: ({ sample: { productName, productId } }) => productName ?? productId,
        width: 180,
      },
      {
        id: 'standing',
        title: t('ghost.column.standing'),
        kind: 'text',
        value: ({ standing }) => t(`ghost.standing.${standing}`),
        render: ({ standing }) => (
          <StateMark tone={STANDING_TONES[standing]}>{t(`ghost.standing.${standing}`)}</StateMark>
        ),
        width: 104,
      },
      {
        id: 'ban',
        title: t('ghost.column.ban'),
        kind: 'text',
        value: ({ ban }) => (ban === 'none' ? null : t(`ghost.ban.${ban}`)),
        render: ({ ban }) =>
          ban === 'none' ? null : (
            <StateMark tone={ban === 'blocked' ? 'held' : 'bad'}>{t(`ghost.ban.${ban}`)}</StateMark>
          ),
        width: 120,
      },
      ...figures,
      {
        id: 'shop',
        title: t('column.shop'),
        kind: 'text',
        value: ({ sample }) => sample.shopId,
        render: ({ sample }) => <ShopBadge shopId={sample.shopId} />,
        width: 110,
      },
    ],
    [t, figures],
  )
}

function useFigures(): readonly GridColumn<Ghost>[] {
  const t = useText('sampleRequests')
  return useMemo(
    (): readonly GridColumn<Ghost>[] => [
      {
        id: 'days',
        title: t('ghost.column.days'),
        hint: t('ghost.column.daysHint'),
        kind: 'number',
        value: ({ days }) => days,
        width: 72,
      },
      { id: 'left', title: t('ghost.column.left'), kind: 'number', value: ({ daysLeft }) => daysLeft, width: 84 },
      {
        id: 'step',
        title: t('ghost.column.step'),
        kind: 'text',
        value: ({ nextStep, nextDay, ended }) =>
          ended
            ? null
            : nextStep === null
              ? t('ghost.allSent')
              : t('ghost.nextStep', { number: nextStep + 1, day: nextDay ?? 0 }),
        render: ({ nextStep, nextDay, ended, isDue }) =>
          ended ? null : nextStep === null ? (
            t('ghost.allSent')
          ) : isDue ? (
            <StateMark tone="watch">{t('ghost.nextStep', { number: nextStep + 1, day: nextDay ?? 0 })}</StateMark>
          ) : (
            t('ghost.nextStep', { number: nextStep + 1, day: nextDay ?? 0 })
          ),
        width: 130,
      },
      { id: 'sent', title: t('ghost.column.sent'), kind: 'number', value: ({ sent }) => sent, width: 90 },
      { id: 'excuses', title: t('ghost.column.excuses'), kind: 'number', value: ({ excuses }) => excuses, width: 84 },
      { id: 'promised', title: t('ghost.column.promised'), kind: 'day', value: ({ promisedDay }) => promisedDay },
      { id: 'broken', title: t('ghost.column.broken'), kind: 'number', value: ({ broken }) => broken, width: 84 },
      {
        id: 'ghosted',
        title: t('ghost.column.ghosted'),
        kind: 'number',
        value: ({ record }) => record.ghosted,
        width: 110,
      },
    ],
    [t],
  )
}
