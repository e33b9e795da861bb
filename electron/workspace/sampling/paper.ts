/**
 * Samples of value and signed paper: the one place that is asked before a sample is approved, wherever somebody approves it
 * (the requests, a card on the board, many at once).
 */

import type { WritableDb } from '../../../db/database'
import type { GuardFinding } from '../../../shared/domain/contract-guards'
import { dayInZone } from '../../../shared/domain/days'
import type { WorkspaceContext } from '../context'
import { checkSample, guardRules, passGuards, refusedBy } from '../contracting/guards'
import { allSamples, type KnownSample } from '../lookups/samples'
import { allShops } from '../lookups/shops'
import { converter } from '../vetting/assess'
import { shelfOf, type Worth } from './shelf'
import type { Approval } from './steps'

/** Asks the guard of contracts about a sample, its worth in the currency of the guard's limit. */
export function openPaperGuard(
  context: WorkspaceContext,
): (sample: Pick<KnownSample, 'creatorId' | 'shopId'>, value: Worth | null) => GuardFinding | null {
  const { db } = context.host.current().workspace
  const now = context.now()
  const shops = new Map(allShops(db).map(({ id, timezone }) => [id, { zone: timezone, limit: guardRules(db, id) }]))
  const converters = new Map<string, ReturnType<typeof converter>>()
  return ({ creatorId, shopId }, value) => {
    const shop = shops.get(shopId)
    const wanted = shop?.limit.currency ?? null
    if (shop === undefined || shop.limit.sampleLimit === null || wanted === null || value === null) return null
    const convert = converters.get(wanted) ?? converter(context, wanted)
    converters.set(wanted, convert)
    const amount = convert(value.amount, value.currency)
    const worth = amount === null ? value : { amount, currency: wanted }
    return checkSample(db, { creatorId, shopId, day: dayInZone(now, shop.zone) }, worth)
  }
}

/**
 * Says of each of these samples whether it may be approved inside this command. What is worth too much without signed paper
 * may with a reason alone, which is kept; a sample that somebody let pass before is not asked about again.
 */
export function paperApproval(
  context: WorkspaceContext,
  tx: WritableDb,
  ids: readonly string[],
  reason: string,
): Approval {
  // Most steps approve nothing: nothing is read for them.
  let asked: ReadonlyMap<string, { readonly sample: KnownSample; readonly paper: GuardFinding }> | null = null
  const papers = () => {
    const samples = allSamples(tx, context.now(), ids)
    const shelf = shelfOf(tx, samples)
    const paperFor = openPaperGuard(context)
    return new Map(
      samples.flatMap((sample) => {
        const paper = paperFor(sample, shelf.valueOf(sample))
        return paper === null ? [] : [[sample.id, { sample, paper }] as const]
      }),
    )
  }
  return (sampleId) => {
    asked ??= papers()
    const found = asked.get(sampleId)
    if (found === undefined) return true
    const { shopId, creatorId } = found.sample
    const passing = { recordId: sampleId, shopId, creatorId, reason }
    if (refusedBy(tx, [found.paper], passing) !== null) return false
    passGuards(context, tx, [found.paper], passing)
    return true
  }
}
