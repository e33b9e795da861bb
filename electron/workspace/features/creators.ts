/** Creators: the list of them. */

import { RESULT_FIELDS } from '../../../shared/domain/creator-fields'
import type { ListMoment } from '../../../shared/domain/list-fields'
import { MARKETS } from '../../../shared/domain/market-packs'
import { ruleInForce } from '../../../shared/domain/markets'
import type { WorkspaceContext } from '../context'
import { os } from '../serve'
import { claimsNow } from '../creators-index/claims'
import { judgeFor } from '../creators-index/judge'
import type { People } from '../creators-index/people'
import type { View } from '../creators-index/person'
import { countsOf, find, type Found, groupsIn, type Query } from '../creators-index/query'
import { type Results, resultsOf } from '../creators-index/results'
import { toRow } from '../creators-index/rows'
import { openStages } from '../lookups/stages'
import { hiddenFrom } from '../roles/roles'
import { momentOf } from '../support'

export const creators = {
  list: os.creators.list.handler(async ({ input: { offset, limit, figures, ...query }, context }) => {
    const { people, view, found } = await answer(context, query)
    const rows = Array.from(found.slots.subarray(offset, offset + limit)).flatMap((slot) => {
      const person = people.bySlot[slot]
      return person ? [toRow(person, view, figures)] : []
    })
    return { rows, total: found.slots.length, left: [...found.left] }
  }),

  ids: os.creators.ids.handler(async ({ input: query, context }) => {
    const { people, found } = await answer(context, query)
    return { ids: Array.from(found.slots).flatMap((slot) => people.bySlot[slot]?.id ?? []) }
  }),

  groups: os.creators.groups.handler(async ({ input: query, context }) => {
    const asked = await answer(context, query)
    return { groups: query.group === null ? [] : groupsIn(asked.found, query.group, asked) }
  }),

  counts: os.creators.counts.handler(async ({ input: { fields, ...query }, context }) => {
    const asked = await answer(context, query)
    const counts = fields.map((field) => [field, countsOf(asked.found, field, asked)] as const)
    return { total: asked.found.slots.length, fields: Object.fromEntries(counts) }
  }),
}

interface Answer {
  readonly people: People
  readonly view: View
  readonly moment: ListMoment
  readonly found: Found
}

async function answer(context: WorkspaceContext, query: Query): Promise<Answer> {
  const { creators } = context.host.current()
  const results = await resultsOf(context, query.shopId, asksForResults(query))
  const people = await creators.people()
  const view = viewOf(context, query.shopId, { people, results })
  const moment = momentOf(context)
  return { people, view, moment, found: find(query, { people, view, moment }) }
}

/** A list that is sorted or filtered by results is worth waiting for. */
function asksForResults({ filters, sort, group }: Query): boolean {
  return (
    [...filters, ...sort].some(({ field }) => RESULT_FIELDS.has(field)) || (group !== null && RESULT_FIELDS.has(group))
  )
}

interface Known {
  readonly people: People
  readonly results: Results
}

function viewOf(context: WorkspaceContext, shopId: string | null, { people, results }: Known): View {
  const { db } = context.host.current().workspace
  const hidden = hiddenFrom(context)
  const claims = claimsNow(context, people.bySlot.length)
  const { judge, tiers, stamp } = judgeFor(context, shopId, results)
  return {
    shopId,
    now: context.now(),
    results: results.shown,
    judge,
    tiers,
    claimOf: ({ id }) => claims.holders.get(id) ?? null,
    zones: zonesOf(context),
    stages: openStages(db)(shopId).map(({ key }) => key),
    hides: (mask) => hidden?.has(mask) ?? false,
    stamps: { judged: stamp, claims: claims.stamp, results: results.key },
  }
}

function zonesOf(context: WorkspaceContext): ReadonlyMap<string, string> {
  const own = context.host.current().lists.ownRules()
  const { day } = momentOf(context)
  return new Map(
    MARKETS.flatMap((market) => {
      const zone = ruleInForce(market, 'timezone', day, own)
      return zone === null ? [] : [[market, zone] as const]
    }),
  )
}
