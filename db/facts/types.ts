/**
 * What the fact store is asked and what it answers, in one place for its callers. Days are numbers since 1970-01-01.
 */

import type { LineBatch, TextLists } from '../../shared/domain/line-batch'
import type { ContentType, LineFigures, LineRole, OrderKind, OrderStatus } from '../../shared/domain/orders'
import type { MissingRate, Roi, RoiKey, RoiTable } from '../../shared/domain/roi'

export type { MissingRate, Roi, RoiKey, RoiTable }

/** Deterministic ids of the records that lines give birth to. */
export interface RecordIds {
  readonly creator: (handle: string) => string
  readonly product: (shopId: string, productId: string) => string
}

/** One file's lines about to be merged. Opening, committing and rolling back the transaction is the caller's. */
export interface ImportSpec {
  /** 26 characters: hash of the source's bytes, the mapping's version and the corrections. */
  readonly batchId: string
  readonly shopId: string
  readonly kind: OrderKind
  /** When the platform made the export, UTC ms; null: taken from the latest second found in its lines. */
  readonly asof: number | null
  /** A local wall-clock second of the shop as UTC ms; used only where `asof` is null. */
  readonly toInstant: (localSecond: number) => number
  readonly recordIds: RecordIds
  /** Take only lines created between these days, both included. */
  readonly period?: { readonly from: number; readonly to: number }
  /** The same merge and the same counts, but nothing is written (temporary tables only; works on a read-only connection). */
  readonly dryRun?: boolean
}

/** inserted + updated + unchanged + repeated = accepted lines; `older` is a part of `unchanged`. */
export interface ImportCounts {
  readonly inserted: number
  readonly updated: number
  /** Equal to what was known, or superseded by a newer live file. */
  readonly unchanged: number
  /** Lines whose key came again later in the same file. */
  readonly repeated: number
  /** Lines that lost against a newer live file. */
  readonly older: number
  /** Lines outside the spec's period: left out, in none of the other counts. */
  readonly outside: number
}

export interface ImportResult extends ImportCounts {
  readonly rows: number
  readonly batchNo: number | null
  /** What the lines name: every creator and product, with the id the spec's functions gave it. */
  readonly creators: readonly NamedCreator[]
  readonly products: readonly NamedProduct[]
}

export interface NamedCreator {
  readonly no: number
  readonly id: string
  readonly handle: string
}

export interface NamedProduct {
  readonly no: number
  readonly id: string
  readonly productId: string
  /** As the first of the file's lines has it; '' none. */
  readonly name: string
}

export interface FactImport {
  /** Takes the batch's lines over (it may be reused afterwards); yields to the event loop when it flushes. */
  add(batch: LineBatch, texts: TextLists): Promise<void>
  finish(): Promise<ImportResult>
  /** Forgets what is pending; the caller rolls back. Safe to call at any time, also after `finish`. */
  abort(): void
}

/** How many lines a batch's retraction took away, and how many of them other files have too. */
export interface Retraction {
  readonly linesRemoved: number
  readonly linesRestored: number
}

export interface FactBatch {
  readonly no: number
  readonly id: string
  readonly shopId: string
  readonly kindRank: number
  readonly asof: number
  readonly maxSecond: number
  readonly rows: number
  readonly live: boolean
}

/** A shop as reports need it; shops that lines name but the caller does not are left out. */
export interface RoiShop {
  readonly id: string
  readonly name: string
  readonly clientId: string | null
  readonly clientName: string
  readonly market: string
  readonly currency: string
}

export type CostKind = 'sample' | 'freight' | 'fee' | 'ads' | 'other'

/**
 * One cost from the records. What is null is not known: the cost then shows under `''` (not attributed) of that key.
 * `creator` is a handle, `productId` and `contentId` are the platform's. Freight counts as part of the samples' cost.
 */
export interface CostLine {
  readonly kind: CostKind
  readonly shopId: string
  readonly creator: string | null
  readonly productId: string | null
  readonly contentId: string | null
  /** An `Attribution`'s id, or a text of its own. */
  readonly campaign: string | null
  readonly staff: string | null
  readonly amount: number
  readonly currency: string
  readonly day: number
}

/** Views of content on a day; allocated by the keys they carry, as costs are. */
export interface ViewsLine {
  readonly shopId: string
  readonly creator: string | null
  readonly productId: string | null
  readonly contentId: string | null
  readonly views: number
  readonly day: number
}

/** A product's cost per unit, in force from a day until the next entry. `productId` is the platform's. */
export interface UnitCost {
  readonly shopId: string
  readonly productId: string
  readonly fromDay: number
  readonly unitCost: number
  readonly currency: string
}

