import fc from 'fast-check'
import { expect, test } from 'vitest'

import { campaignsOf, matchPost, type MatchPost, type MatchSample } from '../../shared/domain/post-matching'

const day = (text: string) => ({ at: Date.parse(`${text}T12:00:00Z`), day: text })

const SAMPLE: MatchSample = {
  id: 's1',
  creatorId: 'mia',
  shopId: 'glow',
  productId: 'serum',
  state: 'contentDue',
  shipped: day('2026-09-01'),
  delivered: day('2026-09-05'),
  lastDay: '2026-09-19',
}
const POST: MatchPost = {
  id: 'v1',
  creatorId: 'mia',
  shows: [{ shopId: 'glow', productId: 'serum' }],
  postedAt: null,
  postedDay: '2026-09-10',
}

const match = (post: Partial<MatchPost>, ...samples: readonly Partial<MatchSample>[]) =>
  matchPost(
    { ...POST, ...post },
    samples.map((one) => ({ ...SAMPLE, ...one })),
    [],
  )

test('the same creator, shop and product after delivery: linked, with the reasons', () => {
  expect(match({}, {})).toEqual([
    {
      contentId: 'v1',
      productId: 'serum',
      sampleId: 's1',
      candidates: [{ sampleId: 's1', reasons: ['sameProduct', 'afterDelivery', 'inTime'], certain: true, days: 5 }],
    },
  ])
})

test.each([
  ['another creator', { creatorId: 'bo' }, {}],
  ['another shop', { shows: [{ shopId: 'other', productId: 'serum' }] }, {}],
  ['another product', { shows: [{ shopId: 'glow', productId: 'cream' }] }, {}],
  ['before it was shipped', { postedDay: '2026-08-31' }, {}],
  ['91 days after delivery', { postedDay: '2026-12-05' }, {}],
  ['not yet shipped', {}, { state: 'packed' }],
  ['sent back', {}, { state: 'returned' }],
  ['lost', {}, { state: 'lost' }],
] as const)('%s is nothing to link', (_, post, sample) => {
  expect(match(post, sample)).toEqual([])
})

test.each([
  ['late', { postedDay: '2026-09-20' }, {}, 's1', ['sameProduct', 'afterDelivery', 'late']],
  ['on the 90th day', { postedDay: '2026-12-04' }, {}, 's1', ['sameProduct', 'afterDelivery', 'late']],
  ['on the day itself', { postedDay: '2026-09-05' }, {}, 's1', ['sameProduct', 'afterDelivery', 'inTime']],
  [
    'an hour too early that day',
    { postedAt: SAMPLE.delivered!.at - 1, postedDay: '2026-09-05' },
    {},
    null,
    ['sameProduct', 'beforeDelivery', 'inTime'],
  ],
  ['delivery not written down', {}, { delivered: null, lastDay: null }, 's1', ['sameProduct', 'afterShipping']],
  ['no date at all', { postedDay: null }, {}, null, ['sameProduct', 'dateUnknown']],
  [
    'products unknown',
    { shows: [{ shopId: 'glow', productId: null }] },
    {},
    null,
    ['productUnknown', 'afterDelivery', 'inTime'],
  ],
] as const)('%s', (_, post, sample, sampleId, reasons) => {
  expect(match(post, sample)).toMatchObject([{ sampleId, candidates: [{ reasons }] }])
})

test('a post that two samples fit is offered to both, the likelier first, and given to neither', () => {
  const [found, ...more] = match({}, {}, { id: 's2', delivered: day('2026-09-08') })
  expect(more).toEqual([])
  expect(found).toMatchObject({
    sampleId: null,
    candidates: [
      { sampleId: 's2', days: 2 },
      { sampleId: 's1', days: 5 },
    ],
  })
})

test('a post that shows two products answers a sample of each', () => {
  const shows = [
    { shopId: 'glow', productId: 'serum' },
    { shopId: 'glow', productId: 'cream' },
  ]
  const found = match({ shows }, {}, { id: 's2', productId: 'cream' })
  expect(found.map(({ sampleId, productId }) => [productId, sampleId])).toEqual([
    ['serum', 's1'],
    ['cream', 's2'],
  ])
})

test('what a person said stays: a link answers the question, one taken away is not made again', () => {
  const two = [SAMPLE, { ...SAMPLE, id: 's2' }]
  expect(matchPost(POST, two, [{ sampleId: 's2', contentId: 'v1', removed: false }])).toEqual([])
  expect(matchPost(POST, two, [{ sampleId: 's2', contentId: 'v1', removed: true }])).toMatchObject([{ sampleId: 's1' }])
})

test('the order of samples and of what is shown changes nothing', () => {
  const samples = [SAMPLE, { ...SAMPLE, id: 's2' }, { ...SAMPLE, id: 's3', productId: 'cream' }]
  const shows = [
    { shopId: 'glow', productId: 'serum' },
    { shopId: 'glow', productId: 'cream' },
    { shopId: 'other', productId: null },
  ]
  const sorted = (all: ReturnType<typeof matchPost>) =>
    all.toSorted((a, b) => ((a.productId ?? '') < (b.productId ?? '') ? -1 : 1))
  const expected = sorted(matchPost({ ...POST, shows }, samples, []))
  fc.assert(
    fc.property(
      fc.shuffledSubarray(samples, { minLength: 3 }),
      fc.shuffledSubarray(shows, { minLength: 3 }),
      (some, shown) => {
        expect(sorted(matchPost({ ...POST, shows: shown }, some, []))).toEqual(expected)
      },
    ),
  )
})

test('a campaign has its shop, its days, its people and, where it names any, its products', () => {
  const campaign = {
    id: 'c1',
    shopId: 'glow',
    fromDay: '2026-09-10',
    toDay: '2026-09-30',
    products: new Set(['serum']),
    creators: new Set(['mia']),
  }
  expect(campaignsOf(POST, [campaign, { ...campaign, id: 'c0', products: new Set(), toDay: null }])).toEqual([
    'c0',
    'c1',
  ])
  expect(campaignsOf({ ...POST, postedDay: '2026-09-09' }, [campaign])).toEqual([])
  expect(campaignsOf({ ...POST, creatorId: 'bo' }, [campaign])).toEqual([])
  expect(campaignsOf({ ...POST, shows: [{ shopId: 'glow', productId: null }] }, [campaign])).toEqual([])
  expect(campaignsOf({ ...POST, shows: [{ shopId: 'other', productId: 'serum' }] }, [campaign])).toEqual([])
})
