/** What entering the demo agency's work needs at hand: its shops, creators and clock. */

import type { CatalogueProduct } from '../../../shared/domain/demo/catalogue'
import type { DemoAgency } from '../../../shared/domain/demo/agency'
import { addDays, dayInZone, instantInZone } from '../../../shared/domain/days'
import type { WorkspaceContext } from '../context'

export interface SceneShop {
  readonly id: string
  readonly currency: string
  readonly timezone: string
  readonly market: string
  readonly products: readonly CatalogueProduct[]
  /** Those of its market, best first. */
  readonly creators: readonly { readonly id: string; readonly handle: string; readonly displayName: string }[]
}

export interface Scene {
  readonly client: WorkspaceContext['client']
  readonly me: string
  readonly shop: (key: string) => SceneShop
  /** A day of a shop's calendar, so many days from today. */
  readonly day: (shop: SceneShop, days: number) => string
  /** The instant of an hour of that day, by the shop's clocks. */
  readonly at: (shop: SceneShop, days: number, hour?: number) => number
}

export function sceneOf(
  context: WorkspaceContext,
  agency: DemoAgency,
  entered: { readonly shops: ReadonlyMap<string, string>; readonly creators: ReadonlyMap<string, string> },
): Scene {
  const shops = new Map(
    agency.years.map(({ shop, catalogue }) => [shop.key, sceneShop(agency, shop, catalogue.products, entered)]),
  )
  const day = (shop: SceneShop, days: number): string => addDays(dayInZone(context.now(), shop.timezone), days)
  return {
    client: context.client,
    me: context.author(),
    shop: (key) => had(shops.get(key), key),
    day,
    at: (shop, days, hour = 10) => instantInZone(day(shop, days), hour * 60, shop.timezone),
  }
}

function sceneShop(
  agency: DemoAgency,
  shop: DemoAgency['years'][number]['shop'],
  products: readonly CatalogueProduct[],
  entered: { readonly shops: ReadonlyMap<string, string>; readonly creators: ReadonlyMap<string, string> },
): SceneShop {
  const { key, currency, timezone, market } = shop
  return {
    id: had(entered.shops.get(key), key),
    currency,
    timezone,
    market,
    products,
    creators: agency.creators
      .filter((creator) => creator.market === market)
      .map(({ handle, displayName }) => ({ id: had(entered.creators.get(handle), handle), handle, displayName })),
  }
}

/** The made-up lists name each other by places; a place that is not there is a mistake of theirs. */
export function had<T>(value: T | undefined, name: string | number): T {
  if (value === undefined) throw new Error(`the made-up agency has no ${name}`)
  return value
}

/** The last answer of a job. */
export async function lastOf<R>(job: PromiseLike<{ next(): Promise<IteratorResult<unknown, R>> }>): Promise<R> {
  const steps = await job
  for (;;) {
    const step = await steps.next()
    if (step.done) return step.value
  }
}
