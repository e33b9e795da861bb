/** What waits, at a glance: requests and how long, what is to be shipped, what is due, how many post, what it costs. */

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { orpc } from '../../api'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { useNow } from '../../session/now'
import { DASH } from '../../ui/dash'
import classes from './samples.module.css'

export interface Narrowed {
  readonly shopId: string | null
  readonly owner: string | null
  readonly search: string
}

const HOUR = 3_600_000

export function Strip({ narrowed }: { readonly narrowed: Narrowed }) {
  const t = useText('samples')
  const format = useFormat()
  const now = useNow()
  const strip = useQuery(orpc.samples.strip.queryOptions({ input: narrowed })).data
  if (strip === undefined) return null
  const { oldest, postRate, posted, due } = strip
  const hours = oldest === null ? 0 : Math.max(0, Math.floor((now - oldest) / HOUR))
  const time = hours < 72 ? t('strip.hours', { count: hours }) : t('strip.days', { count: Math.floor(hours / 24) })
  return (
    <dl className={classes.strip} aria-label={t('strip.label')}>
      <Tile name={t('strip.waiting')} value={format.count(strip.waiting)}>
        {oldest !== null && t('strip.oldest', { time })}
      </Tile>
      <Tile name={t('strip.toShip')} value={format.count(strip.toShip)} />
      <Tile name={t('strip.soon')} value={format.count(strip.soon)} tone={strip.soon > 0 ? 'watch' : undefined} />
      <Tile
        name={t('strip.overdue')}
        value={format.count(strip.overdue)}
        tone={strip.overdue > 0 ? 'bad' : undefined}
      />
      {strip.held > 0 && <Tile name={t('strip.held')} value={format.count(strip.held)} tone="watch" />}
      <Tile name={t('strip.postRate')} value={postRate === null ? DASH : format.percent(postRate / 10_000)}>
        {due > 0 && t('strip.postRateOf', { posted, due })}
      </Tile>
      <CostTile shopId={narrowed.shopId} now={now} />
    </dl>
  )
}

function CostTile({ shopId, now }: { readonly shopId: string | null; readonly now: number }) {
  const t = useText('samples')
  const format = useFormat()
  const today = new Date(now).toISOString().slice(0, 10)
  const input = { by: 'month' as const, from: `${today.slice(0, 7)}-01`, to: today, ...(shopId && { shops: [shopId] }) }
  const total = useQuery(orpc.sampleCosts.report.queryOptions({ input })).data?.total
  if (total === undefined || total.sampleCost === null) return null
  return (
    <Tile name={t('strip.cost')} value={format.money(total.sampleCost, total.currency)}>
      {total.costUnknown > 0 && t('strip.costUnknown', { count: total.costUnknown })}
    </Tile>
  )
}

interface TileProps {
  readonly name: string
  readonly value: string
  readonly tone?: 'watch' | 'bad' | undefined
  readonly children?: ReactNode
}

function Tile({ name, value, tone, children }: TileProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span data-tone={tone}>{value}</span>
        {children && <small>{children}</small>}
      </dd>
    </div>
  )
}
