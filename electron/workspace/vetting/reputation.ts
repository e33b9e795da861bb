/** What a creator was like to work with, over all shops: counts, how fast they answer, what was returned. */

import type { Reputation } from '../../../shared/contract/vetting'
import { countDecisions, replySpeed } from '../../../shared/domain/reputation'
import type { RoiRow } from '../../../shared/contract/roi'
import type { WorkspaceContext } from '../context'
import { baseCurrency } from '../lookups/workspace'
import { roiTable } from '../reporting/table'
import { shown, sightOf } from './sight'
import { subjectOf } from './subjects'

export async function reputationOf(context: WorkspaceContext, creatorId: string): Promise<Reputation> {
  const { id, creator, contacts, decisions } = subjectOf(context, creatorId)
  const sight = sightOf(context)
  const currency = baseCurrency(context.host.current())
  const table = await roiTable(context, {
    by: ['shop'],
    creators: [id],
    currency,
    sort: { column: 'gmv', descending: true },
    search: '',
    offset: 0,
    limit: 1000,
    settledOnly: false,
  })
  const isSeen = (row: RoiRow): boolean => sight === null || sight.shops.has(row.ids['shop'] ?? '')
  const seen = table.rows.filter(isSeen)
  const others = table.rows.filter((row) => !isSeen(row))
  return {
    creatorId: id,
    handle: creator.handle,
    replies: { ...replySpeed(contacts), lastAt: contacts.at(-1)?.at ?? null },
    ...countDecisions(decisions),
    decisions: decisions.toReversed().map((one) => shown(one, sight)),
    currency,
    missingRates: table.missingRates.length > 0,
    total: figuresOf([table.total]),
    shops: [
      ...seen.map((row) => ({ shopId: row.ids['shop'] ?? null, ...figuresOf([row]) })),
      ...(others.length === 0 ? [] : [{ shopId: null, ...figuresOf(others) }]),
    ],
  }
}

function figuresOf(rows: readonly RoiRow[]): Reputation['total'] {
  const sum = (pick: (row: RoiRow) => number): number => rows.reduce((all, row) => all + pick(row), 0)
  const [gmv, refunds] = [sum((row) => row.gmv), sum((row) => row.refunds)]
  return {
    orders: sum((row) => row.orders),
    gmv,
    refunds,
    refundRate: gmv === 0 ? null : refunds / gmv,
    samples: sum((row) => row.samples),
  }
}
