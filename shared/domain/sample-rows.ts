/**
 * One row of a file that tells of a sample, whichever file it is: what it says, or why it is left out.
 */

import { normaliseHandle } from './import-values/handles'
import { looksRounded, parseId } from './import-values/ids'
import { cleanText, isBlank, normaliseHeader } from './import-values/text'
import { dateOrderEvidence, parseTime } from './import-values/times'
import type { DateOrder } from './imports'
import type { SampleState } from './samples'

export const SAMPLE_FILE_KINDS = ['allOrders', 'template'] as const
export type SampleFileKind = (typeof SAMPLE_FILE_KINDS)[number]

/** Why a row is left out. */
export const SAMPLE_REJECTS = [
  'tooFewCells',
  'idMissing',
  'idDamaged',
  'creatorMissing',
  'handleUnreadable',
  'productMissing',
  'quantityNotWhole',
  'statusUnknown',
  'dateUnreadable',
  'shopUnknown',
  'collaborationUnknown',
] as const
export type SampleRejectCode = (typeof SAMPLE_REJECTS)[number]

export interface SampleReject {
  /** As a spreadsheet counts. */
  readonly row: number
  /** As the file spells it. */
  readonly column: string
  readonly code: SampleRejectCode
  readonly value: string
}

/** Steps whose day a file can tell, as wall-clock seconds of the shop (see `parseTime`). */
export type SampleTimes = Readonly<Partial<Record<SampleState, number>>>

export interface FileParcel {
  readonly tracking: string
  readonly carrier: string | null
}

export interface FileSample {
  readonly row: number
  /** A shop's name or code, where the file names one. */
  readonly shop: string | null
  readonly applicationId: string | null
  readonly orderId: string | null
  readonly skuId: string | null
  /** Null where the file names only the SKU. */
  readonly productId: string | null
  readonly productName: string | null
  readonly variation: string | null
  readonly quantity: number
  readonly handle: string
  readonly kind: 'free' | 'refundable' | null
  readonly collaboration: 'open' | 'target' | 'partner' | 'flatFee' | 'none' | null
  /** The file's own word, as the platform has it; null where it is a state of ours. */
  readonly platformStatus: string | null
  readonly state: SampleState
  /** Why it ended, in the file's words. */
  readonly reason: string | null
  readonly requestedAt: number | null
  readonly times: SampleTimes
  readonly parcels: readonly FileParcel[]
  readonly recipient: string | null
  readonly phone: string | null
  /** Lines, top first. */
  readonly address: string | null
  /** A last day of its own for posting, `YYYY-MM-DD`. */
  readonly dueDay: string | null
  readonly contentId: string | null
  readonly note: string | null
  /** Told a sample by nothing but an order amount of 0: a voucher or a lottery looks like this too. */
  readonly byAmount: boolean
}

/** A row read; `other`: no sample and no mistake (an order that was paid for, a gift, a definition). */
export type ReadRow =
  | { readonly kind: 'sample'; readonly sample: FileSample }
  | { readonly kind: 'reject'; readonly reject: SampleReject }
  | { readonly kind: 'other' }

/** Where each column that matters is; -1 for those that the file has not. */
export class Columns<C extends string> {
  readonly #at: ReadonlyMap<C, number>
  readonly headers: readonly string[]

  constructor(headers: readonly string[], names: Readonly<Record<C, string>>) {
    this.headers = headers.map((header) => cleanText(header))
    const keys = headers.map(normaliseHeader)
    // The keys of the record are the columns.
    const columns = Object.keys(names) as C[]
    this.#at = new Map(
      columns.flatMap((column) => {
        const spelled = names[column].split('|').map(normaliseHeader)
        const at = spelled.map((key) => keys.indexOf(key)).find((found) => found >= 0)
        return at === undefined ? [] : [[column, at] as const]
      }),
    )
  }

  at(column: C): number {
    return this.#at.get(column) ?? -1
  }

  has(column: C): boolean {
    return this.#at.has(column)
  }

  /** As the file spells it; the column's own name where the file has it not. */
  header(column: C): string {
    return this.headers[this.at(column)] ?? column
  }

  /** The cell cleaned; '' for what stands for nothing. */
  text(cells: readonly string[], column: C): string {
    const cleaned = cleanText(cells[this.at(column)] ?? '').replace(/^'(?=.)/, '')
    return isBlank(cleaned) ? '' : cleaned
  }

  textOrNull(cells: readonly string[], column: C): string | null {
    return this.text(cells, column) || null
  }
}

