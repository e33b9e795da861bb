/** Where payables come from besides being typed: a fee that was written as a cost, and what signed contracts oblige to pay. */

import { creatorId as creatorIdOf, naturalId } from '../../../db/capture/derived'
import type { ReadableDb, WritableDb } from '../../../db/database'
import { listCampaigns } from '../../../db/repositories/campaigns'
import { findCostLine } from '../../../db/repositories/costs'
import { keepCreator } from '../../../db/repositories/creators'
import { findPayable } from '../../../db/repositories/payables'
import { addRecordOnce, bringBack, type Fields, findRecord } from '../../../db/repositories/records'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { type KnownCostLine, toCostLine } from '../lookups/costs'
import { put } from '../support'

/** Adds it under an id that follows from where it comes from; one that was deleted comes back as it was. */
export function makeOnce(tx: WritableDb, from: readonly [what: string, id: string], fields: Fields): string | null {
  const made = addRecordOnce(tx, 'payables', from, fields)
  if (made !== null) return made
  const id = naturalId('payables', from)
  if (findPayable(tx, id) !== null) return null
  bringBack(tx, 'payables', id)
  return id
}

/** The cost that may become a payable. Refuses with `record.invalid` what is no fee, was paid or cancelled, or is on hold. */
export function feeToOwe(tx: ReadableDb, costId: string): KnownCostLine {
  const row = findCostLine(tx, costId)
  const [line] = row === undefined ? [] : toCostLine(row)
  if (line === undefined) throw new AppError('record.notFound', { entity: 'costLines', id: costId })
  if (line.payment.hold) throw new AppError('record.onHold', { entity: 'costLines', id: costId })
  const { state } = line.payment
  const reason =
    line.kind !== 'fee'
      ? 'notAFee'
      : state === 'paid' || state === 'cancelled'
        ? state
        : line.amount <= 0
          ? 'belowZero'
          : null
  if (reason !== null) throw new AppError('record.invalid', { entity: 'costLines', field: 'kind', reason })
  return line
}

/** Turns a fee into a payable that counts in its place; answers its id. The cost stays as it was written. */
export function oweCost(context: WorkspaceContext, tx: WritableDb, line: KnownCostLine): string {
  const { shopId, amount, currency, day, note, staff, campaign } = line
  const creatorId = line.creatorHandle === null ? null : creatorNamed(context, tx, line.creatorHandle)
  const fields = {
    shopId,
    creatorId,
    amount,
    currency,
    note,
    costLineId: line.id,
    campaignId: campaign === null ? null : campaignNamed(tx, shopId, campaign),
    kind: 'flatFee',
    dueDay: day,
    owner: staff,
  }
  return makeOnce(tx, ['cost', line.id], fields) ?? naturalId('payables', ['cost', line.id])
}

function creatorNamed(context: WorkspaceContext, tx: WritableDb, handle: string): string {
  const id = creatorIdOf(handle)
  if (findRecord(tx, 'creators', id) === null) return put(context, tx, 'creators', null, { handle })
  keepCreator(tx, id)
  return id
}

/** A cost names its campaign by name or id; nobody's where none of the shop's is called that. */
function campaignNamed(tx: WritableDb, shopId: string, text: string): string | null {
  const name = text.trim().toLowerCase()
  const found = listCampaigns(tx, { shopId }).find((one) => one.id === text || one.name?.trim().toLowerCase() === name)
  return found?.id ?? null
}
