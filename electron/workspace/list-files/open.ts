/** A list on its way in: a file or the clipboard as a table, and what its surroundings say of it. */

import type { Currency } from '../../../shared/domain/currencies'
import { CURRENCIES } from '../../../shared/domain/currencies'
import { headerSymbol } from '../../../shared/domain/import-values/text'
import { AppError } from '../../../shared/errors'
import { openTable, pastedTable, type Table } from '../files/table-file'
import { reading } from '../importing/reading'

/** Where a table is: `name` is what a pasted one is called; `content` that of the preview that was agreed to. */
export interface Whereabouts {
  readonly path?: string | undefined
  readonly text?: string | undefined
  readonly name?: string | undefined
  readonly content?: string | undefined
}

/** A table as it is; refuses one that is no longer what was agreed to. */
export async function openAnyTable({ path, text, name, content }: Whereabouts): Promise<Table> {
  const table = await (path !== undefined
    ? reading(path, () => openTable(path))
    : text !== undefined
      ? pastedTable(name ?? 'clipboard', text)
      : null)
  if (table === null) throw new AppError('input.invalid', { path: 'path', reason: 'a path or a pasted text is needed' })
  if (content !== undefined && content !== table.content) {
    throw new AppError('import.unreadable', { file: table.path, reason: 'changed' })
  }
  return table
}

/** The one currency that a symbol or code in the headers can only mean, or null. */
export function currencyOfHeaders(headers: readonly string[]): string | null {
  const symbols = new Set(headers.map(headerSymbol).filter((symbol) => symbol !== null))
  const spells =
    (symbol: string) =>
    ({ code, symbols: own }: Currency) =>
      [code, ...own].includes(symbol)
  const codes = [...symbols].flatMap((symbol) => {
    const spelled = [...CURRENCIES.values()].filter(spells(symbol))
    return spelled.length === 1 ? spelled.map(({ code }) => code) : []
  })
  return codes.length === 1 ? (codes[0] ?? null) : null
}
