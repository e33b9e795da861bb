/** The figures that sources give of creators, by name, each with what kind of number it is; and the sources. */

/** `money` minor units of the observation's currency, `ratio` basis points (1 % = 100), `count` whole numbers. */
export type MetricKind = 'count' | 'money' | 'ratio'

/**
 * Appended to, never reordered: imported lists keep a figure under its place here (`packValues`).
 *
 * Source of the words: the platform's creator list and the lists of third-party tools; definitions in the glossary.
 */
export const METRICS = {
  followers: 'count',
  gmv: 'money',
  liveGmv: 'money',
  videoGmv: 'money',
  cardGmv: 'money',
  targetGmv: 'money',
  openGmv: 'money',
  refunds: 'money',
  orders: 'count',
  itemsSold: 'count',
  itemsRefunded: 'count',
  aov: 'money',
  customers: 'count',
  productsSold: 'count',
  liveStreams: 'count',
  videos: 'count',
  sampleContent: 'count',
  samplesShipped: 'count',
  showcaseProducts: 'count',
  productImpressions: 'count',
  productClicks: 'count',
  videoViews: 'count',
  avgViews: 'count',
  likes: 'count',
  comments: 'count',
  shares: 'count',
  estCommission: 'money',
  flatFee: 'money',
  /** Per 1,000 views or impressions, as the source defines it. */
  gpm: 'money',
  liveGpm: 'money',
  ctr: 'ratio',
  ctor: 'ratio',
  cvr: 'ratio',
  engagement: 'ratio',
  /** Part of the samples that led to content, as the source says. */
  postRate: 'ratio',
  /** Estimated commission of orders under targeted, and under open plans. */
  targetCommission: 'money',
  openCommission: 'money',
} as const satisfies Readonly<Record<string, MetricKind>>

export type MetricName = keyof typeof METRICS

// The keys are exactly the names.
export const METRIC_NAMES = Object.keys(METRICS) as readonly MetricName[]

export const METRIC_SOURCES = ['creatorList', 'fastmoss', 'kalodata', 'echotik', 'euka', 'other', 'typed'] as const
export type MetricSource = (typeof METRIC_SOURCES)[number]

export function isMetricName(name: string): name is MetricName {
  return Object.hasOwn(METRICS, name)
}
