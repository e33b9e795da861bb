/** Contracts as queries see them: what each says, where it stands, and which are signed paper for somebody on a day. */

import type { ContractTerms } from '../../shared/domain/contract-terms'
import { CONTRACT, CONTRACT_STATES, type ContractState } from '../../shared/domain/contracts'
import { resolveAliases } from '../../shared/sync/aliases'
import { ENTITIES } from '../../shared/sync/registry'
import type { ReadableDb } from '../database'
import { prepared } from '../prepared'
import { listAliases } from './creators'

/** A row of `contracts` with its state. Money in minor units of `currency`; any cell may be empty after a merge. */
export interface ContractRecord extends Omit<ContractTerms, 'kind'> {
  readonly id: string
  readonly shopId: string | null
  readonly creatorId: string | null
  readonly campaignId: string | null
  readonly campaign: string | null
  readonly kind: string | null
  readonly title: string | null
  readonly number: string | null
  readonly counterparty: string | null
  readonly counterpartyId: string | null
  readonly party: string | null
  readonly law: string | null
  readonly owner: string | null
  readonly templateKey: string | null
  /** JSON. */
  readonly variables: string | null
  /** JSON; null: the template's. */
  readonly clauses: string | null
  readonly note: string | null
  readonly state: ContractState
  /** Colleagues' steps contradict each other: nothing goes on, and nothing is paid, until somebody decides. */
  readonly hold: boolean
}

interface Raw extends Omit<ContractRecord, 'state' | 'hold'> {
  readonly state: string | null
  readonly hold: number | null
}

const N = ENTITIES.contracts.n
const EVENT = ENTITIES.contractEvents.n

const SELECT = `SELECT c.id, c.shop_id AS shopId, c.creator_id AS creatorId, c.campaign_id AS campaignId, g.name AS campaign, c.kind, c.title, c.number,
  c.from_day AS fromDay, c.to_day AS toDay, c.currency, c.fee, c.advance, c.guaranteed, c.rate, c.cap, c.videos, c.lives, c.rounds,
  c.usage_days AS usageDays, c.exclusive, c.exclusive_until AS exclusiveUntil, c.notice_days AS noticeDays,
  c.renew_months AS renewMonths, c.counterparty, c.counterparty_id AS counterpartyId, c.party, c.law, c.owner,
  c.template_key AS templateKey, c.variables, c.clauses, c.note, m.state, m.hold
  FROM shown_contracts c LEFT JOIN machine_states m ON m.tbl = ${N} AND m.row = c.id
  LEFT JOIN named_campaigns g ON g.id = c.campaign_id`

/** An unknown state (a newer program's) shows as the initial one; such a record is on hold anyway. */
export function stateOfContract(state: string | null): ContractState {
  return CONTRACT_STATES.find((known) => known === state) ?? CONTRACT.initial
}

function toRecord({ state, hold, ...row }: Raw): ContractRecord {
  return { ...row, state: stateOfContract(state), hold: hold === 1 }
}

/** The contract, or null when it does not exist or is deleted. */
export function findContract(db: ReadableDb, id: string): ContractRecord | null {
  // The columns are those of the row's type.
  const row = prepared(db.$client, `${SELECT} WHERE c.id = ?`).get(id) as Raw | undefined
  return row === undefined ? null : toRecord(row)
}

/** Contracts with these creators, under whichever of their names, by their first day. */
export function contractsWith(db: ReadableDb, creatorId: string): readonly ContractRecord[] {
  const { ends } = resolveAliases(listAliases(db, 'creators'))
  const end = ends.get(creatorId) ?? creatorId
  const names = [creatorId, end, ...[...ends].flatMap(([from, to]) => (to === end ? [from] : []))]
  return prepared(
    db.$client,
    `${SELECT} WHERE c.creator_id IN (SELECT value FROM json_each(?)) ORDER BY c.from_day, c.id`,
  )
    .all(JSON.stringify([...new Set(names)]))
    .map((row) => toRecord(row as Raw))
}

