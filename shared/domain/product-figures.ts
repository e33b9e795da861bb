/**
 * The figures that the platform's lists give of products.
 *
 * Numerators and denominators are kept; a ratio over several products or periods follows from their sums and is never averaged.
 */

import { packFigures, unpackFigures } from './figures'
import type { FigureKind } from './list-cells'

/**
 * Appended to, never reordered: figures are kept under their place here.
 *
 * `creator…` came through creators, `sellerLive…`/`sellerVideo…` through the shop's own content, `shopTab…` through the
 * shop's page. The older Chinese list counts each channel with impressions, page views and customers of its own.
 */
export const PRODUCT_FIGURES = {
  gmv: 'money',
  creatorGmv: 'money',
  creatorLiveGmv: 'money',
  affiliateVideoGmv: 'money',
  sellerLiveGmv: 'money',
  sellerVideoGmv: 'money',
  sellerCardGmv: 'money',
  shopTabGmv: 'money',
  liveGmv: 'money',
  videoGmv: 'money',
  cardGmv: 'money',
  gmvWithTax: 'money',
  cofundedGmv: 'money',
  tax: 'money',
  shippingFees: 'money',
  refunds: 'money',
  estCommission: 'money',
  flatFee: 'money',
  /** Bounds of GMV where the list gives a range instead. */
  gmvFrom: 'money',
  gmvTo: 'money',
  aov: 'money',
  orders: 'count',
  skuOrders: 'count',
  creatorOrders: 'count',
  itemsSold: 'count',
  creatorItems: 'count',
  itemsRefunded: 'count',
  customers: 'count',
  refundCustomers: 'count',
  productImpressions: 'count',
  productClicks: 'count',
  uniqueImpressions: 'count',
  uniqueClicks: 'count',
  cartAdds: 'count',
  cartUsers: 'count',
  videos: 'count',
  liveStreams: 'count',
  videosWithSales: 'count',
  livesWithSales: 'count',
  creatorsPosting: 'count',
  creatorsSelling: 'count',
  sampleContent: 'count',
  samplesShipped: 'count',
  shopTabItems: 'count',
  shopTabImpressions: 'count',
  shopTabClicks: 'count',
  shopTabUniqueClicks: 'count',
  shopTabCustomers: 'count',
  shopTabPageViews: 'count',
  shopTabUniquePageViews: 'count',
  liveItems: 'count',
  liveImpressions: 'count',
  livePageViews: 'count',
  liveUniquePageViews: 'count',
  liveCustomers: 'count',
  videoItems: 'count',
  videoImpressions: 'count',
  videoPageViews: 'count',
  videoUniquePageViews: 'count',
  videoCustomers: 'count',
  cardItems: 'count',
  cardImpressions: 'count',
  cardPageViews: 'count',
  cardUniquePageViews: 'count',
  cardCustomers: 'count',
  ctr: 'ratio',
  ctor: 'ratio',
  uniqueCtr: 'ratio',
  uniqueCtor: 'ratio',
  cartRate: 'ratio',
  uniqueCartRate: 'ratio',
  shopTabCtr: 'ratio',
  shopTabCtor: 'ratio',
  shopTabCvr: 'ratio',
  liveCtr: 'ratio',
  liveCvr: 'ratio',
  videoCtr: 'ratio',
  videoCvr: 'ratio',
  cardCtr: 'ratio',
  cardCvr: 'ratio',
} as const satisfies Readonly<Record<string, FigureKind>>

export type ProductFigureName = keyof typeof PRODUCT_FIGURES
export type ProductValues = Readonly<Partial<Record<ProductFigureName, number>>>
// The keys are exactly the names.
export const PRODUCT_FIGURE_NAMES = Object.keys(PRODUCT_FIGURES) as readonly ProductFigureName[]

export function isProductFigure(name: string): name is ProductFigureName {
  return Object.hasOwn(PRODUCT_FIGURES, name)
}

export const packProduct = (values: ProductValues): string => packFigures(PRODUCT_FIGURE_NAMES, values)
export const unpackProduct = (json: string | null): ProductValues => unpackFigures(PRODUCT_FIGURE_NAMES, json)

/** Ratios whose parts a list may give: `round(top × factor ÷ bottom)`. */
const RATIOS = {
  ctr: { top: 'productClicks', bottom: 'productImpressions', factor: 10_000 },
  uniqueCtr: { top: 'uniqueClicks', bottom: 'uniqueImpressions', factor: 10_000 },
  ctor: { top: 'skuOrders', bottom: 'productClicks', factor: 10_000 },
  cartRate: { top: 'cartAdds', bottom: 'productClicks', factor: 10_000 },
  uniqueCartRate: { top: 'cartUsers', bottom: 'uniqueClicks', factor: 10_000 },
  shopTabCtr: { top: 'shopTabClicks', bottom: 'shopTabImpressions', factor: 10_000 },
  aov: { top: 'gmv', bottom: 'skuOrders', factor: 1 },
} as const satisfies Readonly<
  Partial<
    Record<
      ProductFigureName,
      { readonly top: ProductFigureName; readonly bottom: ProductFigureName; readonly factor: number }
    >
  >
>

/** Sums over products (or periods that share no day) of one source and currency; ratios follow from the sums. */
export function sumProducts(rows: readonly ProductValues[]): ProductValues {
  const total: Partial<Record<ProductFigureName, number>> = {}
  for (const values of rows)
    for (const name of PRODUCT_FIGURE_NAMES) {
      const value = values[name]
      if (value !== undefined && PRODUCT_FIGURES[name] !== 'ratio' && name !== 'aov')
        total[name] = (total[name] ?? 0) + value
    }
  for (const [name, { top, bottom, factor }] of Object.entries(RATIOS)) {
    const [above, below] = [total[top], total[bottom]]
    // The keys are exactly names of figures.
    if (above !== undefined && below !== undefined && below > 0)
      total[name as keyof typeof RATIOS] = Math.round((above * factor) / below)
  }
  return total
}
