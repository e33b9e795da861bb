/** What a shop needs before it can sell through creators. */

import { naturalId } from '../../../db/capture/derived'
import type { ReadableDb } from '../../../db/database'
import { filesOf, listOnboardingSteps, listShopDocuments } from '../../../db/repositories/onboarding'
import { deleteRecord, getRecord } from '../../../db/repositories/records'
import type { OnboardingStep } from '../../../shared/contract/onboarding'
import { dayInZone } from '../../../shared/domain/days'
import { DOCUMENT_KINDS, documentStanding, type OnboardingState } from '../../../shared/domain/onboarding'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { allShops, findShop } from '../lookups/shops'
import { OWN_STEP, stepsOf } from '../onboarding/steps'
import { os } from '../serve'
import { put, write } from '../support'

export const onboarding = {
  shops: os.onboarding.shops.handler(({ context }) => {
    const { db } = context.host.current().workspace
    return allShops(db).flatMap(({ id, name, archived, timezone }) => {
      if (archived) return []
      const today = dayInZone(context.now(), timezone)
      const steps = stepsOf(listOnboardingSteps(db, id), today).filter(({ state }) => state !== 'notNeeded')
      const is = (standing: OnboardingStep['standing']) => steps.filter((step) => step.standing === standing)
      const expiring = listShopDocuments(db, id).filter(({ expires }) =>
        ['soon', 'expired'].includes(documentStanding(expires, today)),
      )
      return [
        {
          shopId: id,
          shopName: name,
          done: is('done').length,
          of: steps.length,
          late: is('late').length,
          rejected: is('rejected').length,
          expiring: expiring.length,
          next: [...is('rejected'), ...is('late'), ...is('ready')].map(({ key, title }) => title ?? key),
        },
      ]
    })
  }),

  steps: os.onboarding.steps.handler(({ input: { shopId }, context }) => stepsOfShop(context, shopId)),

  set: os.onboarding.set.handler(async ({ input: { shopId, key, fields }, context }) => {
    const before = stepOf(context, shopId, key)
    const state = fields.state ?? before.state
    const reason = fields.reason === undefined ? before.reason : fields.reason
    if (state === 'rejected' && (reason ?? '').trim() === '') {
      throw new AppError('record.invalid', { entity: 'onboardingSteps', field: 'reason', reason: 'missing' })
    }
    const dated = { ...datesOf(before, fields.state, today(context, shopId)), ...fields }
    await write(context, 'onboarding.set', `${findShop(db(context), shopId).name} · ${before.title ?? key}`, (tx) =>
      put(context, tx, 'onboardingSteps', null, { shopId, key, ...dated }),
    )
    return stepOf(context, shopId, key)
  }),

  addStep: os.onboarding.addStep.handler(async ({ input: { shopId, title }, context }) => {
    findShop(db(context), shopId)
    const key = `${OWN_STEP}${naturalId('onboardingStep', [shopId, title, String(context.now())])}`
    await write(context, 'onboarding.addStep', title, (tx) =>
      put(context, tx, 'onboardingSteps', null, { shopId, key, title, state: 'todo' }),
    )
    return stepOf(context, shopId, key)
  }),

  removeStep: os.onboarding.removeStep.handler(async ({ input: { shopId, key }, context }) => {
    const { id, title } = stepOf(context, shopId, key)
    if (id === null || !key.startsWith(OWN_STEP)) {
      throw new AppError('record.invalid', { entity: 'onboardingSteps', field: 'key', reason: 'keptByTheProgram' })
    }
    await write(context, 'onboarding.removeStep', title ?? key, (tx) => deleteRecord(tx, 'onboardingSteps', id))
    return {}
  }),

  documents: os.onboarding.documents.handler(({ input: { shopId }, context }) => {
    const rows = listShopDocuments(db(context), shopId)
    const files = filesOf(
      db(context),
      'shopDocuments',
      rows.map(({ id }) => id),
    )
    return rows.map(({ id, kind, name, number, issuedOn, expires, owner, note }) => ({
      id,
      shopId,
      kind: DOCUMENT_KINDS.find((known) => known === kind) ?? 'other',
      name,
      number,
      issuedOn,
      expires,
      standing: documentStanding(expires, today(context, shopId)),
      owner,
      note,
      files: files.get(id) ?? 0,
    }))
  }),

  putDocument: os.onboarding.putDocument.handler(async ({ input: { id, fields }, context }) => {
    const { name } = findShop(db(context), fields.shopId)
    const { issuedOn, expires } = fields
    if (issuedOn && expires && expires < issuedOn) {
      throw new AppError('record.invalid', { entity: 'shopDocuments', field: 'expires', reason: 'beforeIssued' })
    }
    const saved = await write(context, 'onboarding.putDocument', `${name} · ${fields.name ?? fields.kind}`, (tx) =>
      put(context, tx, 'shopDocuments', id, fields),
    )
    return { id: saved }
  }),

  removeDocument: os.onboarding.removeDocument.handler(async ({ input: { id }, context }) => {
    const { name, kind } = getRecord(db(context), 'shopDocuments', id)
    await write(context, 'onboarding.removeDocument', String(name ?? kind), (tx) =>
      deleteRecord(tx, 'shopDocuments', id),
    )
    return {}
  }),
}

function db(context: WorkspaceContext): ReadableDb {
  return context.host.current().workspace.db
}

/** Today where the shop is. */
function today(context: WorkspaceContext, shopId: string): string {
  return dayInZone(context.now(), findShop(db(context), shopId).timezone)
}

function stepsOfShop(context: WorkspaceContext, shopId: string): OnboardingStep[] {
  return stepsOf(listOnboardingSteps(db(context), shopId), today(context, shopId))
}

function stepOf(context: WorkspaceContext, shopId: string, key: string): OnboardingStep {
  const step = stepsOfShop(context, shopId).find((one) => one.key === key)
  if (!step) throw new AppError('record.notFound', { entity: 'onboardingSteps', id: key })
  return step
}

/** Handing in begins the timer, an answer ends it: both on the day they are noted. */
function datesOf({ submittedOn }: OnboardingStep, to: OnboardingState | undefined, day: string) {
  if (to === 'submitted') return { submittedOn: day, decidedOn: null }
  if (to === 'inReview') return { submittedOn: submittedOn ?? day, decidedOn: null }
  if (to === 'approved' || to === 'rejected') return { decidedOn: day }
  return to === 'todo' ? { submittedOn: null, decidedOn: null } : {}
}
