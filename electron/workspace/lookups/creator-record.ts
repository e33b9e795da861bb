/** One creator with everything that is kept of the person, as features see it. */

import type { ReadableDb } from '../../../db/database'
import { findCreator, handlesOf } from '../../../db/repositories/creators'
import { historyOf } from '../../../db/repositories/history'
import { findRecord, listRecords, type RecordRow } from '../../../db/repositories/records'
import type { CreatorRecord, FieldSource, ShopRelation } from '../../../shared/contract/creator-record'
import { Channel } from '../../../shared/contract/creator-record'
import { isTimezone } from '../../../shared/domain/days'
import { ruleInForce } from '../../../shared/domain/markets'
import { AppError } from '../../../shared/errors'
import { mergedCreators, readTags } from './creators'
import { ownRules } from './markets'

/** The person's ids: the one asked for and its other names. */
export function idsOfPerson(db: ReadableDb, id: string): readonly string[] {
  return [id, ...[...mergedCreators(db)].flatMap(([loser, winner]) => (winner === id ? [loser] : []))]
}

/** `day`: on which the market's rules are looked up. Refuses as `record.notFound`. */
export function creatorRecord(db: ReadableDb, id: string, day: string): CreatorRecord {
  const merged = mergedCreators(db)
  const row = findRecord(db, 'creators', id)
  if (row === null) throw new AppError('record.notFound', { entity: 'creators', id })
  const [, ...others] = idsOfPerson(db, id)
  const handles = handlesOf(db, others)
  const market = textOf(row['market'])
  const timezone = textOf(row['timezone'])
  return {
    ...textsOf(row),
    id,
    handle: textOf(row['handle']) ?? id,
    market,
    shops: findCreator(db, merged, id)?.shops ?? 0,
    tags: textList(row['tags']),
    channels: channelsOf(row['channels']),
    timezone,
    zone: zoneOf(db, market, timezone, day),
    retainUntil: textOf(row['retainUntil']),
    starred: row['starred'] === true,
    secrets: { address: has(row['address']), bank: has(row['bank']), payee: has(row['payee']) },
    merged: others.map((other) => ({ id: other, handle: handles.get(other) ?? other })),
    relations: relationsOf(db, [id, ...others]),
    erased: erasureOf(db, id),
  }
}

/** When and why the data of this creator was erased; null where it was not. */
export function erasureOf(db: ReadableDb, id: string): CreatorRecord['erased'] {
  const row = findRecord(db, 'erasures', id)
  if (row === null) return null
  const at = row['at']
  return { at: typeof at === 'number' ? at : null, person: textOf(row['person']), reason: textOf(row['reason']) }
}

/** By shop what is known of these names of one person: the first name's fields, blanks filled by the others'. */
export function relationsOf(db: ReadableDb, ids: readonly string[]): ShopRelation[] {
  const byShop = new Map<string, ShopRelation>()
  for (const creatorId of ids) {
    for (const row of listRecords(db, 'shopCreators', { where: { creatorId }, limit: 500 }).rows) {
      const relation = toRelation(row)
      const first = byShop.get(relation.shopId)
      byShop.set(relation.shopId, first === undefined ? relation : filled(first, relation))
    }
  }
  return [...byShop.values()]
}

/** The last writer of each field. */
export function sourcesOf(db: ReadableDb, id: string): FieldSource[] {
  const first = new Map<string, FieldSource>()
  for (const { field, at, author, via, kind } of historyOf(db, 'creators', id))
    if (kind === 'changed' && !first.has(field)) first.set(field, { field, at, author, via })
  return [...first.values()]
}

export function textOf(value: RecordRow[string] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** Tags are a list of texts; anything else that a file or a merge brought shows as none. */
export function textList(json: RecordRow[string] | undefined): string[] {
  return readTags(typeof json === 'string' ? json : null)
}

const PLAIN = [
  'displayName',
  'remark',
  'phone',
  'email',
  'platformId',
  'language',
  'category',
  'audienceMarket',
  'audienceLanguage',
  'agent',
  'preferredChannel',
  'sizes',
  'colors',
  'consent',
] as const

function textsOf(row: RecordRow): Record<(typeof PLAIN)[number], string | null> {
  // The keys are exactly those of PLAIN.
  return Object.fromEntries(PLAIN.map((field) => [field, textOf(row[field])])) as ReturnType<typeof textsOf>
}

function channelsOf(json: RecordRow[string] | undefined): CreatorRecord['channels'] {
  return listIn(json).flatMap((item) => {
    const read = Channel.safeParse(item)
    return read.success ? [read.data] : []
  })
}

function listIn(json: RecordRow[string] | undefined): readonly unknown[] {
  try {
    const read: unknown = typeof json === 'string' ? JSON.parse(json) : []
    return Array.isArray(read) ? read : []
  } catch {
    return []
  }
}

function has(value: RecordRow[string] | undefined): boolean {
  return textOf(value) !== null
}

function zoneOf(db: ReadableDb, market: string | null, timezone: string | null, day: string): string | null {
  if (timezone !== null && isTimezone(timezone)) return timezone
  return market === null ? null : ruleInForce(market, 'timezone', day, ownRules(db))
}

function toRelation(row: RecordRow): ShopRelation {
  const whole = (field: string): number | null => {
    const value = row[field]
    return typeof value === 'number' ? value : null
  }
  return {
    id: row.id,
    shopId: textOf(row['shopId']) ?? '',
    stage: textOf(row['stage']),
    stageSince: whole('stageSince'),
    owner: textOf(row['owner']),
    rate: whole('rate'),
    tags: textList(row['tags']),
    permission: textOf(row['permission']),
    blockedBy: textOf(row['blockedBy']),
    note: textOf(row['note']),
  }
}

/** A stage and since when belong together. */
function filled(first: ShopRelation, other: ShopRelation): ShopRelation {
  const stage = first.stage === null ? other : first
  return {
    ...first,
    stage: stage.stage,
    stageSince: stage.stageSince,
    owner: first.owner ?? other.owner,
    rate: first.rate ?? other.rate,
    tags: first.tags.length > 0 ? first.tags : other.tags,
    permission: first.permission ?? other.permission,
    blockedBy: first.blockedBy ?? other.blockedBy,
    note: first.note ?? other.note,
  }
}
