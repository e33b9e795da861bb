/**
 * Pasted tracking numbers, matched to the samples that they are of: by the platform's numbers, a sample's code or the
 * creator's handle beside them. Neither the order of the rows nor that of the columns makes a difference.
 *
 * What is certain is matched; what two samples could mean is asked; a number that is none is named as what it looks like.
 */

import { suggestCarrier, trackingKey } from './carriers'
import { normaliseHandle } from './import-values/handles'
import { readSampleCode, sampleCode } from './sample-codes'
import type { SampleState } from './samples'
import {
  type Block,
  type BlockRow,
  type CellRole,
  isShortened,
  type KnownKeys,
  readBlock,
  roleOf,
} from './tracking-block'

/** A sample as the match sees it. */
export interface TrackedSample {
  readonly id: string
  /** Who it is for: one id for all names of one person. */
  readonly creatorId: string
  readonly market: string
  /** Lower case, all names of the person. */
  readonly handles: readonly string[]
  readonly orderId: string | null
  readonly applicationId: string | null
  readonly state: SampleState
  /** Digits of the recipient's phone, where it is known and may be seen. */
  readonly phone: string | null
  readonly tracking: readonly string[]
}

/**
 * `matched`: certain. `ambiguous`: the creator has several open samples. `second`: the sample has, or gets, another number
 * as well: two parcels of one request. `shared`: one number for different creators. These three wait for a person's word,
 * as does `wrongColumn`. `known`: nothing to do. The others cannot be used.
 */
export const MATCHES = [
  'matched',
  'ambiguous',
  'second',
  'shared',
  'wrongColumn',
  'known',
  'repeated',
  'unknown',
  'notOpen',
  'noKey',
  'noTracking',
  'shortened',
  'conflict',
] as const
export type Match = (typeof MATCHES)[number]

export interface TrackedRow {
  /** As pasted, from 1. */
  readonly line: number
  readonly match: Match
  readonly tracking: string
  readonly carrier: string | null
  /** The carrier is told by the form of the number alone. */
  readonly isSuggested: boolean
  /** What the row names its sample by, as pasted. */
  readonly key: string
  /** Those that the number is of; several where one order is one parcel. */
  readonly sampleIds: readonly string[]
  /** Those to choose among. */
  readonly candidates: readonly string[]
  /** `wrongColumn`: what the cell looks like. */
  readonly looksLike: CellRole | null
  /** `wrongColumn`: a cell of the row that could be the number. */
  readonly instead: string | null
  /** `notOpen`: where the sample stands. */
  readonly state: SampleState | null
}

export interface Tracked {
  readonly roles: readonly CellRole[]
  readonly rows: readonly TrackedRow[]
}

/** States of samples that a parcel can be on its way for: about to leave, or gone without its number. */
const LEAVING: ReadonlySet<SampleState> = new Set(['approved', 'packed'])
const UNDERWAY: ReadonlySet<SampleState> = new Set(['shipped', 'delivered', 'contentDue'])

export function matchTracking(text: string, samples: readonly TrackedSample[]): Tracked {
  const index = new Index(samples)
  const block = readBlock(text, index)
  const rows = block.rows.map((row) => matchRow(row, block, index))
  return { roles: block.roles, rows: weighTogether(rows, index) }
}

class Index implements KnownKeys {
  readonly #byHandle = new Map<string, TrackedSample[]>()
  readonly #byOrder = new Map<string, TrackedSample[]>()
  readonly #byApplication = new Map<string, TrackedSample[]>()
  readonly #byCode = new Map<string, TrackedSample[]>()
  readonly #byId = new Map<string, TrackedSample>()
  readonly #phones = new Set<string>()
  readonly #tracking = new Set<string>()

