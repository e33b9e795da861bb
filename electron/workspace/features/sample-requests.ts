/** Sample requests with what the rules suggest, the duplicate guard, reminders and ghosting. */

import { deleteRecord } from '../../../db/repositories/records'
import { sampleRuleRows } from '../../../db/repositories/sample-requests'
import { displayNames, requestRows } from '../sampling/request-rows'
import { approveRequests, askBack, declineRequests } from '../sampling/answering'
import { ghostPage } from '../sampling/ghost-rows'
import { excuse, nudge, textAbout } from '../sampling/nudging'
import { DEFAULT_RULES, NUDGES, ruleBook } from '../sampling/request-rules'
import { currentRequests, judgedRequests, type JudgedRequest } from '../sampling/requests'
import type { WorkspaceContext } from '../context'
import { findShop } from '../lookups/shops'
import { os } from '../serve'
import { put, write } from '../support'

export const sampleRequests = {
  list: os.sampleRequests.list.handler(async ({ input, context }) => {
    const { shopId, search, suggestion, offset, limit } = input
    const all = (await currentRequests(context, shopId)).toSorted(soonestFirst)
    const matching = searched(context, all, search)
    const wanted = matching.filter((one) => suggestion === null || one.suggestion === suggestion)
    return {
      rows: await requestRows(context, wanted.slice(offset, offset + limit)),
      total: wanted.length,
      counts: countsOf(matching),
      oldest: all.reduce<number | null>(
        (oldest, { facts: { requestedAt: at } }) => (at !== null && (oldest === null || at < oldest) ? at : oldest),
        null,
      ),
    }
  }),

  approve: os.sampleRequests.approve.handler(({ input, context }) => approveRequests(context, input)),

  decline: os.sampleRequests.decline.handler(({ input, context }) => declineRequests(context, input)),

  ask: os.sampleRequests.ask.handler(async ({ input, context }) => {
    await askBack(context, input)
    return {}
  }),

  rules: os.sampleRequests.rules.handler(({ context }) => {
    const book = ruleBook(context.host.current().workspace.db)
    const keys = [DEFAULT_RULES, ...book.own.filter((key) => key !== DEFAULT_RULES)]
    return {
      rules: keys.map((key) => ({
        key,
        own: book.own.includes(key),
        rules: book.of(key === DEFAULT_RULES ? null : key),
      })),
      ladders: [...book.ladders],
    }
  }),

  putRules: os.sampleRequests.putRules.handler(async ({ input: { key, rules }, context }) => {
    await write(context, 'sampleRequests.rules', ownerOf(context, key), (tx) =>
      put(context, tx, 'sampleRules', null, { key, rules: JSON.stringify(rules) }),
    )
    return {}
  }),

  resetRules: os.sampleRequests.resetRules.handler(async ({ input: { key }, context }) => {
    await write(context, 'sampleRequests.resetRules', ownerOf(context, key), (tx) => {
      for (const row of sampleRuleRows(tx)) if (row.key === key) deleteRecord(tx, 'sampleRules', row.id)
    })
    return {}
  }),

  putLadders: os.sampleRequests.putLadders.handler(async ({ input: { ladders }, context }) => {
    await write(context, 'sampleRequests.ladders', '', (tx) =>
      put(context, tx, 'sampleRules', null, { key: NUDGES, rules: JSON.stringify(ladders) }),
    )
    return {}
  }),

  dryRun: os.sampleRequests.dryRun.handler(async ({ input: { key, rules }, context }) => {
    const shopId = key === DEFAULT_RULES ? null : findShop(context.host.current().workspace.db, key).id
    const before = await currentRequests(context, shopId)
    const after = await judgedRequests(context, shopId, { shopId, rules })
    const said = new Map(before.map(({ facts, suggestion }) => [facts.id, suggestion]))
    return {
      counts: countsOf(after),
      now: countsOf(before),
      total: after.length,
      changed: after.filter(({ facts, suggestion }) => said.get(facts.id) !== suggestion).length,
    }
  }),

  ghosting: os.sampleRequests.ghosting.handler(({ input, context }) => ghostPage(context, input)),

  text: os.sampleRequests.text.handler(({ input: { id, about }, context }) => textAbout(context, id, about)),

  nudge: os.sampleRequests.nudge.handler(async ({ input, context }) => {
    await nudge(context, input)
    return {}
  }),

  excuse: os.sampleRequests.excuse.handler(async ({ input, context }) => {
    await excuse(context, input)
    return {}
  }),
}

/** By the day until which it has to be answered; where no rule gives one, after those, by how long it waits. */
function soonestFirst(a: JudgedRequest, b: JudgedRequest): number {
  const [x, y] = [a, b].map(({ sample }) => sample.deadlines.review?.endsAt ?? Infinity)
  return x === y ? 0 : (x ?? 0) - (y ?? 0)
}

function searched(context: WorkspaceContext, all: readonly JudgedRequest[], search: string): readonly JudgedRequest[] {
  const wanted = search.trim().toLowerCase()
  if (wanted === '') return all
  const names = displayNames(
    context.host.current().workspace.db,
    all.map(({ sample }) => sample),
  )
  return all.filter(({ sample }) =>
    [sample.handle, names.get(sample.creatorId), sample.productName, sample.productId, sample.applicationId].some(
      (text) => text?.toLowerCase().includes(wanted),
    ),
  )
}

function countsOf(requests: readonly Pick<JudgedRequest, 'suggestion'>[]) {
  const counts = { approve: 0, ask: 0, decline: 0 }
  for (const { suggestion } of requests) counts[suggestion]++
  return counts
}

/** The shop's name; refuses as `record.notFound` for what is none. */
function ownerOf(context: WorkspaceContext, key: string): string {
  return key === DEFAULT_RULES ? '' : findShop(context.host.current().workspace.db, key).name
}
