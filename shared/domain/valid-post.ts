/**
 * Whether a post answers a sample: for the platform's count of fulfilled samples, and for ours. Two marks, because they differ:
 * the platform counts a video that stays public for some days or a LIVE that lasts long enough, whatever is shown in it.
 *
 * Source of the platform's rule: seller university US, essay 5694209038927617 (a short video kept 3 days or longer, or a LIVE
 * of 10 minutes or longer). Ours are the agency's defaults, to be changed.
 */

const DAY_MS = 86_400_000

export const POST_VERDICTS = [
  'open',
  'valid',
  'wrongLink',
  'wrongProduct',
  'deleted',
  'tooShort',
  'emptyLive',
  'notShown',
] as const
export type PostVerdict = (typeof POST_VERDICTS)[number]

/** What a post has to be. Days from posting, seconds of a video, minutes of a LIVE, people who watched it. */
export interface PostRules {
  readonly platform: { readonly videoDays: number; readonly liveMinutes: number }
  readonly own: {
    readonly videoDays: number
    readonly videoSeconds: number
    readonly liveMinutes: number
    readonly liveViewers: number
  }
}

export const POST_RULES: PostRules = {
  platform: { videoDays: 3, liveMinutes: 10 },
  own: { videoDays: 7, videoSeconds: 10, liveMinutes: 10, liveViewers: 1 },
}

/** What is known of a post; null: nobody looked, or no list says it. */
export interface PostFacts {
  readonly kind: 'video' | 'live'
  /** UTC epoch ms. */
  readonly postedAt: number | null
  readonly seconds: number | null
  /** The sample's product is the one that is linked. */
  readonly rightProduct: boolean | null
  /** When somebody saw it online last, and when somebody found it gone first. */
  readonly onlineAt: number | null
  readonly goneAt: number | null
  readonly viewers: number | null
  /** A face, a voice or hands on the product: somebody's word. */
  readonly shown: boolean | null
}

export const POST_REASONS = [
  'wrongProduct',
  'productUnknown',
  'gone',
  'tooEarly',
  'notSeenSince',
  'dateUnknown',
  'tooShort',
  'lengthUnknown',
  'nobodyWatched',
  'viewersUnknown',
  'notShown',
  'shownUnknown',
] as const
export type PostReason = (typeof POST_REASONS)[number]

/** `null`: cannot be said yet; the reasons say what is missing. A post that counts has none. */
export interface Counted {
  readonly counts: boolean | null
  readonly reasons: readonly PostReason[]
}

export interface PostJudgement {
  readonly platform: Counted
  readonly us: Counted
  /** What the facts speak for; `open` while something is missing. A person's verdict holds before it. */
  readonly verdict: PostVerdict
}

/** A finding: what it is called, and whether it speaks against the post or leaves it open. */
type Finding = readonly [reason: PostReason, against: boolean]

export function judgePost(facts: PostFacts, rules: PostRules, now: number): PostJudgement {
  const product = productOf(facts)
  const platform = countedBy([
    ...product,
    ...stayed(facts, rules.platform.videoDays, now),
    ...lasted(facts, 0, rules.platform.liveMinutes),
  ])
  const us = countedBy([
    ...product,
    ...stayed(facts, rules.own.videoDays, now),
    ...lasted(facts, rules.own.videoSeconds, rules.own.liveMinutes),
    ...watched(facts, rules.own.liveViewers),
    ...shownIn(facts),
  ])
  return { platform, us, verdict: verdictOf(us) }
}

function countedBy(findings: readonly Finding[]): Counted {
  const against = findings.filter(([, speaksAgainst]) => speaksAgainst)
  if (against.length > 0) return { counts: false, reasons: against.map(([reason]) => reason) }
  return findings.length > 0
    ? { counts: null, reasons: findings.map(([reason]) => reason) }
    : { counts: true, reasons: [] }
}

function productOf({ rightProduct }: PostFacts): Finding[] {
  if (rightProduct === null) return [['productUnknown', false]]
  return rightProduct ? [] : [['wrongProduct', true]]
}

/** A video must have been seen online at the end of its days; a LIVE is over when it is over. */
function stayed({ kind, postedAt, onlineAt, goneAt }: PostFacts, days: number, now: number): Finding[] {
  if (kind === 'live') return []
  if (postedAt === null) return [['dateUnknown', false]]
  const end = postedAt + days * DAY_MS
  if (onlineAt !== null && onlineAt >= end) return []
  if (goneAt !== null && (onlineAt === null || goneAt > onlineAt)) return [['gone', true]]
  return [[now < end ? 'tooEarly' : 'notSeenSince', false]]
}

function lasted({ kind, seconds }: PostFacts, videoSeconds: number, liveMinutes: number): Finding[] {
  const least = kind === 'live' ? liveMinutes * 60 : videoSeconds
  if (least === 0) return []
  if (seconds === null) return [['lengthUnknown', false]]
  return seconds >= least ? [] : [['tooShort', true]]
}

function watched({ kind, viewers }: PostFacts, least: number): Finding[] {
  if (kind === 'video' || least === 0) return []
  if (viewers === null) return [['viewersUnknown', false]]
  return viewers >= least ? [] : [['nobodyWatched', true]]
}

function shownIn({ shown }: PostFacts): Finding[] {
  if (shown === null) return [['shownUnknown', false]]
  return shown ? [] : [['notShown', true]]
}

const VERDICT_OF: Readonly<Partial<Record<PostReason, PostVerdict>>> = {
  wrongProduct: 'wrongProduct',
  gone: 'deleted',
  tooShort: 'tooShort',
  nobodyWatched: 'emptyLive',
  notShown: 'notShown',
}

function verdictOf({ counts, reasons }: Counted): PostVerdict {
  if (counts === true) return 'valid'
  return counts === false ? (reasons.flatMap((reason) => VERDICT_OF[reason] ?? [])[0] ?? 'open') : 'open'
}

/** What a person's verdict says of both counts, where the facts alone cannot: null leaves a count as the facts have it. */
export const COUNTS_BY_VERDICT: Readonly<
  Record<PostVerdict, { readonly platform: boolean | null; readonly us: boolean | null }>
> = {
  open: { platform: null, us: null },
  valid: { platform: null, us: true },
  wrongLink: { platform: false, us: false },
  wrongProduct: { platform: false, us: false },
  deleted: { platform: null, us: false },
  tooShort: { platform: null, us: false },
  emptyLive: { platform: null, us: false },
  notShown: { platform: null, us: false },
}
