/**
 * Creator lists as the platform exports them (Affiliate > Analytics > Transaction analysis > Creator), in every generation
 * and language seen: which header says what of a creator.
 */

import type { FileLanguage } from './imports'
import { METRIC_NAMES, type MetricName } from './metric-names'

/** What a column may fill of a creator's own record. */
export const PROFILE_FIELDS = [
  'displayName',
  'platformId',
  'market',
  'language',
  'category',
  'audienceMarket',
  'audienceLanguage',
  'agent',
  'email',
  'phone',
] as const
export type ProfileField = (typeof PROFILE_FIELDS)[number]

/** `handle` takes handles and profile addresses; `currency` the ISO code of a row's money. */
export type ListTarget = 'handle' | 'currency' | ProfileField | MetricName
export const LIST_TARGETS: readonly ListTarget[] = ['handle', 'currency', ...PROFILE_FIELDS, ...METRIC_NAMES]

export function isProfileField(target: string): target is ProfileField {
  return PROFILE_FIELDS.some((field) => field === target)
}

/** A header and what it fills; `null`: known, of no use here. */
type ListColumn = readonly [header: string, target: ListTarget | null]

export interface ListLayout {
  /** `creatorList.en2026`. */
  readonly name: string
  readonly language: FileLanguage
  /** In the order the platform writes them, which reading never relies on. */
  readonly columns: readonly ListColumn[]
  /** Spellings of the same columns in other markets and months. */
  readonly aliases: readonly ListColumn[]
}

const EN_2026: readonly ListColumn[] = [
  ['Creator name', 'handle'],
  ['Creator-attributed GMV', 'gmv'],
  ['Creator LIVE-attributed GMV', 'liveGmv'],
  ['Creator video-attributed GMV', 'videoGmv'],
  ['Affiliate product card-attributed GMV', 'cardGmv'],
  ['Refunds', 'refunds'],
  ['Attributed orders', 'orders'],
  ['Creator-attributed items sold', 'itemsSold'],
  ['Items refunded', 'itemsRefunded'],
  ['AOV', 'aov'],
  ['CTOR', 'ctor'],
  ['CTR', 'ctr'],
  ['LIVE streams', 'liveStreams'],
  ['Videos', 'videos'],
  ['Total sample content', 'sampleContent'],
  ['Samples shipped', 'samplesShipped'],
  ['Products added to showcase', 'showcaseProducts'],
  ['Product impressions', 'productImpressions'],
  ['Video views', 'videoViews'],
  ['Customers', 'customers'],
  ['Products sold', 'productsSold'],
  ['Est. commission', 'estCommission'],
  ['Est. flat fee', 'flatFee'],
]

