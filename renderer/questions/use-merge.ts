/** The choice under way for one question: by number, both, or another value; dropped when the question changes under it. */

import { useState } from 'react'

import type { InboxItem } from '../../shared/contract/inbox'
import { KEYS } from '../session/key-table'
import { useKeys } from '../session/keys'
import { canKeepBoth, candidatesOf, type Choice, decisionsFor, isNotice } from './choice'
import { useDecide } from './use-questions'
import { readValue, typedValue } from './value-input'

const NOT_TYPED = new Set(['id', 'bool', 'handle'])

export interface MergeState {
  readonly choice: Choice | null
  /** What is being typed; null while nothing is. */
  readonly typed: string | null
  readonly typedFits: boolean
  readonly busy: boolean
  readonly error: unknown
  readonly canWrite: boolean
  /** Questions that the choice would decide, with this one. */
  readonly alike: number
  readonly keep: (write: string) => void
  readonly both: () => void
  readonly write: (text: string | null) => void
  readonly decide: () => void
  readonly decideAlike: () => void
}

export interface MergeOptions {
  readonly item: InboxItem
  /** All questions, for those that are like this one. */
  readonly items: readonly InboxItem[]
  readonly onDecided: (choice: Choice) => void
  readonly onStale: () => void
  readonly onLeave: () => void
}

export function useMerge({ item, items, onDecided, onStale, onLeave }: MergeOptions): MergeState {
  const [choice, setChoice] = useState<Choice | null>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const deciding = useDecide((decisions) => {
    const mine = decisions.find(({ item: id }) => id === item.id)
    if (mine) {
      onDecided(mine.choice)
    }
  }, onStale)
  const kind = { kind: item.fieldKind, currency: item.currency }
  const canWrite = item.level === 'decision' && !NOT_TYPED.has(item.fieldKind)
  const value = typed === null ? undefined : readValue(typed, kind)
  const chosen: Choice | null = typed === null ? choice : value === undefined ? null : { how: 'value', value }
  const together = chosen ? decisionsFor(items, item, chosen) : []
  const take = (next: Choice | null) => {
    setChoice(next)
    setTyped(null)
  }
  const state: MergeState = {
    choice: chosen,
    typed,
    typedFits: typed === null || value !== undefined,
    busy: deciding.busy,
    error: deciding.error,
    canWrite,
    alike: together.length,
    keep: (write) => take({ how: 'keep', write }),
    both: () => canKeepBoth(item) && take({ how: 'both' }),
    write: setTyped,
    decide: () => chosen && !deciding.busy && deciding.decide(together.slice(0, 1)),
    decideAlike: () => chosen && !deciding.busy && deciding.decide(together),
  }
  useMergeKeys(item, state, () => ((chosen ?? typed) !== null ? take(null) : onLeave()))
  return state
}

function useMergeKeys(item: InboxItem, state: MergeState, leave: () => void): void {
  const numbers = Object.fromEntries(
    candidatesOf(item).map(({ write }, index) => [KEYS.candidate.keys[index] ?? '', () => state.keep(write)]),
  )
  const acts = isNotice(item)
    ? {}
    : {
        ...numbers,
        [KEYS.both.keys[0]]: state.both,
        [KEYS.write.keys[0]]: () => state.canWrite && state.write(typedValue(item.shown, itemKind(item))),
        [KEYS.decide.keys[0]]: state.decide,
        [KEYS.alike.keys[0]]: state.decideAlike,
      }
  useKeys({ ...acts, [KEYS.leave.keys[0]]: leave })
}

function itemKind(item: InboxItem) {
  return { kind: item.fieldKind, currency: item.currency }
}
