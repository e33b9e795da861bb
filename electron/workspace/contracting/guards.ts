/**
 * The guards of contracts: whoever sends a sample, pays ahead or books a creator asks here first. A guard's no is passed with a
 * reason alone (and not always), which is kept beside the record that went on.
 */

import type { ReadableDb, WritableDb } from '../../../db/database'
import {
  campaignCategories,
  guardRows,
  overridesOf,
  type PaperRow,
  paperOf,
} from '../../../db/repositories/contract-guards'
import { type ContractRecord, findContract, signedContracts } from '../../../db/repositories/contracts'
import {
  advanceFinding,
  type AdvancePaper,
  type Booking,
  DEFAULT_GUARD,
  exclusivityFindings,
  GUARD_RULES,
  type GuardFinding,
  type GuardRules,
  overlapFindings,
  type PaperInTime,
  sampleFinding,
  type SampleValue,
} from '../../../shared/domain/contract-guards'
import { contractTotal } from '../../../shared/domain/contract-terms'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { allShops } from '../lookups/shops'
import { put } from '../support'
import { termsOf } from './terms'

const IN_FORCE: ReadonlySet<string> = new Set(['signed', 'completed'])

/** The rules of a shop, else of all shops, else as the app brings them. */
export function guardRules(db: ReadableDb, shopId: string): GuardRules {
  const rows = guardRows(db)
  const row = rows.find(({ key }) => key === shopId) ?? rows.find(({ key }) => key === DEFAULT_GUARD)
  if (row === undefined) return GUARD_RULES
  return {
    sampleLimit: row.currency === null ? null : row.sampleLimit,
    currency: row.currency,
    advances: row.advances !== 0,
    exclusivity: row.exclusivity !== 0,
  }
}

/** With whom, where and on which day (the shop's). */
export interface Deal {
  readonly creatorId: string
  readonly shopId: string
  readonly day: string
}

/** Whether a sample of this value may go out to a creator; `value` in the limit's currency where it can be converted. */
export function checkSample(db: ReadableDb, deal: Deal, value: SampleValue): GuardFinding | null {
  const rules = guardRules(db, deal.shopId)
  if (rules.sampleLimit === null) return null
  return sampleFinding(rules, value, signedContracts(db, deal).length > 0)
}

export interface Advance extends Deal {
  /** The contract it is paid on; null: on none. */
  readonly contractId: string | null
  /** Minor units of `currency`. */
  readonly amount: number
  readonly currency: string
  /** What was advanced on the contract before, minor units of the same currency. */
  readonly besides: number
}

/**
 * Whether an advance may be paid: null where it may. On a contract by its id, else on whatever paper is signed for the day.
 * Refuses with `record.notFound` where the contract is not there or is somebody else's.
 */
export function checkAdvance(db: ReadableDb, advance: Advance): GuardFinding | null {
  const rules = guardRules(db, advance.shopId)
  const { contractId, shopId } = advance
  if (contractId === null) {
    const [signed] = signedContracts(db, advance)
    return advanceFinding(rules, advance, signed === undefined ? null : advancePaper(signed))
  }
  const contract = findContract(db, contractId)
  if (contract === null || contract.shopId !== shopId) {
    throw new AppError('record.notFound', { entity: 'contracts', id: contractId })
  }
  return advanceFinding(rules, advance, advancePaper(contract))
}

function advancePaper(row: ContractRecord): AdvancePaper {
  const { id, title, currency, state, hold } = row
  return { id, title, currency, total: contractTotal(termsOf(row)), isSigned: IN_FORCE.has(state) && !hold, hold }
}

/** What somebody is about to agree with a creator. */
export interface BookingInput {
  readonly creatorId: string
  readonly shopId: string
  readonly contractId?: string | null
  readonly campaignId?: string | null
  readonly from: string | null
  readonly to: string | null
}