/** Of whom paper is asked for, and for which day (`YYYY-MM-DD`). */
export interface PaperFor {
  readonly creatorId: string
  readonly shopId: string
  readonly day: string
}

/**
 * The signed contracts of a creator (under whichever of their names) with a shop that hold on a day: signed or completed, not
 * on hold, the day within their time. A contract without a first or last day is open there; one that goes on by itself
 * (`renewMonths`) has no last day.
 */
export function signedContracts(db: ReadableDb, { creatorId, shopId, day }: PaperFor): readonly ContractRecord[] {
  return contractsWith(db, creatorId).filter(
    (one) =>
      one.shopId === shopId &&
      (one.state === 'signed' || one.state === 'completed') &&
      !one.hold &&
      (one.fromDay === null || one.fromDay <= day) &&
      (one.toDay === null || one.toDay >= day || (one.renewMonths ?? 0) > 0),
  )
}

export interface ContractStanding {
  readonly state: ContractState
  readonly hold: boolean
  /** Own steps of the running command, counted in. */
  readonly pending: number
}

/** Where a contract stands, inside a command with its own steps counted in; null where there is none. */
export function contractStanding(db: ReadableDb, id: string): ContractStanding | null {
  const row = prepared(
    db.$client,
    `SELECT m.state, m.hold FROM shown_contracts c LEFT JOIN machine_states m ON m.tbl = ${N} AND m.row = c.id WHERE c.id = ?`,
  ).get(id) as { state: string | null; hold: number | null } | undefined
  if (row === undefined) return null
  const pending = prepared(
    db.$client,
    `SELECT e.to_state FROM contract_events e WHERE e.contract_id = ? AND e._del = 0
       AND NOT EXISTS (SELECT 1 FROM sync_row b WHERE b.tbl = ${EVENT} AND b.row = e.id) ORDER BY e.id`,
  )
    .pluck()
    .all(id) as (string | null)[]
  return { state: stateOfContract(pending.at(-1) ?? row.state), hold: row.hold === 1, pending: pending.length }
}

export interface ContractStep {
  readonly id: string
  readonly from: string | null
  readonly to: string | null
  readonly reason: string | null
  /** UTC epoch ms; null: nobody wrote it down. */
  readonly at: number | null
  readonly person: string | null
  readonly versionId: string | null
}

/** The steps of a contract, the oldest first. */
export function contractSteps(db: ReadableDb, id: string): readonly ContractStep[] {
  return prepared(
    db.$client,
    `SELECT e.id, e.from_state AS "from", e.to_state AS "to", e.reason, coalesce(e.at, b.hlc / 1024) AS at, e.person,
       e.version_id AS versionId, min(b.hlc) AS hlc
     FROM contract_events e LEFT JOIN sync_row b ON b.tbl = ${EVENT} AND b.row = e.id
     WHERE e.contract_id = ? AND e._del = 0 GROUP BY e.id ORDER BY hlc, e.id`,
  )
    .all(id)
    .map((row) => {
      // The columns are those of the row's type, and the time they are ordered by.
      const { hlc: _hlc, ...step } = row as ContractStep & { readonly hlc: number }
      return step
    })
}

/**
 * Contracts that are out, signed or ended and have a version: their terms stand. `id`: only this one.
 * down: where terms may not be what was agreed. `id`: only this one.
 */
export function contractsOut(db: ReadableDb, id: string | null): readonly string[] {
  // One column of text.
  return prepared(
    db.$client,
    `SELECT m.row FROM machine_states m
     WHERE m.tbl = ${N} AND m.state NOT IN ('draft', 'cancelled') AND m.row = coalesce(?, m.row)
       AND EXISTS (SELECT 1 FROM contract_versions v WHERE v.contract_id = m.row AND v._del = 0)
     ORDER BY m.row`,
  )
    .pluck()
    .all(id) as string[]
}

