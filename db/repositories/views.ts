/** Saved views as queries see them. */

import { and, asc, eq, isNull, or } from 'drizzle-orm'

import type { ReadableDb } from '../database'
import { views } from '../schema/people'

const columns = {
  id: views.id,
  list: views.list,
  name: views.name,
  owner: views.owner,
  shared: views.shared,
  order: views.order,
  body: views.body,
}

/** Live views that `person` may use, in their order; those that nobody put in order come last, by name. */
export function listViews(db: ReadableDb, person: string, list?: string) {
  return db
    .select(columns)
    .from(views)
    .where(
      and(
        eq(views.deleted, 0),
        list === undefined ? undefined : eq(views.list, list),
        or(eq(views.shared, true), eq(views.owner, person), isNull(views.owner)),
      ),
    )
    .orderBy(asc(isNull(views.order)), asc(views.order), asc(views.name), asc(views.id))
    .all()
}
