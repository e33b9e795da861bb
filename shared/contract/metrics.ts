/** What sources say of creators in figures: lists imported, with source, period and age; trends. */

import { Period } from '../domain/days'
import { LIST_WARNINGS } from '../domain/creator-lists'
import { LIST_TARGETS, type ListTarget, PROFILE_FIELDS } from '../domain/creator-list-layouts'
import { FILE_LANGUAGES } from '../domain/imports'
import { METRIC_NAMES, METRIC_SOURCES, type MetricName } from '../domain/metric-names'
import { z } from '../schema'
import { Currency, Id, Instant, job, Nothing, procedure } from './define'
import { CorrectionRow, FoundList, RejectRow } from './imports'

// The lists are exactly the names.
export const Metric = z.enum(METRIC_NAMES as [MetricName, ...MetricName[]])
export const Source = z.enum(METRIC_SOURCES)
const Target = z.enum(LIST_TARGETS as [ListTarget, ...ListTarget[]])

const Days = z.object({ from: z.string(), to: z.string() })

/** A table to be read: a file, or what a spreadsheet put on the clipboard. */
const Where = z.object({
  path: z.string().min(1).optional(),
  text: z.string().optional(),
  name: z.string().max(200).optional(),
})

/** One list and how it is to be read. */
export const ListFile = Where.extend({
  /** The shop that the figures are of; null: of the creator everywhere, as market tools count. */
  shopId: Id.nullable(),
  source: Source.optional(),
  /** The days that the figures are of; taken from the file's name where that says it. */
  period: Period.optional(),
  /** Of the amounts; the shop's where there is one. */
  currency: Currency.optional(),
  /** Where the creators sell, for those of whom no market is known. */
  market: z.string().max(8).optional(),
  /** What each column fills, in the order of the file; left out, what the headers say. */
  columns: z.array(Target.nullable()).max(500).optional(),
  corrections: z.array(CorrectionRow).max(5000).default([]),
  /** Profile values of the list that replace what is known: of these creators and fields. */
  take: z
    .array(z.object({ handle: z.string(), field: z.enum(PROFILE_FIELDS) }))
    .max(5000)
    .default([]),
  /** Remembers how the columns are read, under this name. */
  remember: z.string().max(200).optional(),
  /** The `content` of the preview that was agreed to. */
  content: z.string().optional(),
})
export type ListFile = z.input<typeof ListFile>

export const ListCounts = z.object({
  /** The sum of `creators`, `rejected`, `skipped` and `repeated`. */
  rows: z.int(),
  creators: z.int(),
  rejected: z.int(),
  /** Definitions, sums and blank rows. */
  skipped: z.int(),
  /** Rows that say again what a row above says. */
  repeated: z.int(),
  newCreators: z.int(),
  /** Creators known under another name as well. */
  otherNames: z.int(),
  /** Creators of whom the list says something that was not known from this very list. */
  newFigures: z.int(),
  /** Empty profile fields that the list fills. */
  filled: z.int(),
})
export type ListCounts = z.infer<typeof ListCounts>

export const ListResult = ListCounts.extend({
  file: z.string(),
  content: z.string(),
  layout: z.string(),
  language: z.enum(FILE_LANGUAGES).nullable(),
  container: z.enum(['csv', 'xlsx']),
  source: Source,
  currency: Currency,
  period: Days.nullable(),
  headers: z.array(z.string()),
  columns: z.array(Target.nullable()),
  /** At most 5,000; `rejected` is the true count. */
  rejects: z.array(RejectRow),
  warnings: z.array(z.object({ code: z.enum(LIST_WARNINGS), detail: z.string() })),
  /** Lists of the same shop and source that share days with this one; nothing is added up with them. */
  overlaps: z.array(Days.extend({ listId: Id, file: z.string() })),
  /** Creators whose handle is another name of somebody; at most 200. */
  names: z.array(z.object({ handle: z.string(), of: z.string() })),
  /** Profile fields that the list says otherwise; at most 1,000. */
  differing: z.array(
    z.object({ handle: z.string(), field: z.enum(PROFILE_FIELDS), known: z.string(), said: z.string() }),
  ),
  /** The first creators as they were read: the handle, profile texts, and figures in minor units, basis points or whole. */
  sample: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
  listId: Id.nullable(),
})
export type ListResult = z.infer<typeof ListResult>

