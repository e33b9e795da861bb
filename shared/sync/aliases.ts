/**
 * Which record stands for which, after people declared duplicates to be one.
 *
 * Chains are followed to their end. Two people who at once made A stand for B and B for A made a circle; it is cut at its
 * smallest id, which then stands for all, on every computer alike. Nobody writes anything because of that.
 */

export interface Aliases {
  /** By every id that another one stands for, that other one: the end of its chain, in one step. */
  readonly ends: ReadonlyMap<string, string>
  /** The ids at which circles were cut; people are told of these. */
  readonly cuts: readonly string[]
}

/** `pairs`: the living aliases, as the id that gives way and the one that stands for it. */
export function resolveAliases(pairs: Iterable<readonly [from: string, to: string]>): Aliases {
  const next = new Map(pairs)
  const ends = new Map<string, string>()
  const cuts: string[] = []
  for (const start of next.keys()) {
    const path: string[] = []
    const onPath = new Set<string>()
    let at = start
    for (let to = next.get(at); to !== undefined && !ends.has(at) && !onPath.has(at); to = next.get(at)) {
      path.push(at)
      onPath.add(at)
      at = to
    }
    if (onPath.has(at)) {
      at = smallest(path.slice(path.indexOf(at)))
      cuts.push(at)
      // Without its own alias it is an end like any other.
      next.delete(at)
    }
    const end = ends.get(at) ?? at
    for (const id of path) if (id !== end) ends.set(id, end)
  }
  return { ends, cuts: cuts.toSorted() }
}

function smallest(ids: readonly string[]): string {
  return ids.reduce((least, id) => (id < least ? id : least))
}
