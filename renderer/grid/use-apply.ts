/** Texts for cells, written as one step: what was done is said, what could not be written stays marked. */

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'

import { type EditKind, type EditResult, MOST_CELLS } from '../../shared/contract/edits'
import { AppError } from '../../shared/errors'
import { api, askAgain } from '../api'
import { errorText } from '../messages/error-text'
import { useLanguage, useText } from '../messages/i18n'
import { say } from '../session/status'
import type { Adding } from './edit'
import { type EditPlan, type NotWritten, notWritten, planEdits, type TextFor } from './edit-plan'
import { type MarkChange, marksOf, sorted, withMarks } from './marks'

export interface Applying<R> {
  /** The name of the list. */
  readonly name: string
  readonly rowId: (row: R) => string
  readonly adding: Adding | undefined
}

/** Up to so many cells show at once what they will be. */
const SHOWN_AT_ONCE = 500

export type Apply<R> = (what: EditKind, texts: readonly TextFor<R>[]) => Promise<void>

export function useApply<R>(props: Applying<R>): Apply<R> {
  const t = useText('grid')
  const language = useLanguage()
  const answers = useQueryClient()
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  return useCallback(
    async (what, texts) => {
      const { name, rowId, adding } = latest.current
      try {
        if (texts.length > MOST_CELLS) throw new AppError('edits.tooMany', { cells: texts.length, most: MOST_CELLS })
        const plan = planEdits(texts, rowId, adding)
        const written = [...plan.sources.values()].filter(({ rowId: id }) => id !== null)
        mark(name, written.length > SHOWN_AT_ONCE ? [] : written.map((cell) => ({ ...cell, reason: null })))
        const result =
          plan.edits.length === 0 ? NOTHING : await api.edits.apply({ what, list: name, edits: [...plan.edits] })
        const left = settle(name, plan, result)
        say(
          outcome({ t, what, texts: texts.length, locked: plan.locked, left: left.length }, result),
          left.length > 0 ? 'bad' : 'plain',
        )
        await askAgain(answers, [...new Set(plan.edits.map(({ entity }) => entity))])
        unmark(name, plan, left)
      } catch (error) {
        forget(name)
        const { what: problem, next } = errorText(error, language)
        say(`${problem} ${next}`, 'bad')
      }
    },
    [t, language, answers],
  )
}

const NOTHING: EditResult = { added: 0, changed: 0, unchanged: 0, repeated: 0, refused: [], ids: [], changes: [] }

interface Said {
  readonly t: ReturnType<typeof useText<'grid'>>
  readonly what: EditKind
  readonly texts: number
  readonly locked: number
  readonly left: number
}

/** `100 rows pasted: 12 added, 88 changed. 3 cells were not taken and stay marked.` */
function outcome({ t, what, locked, left }: Said, { added, changed, unchanged, repeated }: EditResult): string {
  const rows = added + changed + unchanged + repeated
  const parts = [
    rows === 0 && left === 0 ? t('done.nothing') : t(`done.${what}`, { count: rows }),
    ...(added > 0 ? [t('done.added', { count: added })] : []),
    ...(repeated > 0 ? [t('done.repeated', { count: repeated })] : []),
    ...(left > 0 ? [t('done.left', { count: left })] : []),
    ...(locked > 0 ? [t('done.locked', { count: locked })] : []),
  ]
  return parts.join(' ')
}

function mark(
  name: string,
  cells: readonly { rowId: string | null; column: string; text: string; reason: null }[],
): void {
  const store = marksOf(name)
  const changes = cells.flatMap(({ rowId, column, text }): MarkChange[] =>
    rowId === null ? [] : [{ rowId, column, mark: { text, reason: null } }],
  )
  store.set(withMarks(store.get(), changes))
}

/** Marks what was not written, and answers it; earlier marks of cells that were written go. */
function settle(name: string, plan: EditPlan, result: EditResult): readonly NotWritten[] {
  const left = notWritten(plan, result)
  const { marks, lost } = sorted(left)
  const store = marksOf(name)
  const before = store.get()
  store.set({ ...withMarks(before, marks), lost: lost.length > 0 ? lost : before.lost })
  return left
}

/** The new values are shown by now: what stood in their place goes. */
function unmark(name: string, { sources }: EditPlan, left: readonly NotWritten[]): void {
  const kept = new Set(left.map(({ rowId, column }) => `${rowId} ${column}`))
  const store = marksOf(name)
  const changes = [...sources.values()].flatMap(({ rowId, column }): MarkChange[] =>
    rowId === null || kept.has(`${rowId} ${column}`) ? [] : [{ rowId, column, mark: null }],
  )
  store.set(withMarks(store.get(), changes))
}

/** Nothing is being written any more. */
function forget(name: string): void {
  const store = marksOf(name)
  const changes = [...store.get().rows].flatMap(([rowId, row]) =>
    [...row].flatMap(([column, { reason }]): MarkChange[] => (reason === null ? [{ rowId, column, mark: null }] : [])),
  )
  store.set(withMarks(store.get(), changes))
}
