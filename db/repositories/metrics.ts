/** What sources say of creators, and the lists that brought it. Figures of a deleted list or creator count for nobody. */

import { METRIC_SOURCES, type MetricSource, type Observation } from '../../shared/domain/metrics'
import { unpackValues } from '../../shared/domain/metric-values'
import type { ReadableDb } from '../database'
import type { Merged } from './creators'

interface Row {
  readonly id: string
  readonly creatorId: string
  readonly listId: string | null
  readonly shopId: string | null
  readonly source: string | null
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly observedAt: number | null
  readonly currency: string | null
  readonly values: string | null
}

const COLUMNS = `id, creator_id AS creatorId, list_id AS listId, shop_id AS shopId, source, period_from AS periodFrom,
  period_to AS periodTo, observed_at AS observedAt, currency, "values"`

/** All observations of these creators (of a merged one under all their names), oldest period first. */
export function observationsOf(db: ReadableDb, ids: readonly string[]): Observation[] {
  return db.$client
    .prepare<[string], Row>(
      `SELECT ${COLUMNS} FROM shown_creator_metrics WHERE creator_id IN (SELECT value FROM json_each(?))
       ORDER BY period_to, observed_at, id`,
    )
    .all(JSON.stringify(ids))
    .map(toObservation)
}

/**
 * Every creator that has figures, once, with all observations under all their names: one pass over the table, nothing
 * kept. Those that a merge made one person come last.
 */
export function* observationsOfAll(
  db: ReadableDb,
  merged: Merged,
): Generator<readonly [creatorId: string, observations: readonly Observation[]]> {
  const lists = new Set(db.$client.prepare<[], string>('SELECT id FROM creator_lists WHERE _del = 0').pluck().all())
  const together = new Map<string, Observation[]>([...merged.values()].map((winner) => [winner, []]))
  const rows = db.$client
    .prepare<[], Row>(`SELECT ${COLUMNS} FROM creator_metrics WHERE _del = 0 ORDER BY creator_id, period_to, id`)
    .iterate()
  let current: string | null = null
  let own: Observation[] = []
  for (const row of rows) {
    if (row.listId !== null && !lists.has(row.listId)) continue
    const id = merged.get(row.creatorId) ?? row.creatorId
    const group = together.get(id)
    if (group) {
      group.push(toObservation(row))
      continue
    }
    if (id !== current && current !== null) yield [current, own]
    if (id !== current) own = []
    current = id
    own.push(toObservation(row))
  }
  if (current !== null) yield [current, own]
  for (const [id, observations] of together) if (observations.length > 0) yield [id, observations]
}

function toObservation(row: Row): Observation {
  return { ...row, source: sourceOf(row.source), observedAt: row.observedAt ?? 0, values: unpackValues(row.values) }
}

/** A source that a newer version knows is another one to this. */
function sourceOf(source: string | null): MetricSource {
  return METRIC_SOURCES.find((known) => known === source) ?? 'other'
}

/** The category of these creators, or of every one that has a category and figures, by id. */
export function categoriesOf(db: ReadableDb, ids: readonly string[] | null): ReadonlyMap<string, string> {
  const which = ids === null ? '' : 'AND id IN (SELECT value FROM json_each(?))'
  const rows = db.$client
    .prepare<unknown[], { id: string; category: string }>(
      `SELECT id, category FROM creators WHERE _del = 0 AND category IS NOT NULL AND category <> '' ${which}`,
    )
    .all(...(ids === null ? [] : [JSON.stringify(ids)]))
  return new Map(rows.map(({ id, category }) => [id, category]))
}
