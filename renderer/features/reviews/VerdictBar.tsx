/** The four verdicts by their keys, the rounds against what was agreed, and the way back. */

import { Button, Kbd } from '@mantine/core'

import type { Review, ReviewVersion } from '../../../shared/contract/reviews'
import { REVIEW, VERDICTS, type Verdict } from '../../../shared/domain/reviews'
import { api } from '../../api'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { StateMark } from '../../ui/StateMark'
import { useCommand } from '../../ui/use-save'
import classes from './reviews.module.css'

interface VerdictBarProps {
  readonly review: Review
  readonly version: ReviewVersion | undefined
}

const COLOURS: Readonly<Partial<Record<Verdict, string>>> = { rejected: 'bad' }

export function VerdictBar({ review, version }: VerdictBarProps) {
  const t = useText('reviews')
  const words = useText('words')
  const title = review.title ?? t('untitled')
  const judge = useCommand(
    (verdict: Verdict) => api.reviews.judge({ id: review.id, verdict, ...(version && { versionId: version.id }) }),
    ({ state }) => t('judged', { title, verdict: words(`reviewState.${state}`) }),
  )
  const back = useCommand(
    () => api.reviews.takeBack({ id: review.id }),
    () => t('takenBack', { title }),
  )
  const open = !review.hold && !judge.busy && review.state !== 'published'
  const may = (verdict: Verdict) => open && REVIEW.edges[review.state].includes(verdict)
  const mayGoBack = !review.hold && !back.busy && review.state !== 'submitted'
  useKeys({
    ...Object.fromEntries(
      VERDICTS.map((verdict, index) => [KEYS.verdict.keys[index] ?? '', () => may(verdict) && judge.run(verdict)]),
    ),
    [KEYS.verdictBack.keys[0]]: () => mayGoBack && back.run(),
  })
  return (
    <footer className={classes.verdicts} aria-label={t('verdictBar')}>
      {VERDICTS.map((verdict, index) => (
        <Button
          key={verdict}
          data-commands
          variant={review.state === verdict ? 'filled' : 'default'}
          {...(review.state === verdict && COLOURS[verdict] && { color: COLOURS[verdict] })}
          disabled={!may(verdict) && review.state !== verdict}
          aria-pressed={review.state === verdict}
          leftSection={<Kbd size="xs">{KEYS.verdict.keys[index]}</Kbd>}
          onClick={() => may(verdict) && judge.run(verdict)}
        >
          {t(`verdicts.${verdict}`)}
        </Button>
      ))}
      {mayGoBack && (
        <Button variant="subtle" leftSection={<Kbd size="xs">U</Kbd>} onClick={() => back.run()}>
          {t('takeBack')}
        </Button>
      )}
      <Rounds review={review} />
    </footer>
  )
}

function Rounds({ review: { rounds, roundsAsked, state } }: { readonly review: Review }) {
  const t = useText('reviews')
  if (rounds === null) return <span className={classes.rounds}>{t('roundsOpen', { asked: roundsAsked })}</span>
  const over = roundsAsked >= rounds && state === 'submitted'
  return (
    <span className={classes.rounds}>
      {over ? (
        <StateMark tone="watch">{t('roundOver', { next: roundsAsked + 1, agreed: rounds })}</StateMark>
      ) : (
        t('round', { asked: roundsAsked, agreed: rounds })
      )}
    </span>
  )
}
