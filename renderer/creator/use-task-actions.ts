/** What is done with tasks from a list: one step each, said in the status line. */

import type { Task } from '../../shared/contract/tasks'
import { type Snooze, snoozeUntil } from '../../shared/domain/today'
import { api } from '../api'
import { useText } from '../messages/i18n'
import { useCommand } from '../ui/use-save'
import { HERE, useWhen } from './clocks'
import { useTaskText } from './task-words'

type Tasks = readonly Task[]
const ids = (tasks: Tasks): string[] => tasks.map(({ id }) => id)

export interface TaskActions {
  readonly done: (tasks: Tasks) => void
  readonly snooze: (tasks: Tasks, choice: Snooze) => void
  readonly wait: (tasks: Tasks) => void
  readonly cancel: (tasks: Tasks) => void
  /** Notes that the task's creator answered: the stage moves and the ladder ends in the same step. */
  readonly replied: (task: Task) => void
  readonly busy: boolean
}

export function useTaskActions(now: number): TaskActions {
  const t = useText('tasks')
  const text = useTaskText()
  const when = useWhen(now)
  const done = useCommand(
    (tasks: Tasks) => api.tasks.done({ ids: ids(tasks) }),
    ({ done: count, next: [next] }) => {
      const words = t('done', { count })
      return next?.due ? t('doneNext', { done: words, next: text(next), time: when(next.due) }) : words
    },
  )
  const snooze = useCommand(
    ({ tasks, choice }: { readonly tasks: Tasks; readonly choice: Snooze }) =>
      api.tasks.snooze({ ids: ids(tasks), until: snoozeUntil(choice, Date.now(), HERE) }),
    ({ snoozed }) => t('snoozed', { count: snoozed }),
  )
  const wait = useCommand(
    (tasks: Tasks) => api.tasks.wait({ ids: ids(tasks) }),
    ({ waiting }) => t('waits', { count: waiting }),
  )
  const cancel = useCommand(
    (tasks: Tasks) => api.tasks.cancel({ ids: ids(tasks) }),
    ({ cancelled }) => t('cancelled', { count: cancelled }),
  )
  const replied = useCommand(
    ({ creatorId, shopId }: Task) => api.outreach.log({ creatorId: creatorId ?? '', shopId, kind: 'replied' }),
    (_, { handle }) => t('repliedDone', { creator: handle ?? '' }),
  )
  return {
    done: done.run,
    snooze: (tasks, choice) => snooze.run({ tasks, choice }),
    wait: wait.run,
    cancel: cancel.run,
    replied: (task) => {
      if (task.creatorId !== null) replied.run(task)
    },
    busy: done.busy || snooze.busy || wait.busy || cancel.busy || replied.busy,
  }
}
