import { describe, expect, test } from 'vitest'

import { KEYS, keyText } from '../../renderer/session/key-table'
import { chordOf, isAllowedInText, joined, type Stroke } from '../../renderer/session/keys'

function stroke(key: string, more: Partial<Stroke> = {}): Stroke {
  return {
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    keyCode: 0,
    ...more,
  }
}

describe('a chord', () => {
  test('is told in one spelling, with Ctrl and Cmd as one', () => {
    expect(chordOf(stroke('k', { ctrlKey: true }))).toBe('Mod+K')
    expect(chordOf(stroke('k', { metaKey: true }))).toBe('Mod+K')
    expect(chordOf(stroke('Z', { ctrlKey: true, shiftKey: true }))).toBe('Mod+Shift+Z')
    expect(chordOf(stroke('ArrowDown', { altKey: true }))).toBe('Alt+ArrowDown')
    expect(chordOf(stroke(' '))).toBe('Space')
  })

  test('has no Shift where Shift only makes the sign', () => {
    expect(chordOf(stroke('?', { shiftKey: true }))).toBe('?')
    expect(chordOf(stroke('ArrowDown', { shiftKey: true }))).toBe('Shift+ArrowDown')
  })

  test('is none while Chinese is being composed', () => {
    expect(chordOf(stroke('g', { isComposing: true }))).toBe('')
    expect(chordOf(stroke('Process', { keyCode: 229 }))).toBe('')
    expect(chordOf(stroke('x', { keyCode: 229 }))).toBe('')
  })

  test('is none for a modifier alone', () => {
    expect(chordOf(stroke('Control', { ctrlKey: true }))).toBe('')
  })
})

describe('in a text', () => {
  test.each(['G', '?', '/', 'X', 'Shift+X', 'Enter', 'ArrowUp'])('%s is written, not acted on', (chord) => {
    expect(isAllowedInText(chord)).toBe(false)
  })

  test.each(['Mod+Z', 'Mod+Y', 'Mod+A', 'Mod+C'])('%s belongs to the text', (chord) => {
    expect(isAllowedInText(chord)).toBe(false)
  })

  test.each(['Mod+K', 'Mod+3', 'Alt+ArrowDown', 'Escape'])('%s still acts', (chord) => {
    expect(isAllowedInText(chord)).toBe(true)
  })
})

describe('a sequence', () => {
  test('is G and a letter within a second and a half', () => {
    expect(joined({ key: 'G', at: 1000 }, 'R', 2500)).toBe('G R')
    expect(joined({ key: 'G', at: 1000 }, 'R', 2501)).toBe('R')
    expect(joined(null, 'R', 1000)).toBe('R')
  })
})

describe('the table', () => {
  test('gives no key two meanings in one place', () => {
    for (const scope of ['global', 'grid', 'drawer'] as const) {
      const keys = Object.values(KEYS).flatMap((entry) => (entry.scope === scope ? [...entry.keys] : []))
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  test('is read as the system writes its keys', () => {
    expect(keyText('Mod+Shift+Z', false)).toBe('Ctrl Shift Z')
    expect(keyText('Mod+K', true)).toBe('⌘ K')
    expect(keyText('Alt+ArrowDown', false)).toBe('Alt ↓')
  })
})
