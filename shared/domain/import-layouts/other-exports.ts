/**
 * Exports of the platform that hold no order lines of creators: known so that a refusal can name them.
 *
 * A signature is one header of each group; matching is on whole normalised headers, never on parts of them.
 */

import { normaliseHeader } from '../import-values/text'

export const OTHER_EXPORTS = [
  'allOrders',
  'sampleTemplate',
  'creatorList',
  'affiliateProducts',
  'affiliateVideos',
  'partnerReport',
  'videoList',
  'liveList',
  'productList',
  'productBatchEdit',
  'shopMetrics',
  'gmvMaxProduct',
  'gmvMaxLive',
  'adsReport',
  'income',
  'marketTool',
] as const
export type OtherExport = (typeof OTHER_EXPORTS)[number]

interface Signature {
  readonly all: readonly string[]
  readonly none?: string
}

const PRODUCT_ID = 'Product ID|商品 ID|ID sản phẩm|ID Produk'
const VIDEO_ID = 'Video ID|视频 ID|ID video'
const CREATOR = 'Creator name|Creator username|达人名称|达人用户名|Nama kreator|Nama pengguna kreator|达人昵称'
const CREATOR_GMV =
  'Creator-attributed GMV|Affiliate-attributed GMV|Affiliate GMV|GMV dari kreator|GMV Afiliasi|达人归因 GMV|联盟 GMV'
const CAMPAIGN = 'Campaign name|广告计划名称|Tên chiến dịch|Nama kampanye'
const COST = 'Cost|成本|Chi phí|Biaya'

/** In the order they are tried. */
const SIGNATURES: Readonly<Record<OtherExport, readonly Signature[]>> = {
  // Our own: see `sample-template.ts`.
  sampleTemplate: [{ all: ['creator_username', 'product_id', 'status'] }],
  allOrders: [{ all: ['Order ID', 'SKU ID', 'Order Status', 'Paid Time|Created Time'], none: CREATOR }],
  creatorList: [{ all: [CREATOR, CREATOR_GMV], none: `${VIDEO_ID}|${PRODUCT_ID}` }],
  affiliateProducts: [
    { all: [PRODUCT_ID, 'Product category|商品类目', `${CREATOR_GMV}|Samples shipped|Sampel terkirim|已发样品数`] },
  ],
  affiliateVideos: [
    {
      all: [
        `${VIDEO_ID}|Video title|Video name|视频标题|视频名称`,
        'Creator video-attributed GMV|Affiliate video-attributed GMV|Video-attributed GMV|联盟视频归因 GMV|达人视频归因 GMV|Affiliate shoppable video GMV|联盟带货视频 GMV',
        `${CREATOR}|Video link|视频链接`,
      ],
      none: 'Campaign ID|ID Campaign|Creator-attributed GMV|达人归因 GMV|Affiliate GMV|联盟 GMV',
    },
  ],
  partnerReport: [
    {
      all: [
        `${CREATOR_GMV}|Affiliate video-attributed GMV`,
        'Date|Tanggal|日期',
        'Campaign ID|ID Campaign|Shop ID|ID Toko',
      ],
    },
  ],
  videoList: [{ all: ['Video Info|视频信息|Informasi Video', 'GPM'] }],
  liveList: [
    {
      all: [
        'Waktu Live|开播时间|直播开始时间|Start time',
        'Livestream|LIVE|GMV dari LIVE|直播归因 GMV|直播间信息|达人信息',
      ],
    },
  ],
  productList: [
    { all: [PRODUCT_ID, 'GMV', 'Listing status|Status daftar produk|状态|商品状态|CTR'], none: CREATOR },
    // The native Chinese list calls the product's number just ID.
    { all: ['ID', '商品', '状态', 'GMV'], none: CREATOR },
  ],
  // Its siblings hold a part of the columns each; a table of samples has the same keys and says whose they are.
  productBatchEdit: [
    {
      all: ['product_id', 'sku_id|product_name|category', 'seller_sku|product_name|price|quantity|parcel_weight'],
      none: 'creator_username|application_id',
    },
  ],
  shopMetrics: [
    {
      all: [
        'GMV',
        '达人直播归因 GMV|GMV dari LIVE kreator|Creator LIVE-attributed GMV',
        '商品访客数|Pengunjung|Visitors|转化率',
      ],
    },
  ],
  gmvMaxProduct: [{ all: [CAMPAIGN, PRODUCT_ID, COST], none: 'Live name|Nama LIVE' }],
  gmvMaxLive: [{ all: ['Live name|Nama LIVE', CAMPAIGN, COST] }],
  adsReport: [{ all: [CAMPAIGN, COST, 'Impression|Impressions|CPM|CPA'] }],
  income: [{ all: ['Order/adjustment ID', 'Total settlement amount'] }],
  marketTool: [
    { all: ['KalodataUrl'] },
    { all: ['FastMoss 商品详情页'] },
    { all: ['FastMoss商品详情页链接'] },
    { all: ['带货分类', '地区', '销量'] },
  ],
}

/** The export whose signature these headers carry, or null. */
export function findOtherExport(headers: readonly string[]): OtherExport | null {
  const present = new Set(headers.map(normaliseHeader))
  const has = (names: string) => names.split('|').some((name) => present.has(normaliseHeader(name)))
  const fits = ({ all, none }: Signature) => all.every(has) && !(none !== undefined && has(none))
  return OTHER_EXPORTS.find((name) => SIGNATURES[name].some(fits)) ?? null
}
