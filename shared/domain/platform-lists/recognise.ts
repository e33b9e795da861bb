/**
 * Which list of the platform a row of cells is the header of, and what each column says: told from names alone, never from positions.
 *
 * A daily average is never taken for a total. A name that repeats is told apart by the group that it stands under.
 */

import { findOtherExport } from '../import-layouts/other-exports'
import { cleanText, normaliseHeader } from '../import-values/text'
import { AFFILIATE_PRODUCT_LAYOUTS, AFFILIATE_VIDEO_LAYOUTS } from './affiliate-layouts'
import { LIVE_LAYOUTS, VIDEO_LAYOUTS } from './content-layouts'
import { isPlatformListKind, type PlatformLayout, type PlatformListKind } from './kinds'
import { ATTRIBUTE_KEY, BATCH_EDIT_LAYOUTS, PRODUCT_GROUPS, PRODUCT_LIST_LAYOUTS } from './product-layouts'
import type { PlatformTarget } from './targets'

export const PLATFORM_LAYOUTS: readonly PlatformLayout<PlatformTarget>[] = [
  ...AFFILIATE_PRODUCT_LAYOUTS,
  ...AFFILIATE_VIDEO_LAYOUTS,
  ...VIDEO_LAYOUTS,
  ...LIVE_LAYOUTS,
  ...PRODUCT_LIST_LAYOUTS,
  ...BATCH_EDIT_LAYOUTS,
]

export interface PlatformHeader {
  readonly kind: PlatformListKind
  readonly layout: PlatformLayout<PlatformTarget>
  /** As the file spells them; those that repeat with their group or their number, so that each has a name of its own. */
  readonly headers: readonly string[]
  /** `columns[i]` is what the i-th cell fills; null fills nothing. */
  readonly columns: readonly (PlatformTarget | null)[]
  /** Headers outside every dictionary, and repeated ones of no known group. */
  readonly unknown: readonly string[]
  /** Daily averages: their meaning is not that of the totals, so they are left out. */
  readonly averages: readonly string[]
}

const AVERAGE = /^(?:avg\.?daily|averagedaily|dailyavg|dailyaverage|rata-rataharian|trungbìnhhằngngày)|日均|平均每日/u

type Dictionary = ReadonlyMap<string, PlatformTarget | null>

/** By kind, with the layouts' own columns before their aliases of other kinds' names. */
const DICTIONARIES: ReadonlyMap<PlatformListKind, Dictionary> = new Map(
  [...new Set(PLATFORM_LAYOUTS.map(({ kind }) => kind))].map((kind) => [kind, dictionaryOf(kind)]),
)

function dictionaryOf(kind: PlatformListKind): Dictionary {
  const own = PLATFORM_LAYOUTS.filter((layout) => layout.kind === kind)
  const pairs = [...own.flatMap(({ aliases }) => aliases), ...own.flatMap(({ columns }) => columns)]
  return new Map(pairs.map(([header, target]) => [normaliseHeader(header), target]))
}

const GROUPS = PRODUCT_GROUPS.map(({ names, columns }) => ({
  names: new Set(names.map(normaliseHeader)),
  columns: new Map(Object.entries(columns).map(([header, target]) => [normaliseHeader(header), target])),
}))

/** The list that a row is the header of, or null. `above`: the row before it, which may name groups of columns. */
export function recognisePlatformList(
  cells: readonly string[],
  above: readonly string[] | null,
): PlatformHeader | null {
  const kind = findOtherExport(cells)
  if (kind === null || !isPlatformListKind(kind)) return null
  const keys = cells.map(normaliseHeader)
  const groups = groupsOf(cells, above)
  const headers = namesOf(cells, groups)
  const dictionary = DICTIONARIES.get(kind) ?? new Map()
  const seen = new Set<PlatformTarget>()
  const unknown: string[] = []
  const averages: string[] = []
  const columns = keys.map((key, at) => {
    if (key === '' || ATTRIBUTE_KEY.test(key)) return null
    if (AVERAGE.test(key)) {
      averages.push(headers[at] ?? '')
      return null
    }
    const inGroup = kind === 'productList' ? groupTarget(groups[at] ?? '', key) : undefined
    const target = inGroup ?? dictionary.get(key)
    if (target === undefined || (target !== null && seen.has(target))) {
      unknown.push(headers[at] ?? '')
      return null
    }
    if (target !== null) seen.add(target)
    return target
  })
  return { kind, layout: likeliest(kind, keys), headers, columns, unknown, averages }
}

/** The name above each column: a merged cell stands over every column up to the next one. */
function groupsOf(cells: readonly string[], above: readonly string[] | null): readonly string[] {
  const named = (above ?? []).map((cell) => cleanText(cell))
  // A banner is one long cell; groups are at least two, and short.
  if (named.filter((name) => name !== '').length < 2 || named.some((name) => name.length > 60))
    return cells.map(() => '')
  let current = ''
  return cells.map((_, at) => (current = named[at] || current))
}

function groupTarget(group: string, key: string): PlatformTarget | undefined {
  const name = normaliseHeader(group)
  return name === '' ? undefined : GROUPS.find(({ names }) => names.has(name))?.columns.get(key)
}

function namesOf(cells: readonly string[], groups: readonly string[]): readonly string[] {
  const spelled = cells.map((cell) => cleanText(cell))
  const many = new Set(spelled.filter((name, at) => name !== '' && spelled.indexOf(name) !== at))
  const taken = new Map<string, number>()
  return spelled.map((name, at) => {
    const full = many.has(name) && (groups[at] ?? '') !== '' ? `${groups[at]} · ${name}` : name
    const before = taken.get(full) ?? 0
    taken.set(full, before + 1)
    return before === 0 || full === '' ? full : `${full} (${before + 1})`
  })
}

/** The layout of the kind with the most of its own headers present; of equals the first. */
function likeliest(kind: PlatformListKind, keys: readonly string[]): PlatformLayout<PlatformTarget> {
  const present = new Set(keys)
  const of = (columns: PlatformLayout<PlatformTarget>['columns']) =>
    columns.filter(([header]) => present.has(normaliseHeader(header))).length
  const score = ({ columns, aliases }: PlatformLayout<PlatformTarget>) => of(columns) * 2 + of(aliases)
  const [first, ...others] = PLATFORM_LAYOUTS.filter((layout) => layout.kind === kind)
  if (first === undefined) throw new Error(`no layout of ${kind}`)
  return others.reduce((best, layout) => (score(layout) > score(best) ? layout : best), first)
}
