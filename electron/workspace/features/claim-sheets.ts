/** Claim sheets: claims with their proof, product by product, and the sheet that holds in a market. */

import type { ReadableDb, WritableDb } from '../../../db/database'
import { attachmentsOf } from '../../../db/repositories/attachments'
import { claimRisks, productNames } from '../../../db/repositories/products'
import { deleteRecord } from '../../../db/repositories/records'
import type { ClaimSheetRow, ProductClaim } from '../../../shared/contract/claim-sheets'
import { EVERY, proofOf, sameWords } from '../../../shared/domain/claim-sheet'
import { AppError } from '../../../shared/errors'
import type { WorkspaceContext } from '../context'
import { allClaims, claimSheetInForce, type KnownClaim } from '../lookups/claim-sheets'
import { allShops, findShop } from '../lookups/shops'
import { os } from '../serve'
import { put, today, write } from '../support'

export const claimSheets = {
  list: os.claimSheets.list.handler(({ input: { shopId }, context }) =>
    sheetRows(context.host.current().workspace.db, shopId, today(context)),
  ),

  claims: os.claimSheets.claims.handler(({ input: { shopId, productId }, context }) =>
    claimsOf(context.host.current().workspace.db, shopId, productId).map((claim) => toClaim(claim, today(context))),
  ),

  sheet: os.claimSheets.sheet.handler(({ input: { day, ...of }, context }) => {
    const { db } = context.host.current().workspace
    findShop(db, of.shopId)
    const sheet = claimSheetInForce(db, { ...of, day: day ?? today(context) })
    const { allowed, forbidden, mustSay, disclosure } = sheet
    const own = (claims: typeof allowed) =>
      claims.map((claim) => ({ ...claim, terms: [...claim.terms], known: [...claim.known] }))
    return {
      ...sheet,
      allowed: own(allowed),
      forbidden: own(forbidden),
      mustSay: own(mustSay),
      disclosure: own(disclosure),
    }
  }),

  put: os.claimSheets.put.handler(async ({ input: { id, fields }, context }) => {
    const { db } = context.host.current().workspace
    findShop(db, fields.shopId)
    if (id !== undefined) claimOf(db, id)
    const saved = await write(context, id === undefined ? 'claimSheets.add' : 'claimSheets.update', fields.text, (tx) =>
      put(context, tx, 'productClaims', id ?? null, stored(fields)),
    )
    return toClaim(claimOf(db, saved), today(context))
  }),

  remove: os.claimSheets.remove.handler(async ({ input: { id }, context }) => {
    const { text } = claimOf(context.host.current().workspace.db, id)
    await write(context, 'claimSheets.remove', text, (tx) => deleteRecord(tx, 'productClaims', id))
    return {}
  }),

  copy: os.claimSheets.copy.handler(async ({ input: { shopId, productId, market, to }, context }) => {
    const { db } = context.host.current().workspace
    for (const target of to) findShop(db, target.shopId)
    const claims = claimsOf(db, shopId, productId).filter(
      (claim) => !claim.archived && (market === undefined || claim.market === market),
    )
    const added = await write(context, 'claimSheets.copy', String(to.length), (tx) => {
      let count = 0
      for (const target of to) {
        const there = new Set(claimsOf(tx, target.shopId, target.productId).map(keyOf))
        for (const claim of claims.filter((one) => !there.has(keyOf(one)))) {
          copyClaim(context, tx, claim, target)
          count += 1
        }
      }
      return count
    })
    return { added }
  }),
}

interface Target {
  readonly shopId: string
  readonly productId: string
}

/** A proof is a file by its content: the copy names the same bytes. */
function copyClaim(context: WorkspaceContext, tx: WritableDb, claim: KnownClaim, target: Target): void {
  const { market, kind, text, terms, language, proofExpires, source, note } = claim
  const fields = { market, kind, text, terms, language, proofExpires, source, note }
  const recordId = put(context, tx, 'productClaims', null, stored({ ...fields, ...target }))
  for (const { name, mime, size, sha256 } of attachmentsOf(tx, 'productClaims', claim.id)) {
    put(context, tx, 'attachments', null, { entity: 'productClaims', recordId, name, mime, size, sha256 })
  }
}

function stored<T extends { readonly terms: readonly string[] }>({ terms, ...fields }: T) {
  return { ...fields, terms: terms.length === 0 ? null : JSON.stringify([...new Set(terms)]) }
}

function keyOf({ market, kind, language, text }: KnownClaim): string {
  return JSON.stringify([market, kind, language, sameWords(text)])
}

/** Claims of one product alone; those of every product stand under `*`. */
function claimsOf(db: ReadableDb, shopId: string, productId: string): readonly KnownClaim[] {
  return allClaims(db, { shopId, productId }).filter((claim) => claim.productId === productId)
}

function claimOf(db: ReadableDb, id: string): KnownClaim {
  const claim = allClaims(db).find((one) => one.id === id)
  if (claim === undefined) throw new AppError('record.notFound', { entity: 'productClaims', id })
  return claim
}

function toClaim(claim: KnownClaim, day: string): ProductClaim {
  return { ...claim, terms: [...claim.terms], proof: proofOf(claim, day) }
}

function sheetRows(db: ReadableDb, shopId: string | undefined, day: string): ClaimSheetRow[] {
  const claims = allClaims(db, { shopId }).filter(({ archived }) => !archived)
  const names = new Map(productNames(db).map(([shop, product, name]) => [`${shop} ${product}`, name]))
  const risks = claimRisks(db)
  const byProduct = new Map<string, { readonly shopId: string; readonly productId: string; claims: KnownClaim[] }>()
  const at = (shop: string, productId: string) => {
    const key = `${shop} ${productId}`
    const row = byProduct.get(key) ?? { shopId: shop, productId, claims: [] }
    byProduct.set(key, row)
    return row
  }
  for (const [shop, product] of productNames(db)) if (shopId === undefined || shop === shopId) at(shop, product)
  for (const claim of claims) at(claim.shopId, claim.productId).claims.push(claim)
  const shops = new Map(allShops(db).map(({ id, name }) => [id, name]))
  return [...byProduct].map(([key, row]): ClaimSheetRow => {
    const count = (test: (claim: KnownClaim) => boolean): number => row.claims.filter(test).length
    const proofs = row.claims.map((claim) => proofOf(claim, day))
    return {
      shopId: row.shopId,
      shopName: shops.get(row.shopId) ?? row.shopId,
      productId: row.productId,
      productName: row.productId === EVERY ? null : (names.get(key) ?? row.productId),
      claimRisk: risks.get(key) ?? null,
      markets: [...new Set(row.claims.map(({ market }) => market))].sort(),
      allowed: count(({ kind }) => kind === 'allowed'),
      missing: proofs.filter((proof) => proof === 'missing').length,
      expired: proofs.filter((proof) => proof === 'expired').length,
      expiring: proofs.filter((proof) => proof === 'expiring').length,
      forbidden: count(({ kind }) => kind === 'forbidden'),
      mustSay: count(({ kind }) => kind === 'mustSay'),
      disclosure: count(({ kind }) => kind === 'disclosure'),
    }
  })
}
