/**
 * The made-up agency: 3 clients, 6 shops in 5 markets, 400 creators, a year of orders as the files that the platform
 * would have exported. The same size, seed and last day give the same lines, to the last digit, on every machine.
 */

import { addDays, dayNumber } from '../days'
import { catalogueOf, type Catalogue } from './catalogue'
import { costsOfMonth, MonthTally, type DemoCost } from './costs'
import { demoCreators, LOSS_MAKER, type DemoCreator } from './creators'
import { demoPeriod, linesByDay, type DemoSize } from './days'
import { LOSS_DEAL } from './disasters'
import type { DemoLine } from './line'
import { linesOfDay, type Making } from './lines'
import { demoRates, firstDays, type DemoRate } from './rates'
import { DEMO_SHOPS, type DemoShop } from './shops'

export interface DemoWish {
  readonly size: DemoSize
  readonly seed: number
  /** Last day of the data. */
  readonly until: string
}

/** One export file that the platform would have given out. */
export interface DemoFile {
  readonly name: string
  /** Days it covers. */
  readonly from: string
  readonly to: string
  /** The day it was exported: what happened later is not in it. */
  readonly asOf: string
  /** It came after the month was closed. */
  readonly late: boolean
  /** In the order of the file: newest first. */
  readonly lines: readonly DemoLine[]
}

export interface DemoShopYear {
  readonly shop: DemoShop
  readonly catalogue: Catalogue
  /** File after file; each is made when it is asked for. */
  files(): Generator<DemoFile, readonly DemoCost[]>
}

export interface DemoAgency {
  readonly from: string
  readonly to: string
  readonly creators: readonly DemoCreator[]
  readonly years: readonly DemoShopYear[]
  rates(quote: string): DemoRate[]
}

/** Exported twice: in the middle of things, and again once commissions were settled, when the month was closed already. */
const EXPORTED_TWICE = { shop: 'us', month: 10, after: 6 } as const

export function demoAgency({ size, seed, until }: DemoWish): DemoAgency {
  const { from, to } = demoPeriod(until)
  const creators = demoCreators(seed)
  const years = DEMO_SHOPS.map((shop): DemoShopYear => {
    const catalogue = catalogueOf(seed, shop)
    const roster = creators.filter(({ market, handle }) => market === shop.market && worksFor(shop, handle))
    const making: Making = { seed, shop, catalogue, roster, from, volume: linesByDay(shop, size, until) }
    return { shop, catalogue, files: () => filesOf(making, to) }
  })
  const currencies = [...new Set(DEMO_SHOPS.map(({ currency }) => currency))]
  return { from, to, creators, years, rates: (quote) => demoRates(seed, currencies, quote, { from, to }) }
}

/** The loss maker is one shop's own deal; all others work for every shop of their market. */
function worksFor(shop: DemoShop, handle: string): boolean {
  return handle !== LOSS_MAKER || shop.key === LOSS_DEAL.shop
}

function* filesOf(making: Making, last: string): Generator<DemoFile, readonly DemoCost[]> {
  const costs: DemoCost[] = []
  const months = firstDays(making.from, last)
  for (const [at, from] of months.entries()) {
    const next = months[at + 1]
    const to = next === undefined ? last : addDays(next, -1)
    const twice = making.shop.key === EXPORTED_TWICE.shop && at === EXPORTED_TWICE.month
    if (twice) {
      const asOf = addDays(to, EXPORTED_TWICE.after)
      yield fileOf(making, { from, to, asOf, name: nameOf(making.shop, from, to), late: false })
    }
    const name = nameOf(making.shop, from, to, twice ? ' (1)' : '')
    const file = fileOf(making, { from, to, asOf: last, name, late: twice })
    const tally = new MonthTally()
    for (const line of file.lines) {
      tally.add(line)
    }
    costs.push(...costsOfMonth(making.seed, making.shop, from.slice(0, 7), tally).filter(({ day }) => day <= last))
    yield file
  }
  return costs
}

function fileOf(making: Making, { from, to, asOf, name, late }: Omit<DemoFile, 'lines'>): DemoFile {
  const first = dayNumber(making.from)
  const endOfDay = (dayNumber(asOf) + 1) * 86_400 - 1
  const lines: DemoLine[] = []
  for (let day = dayNumber(to); day >= dayNumber(from); day -= 1) {
    for (const line of linesOfDay(making, day - first, endOfDay)) {
      lines.push(line)
    }
  }
  return { name, from, to, asOf, late, lines }
}

function nameOf({ market, container, key }: DemoShop, from: string, to: string, more = ''): string {
  return `affiliate_orders_${market}_${key}_${from.replaceAll('-', '')}-${to.replaceAll('-', '')}${more}.${container}`
}
