/** Reads a list whole: the things it names, what it says of each, what could not be read. Nothing is written. */

import { LIST_KINDS } from '../../../shared/domain/platform-lists/kinds'
import { platformEvidence, type PlatformRules, readPlatformRow } from '../../../shared/domain/platform-lists/rows'
import { isBlankLine, MOST_STEP_BYTES, readRows, Rejected, requireSomething, weighRows } from '../list-files/rows'
import type { Reporter } from '../progress'
import { CollectedContents } from './contents'
import { CollectedProducts } from './products'
import type { PlatformSource } from './source'

export interface ReadPlatformList {
  readonly rows: number
  readonly skipped: number
  readonly repeated: number
  readonly refused: Rejected
  readonly rules: PlatformRules
  /** One of the two, as the kind of list has it. */
  readonly contents: CollectedContents | null
  readonly products: CollectedProducts | null
}

export async function readPlatformList(source: PlatformSource, reporter: Reporter): Promise<ReadPlatformList> {
  const { table, head, currency, shop, input } = source
  const { kind, columns, headers, headerRow } = head
  const evidence = platformEvidence(kind, columns)
  await weighRows(head, (cells) => evidence.add(cells))
  // The United States' dates of posting come month first; nobody else's do.
  const fallback = kind === 'affiliateVideos' && shop.market === 'US' ? 'MDY' : 'DMY'
  const rules: PlatformRules = { kind, columns, headers, headerRow, currency, ...evidence.decide(currency, fallback) }
  const refused = new Rejected()
  const contents = LIST_KINDS[kind].of === 'contents' ? new CollectedContents(source, rules, refused) : null
  const products = contents === null ? new CollectedProducts(source, rules, refused) : null
  const collected = contents ?? products
  let rows = 0
  let skipped = 0
  const take = (row: number, cells: readonly string[]): void => {
    const read = readPlatformRow({ row, cells }, rules, rows === 0)
    if (read.kind === 'skip' && isBlankLine(cells)) return
    rows += 1
    if (read.kind === 'skip') skipped += 1
    else if (read.kind === 'reject') refused.add(read.reject)
    else collected?.add(read.row)
  }
  const isTooMuch = () => (collected?.bytes ?? 0) > MOST_STEP_BYTES
  await readRows(table, head, input.corrections, { take, isTooMuch }, reporter)
  requireSomething(table, collected?.size ?? 0, refused)
  return { rows, skipped, repeated: collected?.repeated ?? 0, refused, rules, contents, products }
}
