/** What there is to know and to decide about a list of the platform before it is imported; the wording is the caller's. */

export const PLATFORM_WARNINGS = [
  'unknownColumn',
  'dailyAverage',
  'ratioScaleAssumed',
  'dateOrderAssumed',
  'overlapsList',
  'sameFileOtherShop',
  'alreadyImported',
  'encodingAssumed',
  'erasedCreators',
  'withoutCreator',
  'creatorDiffers',
  'nameDiffers',
  'olderThanKnown',
] as const
export type PlatformWarning = (typeof PLATFORM_WARNINGS)[number]

/** What makes a list look like another shop's: its currency, products, or posts that only another shop's lists named. */
export const LIST_QUESTIONS = ['currency', 'products', 'posts'] as const
export type ListQuestion = (typeof LIST_QUESTIONS)[number]
