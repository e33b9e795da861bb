import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import i18next from 'i18next'

import { formatIn } from '../../renderer/format/use-format'
import { bulkPlan } from '../../renderer/grid/bulk'
import type { GridColumn } from '../../renderer/grid/columns'
import { COPY_FORMS, copyText } from '../../renderer/grid/copy-as'
import { fieldOf } from '../../renderer/grid/fields'
import { totalsOfRange } from '../../renderer/grid/figures'
import { filterText, type ValueWords } from '../../renderer/grid/filter-text'
import { filterAt, readFilter, typedFilter } from '../../renderer/grid/filter-values'
import { groupPlaces } from '../../renderer/grid/group-places'
import { foldByKey } from '../../renderer/grid/groups'
import { tintsOf } from '../../renderer/grid/tints'
import { EN, ZH } from '../../renderer/messages/catalogues'
import type { ListFilter } from '../../shared/domain/lists'

interface Row {
  readonly handle: string
  readonly gmv: number | null
  readonly currency: string
  readonly rate: number | null
  readonly tier: string | null
}

const row = (more: Partial<Row>): Row => ({
  handle: 'mai',
  gmv: null,
  currency: 'USD',
  rate: null,
  tier: null,
  ...more,
})
const HANDLE: GridColumn<Row> = {
  id: 'handle',
  title: 'Handle',
  kind: 'text',
  value: ({ handle }) => handle,
  edit: { entity: 'creators', field: 'handle', id: ({ handle }) => `id-${handle}`, as: 'text' },
}
const GMV: GridColumn<Row> = {
  id: 'gmv',
  title: 'GMV',
  kind: 'money',
  value: ({ gmv }) => gmv,
  currency: ({ currency }) => currency,
}
const RATE: GridColumn<Row> = { id: 'rate', title: 'Rate', kind: 'percent', value: ({ rate }) => rate }
const TIER: GridColumn<Row> = {
  id: 'tier',
  title: 'Tier',
  kind: 'choice',
  value: ({ tier }) => tier,
  words: { nano: 'Nano', head: 'Head' },
}
const COLUMNS = [HANDLE, GMV, RATE, TIER]
const moment = { day: '2026-03-10', timezone: 'UTC' }

let english: ValueWords
let chinese: ValueWords
beforeAll(async () => {
  await i18next.init({ resources: { en: EN, 'zh-CN': ZH }, lng: 'en', interpolation: { escapeValue: false } })
  const words = (language: 'en' | 'zh-CN'): ValueWords => ({
    t: i18next.getFixedT(language, 'views'),
    common: i18next.getFixedT(language, 'common'),
    format: formatIn(language),
  })
  english = words('en')
  chinese = words('zh-CN')
})

describe('heads of groups among the rows', () => {
  test('stand above their rows, and folded groups show their head alone', () => {
    const places = groupPlaces([{ count: 2 }, { count: 1 }], (group) => group === 0)
    expect(places.count).toBe(3)
    expect([0, 1, 2].map((place) => places.at(place))).toEqual([
      { head: 0, row: null },
      { head: 1, row: null },
      { head: null, row: 2 },
    ])
  })

  test('give every row that is not folded away exactly one place, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ count: fc.integer({ min: 1, max: 5 }), folded: fc.boolean() })), (groups) => {
        const places = groupPlaces(groups, (group) => groups[group]?.folded ?? false)
        const found = Array.from({ length: places.count }, (_, place) => places.at(place))
        const wanted: unknown[] = []
        let next = 0
        groups.forEach(({ count, folded }, head) => {
          wanted.push({ head, row: null })
          for (let one = 0; one < count; one += 1, next += 1) if (!folded) wanted.push({ head: null, row: next })
        })
        expect(found).toEqual(wanted)
      }),
    )
  })

  test('are folded by the left arrow, unfolded by the right, turned by Enter', () => {
    const turns = (folded: boolean, chord: string): [boolean, number] => {
      let turned = 0
      const head = { key: 'a', label: 'A', count: 1, folded, toggle: () => (turned += 1), totals: () => [] }
      return [foldByKey(head, chord), turned]
    }
    expect(turns(false, 'ArrowLeft')).toEqual([true, 1])
    expect(turns(true, 'ArrowLeft')).toEqual([true, 0])
    expect(turns(true, 'ArrowRight')).toEqual([true, 1])
    expect(turns(false, 'Enter')).toEqual([true, 1])
    expect(turns(false, 'ArrowDown')).toEqual([false, 0])
    expect(foldByKey(null, 'ArrowLeft')).toBe(false)
  })
})

