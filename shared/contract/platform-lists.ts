/** Lists of products, videos and LIVEs as the platform exports them: what each is, would bring and brought. */

import { Period } from '../domain/days'
import { FILE_LANGUAGES } from '../domain/imports'
import { LIST_QUESTIONS, PLATFORM_WARNINGS } from '../domain/platform-lists/findings'
import { PLATFORM_LIST_KINDS, type PlatformListKind } from '../domain/platform-lists/kinds'
import { z } from '../schema'
import { Currency, Id, Instant, job, procedure } from './define'
import { CorrectionRow, FoundTable, RejectRow } from './imports'

// The list is exactly the kinds.
const ListKind = z.enum(PLATFORM_LIST_KINDS as [PlatformListKind, ...PlatformListKind[]])
const Days = z.object({ from: z.string(), to: z.string() })

/** A table to be read: a file, or what a spreadsheet put on the clipboard. */
const Where = z.object({
  path: z.string().min(1).optional(),
  text: z.string().optional(),
  name: z.string().max(200).optional(),
})

/** One list and how it is to be read. */
export const PlatformListFile = Where.extend({
  shopId: Id,
  /** The days that the figures are of; taken from the lines above the header or the file's name where they say it. */
  period: Period.optional(),
  /** Of the amounts; the headers' or the shop's where it is left out. */
  currency: Currency.optional(),
  /** Whose LIVEs these are, for exports that do not say it. */
  creator: z.string().max(64).optional(),
  corrections: z.array(CorrectionRow).max(5000).default([]),
  /** The `content` of the preview that was agreed to. */
  content: z.string().optional(),
  /** Somebody looked at `question` and says that it is this shop's all the same. */
  sure: z.boolean().default(false),
})
export type PlatformListFile = z.input<typeof PlatformListFile>

export const PlatformListCounts = z.object({
  /** Read rows and those of the next three. */
  rows: z.int(),
  rejected: z.int(),
  /** Explanations, sums and blank rows. */
  skipped: z.int(),
  /** Rows that say again what another says. */
  repeated: z.int(),
  /** Products, videos or LIVEs that the list names, and those of them that were not known. */
  things: z.int(),
  newThings: z.int(),
  /** Figures of a thing that were not known from this very list. */
  newFigures: z.int(),
  creators: z.int(),
  newCreators: z.int(),
  /** Blank fields that the list fills. */
  filled: z.int(),
  skus: z.int(),
  /** Prices that differ from the ones in force before. */
  newPrices: z.int(),
})
export type PlatformListCounts = z.infer<typeof PlatformListCounts>

export const PlatformListResult = PlatformListCounts.extend({
  file: z.string(),
  content: z.string(),
  kind: ListKind,
  layout: z.string(),
  language: z.enum(FILE_LANGUAGES).nullable(),
  container: z.enum(['csv', 'xlsx']),
  currency: Currency,
  period: Days.nullable(),
  headers: z.array(z.string()),
  columns: z.array(z.string().nullable()),
  /** At most 5,000; `rejected` is the true count. */
  rejects: z.array(RejectRow),
  warnings: z.array(z.object({ code: z.enum(PLATFORM_WARNINGS), detail: z.string() })),
  /** Why it looks like the list of another shop; asked before anything is written. */
  question: z
    .object({ reason: z.enum(LIST_QUESTIONS), shopId: Id.nullable(), shopName: z.string(), detail: z.string() })
    .nullable(),
  /** Lists of the same shop and kind that share days with this one; nothing is added up with them. */
  overlaps: z.array(Days.extend({ listId: Id, file: z.string() })),
  /** The first things as they were read: texts, and figures in minor units, basis points or whole. */
  sample: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
  listId: Id.nullable(),
})
export type PlatformListResult = z.infer<typeof PlatformListResult>

export const PlatformList = z.object({
  id: Id,
  kind: ListKind.nullable(),
  fileName: z.string(),
  shopId: Id.nullable(),
  shopName: z.string().nullable(),
  layout: z.string(),
  period: Days.nullable(),
  currency: Currency.nullable(),
  importedAt: Instant,
  observedAt: Instant,
  author: z.string(),
  counts: PlatformListCounts,
  /** False once taken back. */
  live: z.boolean(),
})
export type PlatformList = z.infer<typeof PlatformList>

/** What the newest list of one kind says, of a post or a product: figures by name in minor units, basis points or whole. */
const Said = z.object({
  source: z.string(),
  listId: Id.nullable(),
  fileName: z.string(),
  /** TikTok's number of the product that the figures are of; null: of the whole post. */
  productId: z.string().nullable(),
  period: Days.nullable(),
  observedAt: Instant,
  currency: Currency.nullable(),
  values: z.record(z.string(), z.int()),
})
export type Said = z.infer<typeof Said>

export const platformListsContract = {
  /** What a table is. */
  inspect: procedure(Where, FoundTable),
  /** What importing a list would do; writes nothing. */
  preview: job(PlatformListFile, PlatformListResult),
  /** Imports one list in one step; ending the iteration takes everything back. */
  run: job(PlatformListFile, PlatformListResult),
  /** Imported lists, newest first, those taken back too. */
  list: procedure(z.object({ shopId: Id.optional() }), z.array(PlatformList)),
  /** Takes a list back with its figures and prices, and posts that nothing else names and nobody worked with. */
  remove: job(z.object({ listId: Id }), z.object({ contents: z.int() })),
  bringBack: job(z.object({ listId: Id }), z.object({ contents: z.int() })),
  /** Of each list kind, product and currency the newest word on each figure of a post. */
  ofContent: procedure(z.object({ contentId: Id }), z.array(Said)),
  /** Every list's figures of a product, the newest first. */
  ofProduct: procedure(z.object({ shopId: Id, productId: z.string() }), z.array(Said)),
}
