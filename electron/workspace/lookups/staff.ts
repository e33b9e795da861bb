/** Whose sales are whose: a creator's sales of a product are the person's whose sample brought them. */

import type { Attribution, MergedCreator } from '../../../db/facts/types'
import { dayNumber } from '../../../shared/domain/days'
import type { CostedSample } from './sample-costs'

/**
 * From the day a sample was shipped, what its creator sells of its product in its shop is its owner's, until another
 * person's sample of the same product was shipped to the creator. Narrow and new entries come first, as reports read them.
 */
export function staffOf(samples: readonly CostedSample[], merged: readonly MergedCreator[]): Attribution[] {
  const names = new Map(
    merged.flatMap(({ handle, others }) => {
      const all = [handle, ...others.map((other) => other.handle)]
      return all.map((name) => [name, all] as const)
    }),
  )
  return samples
    .filter(({ owner, shippedDay, handle, cost }) => owner && shippedDay && handle && isSent(cost))
    .toSorted((a, b) => ((a.shippedDay ?? '') < (b.shippedDay ?? '') ? 1 : -1) || (a.id < b.id ? -1 : 1))
    .flatMap(({ owner, shippedDay, handle, shopId, productId }) =>
      owner === null || shippedDay === null || handle === null
        ? []
        : (names.get(handle) ?? [handle]).map((creator) => ({
            id: owner,
            name: owner,
            shopId,
            creator,
            productId,
            contentId: null,
            fromDay: dayNumber(shippedDay),
            toDay: null,
          })),
    )
}

function isSent({ known, unknown }: CostedSample['cost']): boolean {
  return known > 0 || unknown.length > 0
}