describe('a condition in words', () => {
  const texts = (filter: ListFilter, column: GridColumn<Row>) =>
    [english, chinese].map((words) => filterText(filter, column, words))

  test('names field, condition and values in both languages', () => {
    expect(texts({ field: 'tier', op: 'anyOf', values: ['nano', 'head'] }, TIER)).toEqual([
      'Tier is Nano, Head',
      'Tier 是 Nano, Head',
    ])
    expect(texts({ field: 'gmv', op: 'atLeast', values: [120_000, 'USD'] }, GMV)[0]).toBe('GMV at least $1,200.00')
    expect(texts({ field: 'rate', op: 'between', values: [500, 1250] }, RATE)[0]).toMatch(
      /^Rate between 5(\.0)?% – 12\.5%$/,
    )
    expect(texts({ field: 'handle', op: 'empty', values: [] }, HANDLE)).toEqual(['Handle is empty', 'Handle 为空'])
  })

  test('counts values beyond the third', () => {
    const filter: ListFilter = { field: 'handle', op: 'anyOf', values: ['a', 'b', 'c', 'd', 'e'] }
    expect(texts(filter, HANDLE)[0]).toBe('Handle is a, b +3')
  })

  test('says days that are counted from today', () => {
    const day: GridColumn<Row> = { id: 'day', title: 'Day', kind: 'day', value: () => null }
    expect(texts({ field: 'day', op: 'atLeast', values: ['today-30'] }, day)).toEqual([
      'Day from 30 days ago',
      'Day 自 30 天前',
    ])
  })
})

describe('a condition as it is typed', () => {
  const typed = (field: string, op: ListFilter['op'], texts: string[], currency = '') => ({
    field,
    op,
    texts,
    currency,
  })

  test('is read by the kind of its field', () => {
    expect(readFilter(typed('gmv', 'atLeast', ['1,200.5'], 'USD'), GMV)?.values).toEqual([120_050, 'USD'])
    expect(readFilter(typed('gmv', 'atLeast', ['5000'], 'VND'), GMV)?.values).toEqual([5000, 'VND'])
    expect(readFilter(typed('rate', 'atMost', ['12.5%']), RATE)?.values).toEqual([1250])
    expect(readFilter(typed('handle', 'contains', [' mai ']), HANDLE)?.values).toEqual(['mai'])
  })

  test('is none while something is missing or cannot be read', () => {
    expect(readFilter(typed('gmv', 'atLeast', ['much']), GMV)).toBeNull()
    expect(readFilter(typed('gmv', 'between', ['5']), GMV)).toBeNull()
    expect(readFilter(typed('tier', 'anyOf', []), TIER)).toBeNull()
    expect(readFilter(typed('tier', 'empty', []), TIER)).toEqual({ field: 'tier', op: 'empty', values: [] })
  })

  test('opens again as it was typed', () => {
    const filter: ListFilter = { field: 'gmv', op: 'between', values: [100, 25_000, 'USD'] }
    const again = typedFilter(filter, GMV)
    expect(again.texts).toEqual(['1.00', '250.00'])
    expect(readFilter(again, GMV)).toEqual(filter)
  })

  test('begins with the value under the cursor', () => {
    const cell = (column: GridColumn<Row>) => ({ column, row: row({ tier: 'nano', gmv: 500, currency: 'THB' }) })
    expect(filterAt(TIER, cell(TIER))).toEqual({ field: 'tier', op: 'anyOf', values: ['nano'] })
    expect(filterAt(GMV, cell(GMV))).toEqual({ field: 'gmv', op: 'atLeast', values: [500, 'THB'] })
    expect(filterAt(TIER, cell(GMV))?.values).toEqual([])
  })

  test('of shares of one asks in basis points', () => {
    expect(fieldOf(RATE)?.value(row({ rate: 0.125 }))).toBe(1250)
  })
})

