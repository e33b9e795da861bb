/**
 * Fills a workspace with the made-up agency as people would: shops are added, export files are written as the platform
 * writes them and imported, then names, costs and rates are entered, and what the agency is busy with today.
 */

import { mkdtemp, rm, utimes } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { dayNumber } from '../../../shared/domain/days'
import {
  demoAgency,
  type DemoAgency,
  type DemoFile,
  type DemoShopYear,
  type DemoWish,
} from '../../../shared/domain/demo/agency'
import type { DemoCost } from '../../../shared/domain/demo/costs'
import type { DemoLine } from '../../../shared/domain/demo/line'
import { DEMO_CAMPAIGNS } from '../../../shared/domain/demo/campaigns'
import type { LayoutName } from '../../../shared/domain/import-layouts/recognise'
import type { FileLanguage } from '../../../shared/domain/imports'
import type { WorkspaceContext } from '../context'
import { writeOrderExport } from '../files/order-export'
import { importFile } from '../importing/import-file'
import type { Reporter } from '../progress'
import { enterContracts } from './contracts'
import { importIncome, INCOME_MONTHS, INCOME_SHOPS } from './income'
import { closeMonths, enterCash, enterPayables, enterRules, lockRates, monthsBefore, stateMonth } from './money'
import { enterCampaigns, enterLives, enterProducts, enterReviews, enterTalks } from './plans'
import { enterPosts, enterSamples } from './samples'
import { had, sceneOf } from './scene'

export interface Filled {
  readonly shops: number
  readonly creators: number
  readonly lines: number
  readonly files: number
}

const LAYOUTS: Readonly<Partial<Record<FileLanguage, LayoutName>>> = {
  en: 'affiliateOrders.en',
  zh: 'affiliateOrders.zh',
  id: 'affiliateOrders.id',
  vi: 'affiliateOrders.vi',
}

const DAY_SECONDS = 86_400

interface Filling {
  readonly context: WorkspaceContext
  readonly agency: DemoAgency
  readonly reporter: Reporter
  /** Where export files are written before they are imported. */
  readonly folder: string
  /** Ids by the shops' keys and the creators' handles. */
  readonly shops: Map<string, string>
  readonly creators: Map<string, string>
  /** By the shops' keys, the lines of the last months, as their last exports have them. */
  readonly recent: Map<string, DemoLine[]>
  /** Exports that come after their month was closed. */
  readonly late: { readonly year: DemoShopYear; readonly file: DemoFile }[]
  lines: number
  files: number
}

