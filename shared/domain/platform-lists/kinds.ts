/** The kinds of lists that the platform exports of products, videos and LIVEs, as data: what each is of and what it needs. */

import type { FileLanguage } from '../imports'

export interface ListKindTraits {
  /** What the rows are of: `products` go to the catalogue, `contents` to what was posted. */
  readonly of: 'products' | 'contents'
  /** Figures of certain days; the catalogue itself is as it is on the day it was asked. */
  readonly needsPeriod: boolean
}

/** Where they come from: Affiliate > Analytics > Product and Video; Data compass > Product, Video, LIVE; Products > Batch edit. */
export const LIST_KINDS = {
  affiliateProducts: { of: 'products', needsPeriod: true },
  productList: { of: 'products', needsPeriod: true },
  productBatchEdit: { of: 'products', needsPeriod: false },
  affiliateVideos: { of: 'contents', needsPeriod: true },
  videoList: { of: 'contents', needsPeriod: true },
  liveList: { of: 'contents', needsPeriod: true },
} as const satisfies Readonly<Record<string, ListKindTraits>>

export type PlatformListKind = keyof typeof LIST_KINDS
// The keys are exactly the kinds.
export const PLATFORM_LIST_KINDS = Object.keys(LIST_KINDS) as readonly PlatformListKind[]

export function isPlatformListKind(name: string): name is PlatformListKind {
  return Object.hasOwn(LIST_KINDS, name)
}

/** A header and what it fills; `null`: known, of no use here. */
export type PlatformColumn<T extends string> = readonly [header: string, target: T | null]

export interface PlatformLayout<T extends string = string> {
  /** `affiliateVideos.en`. */
  readonly name: string
  readonly kind: PlatformListKind
  /** `keys`: the machine's own names, the same in every language. */
  readonly language: FileLanguage | null
  /** In the order the platform writes them, which reading never relies on. */
  readonly columns: readonly PlatformColumn<T>[]
  /** Spellings of the same columns in other markets and months. */
  readonly aliases: readonly PlatformColumn<T>[]
}
