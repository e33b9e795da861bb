/** The demo agency's money, entered as finance does it: what is owed and was paid, balances, statements, closed months. */

import path from 'node:path'

import { addDays } from '../../../shared/domain/days'
import type { DemoRate } from '../../../shared/domain/demo/rates'
import {
  DEMO_BALANCES,
  DEMO_CASH_ITEMS,
  DEMO_DISPUTES,
  DEMO_PAYABLES,
  DEMO_SETTLEMENT_RULES,
  type DemoDispute,
  type DemoPayable,
} from '../../../shared/domain/demo/money'
import { had, lastOf, type Scene } from './scene'

const US = 'us'
/** Retainers and fees of contracts that are due up to so many days from today. */
const AHEAD = 30
/** Statements of the closed month that were made, and how many of them were sent. */
const STATEMENTS = { made: 12, sent: 9 } as const

export async function enterPayables(scene: Scene): Promise<void> {
  const { payables } = scene.client
  const us = scene.shop(US)
  await payables.fromContracts({ until: scene.day(us, AHEAD) })
  // What was due before this week was paid on its day.
  const { rows } = await payables.list({ limit: 500, to: scene.day(us, -7) })
  for (const { id, toPay, dueDay } of rows) {
    await payables.step({ ids: [id], to: 'approved' })
    await payables.pay({ id, amount: toPay ?? 0, day: dueDay, method: 'Payoneer', reference: `NP ${dueDay}` })
  }
  const ids = new Map<string, string>()
  for (const plan of DEMO_PAYABLES) ids.set(plan.title, await enterPayable(scene, plan))
  for (const { title, recouped } of DEMO_PAYABLES) {
    if (recouped === null) continue
    const [id, fromId] = [had(ids.get(recouped.from), recouped.from), had(ids.get(title), title)]
    await payables.recoup({ id, fromId, amount: recouped.amount })
  }
}

async function enterPayable(scene: Scene, plan: DemoPayable): Promise<string> {
  const { payables } = scene.client
  const { shop: key, creator, kind, title, amount, due, came, reason, recouped } = plan
  const shop = scene.shop(key)
  const dueDay = scene.day(shop, due)
  const { id } = await payables.put({
    fields: {
      shopId: shop.id,
      creatorId: had(shop.creators[creator], creator).id,
      kind,
      title,
      amount,
      currency: shop.currency,
      dueDay,
      recoup: recouped !== null,
      owner: scene.me,
    },
  })
  if (came === 'cancelled' || came === 'disputed') await payables.step({ ids: [id], to: came, reason })
  if (came === 'approved' || came === 'paid' || came === 'part') await payables.step({ ids: [id], to: 'approved' })
  if (came === 'paid' || came === 'part') {
    const paid = came === 'part' ? amount / 2 : amount
    await payables.pay({ id, amount: paid, day: dueDay, method: 'Payoneer', reference: `NP ${dueDay}` })
  }
  return id
}

export async function enterCash(scene: Scene): Promise<void> {
  const { cash } = scene.client
  const us = scene.shop(US)
  const today = scene.day(us, 0)
  for (const balance of DEMO_BALANCES) await cash.putBalance({ ...balance, day: today })
  for (const { day, ...item } of DEMO_CASH_ITEMS) await cash.putItem({ fields: { ...item, day: scene.day(us, day) } })
  for (const { shop, ...rule } of DEMO_SETTLEMENT_RULES) {
    const { id } = scene.shop(shop)
    await cash.putRule({ ...rule, shopId: id, fromDay: scene.day(us, -300), source: 'Seller Center, Finance' })
  }
}

/** Tiers for one shop, from the last month on. */
export async function enterRules(scene: Scene, lastMonth: string): Promise<void> {
  const shop = scene.shop(US)
  const { client } = scene
  const { base } = await client.commission.inForce({ shopId: shop.id, day: `${lastMonth}-01` })
  await client.commission.put({
    key: shop.id,
    fromDay: `${lastMonth}-01`,
    base,
    tiers: [
      { from: 500_000, rate: 1300 },
      { from: 1_500_000, rate: 1500 },
    ],
    bonusRate: 200,
    coFundedShare: 5000,
    tapShare: 0,
    capShare: 1000,
    taxRate: 0,
    source: 'Agreement of the season, annex 2',
  })
}

/** The rates that a month's books are kept at. */
export async function lockRates({ client }: Scene, month: string, rates: readonly DemoRate[]): Promise<void> {
  const lines = rates
    .filter(({ day }) => day.startsWith(month))
    .map(({ base, quote, rate }) => `${base} ${quote} ${rate}`)
  if (lines.length === 0) return
  await client.rates.lockMonth({ month, text: lines.join('\n'), source: 'demo', dryRun: false })
}

/** Statements to the creators of a month, most of them sent, and what they had to say. `folder` holds the files for a moment. */
export async function stateMonth(scene: Scene, month: string, folder: string): Promise<void> {
  const { statements } = scene.client
  const shop = scene.shop(US)
  const before = await statements.sheet({ shopId: shop.id, month })
  const creators = before.rows.slice(0, STATEMENTS.made).map(({ creatorId }) => creatorId)
  if (creators.length === 0) return
  await lastOf(
    statements.make({ shopId: shop.id, month, creators, formats: ['csv'], folder: path.join(folder, 'statements') }),
  )
  const { rows } = await statements.sheet({ shopId: shop.id, month })
  const ids = rows.flatMap(({ statement }) => (statement === null ? [] : [statement.id])).slice(0, STATEMENTS.sent)
  await statements.markSent({ ids, sent: true })
  for (const dispute of DEMO_DISPUTES) {
    const row = rows[dispute.place]
    if (row !== undefined) await enterDispute(scene, dispute, { month, ...row })
  }
}

type Stated = Awaited<ReturnType<Scene['client']['statements']['sheet']>>['rows'][number] & { readonly month: string }

async function enterDispute(
  scene: Scene,
  plan: DemoDispute,
  { month, creatorId, figures, statement }: Stated,
): Promise<void> {
  const { statements } = scene.client
  const shop = scene.shop(plan.shop)
  const claimed = Math.round(((figures.actual ?? 0) * plan.claimed) / 10_000)
  const { id } = await statements.putDispute({
    fields: {
      shopId: shop.id,
      creatorId,
      month,
      statementId: statement?.id ?? null,
      title: plan.title,
      claimed,
      owner: scene.me,
    },
  })
  const { rows } = await statements.lines({ shopId: shop.id, month, creatorId, limit: 3 })
  for (const [at, [side, text]] of plan.words.entries()) {
    const orders = at === 0 ? rows.map(({ orderId }) => orderId).join('\n') : ''
    await statements.say({ id, side, text, orders })
  }
  if (plan.outcome === null) return
  const granted = plan.outcome === 'granted' ? claimed : null
  const owe = granted === null ? null : scene.day(shop, 7)
  await statements.settle({ id, outcome: plan.outcome, granted, owe })
}

/** Freezes the month of these shops; months that still run stay open. */
export async function closeMonths({ client, shop }: Scene, month: string, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const scope = { shopId: shop(key).id, month }
    if ((await client.periods.month(scope)).over) await client.periods.close(scope)
  }
}

/** `YYYY-MM`, so many months before. */
export function monthsBefore(month: string, count: number): string {
  let day = `${month}-01`
  for (let left = count; left > 0; left -= 1) day = `${addDays(day, -1).slice(0, 7)}-01`
  return day.slice(0, 7)
}
