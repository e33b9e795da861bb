/** Every catalogue by language: one line per feature in each list. */

import { common as commonEn } from './en/common'
import { errors as errorsEn } from './en/errors'
import { shell as shellEn } from './en/shell'
import { words as wordsEn } from './en/words'
import { common as commonZh } from './zh-CN/common'
import { errors as errorsZh } from './zh-CN/errors'
import { shell as shellZh } from './zh-CN/shell'
import { words as wordsZh } from './zh-CN/words'
import type { Language } from '../format/language'
import type { ErrorWords } from './error-words'

export const EN = {
  common: commonEn,
  shell: shellEn,
  words: wordsEn,
} as const

export const ZH = {
  common: commonZh,
  shell: shellZh,
  words: wordsZh,
} as const

export const ERRORS: Readonly<Record<Language, ErrorWords>> = { en: errorsEn, 'zh-CN': errorsZh }
