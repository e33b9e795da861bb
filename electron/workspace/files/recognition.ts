/** What every container's reader does with the header it found, or did not find. */

import { findCurrency } from '../../../shared/domain/currencies'
import { findOtherExport } from '../../../shared/domain/import-layouts/other-exports'
import { headerOf, type HeaderMap } from '../../../shared/domain/import-layouts/recognise'
import type { ReadFor } from '../../../shared/domain/imports'
import { cleanText } from '../../../shared/domain/import-values/text'
import { AppError } from '../../../shared/errors'

/** Records in which the header is looked for. */
export const HEADER_SCAN = 30

/** The header, or a refusal naming the required columns it lacks. */
export function complete(file: string, header: HeaderMap): HeaderMap {
  if (header.missingRequired.length > 0) {
    const columns = header.missingRequired.map((column) => headerOf(header.layout, column))
    throw new AppError('import.missingColumns', { file, kind: header.kind, columns })
  }
  return header
}

/** The refusal of a file that is no order export, naming the export it seems to be. */
export function unknownKind(file: string, records: readonly (readonly string[])[]): AppError {
  const candidates = records.map((cells) => cells.map((cell) => cleanText(cell)).filter((cell) => cell !== ''))
  const looksLike = candidates.map(findOtherExport).find((name) => name !== null) ?? null
  const named = candidates.find((cells) => findOtherExport(cells) !== null)
  const widest = candidates.reduce<readonly string[]>((best, cells) => (cells.length > best.length ? cells : best), [])
  const headers = (named ?? widest).slice(0, 60).map((cell) => cell.slice(0, 80))
  return new AppError('import.unknownKind', { file, headers, looksLike })
}

/** The currency of the shop; one we do not know is a bug of the caller. */
export function currencyOf(readFor: ReadFor) {
  const currency = findCurrency(readFor.currency)
  if (!currency) {
    throw new Error(`no currency ${readFor.currency}`)
  }
  return currency
}
