/** What a cell offers while it is edited: its choices, or names that are asked for. */

import { useEffect, useState } from 'react'

import { api } from '../api'
import type { CellEdit, Suggestion } from './edit'

const MOST = 8
const NONE: readonly Suggestion[] = []

export interface Suggestions {
  readonly list: readonly Suggestion[]
  /** −1: none is chosen, what is typed holds. */
  readonly chosen: number
  readonly choose: (index: number) => void
}

/** `text` null: nothing is being edited. `touched`: something was typed, so what it fits is offered first. */
export function useSuggestions<R>(edit: CellEdit<R> | undefined, text: string | null, touched: boolean): Suggestions {
  const [picked, pick] = useState<{ readonly of: string; readonly index: number } | null>(null)
  const [asked, setAsked] = useState<readonly Suggestion[]>(NONE)
  const ask = edit?.suggest ?? (edit?.as === 'creator' ? creatorsLike : undefined)
  const wanted = text === null ? null : lastPart(edit, text)
  useEffect(() => {
    let current = true
    const answer = ask && wanted !== null ? ask(wanted) : Promise.resolve(NONE)
    void answer.then(
      (found) => current && setAsked(found.slice(0, MOST)),
      () => current && setAsked(NONE),
    )
    return () => {
      current = false
    }
  }, [ask, wanted])
  const fixed = edit?.choices ?? NONE
  const list = wanted === null ? NONE : fixed.length > 0 ? fitting(fixed, touched ? wanted : '') : asked
  // A choice must be one of the list: the first that fits is what Enter takes.
  const first = edit?.as === 'choice' && touched && wanted !== '' && list.length > 0 ? 0 : -1
  // A new text begins anew.
  const key = wanted ?? ''
  const chosen = picked !== null && picked.of === key ? picked.index : first
  return { list, chosen: Math.min(chosen, list.length - 1), choose: (index) => pick({ of: key, index }) }
}

/** Of several tags the one that is being typed. */
function lastPart<R>(edit: CellEdit<R> | undefined, text: string): string {
  return (edit?.as === 'tags' ? (text.split(/[,，、;；]/).at(-1) ?? '') : text).trim()
}

/** The text with the suggestion in the place of what it completes. */
export function completedBy<R>(edit: CellEdit<R> | undefined, text: string, { value }: Suggestion): string {
  if (edit?.as !== 'tags') return value
  const before = text.split(/[,，、;；]/).slice(0, -1)
  return [...before.map((tag) => tag.trim()), value].join(', ')
}

function fitting(list: readonly Suggestion[], text: string): readonly Suggestion[] {
  const wanted = text.toLowerCase()
  const fits = list.filter(({ value, label }) => `${label} ${value}`.toLowerCase().includes(wanted))
  return fits.toSorted((a, b) => Number(begins(b, wanted)) - Number(begins(a, wanted)))
}

function begins({ label }: Suggestion, wanted: string): boolean {
  return label.toLowerCase().startsWith(wanted)
}

async function creatorsLike(text: string): Promise<readonly Suggestion[]> {
  const search = text.replace(/^@/, '')
  if (search === '') return NONE
  const { rows } = await api.creators.list({ search, limit: MOST })
  return rows.flatMap(({ handle, displayName }) =>
    handle === null ? [] : [{ value: handle, label: displayName ? `@${handle} · ${displayName}` : `@${handle}` }],
  )
}
