import fc from 'fast-check'
import { expect, test } from 'vitest'

import { pastedCreators } from '../../shared/domain/creator-paste'

/** Handle, name, market of each, as a person would read the text aloud. */
const read = (text: string) =>
  pastedCreators(text).map(({ handle, displayName, market, sameAs, problem }) =>
    [handle ?? `!${problem}`, displayName, market, sameAs && `=${sameAs}`].filter((part) => part !== null).join(' '),
  )

test.each([
  [
    'one handle a line, with @, capitals, blanks and empty lines',
    ' @Mia.Glow \n\nZOE_DAILY\r\n',
    ['mia.glow', 'zoe_daily'],
  ],
  ['a list with commas of any width', 'mia, zoe，kai；ana', ['mia', 'zoe', 'kai', 'ana']],
  ['a list with blanks', '@mia @zoe kai.x', ['mia', 'zoe', 'kai.x']],
  [
    'addresses of profiles and of one video',
    'https://www.tiktok.com/@Mia.Glow?lang=en\ntiktok.com/@zoe/video/7412',
    ['mia.glow', 'zoe'],
  ],
  ['full-width signs', '＠ｍｉａ．ｇｌｏｗ', ['mia.glow']],
  [
    'a sheet with headers, names and markets',
    '达人用户名\t昵称\t市场\nmia\t小美\tUS\nzoe\t\tUK',
    ['mia 小美 US', 'zoe GB'],
  ],
  ['a name beside a handle', '@mia.glow Mia Nguyen\n@zoe, Zoe Li, TH', ['mia.glow Mia Nguyen', 'zoe Zoe Li TH']],
  ['a market for all of a line', 'mia, zoe, VN', ['mia VN', 'zoe VN']],
  ['a new name of an old one', '@mia.new = @mia.old', ['mia.new =mia.old']],
  ['what no handle can be read from', '小美\nhttps://vt.tiktok.com/ZS2abc/', ['!notAHandle', '!shortLink']],
  ['a handle of two small letters, which is no market', 'us\nth', ['us', 'th']],
])('%s', (_, text, expected) => {
  expect(read(text)).toEqual(expected)
})

test('any text is read without a handle that nobody could have', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      for (const { handle, line, problem } of pastedCreators(text)) {
        const isSound = handle === null ? problem !== null : /^[a-z0-9._-]{1,60}$/u.test(handle)
        expect([handle, isSound]).toEqual([handle, true])
        expect(line).toBeGreaterThan(0)
      }
    }),
  )
})
