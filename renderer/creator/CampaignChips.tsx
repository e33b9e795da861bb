/** The campaigns that a creator is in, each a way to its page; nothing where there are none. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { orpc } from '../api'
import { useText } from '../messages/i18n'
import { goTo } from '../session/place'
import classes from './vetting.module.css'

export function CampaignChips({ creatorId }: { readonly creatorId: string }) {
  const t = useText('campaigns')
  const campaigns = useQuery(orpc.campaigns.ofCreator.queryOptions({ input: { creatorId } })).data ?? []
  if (campaigns.length === 0) return null
  return (
    <section aria-label={t('title')} className={classes.chips}>
      {campaigns.map(({ id, name, memberState }) => (
        <Button key={id} variant="default" size="compact-xs" onClick={() => goTo('campaigns', { campaign: id })}>
          {name} · {t(`members.${memberState}`)}
        </Button>
      ))}
    </section>
  )
}