describe('rows in another form', () => {
  const rows = [
    row({ handle: 'mai', gmv: 120_000, tier: 'nano' }),
    row({ handle: 'mai' }),
    row({ handle: '=cmd|x', gmv: -5 }),
  ]
  const text = (form: (typeof COPY_FORMS)[number]) =>
    copyText(form, { rows, columns: [HANDLE, GMV, TIER], format: formatIn('en'), handleOf: ({ handle }) => handle })

  test('are handles for a chat, each once, or one per line without running as formulas', () => {
    expect(text('handles')).toBe('@mai, @=cmd|x')
    expect(text('lines')).toBe("mai\n'=cmd|x")
  })

  test('are a Markdown table whose cells hold no bars', () => {
    expect(text('markdown').split('\n').slice(0, 3)).toEqual([
      '| Handle | GMV | Tier |',
      '| --- | ---: | --- |',
      '| mai | $1,200.00 | Nano |',
    ])
    expect(text('markdown')).toContain('=cmd\\|x')
  })

  test('are lines for a chat that leave out what is empty', () => {
    expect(text('chat').split('\n').slice(0, 2)).toEqual(['mai — GMV $1,200.00 · Tier Nano', 'mai'])
  })

  test('are CSV with plain decimals in which no text runs as a formula and figures stay figures', () => {
    expect(text('csv').split('\r\n')).toEqual(['Handle,GMV,Tier', 'mai,1200.00,Nano', 'mai,,', "'=cmd|x,-0.05,"])
    expect(text('block').split('\n')[3]).toBe("'=cmd|x\t-0.05\t")
  })
})

describe('colour rules', () => {
  const when: ListFilter = { field: 'gmv', op: 'atLeast', values: [1000] }

  test('the first that holds decides, for the row and for each cell', () => {
    const rules = [
      { when, color: 'good', column: null },
      { when, color: 'bad', column: null },
      { when, color: 'watch', column: 'tier' },
      { when: { field: 'gone', op: 'notEmpty', values: [] }, color: 'held', column: null },
    ] as const
    const tint = tintsOf(
      rules.map((rule) => ({ ...rule, when: { ...rule.when, values: [...rule.when.values] } })),
      COLUMNS,
      moment,
      () => 'why',
    )
    expect(tint(row({ gmv: 999 }))).toBeNull()
    const rich = row({ gmv: 1000 })
    expect(tint(rich)?.row).toEqual({ color: 'good', why: 'why' })
    expect([...(tint(rich)?.cells ?? [])]).toEqual([['tier', { color: 'watch', why: 'why' }]])
    expect(tint(rich)).toBe(tint(rich))
  })
})

test('selected cells of two currencies come to two sums', () => {
  const list = [row({ gmv: 100 }), row({ gmv: 300 }), row({ gmv: 7000, currency: 'VND' })]
  const rows = { count: 3, get: (index: number) => list[index], ready: true, error: null, retry: () => undefined }
  const totals = totalsOfRange([GMV], rows, { top: 0, bottom: 2 })
  expect(totals?.map(({ currency, sum, median }) => [currency, sum, median])).toEqual([
    ['USD', 400, 200],
    ['VND', 7000, 7000],
  ])
  expect(totalsOfRange([GMV, RATE], rows, { top: 0, bottom: 2 })).toBeNull()
})

test('a bulk edit is one edit a row, and rows that cannot be written are passed over', () => {
  const locked: GridColumn<Row> = {
    ...HANDLE,
    edit: {
      entity: 'creators',
      field: 'remark',
      id: ({ handle }) => handle,
      as: 'text',
      locked: ({ handle }) => (handle === 'b' ? 'blocked' : null),
    },
  }
  const plan = bulkPlan(
    locked,
    [row({ handle: 'a' }), row({ handle: 'b' }), row({ handle: 'c' })],
    'hello',
    (of) => of.handle,
  )
  expect(plan.edits).toEqual([
    { entity: 'creators', id: 'a', fields: { remark: 'hello' } },
    { entity: 'creators', id: 'c', fields: { remark: 'hello' } },
  ])
  expect(plan.locked).toBe(1)
})
