/**
 * What a list shows now: a saved view as it is, or something of one's own; kept while the program runs and remembered.
 *
 * `body` null is the view exactly as it is saved, so that it follows what colleagues change in it.
 */

import { ViewBody } from '../../shared/domain/lists'
import { z } from '../../shared/schema'
import { recall, remember } from '../session/memory'
import { place } from '../session/place'
import { createStore, type Store } from '../session/store'

const State = z.object({ view: z.string().nullable(), body: ViewBody.nullable() })
export type ViewState = Readonly<z.infer<typeof State>>

const Default = z.string().nullable()
const stores = new Map<string, Store<ViewState>>()

/** The one state of a list in this workspace. A list begins with the view that was chosen for it, else as it was left. */
export function viewStateOf(list: string): Store<ViewState> {
  const key = `${place.get().workspaceId ?? ''} ${list}`
  const known = stores.get(key)
  if (known) return known
  const first = defaultViewOf(list)
  const store = createStore<ViewState>(
    first === null ? (recall(stateName(list), State) ?? { view: null, body: null }) : { view: first, body: null },
  )
  stores.set(key, store)
  return store
}

export function setViewState(list: string, state: ViewState): void {
  viewStateOf(list).set(state)
  remember(stateName(list), state)
}

/** The view that a list opens with, by id; null: all rows. Each person's own, on this computer. */
export function defaultViewOf(list: string): string | null {
  return recall(`${stateName(list)}.default`, Default)
}

export function setDefaultView(list: string, view: string | null): void {
  remember(`${stateName(list)}.default`, view)
}

function stateName(list: string): string {
  return `list.${list}`
}
