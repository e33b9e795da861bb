/** Pasted and scanned numbers: which samples they are of, and the step that adds the parcels and ships. */

import type { ReadableDb, WritableDb } from '../../../db/database'
import { planPut, writePut } from '../../../db/repositories/record-puts'
import type { ScanResult, TrackedView } from '../../../shared/contract/sample-files'
import { suggestCarrier, trackingKey } from '../../../shared/domain/carriers'
import { readSampleCode } from '../../../shared/domain/sample-codes'
import type { SampleState } from '../../../shared/domain/samples'
import { matchTracking } from '../../../shared/domain/tracking-paste'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { mergedGroups } from '../lookups/creators'
import { hiddenFrom } from '../roles/roles'
import { stepSamples, type Walk } from '../sampling/steps'
import { write } from '../support'
import { type Trackable, trackables } from './labels'

export function matchedTracking(context: WorkspaceContext, shopId: string | null, text: string): TrackedView {
  const { db } = context.host.current().workspace
  const all = trackables(db, shopId)
  const names = namesOf(db)
  const seesPhones = !(hiddenFrom(context)?.has('contact') ?? false)
  const { roles, rows } = matchTracking(
    text,
    all.map((one) => ({
      id: one.id,
      creatorId: one.person,
      market: one.market,
      handles: [one.label.handle, ...(names.get(one.person) ?? [])],
      orderId: one.orderId,
      applicationId: one.applicationId,
      state: one.at,
      phone: seesPhones ? (one.phone?.replaceAll(/\D/g, '') ?? null) : null,
      tracking: one.label.parcels.map(({ tracking }) => tracking),
    })),
  )
  const named = new Set(rows.flatMap(({ sampleIds, candidates }) => [...sampleIds, ...candidates]))
  return {
    roles: [...roles],
    rows: rows.map((row) => ({ ...row, sampleIds: [...row.sampleIds], candidates: [...row.candidates] })),
    samples: all.filter(({ id }) => named.has(id)).map(({ label }) => label),
  }
}

/** By person: the other handles they go by. */
function namesOf(db: ReadableDb): ReadonlyMap<string, readonly string[]> {
  return new Map(mergedGroups(db).map(({ id, others }) => [id, others.map(({ handle }) => handle)]))
}

export interface NewParcel {
  readonly sampleIds: readonly string[]
  readonly tracking: string
  readonly carrier: string | null
}

const LEAVING: ReadonlySet<SampleState> = new Set(['approved', 'packed'])

/** One step; refuses as steps of samples do where one of them stands still or is over. */
export async function addParcels(
  context: WorkspaceContext,
  rows: readonly NewParcel[],
  at: number,
): Promise<{ parcels: number; shipped: number }> {
  const { db } = context.host.current().workspace
  const known = new Map(trackables(db, null).map((one) => [one.id, one]))
  const ids = [...new Set(rows.flatMap(({ sampleIds }) => sampleIds))]
  const missing = ids.find((id) => !known.has(id))
  if (missing !== undefined) throw new AppError('record.notFound', { entity: 'samples', id: missing })
  const subject = rows.length === 1 ? (rows[0]?.tracking ?? '') : String(rows.length)
  return write(context, 'sampleFiles.tracking', subject, (tx) => {
    let parcels = 0
    for (const row of rows) for (const sampleId of row.sampleIds) parcels += putParcel(context, tx, sampleId, row, at)
    const walks = ids.flatMap((sampleId): Walk[] =>
      LEAVING.has(known.get(sampleId)?.at ?? 'closed') ? [{ sampleId, to: 'shipped', how: 'through', at }] : [],
    )
    orThrow(stepSamples(context, tx, walks))
    return { parcels, shipped: walks.length }
  })
}

function putParcel(
  context: WorkspaceContext,
  tx: WritableDb,
  sampleId: string,
  { tracking, carrier }: NewParcel,
  at: number,
): number {
  const fields = { sampleId, tracking, ...(carrier !== null && carrier !== '' && { carrier }) }
  const put = planPut(tx, 'parcels', null, { ...fields, shippedAt: at }, { now: context.now() })
  const [refused] = put.refused
  if (refused !== undefined) throw new AppError('record.invalid', { entity: 'parcels', ...refused })
  const isNew = put.before === null || put.before.deleted
  // A parcel that is known keeps the day it left.
  writePut(tx, isNew ? put : planPut(tx, 'parcels', null, fields, { now: context.now() }))
  return isNew ? 1 : 0
}