export interface ContractFilter {
  readonly shopId: string | null
  readonly creatorIds: readonly string[] | null
  readonly states: readonly ContractState[]
  readonly search: string
}

const WANTED = `c.shop_id IS NOT NULL AND c.creator_id IS NOT NULL AND (@shop IS NULL OR c.shop_id = @shop)
  AND (@creators IS NULL OR c.creator_id IN (SELECT value FROM json_each(@creators)))
  AND (@search IS NULL OR c.title LIKE @search ESCAPE '\\' OR c.number LIKE @search ESCAPE '\\'
    OR EXISTS (SELECT 1 FROM creators p WHERE p.id = c.creator_id AND p.handle LIKE @search ESCAPE '\\'))`
const STATE = `coalesce(m.state, '${CONTRACT.initial}')`
const OF_STATES = `(@states IS NULL OR ${STATE} IN (SELECT value FROM json_each(@states)))`

function wanted({ shopId, creatorIds, states, search }: ContractFilter) {
  const trimmed = search.trim()
  return {
    shop: shopId,
    creators: creatorIds === null ? null : JSON.stringify(creatorIds),
    states: states.length === 0 ? null : JSON.stringify(states),
    search: trimmed === '' ? null : `%${trimmed.replaceAll(/[\\%_]/g, '\\$&')}%`,
  }
}

/** One page: on hold first, then drafts and what is sent, then what is in force by its last day, then the rest. */
export function pageContracts(
  db: ReadableDb,
  filter: ContractFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): readonly ContractRecord[] {
  return prepared(
    db.$client,
    `${SELECT} WHERE ${WANTED} AND ${OF_STATES}
     ORDER BY coalesce(m.hold, 0) DESC,
       CASE ${STATE} WHEN 'draft' THEN 0 WHEN 'sent' THEN 0 WHEN 'disputed' THEN 0 WHEN 'signed' THEN 1 ELSE 2 END,
       c.to_day IS NULL, c.to_day, c.id LIMIT @limit OFFSET @offset`,
  )
    .all({ ...wanted(filter), limit, offset })
    .map((row) => toRecord(row as Raw))
}

/** How many there are of each state, and on hold, whichever states are asked for. */
export function countContracts(
  db: ReadableDb,
  filter: ContractFilter,
): { readonly counts: Readonly<Record<string, number>>; readonly hold: number } {
  const rows = prepared(
    db.$client,
    `SELECT ${STATE} AS state, count(*) AS count, sum(coalesce(m.hold, 0)) AS hold FROM shown_contracts c
     LEFT JOIN machine_states m ON m.tbl = ${N} AND m.row = c.id WHERE ${WANTED} GROUP BY 1`,
  ).all(wanted(filter)) as { state: string; count: number; hold: number }[]
  return {
    counts: Object.fromEntries(rows.map(({ state, count }) => [state, count])),
    hold: rows.reduce((sum, { hold }) => sum + hold, 0),
  }
}

export interface VersionRow {
  readonly id: string
  readonly contractId: string
  readonly version: number
  readonly body: string | null
  readonly sha256: string
  readonly languages: string | null
  readonly at: number | null
  readonly person: string | null
  readonly note: string | null
}

const VERSIONS = `SELECT id, contract_id AS contractId, coalesce(version, 0) AS version, body, coalesce(sha256, '') AS sha256, languages,
  "at", person, note FROM contract_versions WHERE _del = 0 AND contract_id IS NOT NULL`

/** The oldest first; two made apart under one number by their time. */
export function versionsOf(db: ReadableDb, contractId: string): readonly VersionRow[] {
  return prepared(db.$client, `${VERSIONS} AND contract_id = ? ORDER BY version, "at", id`).all(
    contractId,
  ) as VersionRow[]
}

export function findVersion(db: ReadableDb, id: string): VersionRow | null {
  return (prepared(db.$client, `${VERSIONS} AND id = ?`).get(id) as VersionRow | undefined) ?? null
}
