/** Message templates: variables, languages, lengths, versions, reply rates; expected values by hand. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { replyRates, type Said } from '../../shared/domain/reply-rates'
import { diff, fill, languagesFor, lengthOf, newestTexts, textFor, variablesOf } from '../../shared/domain/templates'

describe('a text', () => {
  test('takes its variables, blanks inside the braces left aside', () => {
    expect(fill('Hi {{ name }}, {{shop}} here. {{name}}?', { name: 'Linh', shop: 'Lotus' })).toEqual({
      text: 'Hi Linh, Lotus here. Linh?',
      parts: [
        { kind: 'text', text: 'Hi ' },
        { kind: 'value', text: 'Linh' },
        { kind: 'text', text: ', ' },
        { kind: 'value', text: 'Lotus' },
        { kind: 'text', text: ' here. ' },
        { kind: 'value', text: 'Linh' },
        { kind: 'text', text: '?' },
      ],
      missing: [],
    })
  })

  test('names what nobody filled, once, and keeps it as it was written', () => {
    const { text, missing } = fill('{{name}} {{rate}} {{rate}} {{产品}}', { name: ' ', rate: null })
    expect(missing).toEqual(['name', 'rate', '产品'])
    expect(text).toBe('{{name}} {{rate}} {{rate}} {{产品}}')
  })

  test('may say what stands in for nothing', () => {
    expect(fill('Hi {{name|there}}!', {}).text).toBe('Hi there!')
    expect(fill('Hi {{name|there}}!', { name: 'Linh' }).text).toBe('Hi Linh!')
  })

  test('does not read variables out of values', () => {
    expect(fill('{{name}}', { name: '{{rate}}', rate: '15%' })).toMatchObject({ text: '{{rate}}', missing: [] })
  })

  test('does not take what every object has for a value', () => {
    expect(fill('{{constructor}}', {}).missing).toEqual(['constructor'])
  })

  test('lists its variables', () => {
    expect(variablesOf('{{a}} {{b|x}} {{a}} {{ }} {{1}} { {c} }')).toEqual(['a', 'b'])
  })

  test('is as long as people count it', () => {
    expect(lengthOf('你好👋')).toBe(3)
  })

  test('with everything filled has no braces of its own left, whatever the values are', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.string({ minLength: 1 })), (values) => {
        const { missing, parts } = fill('{{a}}-{{b}}-{{c}}', values)
        const filled = ['a', 'b', 'c'].filter((name) => (values[name] ?? '').trim() !== '')
        expect(missing).toEqual(['a', 'b', 'c'].filter((name) => !filled.includes(name)))
        expect(parts.filter(({ kind }) => kind === 'value')).toHaveLength(filled.length)
      }),
    )
  })
})

describe('the language', () => {
  const texts = [
    { id: '1', language: 'en', version: 1, body: 'old' },
    { id: '2', language: 'en', version: 2, body: 'Hello' },
    { id: '3', language: 'zh', version: 1, body: '你好' },
    { id: '4', language: 'pt-BR', version: 1, body: 'Olá' },
  ]

  test('is the creator’s, then their market’s, then English, then Chinese', () => {
    expect(languagesFor('vi-VN', 'TH')).toEqual(['vi', 'th', 'en', 'zh'])
    expect(languagesFor(null, 'US')).toEqual(['en', 'zh'])
  })

  test('picks the newest text of it, a regional one too, else the next best', () => {
    expect(textFor(texts, ['en'])?.body).toBe('Hello')
    expect(textFor(texts, ['pt', 'en'])?.body).toBe('Olá')
    expect(textFor(texts, languagesFor('th', 'TH'))?.body).toBe('Hello')
    expect(textFor([texts[2]!], languagesFor('th', 'TH'))?.body).toBe('你好')
    expect(textFor([], ['en'])).toBeNull()
  })

  test('of two texts with one number, written apart, everybody takes the same', () => {
    const apart = [
      { id: 'B', language: 'en', version: 3, body: 'b' },
      { id: 'A', language: 'en', version: 3, body: 'a' },
    ]
    expect(newestTexts(apart)).toEqual(newestTexts(apart.toReversed()))
  })
})

describe('two versions side by side', () => {
  test('show what came and what went, by words', () => {
    expect(diff('Hi {{name}}, free sample?', 'Hi {{name}}, a free gift?')).toEqual([
      { kind: 'same', text: 'Hi {{name}}, ' },
      { kind: 'added', text: 'a ' },
      { kind: 'same', text: 'free ' },
      { kind: 'removed', text: 'sample' },
      { kind: 'added', text: 'gift' },
      { kind: 'same', text: '?' },
    ])
  })

  test('show Chinese by characters', () => {
    expect(diff('寄样给你', '寄样品给你')).toEqual([
      { kind: 'same', text: '寄样' },
      { kind: 'added', text: '品' },
      { kind: 'same', text: '给你' },
    ])
  })

  test('always add up to both', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (before, after) => {
        const parts = diff(before, after)
        const only = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map(({ text }) => text)
            .join('')
        expect(only('added')).toBe(before)
        expect(only('removed')).toBe(after)
      }),
    )
  })
})

describe('reply rates', () => {
  const DAY = 86_400_000
  const T0 = Date.UTC(2026, 9, 1)
  const said = (
    creator: string,
    day: number,
    kind: string,
    versionId: string | null = null,
    shopId: string | null = 's',
  ): Said => ({
    creator,
    shopId,
    at: T0 + day * DAY,
    kind,
    versionId,
  })

  test('count replies within fourteen days, the last day included', () => {
    const all = [
      said('a', 0, 'sent', 'v1'),
      said('a', 14, 'replied'),
      said('b', 0, 'sent', 'v1'),
      said('b', 15, 'replied'),
      said('c', 20, 'sent', 'v1'),
    ]
    expect(replyRates(all, T0 + 30 * DAY).get('v1')).toEqual({ sent: 3, replied: 1, waiting: 1 })
  })

  test('give a reply to the last message before it, and to that only', () => {
    const all = [
      said('a', 0, 'sent', 'v1'),
      said('a', 3, 'sent', 'v2'),
      said('a', 4, 'replied'),
      said('a', 5, 'replied'),
    ]
    const rates = replyRates(all, T0 + 30 * DAY)
    expect(rates.get('v1')).toEqual({ sent: 1, replied: 0, waiting: 0 })
    expect(rates.get('v2')).toEqual({ sent: 1, replied: 1, waiting: 0 })
  })

  test('keep shops apart', () => {
    const all = [
      said('a', 0, 'sent', 'v1', 'us'),
      said('a', 1, 'sent', 'v2', 'uk'),
      said('a', 2, 'replied', null, 'us'),
    ]
    const rates = replyRates(all, T0 + 30 * DAY)
    expect([rates.get('v1')?.replied, rates.get('v2')?.replied]).toEqual([1, 0])
  })
})
