/**
 * How big a creator is: tiers of followers, per market.
 *
 * A tier is its lower end alone and ends where the next one begins, so that tiers have neither holes nor overlaps. The
 * platform has no public tiers; these are the agency's own.
 */

/** What holds everywhere until an agency says otherwise. Source: industry article, its hole between 500,000 and 1,000,000 closed. */
export const SHIPPED_TIERS: readonly Tier[] = [
  { key: 'nano', name: null, from: 0 },
  { key: 'mid', name: null, from: 10_000 },
  { key: 'upperMid', name: null, from: 500_000 },
  { key: 'head', name: null, from: 1_000_000 },
]

/** The market of tiers that hold everywhere. */
export const EVERY_MARKET = '*'

/** `name` null: the word that the app has for the key. */
export interface Tier {
  readonly key: string
  readonly name: string | null
  /** Followers from which on it holds; the lowest tier holds below that too. */
  readonly from: number
}

/** A record of `tiers`: replaces the tier of the same key in its market; `archived` takes it away there. */
export interface OwnTier {
  readonly market: string | null
  readonly key: string | null
  readonly name: string | null
  readonly fromFollowers: number | null
  readonly archived: boolean | null
}

/** Tiers by market, lowest first; every market that is not named has those of `EVERY_MARKET`. */
export type TierTable = ReadonlyMap<string, readonly Tier[]>

/** The tiers in force: shipped ones, replaced by those for every market, replaced by those of the market. */
export function tierTable(own: readonly OwnTier[]): TierTable {
  const everywhere = replaced(
    SHIPPED_TIERS,
    own.filter(({ market }) => market === EVERY_MARKET),
  )
  const table = new Map([[EVERY_MARKET, everywhere]])
  for (const { market } of own) {
    if (market === null || table.has(market)) continue
    table.set(
      market,
      replaced(
        everywhere,
        own.filter((row) => row.market === market),
      ),
    )
  }
  return table
}

/** The tiers of a market, lowest first. */
export function tiersOf(market: string | null, table: TierTable): readonly Tier[] {
  return table.get(market ?? EVERY_MARKET) ?? table.get(EVERY_MARKET) ?? SHIPPED_TIERS
}

/** The tier of so many followers in a market; null only where the followers are not known or a market has no tiers. */
export function tierOf(followers: number | null, market: string | null, table: TierTable): Tier | null {
  if (followers === null) return null
  const tiers = tiersOf(market, table)
  for (let index = tiers.length - 1; index > 0; index -= 1) {
    const tier = tiers[index]
    if (tier !== undefined && followers >= tier.from) return tier
  }
  return tiers[0] ?? null
}

function replaced(tiers: readonly Tier[], own: readonly OwnTier[]): readonly Tier[] {
  const byKey = new Map(tiers.map((tier) => [tier.key, tier]))
  for (const { key, name, fromFollowers, archived } of own) {
    if (key === null) continue
    if (archived === true) {
      byKey.delete(key)
      continue
    }
    const before = byKey.get(key)
    const from = fromFollowers ?? before?.from
    if (from !== undefined) byKey.set(key, { key, name: name ?? before?.name ?? null, from })
  }
  return [...byKey.values()].sort((a, b) => a.from - b.from || (a.key < b.key ? -1 : 1))
}
