/** Imported files as queries see them, undone ones too. */

import { desc, eq } from 'drizzle-orm'

import type { ReadableDb } from '../database'
import { imports } from '../schema/imports'

export type ImportRow = ReturnType<typeof listImports>[number]

const columns = {
  id: imports.id,
  shopId: imports.shopId,
  kind: imports.kind,
  fileName: imports.fileName,
  importedAt: imports.importedAt,
  asOf: imports.asOf,
  language: imports.language,
  container: imports.container,
  periodFrom: imports.periodFrom,
  periodTo: imports.periodTo,
  counts: imports.counts,
  deleted: imports.deleted,
}

/** Newest first. */
export function listImports(db: ReadableDb, shopId?: string) {
  const query = db.select(columns).from(imports)
  return (shopId === undefined ? query : query.where(eq(imports.shopId, shopId)))
    .orderBy(desc(imports.importedAt), desc(imports.id))
    .all()
}

export function findImport(db: ReadableDb, id: string): ImportRow | undefined {
  return db.select(columns).from(imports).where(eq(imports.id, id)).get()
}

/** Who imported each file: the author of the first step that touched its record. */
export function importAuthors(db: ReadableDb, table: number): ReadonlyMap<string, string> {
  const rows = db.$client
    .prepare<[number], { row: string; author: string }>(
      `SELECT i.row, t.author FROM log_index i JOIN sync_tx t ON t.rid = i.rid AND t.seq = i.seq WHERE i.tbl = ?
       GROUP BY i.row HAVING t.hlc = min(t.hlc)`,
    )
    .all(table)
  return new Map(rows.map(({ row, author }) => [row, author]))
}

/** The import whose record a step wrote, or null. */
export function importOfStep(db: ReadableDb, table: number, rid: number, seq: number): string | null {
  return (
    db.$client
      .prepare<[number, number, number], string>(
        'SELECT row FROM log_index WHERE tbl = ? AND rid = ? AND seq = ? LIMIT 1',
      )
      .pluck()
      .get(table, rid, seq) ?? null
  )
}
