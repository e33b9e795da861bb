/**
 * What a file's word on a sample does to what is known: it may carry it onwards, never back.
 *
 * What people already did further on stays; what a file says against them is told and never written.
 */

import { ENDED, type SampleState, stepsTo } from './samples'

/** `behind`: the file is older than what is known. `contradicts`: cancelled in the file, shipped here. */
export type Follow = 'same' | 'onwards' | 'behind' | 'contradicts'

export function followOf(current: SampleState, said: SampleState): Follow {
  if (current === said) return 'same'
  if (stepsTo(current, said) !== null) return 'onwards'
  // Declined, cancelled, closed: each an end before anything else can be said against the other.
  const isOver = ENDED.has(current) && ENDED.has(said)
  return isOver || stepsTo(said, current) !== null ? 'behind' : 'contradicts'
}
