import { describe, expect, test } from 'vitest'

import { monthToShow } from '../../renderer/features/settlement/shop-month'

describe('the month that settlement is about', () => {
  test('is none until it is known which have lines', () => {
    expect(monthToShow({ chosen: null, lastDay: undefined, today: '2026-03-15' })).toBeNull()
  })

  test.each([
    ['the one before this month where lines reach that far', '2026-03-02', '2026-03-15', '2026-02'],
    ['the last one with lines where they end sooner', '2025-11-30', '2026-03-15', '2025-11'],
    ['the one before this month where there are no lines', null, '2026-01-01', '2025-12'],
    ['of the year before in January', '2026-01-20', '2026-01-31', '2025-12'],
  ] as const)('is %s', (_, lastDay, today, month) => {
    expect(monthToShow({ chosen: null, lastDay, today })).toBe(month)
  })

  test('is the chosen one as soon as somebody chose it', () => {
    expect(monthToShow({ chosen: '2025-06', lastDay: undefined, today: '2026-03-15' })).toBe('2025-06')
  })
})
