/** How often messages are answered, by the very text that was sent. */

/** Days within which a reply counts as one to the message. Ours, not the platform's. */
export const REPLY_DAYS = 14

const DAY_MS = 86_400_000

/** Something that was said; `at` UTC epoch ms, `creator` the one that stands for all names. */
export interface Said {
  readonly creator: string
  readonly shopId: string | null
  readonly at: number
  readonly kind: string
  /** The text that was used; null: none of the library. */
  readonly versionId: string | null
}

export interface ReplyRate {
  readonly sent: number
  /** Of `sent`: answered within the days. The rate is `replied` ÷ `sent`. */
  readonly replied: number
  /** Of `sent`: not answered, and the days are not over. */
  readonly waiting: number
}

/**
 * By text: messages, and those answered. A reply answers the last message before it to that creator for the same shop (or
 * where either names none), and only that one, so that two texts never share a reply.
 */
export function replyRates(said: readonly Said[], now: number): ReadonlyMap<string, ReplyRate> {
  const answered = new Set<Said>()
  const byCreator = new Map<string, Said[]>()
  for (const one of said.toSorted((a, b) => a.at - b.at)) {
    const before = byCreator.get(one.creator) ?? []
    byCreator.set(one.creator, before)
    if (one.kind === 'sent') before.push(one)
    if (one.kind !== 'replied') continue
    const message = before.findLast(({ shopId }) => shopId === one.shopId || shopId === null || one.shopId === null)
    if (message && one.at - message.at <= REPLY_DAYS * DAY_MS) answered.add(message)
  }
  const rates = new Map<string, { sent: number; replied: number; waiting: number }>()
  for (const one of said) {
    if (one.kind !== 'sent' || one.versionId === null) continue
    const rate = rates.get(one.versionId) ?? { sent: 0, replied: 0, waiting: 0 }
    rates.set(one.versionId, rate)
    rate.sent++
    if (answered.has(one)) rate.replied++
    else if (now - one.at <= REPLY_DAYS * DAY_MS) rate.waiting++
  }
  return rates
}
