/** How the linter reads: near misses, negations, disguises, languages, markets, disclosure. */

import { describe, expect, test } from 'vitest'

import { lint } from '../../../shared/domain/compliance/lint'
import type { LintInput } from '../../../shared/domain/compliance/types'

const PART = { market: null, category: null, claims: null, ties: null } as const
const found = (text: string, more: Partial<LintInput> = {}) => lint({ ...PART, text, ...more })
const rules = (text: string, more: Partial<LintInput> = {}) => found(text, more).map(({ rule }) => rule)
const spans = (text: string, more: Partial<LintInput> = {}) => found(text, more).map((one) => one.text)

describe('disguises are seen through', () => {
  test.each([
    ['zh', '最 便 宜', '最 便 宜'],
    ['zh', '最.便.宜', '最.便.宜'],
    ['zh', '最🔥便💰宜', '最🔥便💰宜'],
    ['zh', '最\u200B便\u200B宜', '最\u200B便\u200B宜'],
    ['zh', '絕對有效', '絕對有效'],
    ['en', 'ch3apest', 'ch3apest'],
    ['en', 'c.h.e.a.p.e.s.t', 'c.h.e.a.p.e.s.t'],
    ['en', 'c h e a p e s t', 'c h e a p e s t'],
    ['en', 'che*apest', 'che*apest'],
    ['en', 'ＣＨＥＡＰＥＳＴ', 'ＣＨＥＡＰＥＳＴ'],
    ['en', '𝗰𝗵𝗲𝗮𝗽𝗲𝘀𝘁', '𝗰𝗵𝗲𝗮𝗽𝗲𝘀𝘁'],
    ['en', 'm1racle', 'm1racle'],
    ['id', 't.e.r.m.u.r.a.h', 't.e.r.m.u.r.a.h'],
    ['th', 'ถูก🔥ที่สุด', 'ถูก🔥ที่สุด'],
    ['vi', 're\u0309 nha\u0302\u0301t', 're\u0309 nha\u0302\u0301t'],
  ])('%s: %s', (language, text, span) => {
    expect(spans(`: ${text} !`, { language })).toEqual([span])
  })

  test('what stands in the way of a word is part of what is marked, the rest of the text is not', () => {
    const [finding] = found('A 最.便.宜 B', { language: 'zh' })
    expect([finding?.start, finding?.end]).toEqual([2, 7])
  })
})

describe('words end where they end', () => {
  test.each([
    ['en', 'secure manicure procure'],
    ['en', 'adorable, unbeatably odd'],
    ['en', 'step no. 12 of the manual'],
    ['zh', '第一次和第一步,第一天'],
    ['zh', '最近最后最初最终'],
    ['zh', '最好先看说明书,最好别放太久'],
    ['zh', '永久免邮的店'],
    ['id', 'ketemu teman di pasar malam'],
    ['id', 'obat nyamuk dan mie instan'],
    ['vi', 'bước số 1 là rửa tay'],
    ['th', 'อันดับแรกเขย่าขวด'],
  ])('%s: nothing in "%s"', (language, text) => {
    expect(rules(text, { language })).toEqual([])
  })
})

describe('a negation clears, what only sounds like one does not', () => {
  test.each([
    ['en', 'It is not the cheapest.', []],
    ['en', 'It does not treat acne.', []],
    ['en', 'It is not only the cheapest, it is pink.', ['absolute.cheapest']],
    ['en', 'You will not believe it, the cheapest one.', ['absolute.cheapest']],
    ['zh', '它不能治愈什么', []],
    ['zh', '不得不说最便宜', ['absolute.cheapest']],
    ['zh', '我没有说最便宜', []],
    ['id', 'Ini bukan yang termurah.', []],
    ['id', 'Bukan cuma termurah.', ['absolute.cheapest']],
    ['th', 'ไม่ใช่ถูกที่สุด', []],
    ['th', 'ไม่ใช่แค่ถูกที่สุด', ['absolute.cheapest']],
    ['vi', 'Đây không phải rẻ nhất.', []],
    ['vi', 'Không chỉ rẻ nhất.', ['absolute.cheapest']],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(rules(text, { language })).toEqual(expected)
  })

  test('another platform is named also where it is denied', () => {
    expect(rules('This is not on Amazon.', { language: 'en' })).toEqual(['platform.other'])
  })
})

