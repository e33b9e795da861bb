/** The page of keys says what the window listens for, and each of its lines has its test. */

import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

import { KEYS } from '../../renderer/session/key-table'

const root = resolve(import.meta.dirname, '../..')

interface Line {
  readonly need: string
  readonly keys: readonly string[]
  readonly test: string
}

const lines = readFileSync(join(root, 'docs/keyboard.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!Need)/u.test(line))
  .map((line): Line => {
    const [, need = '', keys = '', title = ''] = line.split('|').map((cell) => cell.trim())
    return { need, keys: [...keys.matchAll(/`([^`]+)`/gu)].map(([, key = '']) => key), test: title }
  })

const titles = ['test/e2e', 'test/renderer', 'test/workspace']
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name)))
  .filter((file) => /\.(?:test|spec)\.tsx?$/u.test(file))
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/test(?:\.each[^(]*\([^)]*\))?\(\s*'([^']+)'/gu)])
  .map(([, title = '']) => title)

// Keys of the inbox have a page of their own in the app.
const known = Object.values(KEYS).flatMap(({ scope, keys }) => (scope === 'inbox' ? [] : [...keys]))

test('every line of the page names a test that exists', () => {
  expect(lines.length).toBeGreaterThan(12)
  expect(lines.map((line) => line.test).filter((title) => !titles.includes(title))).toEqual([])
})

test('every key of the window, but those of pages of their own, is on the page', () => {
  const shown = new Set(lines.flatMap(({ keys }) => keys))
  expect(
    Object.entries(KEYS)
      .filter(([, { scope }]) => SCOPES.includes(scope))
      .flatMap(([, { keys }]) => keys.filter((key) => !shown.has(key))),
  ).toEqual([])
})

const SCOPES: readonly string[] = ['global', 'grid', 'drawer']

test('the page shows no key that nothing listens for', () => {
  expect(lines.flatMap(({ keys }) => keys).filter((key) => !known.includes(key as never))).toEqual([])
})
