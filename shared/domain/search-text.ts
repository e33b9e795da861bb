/**
 * Texts as they are searched: case, accents and full width make no difference.
 *
 * Signs of Thai and other scripts that are written above or below the line stay: they tell words apart.
 */

const PLAIN = /^[\x20-\x7E]*$/
const ACCENTS = /[\u0300-\u036F]/g
/** Letters that no normal form takes apart. */
const LETTERS: Readonly<Record<string, string>> = { đ: 'd', ð: 'd', ł: 'l', ø: 'o', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' }
const LETTER = /[đðłøıßæœ]/g

/** `Nguyễn Đào` and `ＮＧＵＹＥＮ dao` are one text. */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
}

/** The words of what was typed, each to be found anywhere, in any order; the `@` of a handle is left aside. */
export function searchWords(typed: string): string[] {
  return foldText(typed)
    .split(/\s+/u)
    .map((word) => word.replace(/^@+/, ''))
    .filter((word) => word !== '')
}
