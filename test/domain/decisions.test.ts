/** What holds of several decisions, what warns before contacting, and how fast somebody answers. */

import { describe, expect, test } from 'vitest'

import { blockedBy, type Decision, newestDecision, standingOnLists } from '../../shared/domain/decisions'
import { flagsOf } from '../../shared/domain/flags'
import type { Observation } from '../../shared/domain/metrics'
import { median, replySpeed } from '../../shared/domain/reputation'
import { SHIPPED_DECISION_RULES, type WarningFacts, warningsOf } from '../../shared/domain/warnings'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 0, 31, 12)

const FEW_COMMENTS: Observation = {
  id: 'o1',
  creatorId: 'c',
  listId: null,
  shopId: null,
  source: 'fastmoss',
  periodFrom: null,
  periodTo: null,
  observedAt: NOW,
  currency: null,
  values: { comments: 25, likes: 20_000 },
}

function decided(id: string, more: Partial<Decision>): Decision {
  return {
    id,
    creatorId: 'c',
    kind: 'verdict',
    level: 'shop',
    clientId: null,
    shopId: 's1',
    verdict: 'yes',
    reason: null,
    note: null,
    at: NOW,
    person: 'Lin',
    expires: null,
    ...more,
  }
}

describe('decisions', () => {
  test('the newest verdict of the shop holds; of one instant the one with the higher id', () => {
    const all = [
      decided('b', { at: NOW - 5, verdict: 'no' }),
      decided('a', {}),
      decided('c', { shopId: 's2', at: NOW + 9 }),
      decided('d', { kind: 'list', verdict: 'block', at: NOW + 9 }),
    ]
    expect(newestDecision(all, 's1')?.id).toBe('a')
    expect(newestDecision([...all, decided('z', { verdict: 'later' })], 's1')?.id).toBe('z')
    expect(newestDecision([decided('z', { verdict: 'later' }), ...all], 's1')?.id).toBe('z')
    expect(newestDecision(all, null)).toBeNull()
  })

  const scope = { shopId: 's1', clientId: 'k1', day: '2026-01-31' }
  const listed = (id: string, more: Partial<Decision>) =>
    decided(id, { kind: 'list', verdict: 'block', shopId: null, ...more })

  test('a block at any level holds for the shop, also beside an allowance at another', () => {
    const all = [listed('a', { level: 'agency' }), listed('b', { level: 'shop', shopId: 's1', verdict: 'allow' })]
    expect(blockedBy(standingOnLists(all, scope))?.id).toBe('a')
    expect(standingOnLists(all, scope)).toHaveLength(2)
  })

  test.each([
    ['of another client', listed('a', { level: 'client', clientId: 'k2' })],
    ['of another shop', listed('a', { level: 'shop', shopId: 's2' })],
    ['that ended yesterday', listed('a', { level: 'agency', expires: '2026-01-30' })],
  ])('a block %s does not hold', (_, one) => {
    expect(standingOnLists([one], scope)).toEqual([])
  })

  test('a block holds on its last day, and until it is taken off', () => {
    const block = listed('a', { level: 'client', clientId: 'k1', expires: '2026-01-31' })
    expect(standingOnLists([block], scope)).toEqual([block])
    expect(
      standingOnLists([block, listed('b', { level: 'client', clientId: 'k1', verdict: 'off', at: NOW + 1 })], scope),
    ).toEqual([])
  })
})

describe('what warns before contacting', () => {
  const facts: WarningFacts = {
    standing: [],
    verdict: null,
    lastSent: null,
    lastReplyAt: null,
    lastSampleAt: null,
    unposted: 0,
    match: { state: 'match', reasons: [] },
    flags: [],
    now: NOW,
  }
  const rulesOf = (more: Partial<WarningFacts>) =>
    warningsOf({ ...facts, ...more }, SHIPPED_DECISION_RULES).map(({ rule, severity, count, limit }) => [
      rule,
      severity,
      count,
      limit,
    ])

  test('nothing, where nothing speaks against it', () => {
    expect(rulesOf({})).toEqual([])
  })

  test('a colleague wrote four days ago and waits; after seven days, or a reply, nobody is warned', () => {
    const lastSent = { at: NOW - 4 * DAY - 1000, person: 'Wang' }
    expect(rulesOf({ lastSent })).toEqual([['contactedLately', 'ask', 4, 7]])
    expect(rulesOf({ lastSent: { at: NOW - 7 * DAY, person: 'Wang' } })).toEqual([])
    expect(rulesOf({ lastSent, lastReplyAt: NOW - DAY })).toEqual([])
    expect(rulesOf({ lastSent, lastReplyAt: NOW - 9 * DAY })).toEqual([['contactedLately', 'ask', 4, 7]])
  })

  test('two samples without a post stop, one does not', () => {
    expect(rulesOf({ unposted: 1 })).toEqual([])
    expect(rulesOf({ unposted: 2 })).toEqual([['unposted', 'stop', 2, 2]])
  })

  test('a sample of 29 days ago is too new, one of 30 is not', () => {
    expect(rulesOf({ lastSampleAt: NOW - 30 * DAY + 1 })).toEqual([['sampledLately', 'ask', 29, 30]])
    expect(rulesOf({ lastSampleAt: NOW - 30 * DAY })).toEqual([])
  })

  test('what stops comes first', () => {
    const block = decided('a', { kind: 'list', verdict: 'block', level: 'agency', shopId: null })
    expect(
      rulesOf({
        standing: [block],
        verdict: decided('b', { verdict: 'no' }),
        match: { state: 'mismatch', reasons: [] },
        flags: flagsOf([FEW_COMMENTS]),
      }).map(([rule]) => rule),
    ).toEqual(['blocked', 'declined', 'marketMismatch', 'flagged'])
  })
})

describe('reply speed', () => {
  const HOUR = 3_600_000
  let contacts = 0
  const said = (hours: number, kind: string, shopId: string | null = 's1') => {
    contacts += 1
    return { id: `t${contacts}`, shopId, kind, at: NOW + hours * HOUR }
  }

  test('is counted from the first message that waits, per shop', () => {
    // Shop 1: written at 0 and 24, answered at 30: 30 h. Shop 2: written at 1, answered at 7: 6 h. Then shop 1 again: 40, answered 44: 4 h.
    // Sorted 4, 6, 30: the middle is 6 h.
    const all = [
      said(0, 'sent'),
      said(1, 'sent', 's2'),
      said(7, 'replied', 's2'),
      said(24, 'sent'),
      said(30, 'replied'),
      said(31, 'replied'),
      said(40, 'sent'),
      said(41, 'note'),
      said(44, 'replied'),
      said(50, 'sent', 's2'),
    ]
    expect(replySpeed(all)).toEqual({ sent: 5, replies: 3, waiting: 1, medianMs: 6 * HOUR })
    expect(replySpeed(all.toReversed())).toEqual(replySpeed(all))
  })

  test('nobody who never answered has one', () => {
    expect(replySpeed([said(0, 'sent'), said(9, 'sent')])).toEqual({ sent: 2, replies: 0, waiting: 1, medianMs: null })
    expect(replySpeed([said(0, 'replied')])).toEqual({ sent: 0, replies: 0, waiting: 0, medianMs: null })
  })

  test('the middle of an even number is the mean of the middle two', () => {
    expect(median([8, 2, 4, 100])).toBe(6)
    expect(median([])).toBeNull()
  })
})
