/**
 * Every creator of the open file in memory, as one person each, so that a list answers while somebody types.
 *
 * Made when it is first asked for, in slices; from then on brought up to date by what commits say they changed, before it
 * answers: never older than the caller's own last write.
 */

import { Pacer } from '../../../db/facts/pacer'
import type { OpenWorkspace } from '../../../db/open'
import { fileStates, isOwned, namedByFiles, ownersOf, sliceEnd } from '../../../db/repositories/creators-index'
import { livingHandles } from '../../../db/repositories/creators'
import { mergedCreators } from '../lookups/creators'
import { type Groups, groupsOf, loadPersons } from './load'
import { People } from './people'

const SLICE = 1000
/** More changed records than this, and all are read anew. */
const MANY = 5000

type Changed = ReadonlyMap<string, ReadonlySet<string>>

export interface CreatorsIndex {
  /** Everybody as of the last commit. */
  people(): Promise<People>
  /** A greater number whenever a record of one of these kinds changed. */
  stamp(entities: readonly string[]): number
}

interface State {
  readonly people: People
  groups: Groups
  files: ReadonlyMap<number, number>
  seen: number | undefined
}

export function openCreatorsIndex(workspace: OpenWorkspace): CreatorsIndex {
  const { reader } = workspace
  // Another number after every commit of another connection.
  const dataVersion = reader.prepare<[], number>('PRAGMA data_version').pluck()
  let pending = new Map<string, Set<string>>()
  let state: State | null = null
  let making: Promise<State> | null = null

  const stamps = new Map<string, number>()
  workspace.onCommitted(({ changed }) => {
    for (const entity of new Set(changed.map(({ entity }) => entity))) stamps.set(entity, (stamps.get(entity) ?? 0) + 1)
    if (state === null && making === null) return
    for (const { entity, id } of changed) {
      const ids = pending.get(entity) ?? new Set()
      pending.set(entity, ids)
      ids.add(id)
    }
  })

  const make = async (): Promise<State> => {
    pending = new Map()
    const made = await build(workspace)
    state = made
    return made
  }

  const upToDate = (known: State): boolean => {
    const seen = dataVersion.get()
    if (pending.size === 0 && known.seen === seen) return true
    const changed = pending
    pending = new Map()
    known.seen = seen
    return follow(workspace, known, changed)
  }

  return {
    async people() {
      for (;;) {
        if (state !== null && upToDate(state)) return state.people
        state = null
        making ??= make().finally(() => {
          making = null
        })
        await making
      }
    },
    stamp: (entities) => entities.reduce((sum, entity) => sum + (stamps.get(entity) ?? 0), 0),
  }
}

async function build({ db, now }: OpenWorkspace): Promise<State> {
  const people = new People()
  const pacer = new Pacer()
  const files = fileStates(db)
  const groups = livingGroups(db)
  const grouped = new Set([...groups.values()].flat())
  for (let after = '', upTo = sliceEnd(db, after, SLICE); upTo !== null; upTo = sliceEnd(db, after, SLICE)) {
    for (const person of loadPersons(db, { after, upTo }, { groups, now: now(), skip: grouped })) people.put(person)
    after = upTo
    await pacer.breathe()
  }
  for (const person of loadPersons(db, { ids: [...grouped] }, { groups, now: now() })) people.put(person)
  people.text.prepare()
  return { people, groups, files, seen: undefined }
}

/** Brings the index up to date; false where that would take longer than making it anew. */
function follow({ db, now }: OpenWorkspace, state: State, changed: Changed): boolean {
  const touched = new Set<string>()
  for (const [entity, ids] of changed) {
    if (ids.size > MANY) return false
    if (entity === 'creators') for (const id of ids) touched.add(id)
    if (isOwned(entity)) {
      for (const id of ownersOf(db, entity, [...ids])) touched.add(id)
      for (const id of shownWith(state.people, entity, ids)) touched.add(id)
    }
    if (entity === 'creatorLists' || entity === 'shops') return false
  }
  const files = fileStates(db)
  const moved = changedFiles(state.files, files)
  if (moved === null) return false
  if (moved.length > 0) for (const id of namedByFiles(db, moved)) touched.add(id)
  state.files = files
  if (changed.has('aliases') || changed.has('creators') || moved.length > 0) {
    const groups = livingGroups(db)
    for (const id of regrouped(state.groups, groups)) touched.add(id)
    state.groups = groups
  }
  if (touched.size > MANY) return false
  renew(db, state, touched, now())
  return true
}

function renew(db: OpenWorkspace['db'], { people, groups }: State, touched: ReadonlySet<string>, now: number): void {
  if (touched.size === 0) return
  const whole = new Set(touched)
  for (const [winner, ids] of groups) {
    if (whole.has(winner) || ids.some((id) => whole.has(id))) for (const id of ids) whole.add(id)
  }
  const found = loadPersons(db, { ids: [...whole] }, { groups, now })
  const living = new Set(found.map(({ id }) => id))
  for (const id of whole) if (!living.has(id)) people.remove(id)
  for (const person of found) people.put(person)
}

function livingGroups(db: OpenWorkspace['db']): Groups {
  const merged = mergedCreators(db)
  const living = livingHandles(db, [...merged.values()])
  return groupsOf(merged, (id) => living.has(id))
}

/** Everybody of groups that came, went or changed. */
function regrouped(before: Groups, after: Groups): string[] {
  const changed: string[] = []
  for (const [winner, ids] of before) {
    if (after.get(winner)?.join() !== ids.join()) changed.push(...ids)
  }
  for (const [winner, ids] of after) {
    if (before.get(winner)?.join() !== ids.join()) changed.push(...ids)
  }
  return changed
}

/** Files that came or were taken back; null when one is gone for good, and with it whom it named. */
function changedFiles(before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>): number[] | null {
  for (const no of before.keys()) if (!after.has(no)) return null
  return [...after].flatMap(([no, live]) => (before.get(no) === live ? [] : [no]))
}

/** Those who show one of these records although it may belong to somebody else by now. */
function shownWith(people: People, entity: string, ids: ReadonlySet<string>): string[] {
  if (entity !== 'tasks' && entity !== 'shopCreators') return []
  return people.bySlot.flatMap((person) => {
    if (person === null) return []
    const shown =
      entity === 'tasks'
        ? person.nextTask !== null && ids.has(person.nextTask.id)
        : [...person.work.values()].some(({ id }) => ids.has(id))
    return shown ? person.ids : []
  })
}
