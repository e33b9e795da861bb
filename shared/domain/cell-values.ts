/**
 * What can be typed or pasted into a cell of a list, by the kind of the cell: `1.2万` followers, `Rp435.212`, `2026年3月31日`,
 * `https://www.tiktok.com/@linh`, `15%`.
 *
 * A text that can be read two ways is refused, never guessed. What `cellInput` writes, `readCell` reads back.
 */

import { CURRENCIES } from './currencies'
import { normaliseHandle } from './import-values/handles'
import { parseMoney } from './import-values/money'
import { cleanText, isBlank } from './import-values/text'
import { readDay, readInstant, typedInstant } from './cell-times'
import { fitsTags, readTags, tagsOf } from './tags'

export const CELL_KINDS = [
  'text',
  'number',
  'decimal',
  'money',
  'percent',
  'day',
  'instant',
  'choice',
  'tags',
  'person',
  'creator',
  'bool',
] as const
/** `number` whole, `decimal` exact and kept as text, `percent` basis points, `creator` a handle, `person` a name. */
export type CellKind = (typeof CELL_KINDS)[number]

/** Why a text is not a value of the kind. */
export const CELL_REASONS = [
  'notANumber',
  'notWhole',
  'tooLarge',
  'notAnAmount',
  /** An amount that names another currency than the row is kept in. */
  'otherCurrency',
  'tooManyDecimals',
  'notAPercent',
  'notADay',
  /** `03/04/2026` is the third of April or the fourth of March. */
  'ambiguousDay',
  'notAnInstant',
  'notAChoice',
  'notTags',
  'notAName',
  'notAHandle',
  'notYesNo',
] as const
export type CellReason = (typeof CELL_REASONS)[number]

export type CellValue = string | number | boolean | null
export type CellReading = { readonly value: CellValue } | { readonly reason: CellReason }

export interface CellSpec {
  readonly kind: CellKind
  /** `money` only: the currency that the row is kept in. */
  readonly currency?: string
  /** `choice` only: what is written, and what people read. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  /** `instant` only: where a time without a zone is meant (IANA); UTC without it. */
  readonly zone?: string
}

