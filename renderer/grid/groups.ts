/** Groups in a grid: a head above the rows that have a value in common, which folds them away. */

import type { Totals } from '../../shared/domain/list-groups'

export interface GroupHead {
  readonly key: string
  /** What the rows have in common, as people read it; null where nothing is known. */
  readonly label: string | null
  readonly count: number
  readonly folded: boolean
  readonly toggle: () => void
  /** What the group comes to in a column; empty where that has no meaning or is not known. */
  readonly totals: (column: string) => readonly Totals[]
}

/** Whether a key folds or unfolds the group under the cursor; true when it did. */
export function foldByKey(head: GroupHead | null | undefined, chord: string): boolean {
  const wanted =
    chord === 'ArrowLeft'
      ? true
      : chord === 'ArrowRight'
        ? false
        : chord === 'Enter' || chord === 'Space'
          ? !head?.folded
          : null
  if (!head || wanted === null) return false
  if (head.folded !== wanted) head.toggle()
  return true
}
