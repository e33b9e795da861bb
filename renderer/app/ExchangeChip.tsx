/** How the exchange with colleagues stands, in one quiet line; opens the screen that can do something about it. */

import { IconUsersGroup } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'

import type { SyncBrief } from '../../shared/contract/sync'
import { orpc } from '../api'
import { type Format, useFormat } from '../format/use-format'
import { type Text, useText } from '../messages/i18n'
import { useNow } from '../session/now'
import { goTo } from '../session/place'
import classes from './shell.module.css'

export function ExchangeChip() {
  const t = useText('sync')
  const format = useFormat()
  const now = useNow()
  const { data: brief } = useQuery(orpc.sync.brief.queryOptions({ input: {} }))
  if (!brief) {
    return null
  }
  const { state, bad } = standing(brief, t, format, now)
  const asks = [
    ...(brief.conflicts > 0 ? [{ show: 'inbox', word: t('chip.questions', { count: brief.conflicts }) }] : []),
    ...(brief.conflicts === 0 && brief.notices > 0
      ? [{ show: 'inbox', word: t('chip.notices', { count: brief.notices }) }]
      : []),
    ...(brief.away > 0 ? [{ show: 'away', word: t('chip.away', { count: brief.away }) }] : []),
    ...(brief.newLife ? [{ show: 'people', word: t('chip.newLife') }] : []),
    ...(brief.clockDoubt ? [{ show: 'people', word: t('chip.clock') }] : []),
    ...(brief.parked > 0 ? [{ show: 'people', word: t('chip.parked') }] : []),
  ]
  return (
    <div className={classes.chip}>
      <button
        type="button"
        className={classes.chipPart}
        data-tone={bad ? 'bad' : undefined}
        aria-label={t('chip.label', { state })}
        onClick={() => goTo('sync', { show: 'people' })}
      >
        <IconUsersGroup size={14} aria-hidden />
        {state}
      </button>
      {asks.map(({ show, word }) => (
        <button
          key={word}
          type="button"
          className={classes.chipPart}
          data-tone="watch"
          onClick={() => goTo('sync', { show })}
        >
          {word}
        </button>
      ))}
    </div>
  )
}

/** What is wrong first, then what is waited for, then that all is well. */
function standing(brief: SyncBrief, t: Text<'sync'>, format: Format, now: number): { state: string; bad: boolean } {
  const { folders, missing, people, lastHeard } = brief
  const nobody = t('people.unnamed')
  const unreadable = folders.reduce((sum, folder) => sum + folder.unreadable.length, 0)
  const [late] = folders.flatMap(({ undelivered }) => undelivered)
  if (folders.some(({ state }) => state === 'unavailable')) {
    return { state: t('chip.unavailable'), bad: true }
  }
  if (unreadable > 0) {
    return { state: t('chip.unreadable', { count: unreadable }), bad: true }
  }
  if (late) {
    const { files: count, person, since } = late
    return {
      state: t('chip.undelivered', { count, person: person || nobody, clock: sinceText(since, format, now) }),
      bad: false,
    }
  }
  if (missing.length > 0) {
    const whose = [...new Set(missing.map(({ person }) => person || nobody))]
    return { state: t('chip.missing', { people: format.list(whose) }), bad: false }
  }
  if (folders.some(({ state }) => state === 'working')) {
    return { state: t('chip.working'), bad: false }
  }
  // Oneself is one of them.
  if (people <= 1) {
    return { state: t('chip.notShared'), bad: false }
  }
  const heard = lastHeard
    ? [t('chip.lastHeard', { person: lastHeard.person || nobody, ago: format.ago(lastHeard.at, now) })]
    : []
  return { state: [t('chip.upToDate'), t('chip.people', { count: people }), ...heard].join(' · '), bad: false }
}

const DAY = 86_400_000

/** A clock today, a date before. */
function sinceText(since: number, format: Format, now: number): string {
  return now - since < DAY ? format.clock(since) : format.instant(since)
}
