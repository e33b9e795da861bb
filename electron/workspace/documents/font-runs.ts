/** Which of a document's fonts draws which letters: Chinese and Vietnamese in one, Thai and what the first lacks in the other. Pure. */

export const FACES = ['main', 'thai'] as const
export type Face = (typeof FACES)[number]

/** A stretch of text in one font. */
export interface FontRun {
  readonly face: Face
  readonly text: string
}

/** Whether a font has a letter, by its code point. */
export type HasLetter = (face: Face, code: number) => boolean

/** A place where a line may end although nothing is seen there. */
const SOFT_BREAK = '\u200B'
/** Letters that the first font has for certain: most texts are made of nothing else. */
const PLAIN = /^[\u0020-\u007E\u00A0-\u00FF\u3000-\u9FFF\uFF00-\uFFEF]*$/u
/** A word in Latin letters is drawn in one font, lest its letters look unlike each other; all else letter by letter. */
const PIECES = /[\p{Script=Latin}\p{Mark}]+|[\p{Script=Thai}\u0E3F]+|./gsu
const THAI = /\p{Script=Thai}/u

/** Signs that no font of ours has, as they are written without them. */
const SPELLED: readonly (readonly [string, string])[] = [['₱', 'PHP ']]

/** A text as it is drawn: composed letters, no marks that are not seen, signs that are lacking spelled out. */
export function drawn(text: string): string {
  const composed = text.normalize('NFC').replaceAll(SOFT_BREAK, '')
  return SPELLED.reduce((before, [sign, spelling]) => before.replaceAll(sign, spelling), composed)
}

/** A drawn text cut into runs; what no font has stays with the first. */
export function runsOf(text: string, has: HasLetter): readonly FontRun[] {
  if (PLAIN.test(text)) return text === '' ? [] : [{ face: 'main', text }]
  const runs: { face: Face; text: string }[] = []
  for (const [piece] of text.matchAll(PIECES)) {
    const codes = Array.from(piece, (letter) => letter.codePointAt(0) ?? 0)
    const all = (face: Face): boolean => codes.every((code) => has(face, code))
    const face = !all('main') && all('thai') ? 'thai' : 'main'
    const last = runs.at(-1)
    if (last?.face === face) last.text += piece
    else runs.push({ face, text: piece })
  }
  return runs
}

/** Thai as its font draws it: the vowel *am* is a ring above the letter, below a tone, and a vowel after it. */
export function shaped(text: string): string {
  return text.replaceAll(/([\u0E48-\u0E4B]?)\u0E33/gu, '\u0E4D$1\u0E32')
}

let segmenter: Intl.Segmenter | undefined

/** Thai writes no spaces between words: soft breaks where a line may end, found by the system's dictionary. */
export function withBreaks(text: string): string {
  if (!THAI.test(text)) return text
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' })
  let before = ''
  let broken = ''
  for (const { segment } of segmenter.segment(text)) {
    broken += THAI.test(before) && THAI.test(segment) ? SOFT_BREAK + segment : segment
    before = segment
  }
  return broken
}