/** The value of a typed or pasted text; an empty one is null in every kind. */
export function readCell(text: string, spec: CellSpec): CellReading {
  // Our own copies put an apostrophe before what a spreadsheet would run as a formula.
  const own = text.replace(/^'(?=[=+\-@\t\r])/, '')
  const cleaned = cleanText(own)
  if (spec.kind === 'text') {
    return { value: cleaned === '' ? null : own.replaceAll(/\r\n?/g, '\n').normalize('NFC').trim() }
  }
  return cleaned === '' || (FIGURES.has(spec.kind) && isBlank(cleaned))
    ? { value: null }
    : READERS[spec.kind](own, spec)
}

/** The text that editing a value begins with: what somebody would type for it. */
export function cellInput(value: CellValue, spec: CellSpec): string {
  if (value === null) {
    return ''
  }
  switch (spec.kind) {
    case 'money':
      return shifted(Number(value), CURRENCIES.get(spec.currency ?? '')?.decimals ?? 2)
    case 'percent':
      return `${shifted(Number(value), 2).replace(/\.?0+$/, '')}%`
    case 'instant':
      return typedInstant(Number(value), spec.zone ?? 'UTC')
    case 'choice':
      return spec.choices?.find((choice) => choice.value === value)?.label ?? String(value)
    case 'tags':
      return tagsOf(String(value)).join(', ')
    case 'text':
    case 'number':
    case 'decimal':
    case 'day':
    case 'person':
    case 'creator':
    case 'bool':
      return String(value)
  }
}

const FIGURES: ReadonlySet<CellKind> = new Set(['number', 'decimal', 'money', 'percent', 'day', 'instant'])

const LONGEST_NAME = 80

const READERS: Readonly<Record<Exclude<CellKind, 'text'>, (text: string, spec: CellSpec) => CellReading>> = {
  number: (text) => readNumber(text),
  decimal: (text) => readDecimal(text),
  money: (text, { currency = 'USD' }) => readMoney(text, currency),
  percent: (text) => readPercent(text),
  day: (text) => readDay(text),
  instant: (text, { zone = 'UTC' }) => readInstant(text, zone),
  choice: (text, { choices = [] }) => readChoice(text, choices),
  tags: (text) => {
    const tags = readTags(text)
    return fitsTags(tags) ? { value: tags.length === 0 ? null : JSON.stringify(tags) } : { reason: 'notTags' }
  },
  person: (text) => {
    const name = cleanText(text)
    return name.length <= LONGEST_NAME ? { value: name } : { reason: 'notAName' }
  },
  creator: (text) => {
    const handle = normaliseHandle(text)
    return /^[\p{L}\p{M}\p{N}._-]{1,64}$/u.test(handle) ? { value: handle } : { reason: 'notAHandle' }
  },
  bool: (text) => readBool(text),
}

const SCALES: Readonly<Record<string, number>> = { k: 1e3, 千: 1e3, w: 1e4, 万: 1e4, 萬: 1e4, m: 1e6, 亿: 1e8, 億: 1e8 }

/** A whole number: groups and the short forms of large ones (`12.5K`, `1.2万`) too. */
function readNumber(text: string): CellReading {
  const match = /^([+-]?)([\d,' ]*\d(?:\.\d+)?|\.\d+)\s?([kwm千万萬亿億])?$/iu.exec(plain(text))
  const [, sign = '', digits = '', scale = ''] = match ?? []
  if (!match || !areGroups(digits)) {
    return { reason: 'notANumber' }
  }
  const value = Number(digits.replaceAll(/[,' ]/g, '')) * (SCALES[scale.toLowerCase()] ?? 1)
  // 1.2 × 10,000 is not 12,000 to the last bit.
  const whole = Math.round(value)
  if (Math.abs(whole - value) > 1e-6) {
    return { reason: 'notWhole' }
  }
  return Number.isSafeInteger(whole) ? { value: sign === '-' && whole !== 0 ? -whole : whole } : { reason: 'tooLarge' }
}

function readDecimal(text: string): CellReading {
  const match = /^([+-]?)([\d,' ]*\d)(?:\.(\d{1,12}))?$/.exec(plain(text))
  const [, sign = '', whole = '', fraction] = match ?? []
  if (!match || !areGroups(whole) || whole.length > 20) {
    return { reason: 'notANumber' }
  }
  const digits = whole.replaceAll(/[,' ]/g, '').replace(/^0+(?=\d)/, '')
  return { value: `${sign === '-' ? '-' : ''}${digits}${fraction === undefined ? '' : `.${fraction}`}` }
}

/** Whether group signs, if any, part a number into thousands. */
function areGroups(digits: string): boolean {
  const [whole = ''] = digits.split('.')
  const groups = whole.split(/[,' ]/)
  return groups.length === 1 || groups.every((group, at) => (at === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group))
}

function readMoney(text: string, code: string): CellReading {
  const currency = CURRENCIES.get(code)
  if (!currency) {
    return { reason: 'otherCurrency' }
  }
  const cell = parseMoney(text, currency, '.')
  if (cell === 'blank') {
    return { value: null }
  }
  if (typeof cell !== 'number') {
    return { reason: namesOther(text, code) ? 'otherCurrency' : 'notAnAmount' }
  }
  // A file may print more decimals than money has; nobody types them and means it.
  const fraction = /\.(\d+)\D*$/.exec(plain(text))?.[1] ?? ''
  const lost = currency.fileDecimals > 0 && /[1-9]/.test(fraction.slice(currency.decimals)) && fraction.length !== 3
  return lost ? { reason: 'tooManyDecimals' } : { value: cell }
}

/** Whether the letters of an amount are the code or a symbol of some other currency. */
function namesOther(text: string, code: string): boolean {
  const word = plain(text)
    .replaceAll(/[\d.,'\s()+-]/g, '')
    .toUpperCase()
  return (
    word !== '' &&
    [...CURRENCIES.values()].some(
      (other) =>
        other.code !== code &&
        (other.code === word || other.symbols.some((symbol) => symbol.normalize('NFKC').toUpperCase() === word)),
    )
  )
}

function readPercent(text: string): CellReading {
  const match = /^([+-]?)(\d{1,7})(?:[.,](\d+))?\s?%?$/.exec(plain(text))
  const [, sign = '', whole = '', fraction = ''] = match ?? []
  if (!match) {
    return { reason: 'notAPercent' }
  }
  if (/[1-9]/.test(fraction.slice(2))) {
    return { reason: 'tooManyDecimals' }
  }
  const points = Number(`${whole}${fraction.slice(0, 2).padEnd(2, '0')}`)
  return { value: sign === '-' && points !== 0 ? -points : points }
}

function readChoice(text: string, choices: NonNullable<CellSpec['choices']>): CellReading {
  const wanted = plain(text).toLowerCase()
  const found = choices.find(({ value, label }) => [value, label].some((word) => plain(word).toLowerCase() === wanted))
  return found ? { value: found.value } : { reason: 'notAChoice' }
}

const YES = new Set(['yes', 'y', 'true', '1', '是', '对', '有', '√', '✓', '✔'])
const NO = new Set(['no', 'n', 'false', '0', '否', '不', '无', '×', '✗', '✘'])

function readBool(text: string): CellReading {
  const word = plain(text).toLowerCase()
  return YES.has(word) ? { value: true } : NO.has(word) ? { value: false } : { reason: 'notYesNo' }
}

/** One line, half-width, with an ordinary minus. */
function plain(text: string): string {
  return cleanText(text.normalize('NFKC')).replaceAll(/[−‐-―]/g, '-')
}

/** A whole number with its decimal point moved, digit by digit, so that no large amount is rounded. */
function shifted(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0')
  const sign = value < 0 ? '-' : ''
  return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
