/** Who is in which stage, for how long, worth what and with what to do next: columns and cards of the board. */

import { placesOf } from '../../../db/repositories/pipelines'
import type { Board, BoardQuery, Card, CardsQuery } from '../../../shared/contract/pipelines'
import {
  daysSince,
  type SlaBounds,
  slaBounds,
  type SlaLevel,
  slaLevel,
  type Stage,
  unknownStage,
} from '../../../shared/domain/pipelines'
import { showsAt } from '../../../shared/domain/today'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { allShops } from '../lookups/shops'
import { openStages } from '../lookups/stages'
import { allLadders } from '../lookups/tasks'
import { openZones } from '../lookups/zones'
import { today } from '../support'
import { type Seat, seatsOf } from './seats'

type Lanes = BoardQuery['lanes']

/** A column while it is counted. */
interface Column {
  count: number
  readonly value: Map<string, number>
  readonly sla: Record<SlaLevel, number>
  readonly lanes: Map<string | null, { count: number; readonly seats: Seat[] }>
  /** By shop, whoever the board is narrowed to: limits are the shop's. */
  readonly byShop: Map<string, number>
}

export function boardOf(context: WorkspaceContext, query: BoardQuery & { readonly limit: number }): Board {
  const { workspace } = context.host.current()
  const { worth } = seatsOf(workspace)
  const scope = openScope(context)
  const columns = new Map<string, Column>()
  let total = 0
  for (const seat of seatsOf(workspace).seats()) {
    if (query.shopId !== null && seat.shopId !== query.shopId) continue
    const column = columns.get(seat.stage) ?? newColumn()
    columns.set(seat.stage, column)
    column.byShop.set(seat.shopId, (column.byShop.get(seat.shopId) ?? 0) + 1)
    if (!isWanted(seat, query)) continue
    total += 1
    column.count += 1
    column.sla[slaLevel(seat.stageSince, scope.bounds(seat))] += 1
    const gmv = worth(seat)
    if (gmv) column.value.set(gmv.currency, (column.value.get(gmv.currency) ?? 0) + gmv.amount)
    const lane = column.lanes.get(laneOf(seat, query.lanes)) ?? { count: 0, seats: [] }
    column.lanes.set(laneOf(seat, query.lanes), lane)
    lane.count += 1
    if (lane.seats.length < query.limit) lane.seats.push(seat)
  }
  const shown = [...columns.values()].flatMap((column) => [...column.lanes.values()].flatMap(({ seats }) => seats))
  const cards = cardsFor(context, scope, shown)
  return {
    total,
    lanes: orderedLanes(columns, query.lanes, scope.shopOrder),
    columns: columnsOf(columns, query.shopId, scope).map(({ stage, column }) => ({
      stage: { ...stage, entry: [...stage.entry] },
      count: column.count,
      value: [...column.value].map(([currency, amount]) => ({ currency, amount })),
      sla: column.sla,
      limitUsed: limitUsed(stage.key, column, scope),
      lanes: [...column.lanes].map(([lane, { count, seats }]) => ({ lane, count, cards: seats.map(cards) })),
    })),
  }
}

export function cardsOf(context: WorkspaceContext, query: CardsQuery): { total: number; cards: Card[] } {
  const { workspace } = context.host.current()
  const seats = seatsOf(workspace)
    .seats()
    .filter(
      (seat) =>
        seat.stage === query.stage &&
        (query.shopId === null || seat.shopId === query.shopId) &&
        laneOf(seat, query.lanes) === query.lane &&
        isWanted(seat, query),
    )
  const page = seats.slice(query.offset, query.offset + query.limit)
  return { total: seats.length, cards: page.map(cardsFor(context, openScope(context), page)) }
}

/** One creator (or whoever stands for them) at every shop, in the agency's order of shops. */
export function cardsOfCreator(context: WorkspaceContext, creatorId: string): Card[] {
  const { workspace } = context.host.current()
  const person = mergedCreators(workspace.db).get(creatorId) ?? creatorId
  const scope = openScope(context)
  const order = (seat: Seat) => scope.shopOrder.get(seat.shopId) ?? Infinity
  const seats = seatsOf(workspace)
    .seats()
    .filter((seat) => seat.creatorId === person)
    .toSorted((a, b) => order(a) - order(b))
  return seats.map(cardsFor(context, scope, seats))
}

/** Names of those who own a creator at a shop (null: any), in their order. */
export function ownersOf(context: WorkspaceContext, shopId: string | null): string[] {
  const seats = seatsOf(context.host.current().workspace).seats()
  const owners = seats.flatMap((seat) => (shopId === null || seat.shopId === shopId ? (seat.owner ?? []) : []))
  return [...new Set(owners)].toSorted()
}

function newColumn(): Column {
  return {
    count: 0,
    value: new Map(),
    sla: { good: 0, watch: 0, bad: 0, none: 0 },
    lanes: new Map(),
    byShop: new Map(),
  }
}

export function isWanted(seat: Seat, { owner, search }: Pick<BoardQuery, 'owner' | 'search'>): boolean {
  return (owner === null || seat.owner === owner) && (search === '' || seat.text.includes(search.trim().toLowerCase()))
}

