/** Both languages say everything, and nothing is said outside of the catalogues. */

import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

import { EN, ERRORS, ZH } from '../../renderer/messages/catalogues'
import { formatIn } from '../../renderer/format/use-format'
import { REJECT_CODES, WARNING_CODES } from '../../shared/domain/imports'
import { MARKET_RULES } from '../../shared/domain/market-packs'
import { APP_ERRORS } from '../../shared/errors'
import { z } from '../../shared/schema'
import { ENTITIES } from '../../shared/sync/registry'

const RENDERER = resolve(import.meta.dirname, '../../renderer')

type Texts = { readonly [key: string]: string | Texts }

/** `shell.rail.label` to its text. */
function flat(texts: Texts, path = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...flat(value, `${path}${key}.`)],
    ),
  )
}

/** The values a text takes, each once: a language may name one twice. */
const variables = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name ?? ''))].toSorted()

const en = flat(EN)
const zh = flat(ZH)

describe('catalogues', () => {
  test('every English text has a Chinese one and the other way round', () => {
    const wanted = [...en.keys()].filter((key) => !key.endsWith('_one'))
    expect([...zh.keys()].toSorted()).toEqual(wanted.toSorted())
  })

  test('every plural has both English forms', () => {
    const ones = [...en.keys()].filter((key) => key.endsWith('_one'))
    const others = [...en.keys()].filter((key) => key.endsWith('_other'))
    expect(others.map((key) => key.replace(/_other$/, '_one')).toSorted()).toEqual(ones.toSorted())
  })

  test('both languages fill in the same values', () => {
    const different = [...zh].filter(([key, text]) => variables(text).join() !== variables(en.get(key) ?? '').join())
    expect(different).toEqual([])
  })

  test('nothing is said in the words of the machinery', () => {
    const machinery = /\bCRDT|vector|tombstone|merge base|replica\b|向量|墓碑|合并基/i
    expect([...en, ...zh].filter(([, text]) => machinery.test(text))).toEqual([])
  })

  test('every kind of record and each of its fields that people see has a word', () => {
    const entities = Object.keys(ENTITIES).toSorted()
    expect(Object.keys(EN.records.entity).toSorted()).toEqual(entities)
    expect(Object.keys(EN.records.one).toSorted()).toEqual(entities)
    const fields = Object.values(ENTITIES).flatMap((entity) => ('system' in entity ? [] : Object.keys(entity.columns)))
    expect(fields.filter((field) => !(field in EN.records.field))).toEqual([])
  })

  test('every step that a command writes has its words', () => {
    const steps: Readonly<Record<string, unknown>> = EN.steps
    const bare = written().filter((label) => {
      const [feature = '', action = ''] = label.split('.')
      const words = Object.keys(Object(steps[feature]))
      return !words.includes(action) && !words.includes(`${action}_other`)
    })
    // What somebody has seen is kept at home: it is no step of the log.
    expect(bare).toEqual(['inbox.seen'])
  })

  test('no text is empty', () => {
    expect([...en, ...zh].filter(([, text]) => text.trim() === '')).toEqual([])
  })
})

/** Some value that fits a schema. */
function sample(schema: z.core.$ZodType): unknown {
  if (schema instanceof z.ZodArray) {
    return [sample(schema.element)]
  }
  if (schema instanceof z.ZodEnum) {
    return schema.options[0]
  }
  if (schema instanceof z.ZodNullable) {
    return null
  }
  if (schema instanceof z.ZodOptional) {
    return undefined
  }
  if (schema instanceof z.ZodBoolean) {
    return true
  }
  return schema instanceof z.ZodNumber ? 3 : '/home/lin/Lotus.starboard'
}

