/** Made-up data's dice: the same seed and label throw the same numbers on every machine. */

export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(from: readonly [T, ...T[]]): T
  /** An index, likelier where `cumulative` (rising sums) grows more. */
  weighted(cumulative: Float64Array): number
  /** So many decimal digits. */
  digits(count: number): string
}

/** Dice of their own for each label, so that more of one thing does not change another. Only exact arithmetic is used. */
export function randomOf(seed: number, ...labels: readonly (string | number)[]): Random {
  let state = hashText(`${seed}/${labels.join('/')}`)
  // mulberry32: 32 bits of state are plenty for streams as short as a shop's day.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (from) => from[Math.floor(next() * from.length)] ?? from[0],
    weighted: (cumulative) => positionOf(cumulative, next() * (cumulative.at(-1) ?? 0)),
    digits: (count) => Array.from({ length: count }, () => whole(0, 9)).join(''),
  }
}

/** 32 bits of a text (FNV-1a, stirred). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b)
  return (hash ^ (hash >>> 16)) | 0
}

/** Rising sums, for `weighted`. */
export function cumulativeOf(weights: readonly number[]): Float64Array {
  let sum = 0
  return Float64Array.from(weights, (weight) => (sum += weight))
}

function positionOf(cumulative: Float64Array, value: number): number {
  let low = 0
  let high = cumulative.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cumulative[middle] ?? 0) <= value) {
      low = middle + 1
    } else {
      high = middle
    }
  }
  return low
}
