/** The quiet line at the foot of the window: what just happened. It never carries the only copy of a message. */

import { createStore } from './store'

export interface Status {
  readonly text: string
  readonly tone: 'plain' | 'bad'
  /** Tells two equal texts apart. */
  readonly number: number
}

export const status = createStore<Status | null>(null)

let number = 0

export function say(text: string, tone: Status['tone'] = 'plain'): void {
  number += 1
  status.set({ text, tone, number })
}
