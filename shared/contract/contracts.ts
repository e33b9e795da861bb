/** Contracts with creators: their text from a library of clauses, versions, steps, obligations, and guards that ask for paper. */

import { CLAUSE_TOPICS, CONTRACT_LANGUAGES } from '../domain/contract-body'
import { RISKS } from '../domain/contract-clauses'
import { ContractClause } from '../domain/contract-library'
import { OBLIGED } from '../domain/contract-obligations'
import { CONTRACT_KINDS } from '../domain/contract-terms'
import { OwnValues } from '../domain/contract-variables'
import { CONTRACT_STATES } from '../domain/contracts'
import { Day } from '../domain/days'
import { z } from '../schema'
import {
  ClauseDiff,
  Contract,
  ContractRow,
  ContractVersion,
  GuardView,
  Languages,
  LibraryClause,
  LibraryTemplate,
  Obligation,
  Preview,
} from './contract-views'
import { Currency, Id, Minor, Nothing, Page, procedure } from './define'
import { masked } from './masks'

const Text = z.string().trim().max(300).nullable()
const Key = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}_-]{1,80}$/u)
const Count = z.int().min(0).max(10_000).nullable()
const Amount = Minor.min(0).max(1_000_000_000_000).nullable()
const Said = z.string().trim().max(500).default('')

/** What people write of a contract; null empties. `clauses` null: the template's. */
export const ContractFields = z
  .object({
    shopId: Id,
    creatorId: Id,
    campaignId: Id.nullable(),
    kind: z.enum(CONTRACT_KINDS),
    title: z.string().trim().min(1).max(200),
    number: Text,
    fromDay: Day.nullable(),
    toDay: Day.nullable(),
    currency: Currency.nullable(),
    fee: Amount,
    advance: Amount,
    guaranteed: Amount,
    cap: Amount,
    rate: z.int().nullable(),
    videos: Count,
    lives: Count,
    rounds: Count,
    usageDays: Count,
    exclusive: Text,
    exclusiveUntil: Day.nullable(),
    noticeDays: Count,
    renewMonths: z.int().min(0).max(120).nullable(),
    counterparty: Text,
    counterpartyId: Text,
    party: Text,
    law: Text,
    owner: Text,
    templateKey: z.string().max(80).nullable(),
    variables: OwnValues,
    clauses: z.array(ContractClause).max(200).nullable(),
    note: z.string().max(5000).nullable(),
  })
  .partial()
export type ContractFields = z.infer<typeof ContractFields>

const GuardRulesInput = z.object({
  sampleLimit: Amount,
  currency: Currency.nullable(),
  advances: z.boolean(),
  exclusivity: z.boolean(),
})

const Deal = z.object({ creatorId: Id, shopId: Id, day: Day.optional() })

/** What somebody is about to do, for a guard to look at. Amounts in minor units of `currency`. */
const GuardSubject = z.discriminatedUnion('guard', [
  Deal.extend({ guard: z.literal('sample'), amount: Minor.min(0).nullable(), currency: Currency.nullable() }),
  Deal.extend({
    guard: z.literal('advance'),
    contractId: Id.nullable().default(null),
    amount: Minor.min(0),
    currency: Currency,
    besides: Minor.min(0).default(0),
  }),
  z.object({
    guard: z.literal('exclusivity'),
    creatorId: Id,
    shopId: Id,
    campaignId: Id.nullable().default(null),
    from: Day.nullable().default(null),
    to: Day.nullable().default(null),
  }),
])
export type GuardSubject = z.infer<typeof GuardSubject>

const OfOne = z.object({ id: Id })

