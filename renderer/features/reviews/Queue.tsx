/** What waits, drawn as far as it is on screen: the least time left to the best slot first. */

import { useVirtualizer } from '@tanstack/react-virtual'
import { IconFileText, IconMovie } from '@tabler/icons-react'
import { memo, type ReactNode, useEffect, useRef } from 'react'

import type { ReviewRow } from '../../../shared/contract/reviews'
import { ShopBadge } from '../../creator/ShopBadge'
import { useText } from '../../messages/i18n'
import { useNow } from '../../session/now'
import { ErrorState } from '../../ui/ErrorState'
import { Loading } from '../../ui/Loading'
import { StateMark } from '../../ui/StateMark'
import { SIZES } from '../../ui/tokens'
import classes from './reviews.module.css'
import { toneOf, useReviewWords } from './review-words'
import type { QueueState } from './use-queue'

const OVERSCAN = 8

export function Queue({ list, empty }: { readonly list: QueueState; readonly empty: ReactNode }) {
  const t = useText('reviews')
  const scroller = useRef<HTMLElement>(null)
  const now = useNow()
  const { rows, at, go } = list
  const items = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => SIZES.card,
    overscan: OVERSCAN,
  })
  const drawn = items.getVirtualItems()
  const [first, last] = [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0]
  const { onShown } = rows
  useEffect(() => onShown?.(first, last), [onShown, first, last])
  useEffect(() => {
    if (at >= 0) items.scrollToIndex(at)
  }, [items, at])
  if (rows.error) return <ErrorState error={rows.error} onRetry={rows.retry} />
  if (!rows.ready) return <Loading />
  return (
    // Scrolls with the keys once it has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <nav ref={scroller} className={classes.queue} aria-label={t('queue')} tabIndex={0}>
      {rows.count === 0 && empty}
      <div className={classes.canvas} style={{ height: items.getTotalSize() }}>
        {drawn.map(({ index, start, size }) => {
          const row = rows.get(index)
          return (
            <div key={index} className={classes.place} style={{ transform: `translateY(${start}px)`, height: size }}>
              {row && <Item row={row} index={index} current={index === at} now={now} onChoose={go} />}
            </div>
          )
        })}
      </div>
    </nav>
  )
}

interface ItemProps {
  readonly row: ReviewRow
  readonly index: number
  readonly current: boolean
  readonly now: number
  readonly onChoose: (index: number) => void
}

const Item = memo(function Item({ row, index, current, now, onChoose }: ItemProps) {
  const t = useText('reviews')
  const words = useReviewWords(now)
  const Icon = row.kind === 'video' ? IconMovie : IconFileText
  return (
    <button
      type="button"
      data-commands
      className={classes.item}
      data-level={row.level}
      aria-current={current || undefined}
      onClick={() => onChoose(index)}
    >
      <span className={classes.itemHead}>
        <Icon size={14} aria-label={t(`kinds.${row.kind}`)} role="img" />
        <span className={classes.itemTitle} title={row.title ?? undefined}>
          {row.title ?? t('untitled')}
        </span>
      </span>
      <span className={classes.itemLine}>
        <ShopBadge shopId={row.shopId} />
        <span className={classes.handle}>{row.handle ?? t('nobody')}</span>
      </span>
      <span className={classes.itemLine}>
        <StateMark tone={toneOf(row)}>{words.standing(row)}</StateMark>
        <span className={classes.slot} data-slot={row.slot} title={words.slot(row)}>
          {words.slot(row)}
        </span>
      </span>
    </button>
  )
})
