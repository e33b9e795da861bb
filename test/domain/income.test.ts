import { describe, expect, test } from 'vitest'

import { findCurrency } from '../../shared/domain/currencies'
import { FEE_GROUPS, feesByGroup, type IncomeAmount } from '../../shared/domain/income/columns'
import { fitsShifted, IncomeEvidence } from '../../shared/domain/income/decisions'
import { IncomeCells, readIncome } from '../../shared/domain/income/read'
import { recogniseIncome } from '../../shared/domain/income/recognise'
import { incomeTypeOf } from '../../shared/domain/income/types'
import { SEA_HEADERS } from '../support/income-files'

const HEADER = [
  'Order\\adjustment ID',
  'Transaction type',
  'Order created time(UTC)',
  'Order settled time(UTC)',
  'Currency',
  'Total settlement amount',
  'Total revenue',
  'Total fees',
  'Affiliate commission',
  'Ajustment amount',
  'Related order ID',
]
const ORDER = ['577000000000000001', 'Order', '2026/01/02', '2026/01/12', 'USD', '80.00', '100.00', '-20.00', '-12.50']

function reading(header: readonly string[], records: readonly (readonly string[])[], currency = 'USD') {
  const map = recogniseIncome(header)
  if (map === null) throw new Error('not recognised')
  const evidence = new IncomeEvidence(map, findCurrency(currency)!)
  for (const record of records) evidence.add(record)
  const { rules, warnings } = evidence.decide('DMY')
  const cells = new IncomeCells(map)
  return {
    map,
    rules,
    warnings,
    lines: records.map((record, at) => readIncome(cells.take(record), at + 2, rules, currency)),
    shifted: records.map((record) => fitsShifted(cells.take(record), rules)),
  }
}

describe('headers', () => {
  test.each(['Order/adjustment ID  ', 'Order\\adjustment ID', 'Order/Adjustment ID'])('%s is the id', (first) => {
    const map = recogniseIncome([first, ...SEA_HEADERS.slice(1)])
    expect(map).toMatchObject({ layout: { name: 'income.sea' }, unknown: [], missingRequired: [] })
    expect(map?.columns[0]).toBe('id')
    expect(map?.columns.filter((column) => column === null)).toHaveLength(2)
  })

  test('a column nobody knows is told and read by nobody', () => {
    expect(recogniseIncome([...HEADER, 'Moon tax'])?.unknown).toEqual(['Moon tax'])
  })

  test('each sheet of a workbook is told from its own columns', () => {
    const name = (headers: readonly string[]) => recogniseIncome(headers)?.layout.name
    expect(
      name(['Statement date', 'Statement ID', 'Payment ID', 'Type', 'Order/adjustment ID', 'Total settlement amount']),
    ).toBe('income.us')
    expect(
      name([
        'Type',
        'Order/adjustment ID',
        'Total estimated settlement amount',
        'Estimated Settle time',
        'unsettled reasons',
      ]),
    ).toBe('income.usToSettle')
    expect(name(['Statement ID', 'Payment ID', 'Statement date (UTC)', 'Status', 'Total settlement amount'])).toBe(
      'income.statements',
    )
    expect(name(['Payment ID', 'Payment amount', 'Payment completion date', 'Bank account', 'Status'])).toBe(
      'income.payments',
    )
    expect(name(['Type', 'Reference ID', 'Request time', 'Amount', 'Status', 'Success time', 'Bank account'])).toBe(
      'income.withdrawals',
    )
    expect(name(['Statement ID', 'Reserve ID', 'Reserve amount', 'Reserve date', 'Release date'])).toBe(
      'income.reserves',
    )
    expect(name(['Order ID', 'SKU ID', 'Order Status', 'Paid Time'])).toBeUndefined()
  })
})

