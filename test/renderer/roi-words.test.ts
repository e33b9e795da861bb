import { expect, test } from 'vitest'

import { figureText, firstOf, lastOf, shortFigureText } from '../../renderer/features/roi/words'
import { formatIn } from '../../renderer/format/use-format'

const en = formatIn('en')

test('a figure is worded by its kind, and unknown is not a figure', () => {
  expect(figureText('gmv', 123_456, 'USD', en)).toBe('$1,234.56')
  expect(figureText('gmv', 123_456, 'VND', en)).toBe('₫123,456')
  expect(figureText('refundRate', 0.125, 'USD', en)).toBe('12.5%')
  expect(figureText('roi', 2.5, 'USD', en)).toBe('2.50')
  expect(figureText('orders', 1200, 'USD', en)).toBe('1,200')
  expect(figureText('roi', null, 'USD', en)).toBeNull()
})

test('only tiles shorten money, and only money', () => {
  expect(shortFigureText('gmv', 1_280_000, 'USD', en)).toBe('$12.8K')
  expect(shortFigureText('gmv', 1_280_000, 'CNY', formatIn('zh-CN'))).toBe('¥1.28万')
  expect(shortFigureText('orders', 12_800, 'USD', en)).toBe('12,800')
})

test('first and last day leave shops without data aside', () => {
  expect(firstOf([null, '2026-03-02', '2026-01-05'])).toBe('2026-01-05')
  expect(lastOf([null, '2026-03-02', '2026-01-05'])).toBe('2026-03-02')
  expect(lastOf([null])).toBeNull()
})
