/** The import centre: recognise, preview, import, correct, undo. */

import { Period } from '../domain/days'
import { LIST_TARGETS, type ListTarget } from '../domain/creator-list-layouts'
import { METRIC_SOURCES } from '../domain/metric-names'
import { PLATFORM_LIST_KINDS, type PlatformListKind } from '../domain/platform-lists/kinds'
import { FILE_LANGUAGES, IMPORT_KINDS, type ImportKind, REJECT_CODES, WARNING_CODES } from '../domain/imports'
import { z } from '../schema'
import { feed, Id, Instant, job, procedure } from './define'

// The keys are exactly the kinds.
export const Kind = z.enum(Object.keys(IMPORT_KINDS) as [ImportKind, ...ImportKind[]])

export const RejectRow = z.object({
  row: z.int(),
  column: z.string(),
  code: z.enum(REJECT_CODES),
  value: z.string(),
  cells: z.array(z.string()),
})
export type RejectRow = z.infer<typeof RejectRow>
export const WarningRow = z.object({ code: z.enum(WARNING_CODES), detail: z.string() })

export const CorrectionRow = z.object({ row: z.int(), column: z.string(), value: z.string() })

/** One file to be imported and how. */
export const ImportFile = z.object({
  path: z.string().min(1),
  shopId: Id,
  kind: Kind.optional(),
  /** Only lines created inside this period; the others are counted as skipped. */
  period: Period.optional(),
  /** Whose file it is, for exports that do not name the creator. */
  creator: z.string().max(64).optional(),
  corrections: z.array(CorrectionRow).max(5000).default([]),
  /** The `content` of the preview that was agreed to: a file that says something else by now is refused as changed. */
  content: z.string().optional(),
})
export type ImportFile = z.input<typeof ImportFile>

export const Counts = z.object({
  rows: z.int(),
  inserted: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  skipped: z.int(),
  repeated: z.int(),
})

export type Counts = z.infer<typeof Counts>

/** What one file is and would do (or did). `rows` = the sum of the other counts. */
export const ImportResult = Counts.extend({
  file: z.string(),
  /** SHA-256 (hex) of the file's bytes. */
  content: z.string(),
  kind: Kind,
  language: z.enum(FILE_LANGUAGES),
  layout: z.string(),
  container: z.enum(['csv', 'xlsx']),
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  headers: z.array(z.string()),
  /** At most 5,000; `rejected` is the true count. */
  rejects: z.array(RejectRow),
  warnings: z.array(WarningRow),
  /** The first lines as they were read, by column name, already in words and minor units. */
  sample: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
  batchId: Id.nullable(),
})
export type ImportResult = z.infer<typeof ImportResult>

// The list is exactly the names.
const Target = z.enum(LIST_TARGETS as [ListTarget, ...ListTarget[]])

/** A table of creators: a list of the platform, one whose form is remembered, or one whose columns a person is to name. */
export const FoundList = z.object({
  /** Every column that matters is known; otherwise `columns` is a suggestion. */
  mapped: z.boolean(),
  source: z.enum(METRIC_SOURCES),
  layout: z.string(),
  language: z.enum(FILE_LANGUAGES).nullable(),
  container: z.enum(['csv', 'xlsx']),
  headers: z.array(z.string()),
  columns: z.array(Target.nullable()),
  /** The first rows as they stand. */
  sample: z.array(z.array(z.string())),
  /** What the name of the file says. */
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  /** What the headers or the remembered form say. */
  currency: z.string().nullable(),
  market: z.string().nullable(),
  /** The name of the remembered form. */
  preset: z.string().nullable(),
})
export type FoundList = z.infer<typeof FoundList>

/** A list of products, videos or LIVEs as the platform exports it, before a shop is chosen. */
export const FoundTable = z.object({
  // The list is exactly the kinds.
  kind: z.enum(PLATFORM_LIST_KINDS as [PlatformListKind, ...PlatformListKind[]]),
  layout: z.string(),
  language: z.enum(FILE_LANGUAGES).nullable(),
  container: z.enum(['csv', 'xlsx']),
  headers: z.array(z.string()),
  /** What each column fills, by name; null where nothing is taken from it. */
  columns: z.array(z.string().nullable()),
  /** What the lines above the header or the name of the file say. */
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  /** What the headers say. */
  currency: z.string().nullable(),
  /** It does not say whose its LIVEs are. */
  asksCreator: z.boolean(),
})
export type FoundTable = z.infer<typeof FoundTable>

/** What a dropped path is, before a shop is chosen. */
export const Found = z.object({
  path: z.string(),
  name: z.string(),
  sizeBytes: z.int(),
  recognised: z
    .object({
      kind: Kind,
      language: z.enum(FILE_LANGUAGES),
      layout: z.string(),
      container: z.enum(['csv', 'xlsx']),
      headers: z.array(z.string()),
      currency: z.string().nullable(),
      shopNames: z.array(z.string()),
      creatorInFile: z.boolean(),
    })
    .nullable(),
  /** A table of creators instead of order lines. */
  list: FoundList.nullable(),
  /** A list of products, videos or LIVEs. */
  table: FoundTable.nullable(),
  /** Why it cannot be imported, as an error of the closed list; a table whose columns can be named has one too. */
  problem: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
  /** The shop that fits best (by code, name or the only one of its currency), or null. */
  suggestedShopId: Id.nullable(),
  alreadyImported: z.boolean(),
})
export type Found = z.infer<typeof Found>

export const ImportBatch = z.object({
  id: Id,
  shopId: Id,
  shopName: z.string(),
  fileName: z.string(),
  kind: Kind,
  language: z.enum(FILE_LANGUAGES),
  container: z.enum(['csv', 'xlsx']),
  importedAt: Instant,
  author: z.string(),
  asOf: Instant,
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  counts: Counts,
  /** False once undone. */
  live: z.boolean(),
})
export type ImportBatch = z.infer<typeof ImportBatch>

export const importsContract = {
  /** What the paths (files, or folders whose export files are listed) are, from their content alone. */
  inspect: procedure(z.object({ paths: z.array(z.string().min(1)).min(1).max(500) }), z.array(Found)),
  /** What importing would do; writes nothing. */
  preview: job(ImportFile, ImportResult),
  /** Imports one file in one transaction; ending the iteration takes everything back. */
  run: job(ImportFile, ImportResult),
  list: procedure(z.object({ shopId: Id.optional() }), z.array(ImportBatch)),
  /** Takes one file back: its lines become what the other imported files say. */
  undo: job(z.object({ batchId: Id }), z.object({ lines: z.int() })),
  /** Brings an undone file back. */
  redo: job(z.object({ batchId: Id }), z.object({ lines: z.int() })),
  /** Writes the rejected lines with a column that says why, in the layout of the file, so that they can be corrected and imported. */
  saveRejects: procedure(
    z.object({
      headers: z.array(z.string()),
      rejects: z.array(RejectRow),
      reasons: z.array(z.string()),
      to: z.string().min(1),
    }),
    z.object({ file: z.string(), rows: z.int() }),
  ),
  /** Export files that appear in a folder from now on. */
  watch: feed(z.object({ folder: z.string().min(1) }), Found),
}