describe('languages', () => {
  test('a script beside its translation is read in both', () => {
    expect(rules('这款最便宜。\nIt is the cheapest.')).toEqual(['absolute.cheapest', 'absolute.cheapest'])
    expect(found('这款最便宜。\nถูกที่สุด').map(({ language }) => language)).toEqual(['zh', 'th'])
  })

  test.each([
    ['es', 'Esta crema es la mejor para la cara y no se cae con el agua, te lo digo yo.'],
    ['ja', 'このクリームは最高です。絶対に効きます。'],
    ['ko', '이 크림은 최고예요. 정말 좋아요.'],
    ['ar', 'هذا الكريم هو الأفضل للبشرة'],
    ['pt', 'Esta é a melhor base que eu já usei, não sai com água e não marca.'],
    ['de', 'Das ist die beste Creme und ich habe sie auch für meine Mutter gekauft.'],
  ])('a language without a pack (%s) gets one finding that says so', (language, text) => {
    const findings = found(text, { ties: { commission: true, gifted: false, paid: false } })
    expect(findings.map((one) => [one.rule, one.language, one.start, one.end])).toEqual([
      ['language.noPack', language, 0, 0],
    ])
  })

  test('a language that was named holds', () => {
    expect(rules('Das ist die beste Creme.', { language: 'de' })).toEqual(['language.noPack'])
    expect(rules('la mejor crema de la casa, the best', { language: 'en-US' })).toEqual(['absolute.best'])
  })

  test('nothing is said of an empty text or one without letters', () => {
    for (const text of ['', '  \n', '12 34 !!', '🔥🔥']) {
      expect(found(text, { ties: { commission: true, gifted: false, paid: false } })).toEqual([])
    }
  })
})

describe('markets and categories', () => {
  test('before and after is a stop, in the US a warning, with a disclaimer a hint', () => {
    const text = 'Look at the before and after photos.'
    const level = (market: string, said = text) => found(said, { market, language: 'en' })[0]?.level
    expect(level('GB')).toBe('stop')
    expect(level('US')).toBe('warn')
    expect(level('US', `${text} Results may vary.`)).toBe('hint')
    expect(level('SG', `${text} Results may vary.`)).toBe('stop')
  })

  test('green words are a hint, in the partner terms of UK and EU a stop', () => {
    expect(found('An eco-friendly cup.', { market: 'US', language: 'en' })[0]?.level).toBe('hint')
    expect(found('An eco-friendly cup.', { market: 'DE', language: 'en' })[0]?.level).toBe('stop')
  })

  test('a rule for beauty says nothing of a vacuum cleaner, and of a product that nobody sorted', () => {
    const text = 'It removes dark spots.'
    expect(rules(text, { category: 'Beauty & Personal Care' })).toEqual(['beauty.effect'])
    expect(rules(text, { category: 'Household Appliances' })).toEqual([])
    expect(rules(text)).toEqual(['beauty.effect'])
  })

  test('a rule of some markets is said of those alone', () => {
    expect(rules('It comes with a guarantee.', { market: 'US', language: 'en' })).toEqual([])
    expect(found('It comes with a guarantee.', { market: 'GB', language: 'en' })[0]?.markets).toContain('GB')
  })
})

describe('findings that overlap', () => {
  test('are one, the gravest, with the keys of the others', () => {
    const [one, ...more] = found('100% ampuh', { language: 'id' })
    expect(more).toEqual([])
    expect(one).toMatchObject({ rule: 'absolute.hundred', also: ['absolute.effective'] })
  })
})

describe('disclosure', () => {
  const ties = { commission: true, gifted: false, paid: false }
  const of = (text: string, market: string | null, language = 'en') => found(text, { ties, market, language })

  test.each([
    ['US', 'stop'],
    ['GB', 'stop'],
    ['DE', 'stop'],
    ['TH', 'warn'],
    [null, 'warn'],
  ])('missing in %s is a %s, put in at the beginning', (market, level) => {
    expect(of('My new mug.', market)).toMatchObject([
      { rule: 'disclosure.missing', level, start: 0, end: 0, text: '', safer: '#ad ' },
    ])
  })

  test.each([
    ['zh', '#广告 我的新杯子'],
    ['en', '#ad My new mug.'],
    ['en', 'Paid partnership with Lumora. My new mug.'],
    ['id', '#iklan Gelas baruku, dan aku suka warnanya.'],
    ['th', '#โฆษณา แก้วใบใหม่ของเรา'],
    ['vi', '#quangcao Cốc mới của mình đây.'],
  ])('in %s is seen: %s', (language, text) => {
    for (const market of ['US', 'GB', 'TH', null]) expect(of(text, market, language)).toEqual([])
  })

  test('has to stand first in UK and EU alone', () => {
    expect(of('My new mug. #ad', 'US')).toEqual([])
    expect(of('My new mug. #ad', 'GB').map(({ rule }) => rule)).toEqual(['disclosure.first'])
    expect(of('✨ #ad My new mug.', 'GB')).toEqual([])
  })

  test('that is vague is not enough', () => {
    expect(of('My new mug. #gifted', 'US')).toMatchObject([{ rule: 'disclosure.vague', text: '#gifted', safer: '#ad' }])
  })

  test('#adorable is no label', () => {
    expect(of('#adorable mug', 'US').map(({ rule }) => rule)).toEqual(['disclosure.missing'])
  })

  test('is not asked of somebody whom nothing ties, nor of a part of a text', () => {
    expect(found('My new mug.', { market: 'US', ties: { commission: false, gifted: false, paid: false } })).toEqual([])
    expect(found('My new mug.', { market: 'US', ties: null })).toEqual([])
  })

  test('names the free sample', () => {
    const [one] = found('My new mug.', { market: 'US', ties: { commission: false, gifted: true, paid: false } })
    expect(one?.reason.en).toContain('free')
    expect(one?.reason['zh-CN']).toContain('样品')
  })
})
