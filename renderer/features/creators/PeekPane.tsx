/** The creator under the cursor at a glance, beside the list: who talks to them, figures with their source, what can be done. */

import { Button } from '@mantine/core'

import type { Creator } from '../../../shared/contract/creators-list'
import { isMetricName } from '../../../shared/domain/metric-names'
import { AssessmentPanel } from '../../creator/Assessment'
import { ClaimBanner, useHolder } from '../../creator/ClaimBanner'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { Facts } from '../../ui/Facts'
import { LastContact, LocalTime } from './list-cells'
import type { GridColumn } from '../../grid/columns'
import { cellText } from '../../grid/columns'
import classes from './list.module.css'

export interface PeekPaneProps {
  readonly creator: Creator
  readonly columns: readonly GridColumn<Creator>[]
  readonly onOpen: () => void
  readonly onStar: () => void
  readonly onClose: () => void
}

export function PeekPane({ creator, columns, onOpen, onStar, onClose }: PeekPaneProps) {
  const t = useText('creators')
  const format = useFormat()
  const holder = useHolder(creator.id)
  const figures = columns.filter(({ id }) => isMetricName(id))
  const title = (id: string) => columns.find((column) => column.id === id)?.title ?? id
  return (
    <aside className={classes.peek} aria-label={creator.handle}>
      <h2>{creator.displayName === null ? creator.handle : `${creator.handle} · ${creator.displayName}`}</h2>
      {holder && !holder.mine ? (
        <p className={classes.claim}>
          {t('list.claimed', { owner: holder.owner, until: format.instant(holder.until) })}
        </p>
      ) : (
        <ClaimBanner creatorId={creator.id} />
      )}
      <div className={classes.peekKeys}>
        <Button size="compact-xs" variant="default" onClick={onOpen}>
          {t('list.open')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={onStar}>
          {creator.starred ? t('list.unstar') : t('list.star')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={onClose}>
          {t('list.closePeek')}
        </Button>
      </div>
      <Facts
        facts={[
          [title('lastContact'), <LastContact key="contact" creator={creator} />],
          [title('timezone'), <LocalTime key="clock" creator={creator} />],
          ...figures.map((column) => [column.title, cellText(column, creator, format)] as const),
        ]}
      />
      <AssessmentPanel creatorId={creator.id} />
    </aside>
  )
}