/** Thrown while a row is read and caught by its reader: the row is left out, with this reason. */
export class Rejected extends Error {
  readonly column: string
  readonly code: SampleRejectCode
  readonly value: string

  constructor(column: string, code: SampleRejectCode, value: string) {
    super(code)
    this.column = column
    this.code = code
    this.value = value
  }
}

/** The digits of an id cell, null where it is blank. `rounded`: a spreadsheet took the last digits of this column's ids. */
export function idCell<C extends string>(
  columns: Columns<C>,
  cells: readonly string[],
  column: C,
  rounded: boolean,
): string | null {
  const text = columns.text(cells, column)
  const id = parseId(text)
  if (id === 'blank') return null
  const digits = text.replace(/\D/g, '')
  if (id === 'damaged' || (rounded && looksRounded(digits)))
    throw new Rejected(columns.header(column), 'idDamaged', text)
  return digits
}

const HANDLE = /^[\p{L}\p{M}\p{N}._-]{1,64}$/u

export function handleCell<C extends string>(
  columns: Columns<C>,
  cells: readonly string[],
  names: readonly C[],
): string {
  const first = names.find((column) => columns.has(column))
  for (const column of names) {
    const text = columns.text(cells, column)
    if (text === '') continue
    const handle = normaliseHandle(text)
    if (!HANDLE.test(handle)) throw new Rejected(columns.header(column), 'handleUnreadable', text)
    return handle
  }
  throw new Rejected(first === undefined ? '' : columns.header(first), 'creatorMissing', '')
}

/** Wall-clock seconds, null where it is blank. */
export function timeCell<C extends string>(
  columns: Columns<C>,
  cells: readonly string[],
  column: C,
  order: DateOrder,
): number | null {
  const text = columns.text(cells, column)
  // A time zone in words behind the time, as `10/05/2026 22:05:43 (GMT+7)`, says what the shop's zone says.
  const time = parseTime(text.replace(/ ?\(?(?:GMT|UTC)(?:[+-]\d{1,2}(?::?\d{2})?)?\)?$/iu, ''), order)
  if (time === 'blank') return null
  if (typeof time !== 'number') throw new Rejected(columns.header(column), 'dateUnreadable', text)
  return time
}

/** What a file's own dates say of day and month, weighed once per file. */
export class DateEvidence {
  #dmy = 0
  #mdy = 0
  #written = 0

  add(text: string): void {
    if (text === '') return
    this.#written += 1
    const order = dateOrderEvidence(text)
    if (order === 'DMY') this.#dmy += 1
    if (order === 'MDY') this.#mdy += 1
    if (order === 'YMD') this.#written -= 1
  }

  decide(fallback: DateOrder): { readonly order: DateOrder; readonly assumed: boolean } {
    if (this.#dmy === this.#mdy) return { order: fallback, assumed: this.#written > 0 }
    return { order: this.#dmy > this.#mdy ? 'DMY' : 'MDY', assumed: false }
  }
}

/** The platform hides people's data in some exports behind asterisks; such a cell says nothing. */
export function withoutMask(text: string): string | null {
  return text === '' || /\*{2,}/.test(text) ? null : text
}

/** Tracking numbers of a cell and the carriers beside them; several are parted by `;` or `,`, a single carrier is that of all. */
export function parcelCells(trackings: string, carriers: string): readonly FileParcel[] {
  const split = (text: string) =>
    text
      .split(/[;,；，、]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
  const carrier = split(carriers)
  return split(trackings).map((tracking, at) => ({
    tracking,
    carrier: (carrier.length === 1 ? carrier[0] : carrier[at]) ?? null,
  }))
}
