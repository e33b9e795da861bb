/** Text can be read on every ground it is put on (WCAG AA: 4.5). */

import { describe, expect, test } from 'vitest'

import { CHART_DARK, CHART_LIGHT, DARK, LIGHT, type Tokens } from '../../renderer/ui/tokens'

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const GROUNDS = ['frame', 'page', 'raised', 'hover', 'selected'] as const satisfies readonly (keyof Tokens)[]
const STATES = ['good', 'watch', 'bad', 'held'] as const

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('in %s', (_, tokens) => {
  test.each(GROUNDS)('text, quiet text, accent and warnings can be read on %s', (ground) => {
    for (const name of ['text', 'muted', 'accent', 'bad'] as const) {
      expect(contrast(tokens[name], tokens[ground]), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
  })

  test.each(STATES)('%s can be read on its own ground', (state) => {
    expect(contrast(tokens[state], tokens[`${state}Ground`])).toBeGreaterThanOrEqual(4.5)
  })

  test('a main button can be read', () => {
    expect(contrast(tokens.onAccent, tokens.accentFill)).toBeGreaterThanOrEqual(4.5)
  })
})

test.each([
  ['light', CHART_LIGHT, LIGHT],
  ['dark', CHART_DARK, DARK],
])(
  'no two neighbours of the %s chart palette are equally light, and none fades into the page',
  (_, palette, tokens) => {
    for (const [index, colour] of palette.entries()) {
      expect(contrast(colour, tokens.page)).toBeGreaterThanOrEqual(2)
      const next = palette[index + 1] ?? tokens.page
      expect(contrast(colour, next), `${colour} beside ${next}`).toBeGreaterThanOrEqual(1.2)
    }
  },
)
