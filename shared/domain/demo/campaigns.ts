/** What the made-up agency planned and asked for: promotion plans and the briefs that creators got. */

import type { BriefSection } from '../briefs'
import type { CampaignKind, CampaignState, MemberState } from '../campaigns'
import type { PayModel } from '../pay-models'

export interface DemoCampaign {
  readonly shop: string
  readonly name: string
  readonly kind: CampaignKind
  readonly state: CampaignState
  /** Days from today, first and last. */
  readonly days: readonly [number, number]
  /** Minor units. */
  readonly budget: number | null
  readonly quota: number | null
  /** Basis points: of everything, and of the first product later on. */
  readonly rate: number
  readonly better: { readonly rate: number; readonly inDays: number } | null
  /** Places in the shop's products and the market's creators. */
  readonly products: readonly number[]
  readonly creators: readonly (readonly [place: number, state: MemberState, joined: number | null])[]
  readonly pay: { readonly model: PayModel; readonly terms: Readonly<Record<string, string | number>> } | null
  readonly note: string | null
}

export const DEMO_CAMPAIGNS: readonly DemoCampaign[] = [
  {
    shop: 'us',
    name: 'Holiday Glow: gift box launch',
    kind: 'target',
    state: 'running',
    days: [-24, 36],
    budget: 1_200_000,
    quota: 25,
    rate: 1800,
    better: { rate: 2200, inDays: 7 },
    products: [0, 1, 7, 10],
    creators: [
      [0, 'active', -22],
      [3, 'invited', null],
      [4, 'active', -15],
      [5, 'declined', null],
      [7, 'accepted', -6],
      [11, 'accepted', -4],
      [17, 'active', -20],
    ],
    pay: { model: 'flat', terms: { amount: 15_000, per: 'content' } },
    note: null,
  },
  {
    shop: 'us',
    name: 'Open plan, all products',
    kind: 'open',
    state: 'running',
    days: [-180, 185],
    budget: null,
    quota: null,
    rate: 1200,
    better: null,
    products: [],
    creators: [],
    pay: null,
    note: null,
  },
  {
    shop: 'usx',
    name: '黑五定向：充电宝与耳机',
    kind: 'target',
    state: 'running',
    days: [-20, 12],
    budget: 600_000,
    quota: 15,
    rate: 1500,
    better: null,
    products: [0, 2, 4],
    creators: [
      [27, 'accepted', -5],
      [30, 'active', -18],
      [31, 'active', -18],
      [32, 'done', -20],
    ],
    pay: { model: 'cps', terms: { rate: 1500 } },
    note: '黑五当周不降佣，12 月 5 日后复盘。',
  },
  {
    shop: 'th',
    name: '12.12 LIVE week',
    kind: 'flatFee',
    state: 'draft',
    days: [10, 24],
    budget: 9_000_000,
    quota: 10,
    rate: 1000,
    better: null,
    products: [0, 1, 8],
    creators: [[3, 'invited', null]],
    pay: null,
    note: null,
  },
]

export interface DemoBrief {
  /** Place in `DEMO_CAMPAIGNS`. */
  readonly campaign: number
  readonly title: string
  readonly slots: number
  readonly en: Readonly<Partial<Record<BriefSection, string>>>
  readonly zh: Readonly<Partial<Record<BriefSection, string>>>
  /** What its second version says instead; null: there is one version. */
  readonly second: { readonly en: string; readonly zh: string } | null
}

export const DEMO_BRIEFS: readonly DemoBrief[] = [
  {
    campaign: 0,
    title: 'Holiday Glow: 30 seconds of unboxing',
    slots: 12,
    en: {
      audience: 'Women of 20 to 35 who give skincare for the holidays.',
      deliverables: 'One vertical video of 25 to 40 seconds\nProduct linked before posting',
      hooks: 'The gift I would keep for myself',
      shots: 'Box closed, ribbon in frame\nTexture on the back of the hand',
      dos: 'Name the brand in the first five seconds\nShow the box from all sides',
      donts: 'No medical words\nNo comparison with named brands',
      disclosure: '#ad in the caption, and the content disclosure switched on',
    },
    zh: {
      audience: '20 到 35 岁、节日会送护肤品的女性。',
      deliverables: '一条 25 到 40 秒的竖版视频\n发布前挂上商品',
      hooks: '这份礼物我想自己留着',
      shots: '礼盒合上，丝带入镜\n手背展示质地',
      dos: '前五秒说出品牌名\n礼盒各面都拍到',
      donts: '不说医疗用语\n不点名对比其他品牌',
      disclosure: '文案带 #ad，并打开内容披露开关',
    },
    second: {
      en: 'Name the brand in the first three seconds\nShow the box from all sides\nSay that delivery ends on December 18',
      zh: '前三秒说出品牌名\n礼盒各面都拍到\n说明 12 月 18 日前下单才能赶上送达',
    },
  },
  {
    campaign: 2,
    title: '充电宝：磁吸实测',
    slots: 8,
    en: { deliverables: 'One video of 20 to 30 seconds in English', dos: 'Charge two phones one after the other' },
    zh: { deliverables: '一条 20 到 30 秒的英文视频', dos: '连续充两台手机\n开箱时露出 3C 标识' },
    second: null,
  },
]
