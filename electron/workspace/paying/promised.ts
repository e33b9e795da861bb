/** What signed contracts oblige to pay, as payables, each once: whoever makes them, and however often. */

import { naturalId } from '../../../db/capture/derived'
import type { WritableDb } from '../../../db/database'
import { findContract } from '../../../db/repositories/contracts'
import { type ObligationRow, obligationRows } from '../../../db/repositories/obligations'
import { addRecordOnce } from '../../../db/repositories/records'
import type { PayableKind } from '../../../shared/domain/payables'
import type { WorkspaceContext } from '../context'
import { put } from '../support'

export interface Promised {
  readonly contractId: string | null
  readonly shopId: string | null
  /** Due on this day or before. */
  readonly until: string
}

const PAGE = 500

/** Answers how many were made. What a guarantee comes to nobody knows before the commission is: it is typed by hand. */
export function owePromised(
  context: WorkspaceContext,
  tx: WritableDb,
  { contractId, shopId, until }: Promised,
): number {
  let made = 0
  const due: ObligationRow[] = []
  for (let offset = 0; ; offset += PAGE) {
    const { rows, total } = obligationRows(tx, { contractId, shopId, until, openOnly: true, limit: PAGE, offset })
    due.push(...rows)
    if (offset + PAGE >= total) break
  }
  for (const obligation of due) if (owe(context, tx, obligation)) made += 1
  return made
}

function owe(context: WorkspaceContext, tx: WritableDb, obligation: ObligationRow): boolean {
  const { id, contractId, kind, key, party, amount, currency, dueDay, payableId } = obligation
  const contract = findContract(tx, contractId)
  if (kind !== 'payment' || party === 'creator' || key === 'payment-guarantee' || payableId !== null) return false
  if (amount === null || amount <= 0 || currency === null || dueDay === null) return false
  if (contract === null || contract.shopId === null || contract.hold) return false
  const fields = {
    shopId: contract.shopId,
    creatorId: contract.creatorId,
    campaignId: contract.campaignId,
    contractId,
    amount,
    currency,
    dueDay,
    kind: kindOf(contract.kind, key),
    title: contract.title,
    month: contract.kind === 'retainer' ? dueDay.slice(0, 7) : null,
    owner: contract.owner,
  }
  const isNew = addRecordOnce(tx, 'payables', ['obligation', id], fields) !== null
  put(context, tx, 'obligations', id, { payableId: naturalId('payables', ['obligation', id]) })
  return isNew
}

/** A contract's later payments are what is left after its advance: nothing is recouped from them again. */
function kindOf(contract: string | null, key: string): PayableKind {
  if (key === 'payment-advance') return 'advance'
  return contract === 'retainer'
    ? 'retainer'
    : contract === 'guaranteed' || contract === 'flatFee'
      ? 'flatFee'
      : 'other'
}
