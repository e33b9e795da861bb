/** Clauses, templates and variables: complete in both languages, filled from records, what is missing told. */

import { createHash } from 'node:crypto'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { canonicalBody, CLAUSE_TOPICS, type ContractBody, readContractBody } from '../../shared/domain/contract-body'
import { CLAUSES } from '../../shared/domain/contract-clauses'
import { diffBodies, isSameBody } from '../../shared/domain/contract-diff'
import {
  bodyOf,
  chosenClauses,
  clauseLibrary,
  readContractClauses,
  silentIn,
  TEMPLATES,
  templateLibrary,
} from '../../shared/domain/contract-library'
import { openFilling, readOwnValues, valueOf, variableOf, variableText } from '../../shared/domain/contract-variables'
import { variablesOf } from '../../shared/domain/templates'

const OWN_ROW = { topic: null, risk: null, titleZh: null, titleEn: null, textZh: null, textEn: null, archived: false }

describe('the library that the app brings', () => {
  test('has each clause once, in both languages, asking for the same variables in both', () => {
    expect(CLAUSES.length).toBeGreaterThanOrEqual(25)
    expect(new Set(CLAUSES.map(({ key }) => key)).size).toBe(CLAUSES.length)
    for (const { title, text } of CLAUSES) {
      for (const words of [title.zh, text.zh]) expect(words).toMatch(/\p{Script=Han}/u)
      for (const words of [title.en, text.en]) expect(words).toMatch(/^[^\p{Script=Han}]+$/u)
      expect(variablesOf(text.zh).toSorted((a, b) => a.localeCompare(b))).toEqual(
        variablesOf(text.en).toSorted((a, b) => a.localeCompare(b)),
      )
      expect(text.zh.split('\n').length).toBe(text.en.split('\n').length)
    }
  })

  test('speaks of everything a contract with a creator needs', () => {
    const covered = new Set(CLAUSES.map(({ topic }) => topic))
    for (const topic of CLAUSE_TOPICS) expect(covered).toContain(topic)
  })

  test('has four starters of clauses that exist, each with disclosure, rights, a remedy for no post, data and law', () => {
    const known = new Set(CLAUSES.map(({ key }) => key))
    expect(TEMPLATES.map(({ kind }) => kind)).toEqual(['cpsSample', 'flatFee', 'guaranteed', 'retainer'])
    for (const { clauses } of TEMPLATES) {
      expect(clauses.filter((clause) => !known.has(clause))).toEqual([])
      expect(new Set(clauses).size).toBe(clauses.length)
      for (const wanted of ['disclosure', 'rights', 'data', 'law']) expect(clauses).toContain(wanted)
      expect(clauses.some((clause) => clause.startsWith('noPost'))).toBe(true)
    }
  })

  test('gives way to own words under the same key, and takes own clauses in', () => {
    const library = clauseLibrary([
      { ...OWN_ROW, key: 'law', textEn: 'Thai law applies.', risk: 'low' },
      { ...OWN_ROW, key: 'studio', topic: 'dates', titleEn: 'Studio', textEn: 'In the studio.' },
    ])
    expect(library.find(({ key }) => key === 'law')).toMatchObject({
      origin: 'changed',
      risk: 'low',
      title: { en: 'Law and disputes' },
      text: { en: 'Thai law applies.', zh: CLAUSES.find(({ key }) => key === 'law')?.text.zh },
    })
    const studio = library.findIndex(({ key }) => key === 'studio')
    expect(library[studio]).toMatchObject({ origin: 'own', topic: 'dates' })
    expect(library[studio - 1]?.key).toBe('schedule')
    expect(silentIn(library[studio]!, ['zh', 'en'])).toEqual(['zh'])
  })

  test('own templates stand beside the starters or take their place', () => {
    const row = { kind: null, archived: false }
    const all = templateLibrary([
      { ...row, key: 'flatFee', name: 'House', clauses: ['parties'] },
      { ...row, key: 'x', name: 'X', clauses: null },
    ])
    expect(all.map(({ key, origin }) => `${key} ${origin}`)).toEqual([
      'cpsSample shipped',
      'flatFee changed',
      'guaranteed shipped',
      'retainer shipped',
      'x own',
    ])
    expect(all[1]).toMatchObject({ kind: 'flatFee', name: 'House', clauses: ['parties'] })
    expect(all[4]).toMatchObject({ kind: 'other', clauses: [] })
  })
})

