/**
 * Costs and views from the records, laid on the groups whose keys they carry. What a cost does not carry shows as
 * "not attributed"; nothing is spread.
 */

import { convertAmount } from '../../shared/domain/roi'
import type { FactsCache } from './cache'
import type { Attributions } from './attribution'
import type { Rates } from './rates'
import { COST_FIELDS, type CostField, type Groups } from './roi-groups'
import type { Located } from './roi-keys'
import type { Scope, ScopeShop, Wanted } from './scope'
import type { CostKind, CostLine, RoiQuery, ViewsLine } from './types'

const FIELD_OF: Readonly<Record<CostKind, CostField>> = {
  sample: 'sampleCost',
  freight: 'sampleCost',
  fee: 'fees',
  ads: 'ads',
  other: 'otherCosts',
}

/** A cost in scope, already in the target currency. */
export interface LocatedCost {
  readonly at: Located
  readonly field: CostField
  readonly amount: number
}

export interface CostContext {
  readonly cache: FactsCache
  readonly scope: Scope
  readonly rates: Rates
  readonly campaigns: Attributions
  readonly staff: Attributions
}

/** All costs and views in scope; those without a rate are reported and left out. */
export function locateCosts(
  { costs = [], views = [] }: Pick<RoiQuery, 'costs' | 'views'>,
  context: CostContext,
): LocatedCost[] {
  const locator = new Locator(context)
  const located: LocatedCost[] = []
  for (const cost of costs) {
    const at = locator.locate(cost)
    if (at !== null) {
      const factor = context.rates.factor(cost.currency, cost.day)
      if (Number.isNaN(factor)) context.rates.miss(cost.currency, cost.day)
      else located.push({ at, field: FIELD_OF[cost.kind], amount: convertAmount(cost.amount, factor) })
    }
  }
  for (const view of views) {
    const at = locator.locate({ ...view, campaign: null, staff: null })
    if (at !== null) located.push({ at, field: 'views', amount: view.views })
  }
  return located
}

export function addCosts(groups: Groups, costs: readonly LocatedCost[]): void {
  for (const { at, field, amount } of costs) {
    const slot = groups.slot(groups.compose((key) => key.codeOfCost(at)))
    groups.costs[slot * COST_FIELDS.length + COST_FIELDS.indexOf(field)]! += amount
    if (field === 'views') groups.costs[slot * COST_FIELDS.length + COST_FIELDS.indexOf('hasViews')] = 1
  }
}

type Place =
  | Pick<CostLine, 'shopId' | 'creator' | 'productId' | 'contentId' | 'campaign' | 'staff' | 'day'>
  | (ViewsLine & Pick<CostLine, 'campaign' | 'staff'>)

class Locator {
  private readonly context: CostContext
  private readonly shops: ReadonlyMap<string, ScopeShop>
  private readonly numbers = new Map<string, number>()

  constructor(context: CostContext) {
    this.context = context
    this.shops = new Map(context.scope.shops.map((shop) => [shop.shop.id, shop]))
  }

  /** Where a cost belongs, or null where it is out of scope. */
  locate(cost: Place): Located | null {
    const { cache, scope, campaigns, staff } = this.context
    const shop = this.shops.get(cost.shopId)
    if (shop === undefined || cost.day < scope.from || cost.day > scope.to) {
      return null
    }
    const creatorText = cost.creator ?? ''
    const productText = cost.productId ?? ''
    const contentText = cost.contentId ?? ''
    if (
      !passes(scope.creators, creatorText) ||
      !passes(scope.products, productText) ||
      !passes(scope.contents, contentText)
    ) {
      return null
    }
    const creator = this.number('SELECT no FROM dim_creators WHERE handle = ?', creatorText)
    const product = this.number(
      'SELECT no FROM dim_products WHERE product_id = ? AND shop_no = ?',
      productText,
      shop.no,
    )
    const content = cache.contents.numberOf(contentText)
    const contentType = cache.contents.typeOf(content) + 1
    if (scope.contentTypes !== null && !scope.contentTypes.has(contentType - 1)) {
      return null
    }
    const place = {
      shopId: cost.shopId,
      creator: creatorText,
      product: productText,
      content: contentText,
      day: cost.day,
    }
    return {
      shop,
      creator,
      product,
      content,
      creatorText,
      productText,
      contentType,
      day: cost.day,
      campaign: cost.campaign === null ? campaigns.codeOfCost(place) : campaigns.codeOfText(cost.campaign),
      staff: cost.staff === null ? staff.codeOfCost(place) : staff.codeOfText(cost.staff),
    }
  }

  private number(sql: string, text: string, shopNo?: number): number {
    if (text === '') {
      return 0
    }
    const key = `${sql}/${text}/${shopNo ?? ''}`
    const known = this.numbers.get(key)
    if (known !== undefined) {
      return known
    }
    const statement = this.context.cache.db.prepare(sql).pluck()
    const found = shopNo === undefined ? statement.get(text) : statement.get(text, shopNo)
    const number = typeof found === 'number' ? found : 0
    this.numbers.set(key, number)
    return number
  }
}

function passes(filter: Wanted | null, text: string): boolean {
  return filter === null || filter.texts.has(text)
}
