/** What is to be done, and was, with one creator: for the drawers that show one. */

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Task } from '../../shared/contract/tasks'
import { api, orpc } from '../api'
import { useText } from '../messages/i18n'
import { useNow } from '../session/now'
import { Answer } from '../ui/Answer'
import { useCommand } from '../ui/use-save'
import { useWhen, zoneName } from './clocks'
import classes from './creator.module.css'
import { SnoozeMenu } from './SnoozeMenu'
import { useReasonText, useTaskText } from './task-words'
import { useTaskActions } from './use-task-actions'

export interface TaskListProps {
  readonly creatorId: string
  readonly handle: string
  /** Where a new follow-up belongs; null: to no shop in particular. */
  readonly shopId: string | null
}

export function TaskList({ creatorId, handle, shopId }: TaskListProps) {
  const t = useText('tasks')
  const query = useQuery(orpc.tasks.list.queryOptions({ input: { creatorId, state: 'all' } }))
  const start = useCommand(
    () => api.tasks.startLadder({ items: [{ creatorId, shopId }] }),
    ({ started }) => (started > 0 ? t('started', { count: started }) : t('runsAlready')),
  )
  return (
    <section className={classes.stack} aria-label={t('of_creator', { creator: handle })}>
      <Answer query={query}>
        {(tasks) =>
          tasks.length === 0 ? (
            <p className={classes.quiet}>{t('none')}</p>
          ) : (
            <ul className={classes.list}>
              {tasks.map((task) => (
                <Item key={task.id} task={task} />
              ))}
            </ul>
          )
        }
      </Answer>
      <div className={classes.row}>
        <Button variant="default" loading={start.busy} onClick={() => start.run()}>
          {t('actions.startLadder')}
        </Button>
      </div>
    </section>
  )
}

function Item({ task }: { readonly task: Task }) {
  const t = useText('tasks')
  const now = useNow()
  const text = useTaskText()
  const reasonText = useReasonText()
  const when = useWhen(now)
  const actions = useTaskActions(now)
  const [snoozing, setSnoozing] = useState(false)
  const closed = task.state === 'done' || task.state === 'cancelled'
  const due =
    task.due === null ? t('noDate') : `${when(task.due)} · ${zoneName(task.zone)} ${when(task.due, task.zone)}`
  const notes = [
    closed || task.state === 'waiting' ? t(`states.${task.state}`) : null,
    task.reason && reasonText(task.reason),
    closed ? null : due,
    task.owner,
  ]
  return (
    <li className={classes.item} data-closed={closed || undefined}>
      <span className={classes.grow}>{text(task)}</span>
      <span className={classes.quiet}>{notes.filter(Boolean).join(' · ')}</span>
      {!closed && (
        <span className={classes.row}>
          <Button size="compact-xs" variant="default" onClick={() => actions.done([task])}>
            {t('actions.done')}
          </Button>
          <SnoozeMenu
            opened={snoozing}
            onClose={() => setSnoozing(false)}
            onChoose={(choice) => actions.snooze([task], choice)}
            now={now}
          >
            <Button size="compact-xs" variant="default" onClick={() => setSnoozing(true)}>
              {t('actions.snooze')}
            </Button>
          </SnoozeMenu>
          <Button size="compact-xs" variant="subtle" onClick={() => actions.cancel([task])}>
            {t('actions.cancel')}
          </Button>
        </span>
      )}
    </li>
  )
}