  constructor(samples: readonly TrackedSample[]) {
    for (const sample of samples) {
      this.#byId.set(sample.id, sample)
      for (const handle of sample.handles) add(this.#byHandle, handle, sample)
      if (sample.orderId !== null) add(this.#byOrder, sample.orderId, sample)
      if (sample.applicationId !== null) add(this.#byApplication, sample.applicationId, sample)
      add(this.#byCode, sampleCode(sample.id), sample)
      if (sample.phone !== null && sample.phone.length >= 8) this.#phones.add(sample.phone)
      for (const tracking of sample.tracking) this.#tracking.add(trackingKey(tracking))
    }
  }

  readonly isHandle = (handle: string) => this.#byHandle.has(handle)
  readonly isOrder = (id: string) => this.#byOrder.has(id)
  readonly isApplication = (id: string) => this.#byApplication.has(id)
  readonly isCode = (code: string) => this.#byCode.has(code)
  readonly isPhone = (digits: string) =>
    [...this.#phones].some((phone) => phone.endsWith(digits) || digits.endsWith(phone))
  readonly isTracking = (key: string) => this.#tracking.has(key)

  sample(id: string): TrackedSample | undefined {
    return this.#byId.get(id)
  }

  of(role: CellRole, cell: string): readonly TrackedSample[] | null {
    if (role === 'handle') return this.#byHandle.get(normaliseHandle(cell)) ?? []
    if (role === 'order') return this.#byOrder.get(cell) ?? []
    if (role === 'application') return this.#byApplication.get(cell) ?? []
    if (role === 'code') return this.#byCode.get(readSampleCode(cell) ?? '') ?? []
    return null
  }
}

function add(map: Map<string, TrackedSample[]>, key: string, sample: TrackedSample): void {
  const known = map.get(key)
  if (known) known.push(sample)
  else map.set(key, [sample])
}

interface Cell {
  readonly text: string
  readonly role: CellRole
}

const NOTHING = { sampleIds: [], candidates: [], looksLike: null, instead: null, state: null } as const

function matchRow(row: BlockRow, { roles }: Block, index: Index): TrackedRow {
  const { told, others } = partsOf(row, roles, index)
  const { line } = row
  const keys = others.filter(({ role }) => index.of(role, '') !== null)
  const carrier = others.find(({ role }) => role === 'carrier')?.text ?? null
  const key = keys.map(({ text }) => text).join(' · ')
  const found = samplesOf(keys, index)
  const market = found === 'conflict' ? '' : (found[0]?.market ?? '')
  const suggested = carrier === null && told !== '' ? suggestCarrier(told, market) : null
  const base = { line, tracking: told, carrier: carrier ?? suggested, isSuggested: suggested !== null, key, ...NOTHING }
  if (told === '') return { ...base, match: 'noTracking' }
  if (isShortened(told)) return { ...base, match: 'shortened' }
  if (found === 'conflict') return { ...base, match: 'conflict' }
  const placed = placeOf(keys, found, told)
  const role = roleOf(told, index)
  if (role === 'tracking') return { ...base, ...placed }
  // What stands in the wrong column is told before anything else, with the sample that it would be of.
  const instead = others.find((cell) => cell.role === 'tracking')?.text ?? null
  return { ...base, ...placed, match: 'wrongColumn', looksLike: role, instead }
}

/** The cell where the number should be, and the others; changed for each other where a row has them the other way round. */
function partsOf(
  { cells }: BlockRow,
  roles: readonly CellRole[],
  index: Index,
): { readonly told: string; readonly others: readonly Cell[] } {
  const at = roles.indexOf('tracking')
  const told = (cells[at] ?? '').trim()
  const others = cells.flatMap((text, place): Cell[] =>
    place === at || text === '' ? [] : [{ text, role: cellRole(text, roles[place], index) }],
  )
  const role = roleOf(told, index)
  const numbers = others.filter((cell) => cell.role === 'tracking')
  const [number] = numbers
  const isSwapped = told !== '' && (index.of(role, told)?.length ?? 0) > 0 && numbers.length === 1
  const sorted = (all: readonly Cell[]) => all.toSorted((a, b) => (a.text < b.text ? -1 : 1))
  return isSwapped && number !== undefined
    ? { told: number.text, others: sorted([...others.filter((cell) => cell !== number), { text: told, role }]) }
    : { told, others: sorted(others) }
}

/** A column's title or its other cells settle what a cell without a form of its own is. */
function cellRole(text: string, column: CellRole | undefined, index: Index): CellRole {
  const own = roleOf(text, index)
  if (own !== 'other' && own !== 'tracking') return own
  if (own === 'other') return column === 'carrier' || column === 'handle' ? column : own
  // Carriers write capitals: what is written small in a column of handles is one.
  const isKey = column === 'order' || column === 'application' || (column === 'handle' && /[a-z_]/.test(text))
  return isKey ? column : own
}

/** What all keys of a row agree on. */
function samplesOf(keys: readonly Cell[], index: Index): readonly TrackedSample[] | 'conflict' {
  const sets = keys.map(({ role, text }) => index.of(role, text) ?? []).filter((set) => set.length > 0)
  const [first, ...rest] = sets
  if (first === undefined) return []
  const common = first.filter((sample) => rest.every((set) => set.includes(sample)))
  return common.length === 0 ? 'conflict' : common
}

type Placed = Pick<TrackedRow, 'match' | 'sampleIds' | 'candidates' | 'state'>

function placeOf(keys: readonly Cell[], found: readonly TrackedSample[], tracking: string): Placed {
  const none = { sampleIds: [], candidates: [], state: null }
  if (keys.length === 0) return { ...none, match: 'noKey' }
  const [any] = found
  if (any === undefined) return { ...none, match: 'unknown' }
  const same = found.filter((sample) => sample.tracking.some((known) => trackingKey(known) === trackingKey(tracking)))
  const sent = same.filter(({ state }) => !LEAVING.has(state) && state !== 'requested')
  if (sent.length > 0) return { ...none, match: 'known', sampleIds: sent.map(({ id }) => id) }
  const leaving = found.filter(({ state }) => LEAVING.has(state))
  const open = leaving.length > 0 ? leaving : found.filter(({ state }) => UNDERWAY.has(state))
  if (open.length === 0) return { ...none, match: 'notOpen', state: any.state }
  const ids = open.map(({ id }) => id).toSorted()
  // What one order or code names travels in one parcel; a handle alone does not say which of several it is.
  const isExact = keys.some(({ role }) => role !== 'handle')
  if (open.length > 1 && !isExact) return { ...none, match: 'ambiguous', candidates: ids }
  const hasOther = open.some((sample) => sample.tracking.some((known) => trackingKey(known) !== trackingKey(tracking)))
  return { ...none, match: hasOther ? 'second' : 'matched', sampleIds: ids }
}

/** What only all rows together tell: a number twice, two numbers for one request, one number for two people. */
function weighTogether(rows: readonly TrackedRow[], index: Index): readonly TrackedRow[] {
  const seen = new Set<string>()
  const numbers = new Map<string, Set<string>>()
  const people = new Map<string, Set<string>>()
  const repeated = new Set<TrackedRow>()
  // Of rows that say the same the one that knows most holds, wherever it stands.
  for (const row of rows.toSorted(byKnowledge)) {
    if (row.match !== 'matched' && row.match !== 'second') continue
    const number = trackingKey(row.tracking)
    const key = JSON.stringify([number, row.sampleIds])
    if (seen.has(key)) repeated.add(row)
    seen.add(key)
    for (const id of row.sampleIds) {
      note(numbers, id, number)
      note(people, number, index.sample(id)?.creatorId ?? '')
    }
  }
  return rows.map((row): TrackedRow => {
    if (repeated.has(row)) return { ...row, match: 'repeated' }
    if (row.match !== 'matched') return row
    if ((people.get(trackingKey(row.tracking))?.size ?? 0) > 1) return { ...row, match: 'shared' }
    return row.sampleIds.some((id) => (numbers.get(id)?.size ?? 0) > 1) ? { ...row, match: 'second' } : row
  })
}

function byKnowledge(a: TrackedRow, b: TrackedRow): number {
  const rank = (row: TrackedRow) =>
    [row.carrier === null || row.isSuggested ? '1' : '0', row.carrier, row.tracking, row.key].join('\n')
  return rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : a.line - b.line
}

function note(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key) ?? new Set<string>()
  map.set(key, known.add(value))
}
