/** Everything that happened, newest first: by kind and shop, a page at a time, each entry leads to what is behind it. */

import { Button, Chip, Group, Select } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { CreatorRecord } from '../../../../shared/contract/creator-record'
import type { TimelineEntry } from '../../../../shared/contract/creator-timeline'
import { TIMELINE_KINDS, type TimelineKind } from '../../../../shared/domain/timeline'
import { api } from '../../../api'
import { useFormat } from '../../../format/use-format'
import { useText } from '../../../messages/i18n'
import { useShops } from '../../../session/shops'
import { goTo } from '../../../session/place'
import { Empty } from '../../../ui/Empty'
import { ErrorState } from '../../../ui/ErrorState'
import { Loading } from '../../../ui/Loading'
import { openTab } from './tabs'
import { useEntryText } from './timeline-text'
import classes from './profile.module.css'

const PAGE = 50

interface TimelineProps {
  readonly creator: CreatorRecord
  /** Nothing else is shown, and nothing can be chosen. */
  readonly only?: readonly TimelineKind[]
}

export function Timeline({ creator, only }: TimelineProps) {
  const t = useText('profile')
  const [chosen, setKinds] = useState<readonly TimelineKind[]>([])
  const kinds = only ?? chosen
  const [shopId, setShopId] = useState<string | null>(null)
  const input = { id: creator.id, kinds: [...kinds], limit: PAGE, ...(shopId !== null && { shopId }) }
  const query = useInfiniteQuery({
    queryKey: [['creators', 'timeline'], input],
    queryFn: ({ pageParam, signal }) => api.creators.timeline({ ...input, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  })
  const first = query.data?.pages[0]
  if (first === undefined) {
    return query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Loading />
  }
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className={classes.stack}>
      {only === undefined && (
        <Filters counts={first.counts} kinds={kinds} onKinds={setKinds} shopId={shopId} onShop={setShopId} />
      )}
      {rows.length === 0 ? (
        kinds.length === 0 && shopId === null ? (
          <Empty sentence={t('timeline.empty')} example={t('timeline.emptyNext')} />
        ) : (
          <Empty sentence={t('timeline.emptyFilter')} />
        )
      ) : (
        <ol className={classes.entries} aria-label={t('tabs.timeline')}>
          {rows.map((entry) => (
            <Entry key={entry.id} entry={entry} creator={creator} />
          ))}
        </ol>
      )}
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('timeline.more')}
        </Button>
      )}
    </div>
  )
}

interface FiltersProps {
  readonly counts: Readonly<Partial<Record<TimelineKind, number>>>
  readonly kinds: readonly TimelineKind[]
  readonly onKinds: (kinds: readonly TimelineKind[]) => void
  readonly shopId: string | null
  readonly onShop: (shopId: string | null) => void
}

function Filters({ counts, kinds, onKinds, shopId, onShop }: FiltersProps) {
  const t = useText('profile')
  const format = useFormat()
  const shops = useShops()
  const there = TIMELINE_KINDS.filter((kind) => (counts[kind] ?? 0) > 0 || kinds.includes(kind))
  return (
    <Group gap="xs">
      <Chip.Group
        multiple
        value={[...kinds]}
        onChange={(chosen) => onKinds(TIMELINE_KINDS.filter((kind) => chosen.includes(kind)))}
      >
        <Group gap="0.25rem" role="group" aria-label={t('timeline.filter')}>
          {there.map((kind) => (
            <Chip key={kind} value={kind} size="xs">
              {`${t(`timeline.kinds.${kind}`)} ${format.count(counts[kind] ?? 0)}`}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {shops.length > 1 && (
        <Select
          size="xs"
          aria-label={t('timeline.shop')}
          data={[
            { value: '', label: t('timeline.allShops') },
            ...shops.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={shopId ?? ''}
          onChange={(id) => onShop(id === '' || id === null ? null : id)}
          allowDeselect={false}
        />
      )}
    </Group>
  )
}

function Entry({ entry, creator }: { readonly entry: TimelineEntry; readonly creator: CreatorRecord }) {
  const t = useText('profile')
  const format = useFormat()
  const { title, detail } = useEntryText()(entry)
  const shop = useShops().find(({ id }) => id === entry.shopId)
  const under = creator.merged.find(({ id }) => id === entry.creatorId)
  const open = openerOf(entry, creator)
  return (
    <li className={classes.entry}>
      <time dateTime={new Date(entry.at).toISOString()}>{format.instant(entry.at)}</time>
      <div>
        <p className={classes.text}>{title}</p>
        {detail !== '' && <p className={classes.text}>{detail}</p>}
        <p className={classes.quiet}>
          {[entry.person, shop?.name, under && t('timeline.under', { handle: under.handle })]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {open && (
        <Button variant="subtle" size="compact-xs" onClick={open} aria-label={`${t('timeline.open')}: ${title}`}>
          {t('timeline.open')}
        </Button>
      )}
    </li>
  )
}

/** What is behind an entry: another tab, or the section that has its record. */
function openerOf({ kind }: TimelineEntry, { handle }: CreatorRecord): (() => void) | null {
  switch (kind) {
    case 'orders':
      return () => goTo('roi', { creator: handle })
    case 'cost':
      return () => goTo('costs')
    case 'import':
      return () => goTo('imports')
    case 'figures':
      return () => openTab.set('figures')
    case 'file':
    case 'touch':
      return () => openTab.set('files')
    case 'stage':
      return () => openTab.set('shops')
    case 'decision':
      return () => openTab.set('decisions')
    case 'merge':
      return () => openTab.set('card')
    case 'edit':
      return () => openTab.set('history')
    case 'task':
    case 'quote':
      return null
  }
}
