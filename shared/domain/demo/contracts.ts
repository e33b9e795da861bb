/**
 * The made-up agency's contracts, in every state. Days are counted from today by each shop's clock, creators by their place
 * in its market.
 */

import type { ContractKind } from '../contract-terms'

/** Who signs for the agency. */
export const DEMO_AGENCY = { en: 'North Pier Media Ltd.', zh: '北栈文化传媒有限公司', signer: 'Grace Okafor' } as const

/** How far a contract came. `here`: both signed on the screen. */
type DemoPaper = 'draft' | 'sent' | 'here' | 'completed' | 'terminated' | 'cancelled' | 'disputed'

export interface DemoContract {
  readonly shop: string
  readonly creator: number
  readonly kind: ContractKind
  readonly title: string
  readonly number: string
  readonly paper: DemoPaper
  /** Days from today, first and last. */
  readonly days: readonly [number, number]
  readonly language: 'en' | 'zh'
  /** Money in minor units, rate in basis points. */
  readonly terms: Readonly<
    Partial<
      Record<
        | 'fee'
        | 'advance'
        | 'guaranteed'
        | 'cap'
        | 'rate'
        | 'videos'
        | 'lives'
        | 'usageDays'
        | 'noticeDays'
        | 'renewMonths',
        number
      >
    >
  >
  readonly exclusive: string | null
  /** What it is about; null: nobody wrote it yet, and the text says so in red. */
  readonly product: string | null
  /** Why its last step was taken. */
  readonly reason: string
  /** The second version says this fee; null: there is one version. */
  readonly secondFee: number | null
}

const paper = (
  shop: string,
  creator: number,
  kind: ContractKind,
  title: string,
  state: DemoPaper,
  days: readonly [number, number],
  terms: DemoContract['terms'],
  more: Partial<Pick<DemoContract, 'exclusive' | 'product' | 'reason' | 'language' | 'secondFee'>> = {},
): Omit<DemoContract, 'number'> => ({
  shop,
  creator,
  kind,
  title,
  paper: state,
  days,
  terms,
  language: 'en',
  exclusive: null,
  product: 'Holiday Glow Gift Box',
  reason: '',
  secondFee: null,
  ...more,
})

/** In the order they were written, which numbers them. */
export const DEMO_CONTRACTS: readonly DemoContract[] = [
  paper(
    'us',
    0,
    'retainer',
    'Monthly content, autumn and winter',
    'here',
    [-112, 70],
    { fee: 120_000, videos: 4, noticeDays: 30, renewMonths: 3 },
    { exclusive: 'skincare', product: 'Glow Reset Vitamin C Serum 30ml' },
  ),
  paper(
    'us',
    19,
    'flatFee',
    'Serum launch: two videos',
    'completed',
    [-84, -40],
    { fee: 64_000, videos: 2, usageDays: 90 },
    { exclusive: 'vitamin C serums', product: 'Glow Reset Vitamin C Serum 30ml', reason: 'Both videos are online.' },
  ),
  paper(
    'us',
    4,
    'flatFee',
    'Holiday Glow: three videos',
    'here',
    [-18, 24],
    { fee: 90_000, advance: 30_000, videos: 3, usageDays: 120 },
    { exclusive: 'gift sets', secondFee: 96_000 },
  ),
  paper('us', 17, 'guaranteed', 'Q4 LIVE guarantee', 'here', [-21, 38], {
    guaranteed: 220_000,
    advance: 50_000,
    cap: 600_000,
    rate: 2000,
    lives: 6,
  }),
  paper(
    'us',
    13,
    'cpsSample',
    'Lip Jelly: sample and 18 %',
    'sent',
    [-4, 56],
    { rate: 1800, videos: 2 },
    {
      product: 'Lip Jelly Tint "Soft Plum"',
    },
  ),
  paper('us', 7, 'flatFee', 'Peptide set: unboxing', 'draft', [5, 35], { fee: 45_000, videos: 1 }, { product: null }),
  paper(
    'us',
    10,
    'flatFee',
    'Sun stick at the beach',
    'disputed',
    [-62, -12],
    { fee: 38_000, videos: 2 },
    {
      exclusive: 'sun care',
      product: 'SPF 50 Invisible Sun Stick',
      reason: 'The second video was taken down after four days.',
    },
  ),
  paper(
    'us',
    24,
    'cpsSample',
    'Vitamin C: sample and 15 %',
    'cancelled',
    [-50, -5],
    { rate: 1500, videos: 1 },
    {
      product: 'Glow Reset Vitamin C Serum 30ml',
      reason: 'No answer to three reminders.',
    },
  ),
  paper(
    'usx',
    30,
    'cpsSample',
    '日落灯：寄样 + 15% 佣金',
    'here',
    [-26, 64],
    { rate: 1500, videos: 2 },
    {
      language: 'zh',
      product: '智能小夜灯 Sunset Lamp',
    },
  ),
  paper(
    'usx',
    32,
    'flatFee',
    '开放式耳机：固定费两条视频',
    'here',
    [-35, 10],
    { fee: 52_000, videos: 2, usageDays: 60 },
    {
      language: 'zh',
      exclusive: '蓝牙耳机',
      product: '开放式蓝牙耳机 Open-Ear Earbuds',
    },
  ),
  paper(
    'usx',
    27,
    'guaranteed',
    '黑五保底 + 分成',
    'draft',
    [2, 30],
    { guaranteed: 80_000, rate: 1500, videos: 2 },
    {
      language: 'zh',
      product: '磁吸充电宝 10000mAh',
    },
  ),
  paper(
    'gb',
    2,
    'retainer',
    'UK retainer',
    'terminated',
    [-150, 20],
    { fee: 70_000, videos: 3, noticeDays: 30 },
    {
      exclusive: 'face mists',
      product: 'Glass Skin Hydrating Mist 100ml',
      reason: 'Moved to another agency; both sides agreed.',
    },
  ),
  paper(
    'th',
    3,
    'flatFee',
    '12.12 LIVE week',
    'sent',
    [10, 24],
    { fee: 4_500_000, lives: 3 },
    {
      exclusive: 'หมอน',
      product: 'หมอนสุขภาพเมมโมรี่โฟม',
    },
  ),
].map((one, at) => ({ ...one, number: `NP-${String(at + 1).padStart(3, '0')}` }))
