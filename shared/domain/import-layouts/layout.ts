/** What a header layout is: the platform's spelling of one export in one language, as data. */

import type { FileLanguage } from '../imports'
import type { OrderColumn, OrderKind } from '../orders'

/** A header and the column it fills; `null`: known to the platform, of no use to us, never a warning. */
export type LayoutColumn = readonly [header: string, column: OrderColumn | null]

export interface Layout {
  /** `affiliateOrders.en`. */
  readonly name: string
  readonly kind: OrderKind
  readonly language: FileLanguage
  /** In the order the platform writes them. Reading never relies on order. */
  readonly columns: readonly LayoutColumn[]
  /** Other generations' and markets' spellings of the same columns; their absence is never a warning. */
  readonly aliases: readonly LayoutColumn[]
}

/** What must be there for lines of a kind to mean anything; everything else is optional with a warning. */
export const REQUIRED_COLUMNS: Readonly<Record<OrderKind, readonly OrderColumn[]>> = {
  affiliateOrders: ['orderId', 'productId', 'skuId', 'creator', 'quantity', 'payment', 'currency', 'status', 'created'],
  creatorOrders: ['orderId', 'productId', 'skuId', 'quantity', 'payment', 'status', 'created'],
  tapOrders: ['orderId', 'productId', 'skuId', 'creator', 'quantity', 'payment', 'status', 'created'],
}
