/** Logging a contact from anywhere: which creator is in view, and what is open. */

import { useEffect } from 'react'

import type { TouchKind } from '../../shared/contract/outreach'
import { goTo } from '../session/place'
import { createStore, useStore } from '../session/store'

export interface Who {
  readonly id: string
  readonly handle: string
}

/** `log`: the form of a contact; `pick`: the templates for a creator. */
export type Quick =
  | { readonly show: 'log'; readonly who: Who | null; readonly kind: TouchKind; readonly used: UsedText | null }
  | { readonly show: 'pick'; readonly who: Who }

/** The text of the library that was just copied. */
export interface UsedText {
  readonly templateId: string
  readonly templateVersionId: string
  readonly channel: string | null
}

const current = createStore<Who | null>(null)
const open = createStore<Quick | null>(null)
const chosen = createStore<readonly string[]>([])

/** Says which creator is in view while the caller is on screen: whom `L` is about. */
export function useCurrentCreator(who: Who | null): void {
  const { id = null, handle = '' } = who ?? {}
  useEffect(() => {
    if (id === null) return undefined
    const mine = { id, handle }
    current.set(mine)
    return () => {
      if (current.get() === mine) current.set(null)
    }
  }, [id, handle])
}

/** Opens the form of a contact for this creator, or for the one in view. */
export function openLog(who: Who | null = current.get(), kind: TouchKind = 'sent', used: UsedText | null = null): void {
  open.set({ show: 'log', who, kind, used })
}

/** Opens the templates for this creator, or for the one in view; false where there is none. */
export function openTemplates(who: Who | null = current.get()): boolean {
  if (who !== null) open.set({ show: 'pick', who })
  return who !== null
}

export function closeQuick(): void {
  open.set(null)
}

export function useQuick(): Quick | null {
  return useStore(open)
}

/** Begins a batch sheet from these creators, the best first. */
export function startBatch(creators: readonly string[]): void {
  chosen.set(creators)
  goTo('outreach', { tab: 'batches', show: 'new' })
}

/** The creators that a batch sheet was begun with. */
export function useChosenCreators(): readonly string[] {
  return useStore(chosen)
}