describe('a line', () => {
  test('keeps every amount as minor units, `/` as blank, days as days', () => {
    const [read] = reading(HEADER, [[...ORDER, '/', '/']]).lines
    expect(read).toMatchObject({
      line: { type: 'order', settlement: 8000, revenue: 10000, fees: -2000, adjustment: Number.NaN, settled: 20465 },
    })
    // 2026-01-12 is day 20465: 56 years with 14 leap days make 20454 days until 2026-01-01.
    expect(read).toMatchObject({ line: { amounts: new Map([['affiliateCommission', -1250]]) } })
  })

  test.each([
    ['80.01', 'within one cent'],
    ['79.99', 'within one cent'],
  ])('of %s adds up %s', (settlement) => {
    const line = [...ORDER]
    line[5] = settlement
    expect(reading(HEADER, [line]).lines[0]).toHaveProperty('line')
  })

  test('that is two cents off is refused with the column that says what was paid', () => {
    const line = [...ORDER]
    line[5] = '80.02'
    expect(reading(HEADER, [line]).lines[0]).toEqual({
      reject: 'sumDiffers',
      column: 'Total settlement amount',
      value: '80.02',
    })
  })

  test('a currency without decimals must add up exactly', () => {
    const line = ['577000000000000001', 'Order', '2026/01/02', '2026/01/12', 'VND', '80001', '100000', '-20000']
    expect(reading(HEADER, [line], 'VND').lines[0]).toMatchObject({ reject: 'sumDiffers' })
    line[5] = '80000'
    expect(reading(HEADER, [line], 'VND').lines[0]).toHaveProperty('line')
  })

  test('an adjustment counts into the sum and names its order', () => {
    const line = [
      '7400000000000000001',
      'Logistics reimbursement',
      '/',
      '2026/01/12',
      'USD',
      '5.00',
      '/',
      '/',
      '/',
      '5.00',
      '577000000000000001',
    ]
    const [read] = reading(HEADER, [line]).lines
    expect(read).toMatchObject({ line: { type: 'logisticsReimbursement', adjustment: 500, settlement: 500 } })
  })

  test('of another currency, without an id, with a rounded id or without its day is refused with the reason', () => {
    const wrong = (at: number, value: string) => ORDER.map((cell, i) => (i === at ? value : cell))
    const codes = reading(HEADER, [
      wrong(4, 'GBP'),
      wrong(0, '/'),
      wrong(0, '5.77E+17'),
      wrong(3, '/'),
      wrong(5, 'abc'),
    ]).lines
    expect(codes.map((read) => (typeof read === 'object' && 'reject' in read ? read.reject : read))).toEqual([
      'currencyOfAnotherShop',
      'idMissing',
      'idDamaged',
      'dateMissing',
      'amountUnreadable',
    ])
  })

  test('fees written without their minus are turned, for the whole file', () => {
    const line = ORDER.map((cell, i) => (i === 7 || i === 8 ? cell.slice(1) : cell))
    const { lines, rules } = reading(HEADER, [line, line])
    expect(rules.feeSign).toBe(-1)
    expect(lines[0]).toMatchObject({ line: { fees: -2000, amounts: new Map([['affiliateCommission', -1250]]) } })
  })

  test('amounts that stand one column further are seen to be shifted', () => {
    const moved = [...ORDER.slice(0, 5), 'x', ...ORDER.slice(5)]
    const { lines, shifted } = reading(HEADER, [moved])
    expect(lines[0]).toHaveProperty('reject')
    expect(shifted).toEqual([true])
  })

  test('a file without what settlements are made of is read and says that nothing was checked', () => {
    const { lines, warnings } = reading(
      ['Statement date', 'Statement ID', 'Type', 'Order/adjustment ID', 'Total settlement amount'],
      [['2026/01/12', '9001', 'Order', '577000000000000001', '12.00']],
    )
    expect(lines[0]).toMatchObject({ line: { settlement: 1200, texts: { reference: '9001' } } })
    expect(warnings.map(({ code }) => code)).toEqual(['sumsNotChecked'])
  })
})

describe('groups of fees', () => {
  const grouped = (fees: number, amounts: Partial<Record<IncomeAmount, number>>) => {
    const sums = feesByGroup(fees, (name) => amounts[name] ?? Number.NaN, new Float64Array(FEE_GROUPS.length))
    return Object.fromEntries(FEE_GROUPS.map((group, at) => [group, sums[at]]).filter(([, sum]) => sum !== 0))
  }

  test('always add up to the total; what no known column holds is other', () => {
    expect(
      grouped(-5000, {
        affiliateCommission: -1000,
        partnerCommission: -200,
        adsCommission: -300,
        platformCommission: -1500,
        transactionFee: -400,
        sst: -60,
      }),
    ).toEqual({
      creators: -1000,
      partners: -200,
      ads: -300,
      platform: -1500,
      transaction: -400,
      tax: -60,
      other: -1540,
    })
  })

  test('the deposit of tiered commission and its return are the creators’', () => {
    expect(grouped(-600, { affiliateCommission: -500, affiliateDeposit: -300, affiliateDepositReturned: 200 })).toEqual(
      {
        creators: -600,
      },
    )
  })

  test('commission before income tax is counted once, not again after tax', () => {
    expect(
      grouped(-1000, { affiliateCommissionBeforePit: -1000, affiliateCommission: -900, commissionPit: -100 }),
    ).toEqual({
      creators: -1000,
    })
  })

  test('the parts of the seller’s shipping fee are counted only where the whole is not given', () => {
    expect(grouped(-300, { sellerShipping: -300, actualShipping: -500, shippingDiscount: 200 })).toEqual({
      shipping: -300,
    })
    expect(grouped(-300, { actualShipping: -500, shippingDiscount: 200 })).toEqual({ shipping: -300 })
  })
})

test('types are read in the platform’s words and in its interface’s; others stay other', () => {
  expect(
    ['ORDER', 'Order', 'Shipping fee adjustment', 'COFUNDED_CREATOR_REWARDS', 'GMV payment for TikTok ads', 'Moon'].map(
      incomeTypeOf,
    ),
  ).toEqual(['order', 'order', 'shippingFeeAdjustment', 'creatorRewards', 'gmvPaymentForAds', 'other'])
})
