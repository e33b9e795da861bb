/** The linter of claims and disclosure, its rules, script templates. */

import { LEVELS, THEMES } from '../domain/compliance/types'
import { FREEDOMS, TEMPLATE_KINDS } from '../domain/compliance/templates'
import { z } from '../schema'
import { Id, Nothing, procedure } from './define'

export const Words = z.object({ en: z.string(), 'zh-CN': z.string() })
const Level = z.enum(LEVELS)
const Market = z.string().regex(/^[A-Z]{2}$/)
const Language = z.string().trim().min(2).max(12)
/** `*` or null: every one. */
const Scope = z.string().trim().max(80).nullable()

export const FindingSource = z.object({ title: z.string(), date: z.string().nullable(), verify: z.boolean() })

/** One thing to look at; advice with its source, never a verdict. */
export const Finding = z.object({
  /** UTF-16 units of the text; both the same where something is missing that belongs there. */
  start: z.int().min(0),
  end: z.int().min(0),
  text: z.string(),
  rule: z.string(),
  theme: z.enum(THEMES),
  level: Level,
  /** None: every market. */
  markets: z.array(z.string()),
  reason: Words,
  source: FindingSource,
  /** Takes the place of the text between `start` and `end`; '' leaves it out; null: the sentence has to be written anew. */
  safer: z.string().nullable(),
  language: z.string().nullable(),
  also: z.array(z.string()),
})
export type Finding = z.infer<typeof Finding>

export const CheckInput = z.object({
  text: z.string().max(200_000),
  /** Null: told from the text. */
  language: Language.nullable().default(null),
  /** Null: that of the shop; without a shop rules of every market. */
  market: Market.nullable().default(null),
  /** Null: that of the product. */
  category: z.string().max(200).nullable().default(null),
  shopId: Id.nullable().default(null),
  /** TikTok's number; with a shop, its claim sheet is held against the text. */
  productId: z.string().max(64).nullable().default(null),
  /** What ties the speaker to the seller; null: a part of a text, so nothing that may stand elsewhere is missed. */
  ties: z
    .object({ commission: z.boolean(), gifted: z.boolean(), paid: z.boolean() })
    .nullable()
    .default({ commission: true, gifted: false, paid: false }),
})

export const Checked = z.object({
  /** The text that the findings are of. */
  text: z.string(),
  /** Those it is written in, the main one first. */
  languages: z.array(z.string()),
  market: z.string().nullable(),
  category: z.string().nullable(),
  /** Lines of the claim sheet that were held against it; null: no product was named. */
  claims: z.int().nullable(),
  findings: z.array(Finding),
})
export type Checked = z.infer<typeof Checked>

/** An own rule; what is null is as in the shipped rule of the same key. */
export const OwnRuleFields = z.object({
  key: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}._-]{1,80}$/u),
  market: Scope.default(null),
  category: Scope.default(null),
  language: Scope.default(null),
  level: Level.nullable().default(null),
  terms: z.array(z.string().trim().min(1).max(500)).max(500).nullable().default(null),
  reason: z.string().trim().max(1000).nullable().default(null),
  source: z.string().trim().max(500).nullable().default(null),
  safer: z.string().max(500).nullable().default(null),
  off: z.boolean().default(false),
  note: z.string().max(5000).nullable().default(null),
})
export const OwnRule = OwnRuleFields.extend({ id: Id })
export type OwnRule = z.infer<typeof OwnRule>

/** A rule as it stands: shipped, own, or shipped and changed. */
export const RuleRow = z.object({
  key: z.string(),
  theme: z.enum(THEMES),
  level: Level,
  markets: z.array(z.string()),
  categories: z.array(z.string()),
  reason: Words,
  source: FindingSource,
  shipped: z.boolean(),
  /** Shipped terms by language. */
  terms: z.record(z.string(), z.array(z.string())),
  own: OwnRule.nullable(),
})
export type RuleRow = z.infer<typeof RuleRow>

const Said = z.array(z.string().trim().min(1).max(500)).max(100)
export const TemplateFields = z.object({
  name: z.string().trim().min(1).max(200),
  kind: z.enum(TEMPLATE_KINDS),
  category: Scope.default(null),
  market: Scope.default(null),
  language: Language.nullable().default(null),
  contentForm: z.string().trim().max(80).nullable().default(null),
  body: z.string().min(1).max(50_000),
  mustSay: Said.default([]),
  maySay: Said.default([]),
  neverSay: Said.default([]),
  freedom: z.enum(FREEDOMS).nullable().default(null),
  note: z.string().max(5000).nullable().default(null),
  archived: z.boolean().default(false),
})
export const ScriptTemplate = TemplateFields.extend({
  /** Null: comes with the app; saving it makes an own one. */
  id: Id.nullable(),
  /** A native reader; a change of its words takes it away. */
  signedOffBy: z.string().nullable(),
  signedOffOn: z.string().nullable(),
})
export type ScriptTemplate = z.infer<typeof ScriptTemplate>

export const complianceContract = {
  /** What may get a script taken down, why, and what to say instead. */
  check: procedure(CheckInput, Checked),
  /** Every rule as it stands, by theme. */
  rules: procedure(Nothing, z.array(RuleRow)),
  /** Adds or changes the own rule of a key. */
  putRule: procedure(OwnRuleFields, RuleRow),
  /** The shipped rule holds again; one that is only own goes. */
  removeRule: procedure(z.object({ key: z.string().max(80) }), Nothing),
  /** Own templates by name, then those that come with the app. */
  templates: procedure(z.object({ archived: z.boolean().default(false) }), z.array(ScriptTemplate)),
  putTemplate: procedure(z.object({ id: Id.nullable(), fields: TemplateFields }), ScriptTemplate),
  removeTemplate: procedure(z.object({ id: Id }), Nothing),
  /** A native reader found its words right, today; `by` null takes that back. */
  signOff: procedure(z.object({ id: Id, by: z.string().trim().min(1).max(120).nullable() }), ScriptTemplate),
}
