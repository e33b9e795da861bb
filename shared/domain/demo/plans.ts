/** What the made-up agency is in the middle of: scripts in review, what may be said, stock, LIVEs, talks. */

import type { ClaimKind } from '../claim-sheet'
import type { Verdict } from '../reviews'

export interface DemoScript {
  readonly shop: string
  readonly creator: number
  readonly product: number
  readonly title: string
  readonly language: string
  readonly versions: readonly string[]
  readonly verdict: Verdict | null
  readonly reason: string
  readonly grade: string | null
  /** Remarks on the newest version: a part of its words, and what is said of it. */
  readonly notes: readonly { readonly at: string; readonly text: string; readonly audience: 'internal' | 'creator' }[]
}

export const DEMO_SCRIPTS: readonly DemoScript[] = [
  {
    shop: 'us',
    creator: 4,
    product: 10,
    title: 'Gift box unboxing',
    language: 'en',
    versions: [
      'Hook: the gift I would keep for myself.\nThis box cures dull skin overnight, guaranteed.\nThe serum, the cream and the mask, all in one ribbon.',
      'Hook: the gift I would keep for myself.\nSerum, cream and mask in one ribbon. My skin looks fresher after a week of using them.\nIt is an ad for Lumora, and the link is below.',
    ],
    verdict: null,
    reason: '',
    grade: null,
    notes: [
      { at: 'fresher after a week', text: 'Her own words: keep them.', audience: 'internal' },
      { at: 'the link is below', text: 'Please point at the link when you say it.', audience: 'creator' },
    ],
  },
  {
    shop: 'us',
    creator: 1,
    product: 0,
    title: 'Vitamin C, morning routine',
    language: 'en',
    versions: [
      'Seven in the morning, no filter.\nTwo drops of the vitamin C serum, then sunscreen.\nNumber one serum in the world, ask anyone.',
    ],
    verdict: null,
    reason: '',
    grade: null,
    notes: [],
  },
  {
    shop: 'us',
    creator: 10,
    product: 8,
    title: 'Sun stick at the beach',
    language: 'en',
    versions: ['Running ten kilometres with the sun stick in my pocket.\nNo white cast. #ad'],
    verdict: 'approved',
    reason: '',
    grade: 'A',
    notes: [],
  },
  {
    shop: 'us',
    creator: 17,
    product: 0,
    title: 'Serum before and after',
    language: 'en',
    versions: ['Day one, day seven, day fourteen.\nThe dark spots are gone for good.'],
    verdict: 'needsWork',
    reason: 'No promise that spots go for good.',
    grade: null,
    notes: [{ at: 'gone for good', text: 'Say what you saw, not that it lasts.', audience: 'creator' }],
  },
  {
    shop: 'usx',
    creator: 30,
    product: 4,
    title: '日落灯：晚上九点的书桌',
    language: 'zh',
    versions: ['开场：晚上九点，灯一开，书桌变成落日。\n四种颜色随手转，全网最便宜。\n合作内容，链接在下方。'],
    verdict: null,
    reason: '',
    grade: null,
    notes: [{ at: '全网最便宜', text: '绝对化用语，改成“这个价我觉得值”。', audience: 'creator' }],
  },
]

export interface DemoClaim {
  readonly shop: string
  /** Place in the shop's products; null: every one. */
  readonly product: number | null
  readonly kind: ClaimKind
  readonly text: string
  readonly language: string | null
  /** Days from today until its proof runs out; null: none is named. */
  readonly expires: number | null
}

export const DEMO_CLAIMS: readonly DemoClaim[] = [
  { shop: 'us', product: null, kind: 'disclosure', text: '#ad in the caption', language: 'en', expires: null },
  { shop: 'us', product: 0, kind: 'allowed', text: 'with 10 % vitamin C', language: 'en', expires: 210 },
  { shop: 'us', product: 0, kind: 'allowed', text: 'dermatologist tested', language: 'en', expires: 18 },
  { shop: 'us', product: 0, kind: 'forbidden', text: 'removes dark spots', language: 'en', expires: null },
  { shop: 'us', product: 0, kind: 'mustSay', text: 'use sunscreen with it', language: 'en', expires: null },
  { shop: 'us', product: 8, kind: 'allowed', text: 'water resistant for 80 minutes', language: 'en', expires: -12 },
  { shop: 'usx', product: 0, kind: 'mustSay', text: '10000 mAh，可带上飞机', language: 'zh', expires: null },
  { shop: 'usx', product: 0, kind: 'forbidden', text: '全网最便宜', language: 'zh', expires: null },
]

