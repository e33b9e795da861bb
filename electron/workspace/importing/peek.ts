/** The beginning of an export: in which currency its lines are, and whose they say they are. */

import { ORDER_KINDS } from '../../../shared/domain/orders'
import type { Recognised } from '../../../shared/domain/imports'
import { inspectFile, openLineReader } from '../files/open-file'

export interface Inspected extends Recognised {
  /** Null when the file does not say. */
  readonly currency: string | null
  /** Names and codes of shops, from the file's first lines. */
  readonly shopNames: readonly string[]
  readonly creatorInFile: boolean
}

/** Kinds that do not name the creator: the creator's own exports. */
const WITHOUT_CREATOR: readonly (keyof typeof ORDER_KINDS)[] = ['creatorOrders']

/** `currencies`: those of the shops, most likely first. */
export async function peek(file: string, currencies: readonly string[]): Promise<Inspected> {
  const recognised = await inspectFile(file)
  const creatorInFile = !WITHOUT_CREATOR.includes(recognised.kind)
  let foreign: string | null = null
  for (const currency of currencies) {
    // A line of another currency is not read, so the first currency with lines is the file's.
    const reader = await openLineReader(file, { currency, dateOrder: 'DMY', creator: null, corrections: [] })
    const steps = reader.read()
    const first = await steps.next()
    // A short file without a line for this currency says at its second step why.
    const step = !first.done && first.value.batch.length === 0 ? await steps.next() : first
    const lines = step.done ? 0 : step.value.batch.length
    if (step.done) {
      foreign ??= step.value.rejects.find(({ code }) => code === 'currencyOfAnotherShop')?.value ?? null
    }
    const { texts } = reader
    const shopNames = [...texts.shopName.values, ...texts.shopCode.values]
    // The generator holds the file open until it is ended.
    await steps.return?.({
      rows: 0,
      skipped: 0,
      rejected: 0,
      rejects: [],
      warnings: [],
      period: null,
      latestSecond: null,
    })
    if (lines > 0) {
      return { ...recognised, currency: texts.currency.values.length > 0 ? currency : null, shopNames, creatorInFile }
    }
  }
  return { ...recognised, currency: foreign, shopNames: [], creatorInFile }
}
