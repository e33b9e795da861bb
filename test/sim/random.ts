/** Chance in the simulator: everything follows from one seed, also what the program itself draws from the system. */

import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

export interface Random {
  /** From 0 up to 1. */
  next(): number
  /** A whole number below `limit`. */
  below(limit: number): number
  between(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the words, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K
  bytes(length: number): Buffer
}

/** sfc32, seeded with one number. */
export function seeded(seed: number): Random {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, seed >>> 0, 1]
  const word = (): number => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return sum >>> 0
  }
  for (let i = 0; i < 12; i++) word()
  const next = (): number => word() / 2 ** 32
  const below = (limit: number): number => Math.floor(next() * limit)
  const pick = <T>(list: readonly T[]): T => {
    const found = list[below(list.length)]
    if (found === undefined) throw new RangeError('nothing to pick from')
    return found
  }
  return {
    next,
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (probability) => next() < probability,
    pick,
    weighted: <K extends string>(weights: Readonly<Record<K, number>>): K => {
      // The keys of a record are its K.
      const entries = Object.entries(weights) as [K, number][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [key, weight] of entries) {
        left -= weight
        if (left < 0) return key
      }
      return pick(entries)[0]
    },
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
  }
}

/**
 * Lets the program's own random bytes (ids, names of replicas) follow from the seed while `work` runs, so that a seed
 * replays to the last byte.
 */
export async function withSeededSystem<T>(random: Random, work: () => Promise<T>): Promise<T> {
  const real = crypto.randomBytes
  // The callback form is not used by the program.
  crypto.randomBytes = ((size: number) => random.bytes(size)) as typeof crypto.randomBytes
  syncBuiltinESMExports()
  try {
    return await work()
  } finally {
    crypto.randomBytes = real
    syncBuiltinESMExports()
  }
}
