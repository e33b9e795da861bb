/** Contracts and what they oblige to, as answers show them. */

import type { ReadableDb } from '../../../db/database'
import { overridesOf } from '../../../db/repositories/contract-guards'
import {
  type ContractRecord,
  contractSteps,
  findContract,
  stateOfContract,
  type VersionRow,
  versionsOf,
} from '../../../db/repositories/contracts'
import { livingHandles } from '../../../db/repositories/creators'
import {
  type NextObligation,
  nextObligations,
  type ObligationRow,
  obligationRows,
} from '../../../db/repositories/obligations'
import type { Contract, ContractRow, Obligation } from '../../../shared/contract/contract-views'
import { CONTRACT_LANGUAGES } from '../../../shared/domain/contract-body'
import { isDuty, OBLIGATION_KINDS, OBLIGED } from '../../../shared/domain/contract-obligations'
import { contractTotal } from '../../../shared/domain/contract-terms'
import { readOwnValues } from '../../../shared/domain/contract-variables'
import { dayInZone } from '../../../shared/domain/days'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { allShops } from '../lookups/shops'
import { checkBooking, checkExclusivity } from './guards'
import { linesOf } from './obligations'
import { kindOf, termsOf } from './terms'
import { clausesOf } from './text'

/** The contract of this id; refuses with `record.notFound`. */
export function contractOf(db: ReadableDb, id: string): ContractRecord {
  const record = findContract(db, id)
  if (record === null) throw new AppError('record.notFound', { entity: 'contracts', id })
  return record
}

export function contractRows(db: ReadableDb, records: readonly ContractRecord[]): ContractRow[] {
  const { shopName, person } = namesOf(db, records)
  const next = nextObligations(
    db,
    records.filter(({ state }) => state === 'signed' || state === 'completed').map(({ id }) => id),
  )
  return records.map((record) => {
    const { id, title, number, campaignId, state, hold, fromDay, toDay, currency, fee, exclusive, owner } = record
    const first = next.get(id)
    return {
      id,
      number,
      campaignId,
      state,
      hold,
      fromDay,
      toDay,
      currency,
      fee,
      exclusive,
      owner,
      ...person(record.creatorId),
      title: title ?? '',
      kind: kindOf(record.kind),
      shopId: record.shopId ?? '',
      shop: shopName(record.shopId),
      total: contractTotal(termsOf(record)),
      next: first === undefined ? null : toNext(first),
    }
  })
}

function toNext({ key, kind, title, dueDay }: NextObligation) {
  return { key, kind: obligationKind(kind), title, dueDay }
}

function obligationKind(kind: string | null) {
  return OBLIGATION_KINDS.find((known) => known === kind) ?? 'other'
}

/** Names of shops and creators, read once for many records. */
function namesOf(db: ReadableDb, records: readonly { readonly creatorId: string | null }[]) {
  const shops = new Map(allShops(db).map(({ id, name }) => [id, name]))
  const merged = mergedCreators(db)
  const living = (id: string | null) => (id === null ? '' : (merged.get(id) ?? id))
  const handles = livingHandles(db, [...new Set(records.map(({ creatorId }) => living(creatorId)))])
  return {
    shopName: (id: string | null) => shops.get(id ?? '') ?? '',
    person: (id: string | null) => ({ creatorId: living(id), handle: handles.get(living(id)) ?? null }),
  }
}

/** One contract with everything that is known of it. */
export function contractView(context: WorkspaceContext, id: string): Contract {
  const { db } = context.host.current().workspace
  const record = contractOf(db, id)
  const [row] = contractRows(db, [record])
  if (row === undefined) throw new AppError('record.notFound', { entity: 'contracts', id })
  const { advance, guaranteed, cap, rate, videos, lives, rounds, usageDays, exclusiveUntil, noticeDays } = record
  const { renewMonths, counterparty, counterpartyId, party, law, templateKey, note } = record
  return {
    ...row,
    advance,
    guaranteed,
    cap,
    rate,
    videos,
    lives,
    rounds,
    usageDays,
    exclusiveUntil,
    noticeDays,
    renewMonths,
    counterparty,
    counterpartyId,
    party,
    law,
    templateKey,
    note,
    variables: readOwnValues(record.variables),
    clauses: [...clausesOf(db, record)],
    steps: contractSteps(db, id).map((step) => ({
      ...step,
      from: stateOfContract(step.from),
      to: stateOfContract(step.to),
    })),
    versions: versionsOf(db, id).map(versionHead),
    obligations: obligationViews(context, obligationRows(db, { contractId: id, limit: 1000 }).rows),
    foreseen: linesOf(record).map((line) => ({ ...line })),
    ...bookingOf(db, record),
    overrides: overridesOf(db, id).map((override) => ({ ...override })),
  }
}

function bookingOf(db: ReadableDb, record: ContractRecord): Pick<Contract, 'findings' | 'elsewhere'> {
  const { id, shopId, creatorId, campaignId, fromDay, toDay, renewMonths, state } = record
  if (shopId === null || creatorId === null) return { findings: [], elsewhere: [] }
  const to = (renewMonths ?? 0) > 0 ? null : toDay
  const booking = { creatorId, shopId, campaignId, contractId: id, from: fromDay, to }
  const isOpen = state === 'draft' || state === 'sent'
  return {
    findings: isOpen ? checkBooking(db, booking).map((found) => ({ ...found })) : [],
    elsewhere: checkExclusivity(db, booking, true).map((found) => ({ ...found })),
  }
}

export function versionHead(row: VersionRow) {
  const { id, version, sha256, at, person, note } = row
  return { id, version, sha256, languages: languagesOf(row), at, person, note }
}

/** Kept as `zh en`. */
export function languagesOf({ languages }: Pick<VersionRow, 'languages'>) {
  const said = CONTRACT_LANGUAGES.filter((language) => (languages ?? '').split(' ').includes(language))
  return said.length === 0 ? [...CONTRACT_LANGUAGES] : said
}

export function obligationViews(context: WorkspaceContext, rows: readonly ObligationRow[]): Obligation[] {
  const { db } = context.host.current().workspace
  const { person } = namesOf(db, rows)
  const zones = new Map(allShops(db).map(({ id, timezone }) => [id, timezone]))
  const now = context.now()
  return rows.map((row) => {
    const { id, contractId, key, title, dueDay, amount, currency, doneAt, contentId, payableId, note } = row
    const isPaid = row.paid === 1
    const isOpen = doneAt === null && !isPaid && row.waived !== 1
    const kind = obligationKind(row.kind)
    const day = dayInZone(now, zones.get(row.shopId ?? '') ?? 'UTC')
    return {
      id,
      contractId,
      key,
      title,
      dueDay,
      amount,
      currency,
      doneAt,
      contentId,
      payableId,
      note,
      ...person(row.creatorId),
      contract: row.contract ?? '',
      shopId: row.shopId ?? '',
      kind,
      party: OBLIGED.find((one) => one === row.party) ?? 'agency',
      paid: isPaid,
      waived: row.waived === 1,
      overdue: isOpen && isDuty(kind) && dueDay !== null && dueDay < day,
    }
  })
}
