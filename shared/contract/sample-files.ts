/** Samples out of files: orders, the template, tracking numbers, pick lists and labels. */

import { SAMPLE_FILE_KINDS, SAMPLE_REJECTS } from '../domain/sample-rows'
import { SAMPLE_STATES } from '../domain/samples'
import { CELL_ROLES } from '../domain/tracking-block'
import { MATCHES } from '../domain/tracking-paste'
import { z } from '../schema'
import { Id, Instant, job, procedure } from './define'
import { masked } from './masks'

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

const Parcel = z.object({ tracking: z.string(), carrier: z.string().nullable() })

/** A sample as it is named beside a number or on a list. */
const SampleLabel = z.object({
  id: Id,
  shopId: Id,
  shopName: z.string(),
  handle: z.string(),
  product: z.string(),
  quantity: z.int(),
  state: State,
  hold: z.boolean(),
  orderId: z.string().nullable(),
  /** What its label's bar code says. */
  code: z.string(),
  parcels: z.array(Parcel),
})
export type SampleLabel = z.infer<typeof SampleLabel>

const TrackedRow = z.object({
  line: z.int(),
  match: z.enum(MATCHES),
  tracking: z.string(),
  carrier: z.string().nullable(),
  isSuggested: z.boolean(),
  key: z.string(),
  sampleIds: z.array(Id),
  candidates: z.array(Id),
  looksLike: z.enum(CELL_ROLES).nullable(),
  instead: z.string().nullable(),
  state: State.nullable(),
})
export type TrackedRowView = z.infer<typeof TrackedRow>

const TrackedView = z.object({
  /** What each pasted column is taken for. */
  roles: z.array(z.enum(CELL_ROLES)),
  rows: z.array(TrackedRow),
  /** Every sample that a row names or offers. */
  samples: z.array(SampleLabel),
})
export type TrackedView = z.infer<typeof TrackedView>

/** A sample that waits for its parcel. */
const PackSample = SampleLabel.extend({
  creatorId: Id,
  productId: z.string(),
  skuId: z.string().nullable(),
  variation: z.string().nullable(),
  applicationId: z.string().nullable(),
  requestedAt: Instant.nullable(),
  recipient: masked(z.string(), 'contact'),
  phone: masked(z.string(), 'contact'),
  /** At most three lines. */
  address: masked(z.array(z.string()), 'address'),
  /** True where an address is known, whoever may see it. */
  hasAddress: z.boolean(),
  note: z.string().nullable(),
})
export type PackSample = z.infer<typeof PackSample>

/** What is to be taken from one place of the shelf. */
const PickGroup = z.object({
  key: z.string(),
  shopId: Id,
  shopName: z.string(),
  productId: z.string(),
  product: z.string(),
  skuId: z.string().nullable(),
  sellerSku: z.string().nullable(),
  variation: z.string().nullable(),
  /** To be packed, and packed already. */
  toPack: z.int(),
  packed: z.int(),
  /** Null: nobody keeps stock of it. */
  onHand: z.int().nullable(),
  floor: z.int().nullable(),
  samples: z.array(PackSample),
})
export type PickGroup = z.infer<typeof PickGroup>

export const PickList = z.object({ groups: z.array(PickGroup) })
export type PickList = z.infer<typeof PickList>

const Scope = z.object({ shopId: Id.nullable().default(null) })

/**
 * What became of a scanned line. `packed`, `shipped`: the sample went there; `attached`: a number was put on the sample
 * scanned before; the others changed nothing.
 */
export const SCAN_RESULTS = [
  'packed',
  'shipped',
  'attached',
  'already',
  'unknown',
  'ambiguous',
  'notOpen',
  'onHold',
] as const

const ScanResult = z.object({ result: z.enum(SCAN_RESULTS), line: z.string(), sample: SampleLabel.nullable() })
export type ScanResult = z.infer<typeof ScanResult>

export const sampleFilesContract = {
  /** What taking the file in would do; writes nothing. */
  preview: job(SampleFile, SampleFileResult),
  /** Takes it in as one step; ending the iteration takes everything back. Refuses while questions are open. */
  run: job(SampleFile, SampleFileResult),
  /** Writes the template's header alone, to be filled in. */
  template: procedure(z.object({ to: z.string().min(1), format: z.enum(['csv', 'xlsx']) }), Saved),
  /** Writes the ledger of a shop (null: of all) as the template; taken in again it changes nothing. */
  ledger: procedure(Scope.extend({ to: z.string().min(1), format: z.enum(['csv', 'xlsx']) }), Saved),

  /** Which samples pasted numbers are of; writes nothing. */
  matchTracking: procedure(Scope.extend({ text: z.string().max(2_000_000) }), TrackedView),
  /** Adds the parcels and ships what has not left yet, as one step. A number for several samples is one parcel of all of them. */
  addTracking: procedure(
    z.object({
      rows: z
        .array(
          z.object({
            sampleIds: z.array(Id).min(1).max(100),
            tracking: z.string().trim().min(1).max(120),
            carrier: z.string().trim().max(120).nullable(),
          }),
        )
        .min(1)
        .max(5000),
      /** When they left; now, unless somebody says otherwise. */
      at: Instant.optional(),
    }),
    z.object({ parcels: z.int(), shipped: z.int() }),
  ),

  /** Approved and packed samples by what is to be taken from the shelf. */
  pick: procedure(Scope, PickList),
  /** Packs, or ships, these samples as one step; those that cannot are told. */
  send: procedure(
    z.object({ ids: z.array(Id).min(1).max(5000), to: z.enum(['packed', 'shipped']) }),
    z.object({ moved: z.int(), refused: z.array(Id) }),
  ),
  /** One line of a bar code scanner: a sample's code, an order or a tracking number. `after`: the sample scanned before. */
  scan: procedure(
    Scope.extend({
      line: z.string().min(1).max(200),
      to: z.enum(['packed', 'shipped']),
      after: Id.nullable().default(null),
    }),
    ScanResult,
  ),
  /** Writes the list, or the labels of these samples (all where none are named), as a PDF. */
  print: procedure(
    Scope.extend({
      what: z.enum(['pickList', 'labels']),
      ids: z.array(Id).max(5000).optional(),
      language: z.enum(['en', 'zh-CN']),
      paper: z.enum(['a4', '100x150']).default('a4'),
      to: z.string().min(1),
    }),
    /** `gaps`: labels whose address is in letters that the document has not. */
    z.object({ file: z.string(), samples: z.int(), gaps: z.int() }),
  ),
}