function orThrow(refusals: ReturnType<typeof stepSamples>): void {
  const [first] = refusals
  if (first === undefined) return
  const { sampleId: id, code, from, to } = first
  if (code === 'record.illegalStep') throw new AppError(code, { entity: 'samples', id, from: from ?? '', to: to ?? '' })
  if (code === 'contract.guard') throw new Error(`sample ${id}: a parcel is not asked for paper`)
  throw new AppError(code, { entity: 'samples', id })
}

export interface Scanned {
  readonly shopId: string | null
  readonly line: string
  readonly to: 'packed' | 'shipped'
  readonly after: string | null
}

/**
 * One scanned line. The code on our label and a number that a sample has already move that sample; any other number is put
 * on the sample that was scanned just before and has none yet.
 */
export async function scanned(context: WorkspaceContext, { shopId, line, to, after }: Scanned): Promise<ScanResult> {
  const { db } = context.host.current().workspace
  const all = trackables(db, shopId)
  const told = line.trim()
  const found = namedBy(all, told)
  const open = found.filter(({ at }) => LEAVING.has(at))
  const [first] = found
  const answer = (result: ScanResult['result'], one: Trackable | undefined): ScanResult => ({
    result,
    line: told,
    sample: one === undefined ? null : (trackables(db, shopId).find(({ id }) => id === one.id)?.label ?? one.label),
  })
  if (first === undefined) {
    const before = all.find(({ id }) => id === after)
    if (before === undefined || readSampleCode(told) !== null || trackingKey(told).length < 8) {
      return answer('unknown', undefined)
    }
    if (before.label.hold) return answer('onHold', before)
    if (before.label.parcels.length > 0) return answer('unknown', before)
    await addParcels(
      context,
      [{ sampleIds: [before.id], tracking: told, carrier: suggestCarrier(told, before.market) }],
      context.now(),
    )
    return answer('attached', before)
  }
  const [one] = open
  if (one === undefined) return answer(HAS_LEFT.has(first.at) ? 'already' : 'notOpen', first)
  // An order of several products is one parcel; two different requests under one word are not.
  if (open.length > 1 && new Set(open.map(({ orderId }) => orderId)).size > 1) return answer('ambiguous', one)
  if (open.some(({ label }) => label.hold)) return answer('onHold', one)
  const moving = open.filter(({ at }) => at !== to)
  if (moving.length === 0) return answer('already', one)
  await moveSamples(
    context,
    moving.map(({ id }) => id),
    to,
    one.label.handle,
  )
  return answer(to, one)
}

const HAS_LEFT: ReadonlySet<SampleState> = new Set(['shipped', 'delivered', 'contentDue', 'posted', 'verified'])

function namedBy(all: readonly Trackable[], told: string): readonly Trackable[] {
  const code = readSampleCode(told)
  if (code !== null) return all.filter(({ label }) => label.code === code)
  const key = trackingKey(told)
  const byNumber = all.filter(({ label }) => label.parcels.some(({ tracking }) => trackingKey(tracking) === key))
  return byNumber.length > 0 ? byNumber : all.filter((one) => one.orderId === told || one.applicationId === told)
}

/** One step for all; answers those that could not go. */
export async function moveSamples(
  context: WorkspaceContext,
  ids: readonly string[],
  to: 'packed' | 'shipped',
  subject: string,
): Promise<{ moved: number; refused: string[] }> {
  return write(context, to === 'packed' ? 'sampleFiles.pack' : 'sampleFiles.ship', subject, (tx) => {
    const walks = ids.map((sampleId): Walk => ({ sampleId, to, how: 'through' }))
    const refused = stepSamples(context, tx, walks).map(({ sampleId }) => sampleId)
    if (refused.length === ids.length) {
      throw new AppError('record.illegalStep', { entity: 'samples', id: refused[0] ?? '', from: '', to })
    }
    return { moved: ids.length - refused.length, refused }
  })
}
