/**
 * Our own table of samples, which people type and the ledger is written to: the columns of the platform's sample request,
 * one row per request. What is written is read back as the same.
 */

import { areRounded, parseId } from './import-values/ids'
import { parseCount } from './import-values/counts'
import { normaliseHeader, wordKey } from './import-values/text'
import { dayText } from './import-values/times'
import type { DateOrder } from './imports'
import {
  Columns,
  DateEvidence,
  handleCell,
  idCell,
  parcelCells,
  type ReadRow,
  Rejected,
  type FileSample,
  timeCell,
} from './sample-rows'
import { readSampleStatus } from './sample-statuses'

export const TEMPLATE_COLUMNS = [
  'application_id',
  'shop',
  'creator_username',
  'creator_id',
  'product_id',
  'sku_id',
  'quantity',
  'collaboration_type',
  'requested_at',
  'status',
  'order_id',
  'tracking_number',
  'carrier',
  'approved_at',
  'shipped_at',
  'delivered_at',
  'content_due_at',
  'content_id',
  'content_posted_at',
  'note',
] as const
export type TemplateColumn = (typeof TEMPLATE_COLUMNS)[number]

const REQUIRED = ['creator_username', 'product_id', 'status'] as const
const TIMES = [
  'requested_at',
  'approved_at',
  'shipped_at',
  'delivered_at',
  'content_due_at',
  'content_posted_at',
] as const
const IDS = ['application_id', 'order_id', 'product_id', 'sku_id'] as const
const IDS_WEIGHED = 5000

// The keys are the columns, each spelled as it is called.
const NAMES = Object.fromEntries(TEMPLATE_COLUMNS.map((name) => [name, name])) as Readonly<
  Record<TemplateColumn, string>
>

/** Whether a row of cells is the template's header: what it cannot do without, and most of its names. */
export function isTemplateHeader(headers: readonly string[]): boolean {
  const keys = new Set(headers.map(normaliseHeader))
  const present = TEMPLATE_COLUMNS.filter((name) => keys.has(name))
  return present.length >= 5 && present.includes('creator_username') && present.includes('status')
}

export function templateColumns(headers: readonly string[]): Columns<TemplateColumn> {
  return new Columns<TemplateColumn>(headers, NAMES)
}

export function missingTemplateColumns(columns: Columns<TemplateColumn>): readonly string[] {
  return REQUIRED.filter((column) => !columns.has(column))
}

export interface TemplateRules {
  readonly columns: Columns<TemplateColumn>
  readonly dateOrder: DateOrder
  readonly rounded: ReadonlySet<TemplateColumn>
}

export class TemplateEvidence {
  readonly #columns: Columns<TemplateColumn>
  readonly #dates = new DateEvidence()
  readonly #ids = new Map(IDS.map((column) => [column, new Set<string>()]))

  constructor(columns: Columns<TemplateColumn>) {
    this.#columns = columns
  }

  add(cells: readonly string[]): void {
    for (const column of TIMES) this.#dates.add(this.#columns.text(cells, column))
    for (const [column, ids] of this.#ids) {
      const text = this.#columns.text(cells, column)
      if (ids.size < IDS_WEIGHED && typeof parseId(text) === 'object') ids.add(text)
    }
  }

