/** Contracts as answers show them: rows, one with everything that is known of it, versions, what changed, what is due. */

import { CLAUSE_TOPICS, CONTRACT_LANGUAGES, ContractBody } from '../domain/contract-body'
import { RISKS } from '../domain/contract-clauses'
import { GUARD_REASONS, GUARDS } from '../domain/contract-guards'
import { ContractClause } from '../domain/contract-library'
import { OBLIGATION_KINDS, OBLIGED } from '../domain/contract-obligations'
import { CONTRACT_KINDS } from '../domain/contract-terms'
import { OwnValues } from '../domain/contract-variables'
import { CONTRACT_STATES } from '../domain/contracts'
import { Day } from '../domain/days'
import { z } from '../schema'
import { Currency, Id, Instant, Minor } from './define'
import { masked } from './masks'

const State = z.enum(CONTRACT_STATES)
const Money = masked(Minor, 'cost')
export const Languages = z.array(z.enum(CONTRACT_LANGUAGES)).min(1).max(2)
const Words = z.object({ zh: z.string(), en: z.string() })

const Next = z.object({
  key: z.string(),
  kind: z.enum(OBLIGATION_KINDS),
  /** Of one that people wrote. */
  title: z.string().nullable(),
  dueDay: Day,
})

export const ContractRow = z.object({
  id: Id,
  title: z.string(),
  number: z.string().nullable(),
  kind: z.enum(CONTRACT_KINDS),
  shopId: Id,
  shop: z.string(),
  creatorId: Id,
  handle: z.string().nullable(),
  campaignId: Id.nullable(),
  state: State,
  /** Colleagues' steps contradict each other: nothing goes on until somebody decides. */
  hold: z.boolean(),
  fromDay: Day.nullable(),
  toDay: Day.nullable(),
  currency: Currency.nullable(),
  fee: Money,
  /** In all; null: its figures do not say. */
  total: Money,
  exclusive: z.string().nullable(),
  owner: z.string().nullable(),
  /** Of a contract in force, what is due first. */
  next: Next.nullable(),
})
export type ContractRow = z.infer<typeof ContractRow>

export const GuardView = z.object({
  guard: z.enum(GUARDS),
  reason: z.enum(GUARD_REASONS),
  canOverride: z.boolean(),
  contractId: Id.nullable(),
  title: z.string().nullable(),
  until: Day.nullable(),
  about: z.string().nullable(),
})

export const Obligation = z.object({
  id: Id,
  contractId: Id,
  contract: z.string(),
  shopId: Id,
  creatorId: Id,
  handle: z.string().nullable(),
  key: z.string(),
  kind: z.enum(OBLIGATION_KINDS),
  party: z.enum(OBLIGED),
  title: z.string().nullable(),
  dueDay: Day.nullable(),
  amount: Money,
  currency: Currency.nullable(),
  doneAt: Instant.nullable(),
  /** What became payable of it was paid. */
  paid: z.boolean(),
  waived: z.boolean(),
  /** Past its day by the shop's calendar, neither done nor waived. */
  overdue: z.boolean(),
  contentId: Id.nullable(),
  payableId: Id.nullable(),
  note: z.string().nullable(),
})
export type Obligation = z.infer<typeof Obligation>

/** A line that the contract would oblige to if it were signed as it stands. */
const Foreseen = z.object({
  key: z.string(),
  kind: z.enum(OBLIGATION_KINDS),
  party: z.enum(OBLIGED),
  dueDay: Day.nullable(),
  amount: Money,
  currency: Currency.nullable(),
})

const VersionHead = z.object({
  id: Id,
  version: z.int(),
  /** Hex, SHA-256 over the canonical bytes of the body. */
  sha256: z.string(),
  languages: Languages,
  at: Instant.nullable(),
  person: z.string().nullable(),
  note: z.string().nullable(),
})

/** `body`: every clause in its order with its variables filled in, see `ContractBody`; null for roles that see no costs. */
export const ContractVersion = VersionHead.extend({
  contractId: Id,
  body: masked(ContractBody, 'cost'),
  /** False: the stored words are not those that the hash was made of. */
  intact: z.boolean(),
})
export type ContractVersion = z.infer<typeof ContractVersion>

