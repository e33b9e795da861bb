/**
 * A product's claim sheet: what may be said of it with proof, what must not, what has to be said, and how the ad is disclosed.
 *
 * The sheet in force follows from the product, the market and the day; an allowed claim whose proof is missing or has run
 * out is on it, marked, and is not to be used.
 */

import { addDays } from './days'

export const CLAIM_KINDS = ['allowed', 'forbidden', 'mustSay', 'disclosure'] as const
export type ClaimKind = (typeof CLAIM_KINDS)[number]

/** Of claims: every product of the shop, every market. */
export const EVERY = '*'

export interface Claim {
  readonly id: string
  /** TikTok's number of the product, or `*`. */
  readonly productId: string
  /** A market's code, or `*`. */
  readonly market: string
  readonly kind: ClaimKind
  readonly text: string
  /** Words by which it is known in a script; none: its text. */
  readonly terms: readonly string[]
  /** The language its words are in; null: any. */
  readonly language: string | null
  /** Files attached as proof. */
  readonly proofFiles: number
  /** The last day on which the proof holds; null: no end. */
  readonly proofExpires: string | null
  readonly source: string | null
  readonly note: string | null
}

/** `notNeeded`: only allowed claims need proof. `expiring`: it holds, for less than `EXPIRING_DAYS` more days. */
export type ProofState = 'notNeeded' | 'proven' | 'expiring' | 'expired' | 'missing'

/** Days before its end from which a proof is said to run out. */
export const EXPIRING_DAYS = 30

/** How a claim's proof stands on a day. A proof holds on its last day too; one whose end alone is known has no file. */
export function proofOf(claim: Pick<Claim, 'kind' | 'proofFiles' | 'proofExpires'>, day: string): ProofState {
  if (claim.kind !== 'allowed') return 'notNeeded'
  if (claim.proofFiles === 0) return 'missing'
  if (claim.proofExpires === null) return 'proven'
  if (claim.proofExpires < day) return 'expired'
  return claim.proofExpires < addDays(day, EXPIRING_DAYS) ? 'expiring' : 'proven'
}

export interface SheetClaim extends Claim {
  readonly proof: ProofState
  /** The claim's words to look for, never empty. */
  readonly known: readonly string[]
  /** Allowed, and its proof holds. */
  readonly isUsable: boolean
}

export interface ClaimSheet {
  readonly productId: string
  readonly market: string
  readonly day: string
  readonly allowed: readonly SheetClaim[]
  readonly forbidden: readonly SheetClaim[]
  readonly mustSay: readonly SheetClaim[]
  readonly disclosure: readonly SheetClaim[]
}

/**
 * The sheet of a product in a market on a day, out of the shop's claims.
 *
 * Claims of every product and of every market count too. The same words said more closely (of the product before all
 * products, of the market before all markets) replace the wider ones; words that are forbidden anywhere on the sheet are
 * not allowed on it.
 */
export function claimSheetOf(
  claims: readonly Claim[],
  { productId, market, day }: Pick<ClaimSheet, 'productId' | 'market' | 'day'>,
): ClaimSheet {
  const byWords = new Map<string, Claim>()
  const applying = claims.filter(
    (claim) => [productId, EVERY].includes(claim.productId) && [market, EVERY].includes(claim.market),
  )
  // Wider ones first, so that closer ones replace them; by id among equals, so that everybody sees the same.
  for (const claim of applying.toSorted((a, b) => closeness(a) - closeness(b) || (a.id < b.id ? -1 : 1))) {
    byWords.set(`${claim.kind} ${claim.language ?? ''} ${sameWords(claim.text)}`, claim)
  }
  const sheet = [...byWords.values()].map((claim): SheetClaim => {
    const proof = proofOf(claim, day)
    const known = claim.terms.filter((term) => term.trim() !== '')
    return {
      ...claim,
      proof,
      known: known.length > 0 ? known : [claim.text],
      isUsable: claim.kind === 'allowed' && (proof === 'proven' || proof === 'expiring'),
    }
  })
  const banned = new Set(sheet.filter(({ kind }) => kind === 'forbidden').map(({ text }) => sameWords(text)))
  const ofKind = (wanted: ClaimKind) =>
    sheet
      .filter(({ kind, text }) => kind === wanted && (kind !== 'allowed' || !banned.has(sameWords(text))))
      .toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.id < b.id ? -1 : 1))
  return {
    productId,
    market,
    day,
    allowed: ofKind('allowed'),
    forbidden: ofKind('forbidden'),
    mustSay: ofKind('mustSay'),
    disclosure: ofKind('disclosure'),
  }
}

function closeness({ productId, market }: Claim): number {
  return (productId === EVERY ? 0 : 2) + (market === EVERY ? 0 : 1)
}

/** Texts that differ in case, width and blanks alone are the same words. */
export function sameWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}
