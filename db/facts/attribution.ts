/**
 * Whose lines and costs are whose (campaigns, staff): the first entry that fits wins.
 *
 * Lines are told by the store's numbers, costs by texts: a cost may name a creator or product that has sold nothing yet.
 */

import type { FactsCache } from './cache'
import type { HotColumns } from './shop-columns'
import type { Attribution } from './types'

interface Entry {
  readonly code: number
  readonly place: number
  readonly given: Attribution
  /** One platform id has a number in each shop; null: any. */
  readonly products: readonly number[] | null
  /** 0: any. */
  readonly content: number
}

/** What entries look at, as texts; '' is: not known. */
export interface Attributed {
  readonly shopId: string
  readonly creator: string
  readonly product: string
  readonly content: string
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
  private readonly byHandle = new Map<string, Entry[]>()
  private readonly anyCreator: Entry[] = []

  constructor({ contents, names }: FactsCache, list: readonly Attribution[]) {
    this.usesContents = list.some(({ contentId }) => contentId !== null)
    list.forEach((given, place) => {
      const { id, name, creator, productId, contentId } = given
      const entry: Entry = {
        code: this.codeOf(id, name),
        place,
        given,
        products:
          productId === null
            ? null
            : names
                .of('product')
                .numbersOf(productId)
                .map(({ no }) => no),
        content: contentId === null ? 0 : contents.numberOf(contentId),
      }
      if (creator === null) {
        this.anyCreator.push(entry)
      } else {
        append(this.byHandle, creator, entry)
        for (const { no } of names.of('creator').numbersOf(creator)) append(this.byCreator, no, entry)
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
    const fits = ({ given, products, content }: Entry): boolean =>
      (given.shopId === null || given.shopId === shopId) &&
      (products === null || products.includes(product[i]!)) &&
      (content === 0 || content === contents?.[i]) &&
      holdsOn(given, day[i]!)
    return firstOf(this.byCreator.get(creator[i]!)?.find(fits), this.anyCreator.find(fits))
  }

  /** The code of a cost. */
  codeOfCost({ shopId, creator, product, content, day }: Attributed): number {
    const fits = ({ given }: Entry): boolean =>
      (given.shopId === null || given.shopId === shopId) &&
      (given.productId === null || given.productId === product) &&
      (given.contentId === null || given.contentId === content) &&
      holdsOn(given, day)
    return firstOf(this.byHandle.get(creator)?.find(fits), this.anyCreator.find(fits))
  }
}

function holdsOn({ fromDay, toDay }: Attribution, day: number): boolean {
  return (fromDay === null || fromDay <= day) && (toDay === null || toDay >= day)
}

function firstOf(a: Entry | undefined, b: Entry | undefined): number {
  if (a === undefined || b === undefined) {
    return (a ?? b)?.code ?? 0
  }
  return a.place < b.place ? a.code : b.code
}

function append<K>(lists: Map<K, Entry[]>, key: K, entry: Entry): void {
  const known = lists.get(key)
  if (known === undefined) lists.set(key, [entry])
  else known.push(entry)
}