describe('variables', () => {
  const written = (name: string, value: string | number, currency = 'USD') =>
    (['en', 'zh'] as const).map((language) => variableText(variableOf(name).kind, value, { language, currency }))

  test('are said in the language of the text, with the currency named', () => {
    expect(written('fee', 123_456_789)).toEqual(['USD 1,234,567.89', '1,234,567.89 USD'])
    expect(written('fee', 5)).toEqual(['USD 0.05', '0.05 USD'])
    expect(written('fee', 1_500_000, 'VND')).toEqual(['VND 1,500,000', '1,500,000 VND'])
    expect(written('rate', 1250)).toEqual(['12.5%', '12.5%'])
    expect(written('rate', 1000)).toEqual(['10%', '10%'])
    expect(written('rate', 2005)).toEqual(['20.05%', '20.05%'])
    expect(written('payDays', 1)).toEqual(['1 day', '1 天'])
    expect(written('usageDays', 90)).toEqual(['90 days', '90 天'])
    expect(written('renewMonths', 12)).toEqual(['12 months', '12 个月'])
    expect(written('fromDay', '2026-03-01')).toEqual(['1 March 2026', '2026年3月1日'])
    expect(written('videos', 4)).toEqual(['4', '4'])
  })

  test('money reads back to the very minor units it was written from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.constantFrom('USD', 'VND', 'JPY'), (amount, currency) => {
        const [en = ''] = written('fee', amount, currency)
        expect(Number(en.replaceAll(/\D/gu, ''))).toBe(amount)
      }),
    )
  })

  test('of records are not written over; own ones have a standard, and what does not fit is missing', () => {
    expect(valueOf('fee', { fee: 900 }, { fee: 1 })).toBe(900)
    expect(valueOf('fee', {}, { fee: 1 })).toBeNull()
    expect(valueOf('payDays', {}, {})).toBe(15)
    expect(valueOf('payDays', {}, { payDays: 30 })).toBe(30)
    expect(valueOf('payDays', {}, { payDays: 'soon' })).toBeNull()
    expect(valueOf('toDay', { toDay: '2026-02-30' }, {})).toBeNull()
    expect(valueOf('agency', { agency: '  ' }, {})).toBeNull()
    expect(valueOf('hairColour', {}, { hairColour: 'red' })).toBe('red')
    expect(readOwnValues('{"court":"HK","x":{}}')).toEqual({})
    expect(readOwnValues('{')).toEqual({})
    expect(readOwnValues('{"court":"HK"}')).toEqual({ court: 'HK' })
  })

  test('that nobody filled are listed once and stand in the text as they are', () => {
    const filling = openFilling(
      { records: { fee: 90_000 }, own: { court: '{{fee}}' } },
      { language: 'en', currency: 'USD' },
    )
    expect(filling('{{fee}} by {{toDay}}, {{toDay}}: {{court}}')).toMatchObject({
      text: 'USD 900.00 by {{toDay}}, {{toDay}}: {{fee}}',
      missing: ['toDay'],
    })
  })
})

const PARTIES = { agency: 'Kiwi', creator: 'Lia', shop: 'Glow' }
const body = (...clauses: readonly (readonly [key: string, en: string])[]): ContractBody => ({
  title: 'T',
  number: '7',
  languages: ['zh', 'en'],
  governs: 'zh',
  parties: PARTIES,
  clauses: clauses.map(([key, en]) => ({ key, topic: 'law', title: { zh: '题', en: key }, text: { zh: '文', en } })),
})