/** Ended early, it leaves what it entered so far, and no file behind. */
export async function fillWorkspace(context: WorkspaceContext, wish: DemoWish, reporter: Reporter): Promise<Filled> {
  const agency = demoAgency(wish)
  const folder = await mkdtemp(path.join(os.tmpdir(), 'starboard-demo-'))
  const filling: Filling = {
    context,
    agency,
    reporter,
    folder,
    shops: new Map(),
    creators: new Map(),
    recent: new Map(),
    late: [],
    lines: 0,
    files: 0,
  }
  try {
    for (const [done, year] of agency.years.entries()) {
      await fillShop(filling, year, (detail) =>
        reporter.report({ step: 'import', done, total: agency.years.length, detail }),
      )
    }
    reporter.report({ step: 'names', done: 0, total: null })
    await nameCreators(filling)
    reporter.report({ step: 'rates', done: 0, total: null })
    await enterRates(filling)
    reporter.report({ step: 'work', done: 0, total: null })
    await enterWork(filling)
    reporter.report({ step: 'money', done: 0, total: null })
    await enterMoney(filling)
    return { shops: agency.years.length, creators: agency.creators.length, lines: filling.lines, files: filling.files }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function fillShop(filling: Filling, year: DemoShopYear, report: (file: string) => void): Promise<void> {
  const { client } = filling.context
  const { name, client: owner, market, currency, timezone, reportLanguage, shopCode, crossBorder } = year.shop
  const shop = await client.shops.add({
    name,
    client: owner,
    market,
    currency,
    timezone,
    reportLanguage,
    shopCode,
    crossBorder,
  })
  filling.shops.set(year.shop.key, shop.id)
  const files = year.files()
  for (;;) {
    filling.reporter.checkWanted()
    const step = files.next()
    if (step.done === true) {
      await enterProductCosts(filling, year, shop.id)
      await enterCosts(filling, year, shop.id, step.value)
      return
    }
    report(step.value.name)
    remember(filling, year, step.value)
    if (step.value.late) filling.late.push({ year, file: step.value })
    else await importExport(filling, year, shop.id, step.value)
  }
}

/** Income files are of the same sales as the exports. */
function remember({ recent, agency }: Filling, { shop }: DemoShopYear, { from, asOf, lines }: DemoFile): void {
  const since = monthsBefore(agency.to.slice(0, 7), INCOME_MONTHS - 1)
  if (asOf !== agency.to || from < `${since}-01` || !INCOME_SHOPS.includes(shop.key)) return
  recent.set(shop.key, [...(recent.get(shop.key) ?? []), ...lines])
}

async function importExport(filling: Filling, { shop }: DemoShopYear, shopId: string, made: DemoFile): Promise<void> {
  const { context, reporter, folder } = filling
  const file = path.join(folder, made.name)
  const layout = LAYOUTS[shop.language] ?? 'affiliateOrders.en'
  await writeOrderExport(file, { layout, container: shop.container, currency: shop.currency }, made.lines)
  // A file is as old as what it says: of two exports of a line the younger one is believed.
  const exportedAt = (dayNumber(made.asOf) + 1) * DAY_SECONDS
  await utimes(file, exportedAt, exportedAt)
  // No copy of the workspace before each of seventy files: there is nothing in it yet that anybody could miss.
  const { inserted } = await importFile(
    context,
    { path: file, shopId, corrections: [] },
    { ...reporter, report: () => {} },
    { backup: false },
  )
  await rm(file)
  filling.lines += inserted
  filling.files += 1
}

/** The files know handles only; names are what people enter. */
async function nameCreators({ context: { client }, agency, reporter, creators }: Filling): Promise<void> {
  for (const { handle, displayName, market } of agency.creators) {
    reporter.checkWanted()
    const { id } = await client.records.put({ entity: 'creators', fields: { handle, displayName, market } })
    creators.set(handle, String(id))
  }
}

async function enterProductCosts(
  { context: { client }, agency }: Filling,
  { shop, catalogue }: DemoShopYear,
  shopId: string,
): Promise<void> {
  for (const { productId, unitCost } of catalogue.products) {
    await client.costs.putProductCost({
      fields: { shopId, productId, unitCost, currency: shop.currency, fromDay: agency.from },
    })
  }
}

async function enterCosts(
  { context: { client } }: Filling,
  { shop }: DemoShopYear,
  shopId: string,
  costs: readonly DemoCost[],
): Promise<void> {
  for (const cost of costs) {
    await client.costs.put({ fields: { shopId, currency: shop.currency, ...cost } })
  }
}

async function enterRates({ context: { client }, agency }: Filling): Promise<void> {
  const state = await client.workspace.state({})
  const quote = state.status === 'open' ? state.currency : 'USD'
  for (const rate of agency.rates(quote)) {
    await client.rates.put({ ...rate, source: 'demo' })
  }
}

/** Each part after the ones it speaks of. */
async function enterWork({ context, agency, reporter, ...entered }: Filling): Promise<void> {
  const scene = sceneOf(context, agency, entered)
  const campaigns = await enterCampaigns(scene)
  const targeted = new Map(
    DEMO_CAMPAIGNS.flatMap(({ shop, kind }, at) => (kind === 'target' ? [[shop, campaigns[at] ?? '']] : [])),
  )
  for (const enter of [
    () => enterProducts(scene),
    () => enterSamples(scene, targeted),
    () => enterPosts(scene),
    () => enterReviews(scene, targeted),
    () => enterLives(scene),
    () => enterTalks(scene),
  ]) {
    reporter.checkWanted()
    await enter()
  }
}

/** Contracts and what is owed, then the files of finance, and a month's end: the close, statements, and what came after. */
async function enterMoney(filling: Filling): Promise<void> {
  const { context, agency, reporter, folder } = filling
  const scene = sceneOf(context, agency, filling)
  const last = agency.to.slice(0, 7)
  const closed = monthsBefore(last, 1)
  const state = await context.client.workspace.state({})
  const rates = agency.rates(state.status === 'open' ? state.currency : 'USD')
  const everyShop = agency.years.map(({ shop }) => shop.key)
  for (const enter of [
    () => enterContracts(scene),
    () => enterPayables(scene),
    () => enterRules(scene, last),
    () => enterCash(scene),
    () => importIncomes(filling),
    () => lockRates(scene, closed, rates),
    () => closeMonths(scene, monthsBefore(closed, 1), everyShop.slice(0, 1)),
    () => closeMonths(scene, closed, everyShop),
    () => stateMonth(scene, closed, folder),
    () => importLate(filling),
  ]) {
    reporter.checkWanted()
    await enter()
  }
}

async function importIncomes(filling: Filling): Promise<void> {
  const { context, agency, reporter, folder, recent, shops } = filling
  for (const { shop } of agency.years) {
    const lines = recent.get(shop.key)
    if (lines === undefined) continue
    const shopId = had(shops.get(shop.key), shop.key)
    filling.files += await importIncome(context, { shop, shopId, lines, until: agency.to, folder }, reporter)
  }
}

async function importLate(filling: Filling): Promise<void> {
  for (const { year, file } of filling.late) {
    await importExport(filling, year, had(filling.shops.get(year.shop.key), year.shop.key), file)
  }
}
