/** Where heads of groups and rows stand in a grid, when some groups are folded away. */

export interface GroupPlaces {
  /** Heads and rows that are to be seen. */
  readonly count: number
  readonly at: (place: number) => GroupPlace
}

/** A head by the number of its group, or a row by its number in the list without heads. */
export type GroupPlace = { readonly head: number; readonly row: null } | { readonly head: null; readonly row: number }

/** `groups` hold the rows one after the other; `folded` says which show their head alone. */
export function groupPlaces(
  groups: readonly { readonly count: number }[],
  folded: (group: number) => boolean,
): GroupPlaces {
  // Where each group begins: its place in the grid and its first row in the list.
  const starts: number[] = []
  const firsts: number[] = []
  let count = 0
  let row = 0
  groups.forEach((group, index) => {
    starts.push(count)
    firsts.push(row)
    count += 1 + (folded(index) ? 0 : group.count)
    row += group.count
  })
  return {
    count,
    at(place) {
      const group = lastAtMost(starts, place)
      const within = place - (starts[group] ?? 0)
      return within === 0 ? { head: group, row: null } : { head: null, row: (firsts[group] ?? 0) + within - 1 }
    },
  }
}

/** The last index whose value is at most `wanted`; values grow. */
function lastAtMost(values: readonly number[], wanted: number): number {
  let [low, high] = [0, values.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((values[middle] ?? 0) <= wanted) low = middle
    else high = middle - 1
  }
  return low
}
