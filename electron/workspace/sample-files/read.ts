/** Reads a file of samples whole: what it says of whom, what was left out and why. Nothing is written. */

import { Pacer } from '../../../db/facts/pacer'
import type { Shop } from '../../../shared/contract/shops'
import { findCurrency } from '../../../shared/domain/currencies'
import type { DateOrder } from '../../../shared/domain/imports'
import { OrderFileEvidence, orderFileColumns, readOrderRow } from '../../../shared/domain/sample-orders'
import type { FileSample, ReadRow, SampleReject } from '../../../shared/domain/sample-rows'
import { readTemplateRow, templateColumns, TemplateEvidence } from '../../../shared/domain/sample-template'
import { AppError } from '../../../shared/errors'
import type { Reporter } from '../progress'
import type { SampleSource } from './source'

/** More than a shop sends in years, and less than one step of the log can hold. */
const MOST_ROWS = 500_000
const REJECTS_KEPT = 500
const ROWS_PER_REPORT = 500

export interface ReadSamples {
  readonly samples: readonly FileSample[]
  readonly rows: number
  readonly other: number
  readonly repeated: number
  readonly rejected: number
  readonly rejects: readonly SampleReject[]
  readonly dateOrderAssumed: boolean
  readonly dateOrder: DateOrder
  /** Rows whose amounts name another currency than the shop's. */
  readonly otherCurrency: number
}

type Reader = (row: number, cells: readonly string[]) => ReadRow

interface Decided {
  readonly read: Reader
  readonly dateOrder: DateOrder
  readonly dateOrderAssumed: boolean
  readonly otherCurrency: number
}

export async function readSamples(
  source: SampleSource,
  shop: Shop,
  dateOrder: DateOrder,
  reporter: Reporter,
): Promise<ReadSamples> {
  const { read, ...decided } = await decide(source, shop, dateOrder, reporter)
  const collected = new Collected(source.input.byAmount)
  await eachRow(source, 'read', reporter, (row, cells) => collected.add(read(row, cells), cells))
  source.table.checkSame()
  return { ...collected.result(), ...decided }
}

async function eachRow(
  { table, view, headerRow }: SampleSource,
  step: string,
  { report, checkWanted }: Reporter,
  take: (row: number, cells: readonly string[]) => void,
): Promise<void> {
  const pacer = new Pacer()
  let rows = 0
  for await (const { row, cells, done } of view.records()) {
    if (row <= headerRow) continue
    take(row, cells)
    rows += 1
    if (rows > MOST_ROWS) throw new AppError('import.unreadable', { file: table.path, reason: 'tooLarge' })
    await pacer.breathe()
    if (rows % ROWS_PER_REPORT === 0) {
      checkWanted()
      report({ step, done: Math.floor(done * table.sizeBytes), total: table.sizeBytes, detail: table.name })
    }
  }
}

/** What is decided once per file: every row is weighed before any is read. */
async function decide(source: SampleSource, shop: Shop, dateOrder: DateOrder, reporter: Reporter): Promise<Decided> {
  if (source.kind === 'template') {
    const evidence = new TemplateEvidence(templateColumns(source.headers))
    await eachRow(source, 'weigh', reporter, (_, cells) => evidence.add(cells))
    const { rules, dateOrderAssumed } = evidence.decide(dateOrder)
    const read: Reader = (row, cells) => readTemplateRow(row, cells, rules)
    return { read, dateOrder: rules.dateOrder, dateOrderAssumed, otherCurrency: 0 }
  }
  const currency = findCurrency(shop.currency)
  if (currency === null) throw new AppError('input.invalid', { path: 'shopId', reason: 'not a known currency' })
  const evidence = new OrderFileEvidence(orderFileColumns(source.headers), currency)
  await eachRow(source, 'weigh', reporter, (_, cells) => evidence.add(cells))
  const { rules, dateOrderAssumed } = evidence.decide(shop.market)
  const read: Reader = (row, cells) => readOrderRow(row, cells, rules)
  return { read, dateOrder: rules.dateOrder, dateOrderAssumed, otherCurrency: evidence.otherCurrency }
}

class Collected {
  readonly #byAmount: boolean
  readonly #samples = new Map<string, FileSample>()
  readonly #rejects: SampleReject[] = []
  #rows = 0
  #other = 0
  #repeated = 0
  #rejected = 0

  constructor(byAmount: boolean) {
    this.#byAmount = byAmount
  }

  add(read: ReadRow, cells: readonly string[]): void {
    // A blank line between two rows is no row at all.
    if (read.kind === 'other' && cells.every((cell) => cell.trim() === '')) return
    this.#rows += 1
    if (read.kind === 'other') this.#other += 1
    else if (read.kind === 'reject') {
      this.#rejected += 1
      if (this.#rejects.length < REJECTS_KEPT) this.#rejects.push(read.reject)
    } else if (read.sample.byAmount && !this.#byAmount) this.#other += 1
    else this.#take(read.sample)
  }

  /** Of what a file says twice the later row holds. */
  #take(sample: FileSample): void {
    const { shop, applicationId, orderId, skuId, handle, productId, row } = sample
    const key =
      applicationId !== null
        ? JSON.stringify(['application', shop, applicationId])
        : orderId !== null
          ? JSON.stringify(['order', shop, orderId, skuId])
          : // A row that names neither is told from others by its place alone.
            JSON.stringify(['row', shop, handle, productId, row])
    if (this.#samples.delete(key)) this.#repeated += 1
    this.#samples.set(key, sample)
  }

  result() {
    return {
      samples: [...this.#samples.values()],
      rows: this.#rows,
      other: this.#other,
      repeated: this.#repeated,
      rejected: this.#rejected,
      rejects: this.#rejects,
    }
  }
}
