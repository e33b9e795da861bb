/** A week of the LIVE board, put together: rows, slots of all shops, warnings and each shop's coverage. */

import type { ReadableDb } from '../../../db/database'
import { handlesOf } from '../../../db/repositories/creators'
import { liveSlotRows, type SlotRow } from '../../../db/repositories/live'
import type { LiveCoverage, LiveRow, LiveSlotView, LiveWarningView } from '../../../shared/contract/live'
import type { Shop } from '../../../shared/contract/shops'
import { isTimezone } from '../../../shared/domain/days'
import {
  boardDay,
  type LiveWarning,
  rowKey,
  SLOT_STATES,
  WARNING_DAYS,
  warningsOf,
  weekOf,
} from '../../../shared/domain/live-board'
import { coverageOf, primeOf } from '../../../shared/domain/live-coverage'
import { AppError } from '../../../shared/errors'
import { mergedCreators } from '../lookups/creators'
import { allShops } from '../lookups/shops'
import { openTargets } from './targets'

const DAY_MS = 86_400_000
/** Who was live in the last four weeks keeps a row. */
const ROW_DAYS = 28

export interface Week {
  readonly day: string
  readonly shopId?: string | undefined
  readonly zone?: string | undefined
}

export interface BoardAnswer {
  readonly zone: string
  readonly days: { day: string; from: number; to: number }[]
  readonly rows: LiveRow[]
  readonly slots: LiveSlotView[]
  readonly warnings: LiveWarningView[]
  readonly coverage: LiveCoverage[]
}

export function liveBoard(db: ReadableDb, { day, shopId, zone: asked }: Week): BoardAnswer {
  const shops = allShops(db)
  const shop = shops.find(({ id }) => id === shopId)
  const zone = asked ?? shop?.timezone ?? 'UTC'
  if (!isTimezone(zone)) throw new AppError('input.invalid', { path: 'zone', reason: 'notATimezone' })
  const days = weekOf(day, zone)
  const [from, to] = [days[0]?.from ?? 0, days.at(-1)?.to ?? 0]
  const around = slotViews(db, { from: from - ROW_DAYS * DAY_MS, to: to + WARNING_DAYS * DAY_MS })
  const rows = rowsOf(around, shopId)
  const keys = new Set(rows.map(({ key }) => key))
  const inWeek = (slot: LiveSlotView): boolean => slot.startsAt < to && slot.endsAt > from && keys.has(rowKey(slot))
  const slots = around.filter(inWeek)
  const shown = new Set(slots.map(({ id }) => id))
  const targets = openTargets(db)
  const zoneOf = new Map(shops.map(({ id, timezone }) => [id, timezone]))
  const rulesOf = (id: string) => ({ timezone: zoneOf.get(id) ?? 'UTC', restMinutes: targets.of(id).restMinutes })
  const near = around.filter(({ endsAt }) => endsAt > from - WARNING_DAYS * DAY_MS)
  const warnings = warningsOf(near, rulesOf).filter((warning) => warning.slots.some((id) => shown.has(id)))
  const byId = new Map(around.map((slot) => [slot.id, slot]))
  const covered =
    shopId === undefined
      ? shops.filter(({ id, archived }) => !archived && isOnBoard(id, slots, targets))
      : shop
        ? [shop]
        : []
  return {
    zone,
    days: [...days],
    rows,
    slots,
    warnings: warnings.map((warning) => toWarning(warning, byId)),
    coverage: covered.map((one) =>
      coverage(
        one,
        days.map((each) => each.day),
        around,
        targets,
      ),
    ),
  }
}

/** Slots that touch a stretch of time, as the contract has them. */
export function slotViews(db: ReadableDb, stretch: { readonly from: number; readonly to: number }): LiveSlotView[] {
  return toViews(db, liveSlotRows(db, stretch))
}

export function toViews(db: ReadableDb, rows: readonly SlotRow[]): LiveSlotView[] {
  const shops = new Map(allShops(db).map(({ id, name }) => [id, name]))
  const merged = mergedCreators(db)
  const creatorOf = ({ creatorId }: SlotRow): string | null =>
    creatorId === null ? null : (merged.get(creatorId) ?? creatorId)
  const handles = handlesOf(
    db,
    [...new Set(rows.map(creatorOf))].filter((id) => id !== null),
  )
  return rows.map((row): LiveSlotView => {
    const creatorId = creatorOf(row)
    return {
      ...row,
      creatorId,
      handle: creatorId === null ? null : (handles.get(creatorId) ?? null),
      shopName: shops.get(row.shopId) ?? row.shopId,
      state: SLOT_STATES.find((one) => one === row.state) ?? 'planned',
      products: textsOf(row.products),
    }
  })
}

function textsOf(json: string | null): string[] {
  const read: unknown = json === null ? [] : JSON.parse(json)
  return Array.isArray(read) ? read.filter((one) => typeof one === 'string') : []
}

function rowsOf(slots: readonly LiveSlotView[], shopId: string | undefined): LiveRow[] {
  const rows = new Map<string, LiveRow>()
  for (const slot of slots) {
    if (shopId !== undefined && slot.shopId !== shopId) continue
    const { creatorId, handle, room } = slot
    const key = rowKey(slot)
    if (!rows.has(key)) rows.set(key, { key, creatorId, handle, room: creatorId === null ? room : null })
  }
  const nameOf = ({ handle, room }: LiveRow): string => (handle ?? room ?? '').toLowerCase()
  return [...rows.values()].toSorted(
    (a, b) => Number(a.creatorId === null) - Number(b.creatorId === null) || (nameOf(a) < nameOf(b) ? -1 : 1),
  )
}

function isOnBoard(shopId: string, slots: readonly LiveSlotView[], targets: ReturnType<typeof openTargets>): boolean {
  return slots.some((slot) => slot.shopId === shopId) || targets.has(shopId)
}

/** Each day by the shop's own clocks. */
function coverage(
  { id, name, timezone }: Shop,
  days: readonly string[],
  slots: readonly LiveSlotView[],
  targets: ReturnType<typeof openTargets>,
): LiveCoverage {
  const own = slots.filter(({ shopId, state }) => shopId === id && state !== 'cancelled')
  const target = targets.of(id)
  return {
    shopId: id,
    shopName: name,
    timezone,
    target,
    days: days.map((day) => {
      const one = boardDay(day, timezone)
      const { empty, ...found } = coverageOf(own, one, target, timezone)
      const live = own
        .map(({ startsAt, endsAt }) => ({ from: Math.max(startsAt, one.from), to: Math.min(endsAt, one.to) }))
        .filter(({ from, to }) => to > from)
      return { ...one, ...found, empty: [...empty], live, prime: primeOf(day, target, timezone) }
    }),
  }
}

function toWarning(warning: LiveWarning, byId: ReadonlyMap<string, LiveSlotView>): LiveWarningView {
  return {
    kind: warning.kind,
    of: warning.kind === 'clash' ? warning.of : null,
    minutes: warning.kind === 'daysInARow' ? null : warning.minutes,
    least: warning.kind === 'shortRest' ? warning.least : null,
    days: warning.kind === 'daysInARow' ? warning.days : null,
    slots: warning.slots.flatMap((id) => byId.get(id) ?? []),
  }
}
