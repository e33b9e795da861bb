/** What shops have handed in, and their documents. */

import { and, asc, eq } from 'drizzle-orm'

import type { ReadableDb } from '../database'
import { onboardingSteps, shopDocuments } from '../schema/onboarding'

export function listOnboardingSteps(db: ReadableDb, shopId?: string) {
  return db
    .select()
    .from(onboardingSteps)
    .where(and(eq(onboardingSteps.deleted, 0), ...(shopId === undefined ? [] : [eq(onboardingSteps.shopId, shopId)])))
    .orderBy(asc(onboardingSteps.id))
    .all()
}

export function listShopDocuments(db: ReadableDb, shopId?: string) {
  return db
    .select()
    .from(shopDocuments)
    .where(and(eq(shopDocuments.deleted, 0), ...(shopId === undefined ? [] : [eq(shopDocuments.shopId, shopId)])))
    .orderBy(asc(shopDocuments.kind), asc(shopDocuments.expires), asc(shopDocuments.id))
    .all()
}

/** How many files are attached to each of these records. */
export function filesOf(db: ReadableDb, entity: string, ids: readonly string[]): ReadonlyMap<string, number> {
  const rows = db.$client
    .prepare<[string, string], { id: string; files: number }>(
      `SELECT record_id AS id, count(*) AS files FROM attachments
       WHERE _del = 0 AND entity = ? AND record_id IN (SELECT value FROM json_each(?)) GROUP BY record_id`,
    )
    .all(entity, JSON.stringify(ids))
  return new Map(rows.map(({ id, files }) => [id, files]))
}
