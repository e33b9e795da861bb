/**
 * The LIVE board: who is live when, where two things cannot both be, and how much of each day is covered.
 *
 * Slots are instants; days, hours and prime time are those of a zone's own clocks, so a day on which clocks change has 23
 * or 25 hours and every minute of it counts once.
 */

import { addDays, dayInZone, dayNumber, dayOfNumber, dayStart, instantInZone, minuteInZone } from './days'

export const SLOT_STATES = ['planned', 'confirmed', 'done', 'cancelled'] as const
export type SlotState = (typeof SLOT_STATES)[number]

export interface LiveSlot {
  readonly id: string
  readonly shopId: string
  readonly creatorId: string | null
  readonly room: string | null
  readonly startsAt: number
  readonly endsAt: number
  readonly state: SlotState
}

/** A stretch of time, its end outside. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

const MINUTE = 60_000

/** Length of a stretch in whole minutes. */
export function minutesOf({ from, to }: Stretch): number {
  return Math.round((to - from) / MINUTE)
}

/** One day of a zone's calendar with the instants at which it begins and ends. */
export interface BoardDay extends Stretch {
  readonly day: string
}

const DAYS_OF_WEEK = 7

/** The seven days of the ISO week (Monday first) that holds `day`, by the clocks of a zone. */
export function weekOf(day: string, timezone: string): readonly BoardDay[] {
  const number = dayNumber(day)
  // 1970-01-01 was a Thursday.
  const monday = dayOfNumber(number - ((number + 3) % DAYS_OF_WEEK))
  return Array.from({ length: DAYS_OF_WEEK }, (_, index) => boardDay(addDays(monday, index), timezone))
}

export function boardDay(day: string, timezone: string): BoardDay {
  return { day, from: dayStart(day, timezone), to: dayStart(addDays(day, 1), timezone) }
}

/** The hours of a day as they pass: 23 or 25 where clocks change by one; the last may be shorter. */
export function hoursOf({ from, to }: Stretch): readonly Stretch[] {
  const hours: Stretch[] = []
  for (let at = from; at < to; at += 60 * MINUTE) hours.push({ from: at, to: Math.min(at + 60 * MINUTE, to) })
  return hours
}

/** The slot `days` later at the same time of its zone's clocks; it stays as long as it was. */
export function onOtherDay({ from, to }: Stretch, days: number, timezone: string): Stretch {
  const day = addDays(dayInZone(from, timezone), days)
  const begins = instantInZone(day, minuteInZone(from, timezone), timezone)
  return { from: begins, to: begins + (to - from) }
}

export const STEP_MINUTES = 30

/** The platform's bounds of a LIVE event. */
export const SHORTEST_MINUTES = 30
export const LONGEST_MINUTES = 13 * 60

/** Days in a row after which a creator should have one off. */
export const MOST_DAYS_IN_A_ROW = 6

/** How far around a week slots matter to its warnings: as many days as make a row too long, and the longest event. */
export const WARNING_DAYS = MOST_DAYS_IN_A_ROW + 2

/**
 * What is wrong with slots. `clash`: one creator, or one room, in two places at once. `shortRest`: less rest than the shop
 * asks for between two slots. `daysInARow`: live on more days in a row than is wise. `tooShort`, `tooLong`: outside of
 * what the platform takes for an event.
 */
export type LiveWarning =
  | {
      readonly kind: 'clash'
      readonly of: 'creator' | 'room'
      readonly slots: readonly [string, string]
      readonly minutes: number
    }
  | {
      readonly kind: 'shortRest'
      readonly slots: readonly [string, string]
      readonly minutes: number
      readonly least: number
    }
  | { readonly kind: 'daysInARow'; readonly slots: readonly string[]; readonly days: number }
  | { readonly kind: 'tooShort' | 'tooLong'; readonly slots: readonly [string]; readonly minutes: number }

/** How a shop's slots are judged. */
export interface ShopRules {
  readonly timezone: string
  /** Least rest of a creator between two slots; null: none is asked for. */
  readonly restMinutes: number | null
}

