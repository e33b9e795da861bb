/**
 * The market packs as shipped: what is confirmed, with its source; what is not, blank.
 *
 * Data, not rules: people add dated rows of their own, which hold before these (`ruleInForce`).
 */

/** One word per rule; the value's form: ISO code, IANA zone, date order, whole days, percent points, a count, a weekday (`sunday`), tiers (`readTiers`). */
export const MARKET_RULES = [
  'currency',
  'currencyDecimals',
  'timezone',
  'dateOrder',
  'settlementDays',
  'returnDays',
  'sampleReviewDays',
  'sampleContentDays',
  'sampleExtensionDays',
  'refundableSampleContentDays',
  'commissionRateMin',
  'commissionRateMax',
  'rateCutLockDays',
  'platformFee',
  'claimDays',
  'invitesWeekly',
  'invitesNewShop',
  'inviteWeekStart',
  'messagesBeforeReply',
  'reinviteDays',
] as const
export type MarketRuleName = (typeof MARKET_RULES)[number]

export type Confidence = 'confirmed' | 'inferred' | 'unknown'

export interface ShippedRule {
  readonly market: string
  readonly rule: MarketRuleName
  /** Whole days, percent points, an ISO code, an IANA zone or a date order, by rule; null: no source gives a figure. */
  readonly value: string | null
  readonly fromDay: string | null
  readonly source: string
  readonly confidence: Confidence
  readonly note: string | null
}

const API = 'TikTok Shop Open API, product currency values'
const COMMON = 'general knowledge of the market'
const EXPORTS = 'order exports of this market, as read by working importers'
const RATE_LIMITS = 'ads.tiktok.com, open collaborations in Seller Center'
const PARTNER_INVITES = 'Partner Center guide, inviting creators'
const PARTNER_FINANCE = 'Partner Center guide, finance outside the US'
const OUTREACH_US = 'Seller university US, essays 6104700982429483 and 2725932827150123'
const SAMPLES_US = 'Seller university US, essay 5694209038927617'

interface MarketBasics {
  readonly currency: string
  readonly decimals: number
  readonly timezone: string
  readonly decimalsInFiles?: number
}

/** Every market that an export of this build's importers can come from. */
const BASICS: Readonly<Record<string, MarketBasics>> = {
  SG: { currency: 'SGD', decimals: 2, timezone: 'Asia/Singapore' },
  MY: { currency: 'MYR', decimals: 2, timezone: 'Asia/Kuala_Lumpur' },
  PH: { currency: 'PHP', decimals: 2, timezone: 'Asia/Manila' },
  TH: { currency: 'THB', decimals: 2, timezone: 'Asia/Bangkok' },
  VN: { currency: 'VND', decimals: 0, timezone: 'Asia/Ho_Chi_Minh' },
  ID: { currency: 'IDR', decimals: 2, decimalsInFiles: 0, timezone: 'Asia/Jakarta' },
  GB: { currency: 'GBP', decimals: 2, timezone: 'Europe/London' },
  IE: { currency: 'EUR', decimals: 2, timezone: 'Europe/Dublin' },
  ES: { currency: 'EUR', decimals: 2, timezone: 'Europe/Madrid' },
  DE: { currency: 'EUR', decimals: 2, timezone: 'Europe/Berlin' },
  FR: { currency: 'EUR', decimals: 2, timezone: 'Europe/Paris' },
  IT: { currency: 'EUR', decimals: 2, timezone: 'Europe/Rome' },
  US: { currency: 'USD', decimals: 2, timezone: 'America/Los_Angeles' },
  MX: { currency: 'MXN', decimals: 2, timezone: 'America/Mexico_City' },
  BR: { currency: 'BRL', decimals: 2, timezone: 'America/Sao_Paulo' },
  JP: { currency: 'JPY', decimals: 0, timezone: 'Asia/Tokyo' },
  SA: { currency: 'SAR', decimals: 2, timezone: 'Asia/Riyadh' },
}

export const MARKETS: readonly string[] = Object.keys(BASICS)

type Known = readonly [
  value: string,
  source: string,
  confidence: 'confirmed' | 'inferred',
  note?: string,
  fromDay?: string,
]

