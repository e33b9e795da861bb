/**
 * What is under way with colleagues beside the page: a package to be made, and packages that were dropped, one at a time.
 *
 * It lives beside the sections, so that looking at something else loses nothing.
 */

import type { Recipient } from '../../shared/contract/sync'
import { createStore } from './store'

/** How packages are named. */
export const PACKAGE_EXTENSION = 'starpack'

/** `number` tells two askings apart. Recipient null: nobody is chosen yet. */
export interface Sending {
  readonly recipient: Recipient | null
  readonly number: number
}

/** Null: no package is being made. */
export const sending = createStore<Sending | null>(null)
/** The first is looked at, the others wait. */
export const packages = createStore<readonly string[]>([])

export function sendTo(recipient: Recipient | null): void {
  sending.set({ recipient, number: (sending.get()?.number ?? 0) + 1 })
}

export function stopSending(): void {
  sending.set(null)
}

/** Looks at packages, one after the other; those that wait already keep their turn. */
export function lookAt(files: readonly string[]): void {
  packages.set([...new Set([...packages.get(), ...files])])
}

/** The first package is done with. */
export function goOn(): void {
  packages.set(packages.get().slice(1))
}

export function isPackage(path: string): boolean {
  return path.toLowerCase().endsWith(`.${PACKAGE_EXTENSION}`)
}