function laneOf({ shopId, owner }: Seat, lanes: Lanes): string | null {
  return lanes === 'shop' ? shopId : lanes === 'owner' ? owner : null
}

/** Shops in the agency's order, owners by name, nobody's last. */
function orderedLanes(
  columns: ReadonlyMap<string, Column>,
  lanes: Lanes,
  shopOrder: ReadonlyMap<string, number>,
): (string | null)[] {
  const found = new Set([...columns.values()].flatMap((column) => [...column.lanes.keys()]))
  const rank = (lane: string | null) => (lanes === 'shop' ? (shopOrder.get(lane ?? '') ?? Infinity) : 0)
  return [...found].sort((a, b) => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    return rank(a) - rank(b) || a.localeCompare(b)
  })
}

type Scope = ReturnType<typeof openScope>

/** What the counting of one board looks up again and again. */
export function openScope(context: WorkspaceContext) {
  const { db } = context.host.current().workspace
  const now = context.now()
  const shops = allShops(db)
  const zones = new Map(shops.map(({ id, timezone }) => [id, timezone]))
  const stagesOf = openStages(db)
  const byKey = new Map<string, ReadonlyMap<string, Stage>>()
  const stage = (shopId: string, key: string): Stage => {
    const stages = byKey.get(shopId) ?? new Map(stagesOf(shopId).map((one) => [one.key, one]))
    byKey.set(shopId, stages)
    return stages.get(key) ?? unknownStage(key)
  }
  const bounds = new Map<string, SlaBounds | null>()
  return {
    now,
    stage,
    stagesOf,
    shopIds: shops.map(({ id }) => id),
    shopOrder: new Map(shops.map(({ id }, index) => [id, index])),
    zone: (shopId: string) => zones.get(shopId) ?? 'UTC',
    bounds({ shopId, stage: key }: Seat): SlaBounds | null {
      const name = `${shopId} ${key}`
      const known = bounds.get(name)
      if (known !== undefined) return known
      const found = slaBounds(stage(shopId, key).slaDays, now, zones.get(shopId) ?? 'UTC')
      bounds.set(name, found)
      return found
    },
  }
}

/** Every stage that can be entered, and those that somebody is still in, in their order. */
function columnsOf(columns: ReadonlyMap<string, Column>, shopId: string | null, scope: Scope) {
  const stages = new Map(scope.stagesOf(shopId).map((stage) => [stage.key, stage]))
  for (const shop of shopId === null ? scope.shopIds : []) {
    for (const stage of scope.stagesOf(shop)) if (!stages.has(stage.key)) stages.set(stage.key, stage)
  }
  for (const key of columns.keys()) if (!stages.has(key)) stages.set(key, unknownStage(key))
  return [...stages.values()]
    .map((stage) => ({ stage, column: columns.get(stage.key) ?? newColumn() }))
    .filter(({ stage, column }) => !stage.archived || column.count > 0)
    .toSorted((a, b) => a.stage.order - b.stage.order || (a.stage.key < b.stage.key ? -1 : 1))
}

/** The shop whose limit is taken up most, in basis points. */
function limitUsed(key: string, { byShop }: Column, scope: Scope): number | null {
  const shares = [...byShop].flatMap(([shopId, count]) => {
    const { wipLimit } = scope.stage(shopId, key)
    return wipLimit === null ? [] : [Math.round((count * 10_000) / wipLimit)]
  })
  return shares.length === 0 ? null : Math.max(...shares)
}

/** Makes cards of these seats. */
export function cardsFor(context: WorkspaceContext, scope: Scope, seats: readonly Seat[]): (seat: Seat) => Card {
  const { workspace } = context.host.current()
  const { worth, next } = seatsOf(workspace)
  const places = new Map(
    placesOf(
      workspace.db,
      seats.map(({ creatorId }) => creatorId),
    ).map((one) => [one.id, one]),
  )
  const zoneOf = openZones(workspace.db, today(context))
  const ladders = allLadders(workspace.db)
  return (seat) => {
    const task = next(seat)
    const step = task ? ladders.get(task.ladder ?? '')?.steps[task.step ?? -1] : undefined
    const gmv = worth(seat)
    return {
      shopId: seat.shopId,
      creatorId: seat.creatorId,
      handle: seat.handle,
      displayName: seat.displayName,
      stage: seat.stage,
      stageName: scope.stage(seat.shopId, seat.stage).name,
      since: seat.stageSince,
      days: seat.stageSince === null ? null : daysSince(seat.stageSince, scope.now, scope.zone(seat.shopId)),
      sla: slaLevel(seat.stageSince, scope.bounds(seat)),
      reason: seat.stageReason,
      owner: seat.owner,
      blockedBy: seat.blockedBy,
      value: gmv?.amount ?? null,
      currency: gmv?.currency ?? null,
      zone: zoneOf(places.get(seat.creatorId), seat.shopId),
      next: task && {
        id: task.id,
        title: task.title,
        kind: task.kind,
        due: showsAt(task),
        ladder: task.ladder,
        step: task.step,
        stepDay: step?.day ?? null,
        stepEvent: step?.event ?? null,
      },
    }
  }
}
