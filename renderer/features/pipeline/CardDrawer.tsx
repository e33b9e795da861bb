/** A look at one creator at one shop: stage, owner, what is planned; the page stays where it is. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { Card } from '../../../shared/contract/pipelines'
import { orpc } from '../../api'
import { ShopBadge } from '../../creator/ShopBadge'
import { StageField } from '../../creator/StageField'
import { TaskList } from '../../creator/TaskList'
import { useReasonText } from '../../creator/task-words'
import type { Mover } from '../../creator/use-move'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { goTo } from '../../session/place'
import { Drawer, type DrawerProps } from '../../ui/Drawer'
import { Facts } from '../../ui/Facts'
import classes from '../../board/board.module.css'
import { cardKey } from './use-cards'

export interface CardDrawerProps extends Pick<DrawerProps, 'onClose' | 'onPrevious' | 'onNext'> {
  readonly card: Card
  readonly mover: Mover
}

export function CardDrawer({ card: first, mover, ...drawer }: CardDrawerProps) {
  const t = useText('pipelines')
  const format = useFormat()
  const reasonText = useReasonText()
  const { creatorId, shopId, handle } = first
  // What was moved or changed meanwhile shows here too.
  const all = useQuery(orpc.pipelines.of.queryOptions({ input: { creatorId } })).data
  const card = all?.find((one) => cardKey(one) === cardKey(first)) ?? first
  return (
    <Drawer
      {...drawer}
      title={handle}
      foot={<Button onClick={() => goTo('creators', { creator: creatorId })}>{t('openCreator')}</Button>}
    >
      <div className={classes.stack}>
        <StageField shopId={shopId} creatorId={creatorId} stage={card.stage} mover={mover} />
        <Facts
          facts={[
            [t('fields.shop'), <ShopBadge key="shop" shopId={shopId} />],
            [t('fields.owner'), card.owner],
            [t('fields.days'), card.days === null ? null : t('days', { count: card.days })],
            [t('fields.since'), card.since === null ? null : format.instant(card.since)],
            [
              t('fields.value'),
              card.value === null || card.currency === null ? null : format.money(card.value, card.currency),
            ],
            [t('fields.blockedBy'), card.blockedBy],
            [t('fields.reason'), card.reason && reasonText(card.reason)],
          ]}
        />
        <TaskList creatorId={creatorId} handle={handle} shopId={shopId} />
      </div>
    </Drawer>
  )
}
