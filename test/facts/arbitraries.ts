/** Random files over few orders, creators and days, so that keys meet, repeat and move. */

import fc from 'fast-check'

import { CONTENT_TYPES, ORDER_STATUSES } from '../../shared/domain/orders'
import { type File, giveLine, type Line } from './support'

const START = Date.UTC(2026, 0, 30) / 1000

export const START_DAY = START / 86_400

const lineArbitrary: fc.Arbitrary<Line> = fc
  .record({
    order: fc.integer({ min: 1, max: 12 }),
    product: fc.integer({ min: 1, max: 2 }),
    sku: fc.integer({ min: 0, max: 1 }),
    content: fc.integer({ min: 0, max: 3 }),
    creator: fc.constantFrom('ana', 'bo', 'chi'),
    status: fc.constantFrom(...ORDER_STATUSES),
    contentType: fc.constantFrom(...CONTENT_TYPES),
    fullyReturned: fc.constantFrom(true, false, null),
    quantity: fc.integer({ min: 0, max: 5 }),
    payment: fc.constantFrom(0, 1, 999, 10_000, 5_000_000_000),
    estimatedBase: fc.constantFrom(null, 0, 960, 9_600),
    actualBase: fc.constantFrom(null, 0, 480, 9_600),
    estimatedStandard: fc.constantFrom(null, 0, 96),
    actualStandard: fc.constantFrom(null, 0, 48),
    estimatedAds: fc.constantFrom(null, 7),
    second: fc.integer({ min: 0, max: 4 * 86_400 }),
  })
  .map(({ order, product, sku, content, second, ...rest }) =>
    giveLine({
      ...rest,
      // A video is a video in every line.
      contentType: content === 0 ? rest.contentType : (CONTENT_TYPES[content] ?? 'unknown'),
      orderId: String(577_000_000_000_000_000n + BigInt(order) * 977_777_777_777n),
      productId: `172900000000000000${product}`,
      skuId: sku === 0 ? '0' : `17290000000000001${product}${sku}`,
      contentId: content === 0 ? null : `750000000000000000${content}`,
      created: START + second,
    }),
  )

export const fileArbitrary = fc.record({
  shopId: fc.constantFrom('shop-a', 'shop-b'),
  kind: fc.constantFrom('affiliateOrders' as const, 'creatorOrders' as const),
  asof: fc.constantFrom(null, 1_000, 2_000),
  lines: fc.array(lineArbitrary, { minLength: 1, maxLength: 25 }),
})

export const filesArbitrary = fc
  .array(fileArbitrary, { minLength: 1, maxLength: 4 })
  .map((files): File[] => files.map((file, i) => ({ ...file, id: `batch-${i}` })))
