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

test('a script comes by standard input too, and in the encoding of Chinese editors', async () => {
  const { file, folder } = await withShop()
  const check = async (input: string, from: string) => {
    const args = ['compliance', 'check', from, '--market', 'US', '--json', '--workspace', file]
    return JSON.parse((await starboard(args, { connect: real(), input })).out)
  }
  expect(await check('#ad It is the cheapest.', '-')).toMatchObject({ findings: [{ text: 'the cheapest', start: 10 }] })
  const script = join(folder, 'gbk.txt')
  // #广告 最便宜 in GB 18030.
  writeFileSync(script, Buffer.from('23b9e3b8e620d7eeb1e3d2cb', 'hex'))
  expect(await check('', script)).toMatchObject({ languages: ['zh'], findings: [{ text: '最便宜', start: 4 }] })
})

test('a language without a pack is said, in words and as data', async () => {
  const { file, json } = await withShop()
  const args = ['compliance', 'check', '--text', 'Es muy barato y me gusta para la cara.', '--market', 'MX']
  expect(await json(args)).toMatchObject({
    languages: ['es'],
    findings: [{ rule: 'language.noPack', language: 'es', start: 0, end: 0, suggestion: null }],
  })
  const { code, out } = await starboard([...args, '--workspace', file], { connect: real() })
  expect(code).toBe(0)
  expect(out).toContain('(ask a native speaker)')
})

test('what is no text file, or is not there, is refused and named', async () => {
  const { file, folder } = await withShop()
  const refused = async (name: string) =>
    starboard(['compliance', 'check', name, '--market', 'US', '--workspace', file], { connect: real() })
  const film = join(folder, 'cut.mp4')
  writeFileSync(film, Buffer.alloc(4096, 0))
  for (const name of [film, join(folder, 'gone.txt'), folder]) {
    const { code, log } = await refused(name)
    expect(code).toBe(3)
    expect(log).toContain(name)
  }
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
