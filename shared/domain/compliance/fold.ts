/**
 * A text as terms are looked for in it: lower case, composed, half width, simplified, without invisible signs; each
 * character knows where it came from.
 *
 * Three readings of it: as written; with letters joined that somebody held apart (`最.便.宜`, `c h e a p`); with digits read as
 * the letters they stand in for (`ch3apest`).
 */

export interface Reading {
  readonly text: string
  /** Where each unit begins and ends in the original. */
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** Units that differ from what was written, or that were joined to the one before; null: as written. */
  readonly marked: Uint8Array | null
  /** Marks are on what was joined: one at the very beginning of a hit is not in it. */
  readonly joins: boolean
}

/** Whether a hit in this reading is one that the text as written does not have. */
export function isNews({ marked, joins }: Reading, start: number, end: number): boolean {
  return marked === null || marked.subarray(joins ? start + 1 : start, end).includes(1)
}

/** Traditional characters of the terms, and rare ones written for common ones, with what they are read as. */
const SIMPLE = pairs(
  '絕绝對对證证國国級级療疗癒愈醫医藥药無无與与價价優优惠惠買买賣卖網网東东貓猫寶宝費费贈赠獎奖認认環环減减體体見见馬马針针歲岁個个萬万億亿這这過过時时間间開开關关標标準准專专業业質质產产極极頂顶獨独剩剩餘余後后後后僅仅來来還还臺台灣湾聯联繫系廣广贊赞蕞最朂最㝡最嚴严補补腫肿臟脏膚肤膩腻齡龄長长靈灵驗验實实際际統统處处讓让會会為为務务類类給给說说沒没顯显險险發发髮发經经濕湿穩稳圍围漲涨點点課课幾几雙双瓶瓶號号',
)
/** Zero-width signs, soft hyphens, joiners, variation selectors: ranges of codes. */
const INVISIBLE: readonly (readonly [from: number, to: number])[] = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
]
const MARK = /[\u0300-\u036F]/

const folded = new Map<string, string>()

export function fold(original: string): Reading {
  const parts: string[] = []
  const from: number[] = []
  const to: number[] = []
  let at = 0
  while (at < original.length) {
    const code = original.charCodeAt(at)
    const next = original.charCodeAt(at + 1)
    if (code < 0x80 && !(next >= 0x300 && next <= 0x36f)) {
      parts.push(code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : (original[at] ?? ''))
      from.push(at)
      to.push(++at)
      continue
    }
    let end = at + (code >= 0xd800 && code <= 0xdbff && next >= 0xdc00 && next <= 0xdfff ? 2 : 1)
    while (end < original.length && MARK.test(original[end] ?? '')) end++
    const piece = foldPiece(original.slice(at, end))
    for (const unit of units(piece)) {
      parts.push(unit)
      from.push(at)
      to.push(end)
    }
    at = end
  }
  return { text: parts.join(''), from, to, marked: null, joins: false }
}

/** The same of a term or a short text. */
export function foldTerm(text: string): string {
  return fold(text).text
}

function foldPiece(piece: string): string {
  const known = folded.get(piece)
  if (known !== undefined) return known
  const read = readPiece(piece)
  // Texts have few different characters; a flood of strange ones is not kept.
  if (folded.size < 20_000) folded.set(piece, read)
  return read
}

function readPiece(piece: string): string {
  if (piece.length === 1) {
    if (piece === '’' || piece === '‘') return "'"
    const code = piece.charCodeAt(0)
    if (INVISIBLE.some(([from, to]) => code >= from && code <= to)) return ''
    // Thai vowels stay as they are typed.
    if (code >= 0x0e00 && code <= 0x0e7f) return piece
    if (code >= 0x3400 && code <= 0x9fff) return SIMPLE.get(piece) ?? piece
  }
  return piece.normalize('NFKC').toLowerCase().normalize('NFC')
}

function units(text: string): string[] {
  return text.split('')
}

