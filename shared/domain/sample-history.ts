/** What somebody did with the samples they got, over all shops: what rules and the radar judge by. */

/** One sample that was answered. Flags are 0 or 1: it went through that state and the step was not taken back. */
export interface SampleOutcome {
  readonly id: string
  readonly state: string
  /** UTC ms; null: it never left the house, or nobody wrote when. */
  readonly sentAt: number | null
  readonly wasUnposted: number
  readonly wasVerified: number
}

export interface SampleHistory {
  /** Promised or with the creator, and not posted yet. */
  readonly open: number
  readonly posts: number
  /** Those that ended with a post or without one. */
  readonly ended: number
  /** Ended without a post. */
  readonly unposted: number
  readonly lastSentAt: number | null
  /** Brought a valid post at least once: proven, where stock has a floor for those. */
  readonly isProven: boolean
}

const OPEN = new Set(['approved', 'packed', 'shipped', 'delivered', 'contentDue'])

export function historyOf(outcomes: readonly SampleOutcome[]): SampleHistory {
  const count = (fits: (one: SampleOutcome) => boolean) => outcomes.filter(fits).length
  const posts = count(hasPost)
  const unposted = count((one) => !hasPost(one) && hasNone(one))
  const sent = outcomes.flatMap(({ sentAt }) => (sentAt === null ? [] : [sentAt]))
  return {
    open: count(({ state }) => isOpenSample(state)),
    posts,
    ended: posts + unposted,
    unposted,
    lastSentAt: sent.length === 0 ? null : Math.max(...sent),
    isProven: outcomes.some((one) => one.state === 'verified' || (one.state === 'closed' && one.wasVerified === 1)),
  }
}

export function isOpenSample(state: string): boolean {
  return OPEN.has(state)
}

/** A sample that was closed counts as what it was before. */
function hasPost({ state, wasVerified }: SampleOutcome): boolean {
  return state === 'posted' || state === 'verified' || (state === 'closed' && wasVerified === 1)
}

function hasNone({ state, wasUnposted }: SampleOutcome): boolean {
  return state === 'noPost' || state === 'refundable' || (state === 'closed' && wasUnposted === 1)
}
