import { describe, expect, test } from 'vitest'

import { placeWindow } from '../../electron/main/window-state'

const main = { x: 0, y: 25, width: 1920, height: 1055 }
const right = { x: 1920, y: 0, width: 2560, height: 1400 }
const remembered = { x: 2100, y: 80, width: 1600, height: 1000, maximised: false }

describe('where the window is put', () => {
  test('the first time: in the middle of the main screen', () => {
    // (1920 - 1440) / 2 = 240; 25 + (1055 - 900) / 2 = 102.5
    expect(placeWindow(null, [main])).toEqual({ x: 240, y: 103, width: 1440, height: 900, maximised: false })
  })

  test('the first time on a small screen: no larger than that', () => {
    const small = { x: 0, y: 0, width: 1280, height: 720 }
    expect(placeWindow(null, [small])).toEqual({ x: 0, y: 0, width: 1280, height: 720, maximised: false })
  })

  test('where it was, on the second screen', () => {
    expect(placeWindow(remembered, [main, right])).toEqual(remembered)
  })

  test('in the middle of the main screen when its own is gone, filling it if it did', () => {
    expect(placeWindow({ ...remembered, maximised: true }, [main])).toEqual({
      x: 160,
      y: 53,
      width: 1600,
      height: 1000,
      maximised: true,
    })
  })

  test.each([
    ['its top edge is above the screen', { ...remembered, y: -200 }],
    ['its top edge is below the screen', { ...remembered, y: 1390 }],
    ['only a sliver of it is left on the screen', { ...remembered, x: 1920 + 2560 - 50 }],
  ])('in the middle when %s', (_, state) => {
    expect(placeWindow(state, [main, right])).toMatchObject({ x: 160, y: 53 })
  })
})