/** Paper of other clients that keeps the creator from this; `strict`: whatever the work is about. */
export function checkExclusivity(db: ReadableDb, input: BookingInput, strict = false): readonly GuardFinding[] {
  const { rules, booking, paper } = bookingOf(db, input, strict)
  return exclusivityFindings(
    strict ? { ...rules, exclusivity: true } : rules,
    booking,
    paper.filter(({ state, hold }) => IN_FORCE.has(state) && !hold).map(toTime),
  )
}

/** What stands in the way of a contract that is about to be sent or signed. */
export function checkBooking(db: ReadableDb, input: BookingInput): readonly GuardFinding[] {
  const { booking, paper } = bookingOf(db, input, false)
  const alive = paper.filter(({ state }) => state === 'sent' || IN_FORCE.has(state)).map(toTime)
  return [...checkExclusivity(db, input), ...overlapFindings(booking, alive)]
}

function bookingOf(db: ReadableDb, input: BookingInput, strict: boolean) {
  const { creatorId, shopId, contractId = null, campaignId = null, from, to } = input
  const shop = allShops(db).find(({ id }) => id === shopId)
  const categories = strict || campaignId === null ? [] : campaignCategories(db, campaignId)
  const names = [shop?.name, shop?.clientName].flatMap((name) => name ?? [])
  const booking: Booking = {
    contractId,
    shopId,
    clientId: shop?.clientId ?? null,
    from,
    to,
    // A shop's name alone does not say what it sells: nobody knows what the work is about.
    about: categories.length === 0 ? [] : [...categories, ...names],
  }
  return { rules: guardRules(db, shopId), booking, paper: paperOf(db, creatorId) }
}

function toTime(row: PaperRow): PaperInTime {
  const { id, title, shopId, clientId, fromDay, toDay, exclusive, exclusiveUntil, renewMonths } = row
  return {
    id,
    title,
    shopId,
    clientId,
    exclusive,
    exclusiveUntil,
    from: fromDay,
    to: toDay,
    renews: (renewMonths ?? 0) > 0,
  }
}

/** The record that goes on, and why although a guard says no ('': nobody says). */
export interface Passing {
  readonly recordId: string
  readonly shopId: string
  readonly creatorId: string
  readonly reason: string
}

/** The guard that says no to this record: none, or its reason lets it pass, or somebody let it pass before. */
export function refusedBy(
  db: ReadableDb,
  findings: readonly GuardFinding[],
  { recordId, reason }: Pick<Passing, 'recordId' | 'reason'>,
): GuardFinding | null {
  const asked = openFindings(db, findings, recordId)
  return asked.find(({ canOverride }) => !canOverride) ?? (reason.trim() === '' ? asked[0] : null) ?? null
}

/** A guard that was overridden for this very record before is not asked again. */
function openFindings(db: ReadableDb, findings: readonly GuardFinding[], recordId: string): readonly GuardFinding[] {
  if (findings.length === 0) return []
  const done = new Set(overridesOf(db, recordId).map(({ guard }) => guard))
  return findings.filter(({ guard, canOverride }) => !canOverride || !done.has(guard))
}

/** Goes on past what guards found, or refuses with `contract.guard`. Reasons are kept inside the command, one for each guard. */
export function passGuards(
  context: WorkspaceContext,
  tx: WritableDb,
  findings: readonly GuardFinding[],
  { recordId, shopId, creatorId, reason }: Passing,
): void {
  const refused = refusedBy(tx, findings, { recordId, reason })
  if (refused !== null) {
    const { guard, reason: why, canOverride, title, until } = refused
    throw new AppError('contract.guard', { guard, reason: why, canOverride, title, until })
  }
  for (const guard of new Set(openFindings(tx, findings, recordId).map((one) => one.guard))) {
    const override = { shopId, creatorId, guard, recordId, reason: reason.trim() }
    put(context, tx, 'guardOverrides', null, { ...override, at: context.now(), person: context.author() })
  }
}
