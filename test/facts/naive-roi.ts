/** The ROI table worked out the slow way: objects, maps and sets. */

import { monthOfDay, monthText, dayOfNumber, weekOfDay, weekText } from '../../shared/domain/days'
import { convertAmount, platformFeeOf, roiFigures, type RoiFigures } from '../../shared/domain/roi'
import type { Attribution, RoiQuery, RoiShop } from '../../db/facts/types'
import { dayOf, figuresOf, type File, naiveMerge } from './support'

interface Place {
  readonly shop: RoiShop
  readonly creator: string
  readonly product: string
  readonly content: string
  readonly contentType: string
  readonly day: number
}

interface Group {
  readonly orders: Set<string>
  units: number
  samples: number
  gmv: number
  refunds: number
  commissionSettled: number
  commissionPending: number
  sampleCost: number
  fees: number
  ads: number
  otherCosts: number
  feeBase: number
  cogs: number
  views: number | null
}

const newGroup = (): Group => ({
  orders: new Set(),
  units: 0,
  samples: 0,
  gmv: 0,
  refunds: 0,
  commissionSettled: 0,
  commissionPending: 0,
  sampleCost: 0,
  fees: 0,
  ads: 0,
  otherCosts: 0,
  feeBase: 0,
  cogs: 0,
  views: null,
})

function attributed(list: readonly Attribution[] | undefined, place: Place): Attribution | undefined {
  return (list ?? []).find(
    (entry) =>
      (entry.shopId === null || entry.shopId === place.shop.id) &&
      (entry.creator === null || entry.creator === place.creator) &&
      (entry.productId === null || entry.productId === place.product) &&
      (entry.contentId === null || entry.contentId === place.content) &&
      (entry.fromDay === null || entry.fromDay <= place.day) &&
      (entry.toDay === null || entry.toDay >= place.day),
  )
}

function keyText(key: string, place: Place, query: RoiQuery): string {
  switch (key) {
    case 'shop':
      return place.shop.name
    case 'client':
      return place.shop.clientId === null ? '' : place.shop.clientName
    case 'market':
      return place.shop.market
    case 'creator':
      return place.creator
    case 'product':
      return place.product
    case 'content':
      return place.content
    case 'contentType':
      return place.contentType
    case 'campaign':
      return attributed(query.campaigns, place)?.name ?? ''
    case 'staff':
      return attributed(query.staff, place)?.name ?? ''
    case 'day':
      return dayOfNumber(place.day)
    case 'week':
      return weekText(weekOfDay(place.day))
    case 'month':
      return monthText(monthOfDay(place.day))
    default:
      throw new Error(key)
  }
}

export interface NaiveTable {
  readonly rows: Map<string, RoiFigures>
  readonly total: RoiFigures
  readonly missing: Map<string, number>
}

export function naiveRoi(files: readonly File[], query: RoiQuery): NaiveTable {
  const groups = new Map<string, Group>()
  const total = newGroup()
  const missing = new Map<string, number>()
  const into = (place: Place): Group[] => {
    const key = query.keys.map((name) => keyText(name, place, query)).join('|')
    const group = groups.get(key) ?? newGroup()
    groups.set(key, group)
    return [group, total]
  }
  const factorOf = (currency: string, day: number): number | null => {
    const factor = currency === query.currency ? 1 : query.factor(currency, day)
    if (factor === null) missing.set(currency, (missing.get(currency) ?? 0) + 1)
    return factor
  }
  const inScope = (place: Omit<Place, 'shop'> & { shop: RoiShop | undefined }): place is Place =>
    place.shop !== undefined &&
    (query.shopIds?.includes(place.shop.id) ?? true) &&
    (query.creators?.includes(place.creator) ?? true) &&
    (query.products?.includes(place.product) ?? true) &&
    (query.contents?.includes(place.content) ?? true) &&
    (query.contentTypes === undefined || query.contentTypes.some((type) => type === place.contentType)) &&
    place.day >= (query.from ?? -Infinity) &&
    place.day <= (query.to ?? Infinity)
  const types = new Map<string, string>()
  for (const { line, file } of naiveMerge(files))
    if (line.contentId !== null && (query.shopIds?.includes(file.shopId) ?? true))
      types.set(line.contentId, line.contentType)
  for (const { line, file } of naiveMerge(files)) {
    const shop = query.shops.find(({ id }) => id === file.shopId)
    const place = {
      shop,
      creator: line.creator,
      product: line.productId,
      content: line.contentId ?? '',
      contentType: line.contentType,
      day: dayOf(line),
    }
    const wantedStatus =
      (query.statuses?.includes(line.status) ?? true) && (query.settledOnly !== true || line.status === 'settled')
    if (!inScope(place) || !wantedStatus) continue
    const figures = figuresOf(line)
    if (figures.role === 'unpaid') continue
    if (figures.role === 'sample') {
      for (const group of into(place)) group.samples++
      continue
    }
    const factor = factorOf(place.shop.currency, place.day)
    if (factor === null) continue
    const bp =
      (query.platformRates ?? [])
        .filter((rate) => rate.shopId === place.shop.id && rate.fromDay <= place.day)
        .toSorted((a, b) => b.fromDay - a.fromDay)[0]?.basisPoints ?? 0
    const cost = (query.unitCosts ?? [])
      .filter(
        (entry) => entry.shopId === place.shop.id && entry.productId === place.product && entry.fromDay <= place.day,
      )
      .toSorted((a, b) => b.fromDay - a.fromDay)[0]
    const costFactor = cost === undefined || figures.keptUnits === 0 ? null : factorOf(cost.currency, place.day)
    for (const group of into(place)) {
      group.orders.add(`${file.shopId}/${line.orderId}`)
      group.units += line.quantity
      const gmv = convertAmount(figures.gmv, factor)
      const refund = convertAmount(figures.refund, factor)
      group.gmv += gmv
      group.refunds += refund
      group[line.status === 'settled' ? 'commissionSettled' : 'commissionPending'] += convertAmount(
        figures.commission,
        factor,
      )
      group.feeBase += (gmv - refund) * bp
      if (cost !== undefined && costFactor !== null)
        group.cogs += convertAmount(figures.keptUnits * cost.unitCost, costFactor)
    }
  }
  for (const cost of query.costs ?? []) {
    const shop = query.shops.find(({ id }) => id === cost.shopId)
    const place = {
      shop,
      creator: cost.creator ?? '',
      product: cost.productId ?? '',
      content: cost.contentId ?? '',
      contentType: types.get(cost.contentId ?? '') ?? '',
      day: cost.day,
    }
    if (!inScope(place)) continue
    const factor = factorOf(cost.currency, cost.day)
    if (factor === null) continue
    const field = { sample: 'sampleCost', freight: 'sampleCost', fee: 'fees', ads: 'ads', other: 'otherCosts' }[
      cost.kind
    ] as 'sampleCost'
    for (const group of into(place)) group[field] += convertAmount(cost.amount, factor)
  }
  const figures = ({ orders, feeBase, ...sums }: Group): RoiFigures =>
    roiFigures({ ...sums, orders: orders.size, platformFees: platformFeeOf(feeBase) })
  return { rows: new Map([...groups].map(([key, group]) => [key, figures(group)])), total: figures(total), missing }
}
