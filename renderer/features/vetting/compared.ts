/** Who stands side by side: at most six, kept while the window is open. */

import { createStore } from '../../session/store'

export const MOST = 6

export const compared = createStore<readonly string[]>([])

export function putBeside(ids: readonly string[]): void {
  compared.set([...new Set([...compared.get(), ...ids])].slice(0, MOST))
}

export function takeOut(id: string): void {
  compared.set(compared.get().filter((one) => one !== id))
}
