/** What is being judged, in which version, with how much time left. */

import { Button, SegmentedControl, Switch } from '@mantine/core'

import type { Review, ReviewVersion } from '../../../shared/contract/reviews'
import { HERE, useWhen } from '../../creator/clocks'
import { ShopBadge } from '../../creator/ShopBadge'
import { useText } from '../../messages/i18n'
import { useNow } from '../../session/now'
import { StateMark } from '../../ui/StateMark'
import { toneOf, useReviewWords } from './review-words'
import classes from './reviews.module.css'

interface VersionHeadProps {
  readonly review: Review
  readonly version: ReviewVersion | undefined
  readonly compared: boolean
  readonly canCompare: boolean
  readonly onChoose: (id: string) => void
  readonly onCompare: (compared: boolean) => void
  readonly onAgain: () => void
}

export function VersionHead({ review, version, compared, canCompare, onChoose, onCompare, onAgain }: VersionHeadProps) {
  const t = useText('reviews')
  const now = useNow()
  const when = useWhen(now)
  const words = useReviewWords(now)
  return (
    <header className={classes.head}>
      <div className={classes.headLine}>
        <h2 className={classes.name}>{review.title ?? t('untitled')}</h2>
        <StateMark tone={toneOf(review)}>{words.standing(review)}</StateMark>
        <ShopBadge shopId={review.shopId} />
        <span className={classes.quiet}>{review.handle ?? t('nobody')}</span>
        {review.asked !== null && <span className={classes.quiet}>{t('asked', { person: review.asked })}</span>}
      </div>
      <div className={classes.headLine}>
        <SegmentedControl
          size="xs"
          aria-label={t('versions')}
          value={version?.id ?? ''}
          onChange={onChoose}
          data={review.versionList.map(({ id, version: n }) => ({ value: id, label: t('version', { n }) }))}
        />
        <Switch
          label={t('compare')}
          checked={compared && canCompare}
          disabled={!canCompare}
          onChange={(event) => onCompare(event.currentTarget.checked)}
        />
        {version && (
          <span className={classes.quiet} title={version.note ?? undefined}>
            {t('handedIn', { at: when(version.at, HERE), person: version.person ?? '' })}
          </span>
        )}
        <Button size="compact-xs" variant="default" onClick={onAgain}>
          {t('newVersion')}
        </Button>
      </div>
      {version?.note && <p className={classes.quiet}>{version.note}</p>}
    </header>
  )
}
