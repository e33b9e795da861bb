/** Whose lines are whose (campaigns, staff), compiled to the store's numbers: the first entry that fits wins. */

import type { FactsCache, HotColumns } from './cache'
import type { Attribution } from './types'

interface Entry {
  readonly code: number
  readonly place: number
  readonly shopId: string | null
  /** 0: any; −1: one that no line names. */
  readonly creator: number
  /** One platform id has a number in each shop; null: any. */
  readonly products: readonly number[] | null
  readonly content: number
  readonly from: number
  readonly to: number
}

/** The parts of a line or cost that entries look at, as dimension numbers (0: none). */
export interface Attributed {
  readonly shopId: string
  readonly creator: number
  readonly product: number
  readonly content: number
  readonly day: number
}

export class Attributions {
  /** By code; 0 is "nobody's". */
  readonly names: string[] = ['']
  readonly ids: string[] = ['']
  /** True where some entry looks at contents, which must then be read. */
  readonly usesContents: boolean
  private readonly codes = new Map<string, number>()
  private readonly byCreator = new Map<number, Entry[]>()
  private readonly anyCreator: Entry[] = []

  constructor(cache: FactsCache, list: readonly Attribution[]) {
    const { contents, db } = cache
    this.usesContents = list.some(({ contentId }) => contentId !== null)
    const find = {
      creator: db.prepare('SELECT no FROM dim_creators WHERE handle = ?').pluck(),
      products: db.prepare('SELECT no FROM dim_products WHERE product_id = ?').pluck(),
    }
    const number = (value: unknown): number => (typeof value === 'number' ? value : -1)
    list.forEach(({ id, name, shopId, creator, productId, contentId, fromDay, toDay }, place) => {
      const entry: Entry = {
        code: this.codeOf(id, name),
        place,
        shopId,
        creator: creator === null ? 0 : number(find.creator.get(creator)),
        // A list of one integer column.
        products: productId === null ? null : (find.products.all(productId) as number[]),
        content: contentId === null ? 0 : contents.numberOf(contentId),
        from: fromDay ?? -Infinity,
        to: toDay ?? Infinity,
      }
      if (entry.creator === 0) {
        this.anyCreator.push(entry)
      } else {
        const known = this.byCreator.get(entry.creator)
        if (known === undefined) this.byCreator.set(entry.creator, [entry])
        else known.push(entry)
      }
    })
  }

  /** The code of an entry's id, or of a text that stands for itself. */
  codeOf(id: string, name = id): number {
    if (id === '') {
      return 0
    }
    const known = this.codes.get(id)
    if (known !== undefined) {
      return known
    }
    this.codes.set(id, this.names.length)
    this.names.push(name)
    return this.ids.push(id) - 1
  }

  /** The code that a cost's own text means: an id, else a name, else a new one. */
  codeOfText(text: string): number {
    const byName = this.codes.has(text) ? -1 : this.names.indexOf(text)
    return byName > 0 ? byName : this.codeOf(text)
  }

  /** The code of a segment's row; `contents` may be null where `usesContents` is false. */
  codeOfRow(shopId: string, { creator, product, day }: HotColumns, contents: Int32Array | null, i: number): number {
    return this.resolve({
      shopId,
      creator: creator[i]!,
      product: product[i]!,
      content: contents?.[i] ?? 0,
      day: day[i]!,
    })
  }

  resolve(line: Attributed): number {
    const own = firstFitting(this.byCreator.get(line.creator), line)
    const any = firstFitting(this.anyCreator, line)
    if (own === null || any === null) {
      return (own ?? any)?.code ?? 0
    }
    return own.place < any.place ? own.code : any.code
  }
}

function firstFitting(
  entries: readonly Entry[] | undefined,
  { shopId, product, content, day }: Attributed,
): Entry | null {
  for (const entry of entries ?? []) {
    if (
      (entry.shopId === null || entry.shopId === shopId) &&
      (entry.products === null || entry.products.includes(product)) &&
      (entry.content === 0 || entry.content === content) &&
      day >= entry.from &&
      day <= entry.to
    ) {
      return entry
    }
  }
  return null
}