export const CreatorList = z.object({
  id: Id,
  fileName: z.string(),
  shopId: Id.nullable(),
  shopName: z.string().nullable(),
  source: Source,
  layout: z.string(),
  period: Days.nullable(),
  importedAt: Instant,
  observedAt: Instant,
  author: z.string(),
  counts: ListCounts,
  /** False once taken back. */
  live: z.boolean(),
})
export type CreatorList = z.infer<typeof CreatorList>

export const Preset = z.object({
  id: Id,
  name: z.string(),
  source: Source,
  currency: Currency.nullable(),
  market: z.string().nullable(),
  columns: z.array(z.object({ header: z.string(), target: Target })),
})
export type Preset = z.infer<typeof Preset>

const Figure = z.object({
  value: z.int(),
  currency: Currency.nullable(),
  source: Source,
  shopId: Id.nullable(),
  periodFrom: z.string().nullable(),
  periodTo: z.string().nullable(),
  observedAt: Instant,
  asOf: Instant,
  stale: z.boolean(),
  computed: z.boolean(),
  observationId: z.string(),
  listId: Id.nullable(),
})

/** One figure of a creator: what shows is the first. */
export const CreatorFigure = z.object({ name: Metric, disagrees: z.boolean(), said: z.array(Figure) })
export type CreatorFigure = z.infer<typeof CreatorFigure>

const TrendPoint = z.object({
  from: z.string(),
  to: z.string(),
  /** Minor units, basis points or a whole number. */
  value: z.int(),
  /** Days between the window before and this one of which nothing is known. */
  gapDays: z.int(),
  /** Creators behind the point: 1 for one creator's own. */
  creators: z.int(),
})

/** Windows of one source, shop and length; never joined with others. */
export const TrendSeries = z.object({
  source: Source,
  shopId: Id.nullable(),
  currency: Currency.nullable(),
  /** Days of each window; null for whole calendar months. */
  days: z.int().nullable(),
  points: z.array(TrendPoint),
})
export type TrendSeries = z.infer<typeof TrendSeries>

export const metricsContract = {
  /** What a table is: its columns and what each most likely says. */
  inspect: procedure(Where, FoundList),
  /** What importing a list would do; writes nothing. */
  preview: job(ListFile, ListResult),
  /** Imports one list in one step; ending the iteration takes everything back. */
  run: job(ListFile, ListResult),
  /** Imported lists, newest first, those taken back too. */
  lists: procedure(z.object({ shopId: Id.optional() }), z.array(CreatorList)),
  /** Takes a list back: its figures count no more. The creators stay. */
  takeBack: procedure(z.object({ listId: Id }), Nothing),
  bringBack: procedure(z.object({ listId: Id }), Nothing),
  /** How columns of tables of the same form are read. */
  presets: procedure(Nothing, z.array(Preset)),
  forgetPreset: procedure(z.object({ id: Id }), Nothing),
  /** Every figure that sources give of a creator, under all their names. */
  ofCreator: procedure(z.object({ creatorId: Id }), z.array(CreatorFigure)),
  /** A figure over time, of one creator and of everybody in their category from the same source, shop and windows. */
  trend: procedure(
    z.object({ creatorId: Id, name: Metric }),
    z.object({ category: z.string().nullable(), series: z.array(TrendSeries), ofCategory: z.array(TrendSeries) }),
  ),
  /** A figure over time by category of creators; ratios from the sums of their parts. */
  byCategory: procedure(
    z.object({ name: Metric, shopId: Id.optional() }),
    z.array(z.object({ category: z.string(), series: z.array(TrendSeries) })),
  ),
}