/** Every warning among these slots, cancelled ones left out, in the order of time. */
export function warningsOf(slots: readonly LiveSlot[], rulesOf: (shopId: string) => ShopRules): readonly LiveWarning[] {
  const living = inOrder(slots.filter(({ state }) => state !== 'cancelled'))
  const warnings: LiveWarning[] = living.flatMap((slot) => limitOf(slot))
  for (const own of grouped(living, ({ creatorId }) => creatorId)) {
    warnings.push(...clashesOf(own, 'creator'), ...restsOf(own, rulesOf), ...rowsOf(own, rulesOf))
  }
  for (const own of grouped(living, ({ room }) => roomKey(room))) {
    // Two slots of one creator in one room clash as the creator's.
    const others = clashesOf(own, 'room').filter(({ slots: [a, b] }) => !sameCreator(own, a, b))
    warnings.push(...others)
  }
  const places = new Map(living.map(({ id }, index) => [id, index]))
  const placeOf = ({ slots: [first = ''] }: LiveWarning): number => places.get(first) ?? 0
  return warnings.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** Rooms that differ in case, width or blanks alone are one. */
export function roomKey(room: string | null): string | null {
  const key = (room ?? '').normalize('NFKC').trim().toLowerCase()
  return key === '' ? null : key
}

/** A slot stands in its creator's row, else in its room's. */
export function rowKey({ creatorId, room }: Pick<LiveSlot, 'creatorId' | 'room'>): string {
  return creatorId === null ? `room ${roomKey(room) ?? ''}` : `creator ${creatorId}`
}

function inOrder(slots: readonly LiveSlot[]): readonly LiveSlot[] {
  return slots.toSorted((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt || (a.id < b.id ? -1 : 1))
}

function grouped(slots: readonly LiveSlot[], keyOf: (slot: LiveSlot) => string | null): Iterable<readonly LiveSlot[]> {
  const groups = new Map<string, LiveSlot[]>()
  for (const slot of slots) {
    const key = keyOf(slot)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(slot)
    else groups.set(key, [slot])
  }
  return groups.values()
}

function sameCreator(slots: readonly LiveSlot[], a: string, b: string): boolean {
  const creatorOf = (id: string) => slots.find((slot) => slot.id === id)?.creatorId ?? null
  return creatorOf(a) !== null && creatorOf(a) === creatorOf(b)
}

function limitOf({ id, startsAt, endsAt }: LiveSlot): LiveWarning[] {
  const minutes = minutesOf({ from: startsAt, to: endsAt })
  if (minutes < SHORTEST_MINUTES) return [{ kind: 'tooShort', slots: [id], minutes }]
  return minutes > LONGEST_MINUTES ? [{ kind: 'tooLong', slots: [id], minutes }] : []
}

type Clash = Extract<LiveWarning, { readonly kind: 'clash' }>

/** Of slots in the order of time. Touching is no clash. */
function clashesOf(slots: readonly LiveSlot[], of: Clash['of']): Clash[] {
  return slots.flatMap((slot, index) => {
    const clashes: Clash[] = []
    for (const other of slots.slice(index + 1)) {
      if (other.startsAt >= slot.endsAt) break
      const to = Math.min(slot.endsAt, other.endsAt)
      clashes.push({ kind: 'clash', of, slots: [slot.id, other.id], minutes: minutesOf({ from: other.startsAt, to }) })
    }
    return clashes
  })
}

/**
 * Rest from the end of everything before to the next beginning; what overlaps is a clash, and what follows at once in the
 * same shop is one LIVE. The stricter of both shops' rules holds.
 */
function restsOf(slots: readonly LiveSlot[], rulesOf: (shopId: string) => ShopRules): LiveWarning[] {
  const warnings: LiveWarning[] = []
  let last: LiveSlot | null = null
  for (const slot of slots) {
    if (last !== null && slot.startsAt >= last.endsAt) {
      const minutes = minutesOf({ from: last.endsAt, to: slot.startsAt })
      const least = Math.max(rulesOf(last.shopId).restMinutes ?? 0, rulesOf(slot.shopId).restMinutes ?? 0)
      const isOne = minutes === 0 && slot.shopId === last.shopId
      if (minutes < least && !isOne) warnings.push({ kind: 'shortRest', slots: [last.id, slot.id], minutes, least })
    }
    if (last === null || slot.endsAt > last.endsAt) last = slot
  }
  return warnings
}

/** Days on which a creator begins a LIVE, each by the clocks of its shop. */
function rowsOf(slots: readonly LiveSlot[], rulesOf: (shopId: string) => ShopRules): LiveWarning[] {
  const byDay = new Map<number, string[]>()
  for (const { id, shopId, startsAt } of slots) {
    const day = dayNumber(dayInZone(startsAt, rulesOf(shopId).timezone))
    const ids = byDay.get(day)
    if (ids) ids.push(id)
    else byDay.set(day, [id])
  }
  const warnings: LiveWarning[] = []
  let row: number[] = []
  for (const day of [...byDay.keys(), Infinity].toSorted((a, b) => a - b)) {
    const last = row.at(-1)
    if (last !== undefined && day !== last + 1) {
      if (row.length > MOST_DAYS_IN_A_ROW) {
        const ids = row.flatMap((one) => byDay.get(one) ?? [])
        warnings.push({ kind: 'daysInARow', slots: ids, days: row.length })
      }
      row = []
    }
    row.push(day)
  }
  return warnings
}
