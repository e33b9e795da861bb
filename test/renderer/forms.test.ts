import { describe, expect, test } from 'vitest'

import { cumulativeShares } from '../../renderer/charts/options'
import { costDraft, costFields, wrongInCost, wrongInProductCost } from '../../renderer/features/costs/cost-form'
import { draftOf, fieldsOf, marketDefaults } from '../../renderer/features/shops/shop-form'
import { suggestedFile } from '../../renderer/features/welcome/suggested-file'
import { refusedField } from '../../renderer/ui/form'
import { AppError } from '../../shared/errors'

describe('a cost', () => {
  const draft = { ...costDraft(null, 's1', 'USD', '2026-03-05'), amount: '300', creatorHandle: '@linh.daily' }

  test('is kept in minor units, its creator without the @', () => {
    expect(costFields(draft)).toMatchObject({
      shopId: 's1',
      amount: 30_000,
      currency: 'USD',
      day: '2026-03-05',
      creatorHandle: 'linh.daily',
      note: null,
    })
  })

  test('says of each field what is wrong with it', () => {
    expect(wrongInCost(draft)).toEqual({})
    expect(wrongInCost({ ...draft, shopId: '', amount: '3.005', day: '2026-02-30' })).toEqual({
      shopId: 'required',
      amount: 'notAnAmount',
      day: 'notADay',
    })
    expect(wrongInCost({ ...draft, currency: 'US' })).toEqual({ currency: 'notACurrency' })
  })

  test('of goods needs its product', () => {
    expect(
      wrongInProductCost({
        shopId: 's1',
        productId: ' ',
        unitCost: '4.20',
        currency: 'USD',
        fromDay: '2026-01-01',
        note: '',
      }),
    ).toEqual({ productId: 'required' })
  })
})

describe('a shop', () => {
  const rule = {
    id: null,
    market: 'VN',
    fromDay: null,
    source: '',
    confidence: 'confirmed',
    note: null,
    inForce: true,
  } as const

  test('takes currency and zone from what holds in its market', () => {
    const packs = [
      {
        market: 'VN',
        rules: [
          { ...rule, rule: 'currency' as const, value: 'VND' },
          { ...rule, rule: 'timezone' as const, value: null },
        ],
      },
    ]
    expect(marketDefaults(packs, 'VN')).toEqual({ currency: 'VND', timezone: '' })
    expect(marketDefaults(packs, 'TH')).toEqual({ currency: '', timezone: '' })
  })

  test('leaves to the workspace what was left empty, and loses its client when the name is taken out', () => {
    const draft = { ...draftOf(null, 'zh-CN'), name: ' Lotus VN ', market: 'VN' }
    expect(fieldsOf(draft)).toEqual({
      name: 'Lotus VN',
      market: 'VN',
      clientId: null,
      reportLanguage: 'zh-CN',
      shopCode: null,
      crossBorder: false,
      note: null,
    })
    expect(fieldsOf({ ...draft, client: 'Lotus' })).toMatchObject({ client: 'Lotus' })
  })
})

describe('a refusal', () => {
  test('is shown at its field when the form has it', () => {
    const refusal = new AppError('record.invalid', { entity: 'shops', field: 'currency', reason: 'shop has lines' })
    expect(refusedField(refusal, { currency: 'USD' })).toEqual({ currency: 'shop has lines' })
    expect(refusedField(refusal, { name: '' })).toBeNull()
  })

  test('of the input is found by the last part of its path', () => {
    expect(
      refusedField(new AppError('input.invalid', { path: 'fields.name', reason: 'too long' }), { name: '' }),
    ).toEqual({ name: 'too long' })
  })
})

test('a workspace is suggested under its name, without signs that no file may have', () => {
  expect(suggestedFile('/home/lin/Documents', 'Lotus: Media/CN')).toBe('/home/lin/Documents/Lotus  Media CN.starboard')
  expect(suggestedFile('C:\\Users\\Lin', '')).toBe('C:\\Users\\Lin\\Starboard.starboard')
})

test('shares add up over the whole, and are unknown where there is none', () => {
  expect(cumulativeShares([50, 30], 100)).toEqual([0.5, 0.8])
  expect(cumulativeShares([50], 0)).toEqual([null])
})
