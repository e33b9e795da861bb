/**
 * Whether a creator's audience lives where the shop sells and speaks its language.
 *
 * A warning with what it saw, never a refusal; what is not known is no mismatch. Reported case: 150 of 159 sample requests
 * of one Japanese shop came from creators who were not local.
 */

/** Languages that an audience of the market is commonly addressed in (ISO 639-1, `fil` 639-2). General knowledge. */
export const MARKET_LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  SG: ['en', 'zh', 'ms', 'ta'],
  MY: ['ms', 'en', 'zh', 'ta'],
  PH: ['fil', 'tl', 'en', 'ceb'],
  TH: ['th'],
  VN: ['vi'],
  ID: ['id', 'jv', 'su'],
  GB: ['en'],
  IE: ['en'],
  ES: ['es', 'ca', 'gl', 'eu'],
  DE: ['de'],
  FR: ['fr'],
  IT: ['it'],
  US: ['en', 'es'],
  MX: ['es'],
  BR: ['pt'],
  JP: ['ja'],
  SA: ['ar', 'en'],
}

/** What is known of a creator; markets ISO 3166, languages ISO 639 with or without a region. */
export interface Audience {
  readonly market: string | null
  readonly language: string | null
  readonly audienceMarket: string | null
  readonly audienceLanguage: string | null
}

/** What did not fit: `seen` is what the creator has, `wanted` the shop's market. */
export interface Mismatch {
  readonly about: 'audienceMarket' | 'creatorMarket' | 'audienceLanguage' | 'creatorLanguage'
  readonly seen: string
  readonly wanted: string
}

export interface MarketMatch {
  readonly state: 'match' | 'mismatch' | 'unknown'
  readonly reasons: readonly Mismatch[]
}

const MATCH: MarketMatch = { state: 'match', reasons: [] }
const UNKNOWN: MarketMatch = { state: 'unknown', reasons: [] }

/** The creator against the shop's market. What the audience is counts; what the creator is stands in where that is not known. */
export function marketMatch(creator: Audience, shopMarket: string): MarketMatch {
  const inMarket = marketFits(creator, shopMarket)
  const inLanguage = languageFits(creator, shopMarket)
  if (inMarket === null && inLanguage === null) return UNKNOWN
  if (inMarket !== false && inLanguage !== false) return inMarket === null ? UNKNOWN : MATCH
  const reasons: Mismatch[] = []
  if (inMarket === false) {
    const about = creator.audienceMarket === null ? 'creatorMarket' : 'audienceMarket'
    reasons.push({ about, seen: creator.audienceMarket ?? creator.market ?? '', wanted: shopMarket })
  }
  if (inLanguage === false) {
    const about = creator.audienceLanguage === null ? 'creatorLanguage' : 'audienceLanguage'
    reasons.push({ about, seen: creator.audienceLanguage ?? creator.language ?? '', wanted: shopMarket })
  }
  return { state: 'mismatch', reasons }
}

/** Whether most of the audience (or, that not being known, the creator) is in the market; null: not known. */
export function marketFits(creator: Audience, shopMarket: string): boolean | null {
  const market = creator.audienceMarket ?? creator.market
  return market === null || market === '' ? null : isoMarket(market) === isoMarket(shopMarket)
}

/** Whether the audience's (or, that not being known, the creator's) language is one of the market's; null: not known. */
export function languageFits(creator: Audience, shopMarket: string): boolean | null {
  const language = creator.audienceLanguage ?? creator.language
  const spoken = MARKET_LANGUAGES[isoMarket(shopMarket)]
  if (language === null || spoken === undefined) return null
  const code = languageCode(language)
  return code === null ? null : spoken.includes(code)
}

/** Sellers write UK for what ISO calls GB. */
function isoMarket(market: string): string {
  const code = market.trim().toUpperCase()
  return code === 'UK' ? 'GB' : code
}

/** The language without its region; null for what is not a code, which is not judged. */
function languageCode(language: string): string | null {
  return /^[a-z]{2,3}(?=$|[-_])/u.exec(language.trim().toLowerCase())?.[0] ?? null
}