describe('codes', () => {
  test.each(['en', 'zh-CN'] as const)('every refusal says in %s what happened and what to do next', (language) => {
    for (const [code, schema] of Object.entries(APP_ERRORS)) {
      const params = Object.fromEntries(Object.entries(schema.shape).map(([name, type]) => [name, sample(type)]))
      expect(APP_ERRORS[code as keyof typeof APP_ERRORS].safeParse(params).success).toBe(true)
      const word = ERRORS[language][code as keyof typeof APP_ERRORS] as (
        params: unknown,
        format: ReturnType<typeof formatIn>,
      ) => { what: string; next: string }
      const { what, next } = word(params, formatIn(language))
      expect(`${what} ${next}`).not.toMatch(/undefined|null|NaN|\[object/)
      expect({ code, isWorded: what.length > 3 && next.length > 3 }).toEqual({ code, isWorded: true })
    }
  })

  test.each([
    ['reject', REJECT_CODES],
    ['warning', WARNING_CODES],
    ['rule', MARKET_RULES],
  ] as const)('every %s has a word in both languages', (group, codes) => {
    expect(Object.keys(EN.words[group]).toSorted()).toEqual([...codes].toSorted())
    expect(Object.keys(ZH.words[group]).toSorted()).toEqual([...codes].toSorted())
  })
})

/** Screens and parts, without their comments. */
function sources(folder: string): [file: string, code: string][] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry): [string, string] => [join(entry.parentPath, entry.name), ''])
    .filter(([file]) => !file.includes('/messages/'))
    .map(([file]) => [
      file.slice(RENDERER.length + 1),
      readFileSync(file, 'utf8')
        .replaceAll(/\/\*[\s\S]*?\*\//g, '')
        .replaceAll(/(^|\s)\/\/.*$/gm, ''),
    ])
}

/** Labels that commands give to `write`, as they stand in its call. */
function written(): string[] {
  const folder = resolve(import.meta.dirname, '../../electron/workspace')
  const calls = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/\bwrite\(\s*context,\s*([^;]{0,120})/gu)])
  // A refusal inside the command is no label.
  const labels = calls.flatMap(([, args = '']) => [...(args.split('=>')[0] ?? '').matchAll(/'([a-z]\w+\.\w+)'/gu)])
  return [...new Set(labels.map(([, label = '']) => label))].toSorted()
}

describe('screens', () => {
  const files = sources(RENDERER)

  test('have no Chinese of their own', () => {
    // The palette finds `All shops` by its Chinese name in any language.
    const literals = files.flatMap(([file, code]) =>
      [...code.matchAll(/.*\p{Script=Han}.*/gu)].map(([line]) => `${file}: ${line.trim()}`),
    )
    expect(literals.filter((line) => !line.startsWith('app/ShopSwitcher'))).toEqual([])
  })

  test('have no text between tags', () => {
    const texts = files
      .filter(([file]) => file.endsWith('.tsx'))
      .flatMap(([file, code]) =>
        [...code.matchAll(/>([^<>{}()=;]*\p{L}{2}[^<>{}()=;]*)<\//gu)].map(([, text]) => `${file}: ${text?.trim()}`),
      )
    expect(texts).toEqual([])
  })

  test('have no text in attributes that people read', () => {
    const attributes =
      /\b(?:label|title|placeholder|description|alt|aria-label|sentence|example|hint)=(?:"|\{['"`])([^"'`{]*\p{L}[^"'`]*)/gu
    const texts = files
      .filter(([file]) => file.endsWith('.tsx'))
      .flatMap(([file, code]) => [...code.matchAll(attributes)].map(([, text]) => `${file}: ${text}`))
    expect(texts).toEqual([])
  })

  test('write no colour', () => {
    const colours = files
      .filter(([file]) => /^(features|app|grid|charts)\//.test(file))
      .flatMap(([file, code]) =>
        [...code.matchAll(/['"`](#[0-9a-f]{3,8}|rgb[^'"`]*|hsl[^'"`]*)['"`]/gi)].map(([text]) => `${file}: ${text}`),
      )
    expect(colours).toEqual([])
  })
})
