/**
 * Is this the same person under another name? What two creators have in common, weighed and explained.
 *
 * Reasons are independent clues: together they make 1 − Π(1 − weight). A phone, mailbox or bank account that many creators
 * share is an agency's and says little about any two of them. The answer is a suggestion: people decide.
 */

/** What is known of one creator. Nothing here leaves the copy it was read from. */
export interface DuplicatePerson {
  readonly id: string
  readonly handle: string
  readonly displayName: string | null
  /** ISO 3166, for phone numbers written without a country code. */
  readonly market: string | null
  readonly platformId: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
  readonly bank: string | null
  readonly payee: string | null
  readonly channels: readonly { readonly kind: string; readonly value: string }[]
}

export type DuplicateClue =
  | 'platformId'
  | 'bank'
  | 'phone'
  | 'email'
  | 'channel'
  | 'address'
  | 'payee'
  | 'handleSigns'
  | 'handleStem'
  | 'handleTypo'
  | 'name'
  | 'nameMarket'

/**
 * How much each clue says by itself, in percent: our own estimates, not measured. A platform's number is one account under
 * a new handle; an account or a phone is one person but for agencies; an address is also a household's; names are common.
 */
export const CLUE_WEIGHTS: Readonly<Record<DuplicateClue, number>> = {
  platformId: 99,
  bank: 93,
  phone: 90,
  email: 90,
  channel: 80,
  address: 60,
  payee: 50,
  handleSigns: 60,
  handleStem: 35,
  handleTypo: 25,
  name: 20,
  nameMarket: 35,
}

export interface DuplicateReason {
  readonly clue: DuplicateClue
  /** Percent, after many creators sharing it has made it weaker. */
  readonly weight: number
  /** How many creators share it. */
  readonly shared: number
}

/** One thing that two creators may have in common. */
export interface DuplicateKey {
  readonly clue: DuplicateClue
  readonly text: string
}

/** So many creators may share something before it is somebody else's: an agency's. */
const OWN = 2

/** Everything of a creator that another one may have as well; the same key is the same clue. */
export function keysOf(person: DuplicatePerson): readonly DuplicateKey[] {
  const keys: DuplicateKey[] = []
  const add = (clue: DuplicateClue, text: string | null) => {
    if (text !== null) keys.push({ clue, text })
  }
  add('platformId', digitsOrText(person.platformId))
  add('bank', accountKey(person.bank))
  add('phone', phoneKey(person.phone, person.market))
  add('email', emailKey(person.email))
  for (const { kind, value } of person.channels) {
    const channel = channelKey(kind, value, person.market)
    if (channel !== null) keys.push(channel)
  }
  add('address', wordsKey(person.address, 12))
  add('payee', wordsKey(person.payee, 4))
  add('handleSigns', handleLetters(person.handle))
  add('handleStem', handleStem(person.handle))
  const name = wordsKey(person.displayName, 3)
  add('name', name)
  return dedupe(keys)
}

/** Keys that two stems one letter apart have in common: the stem, and it without each of its letters. */
export function typoKeys(handle: string): readonly string[] {
  const stem = handleStem(handle)
  if (stem === null || stem.length < 7) return []
  return [stem, ...Array.from(stem, (_, at) => stem.slice(0, at) + stem.slice(at + 1))]
}

/** What the two have in common, strongest first. `sharedBy` says how many creators have a key. */
export function reasonsFor(
  a: DuplicatePerson,
  b: DuplicatePerson,
  sharedBy: (key: DuplicateKey) => number,
): readonly DuplicateReason[] {
  const theirs = new Set(keysOf(b).map(keyText))
  const found = keysOf(a).flatMap((key): DuplicateReason[] => {
    if (!theirs.has(keyText(key))) return []
    const clue = key.clue === 'name' && a.market !== null && a.market === b.market ? 'nameMarket' : key.clue
    const shared = Math.max(2, sharedBy(key))
    return [{ clue, weight: weakened(CLUE_WEIGHTS[clue], shared), shared }]
  })
  const clues = new Set(found.map(({ clue }) => clue))
  const reasons = found.filter(
    // Equal letters have equal stems: one clue, not two. Two channels or the phone in a channel neither.
    ({ clue }, at) =>
      !(clue === 'handleStem' && clues.has('handleSigns')) && found.findIndex((one) => one.clue === clue) === at,
  )
  if (!clues.has('handleSigns') && !clues.has('handleStem') && areOneLetterApart(a.handle, b.handle))
    reasons.push({ clue: 'handleTypo', weight: CLUE_WEIGHTS.handleTypo, shared: 2 })
  return reasons.toSorted((x, y) => y.weight - x.weight || (x.clue < y.clue ? -1 : 1))
}

/** Percent that two creators with these reasons are one; never 100: nobody but people knows. */
export function likelihood(reasons: readonly DuplicateReason[]): number {
  const apart = reasons.reduce((rest, { weight }) => rest * (1 - weight / 100), 1)
  return Math.min(99, Math.round((1 - apart) * 100))
}

export function keyText({ clue, text }: DuplicateKey): string {
  return `${clue}:${text}`
}

function weakened(weight: number, shared: number): number {
  return shared <= OWN ? weight : Math.round((weight * OWN) / shared)
}

/** Calling codes of the markets (ITU-T E.164), and whether a leading 0 is dropped abroad. */
const CALLING: Readonly<Record<string, { readonly code: string; readonly keepsZero?: true }>> = {
  US: { code: '1' },
  GB: { code: '44' },
  IE: { code: '353' },
  DE: { code: '49' },
  FR: { code: '33' },
  ES: { code: '34' },
  IT: { code: '39', keepsZero: true },
  BR: { code: '55' },
  MX: { code: '52' },
  SG: { code: '65' },
  MY: { code: '60' },
  PH: { code: '63' },
  TH: { code: '66' },
  VN: { code: '84' },
  ID: { code: '62' },
  JP: { code: '81' },
  SA: { code: '966' },
  CN: { code: '86' },
}

