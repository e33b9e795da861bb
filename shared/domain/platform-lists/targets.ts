/** What a column of a product, video or LIVE list may fill beside figures, and how its cells are written. */

import { CONTENT_FIGURES, type ContentFigureName, isContentFigure } from '../content-figures'
import type { FigureKind } from '../list-cells'
import { isProductFigure, PRODUCT_FIGURES, type ProductFigureName } from '../product-figures'
import { LIST_KINDS, type PlatformListKind } from './kinds'

/** `duration`: seconds, or hours:minutes:seconds; `range`: two amounts; `price`: an amount that is no figure of a period. */
export type FieldKind = 'text' | 'id' | 'time' | 'duration' | 'range' | 'price' | 'count' | 'weight'

export const PRODUCT_FIELDS = {
  productId: 'id',
  name: 'text',
  category: 'text',
  brand: 'text',
  status: 'text',
  imageUrl: 'text',
  skuId: 'id',
  variation: 'text',
  sellerSku: 'text',
  price: 'price',
  listedStock: 'count',
  weightGrams: 'weight',
  gmvRange: 'range',
} as const satisfies Readonly<Record<string, FieldKind>>
export type ProductField = keyof typeof PRODUCT_FIELDS

/** `creator`: a handle, a profile address or, in some exports, a display name; `nickname`: always a display name. */
export const CONTENT_FIELDS = {
  videoId: 'id',
  link: 'text',
  title: 'text',
  postedAt: 'time',
  creator: 'text',
  creatorId: 'text',
  nickname: 'text',
  productId: 'id',
  /** What a LIVE room is called; in one export the account that went live. */
  room: 'text',
  duration: 'duration',
  viewDuration: 'duration',
} as const satisfies Readonly<Record<string, FieldKind>>
export type ContentField = keyof typeof CONTENT_FIELDS

export type ProductTarget = ProductField | ProductFigureName
export type ContentTarget = ContentField | ContentFigureName
export type PlatformTarget = ProductTarget | ContentTarget

export function isProductField(target: string): target is ProductField {
  return Object.hasOwn(PRODUCT_FIELDS, target)
}

export function isContentField(target: string): target is ContentField {
  return Object.hasOwn(CONTENT_FIELDS, target)
}

/** How the cells of a column are written; null for a name that this version does not know. */
export function cellKindOf(kind: PlatformListKind, target: string): FigureKind | FieldKind | null {
  if (LIST_KINDS[kind].of === 'products') {
    if (isProductField(target)) return PRODUCT_FIELDS[target]
    return isProductFigure(target) ? PRODUCT_FIGURES[target] : null
  }
  if (isContentField(target)) return CONTENT_FIELDS[target]
  return isContentFigure(target) ? CONTENT_FIGURES[target].kind : null
}
