/** Samples out of files: orders, the template, tracking numbers, pick lists and labels. */

import { SAMPLE_FILE_KINDS, SAMPLE_REJECTS } from '../domain/sample-rows'
import { SAMPLE_STATES } from '../domain/samples'
import { z } from '../schema'
import { Id, job, procedure } from './define'

const State = z.enum(SAMPLE_STATES)

/** One table that tells of samples: a file, or what a spreadsheet put on the clipboard. */
export const SampleFile = z.object({
  path: z.string().min(1).optional(),
  text: z.string().optional(),
  name: z.string().max(200).optional(),
  /** The shop of every row that names none. */
  shopId: Id,
  /** Take orders that are told samples by nothing but an amount of 0. */
  byAmount: z.boolean().default(true),
  /** The questions of the preview were answered with yes. */
  agreed: z.boolean().default(false),
  /** The `content` of the preview that was agreed to. */
  content: z.string().optional(),
})
export type SampleFile = z.input<typeof SampleFile>

/** Rows of the file, each counted once: they add up to `rows`. */
export const SampleFileCounts = z.object({
  rows: z.int(),
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** What the file says against what people did: listed, not written. */
  contradicted: z.int(),
  rejected: z.int(),
  /** No sample: orders that were paid for, gifts, definitions, blank rows. */
  other: z.int(),
  /** Rows of which a later row says something again. */
  repeated: z.int(),
  /** Of creators whose data was erased on request. */
  erased: z.int(),
})
export type SampleFileCounts = z.infer<typeof SampleFileCounts>

/** Why a row says something that is not written. */
export const CONTRADICTIONS = ['state', 'onHold', 'creator'] as const

const FileLine = z.object({
  row: z.int(),
  action: z.enum(['new', 'changed', 'unchanged']),
  handle: z.string(),
  product: z.string(),
  quantity: z.int(),
  shopName: z.string(),
  orderId: z.string().nullable(),
  tracking: z.string().nullable(),
  /** Where it stands, and where the file says it stands; equal where it takes no step. */
  from: State.nullable(),
  to: State,
  /** Fields that are written, by name. */
  fields: z.array(z.string()),
  /** A request that somebody wrote down, now known to be this order. */
  adopted: z.boolean(),
})
export type SampleFileLine = z.infer<typeof FileLine>

const Contradiction = z.object({
  row: z.int(),
  sampleId: Id,
  code: z.enum(CONTRADICTIONS),
  handle: z.string(),
  product: z.string(),
  known: z.string(),
  said: z.string(),
})
export type SampleContradiction = z.infer<typeof Contradiction>

/** What somebody should answer before the file is taken in, and what they should know. */
export const SAMPLE_QUESTIONS = ['ordersOfOtherShop', 'productsOfOtherShop', 'otherCurrency'] as const
export const SAMPLE_WARNINGS = [
  'dateOrderAssumed',
  'byAmount',
  'productUnknown',
  'secondParcel',
  'encodingAssumed',
  'unknownColumn',
] as const

export const SampleFileResult = SampleFileCounts.extend({
  file: z.string(),
  name: z.string(),
  content: z.string(),
  kind: z.enum(SAMPLE_FILE_KINDS),
  container: z.enum(['csv', 'xlsx']),
  newCreators: z.int(),
  /** At most 500, those that change something first. */
  lines: z.array(FileLine),
  /** At most 500. */
  contradictions: z.array(Contradiction),
  /** At most 500; `rejected` is the true count. */
  rejects: z.array(z.object({ row: z.int(), column: z.string(), code: z.enum(SAMPLE_REJECTS), value: z.string() })),
  questions: z.array(z.object({ code: z.enum(SAMPLE_QUESTIONS), count: z.int(), detail: z.string() })),
  warnings: z.array(z.object({ code: z.enum(SAMPLE_WARNINGS), detail: z.string() })),
  /** False for a preview, and where nothing had to be written. */
  written: z.boolean(),
})
export type SampleFileResult = z.infer<typeof SampleFileResult>

const Saved = z.object({ file: z.string(), rows: z.int() })

export const sampleFilesContract = {
  /** What taking the file in would do; writes nothing. */
  preview: job(SampleFile, SampleFileResult),
  /** Takes it in as one step; ending the iteration takes everything back. Refuses while questions are open. */
  run: job(SampleFile, SampleFileResult),
  /** Writes the template's header alone, to be filled in. */
  template: procedure(z.object({ to: z.string().min(1), format: z.enum(['csv', 'xlsx']) }), Saved),
  /** Writes the ledger of a shop (null: of all) as the template; taken in again it changes nothing. */
  ledger: procedure(
    z.object({ to: z.string().min(1), format: z.enum(['csv', 'xlsx']), shopId: Id.nullable().default(null) }),
    Saved,
  ),
}
