/** What holds when several rows of a list are of one thing: the same in whichever order they come. */

import type { PlatformRow } from '../../../shared/domain/platform-lists/rows'

/** A row as little as it can be kept, should another one count instead of it. */
export interface KeptRow {
  readonly row: number
  /** Its cells. */
  readonly line: string
}

const BETWEEN = '\u0001'

export function keepRow({ row, cells }: Pick<PlatformRow, 'row' | 'cells'>): KeptRow {
  return { row, line: cells.join(BETWEEN) }
}

export function cellsOf({ line }: KeptRow): string[] {
  return line.split(BETWEEN)
}

/**
 * Which of two rows of one thing counts, whichever comes first in the file: the one that counts more, figure by figure in
 * the order of their names; of equals neither.
 */
export function countsMore<N extends string>(
  names: readonly N[],
  one: Readonly<Partial<Record<N, number>>>,
  other: Readonly<Partial<Record<N, number>>>,
): boolean {
  for (const name of names) {
    const [a = -1, b = -1] = [one[name], other[name]]
    if (a !== b) return a > b
  }
  return false
}

/** The text that stands where several rows give one: the longest, of equally long ones the last by letters. */
export function fullerText(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  if (one.length !== other.length) return one.length > other.length ? one : other
  return one > other ? one : other
}

/** The first by letters of those that are there. */
export function firstText(one: string, other: string): string {
  if (one === '' || other === '') return one || other
  return one < other ? one : other
}
