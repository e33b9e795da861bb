import fc from 'fast-check'
import { expect, test } from 'vitest'

import {
  CONTENT_FIGURE_NAMES,
  contentTotals,
  type ContentObservation,
  newestFigures,
  packContent,
  sumContents,
  unpackContent,
} from '../../shared/domain/content-figures'
import { packProduct, PRODUCT_FIGURE_NAMES, sumProducts, unpackProduct } from '../../shared/domain/product-figures'

const figures = (names: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...names), fc.integer({ min: 0, max: 9e15 }), { maxKeys: 20, noNullPrototype: true })

test('figures are read as they were kept, of contents and of products', () => {
  fc.assert(
    fc.property(figures(CONTENT_FIGURE_NAMES), figures(PRODUCT_FIGURE_NAMES), (content, product) => {
      expect(unpackContent(packContent(content))).toEqual(content)
      expect(unpackProduct(packProduct(product))).toEqual(product)
      // As everything that is kept as JSON: reading and writing it again changes no byte.
      expect(JSON.stringify(JSON.parse(packContent(content)))).toBe(packContent(content))
    }),
  )
})

test('damaged texts and figures of a newer version say nothing', () => {
  for (const text of ['', '[', '[1,2]', '["zz?",1.5]', 'null', '{"gmv":"x"}', '["0000000000000001",5]'])
    expect(unpackContent(text)).toEqual({})
  expect(unpackContent('["1",7,8]')).toEqual({ gmv: 7 })
  expect(unpackContent('{"gmv":7}')).toEqual({ gmv: 7 })
  expect(unpackContent(null)).toEqual({})
})

test('rows per product become one content: what counts adds up, what is of all of it is said once, ratios follow', () => {
  const one = {
    gmv: 1000,
    orders: 2,
    views: 5000,
    likes: 10,
    comments: 3,
    shares: 2,
    productImpressions: 400,
    productClicks: 20,
    ctr: 500,
  }
  const other = {
    gmv: 500,
    orders: 1,
    views: 5100,
    likes: 10,
    comments: 3,
    shares: 2,
    productImpressions: 100,
    productClicks: 10,
    ctr: 1000,
  }
  expect(contentTotals([one, other])).toEqual({
    gmv: 1500,
    orders: 3,
    views: 5100,
    likes: 10,
    comments: 3,
    shares: 2,
    productImpressions: 500,
    productClicks: 30,
    // 30 of 500 is 6 %, which no mean of 5 % and 10 % is.
    ctr: 600,
    // 3 of 30 clicks; 1,500 per 500 impressions; 1,500 for 3 orders; 15 of 5,100 views.
    ctor: 1000,
    gpm: 3000,
    aov: 500,
    gpmViews: 294,
    engagement: 29,
  })
  expect(contentTotals([one])).toMatchObject({ ctr: 500, gmv: 1000 })
  // A ratio without its parts cannot be of two rows.
  expect(contentTotals([{ completion: 4000 }, { completion: 6000 }])).toEqual({})
  expect(contentTotals([{ completion: 4000 }])).toEqual({ completion: 4000 })
})

test('contents add up, their ratios follow from the sums', () => {
  expect(
    sumContents([
      { views: 100, productClicks: 10, peakViewers: 7 },
      { views: 300, productClicks: 2, peakViewers: 9 },
    ]),
  ).toEqual({
    views: 400,
    productClicks: 12,
    ctr: 300,
  })
  expect(
    sumProducts([
      { productClicks: 10, productImpressions: 100, ctr: 1000 },
      { productClicks: 10, productImpressions: 900, ctr: 111 },
    ]),
  ).toEqual({
    productClicks: 20,
    productImpressions: 1000,
    ctr: 200,
  })
})

test('of each list kind, product and currency the newest word counts, figure by figure, in any order', () => {
  const said = (listId: string, observedAt: number, values: Record<string, number>): ContentObservation => ({
    listId,
    source: 'affiliateVideos',
    productId: null,
    periodTo: null,
    observedAt,
    currency: 'USD',
    values,
  })
  const all = [said('a', 1, { gmv: 1, likes: 5 }), said('b', 3, { gmv: 3 }), said('c', 2, { gmv: 2, shares: 4 })]
  const other = { ...said('d', 9, { gmv: 9 }), source: 'videoList' }
  fc.assert(
    fc.property(fc.shuffledSubarray([...all, other], { minLength: 4 }), (shuffled) => {
      const newest = newestFigures(shuffled)
      expect(newest).toHaveLength(2)
      expect(newest.find(({ source }) => source === 'affiliateVideos')).toMatchObject({
        listId: 'b',
        values: { gmv: 3, likes: 5, shares: 4 },
      })
    }),
  )
})
