/** The shelf behind samples: what their pieces sell for, and whether they are for sale. */

import type { ReadableDb } from '../../../db/database'
import { pricesOf, shelvesOf } from '../../../db/repositories/sample-requests'
import { WHOLE_PRODUCT } from '../../../shared/domain/stock'
import type { KnownSample } from '../lookups/samples'

/** Minor units of `currency`. */
export interface Worth {
  readonly amount: number
  readonly currency: string
}

/** Words of the platform for what is not for sale any more, in the languages of its lists. */
const OFFLINE =
  /deactivat|delet|frozen|freeze|suspend|inactive|banned|removed|下架|停用|删除|冻结|封禁|nonaktif|dihapus|ปิดใช้งาน|ลบแล้ว|ngừng hoạt động|đã xóa/iu

/** What the products of these samples sell for, and whether they are for sale. */
export function shelfOf(db: ReadableDb, samples: readonly KnownSample[]) {
  const products = [...new Set(samples.map(({ productId }) => productId))]
  const prices = new Map<string, Worth>()
  // The newest comes last and stays.
  for (const { shopId, productId, skuId, price, currency } of pricesOf(db, products))
    if (currency !== null) prices.set(`${shopId} ${productId} ${skuId}`, { amount: price, currency })
  const off = new Set(
    shelvesOf(db, products).flatMap(({ shopId, productId, status, archived }) =>
      archived === 1 || OFFLINE.test(status ?? '') ? [`${shopId} ${productId}`] : [],
    ),
  )
  const priceOf = ({ shopId, productId, skuId }: KnownSample) =>
    prices.get(`${shopId} ${productId} ${skuId ?? WHOLE_PRODUCT}`) ??
    prices.get(`${shopId} ${productId} ${WHOLE_PRODUCT}`)
  return {
    /** What all its pieces sell for, in the currency they are priced in; null: nobody knows. */
    valueOf: (sample: KnownSample): Worth | null => {
      const price = priceOf(sample)
      return price === undefined ? null : { ...price, amount: price.amount * sample.quantity }
    },
    isOffline: ({ shopId, productId }: KnownSample) => off.has(`${shopId} ${productId}`),
  }
}
