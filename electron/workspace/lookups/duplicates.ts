/**
 * Who may be whom, among all creators: the index of what they share, kept while the file is open.
 *
 * Built when it is first asked for, in slices; later edits of a few creators are looked at beside it.
 */

import type { OpenWorkspace } from '../../../db/open'
import { handlesOf } from '../../../db/repositories/creators'
import { identityVerdicts, type PersonRow, personRows, personRowsOf } from '../../../db/repositories/creator-duplicates'
import { Channel } from '../../../shared/contract/creator-record'
import {
  type Apart,
  buildIndex,
  type DuplicateIndex,
  type DuplicatePair,
  findFor,
  findPairs,
  type Slice,
} from '../../../shared/domain/duplicate-index'
import type { DuplicatePerson } from '../../../shared/domain/duplicates'
import { idsOfPerson } from './creator-record'
import { mergedCreators } from './creators'

export interface Search {
  readonly least: number
  readonly limit: number
}

export interface Duplicates {
  /** Every pair; `tick` is called between slices and may throw to end the search. */
  all(search: Search, tick: Tick): Promise<{ readonly pairs: readonly DuplicatePair[]; readonly searched: number }>
  of(id: string, search: Search): Promise<readonly DuplicatePair[]>
}

export type Tick = (step: 'read' | 'compare', done: number, total: number | null) => void

const READ_AT_ONCE = 5000
/** More edited creators than this are worth a new index. */
const MANY = 300

const open = new WeakMap<OpenWorkspace, Duplicates>()

export function duplicatesIn(workspace: OpenWorkspace): Duplicates {
  const known = open.get(workspace) ?? openDuplicates(workspace)
  open.set(workspace, known)
  return known
}

function openDuplicates(workspace: OpenWorkspace): Duplicates {
  const { db } = workspace
  let index: Promise<DuplicateIndex> | null = null
  let edited = new Set<string>()
  workspace.onCommitted(({ seq, changed }) => {
    const touched = changed.filter(({ entity }) => entity === 'creators').map(({ id }) => id)
    for (const id of touched) edited.add(id)
    const other = changed.some(({ entity }) => ['imports', 'creatorLists', 'aliases', 'erasures'].includes(entity))
    // Imports and colleagues' work bring creators that no notice names one by one.
    if (other || edited.size > MANY || (seq === null && touched.length === changed.length)) index = null
  })

  const build = async (tick: Tick): Promise<DuplicateIndex> => {
    edited = new Set()
    const merged = mergedCreators(db)
    const people: DuplicatePerson[] = []
    for (let after = ''; ;) {
      const rows = personRows(db, after, READ_AT_ONCE)
      for (const row of rows) people.push(toPerson(row, merged.get(row.id) ?? row.id))
      const last = rows.at(-1)
      if (last === undefined || rows.length < READ_AT_ONCE) break
      after = last.id
      tick('read', people.length, null)
      await breathe()
    }
    return inSlices(buildIndex(people), ([done, total]) => tick('read', done, total))
  }
  const current = (tick: Tick = () => undefined): Promise<DuplicateIndex> => {
    index ??= build(tick).catch((error: unknown) => {
      index = null
      throw error
    })
    return index
  }

  return {
    all: async (search, tick) => {
      // Everybody's latest.
      index = null
      const of = await current(tick)
      const pairs = await inSlices(findPairs(of, { ...search, limit: Infinity, apart: apartIn(workspace) }), ([done]) =>
        tick('compare', done, null),
      )
      return { pairs: best(pairs).slice(0, search.limit), searched: of.people.length }
    },
    of: async (id, search) => {
      const of = await current()
      const options = { ...search, limit: Infinity, apart: apartIn(workspace) }
      const mine = personRowsOf(db, idsOfPerson(db, id)).map((row) => toPerson(row, id))
      const fresh = personRowsOf(db, [...edited]).map((row) => toPerson(row, mergedCreators(db).get(row.id) ?? row.id))
      const beside = fresh.length === 0 ? null : await inSlices(buildIndex(fresh), () => undefined)
      const stale = new Set(edited)
      const pairs = mine.flatMap((person) => [
        ...findFor(of, person, options).filter(({ a, b }) => !stale.has(a === id ? b : a)),
        ...(beside === null ? [] : findFor(beside, person, options)),
      ])
      return best(pairs).slice(0, search.limit)
    },
  }
}

/** One pair for two people, however many of their names are alike: the most likely. */
function best(pairs: readonly DuplicatePair[]): DuplicatePair[] {
  const by = new Map<string, DuplicatePair>()
  for (const pair of pairs) {
    const key = `${pair.a} ${pair.b}`
    if ((by.get(key)?.percent ?? 0) < pair.percent) by.set(key, pair)
  }
  return [...by.values()].toSorted((x, y) => y.percent - x.percent)
}

/** What people said of two, of whatever names of theirs. */
function apartIn({ db }: OpenWorkspace): Apart {
  const merged = mergedCreators(db)
  const pairOf = (a: string, b: string) => [merged.get(a) ?? a, merged.get(b) ?? b].toSorted().join(' ')
  const said = new Map<string, boolean>()
  for (const { creatorId, verdict } of identityVerdicts(db)) {
    const [word, other] = verdict.split(':')
    if (other !== undefined) said.set(pairOf(creatorId, other), word === 'notSame')
  }
  return (a, b) => said.get(pairOf(a, b)) ?? false
}

/** Names for the creators of these pairs. */
export function namesOfPairs(workspace: OpenWorkspace, pairs: readonly DuplicatePair[]) {
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]
  const handles = handlesOf(workspace.db, ids)
  const rows = new Map(personRowsOf(workspace.db, ids).map((row) => [row.id, row]))
  const nameOf = (id: string) => ({
    id,
    handle: handles.get(id) ?? id,
    displayName: rows.get(id)?.displayName ?? null,
    market: rows.get(id)?.market ?? null,
  })
  return pairs.map(({ a, b, percent, reasons }) => ({ a: nameOf(a), b: nameOf(b), percent, reasons: [...reasons] }))
}

function toPerson({ channels, ...row }: PersonRow, id: string): DuplicatePerson {
  return { ...row, id, channels: channels === null ? [] : readChannels(channels) }
}

function readChannels(json: string): DuplicatePerson['channels'] {
  try {
    const read = Channel.array().safeParse(JSON.parse(json))
    return read.success ? read.data : []
  } catch {
    return []
  }
}

async function inSlices<R>(work: Generator<Slice, R, void>, told: (slice: Slice) => void): Promise<R> {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    told(step.value)
    await breathe()
  }
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
