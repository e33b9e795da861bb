/** The linter of claims and disclosure, its rules, script templates. */

import type { ReadableDb } from '../../../db/database'
import { productCategory } from '../../../db/repositories/compliance'
import { productPrices } from '../../../db/repositories/products'
import { deleteRecord } from '../../../db/repositories/records'
import type { OwnRule, RuleRow, ScriptTemplate } from '../../../shared/contract/compliance'
import { languagesIn, lint } from '../../../shared/domain/compliance/lint'
import { PACKS } from '../../../shared/domain/compliance/packs/index'
import type { PagePrice } from '../../../shared/domain/compliance/prices'
import { RULES } from '../../../shared/domain/compliance/rules'
import { sourceOf } from '../../../shared/domain/compliance/sources'
import { SHIPPED_TEMPLATES } from '../../../shared/domain/compliance/shipped-templates'
import { keepsSignOff } from '../../../shared/domain/compliance/templates'
import { termsOf } from '../../../shared/domain/compliance/terms'
import type { Rule, SheetLine } from '../../../shared/domain/compliance/types'
import { AppError } from '../../../shared/errors'
import { claimSheetInForce } from '../lookups/claim-sheets'
import { ownComplianceRules, ownScriptTemplates } from '../lookups/compliance'
import { findShop } from '../lookups/shops'
import { os } from '../serve'
import { put, today, write } from '../support'

export const compliance = {
  check: os.compliance.check.handler(({ input, context }) => {
    const { db } = context.host.current().workspace
    const { text, language, shopId, productId, ties } = input
    const shop = shopId === null ? null : findShop(db, shopId)
    const market = input.market ?? shop?.market ?? null
    const of = shop === null || productId === null ? null : { shopId: shop.id, productId }
    const claims = of && sheetLines(db, { ...of, market: market ?? 'US', day: today(context) })
    const category = input.category ?? (of && productCategory(db, of.shopId, of.productId))
    const price = of && pagePrice(db, of.shopId, of.productId, today(context))
    const found = lint({ text, language, market, category, claims, price, own: ownComplianceRules(db), ties })
    const findings = found.map((one) => ({ ...one, markets: [...one.markets], also: [...one.also] }))
    return { text, languages: languagesIn(text, language), market, category, claims: claims?.length ?? null, findings }
  }),

  rules: os.compliance.rules.handler(({ context }) => allRules(context.host.current().workspace.db)),

  putRule: os.compliance.putRule.handler(async ({ input, context }) => {
    const isShipped = Object.hasOwn(RULES, input.key)
    if (!isShipped && !input.off && (input.terms ?? []).length === 0) {
      throw new AppError('record.invalid', { entity: 'complianceRules', field: 'terms', reason: 'required' })
    }
    const { terms, ...fields } = input
    await write(context, 'compliance.putRule', input.key, (tx) =>
      put(context, tx, 'complianceRules', null, { ...fields, terms: terms === null ? null : JSON.stringify(terms) }),
    )
    return ruleOf(context.host.current().workspace.db, input.key)
  }),

  removeRule: os.compliance.removeRule.handler(async ({ input: { key }, context }) => {
    const { own } = ruleOf(context.host.current().workspace.db, key)
    if (own === null) throw new AppError('record.notFound', { entity: 'complianceRules', id: key })
    await write(context, 'compliance.removeRule', key, (tx) => deleteRecord(tx, 'complianceRules', own.id))
    return {}
  }),

  templates: os.compliance.templates.handler(({ input: { archived }, context }) => [
    ...ownScriptTemplates(context.host.current().workspace.db).filter((one) => archived || !one.archived),
    ...SHIPPED_TEMPLATES.map(shipped),
  ]),

  putTemplate: os.compliance.putTemplate.handler(async ({ input: { id, fields }, context }) => {
    const { db } = context.host.current().workspace
    const before = id === null ? null : templateOf(db, id)
    const { mustSay, maySay, neverSay, ...plain } = fields
    const lists = {
      mustSay: JSON.stringify(mustSay),
      maySay: JSON.stringify(maySay),
      neverSay: JSON.stringify(neverSay),
    }
    const signed = before === null || keepsSignOff(before, fields) ? {} : { signedOffBy: null, signedOffOn: null }
    const label = id === null ? 'compliance.addTemplate' : 'compliance.putTemplate'
    const saved = await write(context, label, fields.name, (tx) =>
      put(context, tx, 'scriptTemplates', id, { ...plain, ...lists, ...signed }),
    )
    return templateOf(db, saved)
  }),

  removeTemplate: os.compliance.removeTemplate.handler(async ({ input: { id }, context }) => {
    const { name } = templateOf(context.host.current().workspace.db, id)
    await write(context, 'compliance.removeTemplate', name, (tx) => deleteRecord(tx, 'scriptTemplates', id))
    return {}
  }),

  signOff: os.compliance.signOff.handler(async ({ input: { id, by }, context }) => {
    const { db } = context.host.current().workspace
    const { name } = templateOf(db, id)
    const fields = { signedOffBy: by, signedOffOn: by === null ? null : today(context) }
    await write(context, by === null ? 'compliance.takeSignOff' : 'compliance.signOff', name, (tx) =>
      put(context, tx, 'scriptTemplates', id, fields),
    )
    return templateOf(db, id)
  }),
}

