/** Documents: what they leave out because no font has it, which font draws what, and that another program reads it all. */

import path from 'node:path'

import { expect, test } from 'vitest'

import { drawn, runsOf, shaped, withBreaks } from '../../electron/workspace/documents/font-runs'
import { hasGaps, withoutPictures, writePdf } from '../../electron/workspace/documents/pdf'
import { pdfFonts, pdfText, pdfTool } from '../support/pdf-reader'
import { tempFolder } from '../support/exports'

test('pictures in a name go with all they are made up of, its letters stay', () => {
  expect(withoutPictures('Mia 👩🏽‍🔬 Glow ❤️✨')).toBe('Mia Glow')
  expect(withoutPictures('🇹🇭 ดาว 5️⃣')).toBe('ดาว 5')
  expect(withoutPictures('王芳 (Wang) #1 *')).toBe('王芳 (Wang) #1 *')
  expect(withoutPictures('🔥')).toBe('')
})

test('scripts without letters in the fonts are told', () => {
  expect(['한국', 'مرحبا', 'ភាសា'].map(hasGaps)).toEqual([true, true, true])
  expect(['王芳', 'Nguyễn', 'Müller', 'ดาว', 'Łódź'].map(hasGaps)).toEqual([false, false, false, false, false])
})

/** As the two fonts are: the first has no Thai and of these no Ł, ź and ฿; the second has no Chinese and no Vietnamese. */
const has = (face: 'main' | 'thai', code: number): boolean =>
  face === 'main'
    ? !/[\u0E00-\u0E7FŁź]/u.test(String.fromCodePoint(code))
    : !/[\u4E00-\u9FFFễộ]/u.test(String.fromCodePoint(code))

test('each stretch of letters goes to the font that has them, a Latin word whole', () => {
  expect(runsOf('甲方 ดาวใจ ฿500', has)).toEqual([
    { face: 'main', text: '甲方 ' },
    { face: 'thai', text: 'ดาวใจ' },
    { face: 'main', text: ' ' },
    { face: 'thai', text: '฿' },
    { face: 'main', text: '500' },
  ])
  expect(runsOf('城市Łódź, Nguyễn', has)).toEqual([
    { face: 'main', text: '城市' },
    { face: 'thai', text: 'Łódź' },
    { face: 'main', text: ', Nguyễn' },
  ])
  expect(runsOf('한', has)).toEqual([{ face: 'main', text: '한' }])
  expect(runsOf('', has)).toEqual([])
})

test('letters come composed, and the one sign that no font has is spelled out', () => {
  expect(drawn('Nguye\u0302\u0303n ₱1,200')).toBe('Nguyễn PHP 1,200')
})

test('the Thai vowel am is drawn below its tone', () => {
  expect(shaped('น้ำ')).toBe('น\u0E4D้า')
  expect(shaped('ทำ')).toBe('ท\u0E4Dา')
})

test('a Thai line may end between words, no other text is touched', () => {
  expect(withBreaks('สวัสดีครับ').split('\u200B')).toEqual(['สวัสดี', 'ครับ'])
  expect(withBreaks('tiếng Việt 在同一行')).toBe('tiếng Việt 在同一行')
})

test.runIf(pdfTool('pdftotext'))(
  'another program reads Chinese, Thai, Vietnamese and Polish as they were written',
  async () => {
    const file = path.join(tempFolder(), 'scripts.pdf')
    const thai = 'ผู้สร้างสรรค์ต้องเผยแพร่วิดีโอสองรายการ น้ำหอม ทำ ค่าจ้าง ฿1,200.00'
    const viet = 'Nguyễn Thị Hồng phải đăng hai video trong mười bốn ngày'
    await writePdf(file, { title: 'Scripts', language: 'zh-CN', at: 0 }, (page) => {
      page.font('bold').fontSize(14).text('达人合作合同')
      page.font('regular').fontSize(10).text(thai).text(viet).text('Łódź, Gwiaździsta 5')
      page.text('中文与ภาษาไทย混排', { align: 'right' })
      page.text('甲方：', { continued: true }).text('ดาวใจ')
    })
    const text = pdfText(file)
    for (const line of ['达人合作合同', thai, viet, 'Łódź, Gwiaździsta 5', '中文与ภาษาไทย混排', '甲方：ดาวใจ'])
      expect(text).toContain(line)
    expect(pdfFonts(file)).toEqual(['NotoSansSC-Bold', 'NotoSansSC-Regular', 'NotoSansThai-Regular'])
  },
)

test.runIf(pdfTool('pdftotext'))('Thai is wrapped inside its column, at its words', async () => {
  const file = path.join(tempFolder(), 'narrow.pdf')
  const words = 'ผู้สร้างสรรค์ต้องเผยแพร่วิดีโออย่างน้อยสองรายการภายในสิบสี่วัน'
  await writePdf(file, { title: 'Narrow', language: 'th', at: 0 }, (page) => {
    page.fontSize(11).text(words, { width: 150 })
    page.text('|', page.page.margins.left + 150, page.page.margins.top)
  })
  const lines = pdfText(file)
    .split('\n')
    .map((line) => line.replaceAll(/[|\s\f]/gu, ''))
    .filter((line) => line !== '')
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.join('')).toBe(words)
  const starts = new Set(
    withBreaks(words)
      .split('\u200B')
      .reduce<number[]>((all, word) => [...all, (all.at(-1) ?? 0) + word.length], [0]),
  )
  let at = 0
  for (const line of lines) {
    expect(starts).toContain(at)
    at += line.length
  }
})
