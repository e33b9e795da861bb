/** Imported lists of creators: their records, what they write, and how tables of a form are read. */

import { PROFILE_FIELDS, type ProfileField } from '../../shared/domain/creator-list-layouts'
import { sqlName } from '../../shared/sync/registry'
import { quoted, type ReadableDb, type WritableDb } from '../database'
import { type CreatorWriter, openCreatorWriter } from './list-writers'

export interface CreatorListRow {
  readonly id: string
  readonly shopId: string | null
  readonly source: string | null
  readonly fileName: string | null
  readonly layout: string | null
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly observedAt: number | null
  readonly importedAt: number | null
  /** JSON. */
  readonly counts: string | null
  readonly mapping: string | null
  /** 1: taken back. */
  readonly deleted: number
}

const LIST_COLUMNS = `id, shop_id AS shopId, source, file_name AS fileName, layout, period_from AS periodFrom, period_to AS periodTo,
  observed_at AS observedAt, imported_at AS importedAt, counts, mapping, _del AS deleted`

/** Every list, newest first, those taken back too. */
export function listCreatorLists(db: ReadableDb): CreatorListRow[] {
  return db.$client
    .prepare<[], CreatorListRow>(`SELECT ${LIST_COLUMNS} FROM creator_lists ORDER BY imported_at DESC, id`)
    .all()
}

export function findCreatorList(db: ReadableDb, id: string): CreatorListRow | undefined {
  return db.$client.prepare<[string], CreatorListRow>(`SELECT ${LIST_COLUMNS} FROM creator_lists WHERE id = ?`).get(id)
}

/** What is known of creators that a list names: living or deleted, and their profile. */
export interface KnownCreator {
  readonly id: string
  readonly deleted: number
  readonly erased: number
  readonly profile: Readonly<Record<ProfileField, string | null>>
}

const PROFILE_SQL = PROFILE_FIELDS.map((field) => quoted(sqlName(field)))

/** Of these creators those that have a record or were erased, by id. */
export function knownCreators(db: ReadableDb, ids: readonly string[]): ReadonlyMap<string, KnownCreator> {
  const rows = db.$client
    .prepare<[string], [string, number, number, ...(string | null)[]]>(
      `SELECT v.value, coalesce(c._del, -1), EXISTS (SELECT 1 FROM erasures e WHERE e.id = v.value AND e._del = 0),
         ${PROFILE_SQL.map((column) => `c.${column}`).join(', ')}
       FROM json_each(?) v LEFT JOIN creators c ON c.id = v.value`,
    )
    .raw()
    .all(JSON.stringify(ids))
  return new Map(
    rows.flatMap(([id, deleted, erased, ...cells]) => {
      if (deleted < 0 && erased === 0) return []
      const profile = Object.fromEntries(PROFILE_FIELDS.map((field, at) => [field, cells[at] ?? null]))
      // One cell for each of the fields asked for.
      return [[id, { id, deleted: Math.max(0, deleted), erased, profile: profile as KnownCreator['profile'] }] as const]
    }),
  )
}

/** Of these observations those that are there and not deleted. */
export function livingObservations(db: ReadableDb, ids: readonly string[]): ReadonlySet<string> {
  return new Set(
    db.$client
      .prepare<[string], string>(
        'SELECT id FROM creator_metrics WHERE _del = 0 AND id IN (SELECT value FROM json_each(?))',
      )
      .pluck()
      .all(JSON.stringify(ids)),
  )
}

export interface NewObservation {
  readonly id: string
  readonly creatorId: string
  /** JSON, as `packValues` writes it. */
  readonly values: string
}

/** What all observations of one list have in common. */
export interface OfList {
  readonly listId: string
  readonly shopId: string | null
  readonly source: string
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly observedAt: number
  readonly currency: string
}

export interface ListWriter {
  readonly creator: CreatorWriter
  profile(id: string, fields: Readonly<Partial<Record<ProfileField, string>>>): void
  observation(observation: NewObservation): void
}

/** The prepared statements of a large list; each write is captured like every other. */
export function openListWriter(tx: WritableDb, list: OfList): ListWriter {
  const sqlite = tx.$client
  const fill = new Map(
    PROFILE_FIELDS.map((field, at) => [
      field,
      sqlite.prepare(`UPDATE creators SET ${PROFILE_SQL[at] ?? ''} = ? WHERE id = ?`),
    ]),
  )
  const observed = sqlite.prepare(
    `INSERT INTO creator_metrics (id, creator_id, list_id, shop_id, source, period_from, period_to, observed_at, currency, "values")
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET _del = 0 WHERE _del = 1`,
  )
  const { listId, shopId, source, periodFrom, periodTo, observedAt, currency } = list
  return {
    creator: openCreatorWriter(tx),
    profile: (id, fields) => {
      for (const field of PROFILE_FIELDS)
        if (fields[field] !== undefined) fill.get(field)?.run(fields[field].normalize('NFC'), id)
    },
    observation: ({ id, creatorId, values }) =>
      void observed.run(id, creatorId, listId, shopId, source, periodFrom, periodTo, observedAt, currency, values),
  }
}

export interface PresetRow {
  readonly id: string
  readonly signature: string | null
  readonly name: string | null
  readonly source: string | null
  readonly mapping: string | null
  readonly currency: string | null
  readonly market: string | null
}

/** How tables are read whose form somebody named, by name. */
export function listPresets(db: ReadableDb): PresetRow[] {
  return db.$client
    .prepare<[], PresetRow>(
      'SELECT id, signature, name, source, mapping, currency, market FROM import_presets WHERE _del = 0 ORDER BY name, id',
    )
    .all()
}

export function findPreset(db: ReadableDb, signature: string): PresetRow | undefined {
  return listPresets(db).find((preset) => preset.signature === signature)
}
