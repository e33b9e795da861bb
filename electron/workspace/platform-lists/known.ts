/** Whose list a table most likely is: the shop whose products or posts it names, else the only shop of its currency. */

import { listPlatformLists, shopsOfContents, shopsOfProducts } from '../../../db/repositories/platform-lists'
import { parseId } from '../../../shared/domain/import-values/ids'
import { cleanText } from '../../../shared/domain/import-values/text'
import type { WorkspaceContext } from '../context'
import { allShops } from '../lookups/shops'
import type { PlatformHead } from './head'

/** What the workspace knows of a list before it is read. */
export function knownTable(
  context: WorkspaceContext,
  name: string,
  head: PlatformHead,
): { readonly suggestedShopId: string | null; readonly alreadyImported: boolean } {
  const { db } = context.host.current().workspace
  const shops = allShops(db).filter(({ archived }) => !archived)
  const fitting = head.currency === null ? shops : shops.filter(({ currency }) => currency === head.currency)
  const ids = (target: 'productId' | 'videoId') => {
    const at = head.columns.indexOf(target)
    return at < 0
      ? []
      : head.view.head.flatMap(({ cells }) => (isId(cells[at] ?? '') ? [digitsOf(cells[at] ?? '')] : []))
  }
  const named = mostNamed([...shopsOfProducts(db, ids('productId')), ...shopsOfContents(db, ids('videoId'))])
  const isOpen = shops.some(({ id }) => id === named)
  return {
    suggestedShopId: isOpen ? named : fitting.length === 1 ? (fitting[0]?.id ?? null) : null,
    alreadyImported: listPlatformLists(db).some((list) => list.deleted === 0 && list.fileName === name),
  }
}

const isId = (text: string): boolean => typeof parseId(text) === 'object'
const digitsOf = (text: string): string => cleanText(text).replace(/\D/gu, '')

/** The shop that comes first by number, or null where two come equally often. */
export function mostNamed(counted: readonly (readonly [shopId: string, count: number])[]): string | null {
  const sums = new Map<string, number>()
  for (const [shopId, count] of counted) sums.set(shopId, (sums.get(shopId) ?? 0) + count)
  const [first, second] = [...sums].toSorted(([, a], [, b]) => b - a)
  return first !== undefined && first[1] !== second?.[1] ? first[0] : null
}