export const Contract = ContractRow.extend({
  advance: Money,
  guaranteed: Money,
  cap: Money,
  /** Basis points. */
  rate: z.int().nullable(),
  videos: z.int().nullable(),
  lives: z.int().nullable(),
  rounds: z.int().nullable(),
  usageDays: z.int().nullable(),
  exclusiveUntil: Day.nullable(),
  noticeDays: z.int().nullable(),
  renewMonths: z.int().nullable(),
  counterparty: z.string().nullable(),
  counterpartyId: masked(z.string(), 'bank'),
  party: z.string().nullable(),
  law: z.string().nullable(),
  templateKey: z.string().nullable(),
  variables: OwnValues,
  note: z.string().nullable(),
  /** Its clauses in their order: its own list, else the template's. */
  clauses: z.array(ContractClause),
  steps: z.array(
    z.object({
      id: Id,
      from: State,
      to: State,
      reason: z.string().nullable(),
      at: Instant.nullable(),
      person: z.string().nullable(),
      versionId: Id.nullable(),
    }),
  ),
  /** The oldest first. */
  versions: z.array(VersionHead),
  obligations: z.array(Obligation),
  foreseen: z.array(Foreseen),
  /** What stands in its way if it were sent now. */
  findings: z.array(GuardView),
  /** All paper of other clients that is exclusive in its time, whatever it is about. */
  elsewhere: z.array(GuardView),
  overrides: z.array(
    z.object({ id: Id, guard: z.string(), reason: z.string(), at: Instant, person: z.string().nullable() }),
  ),
})
export type Contract = z.infer<typeof Contract>

const Part = z.union([
  z.object({ kind: z.enum(['text', 'value']), text: z.string() }),
  z.object({ kind: z.literal('missing'), name: z.string() }),
])
const Parts = z.object({ zh: z.array(Part), en: z.array(Part) })

/** The text as it stands, in pieces: a `missing` piece is a variable that nobody filled. */
export const Preview = z.object({
  clauses: masked(
    z.array(
      z.object({
        key: z.string(),
        topic: z.enum(CLAUSE_TOPICS),
        risk: z.enum(RISKS),
        reworded: z.boolean(),
        title: Parts,
        text: Parts,
      }),
    ),
    'cost',
  ),
  /** Each variable of the text once, in the order in which it comes. */
  variables: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['text', 'money', 'percent', 'count', 'days', 'months', 'day']),
      /** `record`: a field of the contract, its creator, shop or campaign; `own`: written for this contract. */
      from: z.enum(['record', 'own']),
      missing: z.boolean(),
      /** Nobody wrote it: the usual value stands. */
      standard: z.boolean(),
    }),
  ),
})
export type Preview = z.infer<typeof Preview>

const DiffPart = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })
const DiffParts = z.object({ zh: z.array(DiffPart), en: z.array(DiffPart) })

export const ClauseDiff = z.object({
  key: z.string(),
  change: z.enum(['same', 'changed', 'moved', 'added', 'removed']),
  moved: z.boolean(),
  before: z.int().nullable(),
  after: z.int().nullable(),
  title: DiffParts,
  text: DiffParts,
})
export type ClauseDiff = z.infer<typeof ClauseDiff>

export const LibraryClause = z.object({
  key: z.string(),
  topic: z.enum(CLAUSE_TOPICS),
  risk: z.enum(RISKS),
  title: Words,
  text: Words,
  /** `changed`: own words under the key of a clause that the app brings. */
  origin: z.enum(['shipped', 'changed', 'own']),
  archived: z.boolean(),
})
export type LibraryClause = z.infer<typeof LibraryClause>

export const LibraryTemplate = z.object({
  key: z.string(),
  kind: z.enum(CONTRACT_KINDS),
  /** Blank: named by its kind. */
  name: z.string(),
  clauses: z.array(z.string()),
  origin: z.enum(['shipped', 'changed', 'own']),
  archived: z.boolean(),
})
export type LibraryTemplate = z.infer<typeof LibraryTemplate>