export const LIST_LAYOUTS: readonly ListLayout[] = [
  {
    name: 'creatorList.en2026',
    language: 'en',
    columns: EN_2026,
    aliases: [
      ['Creator', 'handle'],
      ['Tên người sáng tạo', 'handle'],
      ['ID nhà sáng tạo', 'handle'],
      ['Tên hiển thị', 'displayName'],
      ['CTOR (SKU orders)', 'ctor'],
      ['Product clicks', 'productClicks'],
    ],
  },
  {
    name: 'creatorList.enAffiliate',
    language: 'en',
    columns: [
      ['Creator username', 'handle'],
      ['Affiliate GMV', 'gmv'],
      ['Affiliate LIVE GMV', 'liveGmv'],
      ['Affiliate shoppable video GMV', 'videoGmv'],
      ['Affiliate product card GMV', 'cardGmv'],
      ['Affiliate products sold', 'productsSold'],
      ['Items sold', 'itemsSold'],
      ['Est. commission', 'estCommission'],
      ['Est. flat fee', 'flatFee'],
      ['Avg. order value', 'aov'],
      ['Affiliate product showcase', 'showcaseProducts'],
      ['Affiliate orders', 'orders'],
      ['CTR', 'ctr'],
      ['Product impressions', 'productImpressions'],
      ['Affiliate LIVE streams', 'liveStreams'],
      ['Affiliate shoppable videos', 'videos'],
      ['Target collaboration GMV', 'targetGmv'],
      ['Target collaboration est. commission', 'targetCommission'],
      ['Open collaboration GMV', 'openGmv'],
      ['Open collaboration est. commission', 'openCommission'],
      ['Affiliate refunded GMV', 'refunds'],
      ['Affiliate items refunded', 'itemsRefunded'],
      ['Affiliate followers', 'followers'],
    ],
    aliases: [
      ['Creator nickname', 'displayName'],
      ['Affiliate-attributed GMV', 'gmv'],
      ['Affiliate LIVE-attributed GMV', 'liveGmv'],
      ['Affiliate video-attributed GMV', 'videoGmv'],
      ['Affiliate-attributed items sold', 'itemsSold'],
      ['Affiliate items sold', 'itemsSold'],
      ['Target collaboration estimated commission', 'targetCommission'],
      ['Open collaboration estimated commission', 'openCommission'],
      ['Commission base', null],
    ],
  },
  {
    name: 'creatorList.zhAffiliate',
    language: 'zh',
    columns: [
      ['达人用户名', 'handle'],
      ['联盟 GMV', 'gmv'],
      ['联盟直播 GMV', 'liveGmv'],
      ['联盟带货视频 GMV', 'videoGmv'],
      ['联盟商品卡 GMV', 'cardGmv'],
      ['联盟商品成交件数', 'itemsSold'],
      // What it counts is not certain: items, or products. Nothing is made of it.
      ['成交件数', null],
      ['预计佣金', 'estCommission'],
      ['预计固定费用', 'flatFee'],
      ['平均订单金额', 'aov'],
      ['联盟橱窗商品数', 'showcaseProducts'],
      ['联盟订单量', 'orders'],
      ['点击率', 'ctr'],
      ['商品曝光次数', 'productImpressions'],
      ['平均联盟客户数', null],
      ['联盟直播数', 'liveStreams'],
      ['联盟带货视频数', 'videos'],
      ['定向合作 GMV', 'targetGmv'],
      ['定向合作预计佣金', 'targetCommission'],
      ['公开合作 GMV', 'openGmv'],
      ['公开合作预计佣金', 'openCommission'],
      ['联盟已退款的 GMV', 'refunds'],
      ['已退款的联盟商品数', 'itemsRefunded'],
      ['联盟粉丝数', 'followers'],
    ],
    aliases: [['达人昵称', 'displayName']],
  },
  {
    name: 'creatorList.zh2026',
    language: 'zh',
    columns: [
      ['达人名称', 'handle'],
      ['达人归因 GMV', 'gmv'],
      ['达人直播归因 GMV', 'liveGmv'],
      ['联盟视频归因 GMV', 'videoGmv'],
      ['退款金额', 'refunds'],
      ['归因订单数', 'orders'],
      ['平均订单金额', 'aov'],
      ['联盟商品卡归因 GMV', 'cardGmv'],
      ['视频数', 'videos'],
      ['视频播放量', 'videoViews'],
      ['预计佣金', 'estCommission'],
    ],
    aliases: [
      ['达人视频归因 GMV', 'videoGmv'],
      ['达人归因成交件数', 'itemsSold'],
      ['已退款的商品件数', 'itemsRefunded'],
      ['直播数', 'liveStreams'],
      ['已发样品数', 'samplesShipped'],
      ['点击成交转化率', 'ctor'],
      ['商品点击次数', 'productClicks'],
    ],
  },
  {
    name: 'creatorList.id',
    language: 'id',
    columns: [
      ['Creator name', 'handle'],
      ['GMV dari kreator', 'gmv'],
      ['AOV', 'aov'],
      ['CTOR', 'ctor'],
      ['Pesanan teratribusi', 'orders'],
      ['Tayangan video', 'videoViews'],
      ['Video', 'videos'],
      ['Siaran LIVE', 'liveStreams'],
      ['Perkiraan komisi', 'estCommission'],
    ],
    aliases: [
      ['Nama kreator', 'handle'],
      ['Nama pengguna kreator', 'handle'],
      ['GMV Afiliasi', 'gmv'],
      ['Sampel terkirim', 'samplesShipped'],
      ['CTOR (pesanan SKU)', 'ctor'],
    ],
  },
]
