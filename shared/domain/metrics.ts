/**
 * The figures that sources give of a creator, each with what kind of number it is.
 *
 * An observation says where a figure comes from, for which period, and when the source was asked. Observations of
 * overlapping periods are never added up; ratios are worked out anew from their parts where a source gives both.
 */

/** `money` minor units of the observation's currency, `ratio` basis points (1 % = 100), `count` whole numbers. */
export type MetricKind = 'count' | 'money' | 'ratio'

/** Source of the words: the platform's creator list and the lists of third-party tools; definitions in the glossary. */
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
} as const satisfies Readonly<Record<string, MetricKind>>

export type MetricName = keyof typeof METRICS

export const METRIC_SOURCES = ['creatorList', 'fastmoss', 'kalodata', 'echotik', 'euka', 'other', 'typed'] as const
export type MetricSource = (typeof METRIC_SOURCES)[number]

/** What one source said of one creator for one period: a record of `creatorMetrics`. */
export interface Observation {
  readonly id: string
  readonly creatorId: string
  readonly listId: string | null
  readonly shopId: string | null
  readonly source: MetricSource
  /** Days, both included; null where the source does not say. */
  readonly periodFrom: string | null
  readonly periodTo: string | null
  /** UTC epoch ms. */
  readonly observedAt: number
  readonly currency: string | null
  readonly values: Readonly<Partial<Record<MetricName, number>>>
}
