import { describe, expect, test } from 'vitest'

import {
  guessTargets,
  headerSignature,
  needsPeriod,
  recogniseList,
  toolOf,
} from '../../shared/domain/creator-list-headers'
import { periodOfName } from '../../shared/domain/creator-lists'

/** Headers as the platform writes them, in its own order; what each says, written down from its definitions. */
const EXPORTS = {
  'creatorList.en2026': [
    'Creator name|Creator-attributed GMV|Creator LIVE-attributed GMV|Creator video-attributed GMV|Refunds|Attributed orders|Creator-attributed items sold|Items refunded|AOV|Affiliate product card-attributed GMV|CTOR|LIVE streams|Videos|Total sample content|Samples shipped|Products added to showcase|CTR|Product impressions|Video views|Customers|Products sold|Est. commission|Est. flat fee',
    'handle|gmv|liveGmv|videoGmv|refunds|orders|itemsSold|itemsRefunded|aov|cardGmv|ctor|liveStreams|videos|sampleContent|samplesShipped|showcaseProducts|ctr|productImpressions|videoViews|customers|productsSold|estCommission|flatFee',
  ],
  'creatorList.enAffiliate': [
    'Creator username|Affiliate GMV|Affiliate LIVE GMV|Affiliate shoppable video GMV|Affiliate product card GMV|Affiliate products sold|Items sold|Est. commission|Est. flat fee|Avg. order value|Affiliate orders|CTR|Product impressions|Affiliate LIVE streams|Affiliate shoppable videos|Target collaboration GMV|Open collaboration GMV|Affiliate refunded GMV|Affiliate items refunded|Affiliate followers',
    'handle|gmv|liveGmv|videoGmv|cardGmv|productsSold|itemsSold|estCommission|flatFee|aov|orders|ctr|productImpressions|liveStreams|videos|targetGmv|openGmv|refunds|itemsRefunded|followers',
  ],
  'creatorList.zhAffiliate': [
    '达人用户名|联盟 GMV|联盟直播 GMV|联盟带货视频 GMV|联盟商品卡 GMV|联盟商品成交件数|成交件数|预计佣金|预计固定费用|平均订单金额|联盟橱窗商品数|联盟订单量|点击率|商品曝光次数|平均联盟客户数|联盟直播数|联盟带货视频数|定向合作 GMV|定向合作预计佣金|公开合作 GMV|公开合作预计佣金|联盟已退款的 GMV|已退款的联盟商品数|联盟粉丝数',
    'handle|gmv|liveGmv|videoGmv|cardGmv|itemsSold||estCommission|flatFee|aov|showcaseProducts|orders|ctr|productImpressions||liveStreams|videos|targetGmv|targetCommission|openGmv|openCommission|refunds|itemsRefunded|followers',
  ],
  'creatorList.zh2026': [
    '达人名称|达人归因GMV|达人直播归因GMV|联盟视频归因GMV|退款金额|归因订单数|平均订单金额|联盟商品卡归因GMV|视频数|视频播放量|预计佣金',
    'handle|gmv|liveGmv|videoGmv|refunds|orders|aov|cardGmv|videos|videoViews|estCommission',
  ],
  'creatorList.id': [
    'Creator name|GMV dari kreator|AOV|CTOR|Pesanan teratribusi|Tayangan video|Video|Siaran LIVE|Perkiraan komisi',
    'handle|gmv|aov|ctor|orders|videoViews|videos|liveStreams|estCommission',
  ],
} as const

describe.each(Object.entries(EXPORTS))('%s', (name, [headers, targets]) => {
  const cells = headers.split('|')
  const meant = targets.split('|').map((target) => (target === '' ? null : target))

  test('every column says what the platform defines', () => {
    const found = recogniseList(cells)
    expect(found?.layout.name).toBe(name)
    expect(found?.columns).toEqual(meant)
    expect(found?.unknown).toEqual([])
  })

  test('order, blanks, full-width brackets and a currency behind a header change nothing', () => {
    const order = cells.map((_, at) => at).toReversed()
    const spelled = order.map((at) => `\uFEFF${cells[at] ?? ''}${at % 2 === 0 ? '　' : '（₫）'} `)
    expect(recogniseList(spelled)?.columns).toEqual(order.map((at) => meant[at]))
  })
})

