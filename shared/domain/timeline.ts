/** Everything that happened with one person, in one row, the newest first: which entries a page shows. */

export const TIMELINE_KINDS = [
  'touch',
  'task',
  'decision',
  'stage',
  'orders',
  'cost',
  'figures',
  'import',
  'file',
  'quote',
  'merge',
  'edit',
] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

export interface TimelineEntry {
  /** Unlike any other entry's of the person. */
  readonly id: string
  readonly kind: TimelineKind
  /** UTC epoch ms. */
  readonly at: number
  /** Null: of no single shop. */
  readonly shopId: string | null
  /** Who did it; '' for the platform. */
  readonly person: string
  /** The name of the person it stands under; another one's after a merge. */
  readonly creatorId: string
  /** The record that it is about. */
  readonly entity: string
  readonly recordId: string
  /** What it is within its kind: `replied`, `done`, `block`, `merged`, a source… */
  readonly what: string
  readonly text: string | null
  readonly before: string | null
  readonly after: string | null
  /** Names of fields. */
  readonly fields: readonly string[]
  /** Minor units of `currency`. */
  readonly amount: number | null
  readonly currency: string | null
  readonly count: number | null
}

export interface TimelineFilter {
  /** Empty: every kind. */
  readonly kinds: readonly TimelineKind[]
  readonly shopId: string | null
}

/** The filtered entries, newest first; of two at one moment the greater id, so that pages never overlap. */
export function timelineOf(
  entries: readonly TimelineEntry[],
  { kinds, shopId }: TimelineFilter,
): readonly TimelineEntry[] {
  return entries
    .filter(
      (entry) => (kinds.length === 0 || kinds.includes(entry.kind)) && (shopId === null || entry.shopId === shopId),
    )
    .toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
}

/** How many there are of each kind, of a shop or of all. */
export function countKinds(
  entries: readonly TimelineEntry[],
  shopId: string | null,
): Readonly<Partial<Record<TimelineKind, number>>> {
  const counts: Partial<Record<TimelineKind, number>> = {}
  for (const entry of entries)
    if (shopId === null || entry.shopId === shopId) counts[entry.kind] = (counts[entry.kind] ?? 0) + 1
  return counts
}

/** The last moment of a month written `2026-03`, UTC; of the month that is under way, now. */
export function endOfMonth(month: string, now: number): number {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return Math.min(Date.UTC(year, number, 1) - 1, now)
}
