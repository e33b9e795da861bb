/**
 * Postal addresses made comparable, however they are written: widths and accents, abbreviations, order, numbers in words.
 *
 * Two addresses are alike when their house numbers are the same and most of their words are: a suspicion, never a proof.
 */

/** An address taken apart; null for what says too little or hides part of itself behind asterisks. */
export interface AddressParts {
  /** House, floor, flat and street numbers, sorted: what alike addresses have in common. */
  readonly numbers: string
  /** Numbers of five digits and more: postcodes. */
  readonly postcodes: readonly string[]
  /** Words of alphabets; pairs of letters where scripts write without spaces. */
  readonly words: ReadonlySet<string>
}

/** Words that come and go between two spellings of one place, in the languages of the markets. */
const LOOSE = new Set(
  (
    'st str street rd road ave av avenue blvd boulevard ln lane dr drive ct court pl place sq square hwy highway ' +
    'apt apartment unit flat suite ste room rm floor fl level lvl bldg building block blk tower no number house ' +
    'the of and near city state province county district town village zip po box ' +
    'jl jln jalan gg gang kec kecamatan kel kelurahan kab kabupaten kota provinsi desa dusun rt rw lorong taman ' +
    'd duong đuong so pho phuong p quan q tp thanh tinh huyen xa hem ngo ngach to lau tang can ho chung cu ' +
    'thanon soi khwaeng khet tambon amphoe changwat moo mu ' +
    'calle c avenida colonia col rua bairro cep piso puerta via strasse straße rue numero num nro ' +
    'usa us uk vietnam viet nam thailand indonesia malaysia singapore philippines china ' +
    'england mexico brasil brazil japan'
  ).split(' '),
)

/** The same in scripts without spaces, longest first: units of places, and countries. */
const LOOSE_SIGNS = new RegExp(
  // The comparable form takes Thai vowels apart: the words are brought into it as well.
  'กรุงเทพมหานคร|กรุงเทพฯ|ประเทศไทย|จังหวัด|อำเภอ|ตำบล|แขวง|เขต|ถนน|ซอย|หมู่บ้าน|หมู่ที่|หมู่|บ้านเลขที่|เลขที่|อาคาร|ชั้น|ห้อง|จ[.]|อ[.]|ต[.]|ถ[.]|ซ[.]|ม[.]|中国|中國|省|市|区|區|县|縣|镇|鎮|乡|鄉|街道|小区|小區|社区|街|路|弄|巷|号楼|號樓|号|號|栋|棟|幢|座|楼|樓|层|層|单元|單元|室|房|都|道|府|県|丁目|番地|番|日本'.normalize(
    'NFKC',
  ),
  'gu',
)

/** Digits of other scripts, by what stands before their first. */
const ZEROS = [0x0e50, 0x0660, 0x06f0, 0x0966] as const
const HAN_DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** Letters of scripts that write without spaces. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

export function addressParts(text: string | null): AddressParts | null {
  if (text === null || /[*＊•●]/u.test(text)) return null
  const plain = hanNumbers(digits(text.normalize('NFKC').toLowerCase()))
    .replaceAll(LOOSE_SIGNS, ' ')
    .normalize('NFD')
    // Accents of alphabets come and go; those of Thai are vowels and tones, and leaving them out harms nobody.
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
  const numbers: string[] = []
  const postcodes: string[] = []
  const words = new Set<string>()
  for (const [token] of plain.matchAll(/\p{N}+|\p{L}+/gu)) {
    if (/^\p{N}/u.test(token)) {
      const bare = token.replace(/^0+(?=\d)/u, '')
      if (token.length >= 5) postcodes.push(token)
      else numbers.push(bare)
    } else addWords(words, token)
  }
  const worth = [...words].reduce((sum, word) => sum + (UNSPACED.test(word) ? 3 : word.length), 0)
  if (worth < 6 || (numbers.length === 0 && worth < 12)) return null
  return { numbers: numbers.toSorted().join(' '), postcodes, words }
}

/** Same numbers, no two different postcodes, and seven of ten words of the shorter one. */
export function areAlike(a: AddressParts, b: AddressParts): boolean {
  if (a.numbers !== b.numbers) return false
  if (a.postcodes.length > 0 && b.postcodes.length > 0 && !a.postcodes.some((one) => b.postcodes.includes(one)))
    return false
  const [few, many] = a.words.size <= b.words.size ? [a.words, b.words] : [b.words, a.words]
  let common = 0
  for (const word of few) if (many.has(word)) common++
  return common * 10 >= few.size * 7
}

function addWords(words: Set<string>, token: string): void {
  // One run may mix scripts: `sukhumvitซอย`.
  for (const [run] of token.matchAll(
    /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hangul}]+|[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hangul}]+/gu,
  )) {
    if (!UNSPACED.test(run)) {
      if (run.length > 1 && !LOOSE.has(run)) words.add(run)
      continue
    }
    const letters = Array.from(run)
    if (letters.length === 1) words.add(run)
    for (let at = 0; at + 1 < letters.length; at++) words.add(`${letters[at]}${letters[at + 1]}`)
  }
}

function digits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0
    const zero = ZEROS.find((first) => code >= first && code < first + 10)
    return zero === undefined ? sign : String(code - zero)
  })
}

/** 三号楼十二层: numbers in Chinese before what is counted, up to 99. */
function hanNumbers(text: string): string {
  return text.replaceAll(
    /([〇零一二两三四五六七八九十]{1,4})(?=号|號|栋|棟|幢|座|楼|樓|层|層|单元|單元|室|弄|巷|段|丁目)/gu,
    (word) => {
      if (!word.includes('十')) return Array.from(word, (sign) => String(HAN_DIGITS[sign] ?? sign)).join('')
      const [tens = '', ones = ''] = word.split('十')
      return String((tens === '' ? 1 : (HAN_DIGITS[tens] ?? 1)) * 10 + (ones === '' ? 0 : (HAN_DIGITS[ones] ?? 0)))
    },
  )
}
