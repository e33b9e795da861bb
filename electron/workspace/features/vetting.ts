/** Vetting: who fits, what speaks against them, what was decided, and what they were like to work with. */

import { keepCreator } from '../../../db/repositories/creators'
import type { WritableDb } from '../../../db/database'
import { deleteRecord } from '../../../db/repositories/records'
import { writeSetting } from '../../../db/repositories/settings'
import { ownTiers, scoreProfiles } from '../../../db/repositories/vetting'
import { isStopped } from '../../../shared/domain/warnings'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { findClient, findShop } from '../lookups/shops'
import { os } from '../serve'
import { put, write } from '../support'
import { assess, warningsFor } from '../vetting/assess'
import { decisionLists, shortlist } from '../vetting/lists'
import { reputationOf } from '../vetting/reputation'
import { DECISION_RULES_KEY, FLAG_RULES_KEY, REASONS_KEY, shownRules } from '../vetting/rules'
import { exportShortlist } from '../vetting/shortlist-file'
import { type Subject, subjectOf, subjectsOf } from '../vetting/subjects'
import { putTiers } from '../vetting/tiers'

export const vetting = {
  rules: os.vetting.rules.handler(({ context }) => shownRules(context.host.current().workspace.db)),

  putTiers: os.vetting.putTiers.handler(async ({ input: { market, tiers }, context }) => {
    await write(context, 'vetting.tiers', market, (tx) => putTiers(context, tx, market, tiers))
    return {}
  }),

  resetTiers: os.vetting.resetTiers.handler(async ({ input: { market }, context }) => {
    await write(context, 'vetting.resetTiers', market, (tx) => {
      for (const tier of ownTiers(tx)) if (tier.market === market) deleteRecord(tx, 'tiers', tier.id)
    })
    return {}
  }),

  putFlagRules: os.vetting.putFlagRules.handler(({ input, context }) =>
    putSetting(context, 'vetting.flagRules', FLAG_RULES_KEY, input),
  ),

  putDecisionRules: os.vetting.putDecisionRules.handler(({ input, context }) =>
    putSetting(context, 'vetting.rules', DECISION_RULES_KEY, input),
  ),

  putReasons: os.vetting.putReasons.handler(({ input, context }) =>
    putSetting(context, 'vetting.reasons', REASONS_KEY, input),
  ),

  putProfile: os.vetting.putProfile.handler(async ({ input: { key, profile }, context }) => {
    await write(context, 'vetting.weights', profileName(context, key), (tx) =>
      put(context, tx, 'scoreProfiles', null, { key, weights: JSON.stringify(profile) }),
    )
    return {}
  }),

  resetProfile: os.vetting.resetProfile.handler(async ({ input: { key }, context }) => {
    await write(context, 'vetting.resetWeights', profileName(context, key), (tx) => {
      for (const own of scoreProfiles(tx)) if (own.key === key) deleteRecord(tx, 'scoreProfiles', own.id)
    })
    return {}
  }),

  assess: os.vetting.assess.handler(({ input: { creators, shopId }, context }) => assess(context, creators, shopId)),

  warnings: os.vetting.warnings.handler(({ input: { creators, shopId }, context }) =>
    warningsFor(context, creators, shopId),
  ),

  decide: os.vetting.decide.handler(async ({ input, context }) => {
    const { shopId, verdict, reason, note, anyway } = input
    if (verdict === 'yes' && anyway && note === null) throw invalid('note', 'missing')
    const subjects = subjectsOf(context, input.creators)
    const warned =
      verdict === 'yes' && !anyway
        ? (await warningsFor(context, input.creators, shopId)).filter(({ warnings }) => isStopped(warnings))
        : []
    const stopped = new Set(warned.map(({ creatorId }) => creatorId))
    const decided = subjects.filter(({ id }) => !stopped.has(id))
    if (decided.length > 0) {
      const shop = shopId === null ? null : findShop(context.host.current().workspace.db, shopId)
      await write(context, `vetting.${verdict}`, subjectText(decided), (tx) =>
        decided.map(({ id }) =>
          putDecision(context, tx, id, {
            kind: 'verdict',
            verdict,
            level: shop ? 'shop' : 'agency',
            shopId: shop?.id ?? null,
            reason,
            note,
          }),
        ),
      )
    }
    return { decided: decided.map(({ id }) => id), stopped: warned }
  }),

  setList: os.vetting.setList.handler(async ({ input, context }) => {
    const { db } = context.host.current().workspace
    const { level, verdict, reason, note, expires } = input
    const clientId = level === 'client' ? findClient(db, input.clientId ?? '').id : null
    const shopId = level === 'shop' ? findShop(db, input.shopId ?? '').id : null
    if (verdict === 'block' && reason === null) throw invalid('reason', 'missing')
    const subjects = subjectsOf(context, input.creators)
    const ids = await write(context, `vetting.${verdict}`, subjectText(subjects), (tx) =>
      subjects.map(({ id }) =>
        putDecision(context, tx, id, { kind: 'list', verdict, level, clientId, shopId, reason, note, expires }),
      ),
    )
    return { ids }
  }),

  addIncident: os.vetting.addIncident.handler(async ({ input, context }) => {
    const { shopId, incident, note, at } = input
    const subject = subjectOf(context, input.creatorId)
    if (shopId !== null) findShop(context.host.current().workspace.db, shopId)
    const id = await write(context, 'vetting.incident', subject.creator.handle, (tx) =>
      putDecision(context, tx, subject.id, {
        kind: 'incident',
        verdict: incident,
        level: shopId === null ? 'agency' : 'shop',
        shopId,
        note,
        at: at ?? context.now(),
      }),
    )
    return { id }
  }),

  reputation: os.vetting.reputation.handler(({ input: { creatorId }, context }) => reputationOf(context, creatorId)),

  lists: os.vetting.lists.handler(({ input, context }) => decisionLists(context, input)),

  shortlist: os.vetting.shortlist.handler(({ input: { shopId, verdict }, context }) =>
    shortlist(context, shopId).filter(({ decision }) => verdict === undefined || decision.verdict === verdict),
  ),

  exportShortlist: os.vetting.exportShortlist.handler(({ input, context }) => exportShortlist(context, input)),
}

/** Decisions are only ever added; the newest holds. */
function putDecision(
  context: WorkspaceContext,
  tx: WritableDb,
  creatorId: string,
  fields: Parameters<typeof put>[4],
): string {
  keepCreator(tx, creatorId)
  return put(context, tx, 'creatorDecisions', null, {
    at: context.now(),
    person: context.author(),
    ...fields,
    creatorId,
  })
}

async function putSetting(context: WorkspaceContext, label: string, key: string, value: unknown) {
  await write(context, label, '', (tx) => writeSetting(tx, key, value, context.now()))
  return {}
}

function subjectText(subjects: readonly Subject[]): string {
  return subjects.length === 1 ? (subjects[0]?.creator.handle ?? '') : String(subjects.length)
}

function profileName(context: WorkspaceContext, key: string): string {
  return key === 'default' ? '' : findShop(context.host.current().workspace.db, key).name
}

function invalid(field: string, reason: string) {
  return new AppError('record.invalid', { entity: 'creatorDecisions', field, reason })
}
