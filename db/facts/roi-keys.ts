/**
 * What the ROI table is grouped by: how lines and costs get their codes, and what a code is called.
 *
 * Code 0 is "not attributed". Codes of costs that no line knows lie above those of the lines.
 */

import { dayOfNumber, monthOfDay, monthText, weekOfDay, weekText } from '../../shared/domain/days'
import { CONTENT_TYPES } from '../../shared/domain/orders'
import type { Attributions } from './attribution'
import type { FactsCache } from './cache'
import type { Label } from './names'
import { addByDay, addColumn, addContentType, type Block } from './scan'
import type { Scope, ScopeShop } from './scope'
import type { ShopColumns } from './shop-columns'
import type { RoiKey } from './types'

/** A cost or views line in the store's numbers; what is not known is 0, its text ''. */
export interface Located {
  readonly shop: ScopeShop
  readonly creator: number
  readonly product: number
  readonly content: number
  readonly creatorText: string
  readonly productText: string
  /** The content's type + 1. */
  readonly contentType: number
  readonly campaign: number
  readonly staff: number
  readonly day: number
}

export interface GroupKey {
  readonly key: RoiKey
  /** One more than the greatest code so far. */
  size(): number
  /** Adds code × step to each row of the block. */
  addCodes(block: Block, segment: ShopColumns, shop: ScopeShop, step: number): void
  /** The code of a whole day's sums. */
  codeOfDay(shop: ScopeShop, day: number, contentType: number): number
  codeOfCost(cost: Located): number
  label(code: number): Label
}

/** Keys that day sums can answer. */
export const DAY_SUM_KEYS: readonly RoiKey[] = ['shop', 'client', 'market', 'contentType', 'day', 'week', 'month']

export interface KeyContext {
  readonly cache: FactsCache
  readonly scope: Scope
  readonly campaigns: Attributions
  readonly staff: Attributions
  /** First and last day that any line or cost in scope may lie on. */
  readonly days: { readonly from: number; readonly to: number }
}

const KEYS: Readonly<Record<RoiKey, (context: KeyContext) => GroupKey>> = {
  shop: ({ scope }) => shopKey('shop', scope, ({ shop }) => ({ text: shop.name, id: shop.id })),
  client: ({ scope }) =>
    shopKey('client', scope, ({ shop }) => ({
      text: shop.clientId === null ? '' : shop.clientName,
      id: shop.clientId,
    })),
  market: ({ scope }) => shopKey('market', scope, ({ shop }) => ({ text: shop.market, id: null })),
  creator: (context) => dimKey('creator', context),
  product: (context) => dimKey('product', context),
  content: ({ cache }) => contentKey(cache),
  contentType: () => contentTypeKey,
  campaign: ({ cache, campaigns }) => attributedKey('campaign', campaigns, cache),
  staff: ({ cache, staff }) => attributedKey('staff', staff, cache),
  day: (context) => timeKey('day', context, (day) => day, dayOfNumber),
  week: (context) => timeKey('week', context, weekOfDay, weekText),
  month: (context) => timeKey('month', context, monthOfDay, monthText),
}

export function groupKey(key: RoiKey, context: KeyContext): GroupKey {
  return KEYS[key](context)
}

function shopKey(key: RoiKey, { shops }: Scope, labelOf: (shop: ScopeShop) => Label): GroupKey {
  const labels: Label[] = [{ text: '', id: null }]
  const codes = shops.map((shop) => {
    const label = labelOf(shop)
    const known = labels.findIndex(({ text, id }) =>
      label.id === null ? id === null && text === label.text : id === label.id,
    )
    return known >= 0 ? known : labels.push(label) - 1
  })
  const codeOf = (shop: ScopeShop): number => codes[shop.index] ?? 0
  return {
    key,
    size: () => labels.length,
    addCodes: (block, _segment, shop, step) => {
      const added = codeOf(shop) * step
      for (let j = 0; j < block.count; j++) block.code[j]! += added
    },
    codeOfDay: codeOf,
    codeOfCost: ({ shop }) => codeOf(shop),
    label: (code) => labels[code] ?? { text: '', id: null },
  }
}

