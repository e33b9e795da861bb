/** What signed contracts oblige whom to, as lists ask for it: of a contract, of a shop, due until a day. */

import { ENTITIES } from '../../shared/sync/registry'
import type { ReadableDb } from '../database'
import { prepared } from '../prepared'

export interface ObligationRow {
  readonly id: string
  readonly contractId: string
  readonly contract: string | null
  readonly shopId: string | null
  readonly creatorId: string | null
  readonly key: string
  readonly kind: string | null
  readonly party: string | null
  readonly title: string | null
  readonly dueDay: string | null
  /** Minor units of `currency`. */
  readonly amount: number | null
  readonly currency: string | null
  /** UTC epoch ms. */
  readonly doneAt: number | null
  readonly contentId: string | null
  readonly payableId: string | null
  /** 1: what became payable of it was paid. */
  readonly paid: number
  readonly waived: number | null
  readonly note: string | null
  readonly owner: string | null
}

export interface ObligationFilter {
  readonly id?: string | null
  readonly contractId?: string | null
  readonly shopId?: string | null
  readonly creatorIds?: readonly string[] | null
  /** Due on this day or before. */
  readonly until?: string | null
  /** Neither done nor paid nor waived, of contracts that are in force, and with something to do on a day. */
  readonly openOnly?: boolean
  readonly limit?: number
  readonly offset?: number
}

/** Of what is owed for an obligation; a payment that colleagues contradict each other about is none yet. */
const IS_PAID = `EXISTS (SELECT 1 FROM machine_states p
  WHERE p.tbl = ${ENTITIES.payables.n} AND p.row = o.payable_id AND p.state = 'paid' AND p.hold = 0)`

const FROM = `FROM obligations o JOIN shown_contracts c ON c.id = o.contract_id
  LEFT JOIN machine_states m ON m.tbl = ${ENTITIES.contracts.n} AND m.row = c.id
  WHERE o._del = 0 AND o."key" IS NOT NULL AND (@id IS NULL OR o.id = @id) AND (@contract IS NULL OR o.contract_id = @contract)
    AND (@shop IS NULL OR c.shop_id = @shop)
    AND (@creators IS NULL OR c.creator_id IN (SELECT value FROM json_each(@creators)))
    AND (@until IS NULL OR o.due_day <= @until)
    AND (@open = 0 OR (o.done_at IS NULL AND NOT ${IS_PAID} AND coalesce(o.waived, 0) = 0 AND o.due_day IS NOT NULL
      AND m.state IN ('signed', 'completed', 'disputed')))`

/** The earliest first, those without a day last. */
export function obligationRows(
  db: ReadableDb,
  filter: ObligationFilter,
): { readonly rows: readonly ObligationRow[]; readonly total: number } {
  const { limit = 500, offset = 0 } = filter
  const values = {
    id: filter.id ?? null,
    contract: filter.contractId ?? null,
    shop: filter.shopId ?? null,
    creators: filter.creatorIds ? JSON.stringify(filter.creatorIds) : null,
    until: filter.until ?? null,
    open: filter.openOnly === true ? 1 : 0,
  }
  const rows = prepared(
    db.$client,
    `SELECT o.id, o.contract_id AS contractId, c.title AS contract, c.shop_id AS shopId, c.creator_id AS creatorId, o."key", o.kind,
       o.party, o.title, o.due_day AS dueDay, o.amount, o.currency, o.done_at AS doneAt, o.content_id AS contentId,
       o.payable_id AS payableId, ${IS_PAID} AS paid, o.waived, o.note, c.owner
     ${FROM} ORDER BY o.due_day IS NULL, o.due_day, o."key", o.id LIMIT @limit OFFSET @offset`,
  ).all({ ...values, limit, offset }) as ObligationRow[]
  const total = prepared(db.$client, `SELECT count(*) ${FROM}`).pluck().get(values) as number
  return { rows, total }
}

export interface ValidPostRow {
  readonly contentId: string
  readonly kind: string | null
  /** UTC epoch ms. */
  readonly postedAt: number | null
  readonly postedDay: string | null
  readonly productId: string
  readonly productName: string | null
}

/** Posts of a creator, by all their names, for a shop's samples that a person found valid; one for each sample it answers. */
export function validPosts(
  db: ReadableDb,
  { creatorIds, shopId }: { readonly creatorIds: readonly string[]; readonly shopId: string },
): readonly ValidPostRow[] {
  return prepared(
    db.$client,
    `SELECT c.id AS contentId, c.kind, c.posted_at AS postedAt, c.posted_day AS postedDay, coalesce(s.product_id, '') AS productId,
       d.name AS productName
     FROM shown_samples s JOIN shown_sample_posts p ON p.sample_id = s.id AND p._del = 0 AND p.verdict = 'valid'
     JOIN shown_contents c ON c.id = p.content_id AND c._del = 0
     LEFT JOIN products d ON d._del = 0 AND d.shop_id = s.shop_id AND d.product_id = s.product_id
     WHERE s._del = 0 AND s.shop_id = ? AND s.creator_id IN (SELECT value FROM json_each(?)) ORDER BY c.id, p.id`,
  ).all(shopId, JSON.stringify(creatorIds)) as ValidPostRow[]
}

/** By contract, the day of its next open obligation, of contracts in force. */
export function nextObligations(db: ReadableDb, contractIds: readonly string[]): ReadonlyMap<string, NextObligation> {
  const rows = prepared(
    db.$client,
    `SELECT o.contract_id AS contractId, o."key", o.kind, o.title, min(o.due_day) AS dueDay FROM obligations o
     WHERE o._del = 0 AND o.done_at IS NULL AND NOT ${IS_PAID} AND coalesce(o.waived, 0) = 0 AND o.due_day IS NOT NULL
       AND o.contract_id IN (SELECT value FROM json_each(?)) GROUP BY o.contract_id`,
  ).all(JSON.stringify(contractIds)) as (NextObligation & { readonly contractId: string })[]
  return new Map(rows.map(({ contractId, ...next }) => [contractId, next]))
}

export interface NextObligation {
  readonly key: string
  readonly kind: string | null
  /** Of one that people wrote. */
  readonly title: string | null
  readonly dueDay: string
}
