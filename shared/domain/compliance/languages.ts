/**
 * In which languages a text is, told by its scripts and, in Latin letters, by its commonest words.
 *
 * A guess that can be overruled; where a text has several scripts (a script beside its translation) each is told on its own.
 */

import { PACK_LANGUAGES, type PackLanguage } from './types'

export interface Told {
  /** ISO 639-1, the one with most letters first. */
  readonly languages: readonly string[]
  /** The first of them; null: no letters at all. */
  readonly main: string | null
}

const SCRIPTS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['latin', /[a-z\u00C0-\u024F\u1E00-\u1EFF]/g],
  ['zh', /[\u3400-\u9FFF]/g],
  ['th', /[\u0E01-\u0E5B]/g],
  ['ja', /[\u3041-\u30FF]/g],
  ['ko', /[\uAC00-\uD7AF\u1100-\u11FF]/g],
  ['ar', /[\u0620-\u06FF]/g],
  ['ru', /[\u0400-\u04FF]/g],
  ['hi', /[\u0900-\u097F]/g],
  ['he', /[\u05D0-\u05EA]/g],
  ['el', /[\u0370-\u03FF]/g],
  ['km', /[\u1780-\u17FF]/g],
  ['lo', /[\u0E81-\u0EDF]/g],
  ['my', /[\u1000-\u109F]/g],
  ['ta', /[\u0B80-\u0BFF]/g],
]

/** Commonest words; those of two languages count for both. */
const COMMON: Readonly<Record<string, string>> = {
  en: 'the and is are was you your this that with for of to in it its my i we have has on so not be can will from just at get these they but do what if when',
  id: 'yang dan di ini itu untuk dengan tidak ada banget aku kamu kita bisa juga buat dari pakai nya gak nggak udah sudah aja jadi lagi akan karena kalau pada lebih saya guys bikin enak kok sih',
  ms: 'yang dan di ini itu untuk dengan tidak ada saya awak kita boleh juga dari sangat tak nak macam korang sebab pun dah memang kalau lebih guna sedap ialah',
  vi: 'và là của có không cho này mình các bạn được với một thì mà rất như nhé khi đã những đi ra rồi nha em chị',
  es: 'el la los las de que y en un una es para por con no se lo su muy como pero más este esta mi tu está son al del me te',
  pt: 'o a os as de que e em um uma é para por com não se muito como mas mais este esta meu você está são ao do da no na eu',
  fr: 'le la les de des et en un une est pour que qui dans avec pas ce cette je vous nous très mais plus sur au du il elle',
  de: 'der die das und ist ich nicht mit für ein eine es auf den dem wir ihr sie so auch sehr aber wie hier von zu im bei',
  it: 'il la i le di che e un una è per con non si lo molto come ma più questo questa mio sono al del della nel ho',
  tl: 'ang ng sa na ay at mga ko mo ito po yung lang kasi naman din rin para hindi ako ka niyo talaga pa',
  nl: 'de het een en is van ik je dat niet met voor op zijn maar ook dit deze heel wel er bij',
  tr: 've bir bu çok için ile de da ne gibi daha ama ben sen var yok olarak',
  pl: 'i w na z jest to nie się do że jak dla ale po co tak ten',
}
const WORDS = new Map<string, string[]>()
for (const [language, words] of Object.entries(COMMON)) {
  // Single letters are words of too many languages.
  for (const word of words.split(' ').filter(({ length }) => length > 1))
    WORDS.set(word, [...(WORDS.get(word) ?? []), language])
}
/** Letters that Vietnamese alone has, or almost. */
const VIETNAMESE = /[ăđơư\u1EA0-\u1EF9]/g
/** What share of all letters a script needs to count, and what share a language without a pack. */
const LEAST = 0.02
const WORTH_SAYING = 0.3

export function tellLanguages(folded: string): Told {
  const counts = SCRIPTS.map(([script, letters]) => ({ script, count: folded.match(letters)?.length ?? 0 }))
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return { languages: [], main: null }
  const kana = counts.find(({ script }) => script === 'ja')?.count ?? 0
  const told = counts
    .filter(({ count }) => count >= Math.max(2, all * LEAST))
    // Where kana are, characters are Japanese.
    .filter(({ script, count }) => !(script === 'zh' && kana > count * 0.1))
    .toSorted((a, b) => b.count - a.count)
    .map(({ script, count }) => ({
      language: script === 'latin' ? latin(folded, count / all) : script,
      share: count / all,
    }))
    .filter(({ language, share }) => isPackLanguage(language) || share >= WORTH_SAYING)
  return { languages: [...new Set(told.map(({ language }) => language))], main: told[0]?.language ?? null }
}

/** The language of the words in Latin letters. Some words in a text of another script are English. */
function latin(folded: string, share: number): string {
  const words = folded.slice(0, 6000).match(/[a-z\u00C0-\u024F\u1E00-\u1EFF]+/g) ?? []
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  if ((folded.slice(0, 6000).match(VIETNAMESE)?.length ?? 0) > letters * 0.06) return 'vi'
  const scores = new Map<string, number>()
  for (const word of words) {
    for (const language of WORDS.get(word) ?? []) scores.set(language, (scores.get(language) ?? 0) + 1)
  }
  const [best] = [...scores].toSorted((a, b) => b[1] - a[1])
  if (!best || share < WORTH_SAYING) return 'en'
  if (isPackLanguage(best[0])) return best[0]
  // English and Indonesian words are everywhere: another language has to be clearly ahead.
  const known = Math.max(scores.get('en') ?? 0, scores.get('id') ?? 0, scores.get('vi') ?? 0)
  if (best[1] >= 2 && best[1] > known && best[1] >= words.length * 0.12) return best[0]
  return known > 0 && scores.get('id') === known ? 'id' : 'en'
}

/** Whether both are written in one script, so that a text is in one of them. */
export function shareScript(a: string, b: string): boolean {
  const own = (language: string): string => (SCRIPTS.some(([script]) => script === language) ? language : 'latin')
  return own(a) === own(b)
}

export function isPackLanguage(language: string): language is PackLanguage {
  return (PACK_LANGUAGES as readonly string[]).includes(language)
}

/** `zh-CN`, `ZH` → `zh`; Indonesian under its old name. */
export function primaryLanguage(language: string): string {
  const primary = language.trim().toLowerCase().split(/[-_]/u)[0] ?? ''
  return primary === 'in' ? 'id' : primary
}
