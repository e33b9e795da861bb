/** Puts people together from records: those of a slice, or a few that changed. */

import type { ReadableDb } from '../../../db/database'
import type { Merged } from '../../../db/repositories/creators'
import {
  type CreatorProfileRow,
  lastContactRows,
  namedByShops,
  openTaskRows,
  profileRows,
  type ShopWorkRow,
  shopWorkRows,
  type Which,
} from '../../../db/repositories/creators-index'
import { observationsOf } from '../../../db/repositories/metrics'
import type { ShopWork } from '../../../shared/contract/creators-list'
import { readTags } from '../lookups/creators'
import { figuresOf } from './figures'
import type { Contact, NextTask, Person } from './person'

/** Everybody is one person to themselves; `groups` are those of several records, by the one that stands for them. */
export type Groups = ReadonlyMap<string, readonly string[]>

/** By the record that stands for a person: all records of that person, itself first. Only living ones stand for others. */
export function groupsOf(merged: Merged, isLiving: (id: string) => boolean): Groups {
  const groups = new Map<string, string[]>()
  for (const [loser, winner] of merged) {
    if (!isLiving(winner)) continue
    const group = groups.get(winner) ?? [winner]
    groups.set(winner, group)
    group.push(loser)
  }
  return groups
}

/** The people of these records. A person of several records is only made when all of them are among those. */
export function loadPersons(db: ReadableDb, which: Which, { groups, now, skip = NOBODY }: LoadOptions): Person[] {
  const of = standsFor(groups)
  const profiles = profileRows(db, which)
  const byId = new Map(profiles.map((profile) => [profile.id, profile]))
  const parts = partsOf(db, which, [...byId.keys()], of)
  return profiles
    .filter(({ id }) => of(id) === id && !skip.has(id))
    .map((profile) => personOf(profile, groups.get(profile.id) ?? [profile.id], { byId, parts, now }))
}

export interface LoadOptions {
  readonly groups: Groups
  /** UTC epoch ms. */
  readonly now: number
  /** Not to be made: those of several records, while all are gone through in slices. */
  readonly skip?: ReadonlySet<string>
}

const NOBODY: ReadonlySet<string> = new Set()

/** By record: the one that stands for its person. */
function standsFor(groups: Groups): (id: string) => string {
  const winners = new Map<string, string>()
  for (const [winner, ids] of groups) for (const id of ids) winners.set(id, winner)
  return (id) => winners.get(id) ?? id
}

type Parts = ReturnType<typeof partsOf>

function partsOf(db: ReadableDb, which: Which, ids: readonly string[], of: (id: string) => string) {
  return {
    work: collect(shopWorkRows(db, which), of),
    observations: collect(observationsOf(db, ids), of),
    contacts: collect(lastContactRows(db, which), of),
    tasks: collect(openTaskRows(db, which), of),
    shops: collect(namedByShops(db, which), of),
  }
}

function collect<R extends { readonly creatorId: string }>(rows: readonly R[], of: (id: string) => string) {
  const byPerson = new Map<string, R[]>()
  for (const row of rows) {
    const id = of(row.creatorId)
    const known = byPerson.get(id)
    if (known) known.push(row)
    else byPerson.set(id, [row])
  }
  return byPerson
}

const NONE = [] as const
const NO_WORK: ReadonlyMap<string, ShopWork> = new Map()

interface Sources {
  readonly byId: ReadonlyMap<string, CreatorProfileRow>
  readonly parts: Parts
  readonly now: number
}

function personOf(profile: CreatorProfileRow, ids: readonly string[], { byId, parts, now }: Sources): Person {
  const { id } = profile
  const others = ids.slice(1).flatMap((other) => byId.get(other) ?? [])
  const { starred, tags, ...texts } = profile
  return {
    ...texts,
    handle: profile.handle ?? id,
    ids,
    otherNames: others.map((other) => other.handle ?? other.id),
    otherDisplayNames: others.flatMap(({ displayName }) => displayName ?? []),
    tags: readTags(tags),
    starred: starred === 1,
    ...figuresOf(parts.observations.get(id) ?? NONE, now),
    namedBy: [...new Set((parts.shops.get(id) ?? NONE).map(({ shopId }) => shopId))].toSorted(),
    work: workOf(parts.work.get(id) ?? NONE, id),
    lastContact: lastContact(parts.contacts.get(id) ?? NONE),
    nextTask: nextTask(parts.tasks.get(id) ?? NONE),
  }
}

/** By shop. Where several records of one person work with a shop, the winner's fields show and the others fill its blanks. */
function workOf(rows: readonly ShopWorkRow[], winner: string): ReadonlyMap<string, ShopWork> {
  if (rows.length === 0) return NO_WORK
  const own = (row: ShopWorkRow): number => Number(row.creatorId !== winner)
  const work = new Map<string, ShopWork>()
  for (const row of rows.toSorted((a, b) => own(a) - own(b) || (a.creatorId < b.creatorId ? -1 : 1))) {
    const next = toWork(row)
    const known = work.get(row.shopId)
    work.set(row.shopId, known ? filled(known, next) : next)
  }
  return work
}

function filled(shown: ShopWork, other: ShopWork): ShopWork {
  return {
    ...shown,
    stage: shown.stage ?? other.stage,
    stageSince: shown.stage === null ? other.stageSince : shown.stageSince,
    owner: shown.owner ?? other.owner,
    rate: shown.rate ?? other.rate,
    tags: shown.tags.length > 0 ? shown.tags : other.tags,
    permission: shown.permission ?? other.permission,
    blockedBy: shown.blockedBy ?? other.blockedBy,
    note: shown.note ?? other.note,
  }
}

function toWork({ creatorId: _of, tags, ...row }: ShopWorkRow): ShopWork {
  return { ...row, tags: readTags(tags) }
}

function lastContact(
  rows: readonly { at: number; person: string | null; kind: string | null; shopId: string | null }[],
): Contact | null {
  let last: (typeof rows)[number] | null = null
  for (const row of rows) if (last === null || row.at > last.at) last = row
  return last && { at: last.at, person: last.person, kind: last.kind ?? 'sent', shopId: last.shopId }
}

function nextTask(
  rows: readonly { id: string; kind: string | null; title: string | null; due: number | null; owner: string | null }[],
): NextTask | null {
  const [row] = rows
  return row ? { id: row.id, kind: row.kind ?? 'other', title: row.title, due: row.due, owner: row.owner } : null
}
