/** A row of a grid as its record needs it: creators by their handle become references, and what follows from a field is added. */

import { naturalId } from '../../../db/capture/derived'
import type { Fields, RefusedField } from '../../../db/repositories/record-puts'
import { livingHandles } from '../../../db/repositories/creators'
import type { EditReason, RowEdit } from '../../../shared/contract/edits'
import type { Hidden } from '../../../shared/contract/masks'
import { normaliseHandle } from '../../../shared/domain/import-values/handles'
import { isRecordId } from '../../../shared/sync/ids'
import { columnsOf, entityOf, type EntityName } from '../../../shared/sync/registry'
import type { Known } from './checks'

export interface CompletedRow {
  readonly fields: Fields
  readonly refused: readonly RefusedField[]
}

interface Completing {
  readonly known: Known
  readonly now: number
  readonly hidden: Hidden | null
  /** Why its stage cannot be set. */
  readonly stage: EditReason | undefined
}

export function completed(
  name: EntityName,
  { id, fields }: RowEdit,
  { known, now, hidden, stage }: Completing,
): CompletedRow {
  const refused: RefusedField[] = []
  const ready: Record<string, Fields[string]> = { ...fields }
  if (stage !== undefined) {
    refused.push({ field: 'stage', reason: stage })
    delete ready['stage']
  }
  for (const { field, kind, references } of columnsOf(entityOf(name))) {
    if (ready[field] !== undefined && hidden?.hidesField(name, field)) {
      refused.push({ field, reason: 'hidden' })
      delete ready[field]
    }
    const value = ready[field]
    if (typeof value !== 'string') continue
    if (kind === 'handle') ready[field] = normaliseHandle(value)
    if (references !== 'creators' || isRecordId(value)) continue
    const creator = naturalId('creator', [normaliseHandle(value)])
    if (livingHandles(known.db, [creator]).has(creator)) ready[field] = creator
    else {
      refused.push({ field, reason: 'unknownCreator' })
      delete ready[field]
    }
  }
  return { fields: { ...ready, ...following(name, id, ready, known, now) }, refused }
}

/** Records whose sums are in their shop's currency. */
const IN_MONEY_OF_SHOP: readonly EntityName[] = ['costLines', 'productCosts', 'productPrices', 'sampleDefaults']

/** What nobody types because it follows: since when a stage holds, a new cost's currency. */
function following(name: EntityName, id: string | null, fields: Fields, known: Known, now: number): Fields {
  if (name === 'shopCreators' && fields['stage'] !== undefined) return { stageSince: now }
  const shop = known.shop(fields['shopId'] ?? null)
  const isInMoney = IN_MONEY_OF_SHOP.includes(name)
  return isInMoney && id === null && fields['currency'] === undefined && shop ? { currency: shop.currency } : {}
}