/** The lowest price in force of the product and its SKUs; null where the catalogue has none. */
function pagePrice(db: ReadableDb, shopId: string, productId: string, day: string): PagePrice | null {
  const inForce = new Map<string, PagePrice>()
  // Newest first: the first that began is the one in force.
  for (const row of productPrices(db, [productId])) {
    if (row.shopId !== shopId || row.fromDay > day || row.currency === null || inForce.has(row.skuId)) continue
    inForce.set(row.skuId, { amount: row.price, currency: row.currency })
  }
  return [...inForce.values()].toSorted((a, b) => a.amount - b.amount)[0] ?? null
}

function sheetLines(db: ReadableDb, of: Parameters<typeof claimSheetInForce>[1]): readonly SheetLine[] {
  const { allowed, forbidden, mustSay, disclosure } = claimSheetInForce(db, of)
  return [...allowed, ...forbidden, ...mustSay, ...disclosure]
}

function allRules(db: ReadableDb): RuleRow[] {
  const own = new Map(ownComplianceRules(db).map((rule) => [rule.key, rule]))
  const shippedRules = Object.entries(RULES).map(([key, rule]) => shippedRow(key, rule, own.get(key) ?? null))
  const added = [...own.values()].filter(({ key }) => !Object.hasOwn(RULES, key)).map(addedRow)
  return [...shippedRules, ...added]
}

function shippedRow(key: string, rule: Rule, own: OwnRule | null): RuleRow {
  const terms = Object.values(PACKS).map(({ language, rules }): [string, string[]] => [
    language,
    (rules[key]?.say ?? []).flatMap(([, said]) => termsOf(said)),
  ])
  return {
    key,
    theme: rule.theme,
    level: rule.level,
    markets: [...(rule.markets ?? [])],
    categories: [...(rule.categories ?? [])],
    reason: rule.reason,
    source: sourceOf(rule.source),
    shipped: true,
    terms: Object.fromEntries(terms),
    own,
  }
}

function addedRow(own: OwnRule): RuleRow {
  const reason = own.reason ?? own.key
  return {
    key: own.key,
    theme: 'own',
    level: own.level ?? 'warn',
    markets: own.market === null || own.market === '*' ? [] : [own.market],
    categories: own.category === null || own.category === '*' ? [] : [own.category],
    reason: { en: reason, 'zh-CN': reason },
    source: own.source === null ? sourceOf('own') : { title: own.source, date: null, verify: true },
    shipped: false,
    terms: {},
    own,
  }
}

function ruleOf(db: ReadableDb, key: string): RuleRow {
  const rule = allRules(db).find((row) => row.key === key)
  if (!rule) throw new AppError('record.notFound', { entity: 'complianceRules', id: key })
  return rule
}

function templateOf(db: ReadableDb, id: string): ScriptTemplate {
  const template = ownScriptTemplates(db).find((one) => one.id === id)
  if (!template) throw new AppError('record.notFound', { entity: 'scriptTemplates', id })
  return template
}

function shipped(template: (typeof SHIPPED_TEMPLATES)[number]): ScriptTemplate {
  const { mustSay, maySay, neverSay, ...rest } = template
  return {
    ...rest,
    id: null,
    mustSay: [...mustSay],
    maySay: [...maySay],
    neverSay: [...neverSay],
    signedOffBy: null,
    signedOffOn: null,
    archived: false,
  }
}
