/** The creator's list of orders beside ours: which are counted, which are elsewhere, which nobody has. */

import { describe, expect, test } from 'vitest'

import { compareOrders, type KnownOrderLine, ordersIn } from '../../shared/domain/disputes'

const [A, B, C, D, E, F, G] = [1, 2, 3, 4, 5, 6, 7].map((n) => `57646075230342350${n}`) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
]

const line = (more: Partial<KnownOrderLine> = {}): KnownOrderLine => ({
  shopId: 'lotus',
  month: '2026-01',
  creatorId: 'ana',
  role: 'sale',
  status: 'settled',
  gmv: 2000,
  refund: 0,
  commission: 300,
  ...more,
})

describe('order ids in a pasted text', () => {
  test('are read from a chat, a table and a list, each once', () => {
    const pasted = `Hi! I count 4 orders, 230 USD:\n${A}, ${B}\n${C}\t2026-01-05\t19.90\n#${A}；${D}。`
    expect(ordersIn(pasted).orders).toEqual([A, B, C, D])
  })

  test('are not made of amounts, dates and longer numbers', () => {
    expect(ordersIn('1,234.50 2026-01-05 13800138000 12345678901234567890123').orders).toEqual([])
  })

  test('that a spreadsheet rounded are told, not guessed', () => {
    expect(ordersIn(`5.76461E+17\n5,76461E+17\n${A}`)).toEqual({ orders: [A], rounded: 2 })
  })
})

describe('the creator’s list beside ours', () => {
  const known = new Map([
    [A, [line()]],
    [B, [line({ status: 'ineligible', refund: 2000, commission: 0 })]],
    [C, [line({ month: '2025-12' })]],
    [D, [line({ creatorId: 'ben' })]],
    [E, [line({ shopId: 'orchid' })]],
    [F, [line({ role: 'unpaid', status: 'unpaid' })]],
  ])
  const scope = { shopId: 'lotus', month: '2026-01', creatorId: 'ana' }

  test('says of each order where it is', () => {
    const compared = compareOrders([A, B, C, D, E, F, G], known, scope)
    expect(compared.map(({ place }) => place)).toEqual([
      'counted',
      'counted',
      'otherMonth',
      'otherCreator',
      'otherShop',
      'noSale',
      'unknown',
    ])
    expect(compared[1]?.lines[0]?.status).toBe('ineligible')
  })

  test('counts an order that two creators share where it is ours', () => {
    const shared = new Map([[A, [line({ creatorId: 'ben' }), line({ commission: 111 })]]])
    expect(compareOrders([A], shared, scope)).toEqual([
      { orderId: A, place: 'counted', lines: [line({ commission: 111 })] },
    ])
  })

  test('takes every month where the dispute names none', () => {
    expect(compareOrders([C], known, { ...scope, month: null })[0]?.place).toBe('counted')
  })
})