  /** People type dates as they are used to where they are: `fallback` is that. */
  decide(fallback: DateOrder): { readonly rules: TemplateRules; readonly dateOrderAssumed: boolean } {
    const { order, assumed } = this.#dates.decide(fallback)
    const rounded = new Set([...this.#ids].flatMap(([column, ids]) => (areRounded(ids) ? [column] : [])))
    return { rules: { columns: this.#columns, dateOrder: order, rounded }, dateOrderAssumed: assumed }
  }
}

export function readTemplateRow(row: number, cells: readonly string[], rules: TemplateRules): ReadRow {
  if (cells.every((cell) => cell.trim() === '')) return { kind: 'other' }
  try {
    return { kind: 'sample', sample: readSample(row, cells, rules) }
  } catch (error) {
    if (!(error instanceof Rejected)) throw error
    const { column, code, value } = error
    return { kind: 'reject', reject: { row, column, code, value } }
  }
}

function readSample(row: number, cells: readonly string[], { columns, dateOrder, rounded }: TemplateRules): FileSample {
  const last = Math.max(...REQUIRED.map((column) => columns.at(column)))
  if (cells.length <= last) throw new Rejected(columns.headers[cells.length] ?? '', 'tooFewCells', cells[0] ?? '')
  const id = (column: (typeof IDS)[number]) => idCell(columns, cells, column, rounded.has(column))
  const at = (column: (typeof TIMES)[number]) => timeCell(columns, cells, column, dateOrder)
  const text = (column: TemplateColumn) => columns.textOrNull(cells, column)
  const due = at('content_due_at')
  const status = readSampleStatus(columns.text(cells, 'status'))
  if (status === null) throw new Rejected(columns.header('status'), 'statusUnknown', columns.text(cells, 'status'))
  const productId = id('product_id')
  if (productId === null) throw new Rejected(columns.header('product_id'), 'productMissing', '')
  return {
    row,
    shop: text('shop'),
    applicationId: id('application_id'),
    orderId: id('order_id'),
    skuId: id('sku_id'),
    productId,
    productName: null,
    variation: null,
    quantity: quantityOf(columns, cells),
    handle: handleCell(columns, cells, ['creator_username']),
    kind: null,
    collaboration: collaborationOf(columns, cells),
    platformStatus: status.platform,
    state: status.state,
    reason: null,
    requestedAt: at('requested_at'),
    times: timesOf(at),
    parcels: parcelCells(text('tracking_number') ?? '', text('carrier') ?? ''),
    recipient: null,
    phone: null,
    address: null,
    dueDay: due === null ? null : dayText(due),
    contentId: contentOf(columns.text(cells, 'content_id')),
    note: text('note'),
    byAmount: false,
  }
}

function quantityOf(columns: Columns<TemplateColumn>, cells: readonly string[]): number {
  const text = columns.text(cells, 'quantity')
  const quantity = parseCount(text)
  if (quantity === 'blank') return 1
  if (quantity === 'notWhole' || quantity === 0) {
    throw new Rejected(columns.header('quantity'), 'quantityNotWhole', text)
  }
  return quantity
}

const COLLABORATIONS: Readonly<Record<string, FileSample['collaboration']>> = {
  open: 'open',
  opencollaboration: 'open',
  公开合作: 'open',
  公开: 'open',
  target: 'target',
  targetcollaboration: 'target',
  targetedcollaboration: 'target',
  定向合作: 'target',
  定向: 'target',
  partner: 'partner',
  tap: 'partner',
  机构合作: 'partner',
  flatfee: 'flatFee',
  坑位费: 'flatFee',
  none: 'none',
  无: 'none',
}

function collaborationOf(columns: Columns<TemplateColumn>, cells: readonly string[]): FileSample['collaboration'] {
  const text = columns.text(cells, 'collaboration_type')
  if (text === '') return null
  const found = COLLABORATIONS[wordKey(text)]
  if (found === undefined) throw new Rejected(columns.header('collaboration_type'), 'collaborationUnknown', text)
  return found
}

function timesOf(at: (column: (typeof TIMES)[number]) => number | null): FileSample['times'] {
  const delivered = at('delivered_at')
  return Object.fromEntries(
    Object.entries({
      requested: at('requested_at'),
      approved: at('approved_at'),
      shipped: at('shipped_at'),
      delivered,
      contentDue: delivered,
      posted: at('content_posted_at'),
    }).filter(([, time]) => time !== null),
  )
}

/** The platform's number of a video, also out of its address. */
function contentOf(text: string): string | null {
  return /(?:^|\/(?:video|photo)\/)(\d{15,20})(?:$|[/?#])/.exec(text)?.[1] ?? null
}
