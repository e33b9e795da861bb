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
