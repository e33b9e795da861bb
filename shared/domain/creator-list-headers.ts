/**
 * Which column of a table says what of a creator, told from its headers alone: a list of the platform, or a suggestion.
 *
 * Names decide, never positions. A daily average is never taken for a total.
 */

import { LIST_LAYOUTS, type ListLayout, type ListTarget } from './creator-list-layouts'
import { normaliseHeader } from './import-values/text'
import { isMetricName } from './metric-names'

/** Headers of market tools and people's own tables: offered when columns are mapped by hand, never taken unasked. */
const USUAL_HEADERS: Readonly<Partial<Record<ListTarget, string>>> = {
  handle:
    'Handle|Username|User name|Unique ID|UniqueId|TikTok|TikTok handle|TikTok username|TikTok ID|TikTok link|TikTok URL|Profile URL|Profile link|Creator handle|Creator link|Influencer|达人|达人ID|达人账号|达人主页|达人链接|TikTok 账号|用户名|账号|主页链接',
  displayName: 'Nickname|Display name|Name|Full name|达人昵称|昵称|名称',
  platformId: 'Creator ID|User ID|TikTok UID|UID|达人UID',
  market: 'Market|Country|Region|Country/Region|Creator region|国家|地区|国家/地区|市场',
  language: 'Language|语言',
  category: 'Category|Categories|Niche|Main category|类目|品类|带货分类|达人分类|主营类目',
  audienceMarket: 'Audience country|Audience region|Top audience country|受众国家|粉丝地区',
  agent: 'MCN|Agency|Manager|机构|经纪人|所属机构',
  email: 'Email|E-mail|Contact email|邮箱|电子邮箱',
  phone: 'Phone|WhatsApp|Mobile|电话|手机|手机号',
  followers: 'Followers|Follower count|Fans|粉丝|粉丝数|粉丝量',
  gmv: 'GMV|Revenue|Total GMV|Total revenue|Sales amount|Est. GMV|销售额|总销售额|成交额|预估销售额|带货销售额',
  liveGmv: 'Live GMV|Live revenue|LIVE GMV|直播销售额|直播 GMV',
  videoGmv: 'Video GMV|Video revenue|视频销售额|视频 GMV',
  orders: 'Orders|Order count|订单数|订单量',
  itemsSold: 'Sales|Item sold|Units sold|Sold|销量|总销量|商品总销量|带货销量',
  aov: 'Average order value|客单价',
  videos: 'Video count|Posts|视频数量|作品数',
  liveStreams: 'Live count|Lives|直播场次|直播数量',
  videoViews: 'Views|Total views|播放量|总播放量',
  avgViews: 'Avg. views|Average views|Avg views|Avg. video views|平均播放量|场均播放',
  likes: 'Likes|Total likes|点赞|点赞数|总点赞量',
  comments: 'Comments|评论|评论数',
  shares: 'Shares|分享|分享数',
  gpm: 'GPM|Video GPM|视频 GPM|视频GPM|平均 GPM',
  liveGpm: 'Live GPM|LIVE GPM|直播 GPM|直播GPM',
  ctr: 'Click-through rate|点击率',
  cvr: 'CVR|Conversion rate|转化率',
  engagement: 'Engagement rate|Engagement|ER|互动率',
  postRate: 'Post rate|Fulfillment rate|Sample post rate|履约率|发布率',
  currency: 'Currency|货币|币种|货币单位',
}

/** Names of the tools in headers and file names. */
const TOOL_MARKS = [
  ['fastmoss', /fastmoss/iu],
  ['kalodata', /kalodata/iu],
  ['echotik', /echotik/iu],
  ['euka', /euka/iu],
] as const

/** The tool whose name is in the headers or in the name of the file, or null. */
export function toolOf(headers: readonly string[], fileName: string): (typeof TOOL_MARKS)[number][0] | null {
  const text = [...headers, fileName].join('\n')
  return TOOL_MARKS.find(([, mark]) => mark.test(text))?.[0] ?? null
}

/** A daily or other average of a column that otherwise holds totals. */
const AVERAGE =
  /^(?:avg\.?(?:daily|affiliatecustomers)|averagedaily|dailyavg|dailyaverage|日均|平均每日|平均联盟客户数|rata-rataharian|trungbìnhhằngngày)/u