export const contractsContract = {
  /** On hold first, then drafts and what is sent, then by the last day. */
  list: procedure(
    Page.extend({
      shopId: Id.nullable().default(null),
      creatorId: Id.nullable().default(null),
      states: z.array(z.enum(CONTRACT_STATES)).max(10).default([]),
      search: z.string().max(200).default(''),
    }),
    z.object({
      rows: z.array(ContractRow),
      total: z.int(),
      nextCursor: z.string().nullable(),
      /** How many there are of each state, whichever states are asked for. */
      counts: z.record(z.string(), z.int()),
      hold: z.int(),
    }),
  ),
  get: procedure(OfOne, Contract),
  /**
   * A new one (without `id`; shop, creator, kind and title are asked for) or changes to one. Figures that cannot be are refused
   * as `record.invalid` with the field: an advance larger than the contract, a rate outside 1-80 %, an end before the beginning.
   * The terms of signed paper stand: changing them is refused with the reason `signed`.
   */
  put: procedure(z.object({ id: Id.optional(), fields: ContractFields }), Contract),
  /** Only of drafts and what was cancelled; others are refused as `contract.fixed`. */
  remove: procedure(OfOne, Nothing),
  /** Terms that a colleague wrote without knowing that the contract was out or signed are again what was laid down. */
  restoreTerms: procedure(OfOne, Contract),
  clauses: procedure(z.object({ archived: z.boolean().default(false) }), z.array(LibraryClause)),
  /** An own clause, or other words for a shipped one. */
  putClause: procedure(
    z.object({
      key: Key,
      topic: z.enum(CLAUSE_TOPICS),
      risk: z.enum(RISKS),
      title: z.object({ zh: z.string().trim().max(300), en: z.string().trim().max(300) }),
      text: z.object({ zh: z.string().trim().max(20_000), en: z.string().trim().max(20_000) }),
      archived: z.boolean().default(false),
    }),
    LibraryClause,
  ),
  /** Takes own words back: a shipped clause is as it was, an own one is gone. */
  resetClause: procedure(z.object({ key: z.string() }), Nothing),
  templates: procedure(z.object({ archived: z.boolean().default(false) }), z.array(LibraryTemplate)),
  putTemplate: procedure(
    z.object({
      key: Key,
      name: z.string().trim().min(1).max(120),
      kind: z.enum(CONTRACT_KINDS),
      clauses: z.array(z.string().max(80)).min(1).max(200),
      archived: z.boolean().default(false),
    }),
    LibraryTemplate,
  ),
  resetTemplate: procedure(z.object({ key: z.string() }), Nothing),
  preview: procedure(OfOne, Preview),
  /**
   * Lays the text down as the next version; what is the same as the last one is not laid down again. Refused as
   * `record.invalid` (field `variables`) while a variable is missing, and where a clause has no words in a language.
   */
  makeVersion: procedure(
    z.object({
      id: Id,
      languages: Languages.default(['zh', 'en']),
      governs: z.enum(CONTRACT_LANGUAGES).default('zh'),
      note: Said,
    }),
    ContractVersion,
  ),
  version: procedure(OfOne, ContractVersion),
  /** From one version to another, or to the text as it stands. */
  diff: procedure(
    z.object({ from: Id, to: Id.nullable().default(null) }),
    z.object({ same: z.boolean(), clauses: masked(z.array(ClauseDiff), 'cost') }),
  ),
  /**
   * One legal step. What is sent without a version gets one first. Refused as `record.illegalStep`, `record.onHold`, or as
   * `contract.guard` where other paper stands in the way and `override` gives no reason.
   */
  step: procedure(
    z.object({
      id: Id,
      to: z.enum(CONTRACT_STATES),
      reason: Said,
      override: Said,
      versionId: Id.nullable().default(null),
    }),
    Contract,
  ),
  /** Of contracts in force, the earliest first; `until` null: whenever they are due. */
  obligations: procedure(
    Page.extend({
      contractId: Id.nullable().default(null),
      shopId: Id.nullable().default(null),
      creatorId: Id.nullable().default(null),
      until: Day.nullable().default(null),
      openOnly: z.boolean().default(true),
    }),
    z.object({ rows: z.array(Obligation), total: z.int(), nextCursor: z.string().nullable() }),
  ),
  markDone: procedure(
    z.object({ id: Id, done: z.boolean(), contentId: Id.nullable().optional(), note: Said.optional() }),
    Obligation,
  ),
  waive: procedure(z.object({ id: Id, waived: z.boolean(), note: Said.optional() }), Obligation),
  /** What was agreed besides: a video or a LIVE (kept by a valid post, as those of the figures) or anything else. */
  addObligation: procedure(
    z.object({
      contractId: Id,
      kind: z.enum(['video', 'live', 'other']),
      party: z.enum(OBLIGED).default('creator'),
      title: z.string().trim().max(200),
      dueDay: Day.nullable(),
    }),
    Obligation,
  ),
  /** Only what people wrote; what the figures oblige to is waived, and refused here as `record.invalid`. */
  removeObligation: procedure(OfOne, Nothing),
  /** `key`: `default`, or a shop's id. */
  guards: procedure(
    Nothing,
    z.array(
      z.object({
        key: z.string(),
        own: z.boolean(),
        sampleLimit: masked(Minor, 'cost'),
        currency: Currency.nullable(),
        advances: z.boolean(),
        exclusivity: z.boolean(),
      }),
    ),
  ),
  putGuard: procedure(z.object({ key: z.string().max(64), rules: GuardRulesInput }), Nothing),
  /** A shop has the rules of all shops again, all shops those that the app brings. */
  resetGuard: procedure(z.object({ key: z.string() }), Nothing),
  /** What a guard would say; the day is the shop's today unless one is given. */
  check: procedure(z.object({ subject: GuardSubject }), z.array(GuardView)),
}
