/** One line of the day: a group's head, a task with its two clocks, or something good to know. */

import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { memo } from 'react'

import type { Fyi, Task } from '../../../shared/contract/tasks'
import { HERE, useWhen, zoneName } from '../../creator/clocks'
import { ShopBadge } from '../../creator/ShopBadge'
import { useTaskText } from '../../creator/task-words'
import { useFormat } from '../../format/use-format'
import { useText } from '../../messages/i18n'
import { DASH } from '../../ui/dash'
import { StateMark } from '../../ui/StateMark'
import type { DayListState } from './DayList'
import type { DayLine, Head } from './day-rows'
import classes from './today.module.css'

export interface DayLineProps {
  readonly id: string
  readonly index: number
  readonly line: DayLine
  /** CSS pixels from the top of the list. */
  readonly top: number
  readonly now: number
  readonly showOwner: boolean
  readonly current: boolean
  readonly ticked: boolean
  readonly list: DayListState
}

export function DayLineView({ id, index, line, top, current, ticked, list, ...rest }: DayLineProps) {
  const place = { style: { transform: `translateY(${top}px)` }, 'aria-rowindex': index + 1 }
  if (line.line === 'head') {
    return (
      <div role="row" className={classes.head} {...place}>
        <HeadText head={line} />
      </div>
    )
  }
  return (
    // Keys are the list's, which has the focus; a line is chosen by the mouse alone.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row"
      id={id}
      className={classes.line}
      aria-selected={ticked}
      data-current={current || undefined}
      data-group={line.line === 'task' ? line.group : 'fyi'}
      onClick={() => list.go(index)}
      onDoubleClick={() => list.open(line)}
      {...place}
    >
      {line.line === 'task' ? <TaskCells task={line.task} list={list} {...rest} /> : <FyiCells fyi={line.fyi} />}
    </div>
  )
}

function HeadText({ head: { group, count } }: { readonly head: Head }) {
  const t = useText('tasks')
  const format = useFormat()
  return (
    <span role="rowheader" aria-colspan={6} className={classes.groupName} data-group={group}>
      {group === 'overdue' && <IconAlertTriangle size={14} aria-hidden />}
      {t(`groups.${group}`)} <span className={classes.muted}>{format.count(count)}</span>
    </span>
  )
}

interface TaskCellsProps extends Pick<DayLineProps, 'now' | 'showOwner' | 'list'> {
  readonly task: Task
}

const TaskCells = memo(function TaskCells({ task, now, showOwner, list }: TaskCellsProps) {
  const t = useText('tasks')
  const text = useTaskText()
  const when = useWhen(now)
  const theirs =
    task.due === null
      ? DASH
      : task.zone === HERE
        ? t('sameZone')
        : `${when(task.due, task.zone)} ${zoneName(task.zone)}`
  const snoozed = task.snoozedUntil !== null && task.snoozedUntil > now ? task.snoozedUntil : null
  return (
    <>
      <span role="gridcell" className={classes.cell}>
        <ShopBadge shopId={task.shopId} />
      </span>
      <span role="gridcell" className={classes.cell} title={task.handle ?? undefined}>
        {task.handle ?? DASH}
      </span>
      <span role="gridcell" className={classes.what} title={task.note ?? undefined}>
        {text(task)}
        {snoozed !== null && <span className={classes.muted}> · {t('snoozedUntil', { time: when(snoozed) })}</span>}
      </span>
      <span role="gridcell" className={classes.clock} title={t('columns.theirs')}>
        {theirs}
      </span>
      <span role="gridcell" className={classes.clock} title={t('columns.ours')}>
        {task.due === null ? t('noDate') : when(task.due)}
      </span>
      <span role="gridcell" className={classes.does}>
        {showOwner && <span className={classes.muted}>{task.owner ?? t('nobody')}</span>}
        <span className={classes.buttons}>
          <Button size="compact-xs" variant="default" tabIndex={-1} onClick={() => list.actions.done([task])}>
            {t('actions.done')}
          </Button>
          <Button size="compact-xs" variant="subtle" tabIndex={-1} onClick={() => list.snooze([task])}>
            {t('actions.snooze')}
          </Button>
        </span>
      </span>
    </>
  )
})

function FyiCells({ fyi: { kind, count, title, at, shopId } }: { readonly fyi: Fyi }) {
  const t = useText('tasks')
  const format = useFormat()
  const time =
    at === null
      ? ''
      : kind === 'documents' || kind === 'obligations'
        ? format.day(new Date(at).toISOString().slice(0, 10))
        : format.instant(at)
  return (
    <>
      <span role="gridcell" className={classes.cell}>
        <ShopBadge shopId={shopId} />
      </span>
      <span role="gridcell" aria-colspan={5} className={classes.fyi}>
        {kind === 'reviewsOverdue' ? (
          <StateMark tone="bad">{t(`fyi.${kind}`, { count, title: title ?? '', time })}</StateMark>
        ) : (
          t(`fyi.${kind}`, { count, title: title ?? '', time })
        )}
      </span>
    </>
  )
}