export interface ListHeader {
  readonly layout: ListLayout
  /** `columns[i]` is what the i-th cell fills; null fills nothing. */
  readonly columns: readonly (ListTarget | null)[]
  /** Headers outside every dictionary, and repeated ones. */
  readonly unknown: readonly string[]
  /** Daily averages: their meaning is not that of the totals, so they are left out. */
  readonly averages: readonly string[]
}

const DICTIONARY: ReadonlyMap<string, ListTarget | null> = new Map(
  LIST_LAYOUTS.flatMap(({ columns, aliases }) => [...aliases, ...columns]).map(([header, target]) => [
    normaliseHeader(header),
    target,
  ]),
)
const OF_OTHER_EXPORTS = new Set(
  ['Video ID', '视频 ID', 'ID video', 'Product ID', '商品 ID', 'ID sản phẩm', 'ID Produk', 'Order ID', '订单 ID'].map(
    normaliseHeader,
  ),
)

/** The creator list that a row of cells is the header of, or null. */
export function recogniseList(headers: readonly string[]): ListHeader | null {
  const keys = headers.map(normaliseHeader)
  if (keys.some((key) => OF_OTHER_EXPORTS.has(key))) return null
  const averages = headers.filter((_, at) => AVERAGE.test(keys[at] ?? ''))
  const known = new Set(
    keys.map((key) => DICTIONARY.get(key)).filter((target) => target !== undefined && target !== null),
  )
  // A short window has averages in place of totals, its GMV perhaps among them.
  const isList = known.has('handle') && (known.has('gmv') ? known.size >= 3 : known.size >= 5 && averages.length > 0)
  return isList ? mapList(headers, keys, averages) : null
}

function mapList(headers: readonly string[], keys: readonly string[], averages: readonly string[]): ListHeader {
  const seen = new Set<ListTarget>()
  const unknown: string[] = []
  const columns = keys.map((key, at) => {
    if (key === '' || AVERAGE.test(key)) return null
    const target = DICTIONARY.get(key)
    if (target === undefined || (target !== null && seen.has(target))) {
      unknown.push(headers[at] ?? '')
      return null
    }
    if (target !== null) seen.add(target)
    return target
  })
  return { layout: likeliest(keys), columns, unknown, averages }
}

/** The layout with the most of its own headers present; of equals the first. */
function likeliest(keys: readonly string[]): ListLayout {
  const present = new Set(keys)
  const score = ({ columns, aliases }: ListLayout) =>
    columns.filter(([header]) => present.has(normaliseHeader(header))).length * 2 +
    aliases.filter(([header]) => present.has(normaliseHeader(header))).length
  const [first, ...others] = LIST_LAYOUTS
  if (first === undefined) throw new Error('no layout')
  return others.reduce((best, layout) => (score(layout) > score(best) ? layout : best), first)
}

const USUAL: ReadonlyMap<string, ListTarget> = new Map(
  Object.entries(USUAL_HEADERS).flatMap(([target, headers]) =>
    // The keys are exactly targets.
    headers.split('|').map((header) => [normaliseHeader(header), target as ListTarget] as const),
  ),
)

/** What each column of an unknown table most likely says; each target at most once. A suggestion for a person to confirm. */
export function guessTargets(headers: readonly string[]): (ListTarget | null)[] {
  const seen = new Set<ListTarget>()
  return headers.map((header) => {
    const key = normaliseHeader(header)
    const target = AVERAGE.test(key) ? null : (DICTIONARY.get(key) ?? USUAL.get(key) ?? null)
    if (target === null || seen.has(target)) return null
    seen.add(target)
    return target
  })
}

/** What makes two tables of the same form: their headers, in any order. */
export function headerSignature(headers: readonly string[]): string {
  return headers
    .map(normaliseHeader)
    .filter((key) => key !== '')
    .toSorted()
    .join('\n')
}

/** Figures that say how somebody is: a list of nothing but these needs no period. */
const PERIOD_FREE: ReadonlySet<string> = new Set([
  'followers',
  'avgViews',
  'engagement',
  'postRate',
  'gpm',
  'liveGpm',
  'ctr',
  'ctor',
  'cvr',
])

/** Whether what these columns say is of a period, so that a list without one could not be placed. */
export function needsPeriod(columns: readonly (ListTarget | null)[]): boolean {
  return columns.some((target) => target !== null && isMetricName(target) && !PERIOD_FREE.has(target))
}
