/** What needs a decision, stands still or should be known: the list, and the three columns of the chosen one. */

import { Button, Checkbox, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { InboxItem } from '../../../shared/contract/inbox'
import { api, orpc } from '../../api'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { successorOf } from '../../questions/choice'
import { Merge, questionTitle } from '../../questions/Merge'
import { Answer } from '../../ui/Answer'
import { Empty } from '../../ui/Empty'
import { useCommand } from '../../ui/use-save'
import { InboxList } from './InboxList'
import { isLookedAt, ToLookAt } from './ToLookAt'
import classes from './sync.module.css'

const LEVELS = ['decision', 'hold', 'notice'] as const
type Level = (typeof LEVELS)[number] | 'all'

/** `record`: begin with the question of this record. */
export function Inbox({ record }: { readonly record: string | null }) {
  const [includeSeen, setIncludeSeen] = useState(false)
  const [level, setLevel] = useState<Level>('all')
  const query = useQuery(orpc.inbox.list.queryOptions({ input: { includeSeen, limit: 500 } }))
  const t = useText('inbox')
  return (
    <Answer query={query}>
      {({ items, total, counts }) => (
        <div className={classes.inbox}>
          <div className={classes.bar}>
            <SegmentedControl
              size="xs"
              aria-label={t('list')}
              value={level}
              onChange={(value) => setLevel(LEVELS.find((name) => name === value) ?? 'all')}
              data={['all' as const, ...LEVELS].map((name) => ({
                value: name,
                label: <LevelName level={name} counts={counts} />,
              }))}
            />
            <Checkbox
              label={t('showSeen')}
              checked={includeSeen}
              onChange={(event) => setIncludeSeen(event.currentTarget.checked)}
            />
            <ReadAll items={items} />
          </div>
          {items.length === 0 ? (
            <Empty sentence={t('empty')} example={t('emptyExample')} />
          ) : (
            <Chosen
              items={items.filter((item) => level === 'all' || item.level === level)}
              more={total - items.length}
              record={record}
            />
          )}
        </div>
      )}
    </Answer>
  )
}

function LevelName({
  level,
  counts,
}: {
  readonly level: Level
  readonly counts: Readonly<Record<(typeof LEVELS)[number], number>>
}) {
  const t = useText('inbox')
  const common = useText('common')
  const sync = useText('sync')
  return level === 'all'
    ? common('all')
    : counts[level] === 0
      ? t(`levels.${level}`)
      : sync('tabWithCount', { tab: t(`levels.${level}`), count: counts[level] })
}

function ReadAll({ items }: { readonly items: readonly InboxItem[] }) {
  const t = useText('inbox')
  const unread = items.filter(({ level, seen }) => level === 'notice' && !seen).map(({ id }) => id)
  const read = useCommand(
    () => api.inbox.seen({ items: unread }),
    () => '',
  )
  return unread.length === 0 ? null : (
    <Button variant="default" loading={read.busy} onClick={() => read.run()}>
      {t('readAll')}
    </Button>
  )
}

interface ChosenProps {
  readonly items: readonly InboxItem[]
  readonly more: number
  readonly record: string | null
}

function Chosen({ items, more, record }: ChosenProps) {
  const t = useText('inbox')
  const [chosen, choose] = useState<InboxItem | null>(() => items.find(({ recordId }) => recordId === record) ?? null)
  const [stale, setStale] = useState(false)
  const same = chosen ? items.find(({ id }) => id === chosen.id) : undefined
  // Another value arrived while somebody was choosing: the choice is dropped, and the question asked again.
  const instead = chosen && !same ? successorOf(items, chosen) : undefined
  const item = same ?? instead ?? items[0]
  const at = item ? items.indexOf(item) : -1
  const go = (next: InboxItem | undefined) => {
    if (next) {
      choose(next)
      setStale(false)
    }
  }
  useKeys({ [KEYS.item.keys[0]]: () => go(items[at + 1]), [KEYS.item.keys[1]]: () => go(items[at - 1]) })
  if (!item) {
    return <Empty sentence={t('emptyFiltered')} />
  }
  return (
    <div className={classes.split}>
      <InboxList items={items} chosen={item.id} more={more} onChoose={go} />
      <section className={classes.one} aria-label={questionTitle(item)}>
        <h2 className={classes.question}>{questionTitle(item)}</h2>
        {(stale || instead !== undefined) && (
          <p className={classes.stale} role="alert">
            {t('stale')}
          </p>
        )}
        {isLookedAt(item) ? (
          <ToLookAt item={item} />
        ) : (
          <Merge
            key={item.id}
            item={item}
            items={items}
            onDecided={() => go(items[at + 1] ?? items[at - 1])}
            onStale={() => setStale(true)}
            onLeave={() => undefined}
          />
        )}
        {item.level === 'notice' && !item.seen && <Read item={item} />}
      </section>
    </div>
  )
}

function Read({ item }: { readonly item: InboxItem }) {
  const t = useText('inbox')
  const read = useCommand(
    () => api.inbox.seen({ items: [item.id] }),
    () => '',
  )
  return (
    <Button variant="default" className={classes.read ?? ''} loading={read.busy} onClick={() => read.run()}>
      {t('read')}
    </Button>
  )
}
