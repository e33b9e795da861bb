/** Counts and deliveries as people paste them from a warehouse sheet: a product or SKU and a number a line, in any order of columns. */

import { folded } from './list-fields'
import { WHOLE_PRODUCT } from './stock'

/** A product with every name that a sheet may call it or one of its SKUs by. */
export interface CountedProduct {
  readonly productId: string
  readonly name: string | null
  readonly skus: readonly {
    readonly skuId: string
    readonly sellerSku: string | null
    readonly barcode: string | null
  }[]
}

/** `ambiguous`: the name belongs to several. `repeated`: an earlier line counted it already; nothing is added up silently. */
export type CountProblem = 'unknownProduct' | 'ambiguous' | 'noNumber' | 'twoNumbers' | 'repeated'

export interface CountLine {
  readonly line: number
  readonly text: string
  readonly productId: string | null
  readonly skuId: string
  readonly quantity: number | null
  readonly problem: CountProblem | null
}

interface Named {
  readonly productId: string
  readonly skuId: string
}

/** The most pieces that a line may count: longer numbers are ids. */
const MOST_DIGITS = 7

/**
 * Reads pasted lines. A product is named by TikTok's number, an SKU by its number, the seller's or the bar code; a name
 * counts when only one product has it. A first line without any number is a heading and passed over.
 */
export function readCounts(text: string, products: readonly CountedProduct[]): CountLine[] {
  const known = namesOf(products)
  const seen = new Set<string>()
  return text.split(/\r\n|\n|\r/u).flatMap((raw, index): CountLine[] => {
    const line = raw.trim()
    if (line === '' || (index === 0 && !/\p{Nd}/u.test(line))) return []
    const read = readLine(line.normalize('NFKC'), known)
    if (read.problem !== null || read.productId === null) return [{ line: index + 1, text: line, ...read }]
    const key = `${read.productId} ${read.skuId}`
    const problem = seen.has(key) ? 'repeated' : null
    seen.add(key)
    return [{ line: index + 1, text: line, ...read, problem }]
  })
}

function readLine(line: string, known: ReadonlyMap<string, readonly Named[]>): Omit<CountLine, 'line' | 'text'> {
  // Cells of a spreadsheet are separated by tabs; in a list typed by hand blanks may belong to a name.
  const cells = line
    .split(line.includes('\t') ? /\t/u : /[,;]|\s+/u)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
  const named = cells.map((cell) => known.get(folded(cell)) ?? [])
  const found = withWholeName(line, named, known)
  const numbers = cells.filter(
    (cell, at) => (named[at]?.length ?? 0) === 0 && new RegExp(`^\\d{1,${MOST_DIGITS}}$`, 'u').test(plain(cell)),
  )
  const quantity = numbers.length === 1 ? Number(plain(numbers[0] ?? '')) : null
  const [one] = found
  const base = { productId: one?.productId ?? null, skuId: one?.skuId ?? WHOLE_PRODUCT, quantity }
  if (one === undefined) return { ...base, problem: 'unknownProduct' }
  if (found.length > 1) return { ...base, productId: null, problem: 'ambiguous' }
  if (quantity === null) return { ...base, problem: numbers.length === 0 ? 'noNumber' : 'twoNumbers' }
  return { ...base, problem: null }
}

/** Thousands as spreadsheets print them. */
function plain(cell: string): string {
  return cell.replace(/(?<=\d)[, ](?=\d{3}(?:\D|$))/gu, '')
}

/** What all cells together name: an SKU says more than its product. */
function withWholeName(
  line: string,
  named: readonly (readonly Named[])[],
  known: ReadonlyMap<string, readonly Named[]>,
): readonly Named[] {
  const candidates = named.filter((list) => list.length > 0)
  const all = candidates.length > 0 ? candidates : [known.get(folded(line.replace(/[\s,;]*\d+\s*$/u, '').trim())) ?? []]
  let left = all[0] ?? []
  for (const list of all.slice(1)) {
    const both = [...left, ...list].filter(
      (one) => left.some((other) => fits(one, other)) && list.some((other) => fits(one, other)),
    )
    left = both.length > 0 ? both : left
  }
  const closer = left.filter(({ skuId }) => skuId !== WHOLE_PRODUCT)
  return unique(closer.length > 0 ? closer : left)
}

function fits(one: Named, other: Named): boolean {
  return one.productId === other.productId && (one.skuId === other.skuId || other.skuId === WHOLE_PRODUCT)
}

function unique(list: readonly Named[]): readonly Named[] {
  return [...new Map(list.map((one) => [`${one.productId} ${one.skuId}`, one])).values()]
}

function namesOf(products: readonly CountedProduct[]): ReadonlyMap<string, readonly Named[]> {
  const names = new Map<string, Named[]>()
  const add = (name: string | null, named: Named): void => {
    const key = folded(name ?? '').trim()
    if (key === '') return
    const list = names.get(key)
    if (list) list.push(named)
    else names.set(key, [named])
  }
  for (const { productId, name, skus } of products) {
    add(productId, { productId, skuId: WHOLE_PRODUCT })
    add(name, { productId, skuId: WHOLE_PRODUCT })
    for (const { skuId, sellerSku, barcode } of skus) {
      for (const own of [skuId, sellerSku, barcode]) add(own, { productId, skuId })
    }
  }
  return names
}
