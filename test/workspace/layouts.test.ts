import { describe, expect, test } from 'vitest'

import { csvLine } from '../../electron/workspace/files/csv-write'
import { problems, shopWorkspace } from '../support/imports'
import { LINES, type Market, MARKETS, platformRecords } from '../support/platform-files'
import type { HEADERS } from '../support/platform-headers'
import { sheetOf } from '../support/sheet'

/*
 * The nine lines of `platform-files.ts` in every layout. By hand, in units:
 *
 *   order                               seller's file              creator's file         partner's file
 *   1 whole, last second of January     gmv  50  settled  5        the same               the same
 *   2 one of three sent back, first     gmv  90  refund 30         the same               no actual base in the file:
 *     second of February                settled 6                                         refund 0, settled 9
 *   3 ineligible                        gmv  20  refund 20         the same               the same
 *   4 frozen                            gmv  40  pending 4         the same               the same
 *   5 unpaid                            left out                   left out               left out
 *   6 sample: paid 0, not cancelled     a sample                   a sample               a sample
 *   7 ads estimated; bonus estimated 2, gmv 100                    bonus not in the file: actual bonus not in the file:
 *     actual 0, which counts            pending 10 + 3 + 0         pending 10 + 3         pending 10 + 3 + 2
 *   7 second SKU, fully returned        gmv  10  refund 10         the same               the same
 *                                       settled 1
 *   8 ads estimated 2, actual 1;        gmv  30                    settled 3 + 1          settled 3 + 2 + 2
 *     bonus estimated 2, actual blank   settled 3 + 1 + 2
 *   ------------------------------------------------------------------------------------------------------------
 *   gmv                                 340                        340                    340
 *   refunds                             30 + 20 + 10 = 60          60                     20 + 10 = 30
 *   settled                             5 + 6 + 1 + 6 = 18         5 + 6 + 1 + 4 = 16     5 + 9 + 1 + 7 = 22
 *   pending                             4 + 13 = 17                4 + 13 = 17            4 + 15 = 19
 *   orders 6 (1 2 3 4 7 8), units 2 + 3 + 1 + 1 + 1 + 1 + 1 = 10, one sample
 */
const SELLER = { gmv: 340, refunds: 60, settled: 18, pending: 17 }
const CREATOR = { ...SELLER, settled: 16 }
const PARTNER = { ...SELLER, refunds: 30, settled: 22, pending: 19 }

/** The figures in minor units, `unit` minor units to the unit. */
function figures({ gmv, refunds, settled, pending }: typeof SELLER, unit: number): object {
  return {
    orders: 6,
    units: 10,
    samples: 1,
    gmv: gmv * unit,
    refunds: refunds * unit,
    netGmv: (gmv - refunds) * unit,
    commissionSettled: settled * unit,
    commissionPending: pending * unit,
    commission: (settled + pending) * unit,
  }
}

const text = (records: readonly (readonly string[])[]) => `\uFEFF${records.map((cells) => csvLine(cells)).join('')}`

interface Layout {
  readonly layout: keyof typeof HEADERS
  readonly spelled: Market
  readonly market: string
  /** Minor units to the unit: 1.00 USD is 100, Rp1.000 is 100,000, 1.000 VND is 1,000. */
  readonly unit: number
  readonly by: typeof SELLER
  readonly language: string
}

const LAYOUTS: readonly Layout[] = [
  { layout: 'sellerEn', spelled: MARKETS.us, market: 'US', unit: 100, by: SELLER, language: 'en' },
  { layout: 'sellerUk', spelled: MARKETS.uk, market: 'GB', unit: 100, by: SELLER, language: 'en' },
  { layout: 'sellerZh', spelled: MARKETS.my, market: 'MY', unit: 100, by: SELLER, language: 'zh' },
  { layout: 'sellerVi', spelled: MARKETS.vn, market: 'VN', unit: 1000, by: SELLER, language: 'vi' },
  { layout: 'sellerId', spelled: MARKETS.id, market: 'ID', unit: 100_000, by: SELLER, language: 'id' },
  { layout: 'creatorEn', spelled: MARKETS.ph, market: 'PH', unit: 100, by: CREATOR, language: 'en' },
  { layout: 'creatorTh', spelled: MARKETS.th, market: 'TH', unit: 100, by: CREATOR, language: 'th' },
  { layout: 'tapEn', spelled: MARKETS.sg, market: 'SG', unit: 100, by: PARTNER, language: 'en' },
  { layout: 'tapJa', spelled: MARKETS.jp, market: 'JP', unit: 100, by: PARTNER, language: 'ja' },
]

