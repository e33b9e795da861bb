/** What is typed about a follow-up ladder. */

import type { Ladder, LadderStep } from '../../../shared/domain/ladders'
import type { CreatorEvent } from '../../../shared/domain/pipelines'
import { useText } from '../../messages/i18n'

export interface StepDraft {
  readonly day: string
  readonly event: CreatorEvent | ''
  readonly title: string
  readonly kind: LadderStep['kind']
}

export interface LadderDraft {
  readonly key: string
  readonly name: string
  readonly steps: readonly StepDraft[]
  readonly stopOn: readonly CreatorEvent[]
  readonly archived: boolean
}

export function useLadderName(): (ladder: Pick<Ladder, 'key' | 'name'>) => string {
  const t = useText('tasks')
  return ({ key, name }) => name ?? (key === 'followUp' ? t('ladder.followUp') : key)
}

export function draftOf(ladder: Ladder | null): LadderDraft {
  return {
    key: ladder?.key ?? '',
    name: ladder?.name ?? '',
    steps: (ladder?.steps ?? []).map(({ day, event, title, kind }) => ({
      day: day === null ? '' : String(day),
      event: event ?? '',
      title: title ?? '',
      kind,
    })),
    stopOn: ladder?.stopOn ?? ['replied', 'posted', 'declined'],
    archived: ladder?.archived ?? false,
  }
}

/** Days rise from step to step; at least one step has a day. */
export function stepsProblem(steps: readonly StepDraft[]): 'needsStep' | 'inOrder' | null {
  const days = steps
    .filter(({ event }) => event === '')
    .map(({ day }) => (/^\d{1,3}$/u.test(day.trim()) ? Number(day) : NaN))
  if (days.length === 0) return 'needsStep'
  const rising = days.every((day, index) => day <= 365 && (index === 0 || day > (days[index - 1] ?? 0)))
  return rising ? null : 'inOrder'
}

export function stepsOf(steps: readonly StepDraft[]): LadderStep[] {
  return steps.map(({ day, event, title, kind }) => ({
    day: event === '' ? Number(day) : null,
    event: event === '' ? null : event,
    kind,
    title: title.trim() || null,
  }))
}
