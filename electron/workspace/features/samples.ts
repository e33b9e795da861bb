/** The sample ledger: where each sample stands, what is due when. */

import { randomBytes } from 'node:crypto'

import type { ReadableDb } from '../../../db/database'
import { keepCreator } from '../../../db/repositories/creators'
import { deleteRecord } from '../../../db/repositories/records'
import { sampleSteps } from '../../../db/repositories/samples'
import type { SampleFields } from '../../../shared/contract/samples'
import { AppError } from '../../../shared/errors'
import { randomId } from '../../../shared/sync/ids'
import type { WorkspaceContext } from '../context'
import { allSamples, type KnownSample } from '../lookups/samples'
import { findShop } from '../lookups/shops'
import { stepSamples } from '../sampling/steps'
import { os } from '../serve'
import { put, write } from '../support'

export const samples = {
  list: os.samples.list.handler(({ input, context }) => {
    const { shopId, creatorId, offset, limit } = input
    const found = allSamples(context.host.current().workspace.db, context.now()).filter(
      (sample) =>
        (shopId === null || sample.shopId === shopId) && (creatorId === null || sample.creatorId === creatorId),
    )
    return { rows: found.slice(offset, offset + limit).map(toContract), total: found.length, left: [] }
  }),

  get: os.samples.get.handler(({ input: { id }, context }) =>
    toContract(sampleNamed(context.host.current().workspace.db, id, context.now())),
  ),

  put: os.samples.put.handler(async ({ input: { id, fields }, context }) => {
    const { db } = context.host.current().workspace
    const subject = id === undefined ? (fields.productId ?? '') : titleOf(sampleNamed(db, id, context.now()))
    const saved = await write(context, id ? 'samples.update' : 'samples.add', subject, (tx) => {
      if (fields.creatorId !== undefined) keepCreator(tx, fields.creatorId)
      if (fields.shopId !== undefined) findShop(tx, fields.shopId)
      return put(context, tx, 'samples', id ?? newId(context), id ? fields : withBirth(context, fields))
    })
    return toContract(sampleNamed(db, saved, context.now()))
  }),

  remove: os.samples.remove.handler(async ({ input: { ids }, context }) => {
    const { db } = context.host.current().workspace
    await write(context, 'samples.remove', subjectOf(db, ids, context.now()), (tx) => {
      for (const id of ids) deleteRecord(tx, 'samples', id)
    })
    return {}
  }),

  step: os.samples.step.handler(async ({ input: { ids, to, at, reason, through }, context }) => {
    const { db } = context.host.current().workspace
    const wanted = [...new Set(ids)]
    const subject = `${subjectOf(db, wanted, context.now())} → ${to}`
    const how = through ? 'through' : 'step'
    const refused = await write(context, 'samples.step', subject, (tx) =>
      stepSamples(
        context,
        tx,
        wanted.map((sampleId) => ({ sampleId, to, at, reason, how })),
      ),
    )
    return { done: wanted.length - refused.length, refused: [...refused] }
  }),

  trail: os.samples.trail.handler(({ input: { id }, context }) =>
    sampleSteps(context.host.current().workspace.db, id).map(({ from, to, ...step }) => ({
      id: step.id,
      from: from ?? '',
      to: to ?? '',
      at: step.at,
      person: step.person,
      reason: step.reason,
    })),
  ),
}

/** Asked for now, one piece, a free one that somebody typed, of the person here: unless said otherwise. */
function withBirth(context: WorkspaceContext, fields: SampleFields) {
  return {
    quantity: 1,
    kind: 'free',
    requestedAt: context.now(),
    owner: context.author(),
    source: 'typed',
    ...fields,
  }
}

function newId(context: WorkspaceContext): string {
  return randomId(context.now(), randomBytes(10))
}

function sampleNamed(db: ReadableDb, id: string, now: number): KnownSample {
  const [sample] = allSamples(db, now, [id])
  if (sample === undefined) throw new AppError('record.notFound', { entity: 'samples', id })
  return sample
}

/** `lia.daily`, or how many they are. */
function subjectOf(db: ReadableDb, ids: readonly string[], now: number): string {
  const [first, ...others] = ids
  if (first === undefined || others.length > 0) return String(ids.length)
  return titleOf(sampleNamed(db, first, now))
}

function titleOf({ handle, productName, productId }: KnownSample): string {
  return handle === null ? (productName ?? productId) : `@${handle}`
}

/** Lists of the contract are lists of their own. */
function toContract(sample: KnownSample) {
  return { ...sample, parcels: [...sample.parcels], dates: { ...sample.dates } }
}
