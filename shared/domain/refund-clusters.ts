/**
 * Where more comes back than should: a creator's sales of one product in one week, against what comes back otherwise.
 *
 * Formula: of `n` lines `k` came back. Were it like the rest, the number would follow a binomial law with the rest's rate
 * p₀ = (r + 1) ÷ (m + 2) (r of m lines of the rest came back; the rule of succession, so that no rate is 0 for want of
 * lines). Flagged: k ≥ 5 and P(X ≥ k) ≤ 1 % ÷ (number of groups looked at) (Bonferroni's correction: of a shop in which
 * nothing is wrong one look in a hundred flags anything at all). The rest: other lines of the product where there are at
 * least 50 of them, else other lines of the shop. Source: Clopper & Pearson (1934) for the exact tail; Dunn (1961).
 */

/** Fewer refunded lines are chance, whatever the rest is like. */
export const LEAST_REFUNDS = 5
/** Groups of fewer lines are not looked at. */
export const LEAST_LINES = 10
/** So many lines of the rest of a product make a baseline. */
export const BASELINE_LINES = 50
/** Over all groups of one look. */
export const FALSE_ALARMS = 0.01

export interface RefundCount {
  readonly lines: number
  readonly refunded: number
}

export interface RefundGroup extends RefundCount {
  readonly shopId: string
  readonly creator: string
  readonly productId: string
  /** ISO weeks since the one that holds 1970-01-01, as `weekOfDay`. */
  readonly week: number
  /** What came back, minor units of the shop's currency. */
  readonly amount: number
}

/** What a flagged group is flagged by. */
export interface Flag {
  readonly baseline: RefundCount & { readonly of: 'product' | 'shop'; readonly rate: number }
  /** Lines that would have come back were it like the rest. */
  readonly expected: number
  /** How likely so many are by chance alone. */
  readonly chance: number
}

export interface RefundLook<G extends RefundGroup> {
  readonly clusters: readonly (G & Flag)[]
  /** Groups that were looked at. */
  readonly tested: number
  /** Chances above this are not flagged. */
  readonly threshold: number
}

/** The flagged groups, least likely first. `groups`: every group of the days looked at, each once. */
export function refundClusters<G extends RefundGroup>(groups: readonly G[]): RefundLook<G> {
  const shops = sumsBy(groups, ({ shopId }) => shopId)
  const products = sumsBy(groups, ({ shopId, productId }) => `${shopId} ${productId}`)
  const tested = groups.filter(({ lines }) => lines >= LEAST_LINES)
  const threshold = tested.length === 0 ? FALSE_ALARMS : FALSE_ALARMS / tested.length
  const clusters = tested.flatMap((group): (G & Flag)[] => {
    if (group.refunded < LEAST_REFUNDS) return []
    const baseline = baselineOf(group, products, shops)
    const expected = baseline.rate * group.lines
    const chance = binomialTail(group.refunded, group.lines, baseline.rate)
    return chance <= threshold && group.refunded > expected ? [{ ...group, baseline, expected, chance }] : []
  })
  return {
    clusters: clusters.toSorted(
      (a, b) => a.chance - b.chance || b.refunded - a.refunded || (nameOf(a) < nameOf(b) ? -1 : 1),
    ),
    tested: tested.length,
    threshold,
  }
}

function nameOf({ shopId, creator, productId, week }: RefundGroup): string {
  return [shopId, creator, productId, week].join(' ')
}

function sumsBy(groups: readonly RefundGroup[], keyOf: (group: RefundGroup) => string): Map<string, RefundCount> {
  const sums = new Map<string, RefundCount>()
  for (const group of groups) {
    const key = keyOf(group)
    const known = sums.get(key)
    sums.set(key, {
      lines: (known?.lines ?? 0) + group.lines,
      refunded: (known?.refunded ?? 0) + group.refunded,
    })
  }
  return sums
}

function baselineOf(
  { shopId, productId, lines, refunded }: RefundGroup,
  products: ReadonlyMap<string, RefundCount>,
  shops: ReadonlyMap<string, RefundCount>,
): Flag['baseline'] {
  const rest = (whole: RefundCount | undefined): RefundCount => ({
    lines: (whole?.lines ?? lines) - lines,
    refunded: (whole?.refunded ?? refunded) - refunded,
  })
  const product = rest(products.get(`${shopId} ${productId}`))
  const [of, count] =
    product.lines >= BASELINE_LINES ? (['product', product] as const) : (['shop', rest(shops.get(shopId))] as const)
  return { ...count, of, rate: (count.refunded + 1) / (count.lines + 2) }
}

/** P(X ≥ k) for X of a binomial law with n draws and probability p: summed from its largest term on, exact to 1e-12 of it. */
export function binomialTail(k: number, n: number, p: number): number {
  if (k <= 0 || p >= 1) return 1
  if (k > n || p <= 0) return 0
  // Beyond the mean the terms only fall; below it the other tail is the shorter way.
  if (k <= n * p) return 1 - binomialTail(n - k + 1, n, 1 - p)
  let term = Math.exp(
    logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * Math.log(p) + (n - k) * Math.log1p(-p),
  )
  let sum = term
  for (let i = k; i < n; i++) {
    term *= ((n - i) / (i + 1)) * (p / (1 - p))
    sum += term
    if (term < sum * 1e-17) break
  }
  return Math.min(1, sum)
}

/** ln n!, by sum where that is short, else by Stirling's series, whose error is below 1e-15 there. */
function logFactorial(n: number): number {
  if (n < 32) {
    let sum = 0
    for (let i = 2; i <= n; i++) sum += Math.log(i)
    return sum
  }
  const x = n + 1
  const inverse = 1 / x
  const series = inverse / 12 - inverse ** 3 / 360 + inverse ** 5 / 1260 - inverse ** 7 / 1680
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series
}
