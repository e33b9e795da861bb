/** Content review: what waits on the left, the script or video in the middle, everything to judge it by on the right, verdicts below. */

import { Button, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { QUEUES, type ReviewRow } from '../../../shared/contract/reviews'
import { orpc } from '../../api'
import { useCurrentCreator } from '../../creator/quick-log'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { KEYS } from '../../session/key-table'
import { useKeys } from '../../session/keys'
import { usePlace } from '../../session/place'
import { Answer } from '../../ui/Answer'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { SearchField, useSearch } from '../../ui/SearchField'
import { StateMark } from '../../ui/StateMark'
import { HoursDrawer } from './HoursDrawer'
import { Judging } from './Judging'
import { Queue } from './Queue'
import classes from './reviews.module.css'
import { RubricDrawer } from './RubricDrawer'
import { SubmitDrawer } from './SubmitDrawer'
import { type QueueName, useQueue } from './use-queue'

type Open = 'submit' | 'hours' | 'rubric' | null

export function ReviewScreen() {
  const t = useText('reviews')
  const { shopId, target } = usePlace()
  const [queue, setQueue] = useState<QueueName>(() => QUEUES.find((name) => name === target?.['queue']) ?? 'waiting')
  const search = useSearch()
  const [open, setOpen] = useState<Open>(null)
  const list = useQueue({ queue, shopId, search: search.settled }, target?.['review'] ?? null)
  useKeys({
    [KEYS.handIn.keys[0]]: () => setOpen('submit'),
    ...Object.fromEntries(KEYS.reviewNext.keys.map((key) => [key, list.next])),
    ...Object.fromEntries(KEYS.reviewBefore.keys.map((key) => [key, list.before])),
  })
  const { late } = list
  return (
    <Page
      title={t('title')}
      note={late > 0 && <StateMark tone="bad">{t('late', { count: late })}</StateMark>}
      actions={
        <>
          <Button onClick={() => setOpen('submit')}>{t('handIn')}</Button>
          <Button variant="default" onClick={() => setOpen('hours')}>
            {t('hours')}
          </Button>
          <Button variant="default" onClick={() => setOpen('rubric')}>
            {t('rubric')}
          </Button>
        </>
      }
      filters={
        <>
          <Queues queue={queue} counts={list.counts} onChange={setQueue} />
          <SearchField search={search} label={t('search')} />
        </>
      }
    >
      <div className={classes.whole}>
        <Queue list={list} empty={<Nothing queue={queue} searched={search.settled !== ''} />} />
        <Chosen row={list.row} />
      </div>
      {open === 'submit' && (
        <SubmitDrawer of={null} shopId={shopId} onClose={() => setOpen(null)} onDone={(id) => list.choose(id)} />
      )}
      {open === 'hours' && <HoursDrawer onClose={() => setOpen(null)} />}
      {open === 'rubric' && <RubricDrawer shopId={shopId} onClose={() => setOpen(null)} />}
    </Page>
  )
}

interface QueuesProps {
  readonly queue: QueueName
  readonly counts: Readonly<Record<QueueName, number>> | null
  readonly onChange: (queue: QueueName) => void
}

function Queues({ queue, counts, onChange }: QueuesProps) {
  const t = useText('reviews')
  const format = useFormat()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('queue')}
      value={queue}
      onChange={(value) => onChange(QUEUES.find((name) => name === value) ?? 'waiting')}
      data={QUEUES.map((value) => ({
        value,
        label: t(`queues.${value}`, { n: counts ? format.count(counts[value]) : '' }).trim(),
      }))}
    />
  )
}

function Nothing({ queue, searched }: { readonly queue: QueueName; readonly searched: boolean }) {
  const t = useText('reviews')
  const first = queue === 'waiting' && !searched
  return <Empty sentence={first ? t('empty') : t('emptyOther')} example={first ? t('emptyExample') : undefined} />
}

function Chosen({ row }: { readonly row: ReviewRow | null }) {
  const t = useText('reviews')
  const id = row?.id ?? ''
  const query = useQuery({ ...orpc.reviews.get.queryOptions({ input: { id } }), enabled: id !== '' })
  useCurrentCreator(row?.creatorId ? { id: row.creatorId, handle: row.handle ?? '' } : null)
  if (row === null) return <p className={classes.hint}>{t('choose')}</p>
  return <Answer query={query}>{(review) => <Judging key={review.id} review={review} />}</Answer>
}
