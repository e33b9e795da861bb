/** What the made-up agency spent besides commission, in proportion to what was sold. */

import { toStep } from './catalogue'
import { LOSS_MAKER } from './creators'
import { LOSS_DEAL } from './disasters'
import type { DemoLine } from './line'
import { randomOf } from './random'
import type { DemoShop } from './shops'

export interface DemoCost {
  readonly kind: 'sample' | 'freight' | 'fee' | 'ads' | 'other'
  readonly creatorHandle: string | null
  readonly amount: number
  readonly day: string
  readonly campaign: string | null
  readonly staff: string | null
  readonly note: string
}

/** What one month of a shop sold, in all and by creator, in minor units. */
export class MonthTally {
  #all = 0
  readonly #byCreator = new Map<string, number>()

  add({ payment, status, creator }: DemoLine): void {
    if (status === 'unpaid' || status === 'ineligible' || !payment || !creator) {
      return
    }
    this.#all += payment
    this.#byCreator.set(creator, (this.#byCreator.get(creator) ?? 0) + payment)
  }

  get all(): number {
    return this.#all
  }

  of(creator: string): number {
    return this.#byCreator.get(creator) ?? 0
  }

  /** Who sold most; the handle decides between equals. */
  best(count: number): string[] {
    return [...this.#byCreator]
      .sort(([a, sold], [b, soldToo]) => soldToo - sold || (a < b ? -1 : 1))
      .slice(0, count)
      .map(([handle]) => handle)
  }
}

const STAFF: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'Lumora Beauty': ['Hannah Lee', 'Marcus Webb'],
  深圳澄屿科技: ['陈雨桐', '林嘉豪'],
  'Nusa Living': ['Dewi Anggraini', 'Somchai P.'],
}

/** The costs of one month of a shop; `month` is `YYYY-MM`. */
export function costsOfMonth(seed: number, shop: DemoShop, month: string, tally: MonthTally): DemoCost[] {
  if (tally.all === 0) {
    return []
  }
  const random = randomOf(seed, 'costs', shop.key, month)
  const staff = () => random.pick(STAFF[shop.client] ?? ['Hannah Lee'])
  const campaign = campaignOf(shop.market, Number(month.slice(5)))
  const share = (part: number) =>
    Math.max(shop.priceStep, toStep(tally.all * part * (0.85 + random.next() * 0.3), shop.priceStep))
  const cost = (
    kind: DemoCost['kind'],
    amount: number,
    date: number,
    note: string,
    creatorHandle: string | null = null,
  ): DemoCost => ({
    kind,
    amount,
    day: `${month}-${String(date).padStart(2, '0')}`,
    note,
    creatorHandle,
    campaign,
    staff: staff(),
  })
  const best = tally.best(6).filter((handle) => handle !== LOSS_MAKER)
  const retainer =
    shop.key === LOSS_DEAL.shop ? toStep(tally.of(LOSS_MAKER) * LOSS_DEAL.retainerShare, shop.priceStep) : 0
  return [
    cost('ads', share(0.028), 28, 'GMV Max'),
    cost('freight', share(0.003), 20, 'Sample freight'),
    ...best.slice(0, 4).map((handle) => cost('sample', share(0.0012), 5, 'Sample box', handle)),
    ...best.slice(0, 2).map((handle) => cost('fee', share(0.006), 15, 'Flat fee, 2 videos', handle)),
    ...(retainer > 0 ? [cost('fee', retainer, 1, 'Retainer', LOSS_MAKER)] : []),
  ]
}

function campaignOf(market: string, month: number): string | null {
  if (month === 11) return market === 'US' || market === 'GB' ? 'Black Friday' : '11.11'
  if (month === 12) return market === 'US' || market === 'GB' ? 'Holiday gifts' : '12.12'
  if (market === 'ID' && (month === 2 || month === 3)) return 'Ramadan'
  if (market === 'VN' && (month === 1 || month === 2)) return 'Tết'
  if (market === 'TH' && month === 4) return 'Songkran'
  return month === 6 ? '6.6 mid-year' : null
}
