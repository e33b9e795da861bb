/** Requests as a list shows them: who asks, what speaks for and against it, who seems to have it already. */

import type { ReadableDb } from '../../../db/database'
import { questionsAsked } from '../../../db/repositories/sample-requests'
import { vettedCreators } from '../../../db/repositories/vetting'
import type { RepeatedSample, SampleRecord, SampleRequest } from '../../../shared/contract/sample-requests'
import { declineCodeFor } from '../../../shared/domain/sample-rules'
import type { WorkspaceContext } from '../context'
import { mergedCreators } from '../lookups/creators'
import { withOtherNames } from '../lookups/relations'
import { allSamples, type KnownSample } from '../lookups/samples'
import { type Sight, sightOf } from '../vetting/sight'
import { guardOf } from './guard'
import type { PersonHistory } from './ghosts'
import type { RepeatFound } from './repeats'
import { ruleBook } from './request-rules'
import type { JudgedRequest } from './requests'

const REPEATS_SHOWN = 5

/** These requests in the order given. */
export async function requestRows(
  context: WorkspaceContext,
  requests: readonly JudgedRequest[],
): Promise<SampleRequest[]> {
  const { db } = context.host.current().workspace
  const book = ruleBook(db)
  const names = displayNames(
    db,
    requests.map(({ sample }) => sample),
  )
  const asked = openQuestions(db, requests)
  const repeatOf = await repeatViews(context, requests)
  return requests.map((request) => {
    const { sample, lines, suggestion, stock } = request
    const repeats = bestFirst(request.repeats)
    return {
      sample: { ...sample, parcels: [...sample.parcels] },
      displayName: names.get(sample.creatorId) ?? null,
      suggestion,
      lines: lines.map((line) => ({ ...line, words: [...line.words] })),
      currency: book.of(sample.shopId).currency,
      code: declineCodeFor(lines),
      repeats: repeats.slice(0, REPEATS_SHOWN).map(repeatOf),
      repeated: repeats.length,
      needsReason: needsReason(request),
      needsPaper: request.paper !== null,
      record: recordOf(request.history),
      free: stock.available,
      floor: stock.floor,
      asked: asked.get(sample.id) ?? null,
    }
  })
}

/** What the rules decline, what the guard found and what is worth too much without signed paper goes out with a reason alone. */
export function needsReason({
  suggestion,
  repeats,
  paper,
}: Pick<JudgedRequest, 'suggestion' | 'repeats' | 'paper'>): boolean {
  return suggestion === 'decline' || repeats.length > 0 || paper !== null
}

export function recordOf({ open, posts, ended, ghosted, isProven }: PersonHistory): SampleRecord {
  return { open, posts, ended, ghosted, isProven }
}

/** Names beside handles, by creator. */
export function displayNames(db: ReadableDb, samples: readonly KnownSample[]): ReadonlyMap<string, string> {
  const ids = [...new Set(samples.map(({ creatorId }) => creatorId))]
  return new Map(
    vettedCreators(db, ids).flatMap(({ id, displayName }) =>
      displayName === null ? [] : [[id, displayName] as const],
    ),
  )
}

/** The very product before others, more clues before fewer. */
function bestFirst(repeats: readonly RepeatFound[]): readonly RepeatFound[] {
  const weight = ({ product, by }: RepeatFound) => (product === 'same' ? 10 : 0) + by.length
  return repeats.toSorted((a, b) => weight(b) - weight(a) || (b.sentAt ?? Infinity) - (a.sentAt ?? Infinity))
}

/** By request: what was asked and is not answered yet. */
function openQuestions(db: ReadableDb, requests: readonly JudgedRequest[]): ReadonlyMap<string, string> {
  const ids = withOtherNames(mergedCreators(db), [...new Set(requests.map(({ sample }) => sample.creatorId))])
  return new Map(
    questionsAsked(db, ids).flatMap(({ sampleId, state, title }) =>
      state === 'waiting' || state === 'open' ? [[sampleId, title ?? ''] as const] : [],
    ),
  )
}

async function repeatViews(
  context: WorkspaceContext,
  requests: readonly JudgedRequest[],
): Promise<(found: RepeatFound) => RepeatedSample> {
  const { workspace } = context.host.current()
  const ids = [
    ...new Set(
      requests.flatMap(({ repeats }) =>
        bestFirst(repeats)
          .slice(0, REPEATS_SHOWN)
          .map(({ id }) => id),
      ),
    ),
  ]
  if (ids.length === 0) return ({ by, ...found }) => ({ ...found, ...HIDDEN, by: [...by] })
  const guard = await guardOf(workspace)
  const contacts = new Map(guard.samplesOf(ids).map((sample) => [sample.id, sample]))
  const samples = new Map(allSamples(workspace.db, context.now(), ids).map((sample) => [sample.id, sample]))
  const sight = sightOf(context)
  return ({ id, by, product, state, sentAt }) => {
    const sample = samples.get(id)
    const common = { by: [...by], product, state, sentAt }
    if (!sample || !isSeen(sample, sight)) return { ...common, ...HIDDEN }
    const guarded = contacts.get(id)
    return {
      ...common,
      sampleId: id,
      shopId: sample.shopId,
      handle: sample.handle,
      productName: sample.productName ?? sample.productId,
      recipient: sample.recipient,
      phone: guarded?.phone ?? guarded?.contact?.phone ?? null,
      address: guarded?.address ?? guarded?.contact?.address ?? null,
      payee: guarded?.contact?.payee ?? null,
    }
  }
}

const HIDDEN = {
  sampleId: null,
  shopId: null,
  handle: null,
  productName: null,
  recipient: null,
  phone: null,
  address: null,
  payee: null,
} as const

function isSeen({ shopId }: KnownSample, sight: Sight | null): boolean {
  return sight === null || sight.shops.has(shopId)
}
