/** Tasks and follow-up ladders as queries see them. */

import type { ReadableDb } from '../database'

export interface TaskRow {
  readonly id: string
  readonly creatorId: string | null
  readonly shopId: string | null
  readonly kind: string | null
  readonly title: string | null
  /** UTC epoch ms, as all instants here. */
  readonly due: number | null
  readonly owner: string | null
  readonly state: string | null
  readonly doneAt: number | null
  readonly snoozedUntil: number | null
  readonly ladder: string | null
  readonly step: number | null
  readonly origin: string | null
  readonly reason: string | null
  readonly note: string | null
}

export interface TaskFilter {
  readonly creatorIds?: readonly string[] | undefined
  readonly shopId?: string | undefined
  readonly owner?: string | undefined
  readonly states?: readonly string[] | undefined
}

const TASK = `SELECT t.id, t.creator_id AS creatorId, t.shop_id AS shopId, t.kind, t.title, t.due, t.owner, t.state,
  t.done_at AS doneAt, t.snoozed_until AS snoozedUntil, t.ladder, t.step, t.origin, t.reason, t.note FROM shown_tasks t`

const OPEN = `t.state IN ('open', 'waiting')`

/** The tasks of the filter, those due first first, then those that nobody dated. */
export function listTasks(db: ReadableDb, { creatorIds, shopId, owner, states }: TaskFilter = {}): TaskRow[] {
  const conditions = ['t._del = 0']
  const values: string[] = []
  const also = (condition: string, value: string) => {
    conditions.push(condition)
    values.push(value)
  }
  if (creatorIds !== undefined) also('t.creator_id IN (SELECT value FROM json_each(?))', JSON.stringify(creatorIds))
  if (shopId !== undefined) also('t.shop_id = ?', shopId)
  if (owner !== undefined) also('t.owner = ?', owner)
  if (states !== undefined) also('t.state IN (SELECT value FROM json_each(?))', JSON.stringify(states))
  return db.$client
    .prepare<unknown[], TaskRow>(`${TASK} WHERE ${conditions.join(' AND ')} ORDER BY t.due IS NULL, t.due, t.id`)
    .all(...values)
}

/** These tasks, whatever became of them. */
export function findTasks(db: ReadableDb, ids: readonly string[]): TaskRow[] {
  return db.$client
    .prepare<[string], TaskRow>(`${TASK} WHERE t._del = 0 AND t.id IN (SELECT value FROM json_each(?)) ORDER BY t.id`)
    .all(JSON.stringify(ids))
}

/** Every step of the runs that have an open one: what it takes to tell which of them stands. */
export function listRunSteps(db: ReadableDb): TaskRow[] {
  return db.$client
    .prepare<[], TaskRow>(
      `${TASK} WHERE t._del = 0 AND t.ladder IS NOT NULL AND NOT ${OPEN}
       AND EXISTS (SELECT 1 FROM tasks o WHERE o.creator_id = t.creator_id AND o.ladder = t.ladder AND o._del = 0
         AND o.state IN ('open', 'waiting'))`,
    )
    .all()
}

export interface LadderRow {
  readonly id: string
  readonly key: string | null
  readonly name: string | null
  /** JSON, as `stopOn`. */
  readonly steps: string | null
  readonly stopOn: string | null
  readonly archived: number | null
}

export function listLadders(db: ReadableDb): LadderRow[] {
  return db.$client
    .prepare<[], LadderRow>(
      `SELECT id, "key", name, steps, stop_on AS stopOn, archived FROM ladders WHERE _del = 0 ORDER BY id`,
    )
    .all()
}

/** Documents of shops that run out until a day, the first first. */
export function expiringDocuments(
  db: ReadableDb,
  until: string,
): { readonly shopId: string; readonly kind: string | null; readonly name: string | null; readonly expires: string }[] {
  return db.$client
    .prepare<[string], { shopId: string; kind: string | null; name: string | null; expires: string }>(
      `SELECT shop_id AS shopId, kind, name, expires FROM shown_shop_documents
       WHERE _del = 0 AND shop_id IS NOT NULL AND expires <= ? ORDER BY expires, id`,
    )
    .all(until)
}
