/** Sentences written by hand for the linter's tests. */

import fs from 'node:fs'
import path from 'node:path'

const FOLDER = path.resolve(import.meta.dirname, '../../fixtures/compliance')

export function cleanSentences(language: string): string[] {
  return linesOf(`clean.${language}.txt`)
}

export interface BadSentence {
  readonly rule: string
  readonly span: string
  readonly text: string
}

/** Each with the rule and the words that are to be found. */
export function badSentences(language: string): BadSentence[] {
  return linesOf(`bad.${language}.txt`).map((line) => {
    const [rule = '', span = '', text = ''] = line.split(' | ')
    return { rule, span, text }
  })
}

function linesOf(file: string): string[] {
  return fs.readFileSync(path.join(FOLDER, file), 'utf8').split('\n').filter(Boolean)
}