test.each(LAYOUTS)('$layout gives the figures worked out by hand, as text and as workbook', async (each) => {
  const records = platformRecords(each.layout, each.spelled)
  const workspace = await shopWorkspace({ market: each.market })
  expect(workspace.shop.currency).toBe(each.spelled.currency)
  const creator = each.layout.startsWith('creator') ? { creator: '@MIA.glow' } : {}
  const csv = await workspace.run(workspace.write(text(records)), creator)
  expect(csv).toMatchObject({
    rows: 9,
    inserted: 9,
    rejected: 0,
    language: each.language,
    container: 'csv',
    period: { from: '2026-01-31', to: '2026-03-01' },
    warnings: [],
  })
  expect(await workspace.total()).toMatchObject(figures(each.by, each.unit))
  const days = await workspace.client.roi.table({ by: ['day'], from: '2026-01-31', to: '2026-02-01' })
  expect(days.rows.map(({ keys, gmv }) => [keys.day, gmv / each.unit])).toEqual([
    ['2026-02-01', 90],
    ['2026-01-31', 50],
  ])
  expect((await workspace.client.creators.list({})).rows.map(({ handle }) => handle)).toEqual(['mia.glow'])

  const xlsx = await workspace.run(workspace.write(sheetOf(records), 'xlsx'), creator)
  expect(xlsx).toMatchObject({ rows: 9, inserted: 0, updated: 0, unchanged: 9, container: 'xlsx' })
  expect(await workspace.total()).toMatchObject(figures(each.by, each.unit))
  expect(await problems(workspace)).toEqual([])
})

describe('the same orders in several kinds of files', () => {
  const files = (['sellerEn', 'creatorEn', 'tapEn'] as const).map((layout) => ({
    layout,
    bytes: text(platformRecords(layout, MARKETS.us)),
  }))
  const [seller, creator, partner] = files
  const orders = [
    [seller, creator, partner],
    [seller, partner, creator],
    [creator, seller, partner],
    [creator, partner, seller],
    [partner, seller, creator],
    [partner, creator, seller],
  ].map((order) => ({ order, names: order.map((file) => file?.layout).join(', ') }))

  test.each(orders)("count once, as the seller's own file says: $names", async ({ order }) => {
    for (const more of [{}, { creator: 'mia.glow' }]) {
      const workspace = await shopWorkspace()
      const batches = new Map<string, string | null>()
      for (const file of order) {
        const isCreator = file?.layout === 'creatorEn'
        const { batchId } = await workspace.run(workspace.write(file?.bytes ?? ''), isCreator ? more : {})
        batches.set(file?.layout ?? '', batchId)
      }
      expect(await workspace.total()).toMatchObject(figures(SELLER, 100))
      const { rows } = await workspace.client.roi.table({ by: ['creator'] })
      expect(rows.map(({ keys, gmv }) => [keys.creator, gmv])).toEqual([['mia.glow', 34_000]])
      // Without the seller's file the creator's is believed, without both the partner's.
      await workspace.undo(batches.get('sellerEn') ?? null)
      expect(await workspace.total()).toMatchObject(figures(CREATOR, 100))
      await workspace.undo(batches.get('creatorEn') ?? null)
      expect(await workspace.total()).toMatchObject(figures(PARTNER, 100))
      await workspace.redo(batches.get('sellerEn') ?? null)
      expect(await workspace.total()).toMatchObject(figures(SELLER, 100))
      expect(await problems(workspace)).toEqual([])
    }
  })

  test("a creator's file without a name adds only the lines that no other file knows", async () => {
    const workspace = await shopWorkspace()
    await workspace.run(workspace.write(text(platformRecords('sellerEn', MARKETS.us, LINES.slice(1)))))
    const result = await workspace.run(workspace.write(creator?.bytes ?? ''))
    expect(result).toMatchObject({ inserted: 1, updated: 0, unchanged: 8 })
    expect(result.warnings.map(({ code }) => code)).toContain('creatorNotInFile')
    const { rows } = await workspace.client.roi.table({ by: ['creator'] })
    expect(rows.map(({ keys, gmv }) => [keys.creator, gmv])).toEqual([
      ['mia.glow', 29_000],
      ['', 5000],
    ])
  })
})
