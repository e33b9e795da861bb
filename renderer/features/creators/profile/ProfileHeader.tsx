/** Who it is at a glance: names, what time it is there, how to reach them, what stands in the way. */

import { ActionIcon, Tooltip } from '@mantine/core'
import { IconStar, IconStarFilled } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'

import type { CreatorRecord } from '../../../../shared/contract/creator-record'
import { api, orpc } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { useNow } from '../../../session/now'
import { useShops } from '../../../session/shops'
import { say } from '../../../session/status'
import { StateMark } from '../../../ui/StateMark'
import { useCommand } from '../../../ui/use-save'
import classes from './profile.module.css'

export function ProfileHeader({ creator }: { readonly creator: CreatorRecord }) {
  const t = useText('profile')
  const format = useFormat()
  const { erased } = creator
  return (
    <header className={classes.header}>
      <div className={classes.line}>
        <Star creator={creator} />
        <Copy what={`@${creator.handle}`} value={creator.handle} />
        {creator.displayName && <span className={classes.names}>{creator.displayName}</span>}
        {creator.merged.length > 0 && (
          <span className={classes.quiet}>
            {t('otherNames', { names: format.list(creator.merged.map(({ handle }) => `@${handle}`)) })}
          </span>
        )}
        {creator.market && <span>{creator.market}</span>}
        <Clocks zone={creator.zone} />
        {!erased && <Holder id={creator.id} />}
      </div>
      <Ways creator={creator} />
      <Blocks creator={creator} />
      {erased && (
        <p role="status" className={classes.banner}>
          {t('erasedAt', { at: erased.at === null ? '' : format.instant(erased.at), person: erased.person ?? '' })}
          {erased.reason && ` ${t('erasedWhy', { reason: erased.reason })}`}
        </p>
      )}
    </header>
  )
}

function Star({ creator }: { readonly creator: CreatorRecord }) {
  const t = useText('profile')
  const answers = useQueryClient()
  const { id, handle, starred } = creator
  const toggle = useCommand(
    async () => {
      await api.creators.put({ id, fields: { starred: !starred } })
      await answers.invalidateQueries({ queryKey: orpc.creators.key() })
    },
    () => t('saved', { handle }),
  )
  const word = starred ? t('unstar', { handle }) : t('star', { handle })
  return (
    <Tooltip label={word}>
      <ActionIcon aria-label={word} aria-pressed={starred} onClick={() => toggle.run()}>
        {starred ? <IconStarFilled size={16} /> : <IconStar size={16} />}
      </ActionIcon>
    </Tooltip>
  )
}

function Clocks({ zone }: { readonly zone: string | null }) {
  const t = useText('profile')
  const format = useFormat()
  const now = useNow()
  if (zone === null) {
    return <span className={classes.quiet}>{t('noZone')}</span>
  }
  return (
    <span>
      <span className={classes.label}>{t('theirTime')}</span> <strong>{format.clock(now, zone)}</strong>{' '}
      <span className={classes.label}>{t('ourTime')}</span> {format.clock(now)}
    </span>
  )
}

/** Whose creator it is until when, so that nobody is the second to write. */
function Holder({ id }: { readonly id: string }) {
  const t = useText('profile')
  const format = useFormat()
  const holder = useQuery(orpc.claims.of.queryOptions({ input: { creators: [id] } })).data?.[0]?.holder
  return holder ? (
    <StateMark tone={holder.mine ? 'good' : 'held'}>
      {t(holder.mine ? 'heldByYou' : 'heldBy', { person: holder.owner, until: format.instant(holder.until) })}
    </StateMark>
  ) : null
}

/** Every way to reach them; Enter or a click copies. */
function Ways({ creator }: { readonly creator: CreatorRecord }) {
  const t = useText('profile')
  const records = useText('records')
  const ways = [
    ...(creator.channels ?? []),
    ...(creator.phone ? [{ kind: records('field.phone'), value: creator.phone }] : []),
    ...(creator.email ? [{ kind: records('field.email'), value: creator.email }] : []),
  ]
  if (ways.length === 0) {
    return null
  }
  return (
    <div className={classes.line}>
      {ways.map(({ kind, value }) => (
        <span key={`${kind} ${value}`}>
          <span className={classes.label}>{kind} </span>
          <Copy what={value} value={value} />
          {creator.preferredChannel === kind && <span className={classes.quiet}> {t('preferred')}</span>}
        </span>
      ))}
    </div>
  )
}

function Copy({ what, value }: { readonly what: string; readonly value: string }) {
  const t = useText('profile')
  return (
    <button
      type="button"
      className={classes.chip}
      aria-label={t('copyOf', { what })}
      onClick={() => void navigator.clipboard.writeText(value).then(() => say(t('copied', { what })))}
    >
      {what}
    </button>
  )
}

/** What shops say against it, or about exclusivity. */
function Blocks({ creator }: { readonly creator: CreatorRecord }) {
  const shops = new Map(useShops().map(({ id, name }) => [id, name]))
  const marks = creator.relations.flatMap(({ shopId, blockedBy, permission }) => {
    const shop = shops.get(shopId) ?? ''
    return [
      ...(blockedBy ? [{ tone: 'bad' as const, text: `${shop} · ${blockedBy}` }] : []),
      ...(permission ? [{ tone: 'good' as const, text: `${shop} · ${permission}` }] : []),
    ]
  })
  return marks.length === 0 ? null : (
    <div className={classes.line}>
      {marks.map(({ tone, text }) => (
        <StateMark key={text} tone={tone}>
          {text}
        </StateMark>
      ))}
    </div>
  )
}