/** The platform's fee in a shop, basis points of net GMV, in force from a day until the next entry. */
export interface PlatformRate {
  readonly shopId: string
  readonly fromDay: number
  readonly basisPoints: number
}

/**
 * Whose lines are whose: lines that fit every given part belong to `id`. The first fitting entry of the list wins,
 * so callers put the narrower ones first. `creator` is a handle, `productId` and `contentId` are the platform's.
 */
export interface Attribution {
  readonly id: string
  readonly name: string
  readonly shopId: string | null
  readonly creator: string | null
  readonly productId: string | null
  readonly contentId: string | null
  readonly fromDay: number | null
  readonly toDay: number | null
}

/** A creator whom people and files know under several names; `handle` is the one that stands for them. */
export interface MergedCreator {
  readonly id: string
  readonly handle: string
  readonly others: readonly { readonly id: string; readonly handle: string }[]
}

/**
 * Which lines count; absent means all. Creators by handle or record id, products by platform id or record id, `''` is:
 * lines that carry none.
 */
export interface LineFilter {
  /** Creators that count as one, in every filter and key. */
  readonly mergedCreators?: readonly MergedCreator[]
  readonly shopIds?: readonly string[]
  readonly creators?: readonly string[]
  readonly products?: readonly string[]
  readonly contents?: readonly string[]
  readonly contentTypes?: readonly ContentType[]
  readonly statuses?: readonly OrderStatus[]
  /** First and last creation day, both included. */
  readonly from?: number
  readonly to?: number
  readonly settledOnly?: boolean
}

export interface RoiQuery extends LineFilter {
  /** At most three; none gives the total only. */
  readonly keys: readonly RoiKey[]
  readonly currency: string
  /** Minor units of `currency` on `day` × the answer = minor units of the query's currency; null: nobody entered a rate. */
  readonly factor: (currency: string, day: number) => number | null
  readonly shops: readonly RoiShop[]
  readonly costs?: readonly CostLine[]
  readonly views?: readonly ViewsLine[]
  readonly unitCosts?: readonly UnitCost[]
  readonly platformRates?: readonly PlatformRate[]
  readonly campaigns?: readonly Attribution[]
  readonly staff?: readonly Attribution[]
  /** Default: by GMV, greatest first; by time, earliest first, when the first key is a day, week or month. */
  readonly sort?: { readonly by: RoiSortField; readonly descending: boolean }
  /** Only rows of which some key's text holds this, case left aside; the total stays whole. */
  readonly search?: string
  readonly offset?: number
  readonly limit?: number
}

export type RoiSortField = 'key' | Exclude<keyof Roi, 'keys' | 'ids' | 'currency'>

/** The lines behind a figure: the query's own filter, narrowed to the row's key texts. */
export interface LinesQuery extends LineFilter {
  readonly shops: readonly RoiShop[]
  /** Values as a row's `ids` (shop, client, campaign, staff) or `keys` (all others) give them; '' is: none. */
  readonly at?: Readonly<Partial<Record<RoiKey, string>>>
  readonly campaigns?: readonly Attribution[]
  readonly staff?: readonly Attribution[]
  /** Default: only sales, the lines that carry figures, so that they add up to the row. */
  readonly roles?: readonly LineRole[]
  /** Only lines that carry some of this. */
  readonly nonZero?: 'refund' | 'commission'
  /** Only these rows of a month, by the month's number and the row's place in it; the shop's lines are those just read. */
  readonly only?: (month: number, row: number) => boolean
  readonly after?: string | null
  readonly limit: number
}

/** One line with everything its file said. Money in the shop's currency; times in local seconds; blanks null. */
export interface FactLine extends LineFigures {
  readonly shopId: string
  readonly batchId: string
  /** The record's number in its file, the header being row 1 when it is the first record. */
  readonly row: number
  readonly day: number
  readonly status: OrderStatus
  readonly contentType: ContentType
  readonly fullyReturned: boolean | null
  readonly ids: Readonly<Record<string, string | null>>
  readonly texts: Readonly<Record<string, string | null>>
  readonly numbers: Readonly<Record<string, number | null>>
}

export interface LinesPage {
  readonly lines: readonly FactLine[]
  /** Give back as `after` for the next page; null: that was the last. */
  readonly next: string | null
  /** All lines that match, on every page. */
  readonly total: number
}

/** One thing that `verifyFacts` looked at. */
export interface FactCheck {
  readonly name: 'chunks' | 'segments' | 'rollups' | 'splitOrders' | 'income'
  readonly ok: boolean
  readonly detail: string
}
