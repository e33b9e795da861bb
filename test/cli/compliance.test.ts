import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { real, starboard, withShop } from './support'

test('a script of a file, of standard input or of the command line is checked', async () => {
  const { json, folder } = await withShop()
  const file = join(folder, 'script.txt')
  writeFileSync(file, '\uFEFF#ad It is the cheapest.')
  const expected = {
    languages: ['en'],
    market: 'US',
    findings: [
      {
        start: 10,
        end: 22,
        text: 'the cheapest',
        rule: 'absolute.cheapest',
        severity: 'stop',
        suggestion: 'great value',
        verify: false,
      },
    ],
  }
  const checked = await json(['compliance', 'check', file, '--market', 'us'])
  expect(checked).toMatchObject(expected)
  expect(checked).toMatchObject({ findings: [{ why: expect.any(String), source: expect.stringContaining('essay') }] })
  expect(await json(['compliance', 'check', '--text', '#ad It is the cheapest.', '--shop', 'Glow US'])).toMatchObject(
    expected,
  )
})

test('what is missing in a whole script is not missed in a part of one', async () => {
  const { json } = await withShop()
  const of = (...more: string[]) => json(['compliance', 'check', '--text', 'My new mug.', '--market', 'GB', ...more])
  expect(await of()).toMatchObject({ findings: [{ rule: 'disclosure.missing', start: 0, end: 0 }] })
  expect(await of('--part')).toMatchObject({ findings: [] })
})

test('a market or a shop and one script have to be named', async () => {
  const { file } = await withShop()
  const code = async (...args: string[]) =>
    (await starboard(['compliance', 'check', ...args, '--workspace', file], { connect: real() })).code
  expect(await code('--text', 'x')).toBe(2)
  expect(await code('--market', 'US')).toBe(2)
  expect(await code('a.txt', '--text', 'x', '--market', 'US')).toBe(2)
  expect(await code('--text', 'x', '--market', 'US', '--product', '1')).toBe(2)
})
