/** Tasks in words: what somebody wrote, else what the step or the kind is called. */

import type { Task } from '../../shared/contract/tasks'
import { TASK_KINDS } from '../../shared/domain/ladders'
import { CREATOR_EVENTS } from '../../shared/domain/pipelines'
import { type Text, useText } from '../messages/i18n'

export type Worded = Pick<Task, 'title' | 'stepDay' | 'stepEvent'> & { readonly kind: string }

export function taskText(t: Text<'tasks'>, { title, stepDay, stepEvent, kind }: Worded): string {
  if (title !== null && title !== '') return title
  if (stepEvent !== null) return t(`steps.${stepEvent}`)
  if (stepDay !== null) return stepDay === 0 ? t('steps.first') : t('steps.day', { day: stepDay })
  return t(`kinds.${TASK_KINDS.find((known) => known === kind) ?? 'other'}`)
}

export function useTaskText(): (task: Worded) => string {
  const t = useText('tasks')
  return (task) => taskText(t, task)
}

/** Why something was stopped or moved: an event in words, else what somebody wrote. */
export function useReasonText(): (reason: string) => string {
  const t = useText('pipelines')
  return (reason) => {
    const event = CREATOR_EVENTS.find((known) => known === reason)
    return event ? t(`events.${event}`) : reason
  }
}