function pairs(text: string): ReadonlyMap<string, string> {
  const signs = Array.from(text)
  return new Map(signs.flatMap((sign, i) => (i % 2 === 0 ? [[sign, signs[i + 1] ?? sign]] : [])))
}

const HAN = '\u3400-\u9FFF'
const THAI = '\u0E01-\u0E5B'
const LATIN = 'a-z\u00C0-\u024F\u1E00-\u1EFF'
/** What is put between letters to hide a word: marks and pictures. */
const SIGNS = '*_~|^+=·•‧・●○◆★☆♥❤→✨\\u2190-\\u2BFF\\uD83C-\\uDBFF\\uDC00-\\uDFFF'
const APART = new RegExp(
  [
    `(?<=[${HAN}])[${SIGNS} \\t.\\-/]{1,4}(?=[${HAN}])`,
    `(?<=[${THAI}])[${SIGNS}.\\-]{1,4}(?=[${THAI}])`,
    `(?<=[${LATIN}])[${SIGNS}.\\-]{1,4}(?=[${LATIN}])`,
  ].join('|'),
  'g',
)
/** Four or more letters, each on its own: `b e s t`, `b.e.s.t` (but not the article before); Thai in bits of up to three signs. */
const SPELLED = new RegExp(
  [
    `(?<![${LATIN}\\d])(?![ai] )[${LATIN}](?:([ .\\-_/*])[${LATIN}](?![${LATIN}\\d]))(?:\\1[${LATIN}](?![${LATIN}\\d])){2,}`,
    `(?<![${THAI}])[${THAI}]{1,3}(?: [${THAI}]{1,3}(?![${THAI}])){2,}`,
  ].join('|'),
  'g',
)

/** The reading with letters joined; null where nothing holds any apart. */
export function joined(reading: Reading): Reading | null {
  const drop = new Uint8Array(reading.text.length)
  let found = false
  for (const { 0: gap, index } of reading.text.matchAll(APART)) {
    drop.fill(1, index, index + gap.length)
    found = true
  }
  for (const { 0: run, index } of reading.text.matchAll(SPELLED)) {
    for (let i = 0; i < run.length; i++) if (/[ .\-_/*]/.test(run[i] ?? '')) drop[index + i] = 1
    found = true
  }
  if (!found) return null
  const keep = [...drop.keys()].filter((i) => drop[i] === 0)
  const marked = new Uint8Array(keep.length)
  keep.forEach((i, n) => {
    if (drop[i - 1] === 1) marked[n] = 1
  })
  return {
    text: keep.map((i) => reading.text[i]).join(''),
    from: keep.map((i) => reading.from[i] ?? 0),
    to: keep.map((i) => reading.to[i] ?? 0),
    marked,
    joins: true,
  }
}

const WORDS = /[a-z0-9@$]{3,}/g
const MIXED = /[a-z][0134578@$]|[0134578@$][a-z]/
const LETTERS: Readonly<Record<string, string>> = { 0: 'o', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', '@': 'a', $: 's' }

/** Readings with digits as letters, `1` once as `i` and once as `l`; none where no word mixes both. */
export function spelledOut(reading: Reading): readonly Reading[] {
  const words = [...reading.text.matchAll(WORDS)].filter(([word]) => MIXED.test(word))
  if (words.length === 0) return []
  const ones = words.some(([word]) => word.includes('1')) ? ['i', 'l'] : ['i']
  return ones.map((one) => {
    const marked = new Uint8Array(reading.text.length)
    const signs = reading.text.split('')
    for (const { 0: word, index } of words) {
      for (let i = index; i < index + word.length; i++) {
        const letter = signs[i] === '1' ? one : LETTERS[signs[i] ?? '']
        if (letter === undefined) continue
        signs[i] = letter
        marked[i] = 1
      }
    }
    return { ...reading, text: signs.join(''), marked, joins: false }
  })
}
