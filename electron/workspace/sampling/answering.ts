/** Answering requests: approving, declining, asking back. Each is one step that can be undone, however many it answers. */

import type { WritableDb } from '../../../db/database'
import { handlesOf } from '../../../db/repositories/creators'
import { QUESTION, questionsAsked } from '../../../db/repositories/sample-requests'
import type { LeftOut } from '../../../shared/contract/sample-requests'
import type { DeclineCode } from '../../../shared/domain/sample-rules'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { withOtherNames } from '../lookups/relations'
import { allSamples } from '../lookups/samples'
import { put, write } from '../support'
import { logAboutSample } from './contact'
import { needsReason } from './request-rows'
import { paperApproval } from './paper'
import { currentRequests, type JudgedRequest } from './requests'
import { type StepRefusal, stepSamples } from './steps'

/** Whoever approves spends their own wallet, unless the sample is somebody's already. */
export async function approveRequests(
  context: WorkspaceContext,
  { ids, greenOnly, reason }: { readonly ids: readonly string[]; readonly greenOnly: boolean; readonly reason: string },
): Promise<{ approved: string[]; left: LeftOut[] }> {
  const { chosen, left } = await sorted(context, ids, (request) => {
    if (greenOnly && request.suggestion !== 'approve') return 'notGreen'
    if (greenOnly) return request.paper === null ? null : 'needsReason'
    return needsReason(request) && reason === '' ? 'needsReason' : null
  })
  const refused = await answer(context, 'sampleRequests.approve', chosen, (tx) => {
    for (const { sample } of chosen) {
      const owner = sample.owner ?? context.author()
      if (owner !== sample.owner || reason !== '')
        put(context, tx, 'samples', sample.id, { owner, ...(reason === '' ? {} : { reason }) })
    }
    const walks = chosen.map(({ sample }) => ({ sampleId: sample.id, to: 'approved', how: 'step', reason }) as const)
    const known = chosen.map(({ sample }) => sample.id)
    return stepSamples(context, tx, walks, paperApproval(context, tx, known, reason))
  })
  return { approved: without(chosen, refused), left: [...left, ...refused.map(toLeft(chosen))] }
}

/** The platform's reason goes first, as its own word. */
export async function declineRequests(
  context: WorkspaceContext,
  { ids, code, note }: { readonly ids: readonly string[]; readonly code: DeclineCode; readonly note: string },
): Promise<{ declined: string[]; left: LeftOut[] }> {
  if (code === 'OTHER' && note === '')
    throw new AppError('record.invalid', { entity: 'sampleEvents', field: 'reason', reason: 'missing' })
  const { chosen, left } = await sorted(context, ids, () => null)
  const reason = note === '' ? code : `${code}: ${note}`
  const refused = await answer(context, 'sampleRequests.decline', chosen, (tx) =>
    stepSamples(
      context,
      tx,
      chosen.map(({ sample }) => ({ sampleId: sample.id, to: 'declined', how: 'step', reason })),
    ),
  )
  return { declined: without(chosen, refused), left: [...left, ...refused.map(toLeft(chosen))] }
}

export interface Question {
  readonly id: string
  readonly text: string
  readonly channel: string | null
  readonly templateId: string | null
  readonly templateVersionId: string | null
}

/** The message as a contact, and a task that waits for the answer until the request has to be answered. */
export async function askBack(context: WorkspaceContext, { id, ...message }: Question): Promise<void> {
  const { db } = context.host.current().workspace
  const [sample] = allSamples(db, context.now(), [id])
  if (!sample) throw new AppError('record.notFound', { entity: 'samples', id })
  if (sample.state !== 'requested')
    throw new AppError('record.illegalStep', { entity: 'samples', id, from: sample.state, to: 'requested' })
  const { creatorId, shopId, productName, productId, deadlines } = sample
  await write(context, 'sampleRequests.ask', sample.handle ?? productName ?? productId, (tx) => {
    logAboutSample(context, tx, { ...message, creatorId, shopId, kind: 'sent', at: null })
    put(context, tx, 'tasks', null, {
      creatorId,
      shopId,
      kind: 'sample',
      title: productName ?? productId,
      state: 'waiting',
      owner: context.author(),
      due: deadlines.review === null ? null : deadlines.review.endsAt - 1,
      origin: `${QUESTION}${id}`,
      note: message.text,
    })
  })
}

type Why = LeftOut['why']

/** Requests that wait, and those that stay as they are with the reason. */
async function sorted(
  context: WorkspaceContext,
  ids: readonly string[],
  keep: (request: JudgedRequest) => Why | null,
): Promise<{ readonly chosen: readonly JudgedRequest[]; readonly left: LeftOut[] }> {
  const waiting = new Map((await currentRequests(context, null)).map((request) => [request.facts.id, request]))
  const chosen: JudgedRequest[] = []
  const left: LeftOut[] = []
  for (const id of new Set(ids)) {
    const request = waiting.get(id)
    const why = request ? (request.sample.hold ? 'onHold' : keep(request)) : 'answered'
    if (request && why === null) chosen.push(request)
    else left.push({ id, handle: '', why: why ?? 'answered', suggestion: request?.suggestion ?? null })
  }
  return { chosen, left: named(context, left) }
}

function named(context: WorkspaceContext, left: readonly LeftOut[]): LeftOut[] {
  const { db } = context.host.current().workspace
  const samples = allSamples(
    db,
    context.now(),
    left.map(({ id }) => id),
  )
  const handles = new Map(samples.map((sample) => [sample.id, sample.handle]))
  return left.map((one) => ({ ...one, handle: handles.get(one.id) ?? one.id }))
}

/** One step for all of them; what they were asked needs no answer any more. */
async function answer(
  context: WorkspaceContext,
  label: string,
  chosen: readonly JudgedRequest[],
  work: (tx: WritableDb) => readonly StepRefusal[],
): Promise<readonly StepRefusal[]> {
  const [first] = chosen
  if (!first) return []
  const { db } = context.host.current().workspace
  const creators = withOtherNames(mergedCreators(db), [...new Set(chosen.map(({ sample }) => sample.creatorId))])
  const answered = new Set(chosen.map(({ facts }) => facts.id))
  const questions = questionsAsked(db, creators).filter(
    ({ sampleId, state }) => answered.has(sampleId) && (state === 'waiting' || state === 'open'),
  )
  const handle = first.sample.handle ?? handlesOf(db, [first.sample.creatorId]).get(first.sample.creatorId)
  const subject = chosen.length === 1 ? (handle ?? first.facts.productId) : String(chosen.length)
  return write(context, chosen.length === 1 ? label : `${label}Many`, subject, (tx) => {
    for (const { id } of questions) put(context, tx, 'tasks', id, { state: 'done', doneAt: context.now() })
    return work(tx)
  })
}

function without(chosen: readonly JudgedRequest[], refused: readonly StepRefusal[]): string[] {
  const out = new Set(refused.map(({ sampleId }) => sampleId))
  return chosen.map(({ facts }) => facts.id).filter((id) => !out.has(id))
}

function toLeft(chosen: readonly JudgedRequest[]): (refusal: StepRefusal) => LeftOut {
  const known = new Map(chosen.map((request) => [request.facts.id, request]))
  return ({ sampleId, code }) => {
    const request = known.get(sampleId)
    const why = code === 'record.onHold' ? 'onHold' : code === 'contract.guard' ? 'needsReason' : 'answered'
    return { id: sampleId, handle: request?.sample.handle ?? sampleId, why, suggestion: request?.suggestion ?? null }
  }
}
