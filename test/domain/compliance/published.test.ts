/** The words that the article and the platform's policy pages name themselves. */

import { describe, expect, test } from 'vitest'

import { lint } from '../../../shared/domain/compliance/lint'

/** Language, market, sentence, words that are to be found, rule, level. */
const PUBLISHED: readonly (readonly [string, string, string, string, string, string])[] = [
  ['zh', 'SG', '这是全店最便宜的一款', '最便宜', 'absolute.cheapest', 'stop'],
  ['zh', 'SG', '用过都说绝对有效', '绝对有效', 'absolute.effective', 'stop'],
  ['en', 'ID', 'Number 1 in Asia', 'Number 1 in Asia', 'absolute.best', 'stop'],
  ['en', 'ID', 'It is the best', 'the best', 'absolute.best', 'stop'],
  ['en', 'ID', 'It is the cheapest', 'the cheapest', 'absolute.cheapest', 'stop'],
  ['en', 'ID', 'Top selling', 'Top selling', 'absolute.selling', 'stop'],
  ['en', 'ID', '100% organic', '100% organic', 'absolute.hundred', 'stop'],
  ['en', 'SG', 'Gain 10kg in 10 days', 'Gain 10kg', 'weight.lose', 'stop'],
  ['en', 'US', 'lowest price', 'lowest price', 'price.lowest', 'stop'],
  ['en', 'US', 'FDA approved', 'FDA approved', 'proof.official', 'stop'],
  ['en', 'US', 'clinically proven', 'clinically proven', 'proof.clinical', 'warn'],
  ['en', 'GB', 'a two year guarantee', 'guarantee', 'guarantee.word', 'warn'],
  ['en', 'GB', 'was £20 now £10', 'was £20 now', 'price.reference', 'warn'],
  ['zh', 'MY', '质量最好', '质量最好', 'absolute.best', 'stop'],
  ['zh', 'MY', '全国第一', '全国第一', 'absolute.best', 'stop'],
  ['zh', 'MY', '我们是第一', '第一', 'absolute.best', 'stop'],
  ['zh', 'MY', '顶级面料', '顶级', 'absolute.rank', 'stop'],
  ['zh', 'MY', '国家级配方', '国家级', 'absolute.rank', 'stop'],
  ['zh', 'MY', '100%有效', '100%有效', 'absolute.hundred', 'stop'],
  ['zh', 'MY', '根治', '根治', 'medical.cure', 'stop'],
  ['zh', 'MY', '可以治愈', '治愈', 'medical.cure', 'stop'],
  ['zh', 'MY', '永久有效', '永久有效', 'result.permanent', 'stop'],
  ['zh', 'MY', '立即见效', '立即见效', 'result.instant', 'stop'],
  ['zh', 'MY', '瘦十斤', '瘦十斤', 'weight.lose', 'stop'],
  ['zh', 'MY', '无副作用', '无副作用', 'guarantee.safe', 'stop'],
  ['zh', 'MY', '官方认证', '官方认证', 'proof.official', 'stop'],
  ['id', 'ID', 'termurah', 'termurah', 'absolute.cheapest', 'stop'],
  ['id', 'ID', 'terbaik', 'terbaik', 'absolute.best', 'stop'],
  ['id', 'ID', 'nomor 1', 'nomor 1', 'absolute.best', 'stop'],
  ['id', 'ID', '100% ampuh', '100% ampuh', 'absolute.hundred', 'stop'],
  ['id', 'ID', 'menyembuhkan', 'menyembuhkan', 'medical.cure', 'stop'],
  ['id', 'MY', 'paling murah', 'paling murah', 'absolute.cheapest', 'stop'],
  ['vi', 'VN', 'rẻ nhất', 'rẻ nhất', 'absolute.cheapest', 'stop'],
  ['vi', 'VN', 'tốt nhất', 'tốt nhất', 'absolute.best', 'stop'],
  ['vi', 'VN', 'số 1', 'số 1', 'absolute.best', 'stop'],
  ['vi', 'VN', 'chữa khỏi', 'chữa khỏi', 'medical.cure', 'stop'],
  ['vi', 'VN', 'cam kết 100%', 'cam kết', 'guarantee.result', 'stop'],
  ['vi', 'VN', 'giảm cân', 'giảm cân', 'weight.lose', 'stop'],
  ['th', 'TH', 'ถูกที่สุด', 'ถูกที่สุด', 'absolute.cheapest', 'stop'],
  ['th', 'TH', 'ดีที่สุด', 'ดีที่สุด', 'absolute.best', 'stop'],
  ['th', 'TH', 'อันดับ 1', 'อันดับ 1', 'absolute.best', 'stop'],
  ['th', 'TH', 'รักษาหาย', 'รักษาหาย', 'medical.cure', 'stop'],
  ['th', 'TH', 'ลดน้ำหนัก', 'ลดน้ำหนัก', 'weight.lose', 'stop'],
  ['th', 'TH', 'เห็นผลทันที', 'เห็นผลทันที', 'result.instant', 'stop'],
]

test.each(PUBLISHED)('%s in %s: %s', (language, market, text, span, rule, level) => {
  const [finding, ...more] = lint({ text, language, market, category: null, claims: null, ties: null })
  expect(finding).toMatchObject({ text: span, rule, level, start: text.indexOf(span) })
  expect(finding?.end).toBe(text.indexOf(span) + span.length)
  expect(more).toEqual([])
})

describe('the price that is said', () => {
  const price = { amount: 999, currency: 'USD' }
  const rules = (text: string, page = price) =>
    lint({ text, language: 'en', market: 'US', category: null, claims: null, ties: null, price: page }).map(
      ({ rule, text: said, safer }) => [rule, said, safer],
    )

  test('has to match the product page: less than $10 is fine for 9.99, $9 is not', () => {
    expect(rules('It is less than $10 today.')).toEqual([])
    expect(rules('It is $9.99 in the shop.')).toEqual([])
    expect(rules('It is $9 today.')).toEqual([['price.differs', '$9', 'USD 9.99']])
    expect(rules('only 9 dollars')).toEqual([['price.differs', '9 dollars', 'USD 9.99']])
  })

  test('is told from discounts, shipping and other amounts', () => {
    expect(rules('You save $9 on shipping.')).toEqual([])
    expect(rules('I paid $25 for the old one and $2 for the bag.')).toEqual([])
    expect(rules('It has 9 shades.')).toEqual([])
  })

  test('is read in rupiah and dong', () => {
    const rupiah = { amount: 9_990_000, currency: 'IDR' }
    const dong = { amount: 199_000, currency: 'VND' }
    const said = (text: string, page: typeof price, language: string, market: string) =>
      lint({ text, language, market, category: null, claims: null, ties: null, price: page }).map((one) => one.text)
    expect(said('Harganya Rp90.000 aja', rupiah, 'id', 'ID')).toEqual(['Rp90.000'])
    expect(said('Harganya 90rb aja', rupiah, 'id', 'ID')).toEqual(['90rb'])
    expect(said('Harganya Rp99.900', rupiah, 'id', 'ID')).toEqual([])
    expect(said('Giá 189k thôi', dong, 'vi', 'VN')).toEqual(['189k'])
    expect(said('Giá 199.000đ', dong, 'vi', 'VN')).toEqual([])
  })
})
