import { expect, test } from 'vitest'

import {
  creatorHandle,
  importable,
  importOrder,
  intake,
  type Intake,
  nextPreview,
  shareDone,
  stageOf,
  sumOf,
} from '../../renderer/features/imports/intake'
import { rejectLines, rejectReasons, settledCorrections } from '../../renderer/features/imports/rejects'
import type { Found, ImportResult } from '../../shared/contract/imports'

const recognised = {
  kind: 'affiliateOrders',
  language: 'en',
  layout: 'affiliateOrders.en',
  container: 'csv',
  headers: ['Order ID', 'Price'],
  currency: 'USD',
  shopNames: [],
  creatorInFile: true,
} as const

function file(name: string, more: Partial<Found> = {}): Found {
  return {
    path: `/in/${name}`,
    name,
    sizeBytes: 10,
    list: null,
    table: null,
    problem: null,
    suggestedShopId: null,
    alreadyImported: false,
    ...more,
    recognised:
      more.recognised === undefined
        ? { ...recognised, headers: [...recognised.headers], shopNames: [] }
        : more.recognised,
  }
}

function result(counts: Partial<ImportResult> = {}): ImportResult {
  return {
    rows: 0,
    inserted: 0,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    skipped: 0,
    repeated: 0,
    file: 'a.csv',
    content: 'c0ffee',
    kind: 'affiliateOrders',
    language: 'en',
    layout: 'affiliateOrders.en',
    container: 'csv',
    period: null,
    headers: ['Order ID', 'Price'],
    rejects: [],
    warnings: [],
    sample: [],
    batchId: null,
    ...counts,
  }
}

function dropped(...files: Found[]): Intake {
  return intake([], { type: 'found', files, currentShop: null })
}

test('a file waits for its shop before anything is worked out', () => {
  const state = dropped(file('a.csv'))
  expect(state.map(stageOf)).toEqual(['needsShop'])
  expect(nextPreview(state)).toBeUndefined()
  const chosen = intake(state, { type: 'shopChosen', path: '/in/a.csv', shopId: 's1' })
  expect(chosen.map(stageOf)).toEqual(['waiting'])
  expect(nextPreview(chosen)?.found.name).toBe('a.csv')
})

test('a suggested shop wins over the shop the window looks at', () => {
  const state = intake([], {
    type: 'found',
    files: [file('a.csv', { suggestedShopId: 'suggested' }), file('b.csv')],
    currentShop: { id: 'current', currency: 'USD' },
  })
  expect(state.map(({ shopId }) => shopId)).toEqual(['suggested', 'current'])
})

test('a file in another currency than the shop the window looks at waits for its shop', () => {
  const dong = file('vn.csv', { recognised: { ...recognised, headers: [], shopNames: [], currency: 'VND' } })
  const unsaid = file('unsaid.csv', { recognised: { ...recognised, headers: [], shopNames: [], currency: null } })
  const currentShop = { id: 'current', currency: 'USD' }
  const state = intake([], { type: 'found', files: [dong, unsaid], currentShop })
  expect(state.map(({ shopId }) => shopId)).toEqual([null, 'current'])
})

test('a file that names no creator waits for one, written with or without @', () => {
  const unnamed = file('a.xlsx', {
    suggestedShopId: 's1',
    recognised: { ...recognised, headers: [], shopNames: [], creatorInFile: false },
  })
  const state = dropped(unnamed)
  expect(state.map(stageOf)).toEqual(['needsCreator'])
  const typed = intake(state, { type: 'creatorTyped', path: '/in/a.xlsx', creator: ' @Linh.Daily ' })
  expect(typed.map(stageOf)).toEqual(['waiting'])
  expect(typed.map(importOrder)).toEqual([{ path: '/in/a.xlsx', shopId: 's1', corrections: [], creator: 'linh.daily' }])
  expect(creatorHandle('@@A_b')).toBe('a_b')
})

test('a file that is no export stays a problem whatever is chosen', () => {
  const state = dropped(
    file('holiday.csv', {
      recognised: null,
      problem: { code: 'import.unknownKind', params: { file: 'holiday.csv', headers: [] } },
    }),
  )
  const chosen = intake(state, { type: 'shopChosen', path: '/in/holiday.csv', shopId: 's1' })
  expect(chosen.map(stageOf)).toEqual(['problem'])
})

test('the same file dropped twice is one row; dropped again after its import it starts over', () => {
  const once = dropped(file('a.csv', { suggestedShopId: 's1' }), file('a.csv', { suggestedShopId: 's1' }))
  expect(once).toHaveLength(1)
  expect(intake(once, { type: 'found', files: [file('a.csv')], currentShop: null })).toEqual(once)
  const imported = intake(once, {
    type: 'worked',
    path: '/in/a.csv',
    revision: 0,
    work: { state: 'imported', result: result() },
  })
  expect(
    intake(imported, { type: 'found', files: [file('a.csv', { suggestedShopId: 's1' })], currentShop: null }).map(
      stageOf,
    ),
  ).toEqual(['waiting'])
})