/** `+84912345678` for `0912 345 678` in Vietnam; without a country the digits as they stand; null for what is no number. */
export function phoneKey(text: string | null, market: string | null): string | null {
  if (text === null) return null
  const international = /^\s*(?:\+|00)/u.test(text)
  const digits = text.normalize('NFKC').replaceAll(/\D/gu, '')
  const bare = international ? digits.replace(/^00/u, '') : digits
  if (bare.length < 7) return null
  const country = market === null ? undefined : CALLING[market]
  if (international || country === undefined) return international ? `+${withoutTrunk(bare)}` : bare
  if (bare.startsWith(country.code) && bare.length > country.code.length + 7 && !bare.startsWith('0')) return `+${bare}`
  return `+${country.code}${country.keepsZero ? bare : bare.replace(/^0+/u, '')}`
}

/** `+44 (0)20…` is written with the trunk 0 by mistake. */
function withoutTrunk(digits: string): string {
  const of = Object.values(CALLING).find(({ code, keepsZero }) => !keepsZero && digits.startsWith(`${code}0`))
  return of === undefined ? digits : of.code + digits.slice(of.code.length).replace(/^0+/u, '')
}

/** Capitals do not count, nor what follows a `+`; in Google's mailboxes dots neither. */
export function emailKey(text: string | null): string | null {
  const match = /^([^\s@]+)@([^\s@]+\.[^\s@]+)$/u.exec(text?.normalize('NFKC').trim().toLowerCase() ?? '')
  if (match?.[1] === undefined || match[2] === undefined) return null
  const [, name, host] = match
  const plain = name.replace(/\+.*$/u, '')
  const google = host === 'gmail.com' || host === 'googlemail.com'
  return `${google ? plain.replaceAll('.', '') : plain}@${google ? 'gmail.com' : host}`
}

const PHONE_CHANNELS = ['whatsapp', 'phone', 'zalo', 'sms', 'viber', '电话', '手机']
const MAIL_CHANNELS = ['email', 'e-mail', 'mail', '邮箱']

/** A phone in a channel is a phone, a mailbox a mailbox; of others the name behind their address. */
function channelKey(kind: string, value: string, market: string | null): DuplicateKey | null {
  const word = kind.normalize('NFKC').trim().toLowerCase()
  if (MAIL_CHANNELS.includes(word) || value.includes('@')) {
    const mail = emailKey(value)
    if (mail !== null) return { clue: 'email', text: mail }
  }
  if (PHONE_CHANNELS.includes(word)) {
    const phone = phoneKey(value, market)
    return phone === null ? null : { clue: 'phone', text: phone }
  }
  const name = value
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[?#].*$/u, '')
    .replace(/\/+$/u, '')
  const last = name.split('/').at(-1)?.replace(/^@/u, '') ?? ''
  return last.length < 3 ? null : { clue: 'channel', text: `${word}/${last}` }
}

function accountKey(text: string | null): string | null {
  const letters =
    text
      ?.normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, '') ?? ''
  return letters.replaceAll(/\D/gu, '').length < 6 ? null : letters
}

function digitsOrText(text: string | null): string | null {
  const trimmed = text?.trim().toLowerCase() ?? ''
  return trimmed === '' ? null : trimmed
}

/** Letters and digits alone; null where fewer than `least` are left. Chinese says as much with fewer. */
function wordsKey(text: string | null, least: number): string | null {
  const letters =
    text
      ?.normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, '') ?? ''
  const worth = Array.from(letters).reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 2 : 1), 0)
  return worth < least ? null : letters
}

/** `mia.glow_` and `mia_glow` are the letters `miaglow`. */
export function handleLetters(handle: string): string | null {
  const letters = handle
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
  return letters.length < 4 ? null : letters
}

const ADDED =
  /^(?:the|real|its|iam|official)|(?:official|real|backup|reserve|second|new|shop|store|live|tiktok|tt|vn|us|uk|gb|th|id|my|ph|sg|mx|br)$/u

/** What is left of a handle without numbers at its end and words that second accounts add: `real.miaglow_2` is `miaglow`. */
export function handleStem(handle: string): string | null {
  let stem = handleLetters(handle) ?? ''
  for (;;) {
    const shorter = stem.replace(/\d{1,4}$/u, '').replace(ADDED, '')
    if (shorter === stem || shorter.length < 5) break
    stem = shorter
  }
  return stem.length < 5 ? null : stem
}

/** Stems of at least seven letters that one letter added, left out or changed makes equal. */
export function areOneLetterApart(a: string, b: string): boolean {
  const [x, y] = [handleStem(a), handleStem(b)]
  if (x === null || y === null || x === y || Math.min(x.length, y.length) < 7) return false
  if (Math.abs(x.length - y.length) > 1) return false
  let at = 0
  while (at < x.length && x[at] === y[at]) at++
  const [restX, restY] = x.length >= y.length ? [x.slice(at + 1), y] : [x, y.slice(at + 1)]
  return x.length === y.length
    ? x.slice(at + 1) === y.slice(at + 1)
    : x.length > y.length
      ? restX === y.slice(at)
      : restY === x.slice(at)
}

function dedupe(keys: readonly DuplicateKey[]): readonly DuplicateKey[] {
  return [...new Map(keys.map((key) => [keyText(key), key])).values()]
}
