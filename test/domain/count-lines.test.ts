/** Counts pasted from warehouse sheets: what names a product, which number counts, and what is left for people to look at. */

import { describe, expect, test } from 'vitest'

import { readCounts } from '../../shared/domain/count-lines'

const PRODUCTS = [
  {
    productId: '1729384756',
    name: 'Rose serum',
    skus: [
      { skuId: '17293847561', sellerSku: 'RS-30', barcode: '6901234567892' },
      { skuId: '17293847562', sellerSku: 'RS-50', barcode: null },
    ],
  },
  { productId: '1729384757', name: '防晒霜', skus: [] },
  { productId: '1729384758', name: 'Mask', skus: [] },
  { productId: '1729384759', name: 'Mask', skus: [{ skuId: '9', sellerSku: 'M-1', barcode: null }] },
]

const read = (text: string) =>
  readCounts(text, PRODUCTS).map(({ productId, skuId, quantity, problem }) => problem ?? [productId, skuId, quantity])

describe('a pasted count', () => {
  test.each([
    ['the product’s number', '1729384756\t40', ['1729384756', '*', 40]],
    ['the number first', '40\t1729384756', ['1729384756', '*', 40]],
    ['the seller’s SKU, case left aside', 'rs-30\t12', ['1729384756', '17293847561', 12]],
    ['a bar code', '6901234567892, 7', ['1729384756', '17293847561', 7]],
    ['product and SKU beside each other', 'Rose serum\tRS-50\t5', ['1729384756', '17293847562', 5]],
    ['a name with a blank in it', 'Rose serum 40', ['1729384756', '*', 40]],
    ['a Chinese name, full-width digits', '防晒霜\t１２', ['1729384757', '*', 12]],
    ['thousands', '1729384757\t1,200', ['1729384757', '*', 1200]],
    ['nought', '1729384757\t0', ['1729384757', '*', 0]],
    ['a name that an SKU beside it makes plain', 'Mask\tM-1\t3', ['1729384759', '9', 3]],
  ])('names its product by %s', (_name, text, line) => {
    expect(read(text)).toEqual([line])
  })

  test.each([
    ['nobody knows it', 'XX-1\t4', 'unknownProduct'],
    ['two products have the name', 'Mask\t4', 'ambiguous'],
    ['there is no number', 'RS-30\tmany', 'noNumber'],
    ['there are two', 'RS-30\t4\t5', 'twoNumbers'],
    ['a number is below nought', 'RS-30\t-4', 'noNumber'],
  ])('is left to a person where %s', (_name, text, problem) => {
    expect(read(text)).toEqual([problem])
  })

  test('a heading and blank lines are passed over, a second line of one SKU is told and never added up', () => {
    expect(read('SKU\tPieces\n\nRS-30\t4\r\nRS-50\t5\nRS-30\t6')).toEqual([
      ['1729384756', '17293847561', 4],
      ['1729384756', '17293847562', 5],
      'repeated',
    ])
  })

  test('lines keep their number in the pasted text', () => {
    expect(readCounts('SKU\tPieces\n\nRS-30\t4', PRODUCTS).map(({ line, text }) => [line, text])).toEqual([
      [3, 'RS-30\t4'],
    ])
  })
})
