/** What is in question: the list, the marks of one kind of record, and deciding. */

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'

import { asAppError } from '../../shared/contract/refusal'
import type { Decision, InboxItem } from '../../shared/contract/inbox'
import { api, orpc } from '../api'
import { errorText } from '../messages/error-text'
import { useLanguage, useText } from '../messages/i18n'
import { say } from '../session/status'

export type MarkLevel = InboxItem['level'] | 'quiet'
/** By record, by field. */
export type Marks = ReadonlyMap<string, ReadonlyMap<string, MarkLevel>>

const NO_MARKS: Marks = new Map()

/** The fields of `entity` in question. While they are not known, nothing is marked. */
export function useMarks(entity: string): Marks {
  const { data } = useQuery(orpc.inbox.marks.queryOptions({ input: { entity } }))
  return useMemo(() => {
    if (!data) {
      return NO_MARKS
    }
    const marks = new Map<string, Map<string, MarkLevel>>()
    for (const { id, field, level } of data) {
      marks.set(id, (marks.get(id) ?? new Map<string, MarkLevel>()).set(field, level))
    }
    return marks
  }, [data])
}

/** Whether an ordinary edit of the field is refused until somebody has chosen. */
export function mustChoose(level: MarkLevel | undefined): boolean {
  return level === 'decision' || level === 'hold'
}

/** The questions of one record. */
export function useQuestionsOf(entity: string, recordId: string, wanted: boolean) {
  return useQuery(
    orpc.inbox.list.queryOptions({ input: { entity, recordId, includeSeen: true }, enabled: wanted, staleTime: 0 }),
  )
}

export interface Deciding {
  readonly decide: (decisions: readonly Decision[]) => void
  readonly busy: boolean
  readonly error: unknown
}

/** `done` is told what was decided; `stale` that the values are others by now, so that the choice is dropped. */
export function useDecide(done: (decisions: readonly Decision[]) => void, stale: () => void): Deciding {
  const t = useText('inbox')
  const language = useLanguage()
  const answers = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (decisions: readonly Decision[]) => api.inbox.decide({ decisions: [...decisions] }),
    async onSuccess({ decided }, decisions) {
      say(t('decided', { count: decided }))
      await answers.invalidateQueries({ queryKey: orpc.inbox.key() })
      done(decisions)
    },
    async onError(refusal) {
      await answers.invalidateQueries({ queryKey: orpc.inbox.key() })
      if (asAppError(refusal).code === 'sync.stale') {
        stale()
      } else {
        const { what, next } = errorText(refusal, language)
        say(`${what} ${next}`, 'bad')
      }
    },
  })
  return { decide: mutate, busy: isPending, error }
}
