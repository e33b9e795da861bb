/** Where a review stands and how much time is left, in words and colours. */

import { useMemo } from 'react'

import type { ReviewRow } from '../../../shared/contract/reviews'
import { useText } from '../../messages/i18n'
import type { Tone } from '../../ui/StateMark'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export function toneOf({ hold, state, level }: Pick<ReviewRow, 'hold' | 'state' | 'level'>): Tone {
  if (hold) return 'held'
  if (state !== 'submitted') return state === 'rejected' ? 'bad' : state === 'needsWork' ? 'watch' : 'good'
  return level === 'overdue' ? 'bad' : level === 'escalated' ? 'watch' : level === 'none' ? 'unknown' : 'good'
}

export interface ReviewWords {
  readonly span: (ms: number) => string
  /** The state; of one that waits, its time. */
  readonly standing: (row: ReviewRow) => string
  readonly slot: (row: ReviewRow) => string
}

export function useReviewWords(now: number): ReviewWords {
  const t = useText('reviews')
  const states = useText('words')
  return useMemo(() => {
    const span = (ms: number): string => {
      const [days, hours, minutes] = [
        Math.floor(ms / DAY),
        Math.floor((ms % DAY) / HOUR),
        Math.floor((ms % HOUR) / MINUTE),
      ]
      if (days > 0) return t('time.days', { days, hours })
      return hours > 0 ? t('time.hours', { hours, minutes }) : t('time.minutes', { minutes })
    }
    return {
      span,
      standing({ hold, state, due }) {
        if (hold) return t('hold')
        if (state !== 'submitted' || due === null) return states(`reviewState.${state}`)
        return due >= now ? t('left', { time: span(due - now) }) : t('over', { time: span(now - due) })
      },
      slot: ({ slot, publishFrom }) => t(`slot.${slot}`, { time: span(Math.max(0, (publishFrom ?? now) - now)) }),
    }
  }, [t, states, now])
}