test('daily averages are never taken for totals, and make a short list a list', () => {
  const found = recogniseList([
    'Creator name',
    'Avg.daily creator-attributed GMV',
    'Avg. daily products sold',
    'Avg.daily products added to showcase',
    'AOV',
    'CTR',
    'CTOR',
    'Videos',
  ])
  expect(found?.columns).toEqual(['handle', null, null, null, 'aov', 'ctr', 'ctor', 'videos'])
  expect(found?.averages).toHaveLength(3)
  expect(guessTargets(['Handle', 'Avg.daily products sold'])).toEqual(['handle', null])
})

test('exports of videos, products and orders are no lists of creators', () => {
  expect(recogniseList(['Video ID', 'Creator name', 'Creator-attributed GMV', 'AOV'])).toBeNull()
  expect(recogniseList(['Product ID', 'Creator name', 'Creator-attributed GMV', 'AOV'])).toBeNull()
  expect(recogniseList(['Order ID', 'Creator username', 'Affiliate GMV', 'CTR'])).toBeNull()
  expect(recogniseList(['Creator name', 'AOV'])).toBeNull()
})

test('a Vietnamese name column is a handle; its display name is a name', () => {
  const found = recogniseList(['Tên người sáng tạo', 'Tên hiển thị', 'Creator-attributed GMV', 'AOV', 'CTR'])
  expect(found?.columns).toEqual(['handle', 'displayName', 'gmv', 'aov', 'ctr'])
})

test('headers of market tools are guessed, each meaning once, and the tool is told by its name', () => {
  expect(guessTargets(['达人', '商品总销量', '销售额', '视频GPM', '粉丝数', '直播GPM', '粉丝数'])).toEqual([
    'handle',
    'itemsSold',
    'gmv',
    'gpm',
    'followers',
    'liveGpm',
    null,
  ])
  expect(guessTargets(['Creator Name', 'MCN', 'TikTok Link', 'Followers'])).toEqual([
    'handle',
    'agent',
    null,
    'followers',
  ])
  expect(toolOf(['KalodataUrl'], 'x.xlsx')).toBe('kalodata')
  expect(toolOf(['达人'], 'FastMoss_export.xlsx')).toBe('fastmoss')
  expect(toolOf(['Handle'], 'list.csv')).toBeNull()
})

test('the same headers in another order are the same form', () => {
  expect(headerSignature(['Handle', 'GMV ($)', ''])).toBe(headerSignature(['gmv', ' HANDLE ']))
  expect(headerSignature(['Handle', 'GMV'])).not.toBe(headerSignature(['Handle', 'Followers']))
})

test('a list of nothing but levels needs no period', () => {
  expect(needsPeriod(['handle', 'followers', 'engagement', 'displayName'])).toBe(false)
  expect(needsPeriod(['handle', 'followers', 'gmv'])).toBe(true)
})

test.each([
  ['Creator_List_20261001-20261030.xlsx', '2026-10-01', '2026-10-30'],
  ['creators 2026-10-01 ~ 2026-10-07 (1).csv', '2026-10-01', '2026-10-07'],
  ['达人列表_2026年10月1日至2026年10月7日.xlsx', '2026-10-01', '2026-10-07'],
  ['list_2026.9.1_2026.9.30.csv', '2026-09-01', '2026-09-30'],
])('%s names its days', (name, from, to) => {
  expect(periodOfName(name)).toEqual({ from, to })
})

test.each(['20261005_creator_weekly.csv', 'creators.csv', '20261031-20261001.csv', '20260230-20260301.csv'])(
  '%s names no period',
  (name) => {
    expect(periodOfName(name)).toBeNull()
  },
)
