/**
 * Every sample of the open file in memory, so that board, table and calendar answer while somebody types.
 *
 * Read when first asked for; from then on brought up to date by what commits say they changed, before it answers.
 */

import type { OpenWorkspace } from '../../../db/open'
import { fileStates } from '../../../db/repositories/creators-index'
import { SHOWN_IN_SAMPLES, samplesShowing } from '../../../db/repositories/samples'
import { foldText } from '../../../shared/domain/search-text'
import { zoneDays } from '../../../shared/domain/zone-days'
import {
  type KnownSample,
  readSamples,
  type SampleParts,
  type SampleSight,
  sampleSight,
  toSample,
} from '../lookups/samples'

/** More changed records of a kind than this, and all are read anew. */
const MANY = 2000

/** A sample as lists look through it. */
export interface LedgerSample extends KnownSample {
  /** What it is searched by, folded; parts that a role may not see are not in it. */
  readonly text: string
}

export interface Ledger {
  /** All that show, as of the last commit and this moment: those that are due first first, then those that wait longest. */
  all(now: number): readonly LedgerSample[]
}

interface Seen {
  readonly today: number
  readonly sample: LedgerSample
}

interface Entry {
  readonly parts: SampleParts
  seen: Seen | null
}

interface State {
  readonly entries: Map<string, Entry>
  /** Null: shops, rules or names changed, so that everything is to be seen anew. */
  sight: SampleSight | null
  shown: { readonly today: string; readonly samples: readonly LedgerSample[] } | null
  /** Imported files that count: they bring products, and take them away, that no commit names one by one. */
  readonly files: string
}

const opened = new WeakMap<OpenWorkspace, Ledger>()

export function ledgerOf(workspace: OpenWorkspace): Ledger {
  const known = opened.get(workspace) ?? openLedger(workspace)
  opened.set(workspace, known)
  return known
}

function openLedger(workspace: OpenWorkspace): Ledger {
  const { db, reader } = workspace
  // Another number after every commit of another connection.
  const dataVersion = reader.prepare<[], number>('PRAGMA data_version').pluck()
  let seen: number | undefined
  let files = ''
  let state: State | null = null
  let pending = new Map<string, Set<string>>()
  workspace.onCommitted(({ changed }) => {
    if (state === null) return
    for (const { entity, id } of changed) {
      const ids = pending.get(entity) ?? new Set()
      pending.set(entity, ids)
      ids.add(id)
    }
  })
  return {
    all(now) {
      const changed = pending
      pending = new Map()
      const version = dataVersion.get()
      if (version !== seen) files = [...fileStates(db)].join()
      seen = version
      if (state === null || state.files !== files || !follow(workspace, state, changed))
        state = { entries: entriesOf(db), sight: null, shown: null, files }
      if (state.sight === null) {
        state.sight = sampleSight(db)
        for (const entry of state.entries.values()) entry.seen = null
        state.shown = null
      }
      return shownOf(state, state.sight, now)
    },
  }
}

function entriesOf(db: OpenWorkspace['db']): Map<string, Entry> {
  return new Map(readSamples(db).map((parts) => [parts.row.id, { parts, seen: null }]))
}

/** Brings what is kept up to date; false where reading all of it anew is quicker. */
function follow({ db }: OpenWorkspace, state: State, changed: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const touched = new Set<string>()
  for (const [entity, ids] of changed) {
    if (entity === 'shops') return false
    if (entity === 'aliases' || entity === 'marketRules') state.sight = null
    if (entity === 'creators' && [...ids].some((id) => state.sight?.namesakes.has(id))) state.sight = null
    if (!SHOWN_IN_SAMPLES.includes(entity)) continue
    if (ids.size > MANY) return false
    for (const id of samplesShowing(db, entity, [...ids])) touched.add(id)
  }
  if (touched.size > MANY) return false
  if (touched.size === 0) return true
  const read = new Map(readSamples(db, [...touched]).map((parts) => [parts.row.id, parts]))
  for (const id of touched) {
    const parts = read.get(id)
    if (parts === undefined) state.entries.delete(id)
    else state.entries.set(id, { parts, seen: null })
  }
  state.shown = null
  return true
}

function shownOf(state: State, sight: SampleSight, now: number): readonly LedgerSample[] {
  const today = new Map([...sight.shops].map(([id, { timezone }]) => [id, zoneDays(timezone).dayOf(now)]))
  const stamp = [...today.values()].join()
  if (state.shown?.today === stamp) return state.shown.samples
  const samples: LedgerSample[] = []
  for (const entry of state.entries.values()) {
    const day = today.get(entry.parts.row.shopId ?? '') ?? 0
    if (entry.seen?.today !== day) {
      const sample = toSample(entry.parts, sight, now)
      entry.seen = { today: day, sample: { ...sample, text: textOf(sample) } }
    }
    samples.push(entry.seen.sample)
  }
  state.shown = { today: stamp, samples: byUrgency(samples) }
  return state.shown.samples
}

function byUrgency(samples: readonly LedgerSample[]): readonly LedgerSample[] {
  const due = new Float64Array(samples.length)
  const since = new Float64Array(samples.length)
  samples.forEach(({ deadlines: { review, post }, since: at }, index) => {
    due[index] = (review ?? post)?.endsAt ?? Number.MAX_SAFE_INTEGER
    since[index] = at ?? Number.MAX_SAFE_INTEGER
  })
  const order = new Uint32Array(samples.length).map((_, index) => index)
  // Equals by id, on every copy alike: those that came later stand at the end of what is kept.
  const later = (a: number, b: number) => ((samples[a]?.id ?? '') < (samples[b]?.id ?? '') ? -1 : 1)
  order.sort((a, b) => (due[a] ?? 0) - (due[b] ?? 0) || (since[a] ?? 0) - (since[b] ?? 0) || later(a, b))
  return Array.from(order, (index) => samples[index]).filter((sample) => sample !== undefined)
}

function textOf(sample: KnownSample): string {
  const { handle, productName, productId, skuId, variation, orderId, applicationId, owner, note, parcels } = sample
  const texts = [handle, productName, productId, skuId, variation, orderId, applicationId, owner, note]
  return foldText([...texts, ...parcels.map(({ tracking }) => tracking)].filter(Boolean).join('\n'))
}