function dimKey(key: 'creator' | 'product', { cache, scope }: KeyContext): GroupKey {
  const directory = cache.names.of(key)
  const known = directory.size
  const standIns = scope.standIns[key]
  const { numbers } = standIns
  const standing = (no: number): number => numbers.get(no) ?? no
  // Names that only costs carry.
  const extra: Label[] = []
  const extraCodes = new Map<string, number>()
  const codeOfText = (given: string): number => {
    const group = standIns.groupOf(given)
    const label = group?.label ?? { text: given, id: null }
    const no = group?.numbers[0] ?? directory.namedNumbersOf(given)[0]?.no
    const code = extraCodes.get(label.text) ?? (no === undefined ? known + extra.push(label) - 1 : standing(no))
    extraCodes.set(label.text, code)
    return code
  }
  const textKey = `${key}Text` as const
  return {
    key,
    size: () => known + extra.length,
    addCodes: (block, segment, _shop, step) => {
      if (numbers.size === 0) {
        addColumn(block, segment[key], step, 0)
      } else {
        const column = segment[key]
        for (let j = 0; j < block.count; j++) {
          const no = column[block.row[j]!]!
          block.code[j]! += (numbers.get(no) ?? no) * step
        }
      }
    },
    codeOfDay: () => 0,
    codeOfCost: (cost) => {
      const text = cost[textKey]
      return cost[key] !== 0 || text === '' ? standing(cost[key]) : codeOfText(text)
    },
    label: (code) =>
      code < known
        ? (standIns.labelOf(code) ?? directory.label(code))
        : (extra[code - known] ?? { text: '', id: null }),
  }
}

/** All contents in scope have their numbers by now: `queryRoi` has had their columns read. */
function contentKey({ contents }: FactsCache): GroupKey {
  return {
    key: 'content',
    size: () => contents.size,
    addCodes: (block, segment, { no }, step) => addColumn(block, contents.column(no, segment), step, 0),
    codeOfDay: () => 0,
    codeOfCost: ({ content }) => content,
    label: (code) => ({ text: contents.textOf(code), id: null }),
  }
}

const contentTypeKey: GroupKey = {
  key: 'contentType',
  size: () => CONTENT_TYPES.length + 1,
  addCodes: (block, { flags }, _shop, step) => addContentType(block, flags, step),
  codeOfDay: (_shop, _day, contentType) => contentType + 1,
  codeOfCost: ({ contentType }) => contentType,
  label: (code) => ({ text: code === 0 ? '' : (CONTENT_TYPES[code - 1] ?? 'unknown'), id: null }),
}

function attributedKey(key: 'campaign' | 'staff', attributions: Attributions, { contents }: FactsCache): GroupKey {
  return {
    key,
    size: () => attributions.names.length,
    addCodes: (block, segment, { no, shop }, step) => {
      const column = attributions.usesContents ? contents.column(no, segment) : null
      for (let j = 0; j < block.count; j++) {
        block.code[j]! += attributions.codeOfRow(shop.id, segment, column, block.row[j]!) * step
      }
    },
    codeOfDay: () => 0,
    codeOfCost: (cost) => cost[key],
    label: (code) => ({ text: attributions.names[code] ?? '', id: attributions.ids[code] ?? null }),
  }
}

function timeKey(
  key: RoiKey,
  { days }: KeyContext,
  unitOf: (day: number) => number,
  textOf: (unit: number) => string,
): GroupKey {
  const first = unitOf(days.from)
  const codeOf = (day: number): number => unitOf(day) - first + 1
  // A calendar look-up for every line would be the dearest step.
  const codes = {
    first: days.from,
    values: Int32Array.from({ length: days.to - days.from + 1 }, (_, i) => codeOf(days.from + i)),
  }
  return {
    key,
    size: () => codeOf(days.to) + 1,
    addCodes: (block, segment, _shop, step) => addByDay(block, segment, codes, step),
    codeOfDay: (_shop, day) => codeOf(day),
    codeOfCost: ({ day }) => codeOf(day),
    label: (code) => ({ text: code === 0 ? '' : textOf(code - 1 + first), id: null }),
  }
}
