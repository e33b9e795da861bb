/** Who is in a batch sheet and who is not, with the reason. */

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { type BatchRules, blocksOf, type Candidate, planBatch } from '../../shared/domain/batches'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 18)
const RULES: BatchRules = { now: NOW, size: 100, quotaLeft: null, messagesBeforeReply: 5, reinviteDays: 7 }

const somebody = (creatorId: string, more: Partial<Candidate> = {}): Candidate => ({
  creatorId,
  gone: false,
  blocked: null,
  claimedBy: null,
  wrongMarket: null,
  connected: false,
  messages: 0,
  lastSent: null,
  inBatch: false,
  ...more,
})

test('whoever may not be written to is left out, with one reason each', () => {
  const plan = planBatch(
    [
      somebody('ok'),
      somebody('claimed', { claimedBy: 'Li' }),
      somebody('blocked', { blocked: 'never posted', claimedBy: 'Li' }),
      somebody('market', { wrongMarket: 'TH' }),
      somebody('friend', { connected: true }),
      somebody('silent', { messages: 5 }),
      somebody('four', { messages: 4, lastSent: NOW - 7 * DAY }),
      somebody('lately', { messages: 1, lastSent: NOW - 7 * DAY + 1 }),
      somebody('elsewhere', { inBatch: true }),
      somebody('gone', { gone: true }),
      somebody('ok'),
    ],
    RULES,
  )
  expect(plan.taken).toEqual(['ok', 'four'])
  expect(plan.skipped).toEqual([
    { creatorId: 'claimed', reason: 'claimed', detail: 'Li' },
    { creatorId: 'blocked', reason: 'blocked', detail: 'never posted' },
    { creatorId: 'market', reason: 'wrongMarket', detail: 'TH' },
    { creatorId: 'friend', reason: 'connected', detail: null },
    { creatorId: 'silent', reason: 'noReply', detail: '5' },
    { creatorId: 'lately', reason: 'recent', detail: null },
    { creatorId: 'elsewhere', reason: 'inBatch', detail: null },
    { creatorId: 'gone', reason: 'gone', detail: null },
    { creatorId: 'ok', reason: 'twice', detail: null },
  ])
})

test('the best are taken, as many as the size and the quota allow', () => {
  const all = ['a', 'b', 'c', 'd'].map((id) => somebody(id))
  expect(planBatch(all, { ...RULES, size: 3 }).skipped).toEqual([{ creatorId: 'd', reason: 'size', detail: null }])
  const few = planBatch(all, { ...RULES, size: 3, quotaLeft: 2 })
  expect(few.taken).toEqual(['a', 'b'])
  expect(few.skipped.map(({ reason }) => reason)).toEqual(['quota', 'quota'])
})

test('rules that the market does not give leave nobody out', () => {
  const tired = somebody('a', { messages: 40, lastSent: NOW - 1 })
  expect(planBatch([tired], { ...RULES, messagesBeforeReply: null, reinviteDays: null }).taken).toEqual(['a'])
})

test('everybody is in the sheet or among those left out, and never more than allowed', () => {
  const candidate = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    claimedBy: fc.option(fc.constant('Li')),
    connected: fc.boolean(),
    messages: fc.nat(7),
  })
  fc.assert(
    fc.property(fc.array(candidate), fc.nat(5), fc.option(fc.nat(5)), (picks, size, quotaLeft) => {
      const all = picks.map(({ id, ...more }) => somebody(id, more))
      const { taken, skipped } = planBatch(all, { ...RULES, size, quotaLeft })
      expect(taken.length + skipped.length).toBe(all.length)
      expect(taken.length).toBeLessThanOrEqual(Math.min(size, quotaLeft ?? size))
      expect(new Set(taken).size).toBe(taken.length)
      expect(all.map(({ creatorId }) => creatorId).filter((id) => taken.includes(id)).length).toBeGreaterThanOrEqual(
        taken.length,
      )
    }),
  )
})

test('blocks keep the order, and the last may be smaller', () => {
  expect(blocksOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
  expect(blocksOf([], 50)).toEqual([])
})
