/** Claim sheets as features see them: the sheet in force for a product, and the claims it is made of. */

import type { ReadableDb } from '../../../db/database'
import { type ProductClaimRow, productClaimRows } from '../../../db/repositories/product-claims'
import { type Claim, CLAIM_KINDS, type ClaimSheet, claimSheetOf } from '../../../shared/domain/claim-sheet'

export interface KnownClaim extends Claim {
  readonly shopId: string
  readonly archived: boolean
}

/** Claims of a shop or of one of its products (with those of every product), archived ones too. */
export function allClaims(db: ReadableDb, scope: Parameters<typeof productClaimRows>[1] = {}): readonly KnownClaim[] {
  return productClaimRows(db, scope).flatMap(toClaim)
}

/** What may be said of a product in a market on a day (`YYYY-MM-DD`). */
export function claimSheetInForce(
  db: ReadableDb,
  { shopId, ...of }: Pick<ClaimSheet, 'productId' | 'market' | 'day'> & { readonly shopId: string },
): ClaimSheet {
  const claims = allClaims(db, { shopId, productId: of.productId }).filter(({ archived }) => !archived)
  return claimSheetOf(claims, of)
}

/** A kind that this build does not know is left out. */
function toClaim({ kind, terms, archived, ...row }: ProductClaimRow): KnownClaim[] {
  const known = CLAIM_KINDS.find((one) => one === kind)
  return known ? [{ ...row, kind: known, terms: textsOf(terms), archived: archived === 1 }] : []
}

function textsOf(json: string | null): readonly string[] {
  const read: unknown = json === null ? [] : JSON.parse(json)
  return Array.isArray(read) ? read.filter((one) => typeof one === 'string') : []
}
