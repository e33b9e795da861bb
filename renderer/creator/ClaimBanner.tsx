/** Who talks to a creator now, and until when; claiming and releasing. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import type { ClaimView } from '../../shared/contract/claims'
import { api, orpc } from '../api'
import { useFormat } from '../format/use-format'
import { useText } from '../messages/i18n'
import { useNow } from '../session/now'
import { StateMark } from '../ui/StateMark'
import { useCommand } from '../ui/use-save'
import classes from './outreach.module.css'

export interface ClaimBannerProps {
  readonly creatorId: string
  /** Without buttons: inside a form that claims by itself. */
  readonly plain?: boolean
}

export function ClaimBanner({ creatorId, plain = false }: ClaimBannerProps) {
  const t = useText('outreach')
  const claimText = useClaimText()
  const holder = useHolder(creatorId)
  const take = useCommand(
    () => api.claims.claim({ creatorId }),
    () => t('claim.taken'),
  )
  const release = useCommand(
    () => api.claims.release({ creatorId }),
    () => t('claim.released'),
  )
  if (holder === undefined) return null
  return (
    <div className={classes.banner} role="status">
      <StateMark tone={holder === null ? 'unknown' : holder.mine ? 'good' : 'bad'}>{claimText(holder)}</StateMark>
      {!plain && holder === null && (
        <Button size="compact-xs" variant="default" loading={take.busy} onClick={() => take.run()}>
          {t('claim.take')}
        </Button>
      )}
      {!plain && holder?.mine === true && (
        <Button size="compact-xs" variant="default" loading={release.busy} onClick={() => release.run()}>
          {t('claim.release')}
        </Button>
      )}
    </div>
  )
}

/** Who holds the creator; null: nobody; undefined: not known yet. */
export function useHolder(creatorId: string | null): ClaimView | null | undefined {
  const { data } = useQuery(
    orpc.claims.of.queryOptions({
      input: { creators: creatorId === null ? [] : [creatorId] },
      enabled: creatorId !== null,
    }),
  )
  return data?.[0]?.holder
}

/** “Claimed by 小李 until Nov 29, last contact 2 hours ago”. */
export function useClaimText(): (claim: ClaimView | null) => string {
  const t = useText('outreach')
  const { instant, ago } = useFormat()
  const now = useNow()
  return (claim) => {
    if (claim === null) return t('claim.none')
    const until = instant(claim.until)
    const owner = claim.elsewhere ? t('claim.elsewhere', { owner: claim.owner }) : claim.owner
    const held = claim.mine ? t('claim.mine', { until }) : t('claim.held', { owner, until })
    return claim.lastContact === null
      ? held
      : `${held} · ${t('claim.contacted', { when: ago(claim.lastContact, now) })}`
  }
}
