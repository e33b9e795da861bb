/** Figures by name as they are kept: under numbers, so that a list of a hundred thousand rows fits into one step of the log. */

/** JSON with each figure under its place in `names`. */
export function packFigures<N extends string>(
  names: readonly N[],
  values: Readonly<Partial<Record<N, number>>>,
): string {
  const entries = names.flatMap((name, at) => {
    const value = values[name]
    return value === undefined ? [] : [[at, value] as const]
  })
  // As every writer of JSON columns orders keys.
  const sorted = entries.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  return `{${sorted.map(([at, value]) => `"${at}":${value}`).join(',')}}`
}

/** Whole numbers by name of figure, kept under names or numbers; what a newer version or a damaged file holds beside them is left out. */
export function unpackFigures<N extends string>(names: readonly N[], json: string | null): Partial<Record<N, number>> {
  const values: Partial<Record<N, number>> = {}
  let parsed: unknown = null
  try {
    parsed = JSON.parse(json ?? '{}')
  } catch {
    // Not JSON: says nothing.
  }
  if (typeof parsed !== 'object' || parsed === null) return values
  for (const [key, value] of Object.entries(parsed)) {
    const name = /^\d{1,3}$/.test(key) ? names[Number(key)] : names.find((each) => each === key)
    if (name !== undefined && Number.isSafeInteger(value)) values[name] = Number(value)
  }
  return values
}

const BITS = 5
const BASE = 32

/**
 * The same, shorter: a list that begins with which figures there are (five of `names` to a character), then the figures in
 * the order of `names`. For lists of so many rows that each character counts.
 */
export function packList<N extends string>(names: readonly N[], values: Readonly<Partial<Record<N, number>>>): string {
  let which = ''
  let numbers = ''
  for (let from = 0; from < names.length; from += BITS) {
    let bits = 0
    for (let at = from; at < Math.min(from + BITS, names.length); at += 1) {
      const name = names[at]
      const value = name === undefined ? undefined : values[name]
      if (value === undefined) continue
      bits += 2 ** (at - from)
      numbers += `,${value}`
    }
    which += bits.toString(BASE)
  }
  return `["${which.replace(/0+$/u, '')}"${numbers}]`
}

/** What `packList` wrote, and what `packFigures` did; damaged texts say nothing. */
export function unpackList<N extends string>(names: readonly N[], json: string | null): Partial<Record<N, number>> {
  if (json === null || !json.startsWith('[')) return unpackFigures(names, json)
  const values: Partial<Record<N, number>> = {}
  let parsed: unknown = null
  try {
    parsed = JSON.parse(json)
  } catch {
    // Not JSON: says nothing.
  }
  if (!Array.isArray(parsed)) return values
  const [which, ...numbers]: unknown[] = parsed
  if (typeof which !== 'string') return values
  let next = 0
  for (let place = 0; place < which.length; place += 1) {
    const bits = Number.parseInt(which.charAt(place), BASE)
    for (let bit = 0; bit < BITS; bit += 1) {
      if (Number.isNaN(bits) || Math.floor(bits / 2 ** bit) % 2 === 0) continue
      const name = names[place * BITS + bit]
      const value = numbers[next]
      next += 1
      if (name !== undefined && Number.isSafeInteger(value)) values[name] = Number(value)
    }
  }
  return values
}