describe('a body', () => {
  const library = clauseLibrary([])
  const input = {
    title: 'T',
    number: '',
    languages: ['zh', 'en'] as ('zh' | 'en')[],
    governs: 'zh' as const,
    parties: PARTIES,
    currency: 'USD',
  }

  test('is complete: filled in every language it is made in, blank in the others', () => {
    const clauses = chosenClauses([{ key: 'flatFee' }], library)
    const values = { records: { fee: 90_000 }, own: {} }
    const { body: both, missing } = bodyOf({ ...input, clauses, values })
    expect(missing).toEqual([])
    expect(both.clauses[0]?.text.en).toContain('USD 900.00, within 15 days')
    expect(both.clauses[0]?.text.zh).toContain('900.00 USD，在最后一条内容通过验收后 15 天')
    const { body: english } = bodyOf({ ...input, languages: ['en'], clauses, values })
    expect(english.clauses[0]?.text.zh).toBe('')
    expect(bodyOf({ ...input, clauses, values: { records: {}, own: {} } }).missing).toEqual(['fee'])
  })

  test('takes a contract’s own words, leaves out twins and strangers', () => {
    const list = readContractClauses(
      '[{"key":"law","text":{"zh":"甲","en":"A {{fee}}"}},{"key":"law"},{"key":"gone"},{"key":"mine","text":{"zh":"","en":"B"}}]',
    )
    expect(chosenClauses(list ?? [], library).map(({ key, text, reworded }) => [key, text.en, reworded])).toEqual([
      ['law', 'A {{fee}}', true],
      ['mine', 'B', true],
    ])
    expect(readContractClauses('[{"no":1}]')).toBeNull()
    expect(readContractClauses('nonsense')).toBeNull()
  })

  test('has one text of bytes, whatever the order of its fields; a stored one reads back', () => {
    const one = body(['a', 'x'])
    const turned = Object.fromEntries(Object.entries(one).toReversed()) as ContractBody
    expect(canonicalBody(turned)).toBe(canonicalBody(one))
    expect(createHash('sha256').update(canonicalBody(body()), 'utf8').digest('hex')).toBe(
      // printf '%s' '{"clauses":[],"governs":"zh",…}' | sha256sum
      createHash('sha256')
        .update(
          '{"clauses":[],"governs":"zh","languages":["zh","en"],"number":"7","parties":{"agency":"Kiwi","creator":"Lia","shop":"Glow"},"title":"T"}',
        )
        .digest('hex'),
    )
    expect(readContractBody(canonicalBody(one))).toEqual(one)
    expect(readContractBody('{"clauses":1}')).toBeNull()
    expect(readContractBody('{')).toBeNull()
    expect(readContractBody(null)).toBeNull()
  })
})

describe('what changed between two versions', () => {
  const changes = (before: ContractBody, after: ContractBody) =>
    diffBodies(before, after).map(({ key, change, before: from, after: to }) => `${key} ${change} ${from}>${to}`)

  test('is told clause by clause: added, removed, moved, changed', () => {
    const before = body(['a', 'one'], ['b', 'two'], ['c', 'three'], ['d', 'four'])
    const after = body(['c', 'three'], ['a', 'one'], ['b', 'two words'], ['e', 'five'])
    expect(changes(before, after)).toEqual([
      'c moved 3>1',
      'd removed 4>null',
      'a same 1>2',
      'b changed 2>3',
      'e added null>4',
    ])
  })

  test('marks words in English and characters in Chinese', () => {
    const [changed] = diffBodies(body(['a', 'pays USD 900 ahead']), body(['a', 'pays USD 800 ahead']))
    expect(changed?.text.en).toEqual([
      { kind: 'same', text: 'pays USD ' },
      { kind: 'removed', text: '900' },
      { kind: 'added', text: '800' },
      { kind: 'same', text: ' ahead' },
    ])
    const zh = (text: string): ContractBody => {
      const one = body(['a', 'x'])
      return { ...one, clauses: one.clauses.map((clause) => ({ ...clause, text: { zh: text, en: 'x' } })) }
    }
    const [chinese] = diffBodies(zh('十五日内支付'), zh('三十日内支付'))
    const said = chinese?.text.zh ?? []
    expect(
      said
        .filter(({ kind }) => kind !== 'added')
        .map(({ text }) => text)
        .join(''),
    ).toBe('十五日内支付')
    expect(
      said
        .filter(({ kind }) => kind !== 'removed')
        .map(({ text }) => text)
        .join(''),
    ).toBe('三十日内支付')
    expect(said.at(-1)).toEqual({ kind: 'same', text: '日内支付' })
  })

  test('gives back both versions from its marks, and is nothing for the same one, whatever they say', () => {
    const anyBody = fc
      .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 })
      .chain((keys) =>
        fc.tuple(...keys.map((key) => fc.tuple(fc.constant(key), fc.constantFrom('x y', 'x z', '付款 日', '')))),
      )
      .map((clauses) => body(...clauses))
    fc.assert(
      fc.property(anyBody, anyBody, (before, after) => {
        const found = diffBodies(before, after)
        const side = (part: 'before' | 'after', without: string) =>
          found
            .flatMap(({ key, [part]: place, text }) =>
              place === null
                ? []
                : [
                    [
                      place,
                      key,
                      text.en
                        .filter(({ kind }) => kind !== without)
                        .map((one) => one.text)
                        .join(''),
                    ] as const,
                  ],
            )
            .toSorted(([a], [b]) => a - b)
            .map(([, key, text]) => [key, text])
        expect(side('before', 'added')).toEqual(before.clauses.map(({ key, text }) => [key, text.en]))
        expect(side('after', 'removed')).toEqual(after.clauses.map(({ key, text }) => [key, text.en]))
        expect(isSameBody(found)).toBe(canonicalBody(before) === canonicalBody(after))
      }),
    )
  })
})
