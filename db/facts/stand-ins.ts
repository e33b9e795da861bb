/**
 * Which number stands for which in a question: creators that people made one, and products that several shops sell.
 *
 * Lines keep the names that their files gave them; only figures follow, so taking a merge back needs nothing rewritten.
 */

import type { FactsCache } from './cache'
import type { Directory, Label, Named } from './names'
import type { MergedCreator } from './types'

/** One who has several names. */
export interface Group {
  readonly label: Label
  /** All numbers under which lines may have them. */
  readonly numbers: readonly number[]
  /** All handles, as costs spell them. */
  readonly texts: readonly string[]
}

export interface StandIns {
  /** By number: the one that stands for it, where that is another one. */
  readonly numbers: ReadonlyMap<number, number>
  /** The group that a handle or record id belongs to. */
  groupOf(entry: string): Group | undefined
  /** What a number that stands for others is called, where that is not its own name. */
  labelOf(no: number): Label | undefined
}

export function standIns({ names }: FactsCache, kind: Named, merged: readonly MergedCreator[] = []): StandIns {
  const directory = names.of(kind)
  return kind === 'product' ? new Twins(directory) : new Merged(directory, merged)
}

class Twins implements StandIns {
  readonly numbers: ReadonlyMap<number, number>

  constructor(directory: Directory) {
    this.numbers = directory.twins()
  }

  groupOf(): undefined {
    return undefined
  }

  labelOf(): undefined {
    return undefined
  }
}

class Merged implements StandIns {
  readonly numbers = new Map<number, number>()
  private readonly groups = new Map<string, Group>()
  private readonly labels = new Map<number, Label>()

  constructor(directory: Directory, merged: readonly MergedCreator[]) {
    for (const one of merged) {
      const all = [one, ...one.others]
      const numbers = all.flatMap(({ id }) => directory.numbersOfId(id))
      const group = { label: { text: one.handle, id: one.id }, numbers, texts: all.map(({ handle }) => handle) }
      for (const { id, handle } of all) {
        this.groups.set(id, group)
        this.groups.set(handle, group)
      }
      const [first] = numbers
      if (first !== undefined) this.labels.set(first, group.label)
      for (const no of numbers) if (no !== first) this.numbers.set(no, first!)
    }
  }

  groupOf(entry: string): Group | undefined {
    return this.groups.get(entry)
  }

  labelOf(no: number): Label | undefined {
    return this.labels.get(no)
  }
}
