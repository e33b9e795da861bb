/** Settings that a workspace shares with its colleagues, by key. */

import { eq } from 'drizzle-orm'

import type { ReadableDb, WritableDb } from '../database'
import { settings } from '../schema/settings'
import { putRecord } from './records'

/** The value stored under `key`, or null. */
export function readSetting(db: ReadableDb, key: string): unknown {
  const row = db
    .select({ value: settings.value, deleted: settings.deleted })
    .from(settings)
    .where(eq(settings.key, key))
    .get()
  return row && row.deleted === 0 ? row.value : null
}

export function writeSetting(tx: WritableDb, key: string, value: unknown, now: number): void {
  putRecord(tx, 'settings', null, { key, value: JSON.stringify(value) }, now)
}
