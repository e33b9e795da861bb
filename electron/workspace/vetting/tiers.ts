/** The tiers of one market written as a whole: what is not named is no tier there. */

import type { WritableDb } from '../../../db/database'
import { ownTiers } from '../../../db/repositories/vetting'
import { EVERY_MARKET, tiersOf, tierTable } from '../../../shared/domain/tiers'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { put } from '../support'

interface WantedTier {
  readonly key: string
  readonly name: string | null
  readonly from: number
}

/** Refuses as `record.invalid` where two tiers have one key or begin with the same number of followers. */
export function putTiers(
  context: WorkspaceContext,
  tx: WritableDb,
  market: string,
  wanted: readonly WantedTier[],
): void {
  for (const field of ['key', 'from'] as const) {
    if (new Set(wanted.map((tier) => tier[field])).size < wanted.length)
      throw new AppError('record.invalid', {
        entity: 'tiers',
        field: field === 'from' ? 'fromFollowers' : 'key',
        reason: 'alreadyUsed',
      })
  }
  const own = ownTiers(tx)
  const above = market === EVERY_MARKET ? [] : own.filter((tier) => tier.market === EVERY_MARKET)
  const kept = new Set(wanted.map(({ key }) => key))
  const others = [
    ...tiersOf(null, tierTable(above)).map(({ key }) => key),
    ...own.flatMap((tier) => (tier.market === market && tier.key !== null ? [tier.key] : [])),
  ].filter((key) => !kept.has(key))
  for (const { key, name, from } of wanted)
    put(context, tx, 'tiers', null, { market, key, name, fromFollowers: from, archived: false })
  for (const key of new Set(others)) put(context, tx, 'tiers', null, { market, key, archived: true })
}
