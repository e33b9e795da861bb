import { expect, test } from 'vitest'

import { bestFit, fit } from '../../renderer/app/match'

test('nothing typed fits everything', () => {
  expect(fit('', 'Shops')).toBeGreaterThan(0)
})

test('letters that are missing or in another order do not fit', () => {
  expect(fit('xyz', 'Shops & clients')).toBe(0)
  expect(fit('pohs', 'Shops')).toBe(0)
})

test('the beginning of a word fits better than its middle, its middle better than scattered letters', () => {
  const beginning = fit('cli', 'Shops & clients')
  const middle = fit('lie', 'Shops & clients')
  const scattered = fit('scs', 'Shops & clients')
  expect(beginning).toBeGreaterThan(middle)
  expect(middle).toBeGreaterThan(scattered)
  expect(scattered).toBeGreaterThan(0)
})

test('of two names that hold the text the shorter fits better', () => {
  expect(fit('roi', 'ROI')).toBeGreaterThan(fit('roi', 'ROI by creator and shop'))
})

test('case, accents and blanks do not matter', () => {
  expect(fit('viet nam', 'Lotus Việt Nam')).toBeGreaterThan(0)
  expect(fit('BACKUP', 'Back up now')).toBeGreaterThan(0)
})

test('Chinese and English names of one thing both find it', () => {
  expect(bestFit('店铺', ['Shops & clients', '店铺与客户'])).toBeGreaterThan(0)
  expect(bestFit('客', ['Shops & clients', '店铺与客户'])).toBeGreaterThan(0)
  expect(bestFit('shop', ['Shops & clients', '店铺与客户'])).toBeGreaterThan(0)
})
