/**
 * Costs and views from the records, laid on the groups whose keys they carry. What a cost does not carry shows as
 * "not attributed"; nothing is spread.
 */

import { convertAmount } from '../../shared/domain/roi'
import type { FactsCache } from './cache'
import type { Attributions } from './attribution'
import type { Rates } from './rates'
import { COST_FIELDS, COST_WIDTH, type CostField, type Groups } from './roi-groups'
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
    const place = groups.slot(groups.compose((key) => key.codeOfCost(at))) * COST_WIDTH
    groups.costs[place + COST_FIELDS.indexOf(field)]! += amount
    if (field === 'views') groups.costs[place + COST_FIELDS.indexOf('hasViews')] = 1
  }
}

type Place =
  | Pick<CostLine, 'shopId' | 'creator' | 'productId' | 'contentId' | 'campaign' | 'staff' | 'day'>
  | (ViewsLine & Pick<CostLine, 'campaign' | 'staff'>)

class Locator {
  private readonly context: CostContext
  private readonly shops: ReadonlyMap<string, ScopeShop>

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
    const creator = cache.names.of('creator').namedNumbersOf(creatorText)[0]?.no ?? 0
    const product =
      cache.names
        .of('product')
        .namedNumbersOf(productText)
        .find(({ shopNo }) => shopNo === shop.no)?.no ?? 0
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
}

function passes(filter: Wanted | null, text: string): boolean {
  return filter === null || filter.texts.has(text)
}
