/** Deliverables of signed contracts that posts keep: worked out anew whenever a post is judged and when a contract is signed. */

import type { WritableDb } from '../../../db/database'
import { type ContractRecord, contractsWith, findContract } from '../../../db/repositories/contracts'
import { obligationRows, validPosts } from '../../../db/repositories/obligations'
import { keptBy, type ValidPost } from '../../../shared/domain/contract-keeping'
import { readOwnValues } from '../../../shared/domain/contract-variables'
import { dayInZone } from '../../../shared/domain/days'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { withOtherNames } from '../lookups/relations'
import { findShop } from '../lookups/shops'
import { put } from '../support'

/** Inside a command, for all contracts of these creators; of what is on hold nothing changes. */
export function keepPromises(context: WorkspaceContext, tx: WritableDb, creatorIds: readonly string[]): void {
  const merged = mergedCreators(tx)
  const people = new Set(creatorIds.map((id) => merged.get(id) ?? id))
  for (const person of people)
    for (const contract of contractsWith(tx, person)) {
      const inForce = contract.state === 'signed' || contract.state === 'completed'
      if (inForce && !contract.hold) keepOne(context, tx, contract, withOtherNames(merged, [person]))
    }
}

/** Inside the command that signs it: its state says so only afterwards. */
export function keepSigned(context: WorkspaceContext, tx: WritableDb, contractId: string): void {
  const contract = findContract(tx, contractId)
  if (contract === null || contract.creatorId === null) return
  const merged = mergedCreators(tx)
  keepOne(context, tx, contract, withOtherNames(merged, [merged.get(contract.creatorId) ?? contract.creatorId]))
}

function keepOne(
  context: WorkspaceContext,
  tx: WritableDb,
  contract: ContractRecord,
  creatorIds: readonly string[],
): void {
  const { id: contractId, shopId, fromDay, toDay, variables } = contract
  if (shopId === null) return
  const rows = obligationRows(tx, { contractId, limit: 5000 }).rows
  const deliverables = rows.flatMap(({ id, kind, dueDay, contentId, doneAt, waived }) =>
    kind === 'video' || kind === 'live'
      ? [{ id, kind, dueDay, contentId, isDone: doneAt !== null, isWaived: waived === 1 } as const]
      : [],
  )
  if (deliverables.length === 0) return
  const { timezone } = findShop(tx, shopId)
  const posts = validPosts(tx, { creatorIds, shopId }).map(({ postedAt, postedDay, ...post }): ValidPost => ({
    ...post,
    day: postedDay ?? (postedAt === null ? null : dayInZone(postedAt, timezone)),
  }))
  const product = readOwnValues(variables).product
  const within = { fromDay, toDay, product: typeof product === 'string' ? product : null }
  for (const { id, contentId } of keptBy(within, deliverables, posts))
    put(context, tx, 'obligations', id, { contentId, doneAt: contentId === null ? null : context.now() })
}
