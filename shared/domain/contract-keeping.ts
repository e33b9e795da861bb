/**
 * Which deliverable of a contract is kept by which post: a valid post of its creator for its shop, of the same kind, within the
 * contract's days and about its product where the contract names one, keeps the deliverable that is due first.
 *
 * What was worked out once stays as long as its post still fits. What people marked as kept without naming a post, waived, or
 * opened again although there was a post, is not touched.
 */

export interface Deliverable {
  readonly id: string
  readonly kind: 'video' | 'live'
  /** `YYYY-MM-DD`; null: no day of its own. */
  readonly dueDay: string | null
  /** The post that keeps it, and whether it counts as kept. */
  readonly contentId: string | null
  readonly isDone: boolean
  readonly isWaived: boolean
}

export interface ValidPost {
  readonly contentId: string
  readonly kind: string | null
  /** `YYYY-MM-DD` in the shop's zone; null: nobody knows. */
  readonly day: string | null
  readonly productId: string
  readonly productName: string | null
}

export interface KeptWithin {
  readonly fromDay: string | null
  readonly toDay: string | null
  /** As the contract says it; null: whatever it is about. */
  readonly product: string | null
}

export interface Kept {
  readonly id: string
  /** Null: its post does not count any more, and it is open again. */
  readonly contentId: string | null
}

/** Whether a post is what the contract asks for. One without a day fits only a contract without days. */
export function fits({ fromDay, toDay, product }: KeptWithin, { day, productId, productName }: ValidPost): boolean {
  if (fromDay !== null && (day === null || day < fromDay)) return false
  if (toDay !== null && (day === null || day > toDay)) return false
  const named = product?.trim().toLowerCase() ?? ''
  if (named === '' || named === productId) return true
  const name = productName?.trim().toLowerCase() ?? ''
  return name !== '' && (name.includes(named) || named.includes(name))
}

/** What changes: deliverables that are kept now, and those that are not any more. One post keeps one deliverable. */
export function keptBy(
  contract: KeptWithin,
  deliverables: readonly Deliverable[],
  posts: readonly ValidPost[],
): readonly Kept[] {
  const fitting = posts
    .filter((post) => fits(contract, post))
    .toSorted((a, b) => order(a.day, b.day) || order(a.contentId, b.contentId))
  const byId = new Map(fitting.map((post) => [post.contentId, post]))
  const holds = ({ contentId, kind }: Deliverable) => contentId !== null && byId.get(contentId)?.kind === kind
  const lost = deliverables.filter((one) => one.isDone && one.contentId !== null && !holds(one))
  const gone = new Set(lost.map(({ id }) => id))
  // Also a post of which somebody said that it keeps nothing.
  const used = new Set(deliverables.flatMap(({ id, contentId }) => (gone.has(id) ? [] : (contentId ?? []))))
  const open = deliverables
    .filter((one) => !one.isWaived && (gone.has(one.id) || (!one.isDone && one.contentId === null)))
    .toSorted((a, b) => order(a.dueDay, b.dueDay) || order(a.id, b.id))
  const now = new Map<string, string | null>(lost.map(({ id }) => [id, null]))
  for (const one of open) {
    const post = fitting.find(({ contentId, kind }) => kind === one.kind && !used.has(contentId))
    if (post === undefined) continue
    used.add(post.contentId)
    now.set(one.id, post.contentId)
  }
  return [...now].map(([id, contentId]) => ({ id, contentId }))
}

/** Earlier days first, those without one last. */
function order(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}
