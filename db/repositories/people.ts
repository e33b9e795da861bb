/** Roles that people were given. */

import type { ReadableDb } from '../database'

export interface NamedRole {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly note: string | null
}

/** Everybody with a role, by name. */
export function allRoles(db: ReadableDb): readonly NamedRole[] {
  return db.$client
    .prepare<[], NamedRole>(
      'SELECT id, name, role, note FROM people WHERE _del = 0 AND name IS NOT NULL AND role IS NOT NULL ORDER BY name, id',
    )
    .all()
}
