/**
 * What the made-up agency is busy with: samples on their way, what they cost, and the posts that came of them.
 *
 * Days are counted back from today, creators and products by their place in the shop's own lists, so that the same
 * story is told whenever the agency is made.
 */

import type { Collaboration, SampleState } from '../samples'

export interface DemoSample {
  /** Key of the shop. */
  readonly shop: string
  /** Places in the market's creators and in the shop's products, from 0. */
  readonly creator: number
  readonly product: number
  /** So many days ago it was asked for. */
  readonly asked: number
  readonly state: SampleState
  readonly collaboration: Collaboration
  /** Whose it is; blank: the person's who sits here. */
  readonly owner: string
  readonly note: string | null
  /** Why it ended. */
  readonly reason: string
}

/** Colleagues of the person who sits here. */
export const DEMO_COLLEAGUES = ['林夏', 'Grace Okafor'] as const
const [LIN, GRACE] = DEMO_COLLEAGUES

type Row = readonly [
  creator: number,
  product: number,
  asked: number,
  state: SampleState,
  owner?: string,
  more?: { readonly collaboration?: Collaboration; readonly note?: string; readonly reason?: string },
]

const TARGET = { collaboration: 'target' } as const

const US: readonly Row[] = [
  [3, 0, 1, 'requested', ''],
  [6, 0, 2, 'requested', '', { note: 'Wants the 2 x 30 ml set for a before and after video.' }],
  [9, 1, 3, 'requested', LIN],
  [14, 8, 5, 'requested', ''],
  [18, 2, 6, 'requested', GRACE],
  [22, 7, 6, 'requested', ''],
  [11, 3, 4, 'approved', '', TARGET],
  [12, 0, 3, 'approved', LIN],
  [5, 9, 4, 'packed', ''],
  [7, 0, 5, 'packed', GRACE, TARGET],
  [8, 5, 8, 'shipped', ''],
  [15, 0, 9, 'shipped', LIN],
  [4, 1, 12, 'delivered', '', TARGET],
  [1, 0, 16, 'contentDue', ''],
  [2, 3, 17, 'contentDue', GRACE],
  [10, 8, 19, 'contentDue', ''],
  [16, 1, 24, 'contentDue', LIN, { note: 'Promised a video for the weekend.' }],
  [17, 0, 21, 'contentDue', '', TARGET],
  [20, 5, 22, 'contentDue', GRACE],
  [0, 7, 26, 'verified', '', TARGET],
  [13, 2, 28, 'verified', LIN],
  [19, 0, 44, 'closed', ''],
  [21, 9, 30, 'declined', '', { reason: 'NOT_MATCH' }],
  [23, 1, 27, 'lost', GRACE, { reason: 'The carrier has not scanned it since the 3rd day.' }],
  [24, 0, 40, 'noPost', '', { reason: 'Three reminders, no answer.' }],
]

const CROSS_BORDER: readonly Row[] = [
  [25, 0, 2, 'requested', LIN],
  [26, 2, 4, 'requested', LIN, { note: '想拍开箱，问能不能多寄一个颜色。' }],
  [27, 6, 5, 'approved', LIN, TARGET],
  [28, 2, 7, 'packed', LIN],
  [29, 0, 13, 'shipped', LIN, { note: '深圳仓直发，走香港转运。' }],
  [30, 4, 20, 'contentDue', LIN],
  [31, 0, 23, 'contentDue', LIN, TARGET],
  [32, 2, 29, 'verified', LIN],
  [33, 9, 33, 'returned', LIN, { reason: '地址不完整，退回深圳仓。' }],
]

const THAILAND: readonly Row[] = [
  [0, 0, 1, 'requested', GRACE],
  [1, 1, 3, 'requested', GRACE],
  [2, 0, 6, 'shipped', GRACE],
  [3, 5, 18, 'contentDue', GRACE, TARGET],
  [4, 8, 19, 'contentDue', GRACE],
  [5, 1, 25, 'verified', GRACE],
]

export const DEMO_SAMPLES: readonly DemoSample[] = [
  ...US.map((row) => sampleOf('us', row)),
  ...CROSS_BORDER.map((row) => sampleOf('usx', row)),
  ...THAILAND.map((row) => sampleOf('th', row)),
]

function sampleOf(shop: string, [creator, product, asked, state, owner = '', more = {}]: Row): DemoSample {
  const { collaboration = 'open', note = null, reason = '' } = more
  return { shop, creator, product, asked, state, owner, collaboration, note, reason }
}

/** Days after the request on which a sample of this age came into each state. */
export const DEMO_PACE = {
  approved: 1,
  packed: 1,
  shipped: 2,
  delivered: 6,
  contentDue: 6,
} as const satisfies Readonly<Partial<Record<SampleState, number>>>

/** Days after the request of what ended badly. */
export const DEMO_END = 20

export interface DemoVideo {
  readonly shop: string
  readonly creator: number
  readonly product: number
  /** So many days ago it was posted. */
  readonly posted: number
  readonly title: string
  readonly views: number
  readonly orders: number
  /** Basis points. */
  readonly ctr: number
  readonly completion: number
}

type VideoRow = readonly [number, number, number, string, number, number, number, number]

const US_VIDEOS: readonly VideoRow[] = [
  [0, 7, 12, 'Three products, one routine: my peptide set diary #ad', 184_300, 212, 312, 4120],
  [13, 2, 15, 'Soft Plum on three skin tones #LumoraPartner', 52_700, 61, 268, 3650],
  [19, 0, 27, 'Vitamin C for beginners, no gatekeeping', 236_900, 344, 341, 3980],
  [2, 3, 2, 'Barrier cream after retinol: day 1 to day 7', 18_450, 17, 205, 2940],
  [10, 8, 4, 'The sun stick that survived my beach run ☀️', 97_200, 88, 284, 3710],
  [20, 5, 3, 'Rosemary oil, week three. Honest update.', 11_080, 6, 161, 2570],
  [1, 4, 6, 'Eye masks at the airport #GRWM', 40_610, 29, 236, 3320],
  [5, 0, 9, 'Unboxing: my glow shelf for fall', 8940, 3, 122, 2210],
]

const CROSS_BORDER_VIDEOS: readonly VideoRow[] = [
  [32, 2, 14, '开放式耳机跑步一周体验 Open-Ear test week', 76_450, 93, 297, 3550],
  [30, 4, 5, 'Sunset Lamp: my desk after 9 pm', 142_800, 171, 326, 4030],
  [31, 0, 3, 'MagSafe 充电宝能充几次？', 27_330, 34, 244, 3180],
]

const THAI_VIDEOS: readonly VideoRow[] = [
  [5, 1, 11, 'เซรั่มวิตามินซี ใช้จริง 14 วัน', 88_600, 140, 355, 4260],
  [3, 5, 2, 'หมอนใบนี้นอนสบายจริงไหม', 31_250, 27, 219, 3040],
]

const videos = (shop: string, rows: readonly VideoRow[]): DemoVideo[] =>
  rows.map(([creator, product, posted, title, views, orders, ctr, completion]) => ({
    shop,
    creator,
    product,
    posted,
    title,
    views,
    orders,
    ctr,
    completion,
  }))

/** Posts of the last four weeks, as each shop's own list of videos has them; some answer no sample. */
export const DEMO_VIDEOS: readonly DemoVideo[] = [
  ...videos('us', US_VIDEOS),
  ...videos('usx', CROSS_BORDER_VIDEOS),
  ...videos('th', THAI_VIDEOS),
]
