/** What rules of other features say of a person: tier, flags, score, claim. */

import { tierOf, tierTable } from '../../../shared/domain/tiers'
import type { WorkspaceContext } from '../context'
import type { Judged, Person } from './person'

export function judgeFor(_context: WorkspaceContext, _shopId: string | null): (person: Person) => Judged {
  const tiers = tierTable([])
  return ({ figures, market, figureFlags }) => ({
    tier: tierOf(figures.followers?.value ?? null, market, tiers)?.key ?? null,
    score: null,
    flags: figureFlags,
    claim: null,
  })
}
