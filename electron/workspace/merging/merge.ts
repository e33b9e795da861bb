/**
 * Two creators made one, and two again.
 *
 * A merge moves nothing: it says that one is another name of the other, and writes the values that were chosen to the one
 * that stays. Taking it back puts those values back where nobody has changed them since.
 */

import type { WritableDb } from '../../../db/database'
import { keepCreator, listAliases } from '../../../db/repositories/creators'
import { fieldsOfMerge } from '../../../db/repositories/merges'
import {
  deleteRecord,
  findRecord,
  getRecord,
  listRecords,
  type Fields,
  type RecordRow,
} from '../../../db/repositories/records'
import type { BothField, MergeField } from '../../../shared/contract/creator-record'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { put } from '../support'

export interface MergeOrder {
  readonly loser: string
  readonly winner: string
  readonly take: readonly MergeField[]
  readonly both: readonly BothField[]
  readonly takeShops: readonly string[]
}

/** Inside a command. Of two that are other names of somebody already, those that stand for them are meant. */
export function mergeCreators(context: WorkspaceContext, tx: WritableDb, order: MergeOrder): void {
  const merged = mergedCreators(tx)
  const [from, to] = [merged.get(order.loser) ?? order.loser, merged.get(order.winner) ?? order.winner]
  if (from === to) throw new AppError('record.invalid', { entity: 'creators', field: 'winner', reason: 'sameRecord' })
  const theirs = getRecord(tx, 'creators', from)
  const ours = getRecord(tx, 'creators', to)
  for (const id of [from, to]) {
    if (findRecord(tx, 'erasures', id) !== null)
      throw new AppError('record.invalid', { entity: 'creators', field: 'winner', reason: 'erased' })
    keepCreator(tx, id)
  }
  put(context, tx, 'aliases', from, { entity: 'creators', toId: to })
  const taken: Record<string, RecordRow[string]> = {}
  for (const field of order.take) taken[field] = theirs[field] ?? null
  for (const field of order.both) taken[field] = bothOf(field, ours[field] ?? null, theirs[field] ?? null)
  if (Object.keys(taken).length > 0) put(context, tx, 'creators', to, taken)
  for (const shopId of order.takeShops) takeRelation(context, tx, { shopId, from, to })
}

/** Inside a command. Answers how many fields are again what they were before the merge, and how many were left as they are. */
export function unmergeCreators(
  context: WorkspaceContext,
  tx: WritableDb,
  loser: string,
): { readonly restored: number; readonly kept: number } {
  if (!listAliases(tx, 'creators').some(([id]) => id === loser))
    throw new AppError('record.notFound', { entity: 'aliases', id: loser })
  const fields = fieldsOfMerge(tx, loser)
  deleteRecord(tx, 'aliases', loser)
  let restored = 0
  for (const { entity, id, field, before, after, asked } of fields) {
    // Who has worked on it since goes before.
    if (asked || (findRecord(tx, entity, id)?.[field] ?? null) !== after) continue
    put(context, tx, entity, id, { [field]: before })
    restored++
  }
  return { restored, kept: fields.length - restored }
}

/** Both: lists united, texts one under the other. */
function bothOf(field: BothField, ours: RecordRow[string], theirs: RecordRow[string]): RecordRow[string] {
  if (field === 'tags' || field === 'channels') {
    const all = [...listOf(ours), ...listOf(theirs)]
    return JSON.stringify([...new Map(all.map((item) => [JSON.stringify(item), item])).values()])
  }
  const texts = [ours, theirs].flatMap((text) => (typeof text === 'string' && text.trim() !== '' ? [text] : []))
  return [...new Set(texts)].join(field === 'sizes' || field === 'colors' ? ', ' : '\n') || null
}

function listOf(json: RecordRow[string]): unknown[] {
  const read: unknown = typeof json === 'string' ? JSON.parse(json) : []
  return Array.isArray(read) ? read : []
}

const RELATION_FIELDS = ['stage', 'stageSince', 'owner', 'rate', 'tags', 'permission', 'blockedBy', 'note'] as const

/** What the shop knows of the other name holds for the one that stays; what only the latter has stays. */
function takeRelation(
  context: WorkspaceContext,
  tx: WritableDb,
  { shopId, from, to }: { readonly shopId: string; readonly from: string; readonly to: string },
): void {
  const [theirs] = listRecords(tx, 'shopCreators', { where: { shopId, creatorId: from } }).rows
  if (theirs === undefined) return
  const fields: Fields = Object.fromEntries(
    RELATION_FIELDS.flatMap((field) => (theirs[field] === null ? [] : [[field, theirs[field]]])),
  )
  put(context, tx, 'shopCreators', null, { shopId, creatorId: to, ...fields })
}
