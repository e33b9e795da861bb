/**
 * What a creator was like to work with, over all shops of the agency: counts with how many there were, no grade.
 *
 * Reply speed: from the first message that waits for an answer to the reply, per shop; the middle of all of them.
 */

import { type Decision, type Incident, INCIDENTS, type Verdict, VERDICTS } from './decisions'

/** Something that was said, as `touches` keeps it. */
export interface Contact {
  readonly id: string
  readonly shopId: string | null
  readonly kind: string
  /** UTC epoch ms. */
  readonly at: number
}

export interface ReplySpeed {
  /** Messages sent. */
  readonly sent: number
  /** Replies to one or more of them. */
  readonly replies: number
  /** Shops in which the last message has no reply. */
  readonly waiting: number
  /** The middle of all waits in ms; null without replies. */
  readonly medianMs: number | null
}

/** How fast somebody answers, from contacts in any order. A reply to nothing that we sent is no measure. */
export function replySpeed(contacts: readonly Contact[]): ReplySpeed {
  const sorted = contacts.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const openSince = new Map<string | null, number>()
  const waits: number[] = []
  let sent = 0
  for (const { shopId, kind, at } of sorted) {
    if (kind === 'sent') {
      sent += 1
      if (!openSince.has(shopId)) openSince.set(shopId, at)
    } else if (kind === 'replied') {
      const since = openSince.get(shopId)
      if (since !== undefined) waits.push(at - since)
      openSince.delete(shopId)
    }
  }
  return { sent, replies: waits.length, waiting: openSince.size, medianMs: median(waits) }
}

/** The middle value; of an even number the mean of the middle two, rounded. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const high = sorted[half]
  if (high === undefined) return null
  const low = sorted.length % 2 === 0 ? sorted[half - 1] : high
  return Math.round(((low ?? high) + high) / 2)
}

export interface DecisionCounts {
  readonly verdicts: Readonly<Record<Verdict, number>>
  readonly incidents: Readonly<Record<Incident, number>>
}

/** How often what was decided or happened. */
export function countDecisions(decisions: readonly Decision[]): DecisionCounts {
  const verdicts = { yes: 0, no: 0, later: 0, undecided: 0 }
  const incidents = { postedLate: 0, deleted: 0, wrongLink: 0, dispute: 0, noPost: 0 }
  for (const { kind, verdict } of decisions) {
    const said = VERDICTS.find((one) => one === verdict)
    const happened = INCIDENTS.find((one) => one === verdict)
    if (kind === 'verdict' && said) verdicts[said] += 1
    if (kind === 'incident' && happened) incidents[happened] += 1
  }
  return { verdicts, incidents }
}