test('an answer to an older question is dropped', () => {
  const state = dropped(file('a.csv', { suggestedShopId: 's1' }))
  const moved = intake(state, { type: 'shopChosen', path: '/in/a.csv', shopId: 's2' })
  const late = intake(moved, {
    type: 'worked',
    path: '/in/a.csv',
    revision: 0,
    work: { state: 'previewed', result: result() },
  })
  expect(late.map(stageOf)).toEqual(['waiting'])
})

test('previews are worked out one at a time, in the order of the files', () => {
  const state = dropped(file('a.csv', { suggestedShopId: 's1' }), file('b.csv', { suggestedShopId: 's1' }))
  const busy = intake(state, {
    type: 'worked',
    path: '/in/a.csv',
    revision: 0,
    work: { state: 'previewing', progress: null },
  })
  expect(nextPreview(busy)).toBeUndefined()
  const done = intake(busy, {
    type: 'worked',
    path: '/in/a.csv',
    revision: 0,
    work: { state: 'previewed', result: result() },
  })
  expect(nextPreview(done)?.found.name).toBe('b.csv')
})

test('only files that bring something are imported, and the button counts them', () => {
  const files = [
    file('new.csv', { suggestedShopId: 's1' }),
    file('same.csv', { suggestedShopId: 's1', alreadyImported: true }),
  ]
  let state = dropped(...files)
  state = intake(state, {
    type: 'worked',
    path: '/in/new.csv',
    revision: 0,
    work: { state: 'previewed', result: result({ inserted: 7, updated: 2, rejected: 1 }) },
  })
  state = intake(state, {
    type: 'worked',
    path: '/in/same.csv',
    revision: 0,
    work: { state: 'previewed', result: result({ unchanged: 9 }) },
  })
  expect(importable(state).map(({ found }) => found.name)).toEqual(['new.csv'])
  expect(sumOf(importable(state))).toEqual({ files: 1, inserted: 7, updated: 2, rejected: 1 })
})

test('correcting a cell asks again; typing what the file says takes the correction back', () => {
  const path = '/in/a.csv'
  const correction = { row: 3, column: 'Price', value: '9.50', was: 'nine' }
  const state = intake(dropped(file('a.csv', { suggestedShopId: 's1' })), { type: 'corrected', path, correction })
  expect(state.map(importOrder)).toEqual([
    { path, shopId: 's1', corrections: [{ row: 3, column: 'Price', value: '9.50' }] },
  ])
  expect(state[0]?.revision).toBe(1)
  const back = intake(state, { type: 'corrected', path, correction: { ...correction, value: 'nine' } })
  expect(back[0]?.corrections).toEqual([])
})

test('what was previewed is what is imported', () => {
  const state = dropped(file('a.csv', { suggestedShopId: 's1' }))
  const previewed = intake(state, {
    type: 'worked',
    path: '/in/a.csv',
    revision: 0,
    work: { state: 'previewed', result: result() },
  })
  expect(previewed.map(importOrder)).toMatchObject([{ path: '/in/a.csv', content: 'c0ffee' }])
})

test('a correction that did leaves the list of rejects; one that did not shows what was typed', () => {
  const corrections = [
    { row: 3, column: 'Price', value: '9.50', was: 'nine' },
    { row: 5, column: 'Price', value: 'ten', was: '?' },
  ]
  const preview = result({
    rejected: 2,
    rejects: [
      { row: 5, column: 'Price', code: 'amountUnreadable', value: 'ten', cells: ['577', 'ten'] },
      { row: 8, column: 'Order ID', code: 'idDamaged', value: '5.77E+17', cells: ['5.77E+17', '4.00'] },
    ],
  })
  expect(settledCorrections(preview, corrections).map(({ row }) => row)).toEqual([3])
  expect(rejectLines(preview, corrections)).toEqual([
    {
      id: '5 Price',
      row: 5,
      column: 'Price',
      code: 'amountUnreadable',
      value: 'ten',
      was: '?',
      isCorrected: true,
      line: '577 · ten',
    },
    {
      id: '8 Order ID',
      row: 8,
      column: 'Order ID',
      code: 'idDamaged',
      value: '5.77E+17',
      was: '5.77E+17',
      isCorrected: false,
      line: '5.77E+17 · 4.00',
    },
  ])
})

test('reasons are counted, the most frequent first', () => {
  const reject = (row: number, column: string, code: 'amountUnreadable' | 'idMissing') => ({
    row,
    column,
    code,
    value: '',
    cells: [],
  })
  const preview = result({
    rejects: [
      reject(2, 'Order ID', 'idMissing'),
      reject(3, 'Price', 'amountUnreadable'),
      reject(4, 'Price', 'amountUnreadable'),
    ],
  })
  expect(rejectReasons(preview)).toEqual([
    { code: 'amountUnreadable', column: 'Price', count: 2 },
    { code: 'idMissing', column: 'Order ID', count: 1 },
  ])
})

test('how much is done is unknown until the total is', () => {
  expect(shareDone(null)).toBeNull()
  expect(shareDone({ step: 'read', done: 5, total: null })).toBeNull()
  expect(shareDone({ step: 'read', done: 5, total: 20 })).toBe(0.25)
})
