/** What is still open in a month before it is closed: each said with how many, and whether it keeps the month open. */

import { isHere, standings } from '../../../db/facts/standing'
import { openDisputes } from '../../../db/repositories/disputes'
import { closesInQuestion, closesOf, findPeriod } from '../../../db/repositories/periods'
import { PERIOD_CHECKS, type PeriodCheck } from '../../../shared/contract/periods'
import type { Shop } from '../../../shared/contract/shops'
import type { Snapshot } from '../../../shared/domain/period-close'
import type { WorkspaceContext } from '../context'
import { inboxOf } from '../inbox/inbox'
import { baseCurrency } from '../lookups/workspace'
import { settlementLinesNow } from '../settling/lines'
import { isOver } from './close'
import { monthNow } from './now'

type Name = (typeof PERIOD_CHECKS)[number]

export async function periodChecks(context: WorkspaceContext, shop: Shop, month: string): Promise<PeriodCheck[]> {
  const now = await monthNow(context, shop, month)
  const found = {
    notOver: isOver(context, shop, month) ? 0 : 1,
    noLines: now.lines.length === 0 && now.payables.length === 0 ? 1 : 0,
    ...(await openThings(context, shop, month)),
    ...linesOf(now),
    payablesOpen: now.payables.filter(({ state }) => state !== 'paid').length,
  }
  const missing = missingRates(context, now)
  return PERIOD_CHECKS.map((check) => {
    const names = check === 'missingRates' ? missing : []
    const count = check === 'missingRates' ? missing.length : found[check]
    return { check, count, names, level: count === 0 ? 'fine' : STOPS.has(check) ? 'stop' : 'warn' }
  })
}

const STOPS: ReadonlySet<Name> = new Set(['notOver', 'noLines', 'decisions'])

function linesOf({ lines }: Snapshot) {
  return {
    noCreator: lines.filter(({ creatorId }) => creatorId === '').length,
    unsettled: lines.filter(({ status }) => status === 'pending' || status === 'frozen').length,
  }
}

async function openThings(context: WorkspaceContext, shop: Shop, month: string) {
  const { workspace } = context.host.current()
  const inbox = inboxOf(context)
  const holds = inbox
    .drafts()
    .filter(
      ({ level, entity, recordId }) => level === 'hold' && inbox.sources.titles(entity, recordId).shopId === shop.id,
    )
  const period = findPeriod(workspace.db, shop.id, month)
  const [close] = period === null ? [] : closesOf(workspace.db, period.id)
  const differing = await settlementLinesNow(context, { shopId: shop.id, month, cause: 'unexplained', limit: 1 })
  return {
    holds: holds.length,
    // The month itself: its steps contradict each other, or its closes do.
    decisions:
      Number(period?.hold === true) + (close ? Math.min(1, closesInQuestion(workspace.db, close.id).length) : 0),
    filesOnTheirWay: standings(workspace.reader).filter((one) => one.wanted?.shopId === shop.id && !isHere(one)).length,
    differences: differing.total,
    disputes: [...openDisputes(workspace.db, shop.id, month).values()].reduce((sum, open) => sum + open, 0),
  }
}

/** Currencies of the month that no locked rate leads from into the agency's own. */
function missingRates(context: WorkspaceContext, { currency, payables, rates }: Snapshot): string[] {
  const base = baseCurrency(context.host.current())
  const locked = new Set(rates.flatMap(({ base: from, quote: to }) => [`${from} ${to}`, `${to} ${from}`]))
  const currencies = new Set([currency, ...payables.map((one) => one.currency)])
  return [...currencies].filter((one) => one !== base && !locked.has(`${one} ${base}`)).toSorted()
}
