/** One script or video under judgement: it in the middle, what it is held against beside it, the verdicts below. */

import { Button } from '@mantine/core'
import { useState } from 'react'

import type { Review } from '../../../shared/contract/reviews'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { goTo } from '../../session/place'
import { Side } from './Side'
import classes from './reviews.module.css'
import { SubmitDrawer } from './SubmitDrawer'
import { VerdictBar } from './VerdictBar'
import { VersionHead } from './VersionHead'
import { ScriptWork } from './ScriptWork'
import { VideoWork } from './VideoWork'

export function Judging({ review }: { readonly review: Review }) {
  const t = useText('reviews')
  const { versionList } = review
  const [chosen, choose] = useState<string | null>(null)
  const [compared, setCompared] = useState(false)
  const [again, setAgain] = useState(false)
  const index = Math.max(0, chosen === null ? versionList.length - 1 : versionList.findIndex(({ id }) => id === chosen))
  const version = versionList[index]
  const before = versionList[index - 1]
  useKeys({ [KEYS.compareVersions.keys[0]]: () => setCompared((is) => !is && before !== undefined) })
  const other = compared ? before : undefined
  return (
    <div className={classes.judging}>
      <section className={classes.work} aria-label={review.title ?? t('untitled')}>
        {review.hold && (
          <p className={classes.hold} role="alert">
            {t('holdWhy')}
            <Button size="compact-xs" variant="default" onClick={() => goTo('sync', { tab: 'inbox' })}>
              {t('toInbox')}
            </Button>
          </p>
        )}
        <VersionHead
          review={review}
          version={version}
          compared={compared}
          canCompare={before !== undefined}
          onChoose={choose}
          onCompare={setCompared}
          onAgain={() => setAgain(true)}
        />
        {version &&
          (review.kind === 'video' ? (
            <VideoWork key={version.id} version={version} before={other} />
          ) : (
            <ScriptWork key={version.id} review={review} version={version} before={other} />
          ))}
      </section>
      <Side review={review} script={version?.text ?? null} />
      <VerdictBar review={review} version={version} />
      {again && (
        <SubmitDrawer of={review} shopId={review.shopId} onClose={() => setAgain(false)} onDone={() => choose(null)} />
      )}
    </div>
  )
}