/** Stock of one product: pieces counted a month ago, received since, and the floors. */
export interface DemoStock {
  readonly shop: string
  readonly product: number
  readonly counted: number
  readonly received: number
  readonly floors: readonly [forNew: number, proven: number] | null
}

export const DEMO_STOCK: readonly DemoStock[] = [
  { shop: 'us', product: 0, counted: 14, received: 20, floors: [8, 3] },
  { shop: 'us', product: 1, counted: 9, received: 0, floors: [6, 2] },
  { shop: 'us', product: 2, counted: 6, received: 0, floors: null },
  { shop: 'us', product: 7, counted: 4, received: 0, floors: [4, 2] },
  { shop: 'us', product: 8, counted: 24, received: 0, floors: null },
  { shop: 'us', product: 9, counted: 2, received: 0, floors: [4, 1] },
  { shop: 'usx', product: 0, counted: 18, received: 10, floors: [5, 2] },
  { shop: 'usx', product: 2, counted: 7, received: 0, floors: null },
  { shop: 'th', product: 0, counted: 20, received: 0, floors: null },
]

/** A LIVE of this week: day from Monday (0), hour of the shop's clocks, hours long. */
export interface DemoLive {
  readonly shop: string
  /** Place in the market's creators; null: an own room. */
  readonly creator: number | null
  readonly room: string | null
  readonly day: number
  readonly hour: number
  readonly hours: number
  readonly state: 'planned' | 'confirmed' | 'done'
}

const slot = (
  shop: string,
  who: number | string,
  day: number,
  hour: number,
  hours: number,
  state: DemoLive['state'] = 'planned',
): DemoLive => ({
  shop,
  creator: typeof who === 'number' ? who : null,
  room: typeof who === 'string' ? who : null,
  day,
  hour,
  hours,
  state,
})

export const DEMO_LIVES: readonly DemoLive[] = [
  slot('us', 'Studio A', 0, 18, 4, 'confirmed'),
  slot('us', 'Studio A', 1, 18, 4, 'confirmed'),
  slot('us', 'Studio A', 2, 18, 3),
  slot('us', 'Studio A', 3, 18, 4),
  slot('us', 'Studio A', 4, 17, 5),
  slot('us', 0, 1, 20, 2, 'confirmed'),
  slot('us', 4, 2, 19, 2),
  // Two at a time: the board says so.
  slot('us', 4, 2, 20, 2),
  slot('us', 17, 4, 12, 2),
  slot('us', 13, 5, 10, 3),
  slot('usx', 30, 0, 21, 2, 'confirmed'),
  slot('usx', 32, 3, 21, 2),
  slot('th', '曼谷直播间', 0, 19, 3, 'confirmed'),
  slot('th', '曼谷直播间', 2, 19, 3),
  slot('th', '曼谷直播间', 4, 19, 4),
  slot('th', 3, 5, 20, 2),
]

/** Where creators of the first shop stand in the pipeline, by their place. */
export const DEMO_STAGES: Readonly<Record<string, readonly number[]>> = {
  new: [40, 41, 42, 43],
  contacted: [34, 35, 36, 37, 38],
  replied: [26, 27, 28],
  negotiating: [24, 25],
  agreed: [11, 12],
  sampled: [1, 2, 5, 8],
  posted: [10, 13],
  selling: [0, 19],
}

/** Asked for in the words that agencies ask for offers in. */
export const DEMO_QUOTES = [
  {
    shop: 'us',
    creator: 9,
    market: 'US',
    category: 'Beauty',
    products: ['Glow Reset Vitamin C Serum 30ml'],
    followersFrom: 50_000,
    followersTo: 200_000,
    contentForm: 'video',
    contentCount: 3,
    budget: 90_000,
    days: [5, 25],
    samples: 'One serum, one cream',
    pastCases: null,
    isSent: true,
  },
  {
    shop: 'usx',
    creator: 29,
    market: 'US',
    category: '3C 数码',
    products: ['磁吸充电宝 10000mAh'],
    followersFrom: 20_000,
    followersTo: null,
    contentForm: 'videoAndLive',
    contentCount: 2,
    budget: null,
    days: [3, 20],
    samples: '寄样 1 件',
    pastCases: '去年 11.11 单场 GMV 2.3 万美元',
    isSent: false,
  },
] as const