/** Figures that differ by market; a market that is not named has none that is known. */
const BY_MARKET: Readonly<Partial<Record<MarketRuleName, Readonly<Record<string, Known>>>>> = {
  settlementDays: {
    US: [
      '15',
      'Seller university US',
      'confirmed',
      'creator commission, about 15 days after delivery; up to 31 where the shop settles later',
      '2025-04-15',
    ],
    GB: [
      '15',
      'Seller university UK',
      'confirmed',
      'creator commission, about 15 days after delivery; up to 31 where the shop settles later',
      '2025-04-01',
    ],
    VN: ['7', 'Seller university Vietnam', 'confirmed', 'standard; express 3, extended 15'],
    ID: ['7', PARTNER_FINANCE, 'confirmed', 'partner payout: day 7 after delivery'],
    MY: ['7', PARTNER_FINANCE, 'confirmed', 'partner payout: day 7 after delivery'],
    PH: ['7', PARTNER_FINANCE, 'confirmed', 'partner payout: day 7 after delivery'],
    TH: ['8', PARTNER_FINANCE, 'confirmed', 'partner payout: day 8 after delivery'],
  },
  returnDays: {
    VN: [
      '15',
      'Seller university Vietnam, essay 2901402355762946',
      'confirmed',
      'fewer for food, baby formula, phones and tablets',
    ],
    TH: ['15', 'Seller university Thailand, essay 110881167050498', 'confirmed', 'Mall shops; others 7', '2024-07-18'],
    ID: ['6', 'Seller university Indonesia, essay 7753815881746178', 'confirmed'],
    GB: ['30', 'TikTok Shop returns policy UK', 'confirmed', '14 days by law, extended to 30'],
    US: ['30', 'third parties only', 'inferred'],
  },
  sampleReviewDays: { US: ['7', SAMPLES_US, 'confirmed'] },
  sampleContentDays: {
    US: ['14', SAMPLES_US, 'confirmed', 'free samples, after receipt'],
    ...Object.fromEntries(
      ['SG', 'MY', 'PH', 'TH', 'VN', 'ID'].map((market): [string, Known] => [
        market,
        [
          '14',
          'Seller university of South-East Asia, page not kept',
          'inferred',
          'free samples, after receipt',
          '2023-09-20',
        ],
      ]),
    ),
  },
  sampleExtensionDays: { US: ['7', 'Seller university US, page not kept', 'inferred', 'one extension and one appeal'] },
  refundableSampleContentDays: { US: ['90', SAMPLES_US, 'confirmed'] },
  rateCutLockDays: {
    US: [
      '30',
      'Seller university US, essays 6077860360177451 and 1746104456447790',
      'confirmed',
      'creators already promoting keep the old rate',
    ],
    VN: [
      '30',
      'Seller university Vietnam, essay 3747225037670161',
      'confirmed',
      'creators already promoting keep the old rate',
    ],
  },
  platformFee: {},
  // That the number depends on the GMV of 30 days is confirmed; the numbers are not, and earlier ones differed.
  invitesWeekly: {},
  invitesNewShop: { US: ['1000', OUTREACH_US, 'confirmed', 'once; afterwards the weekly number holds'] },
  inviteWeekStart: { US: ['sunday', OUTREACH_US, 'confirmed'] },
  messagesBeforeReply: { US: ['5', OUTREACH_US, 'confirmed', 'to a creator who has not answered yet'] },
}

const UNKNOWN = 'no source found'

function shippedFor(market: string, basics: MarketBasics): ShippedRule[] {
  const row = (
    rule: MarketRuleName,
    value: string | null,
    source: string,
    confidence: Confidence,
    note: string | null = null,
    fromDay: string | null = null,
  ): ShippedRule => ({
    market,
    rule,
    value,
    fromDay,
    source,
    confidence,
    note,
  })
  const known = Object.entries(BY_MARKET).map(([rule, figures]) => {
    const figure = figures?.[market]
    // The keys of BY_MARKET are rule names.
    const name = rule as MarketRuleName
    return figure
      ? row(name, figure[0], figure[1], figure[2], figure[3] ?? null, figure[4] ?? null)
      : row(name, null, UNKNOWN, 'unknown')
  })
  return [
    row('currency', basics.currency, API, market === 'SA' ? 'inferred' : 'confirmed'),
    row(
      'currencyDecimals',
      String(basics.decimalsInFiles ?? basics.decimals),
      EXPORTS,
      'confirmed',
      'as written in files',
    ),
    row(
      'timezone',
      basics.timezone,
      COMMON,
      'inferred',
      market === 'US' ? 'a US shop has a zone of its own: check it in Seller Center' : null,
    ),
    row(
      'dateOrder',
      'DMY',
      EXPORTS,
      'confirmed',
      'affiliate orders; used only when a file itself cannot tell day from month',
    ),
    row('commissionRateMin', '1', RATE_LIMITS, 'confirmed'),
    row('commissionRateMax', '80', RATE_LIMITS, 'confirmed'),
    row('claimDays', '14', 'a default of this app, not of the platform', 'inferred'),
    row('reinviteDays', '7', PARTNER_INVITES, 'confirmed', 'of partners and managed creators'),
    ...known,
  ]
}

export const SHIPPED_RULES: readonly ShippedRule[] = Object.entries(BASICS).flatMap(([market, basics]) =>
  shippedFor(market, basics),
)
